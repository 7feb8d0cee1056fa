"""`stock` tells which sheets there are, and `labels` prints on those and on gLabels' own."""

import pypdf
import pytest

TEMPLATE = """<?xml version="1.0"?>
<Glabels-templates>
  <Template brand="Mill" part="Jars" size="A4">
    <Label-rectangle id="0" width="60mm" height="40mm" round="0">
      <Layout nx="3" ny="{rows}" x0="10mm" y0="10mm" dx="62mm" dy="42mm"/>
    </Label-rectangle>
  </Template>
  <Template brand="Mill" part="Lids" equiv="Jars"/>
</Glabels-templates>
"""


@pytest.fixture
def jars(brno):
    return brno.file(TEMPLATE.format(rows=6), "jars.xml")


def test_a_size_finds_the_sheets_that_have_it(till):
    found = till.run("stock", "63.5 x 38.1", "--json").json()
    assert [one["name"] for one in found] == ["Avery L7160", "Herma 4677", "Rayfilm 0410"]
    assert found[0]["labels"] == 21
    assert till.run("--lang", "en", "stock", "99014").out == (
        "Dymo 99014  101 × 54 mm  1  101 × 54 mm  labels for parcels, on a roll\n"
    )
    assert not till.shop.exists()


@pytest.mark.parametrize("name", ["avery 5160", "8160", "Zweckform-3474", "DK-22205 40 mm"])
def test_labels_are_printed_on_a_sheet_by_any_of_its_names(brno, tmp_path, name):
    assert brno.run("labels", "--stock", name, "-o", tmp_path / "out.pdf").code == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_labels_are_printed_on_a_sheet_out_of_a_template(brno, jars, tmp_path):
    to = tmp_path / "out.pdf"
    assert brno.run("labels", "--stock", f"{jars}#lids", "--start", "18", "-o", to).code == 0
    assert len(pypdf.PdfReader(to).pages) == 2
    assert f"{jars}#Jars" in brno.run("labels", "--stock", jars, "-o", to).refusal()


def test_a_template_that_does_not_fit_its_page_is_not_printed_on(brno, tmp_path):
    file = brno.file(TEMPLATE.format(rows=7), "jars.xml")
    said = brno.run("labels", "--stock", f"{file}#jars", "-o", tmp_path / "out.pdf").refusal()
    assert "Mill Jars" in said


@pytest.mark.parametrize(
    ("name", "near"), [("L71600", "Avery L7160"), ("Zweckfrom 3475", "Avery Zweckform 3475")]
)
def test_a_name_that_is_not_known_is_answered_with_the_three_most_like_it(brno, name, near):
    said = brno.run("labels", "--stock", name, "-o", "out.pdf").refusal()
    assert near in said
    assert said.count(",") == 2
