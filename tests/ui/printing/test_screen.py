"""The Printing screen as others send somebody there."""

import subprocess
import sys
from pathlib import Path

import pytest

from ui.places import take_files
from ui.printing.screen import make_printing


@pytest.fixture
def screen(open_part):
    return open_part(make_printing, "printing")


@pytest.fixture
def hana(shop):
    return shop.customer("Hana", "Malá", street="Dlouhá 1", city="Brno", postal_code="602 00")


def test_people_are_sent_to_the_labels(qtbot, shop, hana, screen):
    screen._desk.print_labels([hana.id])
    part = screen.part
    qtbot.waitUntil(lambda: list(part.people.names.names) == ["Hana Malá"])
    assert part.people.lists.currentText() == "1 chosen person"


def test_a_sheet_leads_to_the_labels_on_it(qtbot, shop, hana, screen):
    sheets = screen.go_to("sheets")
    sheets.presenter.choose("Herma 4678")
    sheets.pane.print_act.click()
    assert screen.part.presenter.wish.stock == "Herma 4678"


def test_a_template_file_that_is_let_fall_is_read(qtbot, shop, screen, tmp_path):
    file = tmp_path / "jars.xml"
    file.write_text(
        '<Glabels-templates><Template brand="Mill" part="Jars" size="A4"><Label-rectangle id="0"'
        ' width="60mm" height="40mm"><Layout nx="3" ny="6" x0="10mm" y0="10mm" dx="62mm"'
        ' dy="42mm"/></Label-rectangle></Template></Glabels-templates>'
    )
    take_files(screen._desk, [file])
    part = screen.part
    qtbot.waitUntil(part.templates.isVisible)
    assert part.templates.list.names == ["Mill Jars"]
    assert part.templates.chosen == ["Mill Jars"]
    assert part.back.isVisible()
    part.templates.keep.click()
    assert part.pane.title.text() == "Mill Jars"
    assert part.new.isVisible()


def test_going_to_the_labels_waits_for_nothing_that_is_needed_to_draw(tmp_path):
    heavy = ("numpy", "reports.cards", "reports.designed", "reports.field")
    loaded = "import sys, ui.printing.labels.view; print(*sys.modules)"
    house = Path(__file__).parents[3]
    told = subprocess.check_output([sys.executable, "-c", loaded], cwd=house, text=True)
    assert not set(heavy) & set(told.split())
