"""All label designs of the owner's own, and those to begin from: what is shown of each, what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.errors import ShopError
from app.keeping.history import StepId
from app.people import directory
from app.people.customer import Customer
from app.people.directory import Shown
from app.printing.designs import LabelDesign
from app.shop import Shop
from reports.designed_labels import DesignedLabel, means_of
from reports.label_design import Design
from reports.label_design_file import as_parts, from_parts
from reports.label_fields import Merged, asked, is_for_nobody
from reports.label_people import People, nobody
from reports.label_starts import TITLES, begun, starts
from reports.sentences import sentence
from reports.stock import Stock
from resources.words import Words
from ui.cards.making import own_hands
from ui.cards.tools import HANDS
from ui.printing.designer.copies import Copies
from ui.printing.sheets.stock_said import size_said

_FIRST = 50
"""People among whom one is looked for on whom designs are tried."""
_USUAL = {"US": "5160", "CA": "5160"}
_USUAL_ELSEWHERE = "L7160"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One of them; without a `label` it cannot be opened, and `detail` says why."""

    key: str
    title: str
    detail: str
    label: DesignedLabel | None = None


class Gallery:
    """`known` are the sheets there are; designs are tried on the first person in the book."""

    def __init__(self, shop: Shop, words: Words, known: Callable[[], Sequence[Stock]]) -> None:
        self._shop, self._words, self._known = shop, words, known
        self._somebody: Customer | None = None

    def hands(self) -> list[tuple[str, str]]:
        """Those in which can be written; the first is the one in which each language usually is."""
        words, settings = self._words, self._shop.settings.read()
        ours = [(key, words(said)) for key, said in HANDS.items()]
        own = own_hands(self._shop.keepsakes, settings)
        return [("", words("The usual one")), *ours, *own.items()]

    def usual_sheet(self) -> str:
        """The sheet that the owner's last design is for, else the one that most shops there buy."""
        names = [one.name for one in self._known()]
        for made in reversed(self._shop.printing.designs.all()):
            if (name := str(made.parts.get("stock", ""))) in names:
                return name
        part = _USUAL.get(self._shop.settings.read().country, _USUAL_ELSEWHERE)
        return next((name for name in names if name.split()[-1] == part), names[0])

    def stock(self, name: str) -> Stock | None:
        return next((one for one in self._known() if one.name == name), None)

    def designs(self) -> list[Tile]:
        """In the order in which they were made."""
        self._somebody = self._well_known()
        return [self._tile(one) for one in self._shop.printing.designs.all()]

    def begins(self, sheet: str) -> list[Tile]:
        """What there is to begin from, drawn for that sheet."""
        stock, settings = self.stock(sheet), self._shop.settings.read()
        if stock is None:
            return []
        self._somebody = self._well_known()
        size, tiles = size_said(stock.label, self._words), []
        for name in starts():
            label = self._label(begun(name, stock, self._words, settings))
            tiles.append(Tile(key=name, title=self._words(TITLES[name]), detail=size, label=label))
        return tiles

    def begin(self, start: str, sheet: str) -> LabelDesign | None:
        """A new design that begins so; None where there is no such sheet any more."""
        stock = self.stock(sheet)
        if stock is None:
            return None
        made = begun(start, stock, self._words, self._shop.settings.read())
        title = self._words(TITLES[start]) if start != "empty" else self._words("Label")
        designs = self._shop.printing.designs
        return designs.one(designs.add(self._free(title), as_parts(made)))

    def one(self, number: int) -> LabelDesign:
        """Raises `NotInPrinting`."""
        return self._shop.printing.designs.one(number)

    def copies(self, number: int) -> Copies | None:
        """The order for a sheet full of it where it is the same for everybody; None where it is not.

        Raises `NotInPrinting`, `NewerDesign`, `BrokenDesign`.
        """
        one = self.one(number)
        design = from_parts(one.parts)
        stock = self.stock(design.stock) or self.stock(self.usual_sheet())
        if stock is None or not is_for_nobody(design.texts):
            return None
        return Copies(design=design, stock=stock, title=one.name, count=stock.labels)

    def double(self, number: int) -> None:
        """Raises `NotInPrinting`."""
        one = self.one(number)
        self._shop.printing.designs.add(self._free(one.name), one.parts)

    def remove(self, number: int) -> StepId:
        """Raises `NotInPrinting`."""
        return self._shop.printing.designs.remove(number)

    def _tile(self, one: LabelDesign) -> Tile:
        try:
            design = from_parts(one.parts)
        except ShopError as refused:
            return Tile(key=str(one.id), title=one.name, detail=sentence(refused, self._words))
        size = size_said(design.size, self._words)
        detail = f"{design.stock} · {size}" if design.stock else size
        return Tile(key=str(one.id), title=one.name, detail=detail, label=self._label(design))

    def _label(self, design: Design) -> DesignedLabel:
        facts = self._facts(asked(design.texts))
        return DesignedLabel(design=design, facts=facts, means=means_of(self._shop, design))

    def _facts(self, wanted: frozenset[str]) -> Merged:
        if self._somebody is None:
            return nobody(self._words, self._shop.settings.read())
        return People(self._shop, wanted).merged([self._somebody])[0]

    def _well_known(self) -> Customer | None:
        """The first person who has a card and an address, or nearly."""
        some = self._shop.customers.several(directory.ids(self._shop.book, Shown())[:_FIRST])
        known = [bool(one.card_number) + bool(one.street) + bool(one.city) for one in some]
        return some[known.index(max(known))] if some else None

    def _free(self, name: str) -> str:
        taken = {one.name.casefold() for one in self._shop.printing.designs.all()}
        tries = (name if n == 1 else f"{name} {n}" for n in range(1, len(taken) + 3))
        return next(one for one in tries if one.casefold() not in taken)
