from pathlib import Path

import pytest

from reports.glabels import (
    MOST_BYTES,
    TemplatesRefused,
    TemplateWrong,
    WhichTemplate,
    read_templates,
    template,
)
from reports.grid import Shape
from reports.stock import BadStock, Feed, Purpose, UnknownStock

DEBIAN = Path("/usr/share/libglabels-3.0/templates")
SHEET = '<Label-rectangle id="0" width="{width}" height="1in" round="2pt"><Layout nx="{nx}" ny="2" x0="{x0}" y0="1cm" dx="{dx}" dy="72"/></Label-rectangle>'
GOOD = {"width": "5cm", "nx": "3", "x0": "10mm", "dx": "12pc"}


@pytest.fixture
def written(tmp_path):
    def write(*templates, head='<?xml version="1.0"?>'):
        file = tmp_path / "own.xml"
        body = "".join(templates)
        file.write_text(f"{head}<Glabels-templates>{body}</Glabels-templates>", "utf-8")
        return file

    return write


def of_a4(label, part="1"):
    return (
        f'<Template brand="Mill" part="{part}" size="A4"><Meta category="label"/>{label}</Template>'
    )


def rectangle(**change):
    return of_a4(SHEET.format(**{**GOOD, **change}))


def only(file):
    [one] = read_templates(file).stocks
    return one


def test_every_unit_is_read_and_none_is_points(written):
    sheet = only(written(rectangle()))
    assert (sheet.name, sheet.page) == ("Mill 1", (210.0, 297.0))
    assert sheet.label == pytest.approx((50.0, 25.4))
    assert sheet.first == pytest.approx((10.0, 10.0))
    assert sheet.pitch == pytest.approx((50.8, 25.4))
    assert sheet.corner == pytest.approx(0.7056, abs=1e-4)
    assert (sheet.columns, sheet.rows) == (3, 2)


@pytest.mark.parametrize(
    ("label", "size"),
    [
        ('<Label-round id="0" radius="20mm">', (40.0, 40.0)),
        ('<Label-ellipse id="0" width="40mm" height="20mm">', (40.0, 20.0)),
        ('<Label-cd id="0" radius="58mm" hole="20mm">', (116.0, 116.0)),
        ('<Label-cd id="0" radius="40mm" hole="9mm" height="60mm">', (80.0, 60.0)),
    ],
)
def test_round_labels_are_as_wide_and_high_as_they_are(written, label, size):
    layout = '<Layout nx="1" ny="1" x0="10mm" y0="20mm" dx="0" dy="0"/>'
    end = label.split()[0].replace("<", "</")
    sheet = only(written(of_a4(f"{label}{layout}{end}>")))
    assert sheet.label == pytest.approx(size)
    assert sheet.shape is Shape.ROUND
    assert sheet.place(1) == pytest.approx((10.0, 20.0))


def test_several_layouts_are_one_sheet_and_said_twice_is_said_once(written):
    one = '<Layout nx="1" ny="2" x0="5mm" y0="5mm" dx="0" dy="60mm"/>'
    other = '<Layout nx="1" ny="1" x0="80mm" y0="5mm"/>'
    sheet = only(
        written(of_a4(f'<Label-round id="0" radius="25mm">{one}{other}{one}</Label-round>'))
    )
    assert sheet.labels == 3
    assert [sheet.place(n)[0] for n in (1, 2, 3)] == pytest.approx([5.0, 5.0, 80.0])


def test_twins_have_the_measures_of_each_other_and_know_their_names(written):
    twin = '<Template brand="Mill" part="2" equiv="1"/><Template brand="Mill" part="3" equiv="2"/>'
    one, two, three = read_templates(written(twin, rectangle())).stocks[::-1]
    assert one.label == two.label == three.label
    assert (one.aliases, three.aliases) == (("2",), ("1",))


def test_rolls_and_tapes_and_outlines_are_read(written):
    layout = '<Layout nx="1" ny="1" x0="0" y0="0" dx="0" dy="0"/>'
    roll, tape, outline = read_templates(
        written(
            '<Template brand="Mill" part="1" size="roll" roll_width="62mm">'
            f'<Label-rectangle width="60mm" height="29mm">{layout}</Label-rectangle></Template>'
            '<Template brand="Mill" part="2" size="roll" roll_width="62mm">'
            f'<Label-continuous width="62mm" min_height="25mm">{layout}</Label-continuous></Template>'
            '<Template brand="Mill" part="3" size="Other" width="60mm" height="50mm">'
            f'<Meta category="card"/><Label-path d_units="mm" d="M 0,0 L 41,0 L 41,31 Z">{layout}</Label-path></Template>'
        )
    ).stocks
    assert (roll.page, roll.feed) == ((62.0, 29.0), Feed.ROLL)
    assert (tape.page, tape.feed) == ((62.0, 25.0), Feed.CONTINUOUS)
    assert (outline.label, outline.purpose) == ((41.0, 31.0), Purpose.CARD)


def test_what_does_not_fit_its_page_is_read_and_named_but_not_printed_on(written):
    file = written(rectangle(nx="5"))
    read = read_templates(file)
    assert [(one.name, one.amiss) for one in read.unfit] == [("Mill 1", "off_the_page")]
    with pytest.raises(BadStock):
        template(str(file))


def test_of_several_one_is_named(written):
    file = written(rectangle(), '<Template brand="Mill" part="2" equiv="1"/>')
    assert template(f"{file}#mill 2").part == "2"
    with pytest.raises(WhichTemplate) as which:
        template(str(file))
    assert which.value.facts["count"] == 2
    with pytest.raises(UnknownStock):
        template(f"{file}#9")


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (f"{BOMB}<Glabels-templates>&b;</Glabels-templates>".encode(), "defines"),
        (f"{BOMB}<Glabels-templates>&b;</Glabels-templates>".encode("utf-16"), "defines"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "defines"),
        (b"<Glabels-templates>", "broken_xml"),
        (b"", "broken_xml"),
        (b"<?xml version='1.0' encoding='no-such'?><x/>", "broken_xml"),
        (b"<x>&unknown;</x>", "broken_xml"),
        (b"PK\x03\x04", "broken_xml"),
        (b"<html/>", "no_templates"),
        (b"<x>" * 200_000 + b"</x>" * 200_000, "no_templates"),
        (b"<x>" + b"<Template/>" * 2_001 + b"</x>", "too_large"),
        (b"<x>" + b" " * MOST_BYTES + b"</x>", "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_something_else_or_means_harm_is_refused(tmp_path, content, why):
    file = tmp_path / "foreign.xml"
    file.write_bytes(content)
    with pytest.raises(TemplatesRefused) as refusal:
        read_templates(file)
    assert refusal.value.facts == {"path": file, "why": why}


def test_a_file_that_is_not_there_is_said_to_be_absent(tmp_path):
    with pytest.raises(TemplatesRefused) as refusal:
        read_templates(tmp_path / "nowhere.xml")
    assert refusal.value.facts["why"] == "absent"


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("width", "wide"),
        ("width", "5 miles"),
        ("width", "nan"),
        ("width", "1e999mm"),
        ("width", "-5cm"),
        ("width", "0"),
        ("x0", "-1mm"),
        ("dx", "1e9mm"),
        ("dx", "0"),
        ("nx", "0"),
        ("nx", "-3"),
        ("nx", "1e3"),
        ("nx", "99999999999"),
        ("nx", "²"),
    ],
)
def test_a_number_that_cannot_be_is_told_with_its_template(written, what, value):
    file = written(rectangle(**{what: value}))
    with pytest.raises(TemplateWrong) as refusal:
        read_templates(file)
    assert refusal.value.facts == {"path": file, "name": "Mill 1", "what": what, "value": value}


@pytest.mark.parametrize(
    "text",
    [
        '<Template brand="M" part="1" equiv="2"/><Template brand="M" part="2" equiv="1"/>',
        '<Template brand="M" part="1" equiv="9"/>',
        '<Template brand="M" part="1" size="A4"/>',
        '<Template brand="M" part="1" size="Papyrus"><Label-round radius="5"/></Template>',
        '<Template brand="M" part="1" size="A4"><Label-round radius="5"/></Template>',
        '<Template brand="M" part="1" size="A4"><Label-path d="C 1 2" d_units="mm"/></Template>',
    ],
)
def test_a_template_that_says_too_little_is_refused(written, text):
    with pytest.raises(TemplateWrong):
        read_templates(written(text))


@pytest.mark.skipif(not DEBIAN.is_dir(), reason="the Debian package glabels-data is not installed")
def test_all_templates_of_the_debian_package_are_read():
    read = [read_templates(file) for file in sorted(DEBIAN.glob("*-templates.xml"))]
    assert sum(len(one.stocks) for one in read) >= 1_750
    unfit = {one.name for file in read for one in file.unfit}
    assert {"Hisago OP3005", "PEARL VM-5217", "Rayfilm 7001"} <= unfit
    assert len(unfit) < 25
