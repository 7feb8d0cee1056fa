"""A language in which every sentence stands in brackets finds the words that nobody can translate.

The people in the book have Hebrew names: whatever Latin letters stand outside of brackets were never
asked of `Words`.
"""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QThreadPool
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from resources.words import LANGUAGES, Words
from ui.desktop import Desktop
from ui.start.demo import fill_demo

ENVIRON = {"USER": "יעל", "LANG": "he_IL.UTF-8", "TZ": "Asia/Jerusalem"}
SAID = re.compile(r"⟦[^⟦⟧]*⟧")
# Names of things that are called the same everywhere, and what people wrote themselves.
THE_SAME_EVERYWHERE = re.compile(
    r"Regulars|PDF|VIP|Ctrl|Return|Shift|Esc|\bpt\b|\S+@\S+|\.(?:xlsx?|xlsb|ods|csv|tsv|vcf)|customers\.csv"
    r"|\b[2-9A-Z]{5}-[2-9A-Z]{5}\b|\b[A-Z][0-9]\w*|\bDL\b|L7160|⟨[^⟩]*⟩"
)
MONEY = re.compile(r"[A-Z]{3}  ⟦[^⟦⟧]*⟧$")
LATIN = re.compile(r"[A-Za-z]{2,}")


class Bracketed:
    """A catalogue that knows every sentence."""

    def gettext(self, text: str) -> str:
        return f"⟦{text}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"⟦{one if n == 1 else many}⟧"

    def pgettext(self, _context: str, text: str) -> str:
        return f"⟦{text}⟧"


class PseudoWords(Words):
    def __init__(self) -> None:
        super().__init__("en")
        self._catalogue = Bracketed()

    def date(self, day, pattern="long"):
        return f"⟦{super().date(day, pattern)}⟧"

    def weekday(self, day):
        return f"⟦{super().weekday(day)}⟧"

    def country(self, code):
        return f"⟦{super().country(code)}⟧"

    def currency(self, code):
        return f"⟦{super().currency(code)}⟧"

    def town(self, zone):
        return f"⟦{super().town(zone)}⟧"


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything that is read on it or read aloud."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    yield from (action.text() for action in widget.actions())
    for name in ("text", "placeholderText", "title"):
        said = getattr(widget, name, None)
        if callable(said):
            yield str(said())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from texts_in(widget.model())


def texts_in(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        yield str(head) if isinstance(head, str) else ""
        for row in range(min(20, model.rowCount(QModelIndex()))):
            for role in roles:
                said = model.index(row, column).data(role)
                yield said if isinstance(said, str) else ""


def never_asked_for(window: QWidget) -> set[str]:
    """What stands outside of brackets and could have been a word."""
    said = {text for one in (window, *window.findChildren(QWidget)) for text in texts_of(one)}
    return {text for text in said if LATIN.search(THE_SAME_EVERYWHERE.sub(" ", outside(text)))}


def but_languages_and_money(said: set[str]) -> set[str]:
    """Languages are called by their own names, money by its code."""
    return {text for text in said - set(LANGUAGES.values()) if not MONEY.match(text)}


def outside(text: str) -> str:
    """What is left of `text` without its brackets, whichever stand within others."""
    while (less := SAID.sub(" ", text)) != text:
        text = less
    return text


@pytest.fixture
def pseudo(monkeypatch) -> Words:
    words = PseudoWords()
    for module in ("ui.desktop", "ui.start.presenter"):
        monkeypatch.setattr(f"{module}.words_in", lambda _language: words)
    return words


@pytest.fixture
def opened(qtbot, tmp_path, pseudo):
    """The desktop over an invented shop in Haifa, speaking the bracketed language."""
    from app.clock import system_clock

    fill_demo(tmp_path / "shop", system_clock, ENVIRON, "he")
    desktop = Desktop(tmp_path / "shop", "en", environ=ENVIRON)
    desktop.open()
    qtbot.waitExposed(desktop.window)
    yield desktop
    QThreadPool.globalInstance().waitForDone()
    desktop.leave()


def test_every_word_of_every_place_was_asked_of_the_catalogue(opened, tmp_path):
    window = opened.desk.window
    file = tmp_path / "customers.csv"
    file.write_text("⟨name⟩;⟨phone⟩\nנועה לוי;052 123 4567\n", "utf-8")
    for place in window.stack.places:
        window.go(place)
    opened.desk.take_in(file)
    opened.desk.show_customer(1)
    left = never_asked_for(window) - asked_by(opened.desk.shop)
    assert but_languages_and_money(left) == set()


def asked_by(shop) -> set[str]:
    """What customers are asked is the shop's own, like a name."""
    questions = [one for survey in shop.voice.surveys.all() for one in survey.questions]
    return {text for question in questions for text in question.texts.values()}


def test_every_word_of_the_first_questions_was_asked_of_the_catalogue(qtbot, tmp_path, pseudo):
    desktop = Desktop(tmp_path / "new", "en", environ=ENVIRON)
    desktop.open()
    left = never_asked_for(desktop.window)
    desktop.leave()
    assert but_languages_and_money(left) == set()
