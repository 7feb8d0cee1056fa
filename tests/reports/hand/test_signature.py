"""The owner's signature under her cards: from strokes, a drawing or a scan, and each time a little different."""

import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest
from PIL import Image, ImageDraw

from reports.cards import CardFacts, draw_cards, style_of
from reports.hand.noise import seed_of
from reports.hand.scan import from_scan
from reports.hand.signature import NoInk, from_strokes
from reports.hand.svg import NotADrawing, from_svg
from reports.papers import paper
from reports.signing import NotASignature, signature_from
from tests.reports import reading
from tests.reports.hand.metrics import graphemes, paths

TEXT = "Dear Bella,\n\nhappy birthday!\n\nYours, Maggie"
STROKES = [
    [(10 + 4 * n, 60 + 20 * np.sin(n / 3), n / 60, None) for n in range(60)],
    [(20 + 10 * n, 90.0, 2 + n / 30, None) for n in range(20)],
]
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg"><g transform="translate(5 5) rotate(3)" style="fill:none">
<path stroke="#000" stroke-width="4" d="M10 80 C 40 -20 60 20 50 70 S 90 20 100 60 T 150 40 q 30 60 60 0"/>
<path stroke="#000" d="m 20,100 h 200 v -3 z"/></g></svg>"""


def scan(ink=(30, 30, 60), paper_colour=(238, 235, 228), kind="PNG"):
    picture = Image.new("RGB", (1200, 500), paper_colour)
    line = [(200 + 8 * n, 250 + 90 * np.sin(n / 9)) for n in range(100)]
    ImageDraw.Draw(picture).line(line, fill=ink, width=12)
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def signed(signature, language="en", text=TEXT, uids=("1",)):
    file = io.BytesIO()
    style = replace(style_of(None, "blue"), signature=signature)
    cards = [
        CardFacts(
            name_for_warnings="",
            text=text,
            language=language,
            seed=seed_of(uid, "", 0),
            style=style,
        )
        for uid in uids
    ]
    draw_cards(cards, paper("A6"), file)
    return file.getvalue()


def place_of(pdf, page=0):
    """Left, bottom, right and top of the last path, in millimetres."""
    points = np.concatenate(paths(pdf, page)[-1])
    return (*points.min(axis=0), *points.max(axis=0))


@pytest.mark.parametrize("signature", [from_strokes(STROKES), from_svg(SVG)], ids=["drawn", "svg"])
def test_a_signature_stands_under_the_last_line(signature):
    pdf = signed(signature)
    assert len(paths(pdf)) == len(graphemes(TEXT)) + 1
    left, bottom, _, top = place_of(pdf)
    last = np.concatenate(
        [np.concatenate(one) for one in paths(pdf)[-len("Yours,Maggie") - 1 : -1]]
    )
    assert 4 < left - last[:, 0].min() < 16
    assert bottom < last[:, 1].min()
    assert 5 < top - bottom < 14
    assert reading.words_by_pypdf(pdf) == TEXT.split()


def test_in_hebrew_it_stands_on_the_other_side():
    _, _, right, _ = place_of(signed(from_strokes(STROKES), "he", "שלום,\n\nתודה רבה"))
    assert right > 148 / 2
    assert right < 148 - 15


def test_no_two_signatures_are_alike():
    pdf = signed(from_strokes(STROKES), uids=("1", "2"))
    one, other = (np.concatenate(paths(pdf, page)[-1]) for page in (0, 1))
    assert np.abs((one - one.mean(axis=0)) - (other - other.mean(axis=0))).max() > 0.05
    assert np.abs(one.mean(axis=0) - other.mean(axis=0)).max() < 8


def test_a_pen_that_tells_its_pressure_makes_it_thick():
    def breadth(pressure):
        stroke = [(10.0 * n, float(n % 2), n / 60, pressure) for n in range(20)]
        box = from_strokes([stroke, [(0.0, 100.0, 1.0, 0.5), (200.0, 100.0, 2.0, 0.5)]])
        return np.ptp(box.outline.points[box.outline.points[:, 1] > 0.8, 1])

    assert breadth(1.0) > breadth(0.0)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_scan_is_put_in_once_in_the_colour_of_the_ink(kind):
    pdf = signed(from_scan(scan(kind=kind)), uids=("1", "2", "3"))
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    pictures = {page["/Resources"]["/XObject"].raw_get("/S1").idnum for page in pages}
    assert len(pictures) == 1
    image = pages[0]["/Resources"]["/XObject"]["/S1"]
    assert tuple(image.get_data()) == (25, 35, 93)
    assert image["/SMask"]["/Height"] <= 400


def test_the_paper_of_a_scan_falls_away():
    picture = from_scan(scan()).picture
    ink = np.frombuffer(picture.ink, np.uint8).reshape(picture.height, picture.width)
    assert (ink == 0).mean() > 0.5
    assert ink.max() == 255


def test_blank_paper_is_no_signature():
    with pytest.raises(NoInk):
        from_scan(scan(ink=(238, 235, 228)))
    with pytest.raises(NoInk):
        from_strokes([])


@pytest.mark.parametrize(
    "hostile",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg><path d="M0 0 L1 1"/></svg>',
        b'<svg><script>alert(1)</script><path d="M0 0 L1 1"/></svg>',
        b'<svg><image href="http://example.org/x.png"/></svg>',
        b'<svg><path onload="x()" d="M0 0 L1 1"/></svg>',
        b'<svg><use xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/></svg>',
        b'<svg><path d="M0 0 A 1 1 0 0 0 5 5"/></svg>',
        b'<svg><path d="L 5"/></svg>',
        b"<svg>" * 100 + b"</svg>" * 100,
        b"<svg",
        b"<html><svg/></html>",
        b'<svg><path d="M0 0 ' + b"L1e999 1 " * 10 + b'"/></svg>',
    ],
)
def test_a_drawing_with_anything_but_paths_is_refused(hostile):
    with pytest.raises((NotADrawing, NoInk)):
        from_svg(hostile)


def test_files_are_refused_by_name(tmp_path):
    for name, content in {"a.svg": b"<svg></svg>", "b.png": b"nothing", "c.gif": b"GIF89a"}.items():
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(NotASignature) as refusal:
            signature_from(file)
        assert refusal.value.facts == {"name": name}
    with pytest.raises(NotASignature):
        signature_from(tmp_path / "nothing.png")


def test_a_file_is_taken_by_what_it_holds(tmp_path):
    file = tmp_path / "mine"
    file.write_bytes(SVG)
    assert signature_from(file).outline is not None
    file.write_bytes(scan())
    assert signature_from(file).picture is not None
