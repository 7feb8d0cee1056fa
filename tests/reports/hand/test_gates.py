"""What gives a fake away is measured on the pages themselves; `benchmarks/handwriting.py` does it at length."""

import io

import pytest

from reports.cards import CardFacts, draw_cards, style_of
from reports.hand.noise import seed_of
from reports.papers import paper
from tests.reports.hand import gates, metrics
from tests.reports.hand.texts import TEXTS

HANDS = [
    ("Caveat", "en"),
    ("Caveat", "kk"),
    ("Zeyada", "sk"),
    ("Kalam", "da"),
    ("Dancing Script", "cs"),
    ("Pacifico", "en"),
    ("Amatic SC", "he"),
]


SEEDS = range(3)


def pdf_of(text, language, hand=None, uid="a card", amount=0.8):
    file = io.BytesIO()
    facts = CardFacts(
        name_for_warnings="",
        text=text,
        language=language,
        seed=seed_of(uid, "", 0),
        style=style_of(hand, "blue", amount),
    )
    draw_cards([facts], paper("A6"), file)
    return file.getvalue()


@pytest.mark.parametrize(("hand", "language"), HANDS)
def test_a_hand_passes_for_a_hand(hand, language):
    sheets = [
        gates.sheet(pdf_of(text, language, hand, uid=f"card {n}"), text)
        for text in TEXTS[language]
        for n in SEEDS
    ]
    found = gates.measured(sheets, right_to_left=language == "he")
    assert gates.missed(found, hebrew=language == "he") == [], found


def test_the_bare_font_passes_for_no_hand():
    text = TEXTS["en"][0]
    found = gates.measured([gates.sheet(pdf_of(text, "en", amount=0), text)])
    missed = set(gates.missed(found))
    assert {"unlike", "twin", "nearest", "stroke", "slant", "dots", "starts", "pitch"} <= missed


def test_no_two_cards_have_a_line_of_the_same_shape():
    text = TEXTS["en"][2]
    one, other = (gates.sheet(pdf_of(text, "en", uid=uid), text) for uid in ("Anna", "Bella"))
    for a, b in zip(one.letters, other.letters, strict=True):
        if a.text.isalpha() and len(a.points) == len(b.points):
            assert metrics.unlikeness(metrics.outline(a), metrics.outline(b)) > 0


@pytest.mark.parametrize("language", TEXTS)
def test_a_card_is_small(language):
    assert len(pdf_of(TEXTS[language][0], language)) < 60_000
