"""On every screen, in every language: everything is there to be touched, large enough, and nothing lies over it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.voice.questions import Option, Question
from app.voice.scales import Scale
from resources.words import LANGUAGES
from tests.shop import ScenarioShop
from tests.ui.counter.conftest import FRIEND, TOOK, VISIT, Finger, survey
from ui.counter.faces import Faces
from ui.counter.frame import AIR, Frame
from ui.counter.keyboard import Keyboard
from ui.counter.mode import CounterMode
from ui.counter.numbers import Numbers
from ui.counter.parts import SMALL, Touch, fitting
from ui.shared.fonts import width

SIZES = (QSize(1280, 800), QSize(1024, 680), QSize(1920, 1080), QSize(800, 1280))
LEAST = 44
ASKED = (
    VISIT,
    FRIEND,
    Question(key="ten", scale=Scale.TEN, texts={"en": "How fresh was it?"}),
    Question(key="easy", scale=Scale.EFFORT, texts={"en": "How easy was it?"}),
    TOOK,
    Question(key="wish", scale=Scale.TEXT, texts={"en": "What is missing?"}),
)


@pytest.fixture
def bakery(bakery: ScenarioShop) -> ScenarioShop:
    bakery.voice.surveys.save(survey(*ASKED))
    bakery.settings.change(review_link="https://example.org/mill", show_results=True)
    return bakery


def pages(mode: CounterMode, language: str) -> Iterator[str]:
    """Every page there is, one after the other, in `language`."""
    counter, window = mode.counter, mode.window
    counter.touch()
    counter.speak(language)
    yield "faces"
    counter.ask_card()
    yield "card"
    counter.no_card()
    counter.score(1)
    yield "numbers"
    counter.score(9)
    yield "reasons"
    counter.done()
    yield "ten"
    counter.score(4)
    yield "effort"
    counter.score(4)
    yield "choices"
    counter.done()
    yield "text"
    counter.skip()
    yield "words"
    counter.ask_call()
    yield "call"
    counter.no_call()
    counter.skip()
    yield "thanks"
    counter.rest()
    window.ask_pin()
    yield "pin"
    window._give_up()


def targets(page: QWidget) -> Sequence[QAbstractButton]:
    return [one for one in page.findChildren(QAbstractButton) if one.isVisible()]


def lies(part: QWidget, screen: QWidget) -> QRect:
    return QRect(part.mapTo(screen, QPoint()), part.size())


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, 0)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_touched(mode: CounterMode, size: QSize, language: str) -> None:
    mode.window.resize(size)
    for name in pages(mode, language):
        settle()
        screen = mode.window.pin or mode.window.page
        assert screen is not None
        assert mode.window.size() == size, name
        places = {one.accessibleName() or one.text(): lies(one, screen) for one in targets(screen)}
        assert len(places) == len(targets(screen)), name
        small = {said for said, at in places.items() if min(at.width(), at.height()) < LEAST}
        assert small == set(), name
        outside = {said for said, at in places.items() if not screen.rect().contains(at)}
        assert outside == set(), name
        over = [
            pair for pair in combinations(places, 2) if places[pair[0]].intersects(places[pair[1]])
        ]
        assert over == [], name
        nothing_is_cut(screen, name)


def nothing_is_cut(screen: QWidget, name: str) -> None:
    for label in screen.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        wide, high = label.width(), label.height()
        needed = label.heightForWidth(wide) if label.wordWrap() else label.sizeHint().height()
        assert high >= needed, (name, label.text())
        if not label.wordWrap():
            assert wide >= label.sizeHint().width(), (name, label.text())
        assert screen.rect().contains(lies(label, screen)), (name, label.text())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_twelve_options_stand_on_one_page(
    bakery: ScenarioShop, mode: CounterMode, size: QSize
) -> None:
    names = [f"Something sweet, number {n}" for n in range(12)]
    options = tuple(Option(key=name, texts={"en": name}) for name in names)
    took = Question(key="took", scale=Scale.CHOICES, texts={"en": "What was it?"}, options=options)
    bakery.voice.surveys.save(survey(took))
    mode.window.resize(size)
    mode.counter.touch()
    mode.counter.choose(names[0])
    settle()
    page = mode.window.page
    assert page is not None
    places = [lies(one, page) for one in targets(page)]
    assert all(page.rect().contains(at) for at in places)
    assert not [one for one, other in combinations(places, 2) if one.intersects(other)]


def test_a_long_question_steps_back_where_the_page_is_full(mode: CounterMode) -> None:
    mode.window.resize(1024, 680)
    mode.counter.touch()
    mode.counter.speak("kk")
    mode.counter.score(1)
    mode.counter.score(9)
    settle()
    page = mode.window.page
    assert isinstance(page, Frame)
    asked = next(one for one in page.findChildren(QLabel) if one.text() == FRIEND.texts["kk"])
    reasons = [one for one in targets(page) if one.objectName().startswith("reason.")]
    lowest = max(lies(one, page).bottom() for one in reasons)
    assert lies(asked, page).top() - lies(page.head, page).bottom() > AIR
    assert lies(page.foot, page).top() - lowest > AIR / 2


@pytest.mark.usefixtures("qapp")
def test_the_name_of_the_shop_is_set_smaller_beside_the_languages_before_it_is_cut() -> None:
    name = "Наубайхана «Дастархан»"
    assert fitting(name, 22, SMALL, 202, 600).pixelSize() < 22
    assert width(name, fitting(name, 22, SMALL, 202, 600)) <= 202
    assert fitting(name, 22, SMALL, 400, 600).pixelSize() == 22


def test_faces_and_numbers_are_as_large_as_in_the_look(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    faces = mode.window.findChild(Faces)
    assert faces is not None
    assert [face.side for face in faces.faces] == [160] * 5
    finger.on("face.3")
    numbers = mode.window.findChild(Numbers)
    assert numbers is not None
    assert {one.size() for one in numbers.numbers} == {QSize(88, 96)}
    assert len({one.y() for one in numbers.numbers}) == 1


def order(parts: Sequence[QWidget]) -> list[int]:
    return [part.mapToGlobal(QPoint()).x() for part in parts]


@pytest.mark.parametrize(("language", "way"), [("en", 1), ("he", -1)])
def test_worst_comes_first_as_one_reads(
    mode: CounterMode, finger: Finger, language: str, way: int
) -> None:
    finger.on_screen()
    finger.on(f"language.{language}")
    faces = mode.window.findChild(Faces)
    assert faces is not None
    assert order(faces.faces) == sorted(order(faces.faces), reverse=way < 0)
    finger.on("face.1")
    numbers = mode.window.findChild(Numbers)
    assert numbers is not None
    assert order(numbers.numbers) == sorted(order(numbers.numbers), reverse=way < 0)


def test_nothing_but_a_sheet_or_a_field_ever_has_the_keyboard(mode: CounterMode) -> None:
    for name in pages(mode, "en"):
        settle()
        touched = [one for one in mode.window.findChildren(Touch) if one.focusPolicy()]
        assert [one for one in touched if one.focusPolicy() != Qt.FocusPolicy.NoFocus] == [], name


def test_everything_that_is_touched_says_what_it_is(mode: CounterMode) -> None:
    for name in pages(mode, "en"):
        settle()
        page = mode.window.pin or mode.window.page
        assert page is not None
        mute = [one for one in targets(page) if not (one.accessibleName() or one.text()).strip()]
        assert mute == [], name


def test_a_chosen_face_is_told_by_more_than_its_colour(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    finger.on("face.2")
    finger.on("back")
    assert finger.find("face.2").isChecked()
    assert not finger.find("face.3").isChecked()


def test_the_screen_may_be_turned_in_the_middle_of_a_question(
    mode: CounterMode, finger: Finger
) -> None:
    finger.on_screen()
    mode.window.resize(800, 1280)
    QApplication.processEvents()
    settle()
    page = mode.window.page
    assert page is not None
    assert page.size() == QSize(800, 1280)
    assert finger.sees("face.1")


def test_the_keyboard_is_never_mirrored(mode: CounterMode) -> None:
    for name in pages(mode, "he"):
        settle()
        for keyboard in mode.window.findChildren(Keyboard):
            assert keyboard.layoutDirection() == Qt.LayoutDirection.LeftToRight, name
