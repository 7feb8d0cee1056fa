"""Coupons on paper: in their places, in the customer's language, and read back by any scanner."""

import io
from datetime import date

import pypdf
import pytest

from app.keeping.settings import Settings
from app.loyalty.codes import PLAIN, fold, grouped
from app.loyalty.coupon import Coupon
from app.loyalty.coupon_terms import Terms
from reports.coupon_sheet import PAPER, draw_promises
from reports.coupon_words import coupon_facts
from reports.design import design
from reports.dress import Dress, Wearing
from reports.field import TextTooLong
from reports.offers import conditions, offer, validity
from resources.words import LANGUAGES, words_in
from tests.reports import reading, scanning

SHOPS = {
    "en": ("The Mill Bakery", "EUR", "coffee"),
    "cs": ("Pekárna U Mlýna", "CZK", "kváskový chléb"),
    "sk": ("Pekáreň U Mlyna", "EUR", "kváskový chlieb"),
    "da": ("Bageriet på Ærø", "DKK", "rugbrød"),
    "kk": ("Дәмді нан", "KZT", "бауырсақ"),
    "he": ("המאפייה של דנה", "ILS", "קפה"),
}
SUMMER = date(2026, 8, 31)


def deals(item):
    return [
        Terms(kind="percent", value=1000, valid_to=SUMMER),
        Terms(kind="bundle", buy=3, get=1, item=item),
        Terms(
            kind="amount", value=500, min_total=2000, valid_from=date(2026, 6, 1), valid_to=SUMMER
        ),
        Terms(kind="item", value=1, item=item),
        Terms(
            kind="percent",
            value=1250,
            item=item,
            cap=10000,
            weekdays=frozenset({1, 2, 7}),
            from_hour="14:00",
            to_hour="17:00",
            uses=3,
        ),
        Terms(kind="item", value=2, item=item),
        Terms(kind="amount", value=1_234_500),
        Terms(kind="bundle", buy=1, get=1),
        Terms(kind="percent", value=5000),
    ]


def coupons(language="en", *, own=None, words=""):
    return [
        Coupon(
            id=n,
            code=own or PLAIN.code((n + 1) * 7919**3 % PLAIN.capacity),
            at="2026-06-01T08:00:00Z",
            by="Jana",
            customer=None,
            reason="",
            words=words,
            terms=terms,
        )
        for n, terms in enumerate(deals(SHOPS[language][2]))
    ]


def drawn(issued, people=None, language="en"):
    name, currency, _ = SHOPS[language]
    settings = Settings(name=name, currency=currency, language=language)
    file = io.BytesIO()
    facts = coupon_facts(issued, people or [None] * len(issued), settings)
    draw_promises(facts, file, wearing=Wearing(design("calm"), Dress(name=name)))
    return file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_on_the_sheets_is_read_back_in_every_language(language):
    issued = coupons(language)
    pdf = drawn(issued, language=language)
    assert reading.pages(pdf) == 2
    for page, some in enumerate((issued[:8], issued[8:])):
        wanted = sorted(one.code for one in some)
        assert scanning.texts(pdf, page) == {"QR": wanted, "Code128": wanted}


def test_a_long_word_of_the_owners_has_a_qr_code_and_no_bars_too_thin_to_read():
    own = "Thanks for being with us all of the year"
    pdf = drawn(coupons(own=own)[:1])
    assert scanning.texts(pdf) == {"QR": [fold(own)]}


@pytest.mark.parametrize("language", ["en", "he"])
def test_codes_stand_in_their_places_to_a_tenth_of_a_millimetre(language):
    pdf = drawn(coupons(language), language=language)
    assert reading.page_size(pdf) == pytest.approx((210, 297), abs=0.001)
    squares = [
        one
        for one in scanning.shapes(pdf)
        if one[2] - one[0] == pytest.approx(one[3] - one[1], abs=0.001)
    ]
    side = (0.50 - 0.04 - 0.08) * 66  # of the height: the part with the code without its air
    module, stub = side / 29, 96 - 0.46 * 66
    along = 96 - stub - side if language == "he" else stub
    wanted = [
        (left + along + 4 * module, top + 0.09 * 66 + 4 * module) for left, top in PAPER.places
    ]
    assert [one[:2] for one in squares] == [pytest.approx(at, abs=0.1) for at in wanted]


def test_marks_to_cut_by_lie_outside_and_meet_the_corners_of_the_coupons():
    lefts, tops = {place[0] for place in PAPER.places}, {place[1] for place in PAPER.places}
    assert (lefts, tops) == ({9.0, 105.0}, {16.5, 82.5, 148.5, 214.5})
    for x, y, to_x, to_y in PAPER.marks:
        assert not (9 < x < 201 and 16.5 < y < 280.5)
        assert (x == to_x and x in {9, 105, 201}) or (y == to_y and y in {*tops, 280.5})
    left, top, right, bottom = reading.ink(drawn(coupons()), dots=10)
    assert (left, right) == pytest.approx((3, 207), abs=0.1)
    assert (top, bottom) == pytest.approx((10.5, 286.5), abs=0.1)


@pytest.mark.parametrize("language", ["en", "cs", "sk", "da", "kk"])
def test_what_a_coupon_says_is_read_back(language):
    issued = coupons(language)[:1]
    text = " ".join(reading.words_by_pypdf(drawn(issued, language=language)))
    name, currency, _ = SHOPS[language]
    words = words_in(language)
    for said in (
        name,
        offer(issued[0].terms, words, currency),
        validity(None, SUMMER, words),
        grouped(issued[0].code),
    ):
        assert " ".join(said.split()) in text


def test_a_hebrew_coupon_reads_from_the_right_and_says_so():
    pdf = drawn(coupons("he")[:1], language="he")
    said = reading.words_by_pypdf(pdf)
    assert {"המאפייה", "הנחה", "בתוקף", "תודה"} <= set(said)
    assert str(pypdf.PdfReader(io.BytesIO(pdf)).root_object["/Lang"]) == "he"
    edge = max(one[2] for one in scanning.shapes(pdf, colour=(176, 69, 42)))
    assert edge == pytest.approx(9 + 96 - 6, abs=0.1)  # the shop's mark at the leading edge


def test_each_customer_is_greeted_by_hand_in_her_own_language(shop):
    tereza = shop.customer("Tereza", "Nováková", form_of_address="f")
    noa = shop.customer("נועה", "לוי", language="he", form_of_address="f")
    pdf = drawn(coupons("cs")[:2], [tereza, noa], "cs")
    text = " ".join(reading.words_by_pypdf(pdf))
    assert "Milá paní Nováková, děkujeme" in text
    assert "נועה" in text
    assert b"/Lang (he)" in reading.everything(pdf)


def test_the_owners_own_words_are_written_by_hand():
    text = " ".join(reading.words_by_pypdf(drawn(coupons(words="See you at the fair!")[:1])))
    assert "See you at the fair!" in text


def test_words_that_do_not_fit_are_refused():
    with pytest.raises(TextTooLong):
        drawn(coupons(words="much too long a story for so small a coupon " * 9)[:1])


def test_a_sheet_printed_again_is_the_same_file_with_its_fonts_inside():
    pdf = drawn(coupons())
    assert pdf == drawn(coupons())
    fonts = reading.fonts(pdf)
    assert fonts
    assert all(fonts.values())
    assert b"Helvetica" not in reading.everything(pdf)


@pytest.mark.parametrize(
    ("language", "item", "said"),
    [
        ("cs", "Káva zdarma", "Káva zdarma"),
        ("en", "Free coffee", "Free coffee"),
        ("en", "Sugar-free cake", "Free: Sugar-free cake"),
        ("he", "Bakery Co.", "במתנה: \u2066Bakery Co.\u2069"),
    ],
)
def test_what_is_called_free_is_not_called_so_twice(language, item, said):
    free = Terms(kind="item", value=1, item=item)
    assert offer(free, words_in(language), "EUR") == said


def test_in_hebrew_the_point_of_a_shops_name_stands_behind_it():
    name, to = "Bakery & Sons Ltd.", io.BytesIO()
    facts = coupon_facts(coupons("he")[:1], [None], Settings(name=name, language="he"))
    draw_promises(facts, to, wearing=Wearing(design("calm"), Dress(name=name)))
    (first, *_), (point, *_) = (reading.letter_box(to.getvalue(), sign) for sign in "B.")
    assert first[2] < point[0]


def test_a_deal_is_said_in_a_few_words():
    said = [offer(terms, words_in("en"), "EUR") for terms in deals("coffee")]
    assert said[:7] == [
        "10% off",
        "Buy 3, get 1 free",
        "€5 off",
        "Free: coffee",
        "12.5% off",
        "Free: 2 × coffee",
        "€12,345 off",
    ]
    assert list(conditions(deals("coffee")[2], words_in("en"), "EUR")) == [
        "When you spend €20 or more"
    ]
    assert list(conditions(deals("coffee")[4], words_in("en"), "EUR")) == [
        "On: coffee",
        "At most €100 off",
        "Monday, Tuesday, Sunday",
        "14:00–17:00",
        "Good 3 times",
    ]


def test_the_days_of_a_coupon_are_said():
    words, first = words_in("en"), date(2026, 6, 1)
    said = [validity(*days, words) for days in ((first, SUMMER), (first, first), (None, SUMMER))]
    assert [one.replace("\xa0", " ") for one in said] == [
        "Valid from 1 June 2026 to 31 August 2026",
        "Valid on 1 June 2026",
        "Valid until 31 August 2026",
    ]
    assert validity(None, None, words) == ""


def test_a_design_with_a_white_edge_stays_white_beyond_the_cut():
    facts = coupon_facts(coupons()[:1], [None], Settings(name="Mill"))
    file = io.BytesIO()
    draw_promises(facts, file, wearing=Wearing(design("certificate"), Dress(name="Mill")))
    seen = scanning.picture(file.getvalue()).convert("L")
    (left, top), (_, high) = PAPER.places[0], PAPER.card
    beside = (left - 3.0, top + 5.0, left, top + high - 5.0)
    strip = seen.crop(tuple(round(side / 25.4 * scanning.DOTS) for side in beside))
    assert strip.getextrema() == (255, 255)


@pytest.mark.parametrize("name", ["calm", "colour", "ticket", "cafe"])
def test_a_cut_half_a_millimetre_off_shows_no_white_line(name):
    facts = coupon_facts(coupons()[:3], [None] * 3, Settings(name="Mill"))
    file = io.BytesIO()
    draw_promises(facts, file, wearing=Wearing(design(name), Dress(name="Mill")))
    seen, (wide, high) = scanning.picture(file.getvalue()).convert("RGB"), PAPER.card

    def tone(x, y):
        return seen.getpixel((round(x / 25.4 * scanning.DOTS), round(y / 25.4 * scanning.DOTS)))

    left, top = PAPER.places[0]
    inked = 0
    for share in (0.1, 0.3, 0.5, 0.7, 0.9):
        for inside, outside in (
            ((left + 0.5, top + share * high), (left - 0.5, top + share * high)),
            ((left + share * wide, top + 0.5), (left + share * wide, top - 0.5)),
        ):
            assert tone(*inside) == tone(*outside)
            inked += tone(*inside) != (255, 255, 255)
    assert inked >= 3
    lone_right = left + wide
    third = PAPER.places[2]
    for share in (0.2, 0.5, 0.8):  # nobody lies beside the third
        y = third[1] + share * high
        assert tone(lone_right + 0.5, y) == tone(lone_right - 0.5, y)
    assert tone(left - 3.5, top + high / 2) == (255, 255, 255)
