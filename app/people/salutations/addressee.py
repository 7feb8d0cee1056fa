"""To whom a letter goes: a person, a couple, a family or a company, taken from the customer book."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.people.customer import Customer
from app.people.names import GENERATIONS, is_company, with_capitals, without_titles
from app.people.salutations.gender import gender_by_name
from app.people.salutations.name_lists import gender_of
from app.people.salutations.salutation import Person
from app.people.salutations.titles import gender_of_honorific, rank

_PUNCTUATION = re.compile(r"[\s!-/:-@\[-`{-~–—…„“”‚‘’«»־׳״]*")
_BRACKETS = re.compile(r"\([^()]*\)")
_AND = r"\s+(?:a|i|und|and|&|\+|og|и|және|мен|бен|пен)\s+|\s*[&+]\s*"
_JOINED = re.compile(_AND)
_JOINED_IN_CAPITALS = re.compile(_AND, re.IGNORECASE)
_JOINED_IN_HEBREW = re.compile(r"\s+ו[-־]?(?=\w{2})")
_FAMILY = frozenset(
    """rodina rodiny rodině manželé manželia fam familien familie family the משפחת משפחה משפ' משפ׳
    отбасы әулеті""".split()
)
_COUPLES_NAME = re.compile(r"\w{2}(?:ovi|ovci)$")
_INITIAL = re.compile(r"[A-Za-zÀ-žА-Яа-яӘҒҚҢӨҰҮҺІ]\.?|[א-ת]['׳.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Those who are greeted in one line: `people`, else the `family` of that name, else the company."""

    people: tuple[Person, ...] = ()
    family: str = ""
    company: str = ""


def addressee_of(one: Customer, language: str, household: Sequence[Customer] = ()) -> Addressee:
    """Whom a letter in `language` to this customer greets, and to those of `household` with her."""
    others = [other for other in household if other.id != one.id]
    living = [other for other in others if not (other.deceased or other.removed)]
    each = [_addressee(other, language) for other in (one, *living)]
    family = next((addressee for addressee in each if addressee.family), None)
    people = tuple(person for addressee in each for person in addressee.people)
    return family or Addressee(people=people, company=each[0].company)


def _addressee(one: Customer, language: str) -> Addressee:
    first, last, titles = _names(one)
    company = " ".join((one.company or "").split())
    whole = f"{first} {last}".strip()
    if not company and is_company(whole):
        return Addressee(company=whole)
    couple = _couple(first, one.form_of_address)
    if couple:
        return _of_couple(couple, last, language)
    first, of_family = _without_family(first, beside=last)
    last, so_is_last = _without_family(last, beside=first)
    if one.form_of_address == "family" or of_family or so_is_last or _is_couples_name(first, last):
        return Addressee(family=last or first, company=company)
    person = _person(first, last, titles, one.form_of_address or "", language)
    return Addressee(people=(person,) if person else (), company=company)


def _person(first: str, last: str, titles: str, form: str, language: str) -> Person | None:
    first, spoken_to = _without_honorific(first, last)
    first, last = _proper(first), with_capitals(last)
    if not (first or last):
        return None
    honorific = spoken_to or gender_of_honorific(titles.partition(" ")[0])
    gender = form if form in {"f", "m"} else honorific or gender_by_name(first, last, language)
    is_neutral = form == "neutral"
    return Person(
        first=first,
        last=last,
        rank=rank(titles),
        gender="" if is_neutral else gender,
        is_neutral=is_neutral,
    )


def _names(one: Customer) -> tuple[str, str, str]:
    """First name, last name and all titles, wherever they were written."""
    first, last = (_BRACKETS.sub(" ", name or "") for name in (one.first_name, one.last_name))
    before, first, behind_first = _untitled(first)
    before_last, last, behind = _untitled(last)
    first, last = _unshouted(first, last)
    titles = (one.title_before or "", before, behind_first, before_last, behind)
    return first, last, " ".join(" ".join((*titles, one.title_after or "")).split())


def _unshouted(first: str, last: str) -> tuple[str, str]:
    """`BO JENSEN` is Bo; a BO alone might be initials."""
    whole = f"{first} {last}"
    if not whole.isupper() or _JOINED_IN_CAPITALS.search(first):
        return first, last
    words, at = with_capitals(whole).split(), len(first.split())
    return " ".join(words[:at]), " ".join(words[at:])


def _untitled(name: str) -> tuple[str, str, str]:
    """Titles, name, titles; no name where there are only signs of punctuation."""
    before, words, behind = without_titles(name)
    while len(words) > 1 and words[-1].rstrip(".").lower() in GENERATIONS:
        words.pop()
    text = " ".join(" ".join(words).split()).strip(", ")
    if not text:
        before, text, behind = "", " ".join(name.split()), ""
    return before, "" if _PUNCTUATION.fullmatch(text) else text, behind


def _couple(first: str, form: str | None) -> list[str]:
    """The first names of `Anna a Petr`; nobody when it is the name of one."""
    if form not in {None, "", "family"}:
        return []
    pattern = _JOINED_IN_CAPITALS if first.isupper() else _JOINED
    parts = pattern.split(first)
    if form == "family":
        parts = [name for part in parts for name in _JOINED_IN_HEBREW.split(part)]
    if len(parts) > 1 or form == "family":
        parts = [name.strip() for part in parts for name in part.split(",")]
    parts = [part for part in parts if not _PUNCTUATION.fullmatch(part)]
    return parts if len(parts) > 1 else []


def _of_couple(names: Sequence[str], last: str, language: str) -> Addressee:
    last, _ = _without_family(last, beside=" ".join(names))
    people = (_of_two(name, last, language) for name in names)
    return Addressee(people=tuple(one for one in people if one))


def _of_two(name: str, last: str, language: str) -> Person | None:
    """One of a couple: `Jan Novák a Eva Dvořáková` have two surnames, `Anna Marie a Petr` have one."""
    titles, name, behind = _untitled(name)
    *first, own = name.split() or [""]
    if first and not gender_of(own, language):
        return _person(" ".join(first), own, f"{titles} {behind}", "", language)
    gender = gender_by_name(_proper(name), "", language)
    return _person(name, last, f"{titles} {behind}", gender, language)


def _without_family(name: str, *, beside: str) -> tuple[str, bool]:
    """`Jensen` of `familien Jensen`, and whether it was a family's; something of the name remains."""
    words = name.split()
    kept = [word for word in words if word.lower().strip(".,") not in _FAMILY]
    is_family = len(kept) < len(words) and bool(kept or beside)
    return (" ".join(kept), True) if is_family else (name, False)


def _is_couples_name(first: str, last: str) -> bool:
    return not (first and last) and bool(_COUPLES_NAME.search(last or first))


def _without_honorific(first: str, last: str) -> tuple[str, str]:
    """`paní Jana`, `Mrs.`: taken off, with the gender it tells."""
    word, _, others = first.partition(" ")
    gender = gender_of_honorific(word) if others or last else ""
    if not gender or (word.istitle() and word.lower() == "pan"):  # Pan Li has a first name
        return first, ""
    return others, gender


def _proper(first: str) -> str:
    """The first name in its letters, without initials: nobody is called `J.`"""
    words = with_capitals(first).split()
    while words and _INITIAL.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)
