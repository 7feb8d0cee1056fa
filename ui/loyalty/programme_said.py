"""The rules of the programme in words, a row for each."""

from dataclasses import dataclass

from app.loyalty.programme import Expiry, Programme, Promotion, Reward, Tier, Window
from app.money import Money
from reports.amounts import said, sign
from resources.words import Words
from ui.loyalty import saying


@dataclass(frozen=True, slots=True)
class Ruled:
    """One rule: what it says, and what else is to be known of it."""

    words: str
    detail: str = ""
    aside: str = ""


def earning(programme: Programme, currency: str, words: Words) -> Ruled:
    """`1 point for each 10 Kč`, and what comes besides."""
    earn, parts = programme.earn, []
    if earn.min_total:
        parts.append(words("From {amount} on", amount=said(Money(earn.min_total, currency), words)))
    if earn.visit:
        parts.append(words("{points} for each visit", points=saying.points(earn.visit, words)))
    if earn.signup:
        parts.append(words("{points} for signing up", points=saying.points(earn.signup, words)))
    if earn.birthday:
        parts.append(words("{points} on the birthday", points=saying.points(earn.birthday, words)))
    return Ruled(saying.rule(earn, currency, words), " · ".join(parts))


def expiry(rule: Expiry, words: Words) -> Ruled:
    """How long points live."""
    if rule.days is not None:
        text = words.plural("Points live {n} day", "Points live {n} days", rule.days)
    elif rule.months is not None:
        text = words.plural("Points live {n} month", "Points live {n} months", rule.months)
    else:
        text = words("Points never expire")
    parts = [words("Until the end of that month")] if rule.end_of_month else []
    if rule.inactivity_days is not None:
        parts.append(
            words.plural(
                "Gone after {n} day without a visit",
                "Gone after {n} days without a visit",
                rule.inactivity_days,
            )
        )
    return Ruled(text, " · ".join(parts))


def worth(programme: Programme, currency: str, words: Words) -> Ruled:
    """What a point pays when it is spent as money."""
    from babel.numbers import format_decimal

    number = format_decimal(programme.value, "#,##0.######", locale=words.locale)
    amount = words.isolated(f"{number}\u00a0{sign(currency, words)}")
    return Ruled(words("A point pays {amount}", amount=amount))


def reward(one: Reward, currency: str, words: Words) -> Ruled:
    detail = [saying.worth(one, currency, words)]
    if one.cap is not None:
        detail.append(words("At most {amount}", amount=said(Money(one.cap, currency), words)))
    if one.pack > 1:
        detail.append(words.plural("{n} piece", "{n} pieces", one.pack))
    return Ruled(one.name, " · ".join(p for p in detail if p), saying.points(one.points, words))


def tier(one: Tier, words: Words) -> Ruled:
    return Ruled(one.name, one.benefit, words("from {points}", points=saying.points(one.at, words)))


def promotion(one: Promotion, words: Words) -> Ruled:
    """Its name, when it holds, and what it gives."""
    if one.bonus:
        gives = words.plural("{n} point more", "{n} points more", one.bonus)
    else:
        number = words.isolated(f"×{one.multiplier.normalize():f}")
        gives = words("points {times}", times=number)
    return Ruled(one.name, _when(one.window, words), gives)


def _when(window: Window, words: Words) -> str:
    starts, ends = window.starts, window.ends
    if starts and ends:
        first, last = words.date(starts, "yMMMd"), words.date(ends, "yMMMd")
        return words("{first} to {last}", first=first, last=last)
    if starts:
        return words("From {date} on", date=words.date(starts, "yMMMd"))
    if ends:
        return words("Until {date}", date=words.date(ends, "yMMMd"))
    return words("Always")
