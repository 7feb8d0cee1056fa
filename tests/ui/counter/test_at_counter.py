"""What the counter learns of the shop: whose card that is by her first name, and nothing else of her."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from app.loyalty.coupon_terms import Terms
from app.loyalty.letter_offers import LetterOffer, offer_text
from app.voice.answer import Given
from app.voice.questions import Reply
from app.voice.scales import Scale
from app.voice.survey import Thanks
from tests.shop import ScenarioShop
from tests.ui.counter.conftest import Finger, survey
from tests.ui.counter.test_ten_customers import answers_of
from ui.counter.at_counter import AtCounter
from ui.counter.mode import CounterMode
from ui.counter.printing import coupon_page
from ui.counter.symbol import SymbolPicture
from ui.counter.thanks_page import ThanksPage
from ui.counter.visit import Known


@pytest.fixture
def side(bakery: ScenarioShop) -> AtCounter:
    return AtCounter(bakery)


def test_a_card_or_a_phone_is_somebodys(bakery: ScenarioShop, side: AtCounter) -> None:
    jana = bakery.customer(
        "Jana", "Nováková", card_number="4711", phones=("+420603118274",), language="da"
    )
    known = Known(id=jana.id, first_name="Jana", language="da")
    assert side.find("4711") == known
    assert side.find(" 603 118 274 ") == known
    assert side.find("+420603118274") == known


@pytest.mark.parametrize("text", ["", "4712", "603", "603118275", "Nováková", "jana@seznam.cz"])
def test_nobody_is_found_by_anything_else(bakery: ScenarioShop, side: AtCounter, text: str) -> None:
    bakery.customer(
        "Jana",
        "Nováková",
        card_number="4711",
        phones=("+420603118274",),
        emails=("jana@seznam.cz",),
    )
    assert side.find(text) is None


def test_of_a_family_with_one_phone_nobody_is_greeted(
    bakery: ScenarioShop, side: AtCounter
) -> None:
    for name in ("Jana", "Petr"):
        bakery.customer(name, "Novák", phones=("+420603118274",))
    assert side.find("603118274") is None


def test_a_card_of_somebody_who_was_merged_is_hers_who_stayed(
    bakery: ScenarioShop, side: AtCounter
) -> None:
    kept = bakery.customer("Jana", "Nováková", card_number="4711")
    other = bakery.customer("Jana", "Novákova", card_number="4712")
    bakery.customers.merge(kept.id, other.id)
    found = side.find("4712")
    assert found is not None
    assert found.id == kept.id


def test_who_is_thanked_with_points_sees_them_at_once(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    jana = bakery.customer("Jana", "Nováková", card_number="4711")
    bakery.voice.surveys.save(survey(thanks=Thanks(points=5)))
    finger.on_screen()
    finger.on("card")
    finger.dials("4711")
    finger.on("take card")
    for name in ("face.5", "skip", "skip"):
        finger.on(name)
    assert bakery.till.points.available(jana.id, bakery.today()) == 5
    page = mode.window.page
    assert isinstance(page, ThanksPage)
    assert "You got 5 points." in texts(page)
    assert "Thank you, Jana!" in texts(page)


def texts(page: ThanksPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel))


def with_coupon(shop: ScenarioShop) -> None:
    offer = LetterOffer(letter="", terms=Terms(kind="percent", value=1000), days=30)
    shop.voice.surveys.save(survey(thanks=Thanks(coupon=offer_text(offer))))


def test_a_coupon_comes_with_its_code_to_be_taken_along(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    with_coupon(bakery)
    finger.on_screen()
    for name in ("face.5", "skip", "skip"):
        finger.on(name)
    page = mode.window.page
    assert isinstance(page, ThanksPage)
    assert page.coupon is not None
    assert bakery.coupons.find(page.coupon.code).id == page.coupon.id
    assert page.coupon.code[:5] in texts(page)
    assert page.findChild(SymbolPicture) is not None
    assert page.takes_time


def test_its_code_can_be_read_from_the_screen(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    with_coupon(bakery)
    finger.on_screen()
    for name in ("face.5", "skip", "skip"):
        finger.on(name)
    page = mode.window.page
    assert isinstance(page, ThanksPage)
    assert page.coupon is not None
    assert page.coupon.code in codes_on(page)


def codes_on(page: QWidget | None) -> set[str]:
    """What a camera reads there."""
    assert page is not None
    seen = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, line = (seen.width(), seen.height()), seen.bytesPerLine()
    image = Image.frombuffer("RGB", size, bytes(seen.constBits()), "raw", "RGB", line, 1)
    return {one.text for one in zxingcpp.read_barcodes(image)}


def test_the_page_for_reviews_can_be_opened_from_the_screen(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    link = "https://search.google.com/local/writereview?placeid=ChIJN1t_tDeuEmsRUsoyG83frY4&hl=cs"
    bakery.settings.change(review_link=link)
    finger.on_screen()
    for name in ("face.1", "skip", "skip"):
        finger.on(name)
    assert link in codes_on(mode.window.page)


def test_the_printed_coupon_is_one_page_of_its_own_size(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    with_coupon(bakery)
    finger.on_screen()
    for name in ("face.5", "skip", "skip"):
        finger.on(name)
    page = mode.window.page
    assert isinstance(page, ThanksPage)
    assert page.coupon is not None
    (sheet,) = PdfReader(BytesIO(coupon_page(bakery, page.coupon))).pages
    assert page.coupon.code[:5] in sheet.extract_text()


def test_results_are_shown_only_when_there_are_enough_of_them(
    bakery: ScenarioShop, side: AtCounter
) -> None:
    def answered(face: int) -> None:
        reply = Reply(question="visit", scale=Scale.CSAT, score=face)
        bakery.voice.answers.give(Given(replies=(reply,)), bakery.moment())

    for _ in range(9):
        answered(5)
    assert side.results() is None
    answered(1)
    results = side.results()
    assert results is not None
    assert (results.percent, results.n) == (90, 10)


def test_who_agreed_to_be_called_has_said_so_in_the_words_she_read(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    jana = bakery.customer("Jana", "Nováková", card_number="4711")
    finger.on_screen()
    finger.on("card")
    finger.dials("4711")
    finger.on("take card")
    for name in ("face.1", "skip", "call"):
        finger.on(name)
    finger.dials("603118274")
    assert not finger.find("call me").isEnabled()
    finger.on("agree")
    finger.on("call me")
    finger.on("done")
    (answer,) = answers_of(bakery)
    assert answer.wants_call
    assert answer.contact == "603118274"
    (consent,) = bakery.customers.get(jana.id).consents
    assert consent.purpose == "phone"
    assert consent.granted
    assert consent.wording == "I agree that the shop calls me on this number."


def test_who_starts_over_herself_is_no_child_that_plays(
    bakery: ScenarioShop, finger: Finger
) -> None:
    finger.on_screen()
    for name in ("face.1", "start over"):
        finger.on(name)
    bakery.time.passes(seconds=2)
    finger.on_screen()
    for name in ("face.5", "number.9", "done", "skip"):
        finger.on(name)
    assert [one.counts for one in answers_of(bakery)] == [False, True]


def test_a_child_that_plays_is_marked_and_counts_for_nothing(
    bakery: ScenarioShop, finger: Finger
) -> None:
    for _ in range(3):
        finger.on_screen()
        for name in ("face.1", "number.0", "done", "skip", "close"):
            finger.on(name)
        bakery.time.passes(seconds=2)
    assert [one.is_hasty for one in answers_of(bakery)] == [False, True, True]
    assert [one.counts for one in answers_of(bakery)] == [True, False, False]
