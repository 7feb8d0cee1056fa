"""Help speaks the language asked for, else the shop's, in all its words."""

import os
import re
import subprocess
from pathlib import Path

import click
import pytest

from resources.words import LANGUAGES, SOURCE_LANGUAGE, words_in
from ui.console.entry import COMMANDS, regulars

OTHERS = [code for code in LANGUAGES if code != SOURCE_LANGUAGE]
A_WORD = re.compile(r"\b[a-z]{4,}\b")
"""Help that is but a list of sizes has none."""


def helps(command: click.Command) -> set[str]:
    """What `command`, its options and the commands in it do."""
    context = click.Context(command)
    found = {command.help, *(getattr(one, "help", None) for one in command.params)}
    if isinstance(command, click.Group):
        names = command.list_commands(context)
        found |= set().union(*(helps(command.get_command(context, name)) for name in names))
    return {text for text in found if text and A_WORD.search(text)}


@pytest.mark.parametrize("language", OTHERS)
def test_whatever_help_tells_is_told_in_each_language(language):
    words = words_in(language)
    assert [text for text in helps(regulars) if words(text) == text] == []


def test_help_is_in_the_language_asked_for(till):
    said = till.run("--lang", "cs", "cards", "--help").out
    assert said.startswith(
        "Použití: regulars cards [OPTIONS]\n\n  Napíše přání každému na seznamu.\n"
    )
    assert "\nVolby:\n" in said
    assert "Soubor, který se zapíše.  [povinné]" in said
    assert "Ukáže tuto nápovědu a skončí." in said
    assert not till.shop.exists()


def test_help_is_in_the_language_of_the_shop(till):
    assert till.run("setup", "--name", "Bageren", "--country", "DK", "--lang", "da").code == 0
    assert till.run("programme", "owed", "--help").out.startswith("Brug: regulars programme owed")
    lines = till.run("--help").out.splitlines()
    assert "Kommandoer:" in lines
    assert "  import           Overtager en liste over kunder." in lines


def test_all_commands_are_listed_with_one_sentence_each(till):
    _, _, listed = till.run("--help").out.partition("Commands:\n")
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert all(line.count(". ") == 0 for line in listed.splitlines())


@pytest.mark.parametrize("words", [["--help"], ["cards", "--help"]], ids=" ".join)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a disk always full")
def test_help_that_cannot_be_written_is_one_line(till, words):
    with Path("/dev/full").open("wb") as full:
        said = told(till, words, full)
    assert said == (1, b"stdout cannot be written: the disk is full\n")


def test_a_reader_of_help_who_is_gone_hears_no_complaint(till):
    theirs, ours = os.pipe()
    os.close(theirs)
    with os.fdopen(ours, "wb") as gone:
        assert told(till, ["--help"], gone) == (1, b"")


def told(till, words, to):
    """The exit code, and what is said beside the answer."""
    command = till.command(*words)
    done = subprocess.run(command, env=till.environ, stdout=to, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stderr
