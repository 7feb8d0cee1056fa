"""The question bank says everything in six languages, and its surveys can be asked."""

import re
import unicodedata

import pytest

from app.voice.bank import GROUPS, bank, question, ready_survey, ready_surveys, standard_survey
from app.voice.questions import NotAQuestion, Reply, to_ask
from app.voice.scales import THEMES, Scale
from app.voice.survey import Every, read_survey
from reports.fonts import typeface
from reports.shaping import shaped
from resources.words import LANGUAGES, RIGHT_TO_LEFT

HEADLINE, ROOM, ROOM_OF_CHIP = 56, 1184, 560  # px on the counter's screen of 1280 px
LETTERS_OF_OTHERS = {"en": "ěřůľĺŕôæøå", "cs": "ľĺŕôæøå", "sk": "ěřůæøå", "da": "ěřůľĺŕôčšž"}


def wide(text, size=HEADLINE):
    return shaped(text, typeface("Rubik-Medium"), 0).width * size


def everything_said():
    for one in bank():
        yield one.key, one.texts
        yield from ((f"{one.key}.{option.key}", option.texts) for option in one.options)


def test_there_are_questions_on_every_scale_and_in_every_group():
    assert len(bank()) >= 32
    assert {one.scale for one in bank()} == set(Scale)
    assert {one.group for one in bank()} == set(GROUPS)
    assert {one.theme for one in bank()} == {"", *THEMES}
    assert all(sum(one.group == group for one in bank()) >= 6 for group in GROUPS)


def test_every_question_is_said_once_in_every_language():
    for language in LANGUAGES:
        texts = [one.texts[language] for one in bank()]
        assert len(set(texts)) == len(texts)
    assert len({one.key for one in bank()}) == len(bank())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_fills_two_lines_of_a_headline_at_most(language):
    assert [one.key for one in bank() if wide(one.texts[language]) > 1.8 * ROOM] == []
    standard = standard_survey(language).questions
    assert all(wide(one.texts[language]) <= ROOM for one in standard)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_fits_a_chip(language):
    options = [(one.key, option) for one in bank() for option in one.options]
    wrong = [key for key, one in options if wide(one.texts[language], 20) > ROOM_OF_CHIP / 2]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_script_of_its_language(language):
    script = {"kk": "CYRILLIC", "he": "HEBREW"}.get(language, "LATIN")
    for key, texts in everything_said():
        letters = [sign for sign in texts[language] if sign.isalpha()]
        strange = [sign for sign in letters if not unicodedata.name(sign).startswith(script)]
        assert strange == [] or texts[language].startswith("SMS"), key
    assert language in RIGHT_TO_LEFT or not re.search(r"\s\s", texts[language])


@pytest.mark.parametrize(("language", "others"), LETTERS_OF_OTHERS.items())
def test_no_language_was_given_the_words_of_another(language, others):
    for key, texts in everything_said():
        assert not set(others) & set(texts[language].lower()), key


def test_a_question_asks_and_ends_with_its_sign():
    assert {text[-1] for one in bank() for text in one.texts.values()} == {"?"}


def test_people_are_not_spoken_to_as_men():
    """A Czech or Slovak past tense would tell a woman that she is a man: „čekal jste“."""
    of_a_man = re.compile(
        r"\w+l[ia]?\s+(jste|byste|by ste|ste)\b|\bste\s+\w+l[ia]?\b", re.IGNORECASE
    )
    assert [
        key for key, texts in everything_said() if of_a_man.search(texts["cs"] + " " + texts["sk"])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ready_survey_can_be_kept_and_read_again(language):
    for key in ready_surveys():
        survey = ready_survey(key, language)
        assert read_survey(key, 0, survey.text()) == survey
        assert survey.name
    assert len({ready_survey(key, language).name for key in ready_surveys()}) == 5


def test_the_standard_survey_asks_for_a_face_then_for_a_figure_then_for_a_word():
    survey = standard_survey("en")
    assert [one.scale for one in survey.questions] == [Scale.CSAT, Scale.NPS]
    assert survey.questions[0].texts["en"] == "How was your visit today?"
    assert survey.questions[1].texts["en"] == "Would you send a friend to us?"
    assert [one.asks_why for one in survey.questions] == [False, True]
    assert survey.comment
    assert survey.call
    assert standard_survey("cs").name == "U pultu"


def test_what_should_be_better_is_asked_of_those_who_were_not_pleased():
    yearly = ready_survey("yearly", "en")
    assert yearly.asking.every is Every.YEAR

    def asked(score):
        reply = Reply(question="overall", scale=Scale.TEN, score=score)
        return {one.key for one in to_ask(yearly.questions, {"overall": reply})}

    assert "better" in asked(3)
    assert "best" not in asked(3)
    assert "best" in asked(10)
    assert "better" not in asked(10)


def test_what_is_not_in_the_bank_is_refused():
    with pytest.raises(NotAQuestion) as refusal:
        question("nothing of the kind")
    assert refusal.value.facts["what"] == "unknown"
    with pytest.raises(NotAQuestion):
        ready_survey("nothing of the kind", "en")
