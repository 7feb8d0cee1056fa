"""The question bank: what a shop may ask, in six languages, and surveys that are ready to be asked."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from app.voice.questions import Condition, NotAQuestion, Option, Question, Texts, said
from app.voice.scales import THEMES, Mood, Scale
from app.voice.survey import Asking, Every, Survey
from resources import path
from resources.words import LANGUAGES, SOURCE_LANGUAGE

GROUPS = ("service", "product", "loyalty", "shop")
STANDARD = "counter"
"""The survey that a new shop asks at its counter."""


@cache
def bank() -> tuple[Question, ...]:
    """All questions, by group. Raises `NotAQuestion` where one lacks a language."""
    return tuple(_question(key, told) for key, told in _read("bank").items())


def question(key: str) -> Question:
    """The question of the bank called `key`. Raises `NotAQuestion`."""
    for one in bank():
        if one.key == key:
            return one
    raise NotAQuestion(what="unknown", name=key)


@cache
def ready_surveys() -> tuple[str, ...]:
    """The keys of the surveys that `ready_survey` makes, the standard one first."""
    return tuple(_read("surveys"))


def ready_survey(key: str, language: str) -> Survey:
    """The ready survey called `key`, its name in `language`. Raises `NotAQuestion`."""
    told = _read("surveys").get(key)
    if told is None:
        raise NotAQuestion(what="unknown", name=key)
    return Survey(
        key=key,
        name=said(_texts(key, told), language, SOURCE_LANGUAGE),
        questions=tuple(_asked(told)),
        asking=Asking(every=Every(told["every"]), nth=told.get("nth", 1)),
    )


def standard_survey(language: str) -> Survey:
    """Faces, would you send a friend, and a word at the end."""
    return ready_survey(STANDARD, language)


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(path("questions", f"{name}.toml").read_text("utf-8"))


def _question(key: str, told: Mapping[str, Any]) -> Question:
    if told["group"] not in GROUPS or told.get("theme", THEMES[0]) not in THEMES:
        raise NotAQuestion(what="unknown", name=key)
    options = told.get("options", {})
    return Question(
        key=key,
        scale=Scale(told["scale"]),
        texts=_texts(key, told),
        theme=told.get("theme", ""),
        group=told["group"],
        asks_why=told.get("asks_why", False),
        options=tuple(Option(key=one, texts=_texts(key, texts)) for one, texts in options.items()),
    )


def _texts(key: str, told: Mapping[str, Any]) -> Texts:
    if not all(told.get(language, "").strip() for language in LANGUAGES):
        raise NotAQuestion(what="language", name=key)
    return {language: told[language] for language in LANGUAGES}


def _asked(told: Mapping[str, Any]) -> Iterator[Question]:
    """The bank's questions, each asked of whom the survey says."""
    only: Mapping[str, Any] = told.get("only", {})
    for key in told["questions"]:
        to = only.get(key)
        yield replace(question(key), only=_condition(to) if to else None)


def _condition(to: Mapping[str, Any]) -> Condition:
    return Condition(question=to["question"], moods=tuple(Mood(one) for one in to["moods"]))
