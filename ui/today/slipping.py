"""Who is slipping away: read once the page itself is to be seen, and said in words."""

from app.people import directory
from app.shop import Shop
from app.thanks.from_sales import slipping_now
from app.thanks.habits import Habit, habits
from app.values import value
from reports.list_words import rhythm_said, usually
from resources.words import Words

SHOWN = 3
"""Lines of the section; the rest is a link away."""


@value
class Slipping:
    """The first few with their habits, and everybody who is slipping and has not lapsed."""

    first: tuple[tuple[directory.Entry, Habit], ...]
    everybody: tuple[int, ...]


@value
class SlippingLine:
    """One of them: her dots with what they say aloud, and how long she has been away."""

    id: int
    uid: str
    name: str
    usual: str
    weeks: tuple[int, ...]
    missed: int
    days: str
    aloud: str


@value
class SlippingPart:
    """The section; without lines it is not shown."""

    lines: tuple[SlippingLine, ...] = ()
    link: str = ""


def read_slipping(shop: Shop) -> Slipping:
    asked = shop.asked()
    ids = slipping_now(shop.book, asked)
    first = ids[:SHOWN]
    rows, known = directory.rows(shop.book, first), habits(shop.book, first, asked)
    return Slipping(first=tuple((rows[one], known[one]) for one in first), everybody=tuple(ids))


def slipping_part(slipping: Slipping, words: Words) -> SlippingPart:
    n = len(slipping.everybody)
    return SlippingPart(
        lines=tuple(_line(row, habit, words) for row, habit in slipping.first),
        link=words("All {n}", n=words.number(n)) if n > len(slipping.first) else "",
    )


def _line(row: directory.Entry, habit: Habit, words: Words) -> SlippingLine:
    return SlippingLine(
        id=row.id,
        uid=row.uid,
        name=row.name,
        usual=usually(habit.half_gap, words) if habit.half_gap else "",
        weeks=habit.weeks,
        missed=habit.missed,
        days=words.plural("{n} day", "{n} days", habit.ago),
        aloud=f"{row.name}, {rhythm_said(habit.half_gap, habit.ago, words)}",
    )
