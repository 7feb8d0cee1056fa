"""What the shop has to say in a letter: which facts are asked for, and what typed words mean."""

from datetime import date

import pytest

from app.thanks.doubts import Doubt
from app.thanks.given import GIVEN, day_meant, facts_asked, facts_from, is_over
from app.thanks.letter_book import Alone
from app.thanks.letters import letter_kinds, letter_names, read_letter
from resources.words import LANGUAGES
from tests.shop import SUNDAY


def test_a_letter_asks_for_what_its_texts_say_and_no_more():
    assert facts_asked("event_invitation", ["cs"]) == (
        "event",
        "event_date",
        "event_time",
        "event_place",
    )
    assert facts_asked("birthday", ["cs"]) == ()
    assert facts_asked("birthday", ["cs"], ["Milá {first_name},\nčeká {gift}"]) == ("gift",)


@pytest.mark.parametrize("letter", letter_names())
def test_every_language_asks_for_the_same(letter):
    assert len({facts_asked(letter, [language]) for language in LANGUAGES}) == 1


def test_what_a_letter_needs_is_asked_for():
    for kind in letter_kinds().values():
        assert set(kind.needs) <= set(facts_asked(kind.name, ["en"])) <= set(GIVEN)


@pytest.mark.parametrize(
    ("typed", "country", "day"),
    [
        ("5. 12.", "CZ", date(2026, 12, 5)),
        ("5/12/2026", "CZ", date(2026, 12, 5)),
        ("12/5/26", "US", date(2026, 12, 5)),
        ("5. prosince", "CZ", date(2026, 12, 5)),
        ("5 December", "GB", date(2026, 12, 5)),
        ("1. 3.", "CZ", date(2027, 3, 1)),
        ("29. 2.", "CZ", date(2028, 2, 29)),
        ("2026-12-05", "", date(2026, 12, 5)),
        ("first Saturday", "GB", None),
        ("31. 2.", "CZ", None),
        ("", "CZ", None),
    ],
)
def test_a_day_is_read_as_the_shop_writes_it(typed, country, day):
    assert day_meant(typed, SUNDAY, country) == day


def test_days_and_numbers_are_put_into_the_language_of_the_card_later():
    typed = {"event": " concert ", "event_date": "5. 12.", "event_time": "19", "balance": "1200"}
    assert facts_from(typed, SUNDAY, "CZ") == {
        "event": "concert",
        "event_date": date(2026, 12, 5),
        "event_time": "19",
        "balance": 1200,
    }
    assert facts_from({"event": " ", "event_date": "soon"}, SUNDAY, "CZ") == {"event_date": "soon"}


def test_it_is_over_when_its_last_day_is():
    assert is_over({"event_date": "21. 11. 2026"}, SUNDAY, "CZ")
    assert not is_over({"event_date": "22. 11. 2026"}, SUNDAY, "CZ")
    assert not is_over({"first_date": "1. 11. 2026", "public_date": "1. 12. 2026"}, SUNDAY, "CZ")
    assert not is_over({"event": "concert"}, SUNDAY, "CZ")


def unsaid(shop, one, facts=None, edited=None):
    own = {} if edited is None else {one.id: Alone(text=edited)}
    (letter,) = shop.letters.compose([one], "event_invitation", SUNDAY, facts=facts, alone=own)
    return [doubt.fields for doubt in letter.doubts if doubt.what is Doubt.UNSAID]


def test_a_letter_without_what_it_needs_is_doubted(shop):
    one = shop.customer("Tereza", "Horáková")
    assert unsaid(shop, one) == [("event", "event_date")]
    assert unsaid(shop, one, {"event": "koncert"}) == [("event_date",)]
    assert unsaid(shop, one, {"event": "koncert", "event_date": SUNDAY}) == []


def test_ones_own_words_need_only_what_they_ask_for(shop):
    one = shop.customer("Tereza", "Horáková")
    assert unsaid(shop, one, edited="Přijďte v sobotu!") == []
    assert unsaid(shop, one, edited="Přijďte {event_date}!") == [("event_date",)]


def test_a_text_that_does_not_ask_does_not_need(shop):
    texts = {text.name: text for text in read_letter("points_reward", "en").texts}
    one = shop.customer("Eve", "Smith", language="en")
    for seed in range(12):
        (letter,) = shop.letters.compose([one], "points_reward", SUNDAY, seed=seed)
        asks = any("{reward}" in line for line in texts[letter.text_name].reason)
        assert any(doubt.what is Doubt.UNSAID for doubt in letter.doubts) == asks
