"""The owner's signature under her cards: from strokes, a drawing or a scan, and each time a little different."""

import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest
from PIL import Image, ImageDraw

from reports.cards import CardFacts, draw_cards, style_of
from reports.hand.layout import Box
from reports.hand.noise import seed_of
from reports.hand.scan import from_scan
from reports.hand.signature import NoInk, from_strokes
from reports.hand.style import Style
from reports.hand.svg import NotADrawing, from_svg
from reports.hand.writing import plan, write
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


NAMED = {
    "en": "Dear Bella,\n\n{}\n\nYours,\nMaggie Pym, baker\nThe Mill",
    "cs": "Milá Běto,\n\n{}\n\nSrdečně\nJana Malá\nMlýn",
    "he": "שלום רחל,\n\n{}\n\nבחום,\nיעל\nהטחנה",
}
SAID = {
    "en": "We wish you a happy birthday and a year full of good bread. ",
    "cs": "Všechno nejlepší k narozeninám a rok plný dobrého chleba. ",
    "he": "מזל טוב ליום ההולדת ושנה מלאה בלחם טוב. ",
}


def signed(signature, language="en", text=TEXT, uids=("1",), beneath=0, hand=None):
    file = io.BytesIO()
    style = replace(style_of(hand, "blue"), signature=signature, beneath=beneath)
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


@pytest.mark.parametrize("hand", [None, "Kalam", "Dancing Script"])
@pytest.mark.parametrize("language", NAMED)
def test_the_name_stands_beneath_the_signature_and_nothing_touches_it(language, hand):
    text = NAMED[language].format(SAID[language] * 2)
    pdf = signed(from_strokes(STROKES), language, text, ("1", "2", "3"), beneath=2, hand=hand)
    for page in range(3):
        _, low, _, high = place_of(pdf, page)
        others = [np.concatenate(one)[:, 1] for one in paths(pdf, page)[:-1]]
        below = [one for one in others if one.mean() < low]
        assert len(below) == sum(map(len, map(graphemes, text.splitlines()[-2:])))
        assert max(one.max() for one in below) < low
        assert min(one.min() for one in others if one.mean() > low) > high
        assert low > 10


@pytest.mark.parametrize("language", NAMED)
def test_what_is_read_does_not_change_with_a_signature(language):
    text = NAMED[language].format(SAID[language] * 3)
    bare, pdf = (signed(one, language, text, beneath=2) for one in (None, from_strokes(STROKES)))
    for read in (reading.words_by_pypdf, reading.words_by_pdfium):
        assert read(pdf) == read(bare)
    assert sorted("".join(reading.words_by_pypdf(pdf))) == sorted("".join(text.split()))


@pytest.mark.parametrize("times", [24, 31, 38, 45])
def test_on_a_second_side_it_belongs_to_the_last_with_its_lines(times):
    text = NAMED["en"].format(SAID["en"] * times)
    pdf = signed(from_strokes(STROKES), text=text, beneath=2)
    first, second = (reading.words_by_pypdf(pdf, page) for page in (0, 1))
    assert first + second == text.split()
    closing = text.splitlines()[-3:]
    assert second[-len(" ".join(closing).split()) :] == " ".join(closing).split()
    _, low, _, high = place_of(pdf, 1)
    others = [np.concatenate(one)[:, 1] for one in paths(pdf, 1)[:-1]]
    assert sum(one.max() < low for one in others) == len(graphemes("".join(closing[1:])))
    assert sum(one.max() >= low for one in others) == sum(one.min() > high for one in others)
    assert len(paths(pdf)) == len(graphemes("".join(first)))


def test_the_room_it_takes_makes_the_writing_smaller_and_is_known_beforehand():
    text = NAMED["en"].format(SAID["en"] * 5)
    box = Box(left=30, bottom=30, width=360, height=237)
    styles = [Style(), Style(signature=from_strokes(STROKES), beneath=2)]
    how = {"language": "en", "right_to_left": False}
    sizes = [plan(text, style, box, **how).size for style in styles]
    assert sizes[0] > sizes[1]
    assert [write(text, style, box, 5, **how).size for style in styles] == sizes


def test_a_very_long_signature_is_written_smaller_rather_than_cut():
    line = [(4.0 * n, 30 + 8 * np.sin(n / 2), n / 60, None) for n in range(150)]
    for language, text in NAMED.items():
        pdf = signed(from_strokes([line]), language, text.format(SAID[language]), beneath=2)
        left, low, right, _ = place_of(pdf)
        assert 10 < left < right < 148 - 8
        assert low > 8


def test_the_strokes_of_a_drawing_are_as_broad_as_a_pen():
    thin, thick = (
        from_svg(
            SVG.replace(b'"4"', wide).replace(
                b'stroke="#000" d', b'stroke-width="%s" d' % wide[1:-1]
            )
        )
        for wide in (b'"0.5"', b'"9"')
    )
    assert np.allclose(thin.outline.points, thick.outline.points, atol=0.05)


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


def photo(dust=()):
    """A scan as a telephone takes it: one corner in the shade, and the shadow of the hand."""
    picture = np.asarray(Image.open(io.BytesIO(scan())), dtype=float)
    high, wide = picture.shape[:2]
    down, across = np.mgrid[0:high, 0:wide]
    light = 1 - 0.5 * across / wide - 0.15 * down / high
    light *= 1 - 0.3 * np.exp(-(((across - 900) / 120) ** 2) - ((down - 420) / 80) ** 2)
    taken = picture * light[..., None]
    taken += np.random.default_rng(1).normal(0, 4, picture.shape)
    for x, y in dust:
        taken[y, x] = 0
    file = io.BytesIO()
    Image.fromarray(np.clip(taken, 0, 255).astype(np.uint8)).save(file, "PNG")
    return file.getvalue()


def test_a_photo_in_the_shade_is_the_ink_alone():
    scanned, taken = from_scan(scan()), from_scan(photo(dust=[(15, 20), (1150, 460)]))
    assert taken.width == pytest.approx(scanned.width, rel=0.05)
    inks = [np.frombuffer(one.picture.ink, np.uint8).mean() for one in (scanned, taken)]
    assert inks[1] == pytest.approx(inks[0], rel=0.15)


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
