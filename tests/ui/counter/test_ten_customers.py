"""Ten customers come to the counter, touch what they think, and leave nothing behind but their answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.voice.answer import Answer, State
from app.voice.scales import Scale
from tests.shop import ScenarioShop
from tests.ui.counter.conftest import Finger
from ui.counter.mode import CounterMode
from ui.counter.resting import AttractPage


@dataclass(frozen=True, kw_only=True)
class Person:
    """What somebody will touch and write."""

    language: str
    face: int
    number: int | None
    why: Sequence[str] = ()
    comment: str = ""
    phone: str = ""
    card: str = ""


PEOPLE = (
    Person(language="en", face=5, number=10, why=["staff", "speed"]),
    Person(language="cs", face=4, number=8, comment="vše čerstvé"),
    Person(language="he", face=2, number=3, why=["price"], comment="יקר מדי"),
    Person(language="en", face=1, number=0, why=["staff"], comment="rude", phone="603118274"),
    Person(language="cs", face=5, number=None),
    Person(language="he", face=5, number=9, why=["product"]),
    Person(language="en", face=3, number=7, card="4711"),
    Person(language="cs", face=2, number=5, why=["speed"], comment="fronta", phone="777123456"),
    Person(language="he", face=4, number=10, comment="טעים"),
    Person(language="cs", face=5, number=10, why=["quality"], card="777555444"),
)


@pytest.fixture
def regulars(bakery: ScenarioShop) -> ScenarioShop:
    bakery.customer("Jana", "Nováková", card_number="4711")
    bakery.customer("Karel", "Svoboda", phones=("+420777555444",))
    return bakery


def comes(finger: Finger, one: Person) -> None:
    finger.on_screen()
    finger.on(f"language.{one.language}")
    if one.card:
        finger.on("card")
        finger.dials(one.card)
        finger.on("take card")
    finger.on(f"face.{one.face}")
    if one.number is None:
        finger.on("skip")
    else:
        finger.on(f"number.{one.number}")
        for theme in one.why:
            finger.on(f"reason.{theme}")
        finger.on("done")
    says(finger, one)
    finger.on("close")


def says(finger: Finger, one: Person) -> None:
    if one.comment:
        finger.types(one.comment)
    if one.phone:
        finger.on("call")
        finger.dials(one.phone)
        finger.on("agree")
        finger.on("call me")
    finger.on("done" if one.comment else "skip")


def answers_of(shop: ScenarioShop) -> list[Answer]:
    ids = shop.book.column("SELECT id FROM answers ORDER BY id")
    return [shop.voice.answers.get(one) for one in ids]


def said(answer: Answer, one: Person) -> None:
    """Everything `one` said stands in the book, and nothing else."""
    assert answer.state is State.WHOLE
    assert answer.counts
    assert answer.language == one.language
    assert answer.score(Scale.CSAT) == one.face
    assert answer.score(Scale.NPS) == one.number
    assert len(answer.replies) == 2
    assert set(answer.themes) == set(one.why)
    assert answer.comment.lower() == one.comment
    assert answer.wants_call == bool(one.phone)
    assert answer.contact == one.phone


def nothing_is_left(mode: CounterMode) -> None:
    """No widget of the last person lives on, and none says a word of hers."""
    window = mode.window
    assert isinstance(window.page, AttractPage)
    assert not window.findChildren(QLineEdit)
    assert not window.findChildren(QPlainTextEdit)
    assert not [one for one in window.findChildren(QAbstractButton) if one.isChecked()]
    assert not mode.counter.is_somebody_there
    assert QGuiApplication.clipboard().text() == ""
    texts = " ".join(label.text() for label in window.findChildren(QLabel))
    names = " ".join(part.accessibleName() for part in window.findChildren(QWidget))
    assert not re.search("Jana|Karel|4711|čerstvé|rude|603118274", texts + names, re.IGNORECASE)


def test_ten_customers_in_three_languages_are_all_in_the_book_and_nothing_is_left_on_the_screen(
    regulars: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    for number, one in enumerate(PEOPLE, 1):
        regulars.time.passes(seconds=40)
        comes(finger, one)
        nothing_is_left(mode)
        assert len(answers_of(regulars)) == number
    for answer, one in zip(answers_of(regulars), PEOPLE, strict=True):
        said(answer, one)


def test_whoever_showed_a_card_is_named_with_her_answer_and_nobody_else(
    regulars: ScenarioShop, finger: Finger
) -> None:
    for one in PEOPLE:
        regulars.time.passes(seconds=40)
        comes(finger, one)
    named = [answer.customer is not None for answer in answers_of(regulars)]
    assert named == [bool(one.card) for one in PEOPLE]
    shown = [
        regulars.customers.get(one.customer).first_name
        for one in answers_of(regulars)
        if one.customer
    ]
    assert shown == ["Jana", "Karel"]


def test_an_answer_takes_four_touches(regulars: ScenarioShop, finger: Finger) -> None:
    """Well within ten seconds: the screen, a face, a number, done."""
    finger.on_screen()
    finger.on("face.5")
    finger.on("number.9")
    finger.on("done")
    (answer,) = answers_of(regulars)
    assert (answer.score(Scale.CSAT), answer.score(Scale.NPS)) == (5, 9)
