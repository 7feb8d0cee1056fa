"""The part *Printers*: which printers there are, and how each of them stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from app.printing.corrections import Correction
from app.values import value
from resources.words import Words
from ui.printing.device import Device, feed_said, tray_said

if TYPE_CHECKING:
    from ui.feedback.needs import DeskSide


@value
class KeptLine:
    """A tray and feed of a printer that was measured; `state` says since when and whether it was proved."""

    key: int
    place: str
    state: str
    is_proved: bool


@value
class PrinterLine:
    """A printer; `name` is empty where it is not connected any more and cannot be set up."""

    name: str
    title: str
    detail: str
    state: str
    is_set_up: bool
    kept: tuple[KeptLine, ...]


class PrintersView(Protocol):
    """What the part shows."""

    def show_printers(self, lines: Sequence[PrinterLine]) -> None: ...

    def show_none(self) -> None:
        """This computer has no printer, and none was ever set up."""


class Printers:
    """Connected printers first, the usual one at the head; then those that were set up and are gone."""

    def __init__(self, desk: "DeskSide", view: PrintersView) -> None:
        self._desk, self._view = desk, view
        self._kept: list[Correction] = []

    def show(self, devices: Sequence[Device]) -> None:
        self._kept = self._desk.shop.printing.corrections.all()
        there = sorted(devices, key=lambda one: (not one.is_default, one.title.casefold()))
        lines = [self._line(one) for one in there]
        named = {one.name for one in devices}
        gone = dict.fromkeys(one.printer for one in self._kept if one.printer not in named)
        lines += [self._gone(name) for name in gone]
        if lines:
            self._view.show_printers(lines)
        else:
            self._view.show_none()

    def forget(self, key: int) -> None:
        """It prints as it did before anybody measured it."""
        one = self._kept[key]
        corrections = self._desk.shop.printing.corrections
        self._desk.tell_step(
            self._desk.attempt(lambda: corrections.forget(one.printer, one.tray, one.feed))
        )

    def kept(self, key: int) -> Correction:
        """What is known under that number of the list."""
        return self._kept[key]

    def _line(self, device: Device) -> PrinterLine:
        words, kept = self._desk.words, self._lines_of(device.name)
        usual = words("The usual printer") if device.is_default else ""
        return PrinterLine(
            name=device.name,
            title=device.title,
            detail=usual,
            state="" if kept else words("Not set up yet"),
            is_set_up=bool(kept),
            kept=kept,
        )

    def _gone(self, name: str) -> PrinterLine:
        said = self._desk.words("Not connected now")
        return PrinterLine(
            name="", title=name, detail=said, state="", is_set_up=True, kept=self._lines_of(name)
        )

    def _lines_of(self, name: str) -> tuple[KeptLine, ...]:
        words = self._desk.words
        return tuple(
            KeptLine(
                key=at,
                place=_place(one, words),
                state=_state(one, words),
                is_proved=one.proved,
            )
            for at, one in enumerate(self._kept)
            if one.printer == name
        )


def _place(one: Correction, words: Words) -> str:
    said = [tray_said(one.tray, words)]
    if one.feed:
        said.append(feed_said(one.feed, words))
    return ", ".join(said)


def _state(one: Correction, words: Words) -> str:
    day = words.date(one.at.date()) if one.at else ""
    if one.proved:
        return words("Proved on {day}", day=day)
    return words("Corrected on {day}, not proved yet", day=day)
