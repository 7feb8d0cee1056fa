"""Offers that come with a letter by themselves: tied, changed, and taken back."""

from app.loyalty.coupon_terms import Terms
from app.loyalty.letter_offers import LetterOffer

COFFEE = Terms(
    kind="item", value=1, item="káva", weekdays=frozenset({1, 2}), uses=None, min_total=5
)
BIRTHDAY = LetterOffer(letter="birthday", terms=COFFEE, days=30, words="Na Vás")
TENTH = LetterOffer(letter="miss_you", terms=Terms(kind="percent", value=1000))


def test_an_offer_is_tied_to_a_letter_and_found_as_it_was(shop):
    assert shop.letter_offers.all() == {}
    shop.letter_offers.tie(BIRTHDAY)
    shop.letter_offers.tie(TENTH)
    assert shop.letter_offers.all() == {"birthday": BIRTHDAY, "miss_you": TENTH}


def test_a_letter_has_one_offer_and_the_last_word_counts(shop):
    shop.letter_offers.tie(BIRTHDAY)
    other = LetterOffer(letter="birthday", terms=TENTH.terms, days=7)
    step = shop.letter_offers.tie(other)
    assert shop.letter_offers.all() == {"birthday": other}
    assert shop.history.step(step).verb == "replace offer"
    shop.undo.undo(step)
    assert shop.letter_offers.all() == {"birthday": BIRTHDAY}


def test_an_offer_is_untied_and_tied_again_by_undo(shop):
    shop.letter_offers.tie(BIRTHDAY)
    step = shop.letter_offers.untie("birthday")
    assert shop.letter_offers.all() == {}
    shop.undo.undo(step)
    assert shop.letter_offers.all() == {"birthday": BIRTHDAY}
    assert shop.letter_offers.untie("apology") is None
