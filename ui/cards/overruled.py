"""Doubts that the owner has overruled: kept in the book with their reasons, and not raised again."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.shop import Shop
from app.thanks.doubts import Doubted
from app.thanks.overruling import Overruling, overrule, overruled, usual_reasons
from ui.cards.recipients import Recipient
from ui.cards.shown import Remark

if TYPE_CHECKING:
    from datetime import date


class Overruled:
    """For the people of one list and letter."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._letter = ""
        self._known: set[tuple[int, date | None, str]] = set()
        self._days: dict[int, date | None] = {}

    def read(self, letter: str, people: Sequence[Recipient]) -> None:
        self._letter = letter
        self._days = {one.id: one.occasion for one in people}
        found = overruled(self._shop.book, letter, self._days)
        self._known = {(one.customer, one.occasion, one.what) for one in found}

    def overrule(self, remark: Remark, reason: str) -> None:
        """For everybody whom the remark is about."""
        for one in remark.people:
            day = self._days.get(one)
            self._known.add((one, day, remark.doubt))
            overrule(
                self._shop.book,
                Overruling(
                    customer=one,
                    letter=self._letter,
                    occasion=day,
                    what=remark.doubt,
                    reason=reason,
                ),
            )

    def left(self, doubts: Mapping[int, tuple[Doubted, ...]]) -> dict[int, tuple[Doubted, ...]]:
        """The doubts that still stand."""
        standing = {
            one: tuple(doubt for doubt in some if not self.stands_overruled(one, doubt.what))
            for one, some in doubts.items()
        }
        return {one: some for one, some in standing.items() if some}

    def stands_overruled(self, one: int, what: str) -> bool:
        return (one, self._days.get(one), str(what)) in self._known

    def usual_reasons(self) -> list[str]:
        return usual_reasons(self._shop.book)
