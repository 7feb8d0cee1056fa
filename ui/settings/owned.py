"""What the owner's own sections of Settings do: her signature, and the hands that she adds."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.errors import ShopError
from app.keeping.history import StepId
from app.shop import Shop
from reports.hand.style import OWN
from reports.sentences import sentence
from resources.words import Words

if TYPE_CHECKING:
    from reports.hand.signature import Signature
    from reports.hand.style import Hand

Result = TypeVar("Result")
Told = Callable[[str], None]
"""Told what is wrong with a file, or "" when it is used from now on."""


class DeskSide(Protocol):
    """What these sections ask of the desk."""

    shop: Shop
    words: Words

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """Does `act`; when the shop refuses, says why and answers None."""

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        """Says what was done, and offers to undo it."""

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object:
        """Reads on the side, with nothing said about it, and hands the result over here."""


class OwnThings:
    """Each change is kept at once and can be undone; what was used before stays in the book."""

    def __init__(self, desk: DeskSide) -> None:
        self._desk = desk

    @property
    def signature(self) -> "Signature | None":
        """The one that cards are signed with now."""
        from reports.owned import owned

        return owned(self._desk.shop).signature()

    @property
    def hands(self) -> "list[Hand]":
        """Hers, in the order in which she added them."""
        from reports.owned import owned

        return owned(self._desk.shop).hands()

    def sign(self, strokes: "list[list[tuple[float, float, float, float | None]]]") -> None:
        """Takes the signature that was drawn."""
        from reports.signing import signature_of

        signature = self._desk.attempt(lambda: signature_of(strokes))
        if signature is not None:
            self._use(signature)

    def sign_from(self, file: Path, told: Told) -> None:
        """Takes the signature in a file; a large scan is read on the side."""
        from reports.signing import signature_from

        self._read(lambda: signature_from(file), self._use, told)

    def leave_off(self) -> None:
        """Cards carry the name alone from now on."""
        said = self._desk.words("Cards are not signed any more")
        self._change("signature", said, signature="")

    def add_hand(self, file: Path, told: Told) -> None:
        """A font becomes one more hand; it is looked through on the side."""
        from reports.own_hands import font_in

        self._read(lambda: font_in(file), lambda font: self._add(file.stem, font), told)

    def remove_hand(self, hand: "Hand") -> None:
        """It is chosen from no more; cards that were written in it can still be printed again."""
        kept = self._desk.shop.settings.read().own_hands.split()
        left = " ".join(name for name in kept if OWN + name != hand.face)
        said = self._desk.words("Hand “{name}” removed", name=self._named(hand.name))
        self._change("own hands", said, own_hands=left)

    def _use(self, signature: "Signature") -> None:
        from reports.signing import packed

        name = self._desk.shop.keepsakes.keep("", packed(signature))
        said = self._desk.words("Cards are signed with this from now on")
        self._change("signature", said, signature=name)

    def _add(self, title: str, font: bytes) -> None:
        shop = self._desk.shop
        name, kept = shop.keepsakes.keep(title, font), shop.settings.read().own_hands.split()
        said = self._desk.words("Hand “{name}” added", name=self._named(title))
        self._change("own hands", said, own_hands=" ".join(dict.fromkeys((*kept, name))))

    def _read(self, read: Callable[[], Result], take: Callable[[Result], None], told: Told) -> None:
        def attempt(_shop: Shop) -> Result | ShopError:
            try:
                return read()
            except ShopError as refused:
                return refused

        def show(found: Result | ShopError) -> None:
            if isinstance(found, ShopError):
                told(sentence(found, self._desk.words))
            else:
                take(found)
                told("")

        self._desk.look_up(attempt, show)

    def _change(self, verb: str, said: str, **wanted: str) -> None:
        shop = self._desk.shop
        settings = shop.settings.read()
        if any(getattr(settings, name) != value for name, value in wanted.items()):
            shop.settings.change(verb, **wanted)
            self._desk.tell_step(shop.history.standing(undone=False, limit=1)[0].id, said)

    def _named(self, name: str) -> str:
        return self._desk.words.isolated(name)
