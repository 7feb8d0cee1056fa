"""People who share a letter box: who they are, and how one label names them all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.people.customer import Customer
from app.people.folding import words_once
from app.people.salutations.together import together
from app.people.surnames import forms

_PLACE = ("street", "street2", "city", "postal_code")
_BEGINS_IN_HEBREW = re.compile(r"[א-ת]")
_AND = " & "

Key = tuple[object, ...]


def homes(people: Sequence[Customer], language: str, home: str) -> list[tuple[Customer, ...]]:
    """`people` by household, each where its first member stands; whoever lives alone is one of her own.

    A household are those who were made one and still have the same address, and those of one surname in
    the same street and number of whom nobody said otherwise, in whatever form they bear it. `language` and
    `home` are the shop's.
    """
    named = _by_name(people, language, home)
    joined = {named[one.id]: _by_word(one, home) for one in reversed(people) if one.household}
    found: dict[Key, list[Customer]] = {}
    for one in people:
        by_name = named[one.id]
        key = _by_word(one, home) if one.household else joined.get(by_name, by_name)
        found.setdefault(key, []).append(one)
    return [tuple(together_there) for together_there in found.values()]


def name_at_home(people: Sequence[Customer], language: str) -> str:
    """`Anna & Petr Novákovi`, `Anna Malá & Petr Novák`; of one her name with titles.

    `language` is the shop's; the language of those who live there goes before it.
    """
    spoken = _language(people[0], language)
    groups = [
        list(group) for _, group in groupby(people, key=lambda one: _surname(one, spoken) or one.id)
    ]
    return _joined([_named(group, spoken) for group in groups])


def as_one(people: Sequence[Customer], language: str) -> Customer:
    """The first who lives there, under the name of all: for whatever is written of one customer."""
    first = people[0]
    if len(people) == 1:
        return first
    name, spoken = name_at_home(people, language), _language(first, language)
    firsts, last = _apart(people, spoken)
    is_shared = name == f"{firsts} {last}"
    return replace(
        first,
        first_name=firsts if is_shared else name,
        last_name=last if is_shared else None,
        title_before=None,
        title_after=None,
        form_of_address="family",
    )


def _by_word(one: Customer, home: str) -> Key:
    return ("household", one.household, _address(one, home))


def _by_name(people: Sequence[Customer], language: str, home: str) -> dict[int, Key]:
    """By customer the surname and address of the first whose family she is; who has no street is alone."""
    families: dict[Key, Key] = {}
    found: dict[int, Key] = {}
    for one in people:
        address = _address(one, home)
        names = (
            forms(one.last_name or "", _language(one, language)) if one.street and one.city else ()
        )
        keys = [("surname", name, address) for name in names]
        known = next((families[key] for key in keys if key in families), None)
        found[one.id] = known or (keys[0] if keys else ("alone", one.id))
        families |= {key: found[one.id] for key in keys if key not in families}
    return found


def _address(one: Customer, home: str) -> Key:
    """Whatever its capitals, accents and spaces."""
    parts = ("".join(words_once(getattr(one, part) or "")) for part in _PLACE)
    return (*parts, one.country or home)


def _surname(one: Customer, language: str) -> str:
    """The surname as all of a family bear it, "" of a company."""
    last = one.last_name or ""
    return together(last, language) or last


def _named(group: Sequence[Customer], language: str) -> str:
    """Those of one surname, which stands once; with titles behind a name everybody stands alone."""
    if len(group) == 1 or not all(_can_share(one) for one in group):
        return _joined([one.name_with_titles for one in group])
    firsts, shared = _apart(group, language)
    return f"{firsts} {shared}" if shared else _joined([one.name for one in group])


def _apart(group: Sequence[Customer], language: str) -> tuple[str, str]:
    """`Anna & Petr` and `Novákovi`; no surname where they share none that is sure to be right."""
    lasts = {one.last_name or "" for one in group}
    shared = together(group[0].last_name or "", language) or (
        lasts.pop() if len(lasts) == 1 else ""
    )
    firsts = [" ".join(filter(None, (one.title_before, one.first_name))) for one in group]
    if len(set(firsts)) == 1:  # one person in two entries, or two whom a label cannot tell apart
        return firsts[0], group[0].last_name or ""
    return _joined(firsts), shared


def _can_share(one: Customer) -> bool:
    return bool(one.first_name and one.last_name) and not one.title_after


def _joined(names: Sequence[str]) -> str:
    """`A, B & C`; a Hebrew name is joined by the letter that means and."""
    *others, last = dict.fromkeys(names)
    if not others:
        return last
    join = " ו" if _BEGINS_IN_HEBREW.match(last) else _AND
    return f"{', '.join(others)}{join}{last}"


def _language(one: Customer, language: str) -> str:
    return one.language or language
