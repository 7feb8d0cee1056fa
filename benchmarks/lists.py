"""The lists from sales, beside a bare scan of the rhythms and their customers: median and 95th percentile.

python benchmarks/lists.py [--customers 100000] [--sales 1000000]
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from app.clock import system_clock
from app.keeping.database import Book, open_shop
from app.loyalty import rhythm
from app.people import register
from app.thanks.lists import Asked, people_on, why

ON = date(2026, 11, 22)
LISTS = ("regulars", "new", "slipping", "lapsed", "near-reward", "best")
PRICES = (100, 400)
GOAL_MS = 300
ROUNDS = 15
BARE = (
    "SELECT count(*) FROM rhythms r JOIN customers c ON c.id = r.customer"
    " WHERE NOT c.removed AND r.spent > 0"
)
SALE = (
    "INSERT INTO sales (uid, customer, at, day, by, source, currency, total, coupon_off, points_off,"
    " card_paid, paid, points_spent, terms)"
    " VALUES (?, ?, ?, ?, '', 'file', 'CZK', ?, 0, 0, 0, ?, 0, '{}')"
)
POINTS = (
    "INSERT INTO points_entries (uid, customer, at, day, by, kind, points, lifetime, sale, reason, left)"
    " SELECT uid, customer, at, day, '', 'earn', 1 + total / 20000, 1 + total / 20000, id, '',"
    " (1 + total / 20000) * (id % 4 > 0) FROM sales"
)
"""Every sale made a lot, of which each fourth is spent."""


def fill(book: Book, customers: int, sales: int) -> None:
    """Customers each with a gap of her own, who once stopped coming or did not."""
    people = [{"first_name": f"P{n}", "last_name": f"Q{n % 997}"} for n in range(customers)]
    with book.atomic():
        register.insert(book, people, how="benchmark")
        book.connection.executemany(SALE, invented(customers, sales))
        book.execute(POINTS)


def invented(customers: int, sales: int) -> Iterator[tuple[str, int, str, str, int, int]]:
    chance = random.Random(1)
    number = 0
    while number < sales:
        who, gap = chance.randint(1, customers), chance.choice((2, 5, 7, 14, 30, 60))
        day = ON - timedelta(days=chance.choice((0, 0, 10, 60, 250)))
        for _ in range(min(20, sales - number)):
            total = chance.randint(20, 900) * 100
            yield f"s{number}", who, f"{day}T09:00:00.000Z", day.isoformat(), total, total
            day -= timedelta(days=max(1, round(chance.gauss(gap, gap / 4))))
            number += 1


def milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measured(work: Callable[[], object]) -> tuple[float, float]:
    times = [milliseconds(work) for _ in range(ROUNDS)]
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--sales", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = open_shop(Path(folder), system_clock)
        fill(book, chosen.customers, chosen.sales)
        with book.atomic():
            print(
                f"all rhythms reckoned anew in {milliseconds(lambda: rhythm.rebuild(book)):,.0f} ms"
            )
        slowest = show(book)
        book.close()
    return 0 if slowest <= GOAL_MS else 1


def show(book: Book) -> float:
    """Each list beside the floor; the slowest p95."""
    asked, slowest = Asked(on=ON, prices=lambda: PRICES), 0.0
    floor, _ = measured(lambda: book.value(BARE))
    print(f"{'bare scan':12} median {floor:7.1f} ms   goal of each p95 {GOAL_MS} ms")
    for name in LISTS:
        median, late = measured(lambda name=name: people_on(book, name, asked))
        people = people_on(book, name, asked)
        few = milliseconds(lambda n=name, p=people: why(book, n, p[:50], asked))
        print(
            f"{name:12} median {median:7.1f} ms   p95 {late:7.1f} ms   ratio {median / floor:4.1f}"
            f"   {len(people):,} people, why of 50: {few:.1f} ms"
        )
        slowest = max(slowest, late)
    return slowest


if __name__ == "__main__":
    sys.exit(main())
