"""Long work that tells how far it is and can be stopped."""

import threading

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.progress import Report
from ui.shared.job_strip import JobStrip
from ui.shared.jobs import Job


def test_a_job_tells_how_far_it_is_and_what_it_made(qtbot: QtBot) -> None:
    def work(report: Report) -> str:
        report(1, 2)
        report(2, 2)
        return "made"

    job = Job(work)
    heard: list[tuple[int, int]] = []
    made: list[str] = []
    job.done.connect(made.append)
    job.progress.connect(lambda done, total: heard.append((done, total)))
    with qtbot.waitSignal(job.ended):
        job.start()
    assert made == ["made"]
    assert heard == [(1, 2), (2, 2)]
    assert not job.running


def test_the_news_arrive_where_the_screens_live(qtbot: QtBot) -> None:
    places: list[bool] = []
    here = QThread.currentThread()
    job = Job(lambda report: report(1, 1))
    job.progress.connect(lambda *_: places.append(QThread.currentThread() is here))
    with qtbot.waitSignal(job.ended):
        job.start()
    assert places == [True]


def test_a_job_that_is_stopped_says_so_and_nothing_else(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        begun.set()
        go_on.wait(5)
        report(1, 2)
        pytest.fail("it went on")

    job = Job(work)
    ended: list[str] = []
    job.done.connect(lambda _: ended.append("done"))
    job.failed.connect(lambda _: ended.append("failed"))
    with qtbot.waitSignal(job.cancelled):
        job.start()
        begun.wait(5)
        job.cancel()
        go_on.set()
    assert ended == []


def test_what_broke_in_a_job_is_handed_over(qtbot: QtBot) -> None:
    def work(_report: Report) -> None:
        raise ValueError("a broken sheet")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert isinstance(told.args[0], ValueError)


def test_the_close_button_of_the_strip_stops_the_job(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        report(12, 40)
        begun.set()
        go_on.wait(5)
        report(13, 40)

    strip = JobStrip("Stop")
    qtbot.addWidget(strip)
    job = Job(work).start()
    strip.watch(job, lambda done, total: f"Printing {done} of {total} cards")
    begun.wait(5)
    qtbot.waitUntil(lambda: strip.accessibleName() == "Printing 12 of 40 cards")
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(strip.findChild(QPushButton), Qt.MouseButton.LeftButton)
        go_on.set()
    assert not strip.isVisible()


def test_of_two_jobs_the_later_is_shown_and_the_strip_stays_for_the_other(qtbot: QtBot) -> None:
    gates = [threading.Event(), threading.Event()]
    strip = JobStrip("Stop")
    qtbot.addWidget(strip)
    jobs = []
    for number, gate in enumerate(gates):
        job = Job(lambda _report, gate=gate: gate.wait(5)).start()
        strip.watch(job, lambda _done, _total, number=number: f"Job {number}")
        jobs.append(job)
    assert strip.accessibleName() == "Job 1"
    with qtbot.waitSignal(jobs[1].ended):
        gates[1].set()
    assert strip.isVisible()
    with qtbot.waitSignal(jobs[0].ended):
        gates[0].set()
    assert not strip.isVisible()
