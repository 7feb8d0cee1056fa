"""Place cards: a name by hand, to be read from both sides of the table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import BinaryIO

from app.keeping.settings import Settings
from app.people.customer import Customer
from app.progress import Report, unheard
from reports.by_hand import ByHand, cautions_by_hand
from reports.cautions import Caution
from reports.coupon_words import language_for
from reports.dress import Wearing
from reports.field import Field
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.shaping import starts_right_to_left
from reports.sheet import Imprint
from reports.table_face import dress_face, face_ground
from reports.tents import PLACE_CARDS, Look, Tents, draw_face_alone, draw_tents
from resources.words import RIGHT_TO_LEFT

_IMPRINT = Imprint()
_STYLE = Style()
USUAL = next(iter(PLACE_CARDS.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """A guest by the name that is written; the writing follows from `seed` alone."""

    name: str
    language: str
    seed: int
    style: Style = _STYLE


def place_cards(
    people: Iterable[Customer],
    typed: Iterable[str],
    settings: Settings,
    style: Style = _STYLE,
    *,
    first_names: bool = False,
    seed: int = 0,
) -> list[PlaceCard]:
    """One for each person, then for each name that was typed; whoever is named twice sits there twice.

    With `first_names` only those are written, where they are known. Another `seed` writes all anew.
    """
    named = [(_called(one, first_names=first_names), language_for(one, settings)) for one in people]
    named += [(name, settings.language) for name in map(str.strip, typed) if name]
    return [
        PlaceCard(
            name=name,
            language=_spoken(name, language, settings),
            seed=seed_of(name, at, seed) >> 1,
            style=style,
        )
        for at, (name, language) in enumerate(named)
    ]


def place_card_cautions(cards: Iterable[PlaceCard]) -> Iterator[Caution]:
    """Whose name the hand cannot write as it is."""
    for style, some in groupby(cards, key=lambda one: one.style):
        names = (ByHand(one.name, one.language in RIGHT_TO_LEFT) for one in some)
        yield from cautions_by_hand(names, style)


def draw_place_cards(
    cards: Sequence[PlaceCard],
    wearing: Wearing,
    to: BinaryIO,
    report: Report = unheard,
    *,
    tents: Tents = USUAL,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write sheets of cards to cut out and fold. Raises `TextTooLong` for a name that does not fit."""
    look = Look(partial(_draw, wearing), face_ground(wearing))
    draw_tents(cards, tents, look, to, report, imprint=imprint)


def preview_place_card(card: PlaceCard, wearing: Wearing, tents: Tents = USUAL) -> bytes:
    """The near side of one as a page of its own. Raises `TextTooLong`."""
    return draw_face_alone(card, tents, Look(partial(_draw, wearing)))


def _draw(wearing: Wearing, face: Field, card: PlaceCard, side: int) -> None:
    """The far side is written a second time, as a hand would."""
    at, room = dress_face(face, wearing)
    face.large_hand(card.name, at, room, card.style, card.seed + side)


def _called(one: Customer, *, first_names: bool) -> str:
    return (one.first_name if first_names else "") or one.name


def _spoken(name: str, language: str, settings: Settings) -> str:
    """A name runs as its letters do, whatever its owner speaks."""
    runs_back = starts_right_to_left(name)
    if runs_back is None or runs_back == (language in RIGHT_TO_LEFT):
        return language
    usual = settings.language
    return usual if runs_back == (usual in RIGHT_TO_LEFT) else ("he" if runs_back else "en")
