"""A customer's statement of points as a PDF: for which time, and where it is saved."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.shop import Shop
from resources.words import mark
from ui.cards.outlets import Choosers
from ui.loyalty.aside import Aside
from ui.loyalty.periods import PERIODS, period
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk

_FILE = mark("Points of {name}")


class StatementPage(Aside):
    """Saved on the side, so that the counter goes on."""

    def __init__(self, desk: "Desk", choosers: Choosers) -> None:
        words = desk.words
        super().__init__(words, words("Statement of points"))
        self._desk, self._choosers, self._customer = desk, choosers, 0
        self.period = Combo([(key, words(said)) for key, said in PERIODS.items()])
        self.period.setObjectName("loyalty.statement.period")
        self.save = Button(words("Save as PDF"), Kind.PRIMARY, icon="file-pdf-box", height=MAIN)
        self.save.setObjectName("loyalty.statement.save")
        said = words(
            "Every movement of the points, with the sum after each, on paper for the customer."
        )
        self.body.addWidget(Text(said, 14, ink="ink2", wrap=True))
        self.body.addWidget(Field(words("For which time"), self.period))
        self.body.addStretch()
        self.foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        self.save.clicked.connect(self._save)

    def open(self, customer: int) -> None:
        self._customer = customer
        self.period.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        desk, words, customer = self._desk, self._desk.words, self._customer
        name = desk.shop.customers.get(customer).name
        path = self._choosers.file(self, words("Save as PDF"), f"{words(_FILE, name=name)}.pdf")
        if path is None:
            return
        days = period(self.period.key, desk.today())
        desk.work(
            lambda shop, _report: save_statement(shop, customer, days, path),
            partial(self._saved, path),
            say=lambda _done, _total: words("Writing the file"),
            icon="file-pdf-box",
        )
        self.left.emit()

    def _saved(self, path: Path, _done: None) -> None:
        said = self._desk.words("Saved as {file}", file=self._desk.words.isolated(path.name))
        self._desk.window.tell(said)


def save_statement(shop: Shop, customer: int, days: tuple[date | None, date], path: Path) -> None:
    """The statement as a file. Raises `CannotWrite`."""
    from reports.files import whole_file
    from reports.statement import write_statement

    with whole_file(path) as file:
        write_statement(shop, customer, days, file)
