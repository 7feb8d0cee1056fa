"""What Czech and Slovak letters have in common: the opening word agrees with whom it greets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.people.salutations.salutation import Manner, Person, Salutation, Tone, listed
from app.people.salutations.titles import gender_of_honorific
from app.people.salutations.vocative import Called

Call = Callable[[str, str], Called]
_IN_WARMTH = ("professor", "docent", "doctor")  # titles that also a friend says


@dataclass(frozen=True, slots=True, kw_only=True)
class Slavic:
    """A `Custom`. `family` answers how a family of that surname is called together, "" where unsure:
    one word is a plural, two begin with the word for a family.
    """

    hello: str
    openings: Mapping[Tone, Mapping[str, str]]
    honorifics: Mapping[str, str]
    ranks: Mapping[str, Mapping[str, str]]
    friends: Mapping[Tone, str]
    call_first: Call
    call_last: Call
    family_name: Callable[[str], str]

    def one(self, person: Person, manner: Manner) -> Salutation:
        if person.called:
            return self.called(person.called, person.gender, manner)
        if not person.gender:
            return Salutation(salutation=self.hello, certain=person.is_neutral)
        name = self._name(person, manner)
        return self._line(person.gender, name, manner)

    def several(self, people: Sequence[Person], manner: Manner) -> Salutation:
        together = self._together(people)
        by_first_names = manner.familiar or any(person.called for person in people)
        everybody_known = all(person.gender or person.called for person in people)
        if everybody_known and (by_first_names or not together):
            return self._each(people, manner)
        return self.family(together, manner) if together else self.nobody(manner)

    def family(self, name: str, manner: Manner) -> Salutation:
        together = self.family_name(name)
        if not together:
            return self.nobody(manner)
        gender = "f" if " " in together else "family"
        return self._line(gender, Called(together, certain=True), manner)

    def company(self, name: str, manner: Manner) -> Salutation:  # noqa: ARG002 - a firm has no vocative
        return Salutation(salutation=self.friends[manner.tone])

    def nobody(self, manner: Manner) -> Salutation:  # noqa: ARG002 - the same in both tones
        return Salutation(salutation=self.hello, certain=False)

    def called(self, name: str, gender: str, manner: Manner) -> Salutation:
        gender = gender_of_honorific(name.split(maxsplit=1)[0]) or gender
        if gender:
            return self._line(gender, Called(name, certain=True), manner)
        greeting = self.hello.removesuffix(",")
        return Salutation(salutation=f"{greeting}, {name},", name_in_greeting=name)

    def _together(self, people: Sequence[Person]) -> str:
        """The surname under which they are one family, else ""."""
        names = {self.family_name(person.last) for person in people}
        return people[0].last if len(names) == 1 and "" not in names else ""

    def _line(self, gender: str, name: Called, manner: Manner) -> Salutation:
        opening = self.openings[manner.tone][gender]
        return Salutation(
            salutation=f"{opening} {name.name},", name_in_greeting=name.name, certain=name.certain
        )

    def _name(self, person: Person, manner: Manner) -> Called:
        if person.first and (manner.familiar or not person.last):
            first = self.call_first(person.first, person.gender)
            with_honorific = manner.formal and not manner.familiar
            return self._behind_honorific(first, person, "") if with_honorific else first
        rank = person.rank if manner.formal or person.rank in _IN_WARMTH else ""
        return self._behind_honorific(self.call_last(person.last, person.gender), person, rank)

    def _behind_honorific(self, name: Called, person: Person, rank: str) -> Called:
        title = self.ranks.get(rank, {}).get(person.gender, "")
        words = (self.honorifics[person.gender], title, name.name)
        return Called(" ".join(word for word in words if word), name.certain)

    def _each(self, people: Sequence[Person], manner: Manner) -> Salutation:
        """`Milá Anno, milý Petře,`: each with an opening of their own, ladies first."""
        ordered = sorted(people, key=lambda person: person.gender != "f")
        lines = [self.one(person, manner) for person in ordered]
        first, *others = [line.salutation for line in lines]
        joined = " ".join([first, *(other[:1].lower() + other[1:] for other in others)])
        names = listed([line.name_in_greeting for line in lines], " a ")
        certain = all(line.certain for line in lines)
        return Salutation(salutation=joined, name_in_greeting=names, certain=certain)
