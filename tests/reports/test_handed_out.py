"""Customers' cards, gift cards, stamp cards and statements, as they come out of the printer."""

import io
from datetime import date, timedelta

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from app.keeping.settings import Settings
from app.loyalty.accounts import StatementLine
from app.loyalty.codes import PLAIN, grouped
from app.loyalty.gift_card import GiftCard
from app.loyalty.programme import StampDeal
from app.loyalty.scanned import read_scan
from reports import gift_cards, loyalty_cards, stamp_card
from reports.coupon_sheet import draw_promises
from reports.design import design
from reports.dress import Dress, Wearing, logo_of, opened
from reports.gift_cards import gift_card_facts
from reports.loyalty_cards import draw_loyalty_cards, loyalty_card_facts
from reports.palette import contrast, palette
from reports.papers import Edge, page_in
from reports.stamp_card import draw_stamp_cards, stamp_card_facts
from reports.statement import draw_statement, statement_facts
from resources.words import LANGUAGES
from tests.reports import reading, scanning

NUMBERS = [PLAIN.code((n + 1) * 7919**3 % PLAIN.capacity) for n in range(13)]
ACCENT = (176, 69, 42)


def settings(language="en"):
    return Settings(name="המאפייה של דנה" if language == "he" else "Mill", language=language)


def cards(numbers=NUMBERS, people=None, language="en", **how):
    file = io.BytesIO()
    facts = loyalty_card_facts(numbers, people or [None] * len(numbers), settings(language))
    draw_loyalty_cards(facts, file, **how)
    return file.getvalue()


FROM_ELSEWHERE = ["VIP-0012", "0012 3456", "OLIVER1", "k_7/b"]


def test_a_card_with_a_number_from_elsewhere_is_found_by_what_a_scanner_reads_of_it(shop):
    people = [shop.customer("Anna", card_number=number) for number in FROM_ELSEWHERE]
    pdf = cards(FROM_ELSEWHERE, people, edge=Edge.LONG)
    for page in (0, 1):
        ((_, read),) = scanning.texts(pdf, page).items()
        assert {read_scan(shop.book, text).subject for text in read} == {one.id for one in people}


def test_a_number_that_bars_cannot_say_stands_on_the_card_as_a_square_code(shop):
    pdf = cards(["kůň 7"], [shop.customer("Anna", card_number="kůň 7")], edge=Edge.LONG)
    assert (scanning.texts(pdf), scanning.texts(pdf, 1)) == ({"QR": ["kůň 7"]}, {})


IN_AMERICA = Dress(page=page_in("US"))


@pytest.mark.parametrize("edge", list(Edge))
def test_in_america_the_sheets_are_letter_and_nothing_lies_beyond_their_edges(shop, edge):
    wide, high = 215.9, 279.4
    pdf = cards(NUMBERS[:10], edge=edge, dress=IN_AMERICA)
    assert reading.page_size(pdf) == pytest.approx((wide, high), abs=0.01)
    left, top, right, bottom = reading.ink(pdf)
    assert (left + right, top + bottom) == pytest.approx((wide, high), abs=0.2)
    assert min(left, top) >= 0
    fronts = {text: _in_cell(*at) for _, text, at in scanning.scanned(pdf)}
    backs = {text: at for _, text, at in scanning.scanned(pdf, 1)}
    for text, (x, y) in backs.items():
        behind = (wide - x, y) if edge is Edge.LONG else (x, high - y)
        assert _in_cell(*behind) == fronts[text]
    stamped, told = (
        stamps(StampDeal(goal=9), dress=IN_AMERICA),
        statement(shop, 40, dress=IN_AMERICA),
    )
    assert reading.page_size(stamped) == pytest.approx((wide, high), abs=0.01)
    assert (reading.pages(told), reading.page_size(told)[1]) == (2, pytest.approx(high, abs=0.01))
    assert max(reading.ink(told, page)[3] for page in (0, 1)) < high - 10


def _in_cell(x, y):
    """Column and row of the ten cards in the middle of Letter."""
    return int((x - (215.9 - 170) / 2) // 85), int((y - (279.4 - 270) / 2) // 54)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edge", list(Edge))
def test_every_customer_card_is_read_back_from_both_its_sides(edge, language):
    pdf = cards(edge=edge, language=language)
    assert reading.pages(pdf) == 4
    for page, some in enumerate((NUMBERS[:10], NUMBERS[10:])):
        assert scanning.texts(pdf, 2 * page) == {"QR": sorted(some)}
        assert scanning.texts(pdf, 2 * page + 1) == {"Code128": sorted(some)}


@pytest.mark.parametrize("edge", list(Edge))
def test_the_back_of_a_card_lies_behind_its_front_when_the_sheet_is_turned(edge):
    pdf = cards(edge=edge)
    for page in (0, 2):
        fronts = {text: _card_at(*at) for _, text, at in scanning.scanned(pdf, page)}
        backs = {text: at for _, text, at in scanning.scanned(pdf, page + 1)}
        for text, (x, y) in backs.items():
            # Over the long edge left and right change places, over the short one top and bottom.
            behind = (210 - x, y) if edge is Edge.LONG else (x, 297 - y)
            assert _card_at(*behind) == fronts[text]


def _card_at(x, y):
    return int((x - 20) // 85), int((y - 13.5) // 54)


def test_customer_cards_are_eighty_five_by_fifty_four_and_stand_to_a_tenth_of_a_millimetre():
    assert loyalty_cards.PAPER.card == (85.0, 54.0)
    pdf = cards(NUMBERS[:10])
    squares = [one for one in scanning.shapes(pdf) if one[2] - one[0] < 25]
    inset, module = (31 - 26.1) / 2, 26.1 / 29
    for (left, top), found in zip(loyalty_cards.PAPER.places, squares, strict=True):
        wanted = (left + 49 + inset + 4 * module, top + 5 + inset + 4 * module)
        assert found[:2] == pytest.approx(wanted, abs=0.1)
    assert reading.page_size(pdf) == pytest.approx((210, 297), abs=0.001)


def test_a_card_says_whose_it_is_and_a_blank_one_does_not(shop):
    tereza = shop.customer("Tereza", "Nováková")
    text = " ".join(reading.words_by_pypdf(cards(NUMBERS[:2], [tereza, None], "cs")))
    assert text.count("Tereza Nováková") == 1
    assert text.count("Zákaznická karta") == 2
    for number in NUMBERS[:2]:
        assert grouped(number) in text


def gift(language="en", **more):
    sold = [
        GiftCard(
            id=n,
            code=NUMBERS[n],
            at="2026-11-22T08:00:00Z",
            by="",
            currency="EUR",
            customer=None,
            expires=[date(2027, 12, 31), None, None, None][n],
            balance=[5_000, 100_000, 1, 99_999_999][n],
            is_void=False,
        )
        for n in range(4)
    ]
    file = io.BytesIO()
    facts = gift_card_facts(sold, [None] * 4, settings(language), **more)
    wearing = Wearing(design("calm"), Dress())
    draw_promises(facts, file, wearing=wearing, paper=gift_cards.PAPER)
    return file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gift_card_is_read_back(language):
    pdf = gift(language)
    for page, some in enumerate((NUMBERS[:3], NUMBERS[3:4])):
        assert scanning.texts(pdf, page) == {"QR": sorted(some), "Code128": sorted(some)}


def test_a_gift_card_says_what_it_holds_until_when_and_what_the_owner_writes():
    text = " ".join(reading.words_by_pypdf(gift(said="For a sweet year")))
    for said in ("€50.00", "€1,000.00", "Valid until 31 December 2027", "For a sweet year"):
        assert said in text
    # The QR code lies in the part of this design that is half as wide as the card is high.
    squares = [one for one in scanning.shapes(gift()) if is_square(one)]
    side = (0.50 - 0.04 - 0.08) * 85
    assert [one[:2] for one in squares] == [
        pytest.approx(
            (15 + 180 - 0.46 * 85 + side * 4 / 29, top + 0.09 * 85 + side * 4 / 29), abs=0.1
        )
        for _, top in gift_cards.PAPER.places
    ]


def is_square(one):
    return one[2] - one[0] == pytest.approx(one[3] - one[1], abs=0.01)


def in_print(colour):
    """As a scanner sees it."""
    return tuple(round(255 * part) for part in colour)


def stamps(deal, language="en", **how):
    file = io.BytesIO()
    draw_stamp_cards(stamp_card_facts(deal, settings(language)), 2, file, **how)
    return file.getvalue()


@pytest.mark.parametrize("goal", [1, 2, 3, 5, 6, 10, 12, 20, 50])
def test_a_stamp_card_has_a_circle_for_each_stamp_within_its_edges(goal):
    pdf = stamps(StampDeal(goal=goal, reward="coffee"))
    assert reading.pages(pdf) == 2
    circles = [
        one
        for colour in ((255, 255, 255), in_print(palette("").soft))
        for one in scanning.shapes(pdf, colour=colour)
        if one[2] - one[0] == pytest.approx(one[3] - one[1], abs=0.01) and one[3] - one[1] > 2.5
    ]
    assert len(circles) == 10 * goal
    for number, (left, top) in enumerate(stamp_card.PAPER.places):
        mine = [
            one
            for one in circles
            if left + 4.8 <= one[0]
            and one[2] <= left + 80.2
            and top <= one[1] <= top + 49.2  # half a line more
        ]
        assert len(mine) == goal, number


def test_a_head_start_is_stamped_already_and_rewards_are_said():
    deal = StampDeal(goal=10, reward="coffee", head_start=2, interim_at=5, interim="biscuit")
    text = " ".join(reading.words_by_pypdf(stamps(deal)))
    assert text.count("5 stamps: biscuit · 10 stamps: coffee") == 10
    filled = [
        one
        for one in scanning.shapes(stamps(deal), colour=ACCENT)
        if one[2] - one[0] > 9 and one[1] > 13.5 + 20
    ]
    assert len([one for one in filled if one[3] < 13.5 + 54]) == 2 * 2  # two cards side by side


def lines(count, reason=""):
    total, some = 0, []
    for n in range(count):
        points = -7 if n % 5 == 3 else 1_200 if n == 5 else 12
        total += points
        some.append(
            StatementLine(
                day=date(2026, 1, 3) + timedelta(days=n),
                kind="spend" if points < 0 else "earn",
                points=points,
                reason=reason,
                sale=None,
                expires=None if points < 0 else date(2027, 1, 31),
                sum=total,
            )
        )
    return some


def statement(shop, count, language="en", reason="", **how):
    noa = shop.customer("נועה" if language == "he" else "Eleanor", "Levi", language=language)
    days = (date(2026, 1, 1), date(2026, 12, 31))
    file = io.BytesIO()
    draw_statement(
        statement_facts(noa, lines(count, reason), days, settings(language)), file, **how
    )
    return file.getvalue()


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (25, 1), (26, 2), (56, 2), (57, 3)])
def test_a_statement_tells_every_movement_on_as_many_pages_as_that_takes(shop, count, pages):
    pdf = statement(shop, count)
    assert reading.pages(pdf) == pages
    said = [word for page in range(pages) for word in reading.words_by_pypdf(pdf, page)]
    assert said.count("2027") == sum(line.points > 0 for line in lines(count))
    assert said.count("−7") == sum(line.points < 0 for line in lines(count))
    if count:
        assert f"You have {lines(count)[-1].sum:,} points." in " ".join(said)
    assert all(reading.fonts(pdf).values())


@pytest.mark.parametrize(("reason", "pages"), [("It rained on the fair. " * 12, 4), ("X" * 900, 3)])
def test_a_long_reason_takes_the_room_that_it_needs_to_be_read(shop, reason, pages):
    pdf = statement(shop, 30, reason=reason)
    assert reading.pages(pdf) == pages
    said = [word for page in range(pages) for word in reading.words_by_pypdf(pdf, page)]
    assert said.count("2027") == sum(line.points > 0 for line in lines(30))
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        _, low, _, high = text.get_charbox(text.get_text_range().index(reason[0] + reason[1]))
        assert high - low > 2  # points: letters of a size that is read


def test_a_hebrew_statement_runs_from_the_right_and_its_signs_stay_before_the_numbers(shop):
    pdf = statement(shop, 6, "he")
    assert {"הנקודות", "שלך", "−7", "+1,200"} <= set(reading.words_by_pypdf(pdf))
    ((_, _, right, _), *_) = scanning.shapes(pdf, colour=ACCENT)
    assert right == pytest.approx(210 - 22, abs=0.1)


def test_whatever_is_printed_again_is_the_same_file(shop):
    assert cards() == cards()
    assert gift() == gift()
    deal = StampDeal(goal=8, reward="coffee")
    assert stamps(deal) == stamps(deal)
    for pdf in (cards(), gift(), stamps(deal), statement(shop, 3)):
        assert all(reading.fonts(pdf).values())
        assert b"Helvetica" not in reading.everything(pdf)


def test_a_reader_shows_what_a_paper_is_called_and_prints_it_at_its_size(shop):
    for pdf in (cards(), gift(), statement(shop, 1)):
        wanted = pypdf.PdfReader(io.BytesIO(pdf)).root_object["/ViewerPreferences"]
        assert (wanted["/DisplayDocTitle"], wanted["/PrintScaling"]) == (True, "/None")


COLOURS = ("#FFF2A8", "#1B5E20", "#0A0A12")


def worn(colour, **more):
    return Dress(name="Mill", colours=palette(colour), **more)


@pytest.mark.parametrize("dots", [300, 203])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_customer_card_in_the_colour_of_the_shop_is_still_read_by_a_scanner(colour, dots):
    pdf = cards(NUMBERS[:10], edge=Edge.LONG, dress=worn(colour))
    with pypdfium2.PdfDocument(pdf) as document:
        for page, kind in enumerate(("QRCode", "Code128")):
            seen = document[page].render(scale=dots / 72).to_pil()
            found = [one.text for one in zxingcpp.read_barcodes(seen) if one.format.name == kind]
            assert sorted(found) == sorted(NUMBERS[:10])


@pytest.mark.parametrize("colour", COLOURS)
def test_stamp_cards_and_statements_wear_the_colour_of_the_shop_and_can_be_read_in_it(colour):
    deal = StampDeal(goal=10, reward="coffee", head_start=2)
    file, own = io.BytesIO(), palette(colour)
    draw_stamp_cards(stamp_card_facts(deal, settings()), 1, file, dress=worn(colour))
    stamped = scanning.shapes(file.getvalue(), colour=in_print(own.field))
    assert len([one for one in stamped if one[2] - one[0] > 9]) >= 2 * 10
    assert not scanning.shapes(file.getvalue(), colour=ACCENT)
    assert contrast(own.on_field, own.field) >= 4.5
    assert contrast(own.accent, own.soft) >= 4.5
    assert contrast(own.ink, own.stub) >= 4.5
    assert contrast(own.stub, own.white) > 1.1


def test_the_logo_of_the_shop_stands_where_else_its_first_letter_would():
    logo = opened(logo_of(Image.new("RGB", (300, 300), (12, 90, 200))))
    deal = StampDeal(goal=10, reward="coffee")
    sheets = [cards(NUMBERS[:10], dress=worn("#1B5E20", logo=logo))]
    file = io.BytesIO()
    draw_stamp_cards(stamp_card_facts(deal, settings()), 1, file, dress=worn("", logo=logo))
    for pdf in (*sheets, file.getvalue()):
        with pypdfium2.PdfDocument(pdf) as document:
            pictures = list(document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
        assert len(pictures) == 10
