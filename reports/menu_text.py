"""A menu as it is typed: courses, their dishes, and what stands beside or beneath a dish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_HEAD = re.compile(r"#+\s*(.+)|(.+):")
_ABOUT = re.compile("[-\N{EN DASH}\N{EM DASH}*]\\s+(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dish:
    """`aside` is its price, or nothing; `allergens` are as they are written there."""

    name: str
    aside: str = ""
    allergens: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Dishes under a title; those before the first one have none."""

    title: str
    dishes: tuple[Dish, ...]


def courses_in(text: str) -> tuple[Course, ...]:
    """`Starters:` or `# Starters` begins a course, every other line is a dish: `Soup | 4.50 | 1, 9`.

    A line that begins with a dash tells of the dish above it.
    """
    courses = [Course(title="", dishes=())]
    for line in _lines(text):
        course = courses[-1]
        about = _ABOUT.fullmatch(line)
        head = None if "|" in line else _HEAD.fullmatch(line)
        if about and course.dishes:
            last = replace(course.dishes[-1], about=_joined(course.dishes[-1].about, about[1]))
            courses[-1] = replace(course, dishes=(*course.dishes[:-1], last))
        elif head:
            courses.append(Course(title=(head[1] or head[2]).strip(), dishes=()))
        else:
            courses[-1] = replace(course, dishes=(*course.dishes, _dish(line)))
    return tuple(one for one in courses if one.title or one.dishes)


def _lines(text: str) -> Iterator[str]:
    return filter(None, (line.strip() for line in text.splitlines()))


def _dish(line: str) -> Dish:
    name, aside, allergens = [*(part.strip() for part in line.split("|", 2)), "", ""][:3]
    return Dish(name=name, aside=aside, allergens=allergens)


def _joined(one: str, more: str) -> str:
    return f"{one} {more}".strip()
