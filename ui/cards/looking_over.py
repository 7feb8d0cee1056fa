"""Looks the cards over before they are printed: which are written small, lack letters, or do not fit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.progress import Cancelled, Report
from app.shop import Shop
from app.thanks.doubts import Doubted
from resources.words import Words
from ui.cards.making import stationery
from ui.cards.order import cards_of
from ui.cards.recipients import Recipient
from ui.cards.shown import Work
from ui.cards.sources import Source

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.cautions import Caution
    from reports.stationery import Stationery

MOST = 3000
"""So many are looked over, in some seconds on the side; the others are when they are printed."""
TOLD_FROM = 100
"""So many take long enough to tell how far one is."""
_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found, by the number of the recipient."""

    cautions: Mapping[int, tuple["Caution", ...]] = field(default_factory=dict)
    doubts: Mapping[int, tuple[Doubted, ...]] = field(default_factory=dict)
    too_long: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Whose cards are to be looked over."""

    source: Source
    people: tuple[Recipient, ...]


class LookingOver:
    """One look at a time; what is not wanted any more stops, and what it found is dropped."""

    def __init__(
        self, work: Callable[[Work], None], found: Callable[[Findings], None], words: Words
    ) -> None:
        self._work, self._found, self._words = work, found, words
        self._wanted: Look | None = None
        self._under_way: Look | None = None

    def begin(self, look: Look) -> None:
        self._wanted = look
        if self._under_way is not None or not look.people:
            return
        self._under_way = look
        self._work(
            Work(
                act=lambda shop, report: look_over(shop, look, self._while_wanted(look, report)),
                done=self._take,
                say=self._say,
                ended=self._go_on,
                stopped="",
                icon="eye-outline",
                quiet=len(look.people) < TOLD_FROM,
            )
        )

    def _while_wanted(self, look: Look, report: Report) -> Report:
        def tell(done: int, total: int) -> None:
            if self._wanted != look:
                raise Cancelled
            report(done, total)

        return tell

    def _take(self, findings: Findings) -> None:
        if self._under_way == self._wanted:
            self._found(findings)

    def _go_on(self) -> None:
        done, self._under_way = self._under_way, None
        if self._wanted is not None and self._wanted != done:
            self.begin(self._wanted)

    def _say(self, done: int, total: int) -> str:
        if not total:
            return self._words("Looking the cards over")
        return self._words("Looking over {done} of {total}", done=done, total=total)


def look_over(shop: Shop, look: Look, report: Report) -> Findings:
    """Lays out the first `MOST` cards of the look without writing them. Raises `Cancelled`."""
    on, people = stationery(look.source.making, shop.settings.read()), look.people[:MOST]
    cautions: dict[int, tuple[Caution, ...]] = {}
    doubts: dict[int, tuple[Doubted, ...]] = {}
    too_long: set[int] = set()
    for start in range(0, len(people), _AT_ONCE):
        report(start, len(people))
        for number, card, doubted in _cards(shop, look.source, people[start : start + _AT_ONCE]):
            found = _looked_over(card, on)
            if found is None:
                too_long.add(number)
            elif found:
                cautions[number] = found
            if doubted:
                doubts[number] = doubted
    return Findings(cautions=cautions, doubts=doubts, too_long=frozenset(too_long))


def _cards(
    shop: Shop, source: Source, people: Sequence[Recipient]
) -> Iterator[tuple[int, "CardFacts", tuple[Doubted, ...]]]:
    """The number, the card and the doubts about each."""
    if source.is_waiting:
        for number, sheet in source.put_aside(shop, people).items():
            yield number, sheet.facts, ()
        return
    ids = [one.id for one in people]
    for letter, card in cards_of(shop, source.letters(ids), shop.customers.several(ids)):
        yield letter.customer, card, letter.doubts


def _looked_over(card: "CardFacts", on: "Stationery") -> tuple["Caution", ...] | None:
    """None for a card that cannot be written on this paper."""
    from reports.cards import CardTooLong, look_over

    try:
        return look_over([card], on)
    except CardTooLong:
        return None
