"""Every error, problem and step has its words, with the facts that it really carries."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.errors import ShopError
from app.people.exchange.problems import Reason
from app.thanks.doubts import Doubt, Doubted
from reports import sentences
from reports.whys import WHYS
from resources.words import words_in

HOUSE = Path(__file__).parents[1]
SOURCES = [path for room in ("app", "reports", "ui") for path in (HOUSE / room).rglob("*.py")]


CLASS = re.compile(r"^ *class (\w+)(?:\(([^)]*)\))?:", re.MULTILINE)


def classes() -> list[tuple[str, set[str]]]:
    """The name of each class with those of what it is made from, read from the source."""
    found = (CLASS.findall(path.read_text("utf-8")) for path in SOURCES)
    return [(name, set(re.findall(r"\w+", bases))) for one in found for name, bases in one]


def errors() -> list[str]:
    """Names of all classes that are `ShopError`, however far down."""
    found = {"ShopError"}
    while more := {name for name, bases in classes() if bases & found} - found:
        found |= more
    return sorted(found - {"ShopError"})


@pytest.mark.parametrize("name", errors())
def test_every_error_has_its_sentence(name):
    assert name in sentences.errors()


def test_no_two_errors_share_a_sentence_by_their_name():
    known = {*errors(), "ShopError"}
    named = [name for name, bases in classes() if name in known and bases & known]
    assert sorted(named) == errors()


def test_every_reason_why_a_programme_is_wrong_has_its_words():
    loyalty = HOUSE / "app" / "loyalty"
    readers = (loyalty / "programme_file.py", loyalty / "programme_table.py")
    reader = "".join(path.read_text("utf-8") for path in readers)
    whys = set(re.findall(r"""(?:wrong\([^)]*, |why=|else )"(\w+)"\)""", reader))
    whys |= set(re.findall(r"""Decimal\([^)]*\),\s*"(\w+)\"""", reader))
    assert {"syntax", "missing", "money", "both", "multiplier"} <= whys <= set(WHYS)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_words(reason):
    assert reason.value in sentences.PROBLEMS


def test_a_sentence_is_filled_with_the_facts():
    error = type("NoSuchLabel", (ShopError,), {})(start=22, labels=21)
    assert sentences.sentence(error, words_in("en")) == "Label 22 is not on this sheet; it has 21."


def test_only_a_reason_is_said_in_other_words_not_what_was_typed():
    error = type("UnreadableFile", (ShopError,), {})(name="folder", why="folder")
    said = sentences.sentence(error, words_in("cs"))
    assert said == "Soubor folder nelze otevřít: je to složka"


@pytest.mark.parametrize("what", list(Doubt))
def test_every_doubt_about_a_letter_has_its_words(what):
    doubted = Doubted(what=what, on=date(2026, 11, 1), letter="birthday")
    said = sentences.doubt(doubted, "Tereza", words_in("en"))
    assert "Tereza" in said
    assert not re.search(r"[{}]", said)


@pytest.mark.parametrize("verb", sorted(sentences.steps()))
def test_every_step_can_be_said_for_one_and_for_many(verb):
    for n in (1, 2, 5):
        facts = {"n": n, "name": "Tereza", "tag": "VIP", "theme": "speed"}
        said = sentences.step(verb, facts, words_in("en"))
        assert not re.search(r"[{}]", said)


def test_every_verb_of_history_has_its_words():
    begun = re.compile(r"""\b(?:begin|_each|_write)\(\s*"([a-z ]+)\"""")
    verbs = {verb for path in SOURCES for verb in begun.findall(path.read_text("utf-8"))}
    assert verbs <= set(sentences.steps())
    assert {"add", "change", "import", "tag"} <= verbs
