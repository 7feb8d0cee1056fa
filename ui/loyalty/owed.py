"""What the shop owes in points, said month by month: what goes when, whose it is and what it pays."""

from datetime import date

from app.loyalty.accounts import liability
from app.money import Money
from app.shop import Shop
from app.values import value
from reports.amounts import said
from resources.words import Words

_SHOWN = 12
"""So many months stand apart; what goes later is one line."""


@value
class OwedLine:
    """`when` the points go; `worth` is empty where points pay nothing by themselves."""

    when: str
    people: str
    points: str
    worth: str

    @property
    def aloud(self) -> str:
        return ", ".join(filter(None, (self.when, self.points, self.people, self.worth)))


@value
class OwedSum:
    """`total` stands beside the title; no lines where nobody has points."""

    total: str
    lines: tuple[OwedLine, ...]


def read_owed(shop: Shop, words: Words) -> OwedSum:
    """As it stands today."""
    rows = liability(shop.book, shop.today())
    months = [one for one in rows if one.month]
    later = sum(one.points for one in months[_SHOWN:])
    told = [
        *((one.points, one.people, _month(one.month, words)) for one in months[:_SHOWN]),
        *([(later, 0, words("Later"))] if later else []),
        *((one.points, one.people, words("They do not lapse")) for one in rows if not one.month),
    ]
    points = sum(one.points for one in rows)
    return OwedSum(
        total=words.plural("{n} point", "{n} points", points) if rows else "",
        lines=tuple(_line(shop, *one, words) for one in told),
    )


def _line(shop: Shop, points: int, people: int, when: str, words: Words) -> OwedLine:
    till = shop.till
    worth = till.money_of(points, till.programmes.current())
    return OwedLine(
        when=when,
        people=words.plural("{n} customer", "{n} customers", people) if people else "",
        points=words.plural("{n} point", "{n} points", points),
        worth=said(Money(worth, till.currency), words) if worth else "",
    )


def _month(month: date | None, words: Words) -> str:
    name = words.date(month, "yMMMM") if month else ""
    return name[:1].upper() + name[1:]
