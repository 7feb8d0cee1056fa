"""Today's page in words: whose birthdays are near, which cards to print, who is new, what came out."""

from datetime import date, timedelta
from typing import Literal

from app.people import directory
from app.thanks.occasions import BirthdayNear
from app.thanks.prints import Printed
from app.values import value
from reports.letter_words import letter_called
from resources.words import Words
from ui.today.days import day_said, full_day, weekday
from ui.today.reading import IN_THE_POST, PICTURED, Card, Day, Morning

Tone = Literal["accent", "warn", "plain"]

NIGHT_ENDS, NOON, EVENING = 4, 12, 18
"""Hours at which another greeting begins."""


@value
class Person:
    id: int
    uid: str
    name: str


@value
class Column:
    """One day of the ribbon. `lines` are the names, `detail` stands below them."""

    on: date
    weekday: str
    day: str
    is_today: bool
    people: tuple[Person, ...]
    count: int
    lines: tuple[str, ...]
    detail: str
    card: Card
    aloud: str


@value
class Line:
    """One line of a section; `chip` leads it, or the person's circle, and `aside` ends it."""

    person: Person
    detail: str
    chip: str = ""
    tone: Tone = "plain"
    aside: str = ""


@value
class Part:
    """A section: its count, its link, its lines, and what is said where there are none."""

    count: str = ""
    link: str = ""
    lines: tuple[Line, ...] = ()
    nothing: str = ""
    more: str = ""
    """That there are more than the lines, said below them."""


@value
class NextCard:
    """The card that is to be printed first."""

    person: Person
    detail: str


@value
class Page:
    greeting: str
    totals: str
    columns: tuple[Column, ...]
    no_birthdays: str
    due: Part
    newcomers: Part
    printed: Part
    card: NextCard | None
    rest: str
    """Said in the place of the card when none is to be printed."""


def page_of(morning: Morning, words: Words) -> Page:
    """The whole page in words."""
    return Page(
        greeting=_greeting(morning, words),
        totals=_totals(morning, words),
        columns=tuple(_column(day, morning.today, words) for day in morning.days),
        no_birthdays=_no_birthdays(morning, words),
        due=_due(morning, words),
        newcomers=_newcomers(morning, words),
        printed=_printed(morning, words),
        card=_next_card(morning, words),
        rest=_no_birthdays(morning, words) or words("Every card of the next two weeks is printed."),
    )


def print_by(kept: date, today: date) -> date:
    """The last day on which a card for `kept` can be printed and still arrive."""
    return max(today, kept - timedelta(days=IN_THE_POST))


def turning_said(near: BirthdayNear, words: Words) -> str:
    """`turns 40`; empty where the year of birth is not known."""
    return words("turns {age}", age=near.turning) if near.turning else ""


def _greeting(morning: Morning, words: Words) -> str:
    name = " ".join((morning.settings.owner or morning.by).split()[:1])
    hour = morning.now.hour
    if NIGHT_ENDS <= hour < NOON:
        said = words("Good morning, {name}") if name else words("Good morning")
    elif NOON <= hour < EVENING:
        said = words("Good afternoon, {name}") if name else words("Good afternoon")
    else:
        said = words("Good evening, {name}") if name else words("Good evening")
    return said.format(name=name)


def _totals(morning: Morning, words: Words) -> str:
    """Whole sentences one after another, each of which can stand alone."""
    count = sum(day.count for day in morning.days)
    said = [words("{day}.", day=full_day(morning.today, words))]
    if count:
        said.append(words.plural("{n} birthday this week.", "{n} birthdays this week.", count))
    if morning.due:
        due = morning.due_count
        said.append(words.plural("{n} card to print.", "{n} cards to print.", due))
    return " ".join(said)


def _no_birthdays(morning: Morning, words: Words) -> str:
    if any(day.near for day in morning.days):
        return ""
    if morning.later is None:
        return words("No birthday is known yet.")
    return words(
        "The next birthday: {name}, {day}.",
        name=morning.later.customer.name,
        day=words.date(morning.later.kept, "MMMMd"),
    )


def _column(day: Day, today: date, words: Words) -> Column:
    is_today = day.on == today
    name = words("Today") if is_today else weekday(day.on, words)
    lines, detail = _names(day, words)
    count = day.count
    said = words.plural("{n} birthday", "{n} birthdays", count) if count else ""
    people = [one.customer.name for one in day.near]
    aloud = [name, said, *people, _card_said(day, words)]
    return Column(
        on=day.on,
        weekday=name,
        day=words.date(day.on, "MMMd") if is_today else str(day.on.day),
        is_today=is_today,
        people=tuple(_person(one) for one in day.near),
        count=count,
        lines=lines,
        detail=detail,
        card=day.card,
        aloud=", ".join(part for part in aloud if part),
    )


def _names(day: Day, words: Words) -> tuple[tuple[str, ...], str]:
    """One person's name on two lines; of several the first names, or one and how many more."""
    if not day.near:
        return (), ""
    if day.count == 1:
        return day.name_lines, turning_said(day.near[0], words)
    names = [near.customer.name.partition(" ")[0] for near in day.near]
    if day.count < PICTURED:
        return tuple(names), ""
    more = day.count - 1
    return (names[0],), words.plural("and {n} more", "and {n} more", more)


def _card_said(day: Day, words: Words) -> str:
    said = {Card.DUE: words("card to print"), Card.PRINTED: words("card printed")}
    return said.get(day.card, "")


def _due(morning: Morning, words: Words) -> Part:
    count = morning.due_count
    more = count - len(morning.due)
    return Part(
        count=words.plural("{n} card", "{n} cards", count) if count else "",
        link=words("Print all") if count > 1 else "",
        more=words.plural("and {n} more", "and {n} more", more) if more > 0 else "",
        lines=tuple(_due_line(one, morning.today, words) for one in morning.due),
        nothing=words("Every card of the next two weeks is printed."),
    )


def _due_line(near: BirthdayNear, today: date, words: Words) -> Line:
    by = print_by(near.kept, today)
    tones: dict[int, Tone] = {0: "accent", 1: "warn"}
    return Line(
        person=_person(near),
        detail=_when(near, today, words),
        chip=day_said(by, today, words),
        tone=tones.get((by - today).days, "plain"),
    )


def _when(near: BirthdayNear, today: date, words: Words) -> str:
    """The birthday itself, so that its day is not taken for the day of printing."""
    day, age = day_said(near.kept, today, words), near.turning
    if age:
        return words("{day}, turns {age}", day=day, age=age)
    return words("Birthday: {day}", day=day)


def _newcomers(morning: Morning, words: Words) -> Part:
    count = morning.new_count
    return Part(
        count=words.plural("{n} in 30 days", "{n} in 30 days", count) if count else "",
        link=words("All {n}", n=words.number(count)) if count > len(morning.newcomers) else "",
        lines=tuple(_newcomer(*one, morning.today, words) for one in morning.newcomers),
        nothing=words("Nobody new in the last 30 days."),
    )


def _newcomer(row: directory.Entry, since: date, today: date, words: Words) -> Line:
    return Line(
        person=Person(id=row.id, uid=row.uid, name=row.name),
        detail=row.city or words.isolated(row.phone) or row.email,
        aside=day_said(since, today, words),
    )


def _printed(morning: Morning, words: Words) -> Part:
    return Part(lines=tuple(_came_out(*one, morning, words) for one in morning.printed))


def _came_out(one: Printed, row: directory.Entry, morning: Morning, words: Words) -> Line:
    is_birthday = one.letter == "birthday"
    return Line(
        person=Person(id=row.id, uid=row.uid, name=row.name),
        detail=words("Birthday card") if is_birthday else letter_called(one.letter, words),
        aside=day_said(one.at.astimezone(morning.now.tzinfo).date(), morning.today, words),
    )


def _next_card(morning: Morning, words: Words) -> NextCard | None:
    if not morning.due:
        return None
    near = morning.due[0]
    return NextCard(person=_person(near), detail=_when(near, morning.today, words))


def _person(near: BirthdayNear) -> Person:
    return Person(id=near.customer.id, uid=near.customer.uid, name=near.customer.name)
