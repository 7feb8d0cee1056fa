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
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.clock import system_clock
from app.loyalty.points import Movement
from app.shop import Shop
from ui.console.bridge import lines

MAIN = Path(__file__).parents[1] / "main.py"
GOAL_RATIO = 2.5
GOAL_MS = 5
PEOPLE = 200
TURNS = 10
"""They take turns, so that what else the computer does meets all alike."""
ROUNDS = 50
EARNING = 7  # of ten movements
YEAR = 365
AGO = {"now": 0, "yesterday": 1, "half a year ago": 182, "ten months ago": 304}


class Bridge:
    """`main.py till` as a till talks to it: a sale is asked for when the last one was answered."""

    def __init__(self, shop: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(MAIN), "--shop", str(shop), "till"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._people = [
            self.ask({"do": "enrol", "first_name": f"Anna {n}"})["customer"] for n in range(PEOPLE)
        ]
        self._sales = 0

    def ask(self, request: dict) -> dict:
        self._send(request)
        return self._hear()

    def sell(self, sales: int) -> None:
        for _ in range(sales):
            self.ask(self._sale())

    def sell_with_keys(self, sales: int) -> None:
        """The same sales, each of which could be asked for again and would have the same answer."""
        for _ in range(sales):
            self.ask(self._with_key(self._sale()))

    def catch_up(self, sales: int) -> None:
        """Sales with keys, sent before the answers are read."""
        for _ in range(sales):
            self._send(self._with_key(self._sale()))
        for _ in range(sales):
            self._hear()

    def _sale(self) -> dict:
        self._sales += 1
        return {
            "do": "sale", "customer": self._people[self._sales % PEOPLE], "total": "21.90",
            "items": [{"name": "Bread", "quantity": 2, "price": "10.95"}],
            "receipt": f"R{self._sales}",
        }  # fmt: skip

    def _with_key(self, sale: dict) -> dict:
        return sale | {"key": f"K{self._sales}"}

    def _send(self, request: dict) -> None:
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()

    def _hear(self) -> dict:
        answer: dict = json.loads(self._process.stdout.readline())
        if not answer["ok"]:
            raise SystemExit(f"refused: {answer}")
        return answer

    def close(self) -> None:
        self._process.communicate()


class Bare:
    """One small row a transaction, kept as safely as the shop keeps its own; in SQLite's usual journal, or
    in the log that the shop uses, which is faster.
    """

    def __init__(self, path: Path, journal: str) -> None:
        self._book = sqlite3.connect(path, isolation_level=None)
        self._book.execute(f"PRAGMA journal_mode = {journal}")
        self._book.execute("PRAGMA synchronous = FULL")
        self._book.execute("CREATE TABLE sales (id INTEGER PRIMARY KEY, total INTEGER)")

    def sell(self, sales: int) -> None:
        for _ in range(sales):
            self._book.execute("BEGIN IMMEDIATE")
            self._book.execute("INSERT INTO sales (total) VALUES (2190)")
            self._book.execute("COMMIT")

    def close(self) -> None:
        self._book.close()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def open_shop(folder: Path) -> Shop:
    shop = Shop.open(folder, system_clock, os.environ)
    shop.settings.change(country="CZ", currency="CZK", zone="Europe/Prague", set_up=True)
    return shop


def sales(folder: Path, count: int) -> None:
    """Those in the usual journal come last: what they leave to the disk slows whoever is next."""
    open_shop(folder / "shop").close()
    bridge, bare = Bridge(folder / "shop"), Bare(folder / "bare.sqlite3", "WAL")
    usual = Bare(folder / "usual.sqlite3", "DELETE")
    for one in (bridge, bare, usual):
        one.sell(50)
    part = count // TURNS
    ways = (bare.sell, bridge.sell, bridge.sell_with_keys, bridge.catch_up)
    times = [[seconds(lambda sell=sell: sell(part)) for sell in ways] for _ in range(TURNS)]
    journal = statistics.median(seconds(lambda: usual.sell(part)) for _ in range(TURNS))
    for one in (bridge, bare, usual):
        one.close()
    print(f"{part * TURNS:,} durable sales with a customer, a line and a receipt")
    print(f"  {'bare, usual journal':22}{journal * TURNS:6.2f} s")
    names = (
        "bare, the shop's log",
        "each after an answer",
        "  with a key",
        "sent ahead, with keys",
    )
    for n, name in enumerate(names):
        took = sum(turn[n] for turn in times)
        to_log = statistics.median(turn[n] / turn[0] for turn in times)
        to_journal = statistics.median(turn[n] for turn in times) / journal
        print(
            f"  {name:22}{took:6.2f} s   ratio {to_journal:5.2f} to the usual, {to_log:5.2f} to the log"
        )
    print(f"  goal of the ratio to the log {GOAL_RATIO}")


def fill(shop: Shop, who: int, movements: int) -> None:
    """A year of them: of each ten movements seven are lots that are good for a year, and three spend."""
    points, now = shop.till.points, shop.moment()
    with shop.book.atomic():
        step = shop.history.begin("adjust points", n=1, points=0, reason="")
        for n in range(movements):
            then = replace(now, day=now.day - timedelta(days=YEAR - 1 - n * YEAR // movements))
            if n % 10 < EARNING:
                goes = then.day + timedelta(days=YEAR)
                lot = Movement(customer=who, kind="earn", points=5, lifetime=5, expires=goes)
                points.give(step, lot, then)
            else:
                points.take(step, Movement(customer=who, kind="spend", points=-3), then)


def balances(folder: Path, movements: int) -> None:
    shop = open_shop(folder / "balances")
    who = shop.customers.add(shop.today(), first_name="Anna").id
    fill(shop, who, movements)
    today, answers = shop.today(), lines.Bridge(shop)
    asked = {name: today - timedelta(days=ago) for name, ago in AGO.items()}
    requests = {
        name: json.dumps({"do": "balance", "customer": who, "on": day.isoformat()}).encode()
        for name, day in asked.items()
    }
    bare = "SELECT sum(points) FROM points_entries WHERE customer = ?"
    floor = [seconds(lambda: shop.book.value(bare, (who,))) * 1000 for _ in range(ROUNDS)]
    ours = {
        name: [seconds(lambda line=line: answers.answer(line)) * 1000 for _ in range(ROUNDS)]
        for name, line in requests.items()
    }
    shop.close()
    print(f"a balance over {movements:,} movements, the whole request")
    print(f"  bare sum            {statistics.median(floor):6.2f} ms")
    for name, times in ours.items():
        print(f"  {name:20}{statistics.median(times):6.2f} ms   goal {GOAL_MS} ms")


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
