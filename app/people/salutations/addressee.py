"""To whom a letter goes: a person, a couple, a family or a company, taken from the customer book."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.people.customer import Customer
from app.people.names import is_company, of_both, with_capitals
from app.people.salutations.couples import couple, is_couples_name, without_family
from app.people.salutations.gender import gender_by_name
from app.people.salutations.name_lists import gender_of
from app.people.salutations.salutation import Person
from app.people.salutations.titles import gender_of_honorific, rank
from app.people.salutations.written import proper, without_ends, without_honorific, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Those who are greeted in one line: the `family` of that name, else `people`, else the company."""

    people: tuple[Person, ...] = ()
    family: str = ""
    company: str = ""


def addressee_of(one: Customer, language: str, household: Sequence[Customer] = ()) -> Addressee:
    """Whom a letter in `language` to this customer greets, and to those of `household` with her."""
    others = [other for other in household if other.id != one.id]
    living = [other for other in others if not (other.deceased or other.removed)]
    each = [_alone(other, language) for other in (one, *living)]
    family = next((addressee for addressee in each if addressee.family), None)
    people = tuple(person for addressee in each for person in addressee.people)
    return family or Addressee(people=people, company=each[0].company)


def _alone(one: Customer, language: str) -> Addressee:
    form = one.form_of_address or ""
    titles = (one.title_before or "", one.title_after or "")
    name = written(one.first_name or "", one.last_name or "", *titles)
    company = " ".join((one.company or "").split())
    whole = f"{name.first} {name.last}".strip()
    if not company and is_company(whole):
        return Addressee(company=whole)
    if of_both(name.first)[0] and name.last:  # Mr & Mrs | Smith
        return Addressee(family=with_capitals(name.last), company=company)
    two = couple(name.first, form)
    if not two and couple(name.last, form):  # Petr | Novák a Jana Malá
        return _of_couple(couple(whole, form), "", language)
    if two:
        return _of_couple(two, name.last, language)
    first, of_family = without_family(name.first, beside=name.last)
    last, so_is_last = without_family(name.last, beside=first)
    if form == "family" or of_family or so_is_last or is_couples_name(first, last):
        return Addressee(family=with_capitals(last or first), company=company)
    person = _person(first, last, name.titles, form, language)
    return Addressee(people=(person,) if person else (), company=company)


def _person(first: str, last: str, titles: str, form: str, language: str) -> Person | None:
    first, spoken_to = without_honorific(first, last)
    first, last = proper(first), with_capitals(last)
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


def _of_couple(names: Sequence[str], last: str, language: str) -> Addressee:
    last, _ = without_family(last, beside=" ".join(names))
    lasts = couple(last, "")
    shared = len(lasts) != len(names)
    people = (
        _of_two(name, last if shared else lasts[at], language) for at, name in enumerate(names)
    )
    return Addressee(people=tuple(one for one in people if one))


def _of_two(name: str, last: str, language: str) -> Person | None:
    """One of a couple: `Jan Novák a Eva Dvořáková` have two surnames, `Anna Marie a Petr` have one."""
    before, name, behind = without_ends(name)
    *first, own = name.split() or [""]
    if first and not gender_of(own, language):
        return _person(" ".join(first), own, f"{before} {behind}", "", language)
    gender = gender_by_name(proper(name), "", language)
    return _person(name, last, f"{before} {behind}", gender, language)
