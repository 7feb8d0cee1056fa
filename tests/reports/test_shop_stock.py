"""The sheets of one shop: what everybody knows, and the owner's own."""

from io import BytesIO

import pytest

from reports.glabels import read_templates
from reports.grid import Grid, Shape
from reports.mailing import Mailing, draw_mailing
from reports.measuring import measured
from reports.shop_stock import find, known, measures_of, own, read_sheet, stock_of
from reports.stock import UnknownStock, stock, stocks
from tests.reports.reading import page_size

GRID = Grid(columns=3, rows=8, first=(7.0, 12.0), pitch=(66.0, 33.9))


@pytest.fixture
def measured_sheet():
    return measured((210.0, 297.0), (64.0, 33.9), GRID, name="Blue box")


def keep(shop, sheet):
    return shop.printing.sheets.add(sheet.name, measures_of(sheet))


def test_a_measured_sheet_is_kept_and_is_the_same_again(shop, measured_sheet):
    keep(shop, measured_sheet)
    assert own(shop) == (measured_sheet,)
    assert stock_of(shop, "blue box") == measured_sheet


@pytest.mark.parametrize("one", stocks(), ids=lambda one: one.name)
def test_every_sheet_that_is_known_could_be_kept_as_ones_own(shop, one):
    keep(shop, one)
    (kept,) = own(shop)
    assert [kept.place(n) for n in range(1, kept.labels + 1)] == [
        one.place(n) for n in range(1, one.labels + 1)
    ]
    assert (kept.page, kept.label, kept.feed, kept.shape) == (
        one.page,
        one.label,
        one.feed,
        one.shape,
    )


def test_a_template_with_labels_in_two_places_keeps_both(shop, tmp_path):
    file = tmp_path / "one.xml"
    file.write_text(
        '<Glabels-templates><Template brand="Maker" part="X1" size="A4"><Label-round id="0"'
        ' radius="20mm"><Layout nx="2" ny="3" x0="5mm" y0="5mm" dx="45mm" dy="45mm"/>'
        '<Layout nx="1" ny="2" x0="100mm" y0="5mm" dx="45mm" dy="45mm"/></Label-round></Template>'
        "</Glabels-templates>"
    )
    (one,) = read_templates(file).stocks
    keep(shop, one)
    (kept,) = own(shop)
    assert (kept.labels, kept.shape, kept.place(7)) == (8, Shape.ROUND, (100.0, 5.0))


def test_ones_own_sheet_comes_before_a_known_one_of_its_name(shop, measured_sheet):
    shop.printing.sheets.add("Avery L7160", measures_of(measured_sheet))
    assert stock_of(shop, "Avery L7160").labels == 24
    assert stock_of(shop, "L7160") == stock("L7160")


def test_ones_own_sheets_are_found_by_name_size_and_count(shop, measured_sheet):
    keep(shop, measured_sheet)
    assert find(shop, "blue")[0] == measured_sheet
    assert measured_sheet in find(shop, "64 x 33.9")
    assert measured_sheet in find(shop, "24")
    assert len(known(shop)) == len(stocks()) + 1


def test_a_slip_in_the_name_of_ones_own_sheet_is_answered_with_it(shop, measured_sheet):
    keep(shop, measured_sheet)
    with pytest.raises(UnknownStock) as refused:
        stock_of(shop, "Blue bix")
    assert "Blue box" in refused.value.facts["near"]


def test_a_sheet_that_was_removed_is_not_known_any_more(shop, measured_sheet):
    number = keep(shop, measured_sheet)
    step = shop.printing.sheets.remove(number)
    assert own(shop) == ()
    shop.undo.undo(step)
    assert read_sheet(shop.printing.sheets.one(number)) == measured_sheet


def test_a_mailing_knows_ones_own_sheets(shop, measured_sheet):
    keep(shop, measured_sheet)
    hana = shop.customer("Hana", street="Dlouhá 1", city="Brno", postal_code="602 00")
    to = BytesIO()
    draw_mailing(shop, Mailing(ids=(hana.id,), stock="Blue box"), to)
    assert page_size(to.getvalue()) == pytest.approx((210, 297), abs=0.1)


def test_several_sheets_are_kept_and_taken_back_in_one_step(shop, measured_sheet):
    measures = measures_of(measured_sheet)
    step = shop.printing.sheets.add_several({"One": measures, "Two": measures})
    assert [one.name for one in own(shop)] == ["One", "Two"]
    shop.undo.undo(step)
    assert own(shop) == ()
