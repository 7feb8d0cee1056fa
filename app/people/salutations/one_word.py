"""English and Danish letters, in which one word greets everybody: `Dear Anna,` `Kære familien Jensen,`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.people.salutations.salutation import Manner, Person, Salutation, Tone, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class OneWord:
    """A `Custom`. `is_plain` where people are called by their full name also in a formal letter."""

    dear: str
    hello: Mapping[Tone, str]
    honorifics: Mapping[str, str]
    ranks: Mapping[str, str]
    last_and: str
    family_of: str
    people_of: Mapping[Tone, str]
    is_plain: bool

    def one(self, person: Person, manner: Manner) -> Salutation:
        name = person.called or self._name(person, manner)
        return self._line(name) if name else self.nobody(manner)

    def several(self, people: Sequence[Person], manner: Manner) -> Salutation:
        lasts = {person.last for person in people}
        if all(person.first or person.called for person in people):
            return self._line(self._listed(people, manner, shared=len(lasts) == 1))
        if len(lasts) == 1 and "" not in lasts:
            return self.family(people[0].last, manner)
        names = [person.called or self._name(person, manner) for person in people]
        return self._line(listed(names, self.last_and)) if all(names) else self.nobody(manner)

    def family(self, name: str, manner: Manner) -> Salutation:  # noqa: ARG002 - the same in both tones
        is_plural = name.endswith(("ovi", "ovci"))
        return self._line(name if is_plural else self.family_of.format(name=name))

    def company(self, name: str, manner: Manner) -> Salutation:
        return self._line(self.people_of[manner.tone].format(name=name))

    def nobody(self, manner: Manner) -> Salutation:
        return Salutation(salutation=self.hello[manner.tone], certain=False)

    def called(self, name: str, gender: str, manner: Manner) -> Salutation:  # noqa: ARG002 - one word for all
        return self._line(name)

    def _line(self, name: str) -> Salutation:
        return Salutation(salutation=f"{self.dear} {name},", name_in_greeting=name)

    def _listed(self, people: Sequence[Person], manner: Manner, *, shared: bool) -> str:
        if manner.by_first_name or shared:
            names = listed([person.called or person.first for person in people], self.last_and)
            return names if manner.by_first_name else f"{names} {people[0].last}".strip()
        full = [person.called or f"{person.first} {person.last}".strip() for person in people]
        return listed(full, self.last_and)

    def _name(self, person: Person, manner: Manner) -> str:
        """The first name, or the last behind its title; "" where the title would be a guess."""
        if person.first and (manner.by_first_name or not person.last):
            return person.first
        title = self.ranks.get(person.rank) or self.honorifics.get(person.gender)
        if person.first and (self.is_plain or not title):
            return f"{person.first} {person.last}"
        return f"{title} {person.last}" if title else ""


ENGLISH = OneWord(
    dear="Dear",
    hello={"warm": "Hello,", "formal": "Hello,"},
    honorifics={"f": "Ms", "m": "Mr"},
    ranks={"professor": "Professor", "docent": "Dr", "doctor": "Dr", "rabbi": "Rabbi"},
    last_and=" and ",
    family_of="{name} family",
    people_of={"warm": "friends at {name}", "formal": "team at {name}"},
    is_plain=False,
)
DANISH = OneWord(
    dear="Kære",
    hello={"warm": "Hej,", "formal": "Goddag,"},
    honorifics={"f": "fru", "m": "hr."},
    ranks={},
    last_and=" og ",
    family_of="familien {name}",
    people_of={"warm": "alle hos {name}", "formal": "alle hos {name}"},
    is_plain=True,
)
