"""Envelopes of every size: address, sender and stamp lie where the posts look for them, however it is fed."""

import io

import pytest

from reports.address_block import LabelFacts
from reports.cautions import WrittenSmall
from reports.envelope_feed import Edge, EnvelopeFeed, Face, Guide, UnknownFeed, feed_of
from reports.envelopes import (
    ENVELOPES,
    Envelope,
    EnvelopeFacts,
    UnknownEnvelope,
    Zone,
    draw_envelopes,
    envelope_called,
    zone_of,
)
from tests.reports import reading

SIZES = {
    "DL": (220, 110),
    "C6": (162, 114),
    "C5": (229, 162),
    "B6": (176, 125),
    "#10": (241.3, 104.775),
    "6 3/4": (165.1, 92.075),
}
LONG = ("Společnost pro výrobu a prodej mimořádně dlouhých názvů, s. r. o.",) * 6


def drawn(lines=("H",), name="C6", *, sender=(), zone=Zone.RIGHT, feed=None, **more):
    facts = LabelFacts(name_for_warnings=lines[0], lines=tuple(lines), language="cs", **more)
    on = Envelope(name=name, size=ENVELOPES[name], zone=zone, feed=feed or EnvelopeFeed())
    file = io.BytesIO()
    cautions = draw_envelopes([EnvelopeFacts(to=facts, sender=sender)], on, file)
    return file.getvalue(), cautions


@pytest.mark.parametrize("name", SIZES)
def test_the_page_is_exactly_the_envelope(name):
    assert reading.page_size(drawn(name=name)[0]) == pytest.approx(SIZES[name], abs=0.01)


@pytest.mark.parametrize("name", SIZES)
def test_a_full_address_lies_where_the_posts_of_the_world_look_for_it(name):
    wide, high = SIZES[name]
    left, top, right, bottom = reading.ink(drawn(LONG, name)[0], dots=10)
    assert left >= max(wide - 140, wide / 2 - 0.5)
    assert right <= wide - 15
    assert top >= 40
    assert bottom <= high - 15


@pytest.mark.parametrize("name", SIZES)
def test_in_america_it_lies_in_the_middle_above_the_bars_and_below_the_stamp(name):
    wide, high = SIZES[name]
    left, top, right, bottom = reading.ink(drawn(LONG, name, zone=Zone.MIDDLE)[0], dots=10)
    assert left == pytest.approx(0.42 * wide, abs=0.5)
    assert right <= wide - 12.7
    assert top >= max(high - 69.85, 34)
    assert bottom <= high - 15.875


@pytest.mark.parametrize("name", SIZES)
def test_the_sender_keeps_to_his_corner(name):
    pdf, _ = drawn((" ",), name, sender=("Pekárna U Mlýna", "Dlouhá 5", "602 00 Brno"))
    wide, _ = SIZES[name]
    left, top, right, bottom = reading.ink(pdf, dots=10)
    assert left == pytest.approx(8, abs=0.5)
    assert top == pytest.approx(8, abs=1)
    assert right <= wide - 74
    assert bottom < 30


def test_a_hebrew_sender_keeps_to_that_corner_too():
    pdf, _ = drawn((" ",), "DL", sender=("מאפיית הטחנה", "הרצל 5"))
    left, _, right, _ = reading.ink(pdf, dots=10)
    assert left == pytest.approx(8, abs=0.5)
    assert right < 40


def test_the_sender_is_read_before_the_address():
    pdf, _ = drawn(("Jan", "602 00 Brno"), sender=("Mlýn", "Praha"))
    assert reading.words_by_pypdf(pdf) == ["Mlýn", "Praha", "Jan", "602", "00", "Brno"]


def test_the_frame_of_the_stamp_is_in_the_upper_right_corner():
    on = Envelope(name="C6", size=ENVELOPES["C6"], postage_box=True)
    blank = LabelFacts(name_for_warnings="Jan", lines=(" ",), language="cs")
    file = io.BytesIO()
    draw_envelopes([EnvelopeFacts(to=blank)], on, file)
    left, top, right, bottom = reading.ink(file.getvalue(), dots=10)
    assert (right, top) == pytest.approx((162 - 8, 8), abs=0.2)
    assert (right - left, bottom - top) == pytest.approx((22, 26), abs=0.3)


def spot(pdf):
    """The middle of the one capital on the page."""
    left, top, right, bottom = reading.ink(pdf, dots=8)
    return (left + right) / 2, (top + bottom) / 2


@pytest.mark.parametrize("name", SIZES)
def test_whichever_edge_enters_first_the_print_lands_on_the_same_spot(name):
    wide, high = SIZES[name]
    x, y = spot(drawn(name=name)[0])
    lies = {
        Edge.BOTTOM: ((wide, high), (wide - x, high - y)),
        Edge.LEFT: ((high, wide), (high - y, x)),
        Edge.RIGHT: ((high, wide), (y, wide - x)),
    }
    for edge, (page, place) in lies.items():
        pdf, _ = drawn(name=name, feed=EnvelopeFeed(first=edge))
        assert reading.page_size(pdf) == pytest.approx(page, abs=0.01)
        assert spot(pdf) == pytest.approx(place, abs=0.1)


@pytest.mark.parametrize(
    ("guide", "face", "beside"),
    [
        (Guide.GUIDE_LEFT, Face.UP, 0),
        (Guide.CENTRE, Face.UP, 24),
        (Guide.GUIDE_RIGHT, Face.UP, 48),
        (Guide.GUIDE_LEFT, Face.DOWN, 48),
        (Guide.CENTRE, Face.DOWN, 24),
    ],
)
def test_on_a_printer_that_knows_no_envelopes_it_lies_at_a_guide_of_a4(guide, face, beside):
    x, y = spot(drawn()[0])
    pdf, _ = drawn(feed=EnvelopeFeed(guide=guide, face=face))
    assert reading.page_size(pdf) == pytest.approx((210, 297), abs=0.01)
    assert spot(pdf) == pytest.approx((x + beside, y), abs=0.1)


@pytest.mark.parametrize(
    ("name", "words", "page"),
    [
        ("C5", "long,centre", (297, 420)),
        ("DL", "long,guide-left", (297, 420)),
        ("#10", "long,centre,Letter", (279.4, 431.8)),
        ("C5", "short,centre", (210, 297)),
        ("#10", "short,centre,Letter", (215.9, 279.4)),
    ],
)
def test_an_envelope_too_wide_for_a4_asks_for_a_page_that_wider_printers_know(name, words, page):
    pdf, _ = drawn(name=name, feed=feed_of(words))
    assert reading.page_size(pdf) == pytest.approx(page, abs=0.01)


def test_turned_and_in_the_middle_of_letter_it_hangs_from_the_upper_edge():
    x, y = spot(drawn()[0])
    pdf, _ = drawn(feed=feed_of("short,centre,Letter"))
    assert spot(pdf) == pytest.approx(((215.9 - 114) / 2 + 114 - y, x), abs=0.1)


def test_a_hebrew_address_ends_at_the_right_edge_of_its_block():
    facts = LabelFacts(name_for_warnings="H", lines=("נועה לוי", "הרצל 15"), language="he")
    on = Envelope(name="DL", size=ENVELOPES["DL"])
    file = io.BytesIO()
    draw_envelopes([EnvelopeFacts(to=facts)], on, file)
    assert reading.ink(file.getvalue())[2] == pytest.approx(220 - 15, abs=0.5)


def test_an_address_is_never_cut_and_its_owner_is_named():
    words = tuple(f"slovo{number}" for number in range(120))
    pdf, (caution,) = drawn((" ".join(words),))
    assert isinstance(caution, WrittenSmall)
    assert tuple(reading.words_by_pypdf(pdf)) == words


def test_the_sequence_mark_keeps_clear_of_the_address_and_of_the_bars():
    pdf, _ = drawn(("Jan",), mark="12")
    assert reading.words_by_pypdf(pdf) == ["Jan", "12"]
    one = reading.letter_box(pdf, "1")[0]
    assert one[0] == pytest.approx(8, abs=0.5)
    assert one[3] <= 114 - 15


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("c6", "C6"),
        ("10", "#10"),
        ("No.10", None),
        ("6¾", "6 3/4"),
        ("6.75", "6 3/4"),
        ("#6-3/4", "6 3/4"),
    ],
)
def test_sizes_are_known_however_they_are_typed(typed, name):
    if name:
        assert envelope_called(typed) == name
        return
    with pytest.raises(UnknownEnvelope):
        envelope_called(typed)


def test_the_senders_post_says_where_it_reads():
    assert zone_of("DL", "CZ") is Zone.RIGHT
    assert zone_of("#10", "CZ") is Zone.RIGHT
    assert zone_of("C6", "US") is Zone.MIDDLE
    assert zone_of("#10", "") is Zone.MIDDLE
    assert zone_of("C6", "") is Zone.RIGHT


def test_a_way_to_feed_is_read_as_it_is_kept():
    feed = EnvelopeFeed(first=Edge.RIGHT, face=Face.DOWN, guide=Guide.CENTRE, paper="Letter")
    assert feed_of(",".join(feed.words())) == feed
    assert feed_of("") == EnvelopeFeed()
    assert feed_of("long, face-down") == EnvelopeFeed(face=Face.DOWN)
    with pytest.raises(UnknownFeed):
        feed_of("sideways")
