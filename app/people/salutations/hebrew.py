"""Hebrew letters: the word of affection follows the name and agrees with it, `רחל היקרה,`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.people.salutations.salutation import Manner, Person, Salutation, Tone

_DEAR: Mapping[Tone, Mapping[str, str]] = {
    "warm": {"f": "היקרה", "m": "היקר", "women": "היקרות", "family": "היקרים"},
    "formal": {"f": "הנכבדה", "m": "הנכבד", "women": "הנכבדות", "family": "הנכבדים"},
}
_HONORIFICS = {"f": "גברת", "m": "מר"}
_RANKS = {"professor": "פרופ׳", "docent": "ד״ר", "doctor": "ד״ר"}
_RABBI = "הרב"
_HEBREW = re.compile(r"[א-ת]")


class Hebrew:
    """A `Custom`."""

    def one(self, person: Person, manner: Manner) -> Salutation:
        if person.called:
            return self.called(person.called, person.gender, manner)
        name = self._name(person, manner)
        if not person.gender:
            return self._neutral(person, name, manner)
        return self._line(name, person.gender, manner if person.last else Manner())

    def several(self, people: Sequence[Person], manner: Manner) -> Salutation:
        lasts = {person.last for person in people}
        by_family = len(lasts) == 1 and "" not in lasts
        if by_family and not manner.by_first_name:
            return self.family(people[0].last, manner)
        if not all(person.gender for person in people):
            manner = Manner()  # nobody stands with a title beside somebody without
        names = [person.called or self._name(person, manner) for person in people]
        if not all(names):
            return self.family(people[0].last, manner) if by_family else self.nobody(manner)
        return self._line_of_several(_listed(names), {person.gender for person in people}, manner)

    def family(self, name: str, manner: Manner) -> Salutation:
        if name.endswith(("ovi", "ovci")):
            return self._line(name, "family", manner)
        return self._line(f"משפחת {name}", "f", manner)

    def company(self, name: str, manner: Manner) -> Salutation:
        return self._line(f"צוות {name}", "m", manner)

    def nobody(self, manner: Manner) -> Salutation:
        return Salutation(salutation="שלום רב," if manner.formal else "שלום,", certain=False)

    def called(self, name: str, gender: str, manner: Manner) -> Salutation:
        if gender:
            return self._line(name, gender, manner)
        return Salutation(salutation=f"שלום {name},", name_in_greeting=name)

    def _line_of_several(self, names: str, genders: set[str], manner: Manner) -> Salutation:
        """A group is spoken of as men unless all are women; of whom nothing is known, as neither."""
        if genders == {""}:
            return Salutation(salutation=f"שלום {names},", name_in_greeting=names, certain=False)
        line = self._line(names, "women" if genders == {"f"} else "family", manner)
        return replace(line, certain="m" in genders or genders == {"f"})

    def _line(self, name: str, gender: str, manner: Manner) -> Salutation:
        dear = _DEAR[manner.tone][gender]
        return Salutation(salutation=f"{name} {dear},", name_in_greeting=name)

    def _neutral(self, person: Person, name: str, manner: Manner) -> Salutation:
        """`שלום נועם,` and in a formal letter `נועם כהן, שלום רב,`: it tells neither man nor woman."""
        if not name:
            return self.nobody(manner)
        formal = manner.formal and not manner.familiar
        full = f"{person.first} {person.last}".strip() if person.first else name
        line = f"{full}, שלום רב," if formal else f"שלום {name},"
        greeted = full if formal else name
        return Salutation(salutation=line, name_in_greeting=greeted, certain=person.is_neutral)

    def _name(self, person: Person, manner: Manner) -> str:
        if person.rank == "rabbi" and person.last and not manner.familiar:
            return f"{_RABBI} {person.last}"
        if person.first and (manner.by_first_name or not person.last):
            return person.first
        title = _RANKS.get(person.rank) or _HONORIFICS.get(person.gender)
        if title:
            return f"{title} {person.last}"
        return f"{person.first} {person.last}" if person.first else ""


def _listed(names: Sequence[str]) -> str:
    """`דניאל, רחל ונועה`; a name in other letters is set off: `אנה ו־Petr`."""
    *others, last = names
    and_last = f"ו{last}" if _HEBREW.match(last) else f"ו־{last}"
    return f"{', '.join(others)} {and_last}" if others else last


HEBREW = Hebrew()
