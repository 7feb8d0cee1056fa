"""What a comment is about is suggested in six languages, and nothing it says can break that."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.voice.scales import THEMES
from app.voice.suggesting import LONGEST_READ, suggest
from resources.words import LANGUAGES

VOICE = Path(__file__).parents[2] / "fixtures" / "voice"
WRITTEN = {
    name: tomllib.loads((VOICE / f"{name}.toml").read_text("utf-8"))
    for name in ("comments", "comments_unseen")
}


def right_missed_wrong(comments):
    right = missed = wrong = 0
    for language, said in comments.items():
        for comment, told in said:
            found, meant = set(suggest(comment, language)), set(told.split())
            right += len(found & meant)
            missed += len(meant - found)
            wrong += len(found - meant)
    return right, missed, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_is_understood_in_each_language(language):
    comments = WRITTEN["comments"][language]
    right, missed, wrong = right_missed_wrong({language: comments})
    assert len(comments) >= 23
    assert missed == 0
    assert right / (right + wrong) >= 0.96


def test_of_comments_never_seen_four_fifths_are_found_and_hardly_one_is_wrong():
    """Precision 0.96 and recall 0.84 when they were written; what is suggested is for a person to confirm."""
    right, missed, wrong = right_missed_wrong(WRITTEN["comments_unseen"])
    assert right / (right + wrong) >= 0.96
    assert right / (right + missed) >= 0.83


def test_the_theme_told_most_often_comes_first():
    told = "Waited ages, the queue was slow, and one waitress for all of us"
    assert suggest(told, "en") == ["speed", "staff"]


@pytest.mark.parametrize(
    ("comment", "language", "themes"),
    [
        ("CEKALI JSME DLOUHO", "cs", ["speed"]),
        ("čakali sme dlho", "sk", ["speed"]),
        ("кезекте куттик, кызмет баяу", "kk", ["speed", "staff"]),
        ("אָוִירָה נהדרת", "he", ["place"]),
        ("koeen var lang", "da", ["speed"]),
    ],
)
def test_accents_capitals_and_points_do_not_matter(comment, language, themes):
    assert suggest(comment, language) == themes


@pytest.mark.parametrize(
    ("comment", "language"),
    [
        ("Pořád stejně skvělé", "cs"),
        ("Jsem studentka a chodím sem", "cs"),
        ("Nečekaně hezké", "cs"),
        ("Nečakane pekné", "sk"),
        ("Venlig hilsen Mette", "da"),
        ("This kind of evening is rare", "en"),
        ("Тұрақты келіп тұрамын", "kk"),
        ("Жақсы деп бағалаймын", "kk"),
        ("תודה לכם על הכול", "he"),
        ("בבוקר", "he"),
    ],
)
def test_words_that_only_look_alike_suggest_nothing(comment, language):
    assert suggest(comment, language) == []


def test_toilets_are_not_service_in_hebrew():
    assert suggest("השירותים", "he") == ["place"]
    assert suggest("השירות", "he") == ["staff"]


@pytest.mark.parametrize("language", ["", "pl", "xx", "en"])
def test_an_unknown_or_another_language_is_tried_in_all(language):
    assert suggest("Paní prodavačka byla milá", language) == ["staff"]
    assert suggest("Сатушы сыпайы", language) == ["staff"]
    assert suggest("המחיר גבוה", language) == ["price"]


@given(comment=some.text(max_size=300), language=some.sampled_from([*LANGUAGES, "", "pl"]))
def test_whatever_is_written_only_themes_come_back_each_once(comment, language):
    found = suggest(comment, language)
    assert set(found) <= set(THEMES)
    assert len(set(found)) == len(found)
    assert suggest(comment, language) == found


@given(comment=some.sampled_from(WRITTEN["comments"]["cs"] + WRITTEN["comments"]["he"]))
def test_capitals_do_not_change_what_a_comment_is_about(comment):
    assert suggest(comment[0].upper(), "") == suggest(comment[0].lower(), "")


def test_of_a_very_long_comment_the_beginning_is_read():
    assert suggest("so slow " * 1_000_000, "en") == ["speed"]
    assert suggest("x" * LONGEST_READ + " slow", "en") == []
