"""Pictures of cards come from a thread of their own, also when nobody waits for them any more."""

import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel

from reports.cards import CardFacts
from reports.papers import paper
from ui.cards.pictures import Pictures, Sight
from ui.shared.jobs import Job

SIGHT = Sight(
    facts=CardFacts(name_for_warnings="Tereza", text="Milá Terezo,", language="cs", seed=1),
    on=paper("A6"),
    pixels=(620, 440),
)


def wait_for_the_jobs(qtbot):
    """A job of our own comes out after all that were begun before it."""
    last = []
    QThreadPool.globalInstance().waitForDone()
    job = Job(lambda _report: None)
    job.done.connect(last.append)
    job.start()
    qtbot.waitUntil(lambda: bool(last))


def test_a_picture_is_shown_and_kept(qtbot):
    desk, shown = QLabel(), []
    qtbot.addWidget(desk)
    pictures = Pictures(desk, shown.append, shown.append)
    pictures.ask(SIGHT)
    qtbot.waitUntil(lambda: len(shown) == 1)
    pictures.ask(SIGHT)
    assert [picture.width() for picture in shown] == [620, 620]


def test_a_picture_that_comes_after_its_screen_was_closed_is_shown_to_nobody(qtbot):
    desk = QLabel()
    pictures = Pictures(desk, lambda _picture: desk.update(), lambda _why: desk.update())
    with qtbot.captureExceptions() as broken:
        pictures.ask(SIGHT)
        shiboken6.delete(desk)
        wait_for_the_jobs(qtbot)
    assert broken == []
