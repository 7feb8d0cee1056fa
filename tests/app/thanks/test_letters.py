"""Every letter in every language: whole, short, fillable, each text a thought of its own."""

import re
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from app.keeping.settings import Settings
from app.people.birthday import Birthday
from app.people.customer import Customer, CustomerId
from app.thanks.composing import MOST_WORDS, Brief, _composed, _points, _sheet
from app.thanks.letters import (
    UnknownLetter,
    letter_kind,
    letter_kinds,
    letter_names,
    read_letter,
)
from app.thanks.manner import read_manner
from app.thanks.personal import read_points
from app.thanks.story import Story
from reports.fonts import typeface
from resources import path
from resources.words import LANGUAGES

ON = date(2026, 11, 22)
WRITTEN = sorted(file.parent.name for file in path("letters").glob("*/manner.toml"))
ASKED = [(name, language) for name in letter_names() for language in WRITTEN]
FEWEST, FEWEST_OF_A_STRANGER = 35, 30
STORY = Story(
    since=date(2021, 3, 4),
    visits=43,
    favourite="žitný chléb",
    said="málo míst k sezení",
    changed="máme dvě nové lavice",
    brought=("Petra",),
    preferences=("stůl u okna",),
    household=("Petr",),
)
FACTS = {
    "said": "málo míst k sezení",
    "changed": "máme dvě nové lavice",
    "friend": "Petra",
    "reward": "káva a koláč",
    "balance": 120,
    "offer": "vánoční cukroví",
    "event": "večer s hudbou",
    "event_date": date(2026, 12, 5),
    "event_time": "18:00",
    "event_place": "Mlýnská 4",
    "first_date": date(2026, 12, 1),
    "public_date": date(2026, 12, 4),
}


def somebody(language, **known):
    return Customer(
        id=CustomerId(1),
        uid="u",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        language=language,
        **known,
    )


def known(language, form="f"):
    names = {"first_name": "Noa", "last_name": "Horáková", "form_of_address": form}
    born = Birthday(month=11, day=26, year=1986)
    return somebody(language, **names, birthday=born, member_since="2021-12-04", city="Brno")


def every_text(one, name, story=None, **facts):
    """The letter to `one` in each of its texts."""
    settings = Settings(name="Mlýn", owner="Jana") if facts.pop("signed", True) else Settings()
    brief = Brief(letter=name, on=ON, settings=settings, facts=facts)
    sheet = _sheet(one, brief, story or Story(), ())
    for text in sheet.letter.texts:
        bare = _composed(sheet, text, ())
        yield _composed(sheet, text, _points(sheet, MOST_WORDS - len(bare.text.split())))


def test_there_are_seventeen_letters_in_all_six_languages():
    assert len(letter_names()) == 17
    assert set(WRITTEN) == set(LANGUAGES)
    for language in WRITTEN:
        files = {file.stem for file in path("letters", language).glob("*.toml")}
        assert files == {*letter_names(), "manner", "points"}


@pytest.mark.parametrize(("name", "language"), ASKED)
def test_a_letter_has_three_texts_of_the_right_length(name, language):
    for one in (known(language), known(language, "family"), somebody(language, first_name="Noa")):
        letters = [
            *every_text(one, name),
            *every_text(one, name, STORY),
            *every_text(one, name, STORY, **FACTS),
        ]
        assert {letter.language for letter in letters} == {language}
        assert len({letter.text_name for letter in letters}) >= 3
        for letter in letters:
            words = len(letter.text.split())
            assert FEWEST <= words <= MOST_WORDS, (letter.text_name, words, letter.text)
            assert not re.search(r"[{}]|  | [,.;:!?]", letter.text), letter.text


@pytest.mark.parametrize(("name", "language"), ASKED)
def test_a_letter_can_be_written_to_somebody_of_whom_nothing_is_known(name, language):
    for letter in every_text(somebody(language), name, signed=False):
        assert len(letter.text.split()) >= FEWEST_OF_A_STRANGER, letter.text
        assert len(letter.text.split("\n\n")) == 3


@pytest.mark.parametrize(("name", "language"), ASKED)
def test_a_person_with_a_story_is_told_of_it(name, language):
    for letter in every_text(known(language), name, STORY):
        assert 1 <= len(letter.points) <= 3
        assert all(point.text in letter.body for point in letter.points)


@pytest.mark.parametrize("language", WRITTEN)
def test_no_sentence_is_written_twice(language):
    sentences = Counter(
        sentence
        for name in letter_names()
        for text in read_letter(name, language).texts
        for line in (*text.reason, *text.wish)
        for sentence in re.split(r"(?<=[.!?])\s+", line)
    )
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


@pytest.mark.parametrize("language", WRITTEN)
def test_the_texts_are_the_same_thoughts_in_every_language(language):
    for name in letter_names():
        thoughts = [text.name for text in read_letter(name, language).texts]
        assert thoughts == [text.name for text in read_letter(name, "en").texts]
    told = {thought: set(cases) for thought, cases in read_points(language).items()}
    assert told == {thought: set(cases) for thought, cases in read_points("en").items()}


@pytest.mark.parametrize("language", WRITTEN)
def test_a_point_is_told_in_two_ways_at_least_to_whomever_it_is(language):
    for cases in read_points(language).values():
        for lines in cases.values():
            assert len(lines) >= 2
            assert any(not re.search(r"\{[^{}|/]+/[^{}|/]+/[^{}|/]+\}", line) for line in lines)


def all_lines(language):
    manner = read_manner(language)
    yield from (
        *manner.sign_off,
        *manner.coupon,
        *manner.times,
        *manner.in_months,
    )
    for name in letter_names():
        letter = read_letter(name, language)
        yield from (*letter.sign_off, *letter.coupon)
        for text in letter.texts:
            yield from (*text.reason, *text.wish)
    for cases in read_points(language).values():
        for lines in cases.values():
            yield from lines


@pytest.mark.parametrize("language", WRITTEN)
def test_the_hand_has_every_letter(language):
    hand = typeface("AmaticSC-Bold" if language == "he" else "Caveat-Regular")
    missing = {char for line in all_lines(language) for char in line if not hand.writes(char)}
    assert missing == set()


@pytest.mark.parametrize("language", WRITTEN)
def test_quotes_and_apostrophes_are_those_of_the_language(language):
    wrong = {
        "cs": "'\"’”",
        "sk": "'\"’”",
        "da": "'\"“„",
        "kk": "'\"“„’",
        "en": "'\"„",
        "he": "\"'“”",
    }
    for line in all_lines(language):
        assert not set(line) & set(wrong[language]), line


def test_a_letter_is_found_however_it_is_spelled():
    for asked in ("Name-Day", "name day", "NAME_DAY", "nameday"):
        assert letter_kind(asked).name == "name_day"
    assert letter_kind("Season's greetings").name == "seasons_greetings"
    assert letter_kind("we miss you").name == "miss_you"
    assert letter_kind("you said – we did").name == "you_said_we_did"
    assert all(letter_kind(name.replace("_", "-")).name == name for name in letter_names())


def test_no_two_letters_go_by_one_name():
    names = [name for kind in letter_kinds().values() for name in (kind.name, *kind.also)]
    assert len({letter_kind(name).name + name for name in names}) == len(set(names))


def test_a_letter_in_a_language_nobody_wrote_it_in_is_english():
    assert read_letter("birthday", "pl").language == "en"
    assert read_manner("pl").language == "en"


def test_an_unknown_letter_is_refused_and_those_there_are_are_named():
    with pytest.raises(UnknownLetter) as refusal:
        read_letter("../birthday", "en")
    assert refusal.value.facts["known"] == letter_names()


@pytest.mark.parametrize(
    ("language", "n", "years"),
    [("cs", 1, "rok"), ("cs", 3, "tři roky"), ("cs", 5, "pět let"), ("cs", 14, "14 let"),
     ("en", 2, "two years"), ("en", 21, "21 years")],
)  # fmt: skip
def test_years_are_counted_as_people_there_count(language, n, years):
    assert read_manner(language).span(n, "years") == years


def test_ordinals_are_written_as_people_there_write_them():
    english = read_manner("en")
    assert [english.ordinal(n) for n in (1, 2, 3, 11, 40)] == ["1st", "2nd", "3rd", "11th", "40th"]
    assert read_manner("cs").ordinal(40) == "40."


def test_a_day_has_its_year_only_where_it_is_another():
    assert read_manner("en").day(date(2026, 12, 5), ON) == "5\xa0December"
    assert read_manner("cs").day(date(2027, 1, 5), ON) == "5.\xa0ledna 2027"
    assert read_manner("kk").day(date(2027, 1, 5), ON) == "2027 жылғы 5\xa0қаңтар"


def test_in_hebrew_a_name_in_other_letters_is_set_off_from_its_and():
    hebrew = read_manner("he")
    assert hebrew.joined(["דנה", "Petr"]) == "דנה ו־Petr"
    assert hebrew.joined(["Petr", "ורד", "נועה"]) == "Petr, ורד ונועה"


@pytest.mark.parametrize("language", WRITTEN)
def test_those_at_home_are_greeted_last_of_all(language):
    for letter in every_text(known(language), "thank_you", Story(household=("Petr",))):
        assert letter.body.endswith(letter.points[0].text)


def test_an_apology_counts_no_visits_and_keeps_no_anniversary():
    story = Story(since=date(2021, 11, 4), visits=100, favourite="rye bread")
    for language in WRITTEN:
        assert all(not letter.points for letter in every_text(known(language), "apology", story))
