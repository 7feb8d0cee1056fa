"""Personal points: sentences that only this person could be sent, each told of something the book knows."""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from app.thanks.choosing import pick, shuffled
from app.thanks.fields import Facts, all_filled, check
from app.thanks.letters import LetterKind, lines_of
from app.thanks.manner import Manner
from app.thanks.story import Story
from resources import path
from resources.words import SOURCE_LANGUAGE

MOST = 3
_ROUND_YEARS = frozenset({1, 5, 10, 15, 20, 25, 30, 40, 50})
_ROUND_VISITS = frozenset({25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000})
_ROUND_AGES = frozenset({18, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95, 100})
_FEWEST_MONTHS, _FEWEST_VISITS, _NAMED_AT_MOST = 2, 10, 4
_RARE = frozenset({"age.round", "since.round", "visits.round", "told.changed"})
_LAST = frozenset({"household.there"})

Values = Mapping[str, str]
Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Sentences by what they tell of (`since`) and how it stands with it (`years`, `months`, `round`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence; `name` is `since.years`: the `thought`, and how it stands with it."""

    name: str
    text: str

    @property
    def thought(self) -> str:
        return self.name.partition(".")[0]

    @property
    def is_farewell(self) -> bool:
        """Whether it is said last of all, after the wish to meet again: greetings to those at home."""
        return self.name in _LAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story told on the day `on` in one language, in a letter for the day `occasion`."""

    story: Story
    on: date
    manner: Manner
    form: str = ""
    turning: int | None = None
    occasion: date | None = None


@cache
def read_points(language: str) -> Phrases:
    """The phrases in `language`, or in English. Raises `UnknownField` and `UnclosedBrace`."""
    own = path("letters", language, "points.toml")
    file = own if own.is_file() else path("letters", SOURCE_LANGUAGE, "points.toml")
    tables = tomllib.loads(file.read_text("utf-8"))
    phrases = {
        thought: {case: lines_of(lines) for case, lines in cases.items()}
        for thought, cases in tables.items()
    }
    for line in (line for cases in phrases.values() for lines in cases.values() for line in lines):
        check(line)
    return phrases


def points_of(telling: Telling, kind: LetterKind, key: str) -> list[Point]:
    """All that may be told in this letter, the most telling first; what is not known is left out."""
    phrases = read_points(telling.manner.language)
    found = {}
    for name, values in _known(telling):
        thought, _, case = name.partition(".")
        if kind.points is not None and not {thought, name} & {*kind.points}:
            continue
        facts = Facts(values=values, form=telling.form)
        said = all_filled(phrases.get(thought, {}).get(case, ()), facts)
        if said:
            found[name] = Point(name=name, text=pick(said, f"{key} {name}"))
    order = sorted(shuffled(found, key), key=_rank)
    return [found[name] for name in order]


def chosen(points: Collection[Point], *, avoid: Collection[str], room: int) -> tuple[Point, ...]:
    """At most `MOST` of them without the thoughts to `avoid`, in at most `room` words, as they read best.

    Of few only half are told, so that something is left for the next letter.
    """
    most = min(MOST, (len(points) + 1) // 2)
    taken: list[Point] = []
    for point in points:
        words = len(point.text.split())
        if point.thought not in avoid and len(taken) < most and words <= room:
            taken.append(point)
            room -= words
    return tuple(sorted(taken, key=lambda point: _ORDER.index(point.thought)))


def _rank(name: str) -> int:
    return 0 if name in _RARE else 2 if name in _LAST else 1


def _known(telling: Telling) -> Iterator[tuple[str, Values]]:
    """The points there is something to say to, with what is put into their sentences."""
    for thought, find in _FINDERS.items():
        for case, values in find(telling):
            yield f"{thought}.{case}", values


Found = Iterator[tuple[str, Values]]


def _since(telling: Telling) -> Found:
    since, on, manner = telling.story.since, telling.on, telling.manner
    if since is None or since > on:
        return
    months = (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
    values = {"since": manner.day(since, on), "since_month": manner.in_month(since)}
    years = on.year - since.year
    if on.month == since.month and years in _ROUND_YEARS:
        yield "round", values | {"years": manner.span(years, "years")}
    elif months >= 12:  # noqa: PLR2004 - a year has twelve
        yield "years", values | {"years": manner.span(months // 12, "years")}
    elif months >= _FEWEST_MONTHS:
        yield "months", values | {"months": manner.span(months, "months")}


def _visits(telling: Telling) -> Found:
    visits = telling.story.visits or 0
    values = {"visits": telling.manner.number(visits)}
    if visits in _ROUND_VISITS:
        yield "round", values
    elif visits >= _FEWEST_VISITS:
        yield "many", values


def _favourite(telling: Telling) -> Found:
    yield from _thing("favourite", telling.story.favourite)


def _last_purchase(telling: Telling) -> Found:
    if telling.story.last_purchase != telling.story.favourite:
        yield from _thing("last_purchase", telling.story.last_purchase)


def _preference(telling: Telling) -> Found:
    """One of them, another each year."""
    preferences = telling.story.preferences
    if preferences:
        yield from _thing("preference", preferences[telling.on.year % len(preferences)])


def _thing(field: str, text: str) -> Found:
    if text.strip():
        yield "thing", {field: _without_stop(text)}


def _told(telling: Telling) -> Found:
    said, changed = telling.story.said, telling.story.changed
    if said.strip() and changed.strip():
        yield "changed", {"said": _without_stop(said), "changed": _without_stop(changed)}
    elif said.strip():
        yield "heard", {"said": _without_stop(said)}


def _brought(telling: Telling) -> Found:
    names = telling.story.brought
    if len(names) == 1:
        yield "one", {"friend": names[0]}
    elif 1 < len(names) <= _NAMED_AT_MOST:
        yield "several", {"friends": telling.manner.joined(names)}
    elif names:
        yield "many", {"friends": telling.manner.number(len(names))}


def _age(telling: Telling) -> Found:
    age = telling.turning or 0
    if age in _ROUND_AGES:
        manner = telling.manner
        yield "round", {"turning": manner.number(age), "turning_th": manner.ordinal(age)}


def _wished(telling: Telling) -> Found:
    """This would be the third birthday card."""
    before = [day for day in telling.story.wished if telling.occasion and day < telling.occasion]
    time = telling.manner.time(len(before) + 1) if before else ""
    if time:
        yield "again", {"time": time}


def _household(telling: Telling) -> Found:
    if telling.story.household:
        yield "there", {"friends": telling.manner.joined(telling.story.household)}


def _without_stop(text: str) -> str:
    return text.strip().rstrip(".").rstrip()


_FINDERS: Mapping[str, Callable[[Telling], Found]] = {
    "age": _age,
    "wished": _wished,
    "since": _since,
    "visits": _visits,
    "brought": _brought,
    "favourite": _favourite,
    "last_purchase": _last_purchase,
    "preference": _preference,
    "told": _told,
    "household": _household,
}
_ORDER = tuple(_FINDERS)
"""In which they follow one another on the card."""
