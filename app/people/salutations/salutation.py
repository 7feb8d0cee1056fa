"""A salutation, and in what manner the shop speaks to people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Tone = Literal["warm", "formal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Salutation:
    """The line that opens a letter, and the name as it stands in it ("" where nobody is named).

    It is `certain` where nothing had to be left out or left as it was because too little is known:
    a neutral greeting for want of a form of address is not, a name that grammar leaves alone is.
    """

    salutation: str
    name_in_greeting: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """`warm` as on a thank-you card or `formal`; `familiar` where the shop is on first-name terms."""

    tone: Tone = "warm"
    familiar: bool = False

    @property
    def formal(self) -> bool:
        return self.tone == "formal"

    @property
    def by_first_name(self) -> bool:
        """Whether languages that know no polite form of their own write the first name."""
        return self.familiar or not self.formal


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody to be greeted, capitals put right and titles taken off.

    `gender` is `f`, `m` or "" where it is not certain; `rank` is the title she is spoken to with;
    `called` is how she wants to be called, and stands before everything else.
    """

    first: str = ""
    last: str = ""
    rank: str = ""
    gender: str = ""
    is_neutral: bool = False
    called: str = ""


class Custom(Protocol):
    """How letters begin in one language."""

    def one(self, person: Person, manner: Manner) -> Salutation:
        """One person, of whom at least a name is known."""

    def several(self, people: Sequence[Person], manner: Manner) -> Salutation:
        """A couple or a household whose members are named."""

    def family(self, name: str, manner: Manner) -> Salutation:
        """A whole family by its surname."""

    def company(self, name: str, manner: Manner) -> Salutation:
        """The people of a company."""

    def nobody(self, manner: Manner) -> Salutation:
        """Somebody of whom no name is known, or none that may be used."""

    def called(self, name: str, gender: str, manner: Manner) -> Salutation:
        """Somebody who said how she wants to be called; `gender` may be `family` too."""


def listed(names: Sequence[str], last_and: str) -> str:
    """`Anna, Petr and Jana`."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])}{last_and}{names[-1]}"
