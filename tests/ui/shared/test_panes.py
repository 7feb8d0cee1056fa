"""Panes, timelines, warnings, empty pages and paper."""

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.shared.avatars import Avatar, initials, pair_of
from ui.shared.buttons import Button, Kind
from ui.shared.dialog import Dialog
from ui.shared.drawings import BookDrawing
from ui.shared.empty import EmptyState, Tile
from ui.shared.headers import Section
from ui.shared.job_strip import Bar
from ui.shared.pane import Pane
from ui.shared.paper import PaperSheet
from ui.shared.rhythm import Rhythm, Weeks
from ui.shared.text import ElidedText, Text
from ui.shared.timeline import Happening, Timeline
from ui.shared.tokens import LIGHT
from ui.shared.warning import Warn, Warnings


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Tereza Horáková", "TH"),
        ("Jana", "J"),
        ("Anna de la Cruz", "AC"),
        ("", ""),
        ("רחל לוי", "רל"),
    ],
)
def test_initials_are_the_first_and_the_last_word_s(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_person_keeps_her_colour(qtbot: QtBot) -> None:
    assert pair_of("0190-a") == pair_of("0190-a")
    assert {pair_of(f"uid-{n}") for n in range(60)} == set(range(6))
    avatar = Avatar("Tereza Horáková", "u1", 64)
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Tereza Horáková"


def test_the_head_of_a_pane_stays_while_its_body_scrolls(qtbot: QtBot) -> None:
    pane = Pane("Tereza Horáková")
    qtbot.addWidget(pane)
    head = Text("Tereza Horáková", 20, 600)
    pane.head.addWidget(head)
    for number in range(60):
        pane.body.addWidget(Text(str(number)))
    pane.resize(392, 500)
    pane.show()
    qtbot.waitExposed(pane)
    before = head.pos()
    bar = pane.area.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert head.pos() == before


def test_a_happening_is_read_whole_and_opened_by_a_press(qtbot: QtBot) -> None:
    thread = Timeline("History")
    qtbot.addWidget(thread)
    thread.show_happenings(
        [
            Happening("basket-outline", "Sale 248 Kč", "+24 points", "Yesterday", key="s1"),
            Happening("gift-outline", "Loaf of the day", "−120 points", "18 Oct"),
        ]
    )
    thread.show()
    knots = [w for w in thread.findChildren(QWidget) if w.accessibleName()]
    assert knots[0].accessibleName() == "Sale 248 Kč, +24 points, Yesterday"
    with qtbot.waitSignal(thread.pressed) as told:
        qtbot.mouseClick(knots[0], Qt.MouseButton.LeftButton)
    assert told.args == ["s1"]


def test_no_more_than_two_warnings_are_shown(qtbot: QtBot) -> None:
    warnings = Warnings()
    qtbot.addWidget(warnings)
    warnings.show_strips([Warn(f"Card {n} is too long") for n in range(5)], "3 more")
    warnings.show()
    assert len([w for w in warnings.findChildren(Warn) if w.isVisible()]) == 2
    assert "3 more" in [label.text() for label in warnings.findChildren(QLabel)]


def test_an_empty_page_leads_to_its_first_tile(qtbot: QtBot) -> None:
    page = EmptyState(BookDrawing(("Thank you,", "Mrs Novak!")), "Ready to fill", "It stays here.")
    choose = Button("Choose a file", Kind.PRIMARY)
    first = Tile("tray-arrow-down", "Import my list", "You see every row first.", choose)
    other = Tile("account-plus-outline", "Start empty", "A name is enough.", Button("Add one"))
    page.add(first)
    page.add(other)
    page.hint("file-excel-outline", "Or drop a file")
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitExposed(page)
    assert (first.leads, other.leads) == (True, False)
    assert first.grab().toImage().pixelColor(148, 0) == QColor(LIGHT.accent)
    with qtbot.waitSignal(choose.clicked):
        qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)


def test_a_sheet_keeps_its_shape_and_is_never_mirrored(qtbot: QtBot, hebrew: None) -> None:
    def ink_the_leading_corner(painter: QPainter, _size: QSizeF) -> None:
        painter.fillRect(QRectF(0, 0, 20, 20), QColor("black"))

    paper = PaperSheet("Card", QSizeF(148, 105))
    qtbot.addWidget(paper)
    paper.resize(676, 500)
    paper.show_sheet(QSizeF(148, 105), ink_the_leading_corner, "Dear Mrs Novak")
    rect = paper.sheet()
    assert rect.width() / rect.height() == pytest.approx(148 / 105, rel=0.01)
    seen = paper.grab().toImage().pixelColor(int(rect.left()) + 10, int(rect.top()) + 10)
    assert seen == QColor("black")
    assert paper.accessibleDescription() == "Dear Mrs Novak"


def test_a_rhythm_is_said_in_words_and_its_newest_week_is_at_the_left_in_hebrew(
    qtbot: QtBot, hebrew: None
) -> None:
    rhythm = Rhythm(Weeks([0] * 25 + [2], 0, "usually every 5 days, 29 days ago"))
    qtbot.addWidget(rhythm)
    assert rhythm.accessibleName() == "usually every 5 days, 29 days ago"
    picture = rhythm.grab().toImage()
    dark = [x for x in range(picture.width()) if picture.pixelColor(x, 6) == QColor(LIGHT.ink2)]
    assert dark
    assert max(dark) < 20


def test_a_bar_grows_from_the_right_in_hebrew(qtbot: QtBot, hebrew: None) -> None:
    bar = Bar(6)
    qtbot.addWidget(bar)
    bar.resize(100, 6)
    bar.show_share(0.3, "30 of 100")
    picture = bar.grab().toImage()
    assert picture.pixelColor(90, 3) == QColor(LIGHT.accent)
    assert picture.pixelColor(10, 3) == QColor(LIGHT.line)


def test_a_name_that_is_cut_is_told_whole(qtbot: QtBot) -> None:
    name = ElidedText("Bohumila Nepomucká-Vyskočilová", 14, 500)
    qtbot.addWidget(name)
    name.resize(80, 20)
    name.show()
    assert name.toolTip() == "Bohumila Nepomucká-Vyskočilová"
    name.resize(400, 20)
    assert name.toolTip() == ""


def test_a_latin_name_stands_at_the_right_in_a_hebrew_window(qtbot: QtBot, hebrew: None) -> None:
    words = Text("Tereza")
    qtbot.addWidget(words)
    assert words.alignment() & Qt.AlignmentFlag.AlignRight
    assert words.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_a_section_has_lines_between_its_rows_only(qtbot: QtBot) -> None:
    section = Section("Print by", "5 cards", "All")
    qtbot.addWidget(section)
    for name in ("Tereza", "Olga", "Marek"):
        section.add(Text(name))
    assert section.rows.count() == 5
    section.clear()
    assert section.rows.count() == 0


def test_escape_leaves_a_dialog_and_changes_nothing(qtbot: QtBot) -> None:
    dialog = Dialog("Erase Tereza?")
    qtbot.addWidget(dialog)
    dialog.say("Her card and points go too. This cannot be undone.")
    dialog.add_way_out("Keep her")
    dialog.add_verb("Erase", Kind.DESTRUCTIVE)
    dialog.open()
    assert [b.text() for b in dialog.findChildren(QPushButton)] == ["Keep her", "Erase"]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_lines_stay_apart_in_a_text_that_reads_from_the_right(qtbot: QtBot) -> None:
    said = Text("אחת\nשתיים\nשלוש", wrap=True)
    qtbot.addWidget(said)
    said.setFixedSize(300, said.heightForWidth(300))
    image = said.grab().toImage()
    ground = image.pixel(0, 0)
    inked = [
        any(image.pixel(x, y) != ground for x in range(image.width()))
        for y in range(image.height())
    ]
    begun = [one and not before for before, one in zip([False, *inked], inked, strict=False)]
    assert sum(begun) == 3
