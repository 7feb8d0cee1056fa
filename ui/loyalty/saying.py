"""Says the programme in plain words: points, rewards, coupons and the rule by which one earns."""

from datetime import date

from app.loyalty.programme import Earn, Reward
from app.money import Money
from reports.amounts import said
from reports.offers import percent
from resources.words import Words, mark

ICONS = {
    "amount": "cash",
    "percent": "percent-outline",
    "item": "gift-outline",
    "text": "star-circle-outline",
}
LONGEST_NAME = 28
# What is said of a woman, of a man, and of those who never told.
TITLES = {
    "now": (mark("She can have now"), mark("He can have now"), mark("They can have now")),
    "likes": (mark("She likes"), mark("He likes"), mark("Favourites")),
}


def points(n: int, words: Words) -> str:
    """`50 points`."""
    return words.plural("{n} point", "{n} points", n)


def brief(name: str) -> str:
    """As much of a name as stands on a button."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def title(which: str, form_of_address: str | None, words: Words) -> str:
    """The heading `now` or `likes` as it is said of her, of him, or of anybody."""
    hers, his, anybodys = TITLES[which]
    said = {"f": hers, "m": his}.get(form_of_address or "", anybodys)
    return words(said)


def rule(earn: Earn, currency: str, words: Words) -> str:
    """`1 point for each 10 Kč`."""
    if not earn.points:
        return words("Nothing is earned by what is paid")
    amount = said(Money(earn.per, currency), words)
    return words.plural(
        "{n} point for each {amount}", "{n} points for each {amount}", earn.points, amount=amount
    )


def worth(reward: Reward, currency: str, words: Words) -> str:
    """What a reward gives beside its name; "" where the name says it all."""
    if reward.kind == "amount":
        return words("{amount} off", amount=said(Money(reward.value, currency), words))
    if reward.kind == "percent":
        return words("{percent} off", percent=percent(reward.value, words))
    return "" if reward.text.casefold() in reward.name.casefold() else reward.text


def until(offer: str, last: date | None, words: Words) -> str:
    """The offer with its last day."""
    if last is None:
        return offer
    return words("{offer}, until {date}", offer=offer, date=words.date(last, "MMMMd"))
