"""The rules of the programme in words, a row for each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.loyalty.programme import (
    WEEKDAYS,
    Expiry,
    Extra,
    Programme,
    Promotion,
    Reward,
    StampDeal,
    Tier,
    Window,
)
from app.money import Money
from reports.amounts import exactly, said
from resources.words import Words
from ui.loyalty import saying


@dataclass(frozen=True, slots=True)
class Ruled:
    """One rule: what it says, what else is to be known of it, and what stands at the row's end.

    What `is_usual` in most shops may be folded away; what `is_over` is quiet. `was` says what holds
    now where the rule waits to be switched on: "" for a new one, None where nothing changes.
    """

    words: str
    detail: str = ""
    aside: str = ""
    is_usual: bool = False
    is_over: bool = False
    was: str | None = None

    @property
    def aloud(self) -> str:
        return ", ".join(part for part in (self.words, self.detail, self.aside) if part)


@dataclass(frozen=True, slots=True)
class Voice:
    """Says the rules of one shop, on one day."""

    words: Words
    currency: str
    on: date

    def rules(self, part: str, programme: Programme) -> list[Ruled]:
        """Every rule of that part."""
        return _SAID[part](self, programme)

    def earning(self, programme: Programme) -> list[Ruled]:
        earn = programme.earn
        least = self.words("From {amount} on", amount=self._money(earn.min_total))
        rule = saying.rule(earn, self.currency, self.words)
        return [Ruled(rule, least if earn.min_total else "")]

    def extras(self, programme: Programme) -> list[Ruled]:
        return [self._extra(one) for one in programme.extras]

    def visit(self, programme: Programme) -> list[Ruled]:
        points = programme.earn.visit
        if not points:
            return [Ruled(self.words("Nothing for the visit alone"), is_usual=True)]
        return [Ruled(self.words("{points} for each visit", points=self._points(points)))]

    def gifts(self, programme: Programme) -> list[Ruled]:
        earn, words, parts = programme.earn, self.words, []
        if earn.signup:
            parts.append(words("{points} for signing up", points=self._points(earn.signup)))
        if earn.birthday:
            parts.append(words("{points} on the birthday", points=self._points(earn.birthday)))
        if not parts:
            return [Ruled(words("Nothing for signing up or on the birthday"), is_usual=True)]
        return [Ruled(parts[0], " · ".join(parts[1:]))]

    def times(self, programme: Programme) -> list[Ruled]:
        window = programme.earn.window
        if window == Window():
            return [Ruled(self.words("Points on any day, at any time"), is_usual=True)]
        return [Ruled(self.words("Points only at times"), " · ".join(self._times(window)))]

    def exclude(self, programme: Programme) -> list[Ruled]:
        names = programme.earn.exclude
        if not names:
            return [Ruled(self.words("Everything that is sold earns points"), is_usual=True)]
        return [Ruled(self.words("Earns nothing: {names}", names=", ".join(names)))]

    def paid(self, programme: Programme) -> list[Ruled]:
        earn, words = programme.earn, self.words
        if earn.on_points_paid and earn.on_gift_card:
            text = words("What is paid with points or a gift card earns points, too")
        elif earn.on_points_paid:
            text = words("What is paid with points earns points, too; with a gift card, nothing")
        elif earn.on_gift_card:
            text = words("What is paid with a gift card earns points, too; with points, nothing")
        else:
            return [Ruled(words("Only what is paid in money earns points"), is_usual=True)]
        return [Ruled(text)]

    def limit(self, programme: Programme) -> list[Ruled]:
        most = programme.earn.daily_limit
        if most is None:
            return [Ruled(self.words("Any number of points a day"), is_usual=True)]
        return [Ruled(self.words("At most {points} a day", points=self._points(most)))]

    def expiry(self, programme: Programme) -> list[Ruled]:
        rule, words = programme.expiry, self.words
        is_rounded = rule.end_of_month and (rule.days or rule.months)
        parts = [words("Until the end of that month")] if is_rounded else []
        if rule.inactivity_days is not None:
            parts.append(
                words.plural(
                    "Gone after {n} day without a visit",
                    "Gone after {n} days without a visit",
                    rule.inactivity_days,
                )
            )
        return [Ruled(self._lives(rule), " · ".join(parts))]

    def worth(self, programme: Programme) -> list[Ruled]:
        amount = exactly(programme.value, self.currency, self.words)
        return [Ruled(self.words("A point pays {amount}", amount=amount))]

    def rewards(self, programme: Programme) -> list[Ruled]:
        return [self._reward(one) for one in programme.rewards]

    def tiers(self, programme: Programme) -> list[Ruled]:
        return [self._tier(one) for one in programme.tiers]

    def climbing(self, programme: Programme) -> list[Ruled]:
        words, grace = self.words, programme.grace_days
        if not programme.tiers:
            return []
        ever = words("All points ever earned count")
        text = (
            ever
            if programme.tiers_by == "lifetime"
            else words("Points of the last 12 months count")
        )
        kept = words.plural("Kept {n} day longer", "Kept {n} days longer", grace) if grace else ""
        return [Ruled(text, kept)]

    def stamps(self, programme: Programme) -> list[Ruled]:
        return [self._deal(programme.stamps)] if programme.stamps else []

    def promotions(self, programme: Programme) -> list[Ruled]:
        return [self._promotion(one) for one in programme.promotions]

    def gives(self, one: Promotion) -> str:
        """`×2`, `+50`: what a promotion does to the points, as short as it can be said."""
        if one.bonus:
            return self.words.isolated(f"+{self.words.number(one.bonus)}")
        from babel.numbers import format_decimal

        number = format_decimal(one.multiplier, "0.###", locale=self.words.locale)
        return self.words.isolated(f"×{number}")

    def _extra(self, one: Extra) -> Ruled:
        points = self.words.plural(
            "{n} point more for each piece", "{n} points more for each piece", one.points
        )
        detail = self.words("Everything in this category") if one.category else ""
        return Ruled(one.item or one.category, detail, points)

    def _lives(self, rule: Expiry) -> str:
        if rule.days is not None:
            return self.words.plural("Points live {n} day", "Points live {n} days", rule.days)
        if rule.months is not None:
            return self.words.plural("Points live {n} month", "Points live {n} months", rule.months)
        if rule.end_of_month:
            return self.words("Until the end of that month")
        return self.words("Points never expire")

    def _reward(self, one: Reward) -> Ruled:
        detail = [saying.worth(one, self.currency, self.words)]
        if one.cap is not None:
            detail.append(self.words("At most {amount}", amount=self._money(one.cap)))
        if one.pack > 1:
            detail.append(self.words.plural("{n} piece", "{n} pieces", one.pack))
        return Ruled(one.name, " · ".join(filter(None, detail)), self._points(one.points))

    def _tier(self, one: Tier) -> Ruled:
        return Ruled(
            one.name, one.benefit, self.words("from {points}", points=self._points(one.at))
        )

    def _deal(self, deal: StampDeal) -> Ruled:
        words, detail = self.words, [deal.name]
        if deal.head_start:
            detail.append(
                words.plural("Begins with {n} stamp", "Begins with {n} stamps", deal.head_start)
            )
        if deal.interim_at:
            number, interim = words.number(deal.interim_at), words.isolated(deal.interim)
            detail.append(words("At stamp {number}: {reward}", number=number, reward=interim))
        if deal.minutes_between:
            detail.append(
                words.plural(
                    "{n} minute between two stamps",
                    "{n} minutes between two stamps",
                    deal.minutes_between,
                )
            )
        aside = words.plural("{n} stamp", "{n} stamps", deal.goal)
        return Ruled(deal.reward, " · ".join(filter(None, detail)), aside)

    def _promotion(self, one: Promotion) -> Ruled:
        if one.bonus:
            gives = self.words.plural("{n} point more", "{n} points more", one.bonus)
        else:
            gives = self.words("points {times}", times=self.gives(one))
        when = " · ".join([self._days(one.window), *self._times(one.window)])
        is_over = bool(one.window.ends and one.window.ends < self.on)
        return Ruled(one.name, when, gives, is_over=is_over)

    def _days(self, window: Window) -> str:
        words, starts, ends = self.words, window.starts, window.ends
        if starts and ends:
            first, last = words.date(starts, "yMMMd"), words.date(ends, "yMMMd")
            return words("{first} to {last}", first=first, last=last)
        if starts:
            return words("From {date} on", date=words.date(starts, "yMMMd"))
        if ends:
            return words("Until {date}", date=words.date(ends, "yMMMd"))
        return words("Always")

    def _times(self, window: Window) -> Sequence[str]:
        """Days of the week and hours, where there are any."""
        found = [", ".join(weekday(day, self.words) for day in window.weekdays)]
        if window.from_hour or window.to_hour:
            first, last = window.from_hour or "0:00", window.to_hour or "24:00"
            first, last = self.words.isolated(first), self.words.isolated(last)
            found.append(self.words("{first} to {last}", first=first, last=last))
        return [part for part in found if part]

    def _money(self, minor: int) -> str:
        return said(Money(minor, self.currency), self.words)

    def _points(self, n: int) -> str:
        return saying.points(n, self.words)


def weekday(key: str, words: Words, *, short: bool = False) -> str:
    """`Mon` of `mon`, as people there shorten it; as the head of a calendar where it is to be `short`."""
    from babel.dates import get_day_names

    names = get_day_names("short" if short else "abbreviated", "stand-alone", words.locale)
    return str(names[WEEKDAYS.index(key)])


_SAID: Mapping[str, Callable[[Voice, Programme], list[Ruled]]] = {
    "earning": Voice.earning,
    "extras": Voice.extras,
    "visit": Voice.visit,
    "gifts": Voice.gifts,
    "times": Voice.times,
    "exclude": Voice.exclude,
    "paid": Voice.paid,
    "limit": Voice.limit,
    "expiry": Voice.expiry,
    "worth": Voice.worth,
    "rewards": Voice.rewards,
    "tiers": Voice.tiers,
    "climbing": Voice.climbing,
    "stamps": Voice.stamps,
    "promotions": Voice.promotions,
}
