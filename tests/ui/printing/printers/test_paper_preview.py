"""The preview is the paper: true size, every page, and a thousand of them at once."""

from io import BytesIO
from time import process_time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from reports.sheet import MM, Imprint, Sheet
from resources.words import words_in
from ui.printing.paper_preview import PaperPreview


def pages(count):
    file = BytesIO()
    sheet = Sheet(file, Imprint(), "en")
    for _ in range(count):
        sheet.begin_page(210 * MM, 297 * MM)
        sheet.canvas.rect(20 * MM, 270 * MM, 100 * MM, 5 * MM, stroke=0, fill=1)
        sheet.end_page()
    sheet.save()
    return file.getvalue()


@pytest.fixture
def preview(qtbot, light):
    shown = PaperPreview(words_in("en"))
    qtbot.addWidget(shown)
    shown.resize(720, 640)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close_document()


def test_at_true_size_a_page_is_as_large_as_on_paper(preview, qtbot):
    preview.show_document(pages(1))
    qtbot.keyClick(preview.view, Qt.Key.Key_1)
    dots = preview.screen().physicalDotsPerInch()
    sheet = preview.view.sheet()
    assert (sheet.width(), sheet.height()) == pytest.approx(
        (210 / 25.4 * dots, 297 / 25.4 * dots), abs=1
    )
    assert preview.scale.text() == "100%"


def test_it_fits_at_first_and_is_zoomed_by_keys_and_the_wheel(preview, qtbot):
    preview.show_document(pages(1))
    fitted = preview.view.zoom
    assert preview.view.sheet().height() <= preview.view.viewport().height()
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus)
    assert preview.view.zoom > fitted
    qtbot.keyClick(preview.view, Qt.Key.Key_Minus)
    assert preview.view.zoom == pytest.approx(fitted)
    turn_wheel(preview.view, 120)
    assert preview.view.zoom > fitted
    qtbot.keyClick(preview.view, Qt.Key.Key_0)
    assert preview.view.is_fitted
    assert preview.view.zoom == pytest.approx(fitted)


def turn_wheel(view, by):
    wheel = QWheelEvent(
        QPointF(100, 100),
        QPointF(view.mapToGlobal(QPoint(100, 100))),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(wheel)


def test_what_is_drawn_stands_where_the_page_has_it(preview, qtbot):
    preview.show_document(pages(1))
    preview.view.set_zoom(1.0)
    picture = preview.view.viewport().grab().toImage()
    sheet = preview.view.sheet()
    dots = sheet.width() / 210
    inside = QPointF(sheet.left() + 70 * dots, sheet.top() + 24.5 * dots).toPoint()
    above = QPointF(sheet.left() + 70 * dots, sheet.top() + 20 * dots).toPoint()
    assert picture.pixelColor(inside).lightness() < 60
    assert picture.pixelColor(above).lightness() > 240


def test_pages_are_turned_by_keys_and_by_their_small_pictures(preview, qtbot):
    preview.show_document(pages(5))
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.at == 1
    qtbot.keyClick(preview.thumbnails, Qt.Key.Key_End)
    assert preview.at == 4
    assert not preview.after.isEnabled()
    qtbot.mouseClick(preview.before, Qt.MouseButton.LeftButton)
    assert preview.pager.text() == "4 of 5"


def test_a_document_that_is_closed_is_drawn_no_more(preview, qtbot):
    preview.show_document(pages(3))
    preview.close_document()
    assert preview.count == 0
    preview.view.viewport().grab()
    preview.thumbnails.viewport().grab()
    preview.show_document(pages(2))
    assert preview.pager.text() == "1 of 2"


def test_one_page_needs_no_small_pictures(preview):
    preview.show_document(pages(1))
    assert preview.thumbnails.isHidden()


def test_a_thousand_pages_are_there_as_fast_as_ten(preview, qtbot):
    def taken(count):
        document = pages(count)
        begun = process_time()
        preview.show_document(document)
        preview.view.viewport().grab()
        qtbot.waitUntil(lambda: preview.thumbnails.drawn >= 3)
        return process_time() - begun

    few = min(taken(10) for _ in range(3))
    many = min(taken(1_000) for _ in range(3))
    assert preview.thumbnails.drawn < 20
    assert many < few * 5 + 0.2
