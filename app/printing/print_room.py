"""The print room, put together once in `app.shop`."""

from collections.abc import Mapping

from app.keeping.database import Book
from app.keeping.history import History
from app.keeping.undo import Restore
from app.printing import corrections, designs, drawer, own_sheets, queue
from app.values import value


@value
class PrintRoom:
    """What the owner keeps about printing."""

    sheets: own_sheets.OwnSheets
    drawer: drawer.Drawer
    designs: designs.Designs
    corrections: corrections.Corrections
    queue: queue.Queue

    @property
    def restorers(self) -> Mapping[str, Restore]:
        """By kind of thing, who puts it back."""
        return {
            own_sheets.KIND: self.sheets.restore,
            drawer.KIND: self.drawer.restore,
            designs.KIND: self.designs.restore,
            corrections.KIND: self.corrections.restore,
            queue.KIND: self.queue.restore,
        }


def open_print_room(book: Book, history: History) -> PrintRoom:
    kept, waiting = drawer.Drawer(book, history), queue.Queue(book, history)
    renamed = (kept.stock_renamed, waiting.stock_renamed)
    return PrintRoom(
        sheets=own_sheets.OwnSheets(book, history, renamed),
        drawer=kept,
        designs=designs.Designs(book, history),
        corrections=corrections.Corrections(book, history),
        queue=waiting,
    )
