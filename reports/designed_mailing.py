"""An order for post in a design of the owner's: each piece is one of her labels, not the plain address."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from app.errors import ShopError
from app.people.households import as_one
from app.shop import Shop
from reports.label_design_file import from_parts
from reports.label_fields import Merged, asked
from reports.promised import NOTHING, Promised

if TYPE_CHECKING:
    from reports.designed_labels import DesignedLabel

_OF_AN_ADDRESS = frozenset({"address", "street", "postal_code", "city"})


class UnknownLabelDesign(ShopError):
    """There is no label design called `name`; `known` are those there are."""


class NoLabelDesign(ShopError):
    """Nor is there any other than `name`: the shop has none yet."""


class Addressed(Protocol):
    """What a label is for: a person or a household, with their address as the post has it."""

    @property
    def ids(self) -> tuple[int, ...]: ...
    @property
    def name(self) -> str: ...
    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def language(self) -> str: ...
    @property
    def mark(self) -> str: ...


def design_called(shop: Shop, name: str) -> int:
    """The number of the owner's design of that name, whatever the case of its letters.

    Raises `UnknownLabelDesign` and `NoLabelDesign`.
    """
    designs = shop.printing.designs.all()
    wanted = " ".join(name.split()).casefold()
    found = next((one.id for one in designs if one.name.casefold() == wanted), None)
    if not designs:
        raise NoLabelDesign(name=name)
    if found is None:
        raise UnknownLabelDesign(name=name, known=tuple(one.name for one in designs))
    return found


def asks_for_address(shop: Shop, number: int) -> bool:
    """Whether the design of that number is for post: a sticker on a card needs nobody's address.

    Raises `NotInPrinting`, `NewerDesign` and `BrokenDesign`.
    """
    design = from_parts(shop.printing.designs.one(number).parts)
    return bool(_OF_AN_ADDRESS & asked(design.texts))


def designed_pieces(
    shop: Shop, number: int, pieces: Sequence[Addressed], promised: Promised = NOTHING
) -> "list[DesignedLabel]":
    """In the design of that number, with the numbers of cards that are `promised`.

    Raises `NotInPrinting`, `NewerDesign` and `BrokenDesign`.
    """
    from reports.designed_labels import DesignedLabel, means_of
    from reports.label_people import People

    design = from_parts(shop.printing.designs.one(number).parts)
    language = shop.settings.read().language
    ids = dict.fromkeys(who for piece in pieces for who in piece.ids)
    there = {int(one.id): one for one in promised.named(shop.customers.several(list(ids)))}
    homes = dict.fromkeys(piece.ids for piece in pieces)
    people = [as_one([there[who] for who in home], language) for home in homes]
    facts = {one.id: one for one in People(shop, asked(design.texts)).merged(people)}
    means = means_of(shop, design)
    return [
        DesignedLabel(design=design, facts=_of(piece, facts[piece.ids[0]]), means=means)
        for piece in pieces
    ]


def _of(piece: Addressed, known: Merged) -> Merged:
    """A household is greeted and called as one; its number is that on her card and envelope."""
    values = {**known.values, "address": "\n".join(piece.lines), "number": piece.mark}
    if len(piece.ids) > 1:
        values |= {"name": piece.name, "name_with_titles": piece.name}
    return replace(known, name=piece.name, language=piece.language, values=values)
