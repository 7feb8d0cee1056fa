"""Letters from the command line: spelled as one likes, told what they have to say, the same when asked again."""

from datetime import UTC, datetime

import pytest

from app.loyalty.codes import grouped
from app.loyalty.coupon_terms import Terms
from app.loyalty.letter_offers import LetterOffer
from app.shop import Shop
from tests.reports import scanning
from tests.reports.hand.metrics import paths
from tests.reports.reading import words_by_pypdf
from tests.reports.test_owned import add_hand, sign


def written(till, *how, to="cards.pdf"):
    assert till.run("cards", *how, "-o", till.desk / to).code == 0
    return (till.desk / to).read_bytes()


def test_a_letter_says_what_it_is_given_to_say_in_the_language_of_the_card(brno):
    said = ("--fact", "event=večer s hudbou", "--fact", "event_date=2026-12-05")
    pdf = written(
        brno, "--letter", "Event-Invitation", "--to", "ids:1", "--on", "2026-11-22", *said
    )
    text = " ".join(words_by_pypdf(pdf))
    assert "večer s hudbou" in text
    assert "5 December" in text


def test_a_card_asked_for_twice_is_the_same_file(brno):
    how = ("--letter", "thank you", "--to", "all", "--on", "2026-11-22")
    assert written(brno, *how) == written(brno, *how, to="again.pdf")


def test_another_day_it_says_something_else(brno):
    how = ("--letter", "thank_you", "--to", "ids:1", "--on")
    first = words_by_pypdf(written(brno, *how, "2026-11-22"))
    assert words_by_pypdf(written(brno, *how, "2026-12-22")) != first


@pytest.mark.parametrize("fact", ["evnt=x", "event", "=x"])
def test_a_fact_that_no_letter_knows_is_wrong_usage(brno, fact):
    how = ("--letter", "event_invitation", "--fact", fact, "-o", brno.desk / "x.pdf")
    assert "field" in brno.run("cards", *how).wrong_usage()


def test_a_day_that_there_is_not_is_no_fact(brno):
    how = ("--letter", "event_invitation", "--fact", "event_date=2026-02-31")
    assert "“2026-02-31”" in brno.run("cards", *how, "-o", brno.desk / "x.pdf").wrong_usage()


def test_cards_are_signed_and_written_in_the_owners_own_hand(brno, tmp_path):
    how = ("--letter", "thank_you", "--to", "all", "--on", "2026-11-22")
    before = written(brno, *how)
    shop = Shop.open(brno.shop, lambda: datetime(2026, 11, 22, 8, tzinfo=UTC), {})
    sign(shop)
    add_hand(shop)
    shop.close()
    signed = written(brno, *how, to="signed.pdf")
    own = written(brno, *how, "--hand", "My hand", to="own.pdf")
    assert len(paths(signed)) == len(paths(before)) + 1
    assert words_by_pypdf(signed) == words_by_pypdf(own) == words_by_pypdf(before)
    assert own != signed
    assert len(paths(written(brno, *how, "--unsigned", to="bare.pdf"))) == len(paths(before))
    refused = brno.run("cards", *how, "--hand", "Yours", "-o", brno.desk / "x.pdf").refusal()
    assert "My hand" in refused


def test_an_offer_that_is_tied_to_a_letter_comes_along_once_for_each_occasion(brno):
    shop = Shop.open(brno.shop, lambda: datetime(2026, 11, 22, 8, tzinfo=UTC), {})
    terms = Terms(kind="percent", value=1000)
    shop.letter_offers.tie(LetterOffer(letter="thank_you", terms=terms, days=30))
    how = ("--letter", "thank_you", "--to", "ids:1", "--on", "2026-11-22")
    first = written(brno, *how)
    assert written(brno, *how, to="again.pdf") == first
    (code,) = shop.book.column("SELECT code FROM coupons")
    shop.close()
    assert scanning.texts(first) == {"QR": [code]}
    assert f"({grouped(code)})." in words_by_pypdf(first)
    other = written(brno, *how, "--fact", "coupon=ADVENT", to="other.pdf")
    assert scanning.texts(other) == {}
