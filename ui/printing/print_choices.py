"""What is chosen before a document is printed, what is known of the printer, and what to be warned of."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from app.keeping.database import NOT_NOW
from app.printing.corrections import Correction
from app.shop import Shop
from app.values import value
from reports.papers import PAGES, PAPERS, WIDER, Edge, Size
from reports.two_sided import Turning
from resources.words import Words, mark
from ui.printing.device import USUAL, Device, Rims, best, feed_said, tray_said

if TYPE_CHECKING:
    from datetime import datetime

ONE, ITSELF, BY_HAND = "one", "itself", "hand"
SIDES: Mapping[str, str] = {
    ITSELF: mark("Both sides, the printer turns the sheets"),
    BY_HAND: mark("Both sides, you turn the stack"),
    ONE: mark("Fronts and backs on sheets of their own"),
}
MOST_COPIES = 999
_NAMED: Mapping[Size, str] = {
    **{(min(one.page), max(one.page)): one.name for one in PAPERS.values() if one.page == one.card},
    **{size: name for name, size in (*PAGES.items(), *WIDER.items())},
}


@value
class Wanted:
    """A document that is to be printed: its page, for one with backs the edge its sheets turn over, and the
    name of its `paper` where that is no blank sheet. What comes out `once` is not copied.
    """

    page: Size
    title: str
    edge: Edge | None = None
    paper: str = ""
    once: bool = False

    @property
    def key(self) -> str:
        """What is remembered by: paper is paper, whichever way it lies, but labels are put in by hand."""
        both = "two" if self.edge else "one"
        named = f":{self.paper}" if self.paper else ""
        return f"print:{min(self.page):.0f}x{max(self.page):.0f}:{both}{named}"


@value
class Chosen:
    """On which printer, from which tray and fed how, how many times, and how the second side is printed."""

    device: Device
    tray: str = USUAL
    feed: str = ""
    copies: int = 1
    sides: str = ONE


@value
class Standing:
    """How well the printer is known: `said` in a line, and whether it `is_known` at all."""

    said: str
    is_known: bool


class PrintChoices:
    """Reads what was chosen last for such paper, and keeps what is chosen now."""

    def __init__(self, shop: Shop, words: Words, devices: Sequence[Device], wanted: Wanted) -> None:
        self._shop, self._words = shop, words
        self.devices, self.wanted = devices, wanted

    def usual(self) -> Chosen | None:
        """As last time for this paper, else on the system's usual printer; None where there is none."""
        kept = self._remembered()
        device = best(self.devices, kept.get("printer", ""))
        if device is None:
            return None
        is_same = device.name == kept.get("printer")
        tray = kept.get("tray", USUAL) if is_same else USUAL
        chosen = Chosen(device=device, tray=tray if tray in device.trays else USUAL)
        feeds = self.feeds(chosen)
        feed = kept.get("feed", "") if is_same else ""
        chosen = replace(chosen, feed=feed if feed in feeds else feeds[0])
        offered = self.sides(device)
        sides = kept.get("sides", "") if is_same else ""
        return replace(chosen, sides=sides if sides in offered else offered[0])

    def sides(self, device: Device) -> Sequence[str]:
        """The ways to print this document on that printer, the best first."""
        if self.wanted.edge is None:
            return (ONE,)
        return (ITSELF, BY_HAND, ONE) if self.wanted.edge in device.turns else (BY_HAND, ONE)

    def feeds(self, chosen: Chosen) -> Sequence[str]:
        """How paper may go in there: only what was measured is worth a choice."""
        known = [
            one.feed
            for one in self._shop.printing.corrections.all()
            if one.printer == chosen.device.name and one.tray == chosen.tray
        ]
        return sorted({*known}) or [""]

    def correction(self, chosen: Chosen) -> Correction | None:
        """What is put right on everything printed that way."""
        corrections = self._shop.printing.corrections
        return corrections.of(chosen.device.name, chosen.tray, chosen.feed)

    def standing(self, chosen: Chosen) -> Standing:
        """Whether the printer is set up for that tray."""
        words, known = self._words, self.correction(chosen)
        if known is None:
            said = words("Not set up yet: prints may be up to 2 mm off.")
            return Standing(said=said, is_known=False)
        day = _day(known.at, words)
        if known.proved:
            return Standing(
                said=words("Prints where it should, proved on {day}.", day=day), is_known=True
            )
        return Standing(said=words("Put right on {day}, not proved yet.", day=day), is_known=True)

    def warnings(self, chosen: Chosen, air: Rims | None = None) -> Sequence[str]:
        """`air` is how far from the edges everything is drawn, where that is known."""
        words, device, said = self._words, chosen.device, []
        if not device.takes(self.wanted.page):
            said.append(
                words(
                    "{printer} does not know paper of {size}: its driver may print on another size.",
                    printer=words.isolated(device.title),
                    size=self.size,
                )
            )
        rims = device.rims_on(self.wanted.page)
        cut = [rim for rim, free in zip(rims, air or rims, strict=True) if free < rim]
        if cut:
            said.append(
                words(
                    "This printer leaves {n} mm at the edges white, and something is printed there.",
                    n=_tenths(max(cut), words),
                )
            )
        return said

    @property
    def size(self) -> str:
        """The paper by its name and in millimetres."""
        words, (wide, high) = self._words, self.wanted.page
        numbers = words.isolated(f"{_tenths(wide, words)} × {_tenths(high, words)}")
        fenced = words("{n} mm", n=numbers)
        name = _NAMED.get((min(self.wanted.page), max(self.wanted.page)), "")
        return f"{words.isolated(name)} · {fenced}" if name else fenced

    def trays(self, device: Device) -> Sequence[tuple[str, str]]:
        return [(key, tray_said(key, self._words)) for key in device.trays]

    def feeds_said(self, chosen: Chosen) -> Sequence[tuple[str, str]]:
        return [(key, feed_said(key, self._words)) for key in self.feeds(chosen)]

    def keep(self, chosen: Chosen) -> None:
        """For the next time that such paper is printed on."""
        told = {
            "printer": chosen.device.name,
            "tray": chosen.tray,
            "feed": chosen.feed,
            "sides": chosen.sides,
        }
        with suppress(*NOT_NOW):
            self._shop.settings.remember(self.wanted.key, json.dumps(told))

    def turning(self, chosen: Chosen) -> Turning | None:
        """How the stack of that printer is turned; None where nobody has tried it."""
        told = _read(self._shop.settings.recall(_turning_of(chosen.device)))
        if not told:
            return None
        return Turning(**{name: told.get(name) == "1" for name in ("over", "backwards", "upright")})

    def keep_turning(self, chosen: Chosen, turning: Turning) -> None:
        told = {name: str(int(getattr(turning, name))) for name in ("over", "backwards", "upright")}
        with suppress(*NOT_NOW):
            self._shop.settings.remember(_turning_of(chosen.device), json.dumps(told))

    def _remembered(self) -> Mapping[str, str]:
        return _read(self._shop.settings.recall(self.wanted.key))


def _turning_of(device: Device) -> str:
    return f"turning:{device.name}"


def _read(text: str) -> Mapping[str, str]:
    """What was remembered; nothing where another program has spoilt it."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in told.items()} if isinstance(told, dict) else {}


def _day(at: "datetime | None", words: Words) -> str:
    return words.date(at.date()) if at else ""


def _tenths(number: float, words: Words) -> str:
    from decimal import Decimal

    exact = Decimal(f"{number:.1f}")
    return words.decimal(exact) if exact % 1 else words.number(int(exact))
