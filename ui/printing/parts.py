"""The parts of the Printing screen, each made when one first goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.values import value
from resources.words import mark
from ui.desk import Desk

QUEUE, LABELS, SHEETS, DESIGNS, TABLE, PRINTERS = (
    "queue",
    "labels",
    "sheets",
    "designs",
    "table",
    "printers",
)


@value(kw_only=False)
class Part:
    """`title` is marked text; a widget that has `visited()` is told each time it is shown."""

    key: str
    title: str
    make: Callable[[Desk], QWidget]


def _queue(desk: Desk) -> QWidget:
    from ui.printing.queue.view import make_queue

    return make_queue(desk)


def _labels(desk: Desk) -> QWidget:
    from ui.printing.labels.view import make_labels

    return make_labels(desk)


def _sheets(desk: Desk) -> QWidget:
    from ui.printing.sheets.view import make_sheets

    return make_sheets(desk)


def _designs(desk: Desk) -> QWidget:
    from ui.printing.designer.view import make_designs

    return make_designs(desk)


def _table(desk: Desk) -> QWidget:
    from ui.printing.table.view import make_table

    return make_table(desk)


PARTS: Sequence[Part] = (
    Part(QUEUE, mark("Waiting"), _queue),
    Part(LABELS, mark("Labels and envelopes"), _labels),
    Part(SHEETS, mark("Sheets"), _sheets),
    Part(DESIGNS, mark("Label designs"), _designs),
    Part(TABLE, mark("For the table"), _table),
)
