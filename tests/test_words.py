"""Every word a person sees is in the catalogues, whole, with its places, and compiled."""

import string
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from resources import path
from resources.words import LANGUAGES, SOURCE_LANGUAGE, fenced, words_in

HOUSE = Path(__file__).parents[1]
WHOLE = tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)
"""Languages in which nothing that exists may be missing."""
MAY_BE_LEFT_OUT = {"name"}
"""Czech greets nobody by a name that it cannot put into the vocative."""


def folder(language: str) -> Path:
    return path("translations", language, "LC_MESSAGES")


@cache
def catalogue(language: str) -> Catalog:
    with (folder(language) / "regulars.po").open("rb") as file:
        return read_po(file, locale=language)


def languages() -> list[str]:
    return sorted(file.parts[-3] for file in path("translations").glob("*/LC_MESSAGES/regulars.po"))


def texts(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The message's source texts and its translations."""
    return _all(message.id), _all(message.string)


def _all(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


@pytest.mark.parametrize("language", languages())
def test_a_translation_fills_the_same_places(language):
    wrong = []
    for message in messages(language):
        source, said = texts(message)
        known = set().union(*map(places, source))
        wrong += [text for text in said if text and not places(text) <= known]
        if len(source) == 1 and said[0] and known - places(said[0]) - MAY_BE_LEFT_OUT:
            wrong.append(said[0])
    assert wrong == []


@pytest.mark.parametrize("language", WHOLE)
def test_nothing_is_missing(language):
    missing = [message.id for message in messages(language) if not all(texts(message)[1])]
    assert missing == []


@pytest.mark.parametrize("language", languages())
def test_the_compiled_catalogue_is_in_step(language):
    with (folder(language) / "regulars.mo").open("rb") as file:
        compiled = {texts(message) for message in read_mo(file) if message.id}
    written = {texts(message) for message in messages(language) if all(texts(message)[1])}
    assert compiled == written, "run `make messages`"


@pytest.fixture(scope="module")
def said_in_source(tmp_path_factory) -> set:
    """What the sources say, collected exactly as `make messages` collects it."""
    template = tmp_path_factory.mktemp("words") / "regulars.pot"
    recipe = (HOUSE / "Makefile").read_text("utf-8").replace("\\\n", " ")
    line = next(line for line in recipe.splitlines() if "pybabel -q extract" in line)
    arguments = line.split()[1:]
    arguments[arguments.index("-o") + 1] = str(template)
    command = [sys.executable, "-m", "babel.messages.frontend", *arguments]
    subprocess.run(command, cwd=HOUSE, check=True, capture_output=True)
    with template.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


@pytest.mark.parametrize("language", WHOLE)
def test_everything_that_is_said_is_in_the_catalogue(language, said_in_source):
    assert said_in_source - {message.id for message in messages(language)} == set()


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("cs", 1, "1"),
        ("cs", 3, "3"),
        ("cs", 5, "5"),
        ("cs", 1248, "1\xa0248"),
        ("he", 2, "2"),
        ("en", 1248, "1,248"),
    ],
)
def test_a_count_is_written_as_people_there_write_it(language, n, said):
    assert words_in(language).number(n) == said


def test_czech_has_three_forms_of_a_count():
    words = words_in("cs")
    forms = {words.plural("one person", "{n} people", n) for n in (1, 3, 5)}
    assert len(forms) == 3


def test_hebrew_runs_from_the_right_and_fences_numbers():
    words = words_in("he")
    assert words.right_to_left
    assert words.isolated("−120") == "\u2066−120\u2069"
    assert words_in("cs").isolated("−120") == "−120"


def test_the_point_of_a_foreign_name_stays_at_its_end():
    assert fenced("Acme Ltd.", right_to_left=True) == "\u2066Acme Ltd.\u2069"
    assert fenced("טוחן בע״מ.", right_to_left=False) == "\u2067טוחן בע״מ.\u2069"
    for one, right_to_left in (
        ("Acme Ltd.", False),
        ("שרה.", True),
        ("דף A4.", True),
        ("12:30", True),
    ):
        assert fenced(one, right_to_left=right_to_left) == one


def test_a_language_not_spoken_here_is_answered_in_english():
    assert words_in("pl").language == "en"
    assert words_in("cs_CZ").language == "cs"


def test_days_are_written_as_people_there_write_them():
    day = date(2026, 11, 24)
    assert words_in("en").date(day) == "24 November 2026"
    assert words_in("cs").date(day) == "24. listopadu 2026"
    assert words_in("he").weekday(day) == "יום שלישי"
