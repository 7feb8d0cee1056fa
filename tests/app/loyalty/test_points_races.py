"""Two tills on one book go for the same points and the same key at once; it is done once, every time."""

import json
import os
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from app.shop import Shop
from tests.invariants import check_the_book
from ui.console.bridge.lines import Bridge

ROUNDS = int(os.environ.get("REGULARS_RACES", "100"))
"""Each is a race for points, then one of a request that both send; set it to 1000 for a long run."""
AT = datetime(2026, 11, 22, 8, tzinfo=UTC)
TILLS = 2
PATIENCE = 120


def open_shop(folder: Path) -> Shop:
    return Shop.open(folder, lambda: AT, {"USER": "Jana", "TZ": "UTC"})


def race(folder: Path, people: list[int], start: Barrier, told: Connection) -> None:
    """One till: for each person it waits for the other, then asks as fast as it can."""
    shop = open_shop(folder)
    bridge = Bridge(shop)

    def ask(**request: object) -> str:
        line = json.dumps(request).encode()
        start.wait(PATIENCE)
        return bridge.answer(line)

    said = [
        (
            ask(do="spend", customer=one, points=60),
            ask(do="sale", customer=one, total="100", key=f"sale {one}"),
        )
        for one in people
    ]
    shop.close()
    told.send(said)


@pytest.fixture
def book(tmp_path):
    shop = open_shop(tmp_path / "shop")
    yield shop
    check_the_book(shop.book)
    shop.close()


def test_two_tills_never_spend_the_same_points_nor_do_the_same_request_twice(book):
    process = get_context("spawn")
    with book.book.atomic():
        people = [book.customers.add(book.today(), first_name="Anna").id for _ in range(ROUNDS)]
        for one in people:
            book.till.adjust(one, 100, "a gift", book.moment())
    start, ends = process.Barrier(TILLS), [process.Pipe() for _ in range(TILLS)]
    tills = [
        process.Process(target=race, args=(book.folder, people, start, end)) for _, end in ends
    ]
    for till in tills:
        till.start()
    said = [listen.recv() for listen, _ in ends if listen.poll(PATIENCE + ROUNDS)]
    for till in tills:
        till.join(PATIENCE)
    for (spent, sold), (spent_too, sold_too) in zip(*said, strict=True):
        answers = sorted((spent, spent_too), key=lambda one: '"ok":true' in one)
        refused, done = map(json.loads, answers)
        assert refused == {
            "ok": False, "error": "not_enough_points", "wanted": 60, "available": 40,
        }  # fmt: skip
        assert (done["cost"], done["points"]) == (60, 40)
        assert sold == sold_too
        assert json.loads(sold)["points"] == 50
    assert book.book.value("SELECT count(*) FROM sales") == ROUNDS
    assert book.book.column("SELECT DISTINCT sum(left) FROM points_entries GROUP BY customer") == [
        50
    ]
