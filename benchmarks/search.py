"""Searching the book, beside the bare FTS5 query on the same index: 95th percentile and ratio.

python benchmarks/search.py [--customers 100000]
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.clock import system_clock
from app.demo.people import invented, read_town
from app.keeping.database import Book, open_shop
from app.people import directory, register, search
from app.people.folding import words_of

BATCH = 20_000
ROUNDS = 400
GOALS_MS = {100_000: 16, 1_000_000: 33}
GOAL_RATIO = 5


def fill(book: Book, customers: int) -> list[dict]:
    """Invented people of three languages, so that folding and transliteration take part."""
    towns = [read_town(language) for language in ("cs", "kk", "he")]
    samples: list[dict] = []
    for start in range(0, customers, BATCH):
        count = min(BATCH, customers - start)
        people = invented(
            towns[start // BATCH % 3], date(2026, 11, 22), customers=count, seed=start
        )
        for number, person in enumerate(people, start):
            person["card_number"] = str(100_000 + number)
            person.pop("note", None)
        with book.atomic():
            register.insert(book, people, how="benchmark")
        samples += people[:100]
    return samples


def typed_by(person: dict, chance: random.Random) -> str:
    """What somebody at the counter might type to find this person."""
    first, last = person["first_name"], person["last_name"]
    phones = person.get("phones") or ["+420603118274"]
    start = chance.randint(3, 8)
    return chance.choice(
        [
            last[: chance.randint(1, len(last))],
            f"{last[: chance.randint(1, len(last))]} {first[: chance.randint(1, len(first))]}",
            first[: chance.randint(1, 3)],
            phones[0][start : start + chance.randint(3, 6)],
            person["card_number"],
            f"{person.get('city', 'brno')} {last[:3]}",
        ]
    )


def bare(book: Book, text: str) -> list[int]:
    """One FTS5 query for all the words, its rows taken as they come."""
    words = words_of(text)
    table = "customer_phones" if all(word.isdigit() for word in words) else "customer_words"
    sign = "" if table == "customer_phones" else "*"
    query = " ".join(f'"{word}"{sign}' for word in words)
    return book.column(f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT 50", (query,))


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def in_turns(book: Book, typed: list[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of our search and of the bare query, for each text.

    They take turns in going first: whoever does finds the pages of the book less warm.
    """
    works = (
        (lambda text: directory.rows(book, search.find(book, text))),
        (lambda text: bare(book, text)),
    )
    times: tuple[list[float], list[float]] = [], []
    for n, text in enumerate(typed):
        for which in (0, 1) if n % 2 else (1, 0):
            times[which].append(milliseconds(lambda work=works[which], text=text: work(text)))
    return times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=100_000)
    customers = parser.parse_args().customers
    with tempfile.TemporaryDirectory() as folder:
        book = open_shop(Path(folder), system_clock)
        people = fill(book, customers)
        chance = random.Random(1)
        typed = [typed_by(chance.choice(people), chance) for _ in range(ROUNDS)]
        ours, floor = in_turns(book, typed)
        book.close()
    goal = GOALS_MS.get(customers)
    print(f"{customers:,} customers, {ROUNDS} searches, 50 rows of the table each")
    print(
        f"  bare FTS5 query   median {statistics.median(floor):6.2f} ms   p95 {p95(floor):6.2f} ms"
    )
    print(f"  search and rows   median {statistics.median(ours):6.2f} ms   p95 {p95(ours):6.2f} ms")
    if goal:
        print(f"  goal of the p95   {goal} ms")
    worst = max(zip(ours, typed, strict=True))
    print(f"  slowest: {worst[0]:.2f} ms for {worst[1]!r}")
    print(f"  ratio of the p95s {p95(ours) / p95(floor):.2f}   goal {GOAL_RATIO}")


if __name__ == "__main__":
    main()
