"""The power goes while people answer: what was taken from them is in the book, and customers go on where they were."""

import signal
import subprocess
import sys
from pathlib import Path
from platform import node

import pytest

from app.shop import Shop
from tests.shop import ScenarioShop
from ui.counter.at_counter import AtCounter

HOUSE = Path(__file__).parents[3]
ENOUGH = 25


@pytest.mark.parametrize("last", [ENOUGH, ENOUGH + 1, ENOUGH + 4])
def test_killed_while_answering_every_reply_that_was_taken_is_in_the_book(
    bakery: ScenarioShop, last: int
) -> None:
    folder = bakery.folder
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.counter.answering", str(folder)],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        text=True,
    ) as counter:
        assert counter.stdout is not None
        told = [counter.stdout.readline() for _ in range(last)]
        counter.send_signal(signal.SIGKILL)
        told += counter.stdout.readlines()
    assert counter.returncode == -signal.SIGKILL
    confirmed = [tuple(line.split()) for line in told if line.endswith("\n")]
    assert len(confirmed) >= last
    assert in_the_book(bakery) >= set(confirmed)
    assert bakery.book.value("PRAGMA integrity_check") == "ok"


def in_the_book(shop: ScenarioShop) -> set[tuple[str, ...]]:
    """By the order in which people came."""
    rows = shop.book.execute(
        "SELECT answer - (SELECT min(id) FROM answers), question, score FROM replies"
    )
    return {tuple(str(part) for part in row) for row in rows}


def test_the_answer_that_was_under_way_is_settled_when_the_counter_starts_again(
    bakery: ScenarioShop,
) -> None:
    side = AtCounter(bakery)
    answers = bakery.voice.answers
    moment = bakery.moment()
    survey = side.survey()
    left = answers.begin(moment, survey, station="another counter")
    cut = answers.begin(moment, survey, station=node())
    side.settle()
    assert answers.get(cut).state == "partial"
    assert answers.get(left).state == "open"


def test_the_shop_opens_again_after_a_power_cut(bakery: ScenarioShop) -> None:
    again = Shop.open(bakery.folder, bakery.time, {"USER": "Jana"})
    assert again.voice.surveys.for_counter() is not None
    again.close()
