"""What the Feedback screen asks of a book with a million answers, beside a bare count of its figures.

python benchmarks/feedback.py [--answers 1000000] [--customers 100000] [--keep DIR]
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from app.clock import system_clock
from app.keeping.database import Book
from app.people import register
from app.shop import Shop
from app.voice import comments, tallies
from app.voice.comments import Wanted
from app.voice.reading import Period, months
from app.voice.scales import Mood

ON = date(2026, 11, 22)
GOAL_MS = 500
ROUNDS = 9
THEMES = ("staff", "quality", "speed", "price", "place", "product", "parking")
CHANNELS = ("counter", "counter", "counter", "slip", "phone", "till")
WORDS = "bread coffee warm cold queue friendly slow fresh dear lovely burnt clean late quick smile".split()
DAYS = 3 * 365
THIRD = 1 / 3
SAD, GLAD = (1, 2), (4, 5)
BATCH = 50_000
BARE = (
    "SELECT r.scale, r.score, count(*) FROM replies r JOIN answers a ON a.id = r.answer"
    " WHERE a.counts AND a.day BETWEEN ? AND ? GROUP BY 1, 2"
)


def fill(book: Book, answers: int, customers: int) -> None:
    """A third of the people are known, a third say something, each with a theme."""
    people = [{"first_name": f"P{n}", "last_name": f"Q{n % 997}"} for n in range(customers)]
    with book.atomic():
        register.insert(book, people, how="benchmark")
    chance = random.Random(1)
    for start in range(1, answers + 1, BATCH):
        numbers = range(start, min(start + BATCH, answers + 1))
        with book.atomic():
            write(book, list(invented(chance, numbers, customers)))
            tallies.put_in(book, numbers)


def invented(chance: random.Random, numbers: range, customers: int) -> Iterator[tuple[object, ...]]:
    for number in numbers:
        day = (ON - timedelta(days=chance.randrange(DAYS))).isoformat()
        csat = chance.choice((1, 2, 3, 4, 4, 4, 5, 5, 5, 5))
        said = " ".join(chance.choices(WORDS, k=6)) if chance.random() < THIRD else ""
        mood = int(csat in GLAD) - int(csat in SAD)
        who = chance.randint(1, customers) if chance.random() < THIRD else None
        hour = f"{chance.randint(7, 18):02}:00"
        nps = min(10, max(0, 2 * csat + chance.randint(-1, 1)))
        channel, theme = chance.choice(CHANNELS), chance.choice(THEMES) if said else ""
        yield number, day, hour, who, channel, said, mood, csat, nps, theme


def write(book: Book, rows: list[tuple[object, ...]]) -> None:
    run = book.connection.executemany
    run(
        "INSERT INTO answers (id, uid, at, day, hour, by, customer, channel, language, station, comment,"
        " mood, state, counts, last_at) VALUES"
        " (?, 'u' || ?, ?, ?, ?, '', ?, ?, '', '', ?, ?, 'whole', 1, '')",
        [
            (n, n, f"{day}T{hour}:00.000Z", day, hour, who, channel, said, mood)
            for n, day, hour, who, channel, said, mood, _, _, _ in rows
        ],
    )
    reply = "INSERT INTO replies (answer, question, scale, theme, score, chosen, text)"
    for place, scale in ((7, "csat"), (8, "nps")):
        run(
            f"{reply} VALUES (?, '{scale}', '{scale}', '', ?, '[]', '')",
            [(r[0], r[place]) for r in rows],
        )
    run("INSERT INTO answer_themes VALUES (?, ?)", [(r[0], r[9]) for r in rows if r[9]])
    run(
        "INSERT INTO answer_words (rowid, said) VALUES (?, ?)", [(r[0], r[5]) for r in rows if r[5]]
    )


def readings(shop: Shop) -> Mapping[str, Callable[[], object]]:
    """All that the screen reads when it is opened, and what is read when something is chosen."""
    year, voice, book = Period(since=ON - timedelta(days=364), until=ON), shop.voice, shop.book
    before = year.before() or year
    people = list(range(1, 10_001))
    return {
        "score now": lambda: voice.scores.of(year),
        "score before": lambda: voice.scores.of(before),
        "trend, 36 months": lambda: voice.scores.over_time(months(ON, 36)),
        "by theme": lambda: voice.scores.by_theme(year),
        "by channel": lambda: voice.scores.by_channel(year),
        "by question": lambda: voice.scores.by_question(year),
        "by shift": lambda: voice.scores.by_shift(year, ["12:00", "17:00"]),
        "comments": lambda: comments.comments(book, Wanted(period=year)),
        "comments counted": lambda: comments.count(book, Wanted(period=year)),
        "cases to do": lambda: voice.cases.to_do(ON),
        "* comments, low": lambda: comments.comments(book, Wanted(period=year, mood=Mood.LOW)),
        "* comments, theme": lambda: comments.comments(book, Wanted(period=year, theme="parking")),
        "* comments, word": lambda: comments.comments(book, Wanted(text="burnt coff")),
        "* comments, rare": lambda: comments.comments(book, Wanted(text="nowhere")),
        "* list of 10,000": lambda: voice.scores.of_people(year, people),
    }


def milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measured(work: Callable[[], object]) -> float:
    return statistics.median(milliseconds(work) for _ in range(ROUNDS))


def show(shop: Shop) -> float:
    """Each reading, and the sum of those that the screen opens with (without a star)."""
    floor = measured(lambda: shop.book.execute(BARE, ("2025-11-23", ON.isoformat())).fetchall())
    print(f"{'bare count of a year':22}{floor:8.1f} ms   goal of the screen {GOAL_MS} ms")
    whole = 0.0
    for name, work in readings(shop).items():
        took = measured(work)
        whole += 0 if name.startswith("*") else took
        print(f"{name:22}{took:8.1f} ms   ratio {took / floor:6.3f}")
    print(f"{'the screen':22}{whole:8.1f} ms   ratio {whole / floor:6.3f}")
    return whole


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="Leave the book there.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop.open(
            chosen.keep or Path(folder), system_clock, {"LANG": "C", "TZ": "Europe/Prague"}
        )
        if shop.voice.scores.first_day() is None:
            took = milliseconds(lambda: fill(shop.book, chosen.answers, chosen.customers))
            print(f"{chosen.answers:,} answers written in {took / 1000:,.1f} s")
        whole = show(shop)
        shop.close()
    return 0 if whole <= GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
