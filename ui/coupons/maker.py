"""What a page needs to know of something that it makes: its fields, its sentence, its paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.keeping.history import StepId
from app.shop import Shop
from ui.coupons.asked import Asked, Texts
from ui.coupons.sheets import Came, Sheets

Picture = Callable[[Shop], bytes]
"""Draws a page of it as it will come out; may be called in any thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was asked for, said back. Without `sheets` nothing is printed: it is only `kept`.

    `samples` are the same in every design that it could have.
    """

    said: str
    act: str
    picture: Picture | None = None
    samples: Mapping[str, Picture] = field(default_factory=dict)
    sheets: Sheets | None = None
    keep: Callable[[], StepId | None] | None = None


class Maker(Protocol):
    """One thing that can be made on such a page."""

    @property
    def parts(self) -> Sequence[tuple[str, Sequence[Asked]]]:
        """Titles of parts of the form, and their fields."""

    def usual(self) -> Texts:
        """What stands in the fields at first."""

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        """What there is to choose from in that field; nothing where it is typed."""

    def is_asked(self, one: Asked, texts: Texts) -> bool: ...

    def read(self, texts: Texts) -> Made:
        """Raises `Misread` for a field that is wrong."""

    def done(self, came: Came) -> str:
        """What the notice says when it came out."""
