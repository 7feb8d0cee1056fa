"""What on a card is the owner's own, as the book keeps it: her signature and her hands."""

from dataclasses import replace

from app.keeping.keepsakes import Keepsakes
from app.keeping.settings import Settings
from app.shop import Shop
from reports.cards import UnknownHand, style_of
from reports.hand.own import NotAFont, NotEmbeddable, own_hand
from reports.hand.signature import Signature
from reports.hand.style import AMOUNT, HANDS, OWN, Hand, Style, hand_called, is_called
from reports.signing import unpacked

# What is kept never changes under its name, so it is read once in a run.
_signatures: dict[str, Signature] = {}
_hands: dict[str, Hand] = {}


class Owned:
    """Looks things up in the book; `settings` say what of it is used now."""

    def __init__(self, keepsakes: Keepsakes, settings: Settings) -> None:
        self._keepsakes, self._settings = keepsakes, settings

    def style(
        self,
        hand: str | None = None,
        ink: str = "blue",
        amount: float = AMOUNT,
        *,
        signed: str | bool,
    ) -> Style:
        """How cards are written, from names as they are typed or kept.

        `signed` with the signature that is used now, with none, or with the one that is kept by that name.
        Raises `UnknownHand` and `UnknownInk`.
        """
        own = None if hand is None or hand_called(hand) else self._own(hand)
        style = style_of(None if own else hand, ink, amount)
        name = (self._settings.signature if signed else "") if isinstance(signed, bool) else signed
        return replace(style, hand=own or style.hand, signature=self.signature(name))

    def signature(self, name: str | None = None) -> Signature | None:
        """The one that is used now, or the one of that name; None where there is none."""
        wanted = self._settings.signature if name is None else name
        content = self._keepsakes.content(wanted) if wanted and wanted not in _signatures else None
        if content is not None:
            _signatures[wanted] = unpacked(content, wanted)
        return _signatures.get(wanted)

    def hands(self) -> list[Hand]:
        """The owner's own, in the order in which she added them."""
        found = (self._kept(name) for name in self._settings.own_hands.split())
        return [hand for hand in found if hand is not None]

    def hand(self, key: str) -> Hand:
        """The hand that is kept by this key, ours or hers, used or not. Raises `UnknownHand`."""
        return HANDS.get(key) or self._own(key)

    def _own(self, hand: str) -> Hand:
        """By the key that a card keeps, or by the name of her file."""
        mine = self.hands()
        found = self._kept(hand.removeprefix(OWN)) if hand.startswith(OWN) else None
        found = found or next((one for one in mine if is_called(one, hand)), None)
        if found is None:
            raise UnknownHand(name=hand, known=(*HANDS, *(one.name for one in mine)))
        return found

    def _kept(self, name: str) -> Hand | None:
        """The hand of that font, called as it is in this book; None where the book does not have it."""
        title = self._keepsakes.title(name)
        content = self._keepsakes.content(name) if title and name not in _hands else None
        if content is not None:
            try:
                _hands[name] = own_hand(content, title)
            except (NotAFont, NotEmbeddable):
                return None  # another version took it; this one would write boxes
        return replace(_hands[name], name=title) if title else None


def owned(shop: Shop) -> Owned:
    return Owned(shop.keepsakes, shop.settings.read())
