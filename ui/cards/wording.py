"""What the Cards screen says: reasons, lists, papers and letters in words."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from reports.letter_words import letter_called
from reports.list_words import because
from resources.words import Words, mark
from ui.cards.recipients import Held, Recipient
from ui.cards.shown import Choices, Empty, Step

DAYS_AHEAD = (7, 14, 30)
_NAMED_AT_MOST = 6
_WEEK = 7
_MOST_TAGS = 30

HELD: Mapping[Held, str] = {
    Held.DECEASED: mark("has died"),
    Held.SAID_NO: mark("wants no post"),
    Held.NO_BIRTHDAY: mark("birthday not known"),
}
_PAPERS = {
    "A6": mark("A6, one a page"),
    "A6x2": mark("A6, two on A4, cut marks"),
    "A6x4": mark("A6, four on A4, cut marks"),
    "A5": mark("A5"),
    "A5x2": mark("A5, two on A4, cut marks"),
    "DL": mark("DL, long and narrow"),
    "DLx2": mark("DL, two on A4, cut marks"),
    "10x15": mark("10 × 15 cm, as a photo"),
    "10x15x2": mark("10 × 15 cm, two on A4, cut marks"),
    "5x7in": mark("5 × 7 inches"),
    "5x7inx2": mark("5 × 7 inches, two on A4, cut marks"),
    "A5fold": mark("A5, folded to A6"),
    "QuarterLetter": mark("Quarter Letter, one a page"),
    "QuarterLetterx2": mark("Quarter Letter, two on Letter, cut marks"),
    "QuarterLetterx4": mark("Quarter Letter, four on Letter, cut marks"),
    "HalfLetter": mark("Half Letter, one a page"),
    "HalfLetterx2": mark("Half Letter, two on Letter, cut marks"),
    "ThirdLetter": mark("A third of Letter, long and narrow"),
    "4x6in": mark("4 × 6 inches, as a photo"),
    "4x6inx2": mark("4 × 6 inches, two on Letter, cut marks"),
    "HalfLetterfold": mark("Half Letter, folded to a quarter"),
}


def reason(one: Recipient, on: date, words: Words) -> str:
    """Why she is on the list, or why she is left out."""
    if one.held is Held.PRINTED and one.printed:
        return words("printed {day}", day=words.date(one.printed, "MMMd"))
    if one.held and one.held in HELD:
        return words(HELD[one.held])
    if one.letter:
        return letter_called(one.letter, words)
    if one.why:
        return because(one.why, words)
    if one.occasion is None:
        return ""
    day = _day(one.occasion, on, words)
    if one.turning is None:
        return day
    return words.plural("{day}, turns {n}", "{day}, turns {n}", one.turning, day=day)


def _day(day: date, on: date, words: Words) -> str:
    if day == on:
        return words("Today")
    if day == on + timedelta(days=1):
        return words("Tomorrow")
    if (day - on).days < _WEEK:
        return words.weekday(day)
    return words.date(day, "MMMMd")


def lists(tags: Sequence[str], named: Sequence[int], waiting: int, words: Words) -> Choices:
    """Whom one may write to: pairs of the list's name and what it is called here."""
    found = []
    if named:
        chosen = words.plural("{n} chosen person", "{n} chosen people", len(named))
        found.append((named_list(named), chosen))
    if waiting:
        found.append((WAITING, words.plural("{n} card put aside", "{n} cards put aside", waiting)))
    found += [
        (f"birthdays:{n}", words.plural("Birthdays, next {n} day", "Birthdays, next {n} days", n))
        for n in DAYS_AHEAD
    ]
    days = [
        ("name-days:14", words("Name days, next 14 days")),
        ("anniversaries:14", words("Anniversaries, next 14 days")),
    ]
    tagged = [(f"tag:{tag}", words("Tag “{tag}”", tag=tag)) for tag in tags[:_MOST_TAGS]]
    lists = [(name, words(title)) for name, title in _LISTS.items()]
    return [*found, *days, *lists, ("all", words("Everyone")), *tagged]


_LISTS: Mapping[str, str] = {
    "new": mark("New customers"),
    "regulars": mark("Regulars"),
    "slipping": mark("Slipping away"),
    "lapsed": mark("Lapsed"),
    "near-reward": mark("Near a reward"),
    "best": mark("Best by value"),
    "unhappy": mark("Unhappy"),
    "to-tell": mark("To be told what was changed"),
}


WAITING = "waiting"
"""The list of the cards that were put aside."""


def named_list(ids: Sequence[int]) -> str:
    return f"ids:{','.join(map(str, ids))}"


def letters(names: Sequence[str], words: Words) -> Choices:
    return [(name, letter_called(name, words)) for name in names]


def papers(names: Sequence[str], words: Words) -> Choices:
    return [(name, words(_PAPERS[name]) if name in _PAPERS else name) for name in names]


def sheets(cards: int, pages: int, words: Words) -> str:
    """`8 cards on 4 sheets`."""
    on = words.plural("{n} sheet", "{n} sheets", pages)
    return words.plural("{n} card on {sheets}", "{n} cards on {sheets}", cards, sheets=on)


def names(people: Sequence[str], words: Words) -> str:
    """Some names in a row; how many more there are, where there are many."""
    said = ", ".join(words.isolated(name) for name in people[:_NAMED_AT_MOST])
    rest = len(people) - _NAMED_AT_MOST
    if rest <= 0:
        return said
    return words.plural("{names} and {n} more", "{names} and {n} more", rest, names=said)


def empty(list_name: str, words: Words, *, has_customers: bool) -> Empty:
    """What stands there when nobody is on the list."""
    if not has_customers:
        sentence = words("Nobody is in the book yet")
        use = words("Bring in your list, and the cards for the next birthdays lie here ready.")
        return Empty(sentence=sentence, use=use, steps=(_customers(words),))
    kind, _, days = list_name.partition(":")
    if kind == "birthdays":
        n = int(days)
        sentence = words.plural(
            "No birthdays in the next {n} day", "No birthdays in the next {n} days", n
        )
        steps = (_everyone(words),) if n == DAYS_AHEAD[-1] else (_further(words), _everyone(words))
    elif kind == WAITING:
        sentence, steps = words("No card waits to be printed"), (_further(words), _everyone(words))
    elif kind == "new":
        sentence, steps = words("No new customers in these 30 days"), (_further(words),)
    else:
        sentence, steps = words("Nobody is on this list"), (_further(words), _everyone(words))
    use = words("As soon as there is somebody to write to, the card lies here ready.")
    return Empty(sentence=sentence, use=use, steps=steps)


def _further(words: Words) -> Step:
    return Step(
        key=f"list:birthdays:{DAYS_AHEAD[-1]}",
        icon="cake-variant-outline",
        title=words("Look further ahead"),
        words=words("Whose birthday comes within a month."),
        act=words("Next 30 days"),
    )


def _everyone(words: Words) -> Step:
    return Step(
        key="list:all",
        icon="account-group-outline",
        title=words("Write to others"),
        words=words("Everybody in the book, to be ticked one by one."),
        act=words("Show everyone"),
    )


def _customers(words: Words) -> Step:
    return Step(
        key="place:customers",
        icon="tray-arrow-down",
        title=words("Begin with your customers"),
        words=words("A spreadsheet or the contacts of your phone will do."),
        act=words("Go to customers"),
    )
