"""The language that the whole program speaks just now, Qt's own buttons and mirroring included."""

from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from resources.words import Words
from ui.places import SETTLED


class Tongue:
    """One for the whole program; it speaks as it was last told."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def speak(self, words: Words) -> Words:
        """From now on in the language of `words`; answers them."""
        self.rest()
        self._translator = QTranslator()
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{words.language}", where):
            QApplication.installTranslator(self._translator)
        QTimer.singleShot(SETTLED, lambda: _write_as_in(words.language))
        way = Qt.LayoutDirection
        QApplication.setLayoutDirection(way.RightToLeft if words.right_to_left else way.LeftToRight)
        return words

    def rest(self) -> None:
        """Qt's own words are English again."""
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
        self._translator = None


def _write_as_in(language: str) -> None:
    """Qt's own dialogs write days and numbers as that language does.

    The languages and countries that Qt knows take 6 ms to load, and no window of ours needs them.
    """
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(language))
