"""A changed programme run over a year of sales, beside merely reading them: CPU time and the ratio.

python benchmarks/what_if.py [--customers 100000] [--sales 1000000]
"""

import argparse
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from lists import ON, fill, milliseconds

from app.clock import system_clock
from app.keeping.database import Book, open_shop
from app.loyalty.programme import Earn, Expiry, Programme
from app.loyalty.what_if import Rehearsal

TODAY = Programme(earn=Earn(per=1000))
OTHER = Programme(earn=Earn(per=2000, visit=1, daily_limit=100), expiry=Expiry(months=6))
YEAR = timedelta(days=365)
SPAN = (ON - YEAR).isoformat(), ON.isoformat()
BARE = (
    "SELECT s.id, s.at, s.day, s.total, s.paid, ifnull(c.merged_into, c.id) FROM sales s"
    " JOIN customers c ON c.id = s.customer WHERE s.day BETWEEN ? AND ? ORDER BY s.day, s.id"
)
MOST_TIMES = 20
"""Two programmes reckon every sale, in Python; reading is SQLite's own work."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--sales", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = open_shop(Path(folder), system_clock)
        fill(book, chosen.customers, chosen.sales)
        ratio = show(book)
        book.close()
    return 0 if ratio <= MOST_TIMES else 1


def show(book: Book) -> float:
    """Prints both; answers how many times as long as reading the trial takes."""
    floor = milliseconds(lambda: sum(1 for _ in book.execute(BARE, SPAN)))
    rehearsal = Rehearsal(book, TODAY, OTHER, currency="CZK")
    found = [rehearsal.run(ON - timedelta(days=1), ON, "UTC")]
    took = milliseconds(lambda: found.append(rehearsal.run(ON - YEAR, ON, "UTC")))
    print(
        f"{found[-1].sales:,} sales tried with two programmes in {took:,.0f} ms,"
        f" merely read in {floor:,.0f} ms: {took / floor:.1f} times"
    )
    return took / floor


if __name__ == "__main__":
    sys.exit(main())
