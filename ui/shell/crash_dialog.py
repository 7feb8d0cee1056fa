"""The calm dialog after something broke."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.shared.buttons import Kind
from ui.shared.dialog import Dialog


class CrashDialog(Dialog):
    """Says that it was not the reader's fault, and gives a report to send."""

    def __init__(self, words: Words, report: str, parent: QWidget | None) -> None:
        super().__init__(words("Something went wrong"), parent)
        self.report = report
        self.say(
            words(
                "It was not your doing. What you saved is safe, and you can go on. "
                "If it happens again, send us the report: it names no customers."
            )
        )
        self.add_way_out(words("Go on"))
        self.copy = self.add_verb(words("Copy report"), Kind.PRIMARY)
        self.copy.clicked.connect(self._copy)
        self._copied = words("Copied")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.setText(self._copied)
