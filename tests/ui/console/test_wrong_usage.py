"""A command line that cannot be understood is explained in the owner's language, with what she typed."""

import pytest

from resources.words import LANGUAGES, words_in
from ui.console.entry import run

MISTAKES = {
    "an option that is not there": (["today", "--onn"], "--onn"),
    "a command that is not there": (["progamme"], "progamme"),
    "a command below another": (["programme", "bogus"], "bogus"),
    "no command below another": (["programme"], "owed"),
    "nothing behind an option": (["today", "--on"], "--on"),
    "something behind a flag": (["today", "--json=3"], "--json"),
    "a missing argument": (["find"], "TEXT"),
    "a missing option": (["export"], "-o"),
    "a word too many": (["find", "a", "b"], "b"),
    "no day": (["today", "--on", "zítra"], "zítra"),
    "a day of another age": (["today", "--on", "0001-01-01"], "0001-01-01"),
    "no file": (["menu", "--text", " ", "-o", "x.pdf"], "--text"),
    "no whole number": (["statement", "Ludmila", "-o", "x.pdf"], "Ludmila"),
    "a count that is too small": (["labels", "--stock", "x", "--start", "0", "-o", "x"], "0"),
    "a figure that is too large": (["cards", "--letter", "x", "--amount", "9", "-o", "x"], "9"),
    "none of a few names": (["poster", "--paper", "A9", "-o", "x.pdf"], "A9"),
    "no percentage": (["coupons", "--offer", "x", "--percent", "110 %", "-o", "x.pdf"], "110 %"),
    "no page": (["envelopes", "--size", "C6", "--pages", "2-x", "-o", "x.pdf"], "2-x"),
    "no tag": (["envelopes", "--size", "C6", "--quantity", "tag:", "-o", "x.pdf"], "tag:labels"),
    "no field": (["cards", "--letter", "x", "--fact", "evnt=1", "-o", "x.pdf"], "evnt"),
    "a field alone": (["cards", "--letter", "x", "--fact", "event", "-o", "x.pdf"], "event"),
    "days the wrong way round": (["scores", "--from", "2026-10-02", "--to", "2026-10-01"], "--to"),
    "two kinds of coupon": (
        ["coupons", "--offer", "x", "--percent", "9", "--buy", "3", "--get", "1", "-o", "x.pdf"],
        "--percent",
    ),
    "half a bundle": (["coupons", "--offer", "x", "--buy", "3", "-o", "x.pdf"], "--get"),
    "two last days": (
        ["coupons", "--offer", "x", "--days", "3", "--valid-to", "2099-01-01", "-o", "x.pdf"],
        "--days",
    ),
    "an offer without a name": (["coupons", "--offer", " ", "-o", "x.pdf"], "--offer"),
    "no card": (["replace-card", " "], "LOST"),
    "for nobody": (["loyalty-cards", "-o", "x.pdf"], "--count"),
    "no guests": (["place-cards", "-o", "x.pdf"], "--names"),
}


@pytest.fixture
def said(tmp_path, capsys):
    """What is said on stderr of wrong usage; nothing is made by it."""

    def explain(*words: str) -> list[str]:
        assert run(["--shop", str(tmp_path / "shop"), *words], lambda *_: 0) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert not (tmp_path / "shop" / "regulars.sqlite3").exists()
        return err.splitlines()

    return explain


@pytest.mark.parametrize(("mistake", "typed"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_explained_in_every_language_with_what_was_typed(said, mistake, typed):
    in_english = said("--lang", "en", *mistake)
    for language in LANGUAGES:
        what, how = said("--lang", language, *mistake)
        assert typed in what
        assert f"regulars {mistake[0]} --help" in how or mistake[0] == "progamme"
        assert language == "en" or {what, how} & {*in_english} == set()


def test_a_mistake_before_the_command_is_explained_in_the_language_named_before_it(said):
    what, _how = said("--lang", "cs", "--bogus", "check")
    assert what == words_in("cs")("“{name}” is not known here.", name="--bogus")
    what, how = said("--lang", "xx", "check")
    assert what == "--lang: “xx” is none of en, cs, sk, da, kk, he."
    assert how == "How it is used: regulars --help"


def test_a_mistake_is_explained_in_the_language_of_the_shop(till):
    till.run("setup", "--lang", "da")
    what, _how = till.run("today", "--days", "nu").wrong_usage().splitlines()
    assert what == "--days: " + words_in("da")("“{text}” is not a whole number.", text="nu")


def test_what_was_nearly_typed_is_named(said):
    assert said("progamme")[0] == "“progamme” is not known here. Did you mean programme?"
    assert "--on" in said("today", "--onn")[0]


def test_a_word_that_the_shell_took_apart_is_shown_whole(said):
    assert said("find", "Anna", "(Brno)", "x")[0] == "This is too much: (Brno) x"
