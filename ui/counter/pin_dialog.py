"""Chooses another PIN for counter mode, at the owner's own desk."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import ShopError
from app.keeping.pins import FEWEST, MOST, hashed
from reports.sentences import sentence
from ui.desk import Desk
from ui.shared.dialog import Dialog
from ui.shared.fields import Field
from ui.shared.inputs import Input


class PinDialog(Dialog):
    """Typed twice, so that no slip locks the owner out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(words("PIN of counter mode"), parent)
        self._desk = desk
        rule = words(
            "{least} to {most} digits. Only with them can one leave counter mode.",
            least=FEWEST,
            most=MOST,
        )
        self.first = Field(words("New PIN"), _secret(), help_words=rule)
        self.again = Field(words("Once more"), _secret())
        self.body.addWidget(self.first)
        self.body.addWidget(self.again)
        self.add_way_out(words("Cancel"))
        self.keep = self.add_verb(words("Keep the PIN"))
        self.keep.clicked.connect(self._keep)
        self.first.control.setFocus()

    def _keep(self) -> None:
        words = self._desk.words
        self.first.show_error("")
        self.again.show_error("")
        try:
            kept = hashed(self.first.text)
        except ShopError as refused:
            self.first.show_error(sentence(refused, words))
            return
        if self.first.text != self.again.text:
            self.again.show_error(words("These were two different PINs."))
            return
        if self._desk.attempt(lambda: self._desk.shop.settings.decide("pin", counter_pin=kept)):
            self._desk.tell_last()
        self.accept()


def _secret() -> Input:
    field = Input()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
