"""Durable sales through the till bridge beside as many bare SQLite transactions, and a balance over many
movements beside a bare sum.

python benchmarks/till.py [--sales 1000] [--movements 10000]
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from app.clock import system_clock
from app.loyalty.points import Movement
from app.loyalty.programme import Expiry
from app.shop import Shop

MAIN = Path(__file__).parents[1] / "main.py"
GOAL_RATIO = 2.5
GOAL_MS = 5
TURNS = 10
"""The two take turns, so that what else the computer does meets both alike."""
ROUNDS = 50


class Bridge:
    """`main.py till` as a till talks to it: a sale is asked for when the last one was answered."""

    def __init__(self, shop: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(MAIN), "--shop", str(shop), "till"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.customer = self.ask({"do": "enrol", "first_name": "Anna"})["customer"]
        self._sales = 0

    def ask(self, request: dict) -> dict:
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        answer: dict = json.loads(self._process.stdout.readline())
        if not answer["ok"]:
            raise SystemExit(f"refused: {answer}")
        return answer

    def sell(self, sales: int) -> None:
        for _ in range(sales):
            self._sales += 1
            self.ask({
                "do": "sale", "customer": self.customer, "total": "21.90",
                "items": [{"name": "Bread", "quantity": 2, "price": "10.95"}],
                "receipt": f"R{self._sales}", "key": f"R{self._sales}",
            })  # fmt: skip

    def close(self) -> None:
        self._process.communicate()


class Bare:
    """One small row a transaction, kept as safely as the shop keeps its own."""

    def __init__(self, path: Path) -> None:
        self._book = sqlite3.connect(path, isolation_level=None)
        self._book.execute("PRAGMA journal_mode = WAL")
        self._book.execute("PRAGMA synchronous = FULL")
        self._book.execute("CREATE TABLE sales (id INTEGER PRIMARY KEY, total INTEGER)")

    def sell(self, sales: int) -> None:
        for _ in range(sales):
            self._book.execute("BEGIN IMMEDIATE")
            self._book.execute("INSERT INTO sales (total) VALUES (2190)")
            self._book.execute("COMMIT")

    def close(self) -> None:
        self._book.close()


LOTS_OF_TEN = 7


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def open_shop(folder: Path) -> Shop:
    shop = Shop.open(folder, system_clock, os.environ)
    shop.settings.change(country="CZ", currency="CZK", zone="Europe/Prague", set_up=True)
    return shop


def sales(folder: Path, count: int) -> None:
    open_shop(folder / "shop").close()
    bridge, bare = Bridge(folder / "shop"), Bare(folder / "bare.sqlite3")
    for one in (bridge, bare):
        one.sell(50)
    part = count // TURNS
    times = [
        (seconds(lambda: bridge.sell(part)), seconds(lambda: bare.sell(part))) for _ in range(TURNS)
    ]
    bridge.close()
    bare.close()
    ours, floor = (sum(column) for column in zip(*times, strict=True))
    apart = statistics.median(one / other for one, other in times)
    print(f"{part * TURNS:,} durable sales with a customer, a line, a receipt and a key")
    print(f"  bare transactions   {floor:6.2f} s   {floor / part / TURNS * 1000:6.2f} ms each")
    print(f"  through the bridge  {ours:6.2f} s   {ours / part / TURNS * 1000:6.2f} ms each")
    print(f"  ratio {ours / floor:.2f}   median of {TURNS} turns {apart:.2f}   goal {GOAL_RATIO}")


def balances(folder: Path, movements: int) -> None:
    """Of each ten movements seven are lots of their own day, and three spend."""
    shop = open_shop(folder / "balances")
    who, points = shop.customers.add(shop.today(), first_name="Anna").id, shop.till.points
    now = shop.moment()
    with shop.book.atomic():
        step = shop.history.begin("adjust points", n=1, points=0, reason="")
        for n in range(movements):
            if n % 10 < LOTS_OF_TEN:
                expires = now.day + timedelta(days=n % 400)
                lot = Movement(customer=who, kind="earn", points=5, lifetime=5, expires=expires)
                points.give(step, lot, now)
            else:
                points.take(step, Movement(customer=who, kind="spend", points=-3), now)
    line = json.dumps({"do": "balance", "customer": who}).encode()
    from ui.console.bridge.lines import Bridge as Answers

    answers = Answers(shop)
    bare = "SELECT sum(points) FROM points_entries WHERE customer = ?"
    floor = [seconds(lambda: shop.book.value(bare, (who,))) * 1000 for _ in range(ROUNDS)]
    ours = [seconds(lambda: answers.answer(line)) * 1000 for _ in range(ROUNDS)]
    past = now.day - timedelta(days=1)
    then = [seconds(lambda: points.balance(who, past, Expiry())) * 1000 for _ in range(ROUNDS)]
    shop.close()
    print(f"a balance over {movements:,} movements, the whole request")
    print(f"  bare sum            {statistics.median(floor):6.2f} ms")
    print(f"  now                 {statistics.median(ours):6.2f} ms   goal {GOAL_MS} ms")
    print(f"  of the day before   {statistics.median(then):6.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sales", type=int, default=1_000)
    parser.add_argument("--movements", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="Where to measure; the disk counts.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        sales(Path(folder), asked.sales)
        balances(Path(folder), asked.movements)


if __name__ == "__main__":
    main()
