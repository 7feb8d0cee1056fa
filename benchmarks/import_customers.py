"""Taking over a list of 100,000 rows × 9 columns, beside merely reading it and inserting bare rows.

    python benchmarks/import_customers.py [--rows 100000]

Each part runs in a process of its own, so that its memory can be told.
"""

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from app.demo.people import invented, read_town

GOAL_RATIO, GOAL_MB = 8, 400
HEADERS = (
    "Příjmení",
    "Jméno",
    "Telefon",
    "E-mail",
    "Ulice",
    "PSČ",
    "Město",
    "Narozeniny",
    "Štítky",
)


def write_list(path: Path, rows: int) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Zákazníci")
    sheet.append(HEADERS)
    people = invented(read_town("cs"), date(2026, 11, 22), customers=rows, seed=1)
    for number, one in enumerate(people):
        born = one.get("birthday")
        sheet.append(
            [
                one["last_name"],
                one["first_name"],
                f"60{number % 9} {number // 1000 % 1000:03} {number % 1000:03}",
                f"zakaznik{number}@example.com",
                one.get("street"),
                (one.get("postal_code") or "").replace(" ", ""),
                one.get("city"),
                day_of(born) if born else None,
                ", ".join(one["tags"]),
            ]
        )
    book.save(path)


def day_of(born: str) -> date | str:
    """A date cell, or `26. 11.` as text where the year is not known."""
    if born.startswith("--"):
        return f"{int(born[5:])}. {int(born[2:4])}."
    return date.fromisoformat(born)


def floor(path: Path, folder: Path) -> None:
    """Only what nobody can do without: python-calamine reads, SQLite takes bare rows."""
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    bare = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute(
        f"CREATE TABLE people ({', '.join(f'c{n} TEXT' for n in range(len(HEADERS)))}) STRICT"
    )
    bare.execute("BEGIN")
    marks = ", ".join("?" * len(HEADERS))
    bare.executemany(
        f"INSERT INTO people VALUES ({marks})", [[str(c) for c in r] for r in rows[1:]]
    )
    bare.execute("COMMIT")
    bare.close()


def whole(path: Path, folder: Path) -> None:
    from app.people.exchange.lists import open_list
    from app.people.importing import import_list
    from app.progress import unheard
    from app.shop import Shop

    shop = Shop.open(folder / "shop", lambda: datetime(2026, 11, 22, 8, tzinfo=UTC), {})
    shop.settings.change(country="CZ", language="cs", set_up=True)
    opened = open_list(path, shop.place(), [], unheard)
    result = import_list(shop.book, shop.history, opened, report=unheard)
    told = (result.added, result.updated, result.unchanged, result.skipped, len(result.problems))
    print("  added, updated, unchanged, skipped, problems:", told, file=sys.stderr)
    shop.close()


def run(part: str, path: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--part", part, str(path), str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def measure(part: str, path: Path, folder: Path) -> None:
    """The modules are loaded before the clock starts, as they are in a shop that is open."""
    import python_calamine  # noqa: F401
    import sqlite_utils  # noqa: F401

    import app.people.exchange.readers
    import app.people.importing
    import app.shop  # noqa: F401

    start = time.perf_counter()
    {"floor": floor, "whole": whole}[part](path, folder)
    seconds = time.perf_counter() - start
    print(
        json.dumps({"s": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024})
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--part", nargs=3)
    asked = parser.parse_args()
    if asked.part:
        measure(asked.part[0], Path(asked.part[1]), Path(asked.part[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "list.xlsx"
        write_list(path, asked.rows)
        print(
            f"{asked.rows:,} rows × {len(HEADERS)} columns, {path.stat().st_size / 1e6:.1f} MB .xlsx"
        )
        bare, ours = run("floor", path, folder), run("whole", path, folder)
        again = run("whole", path, folder)
    print(f"  read and bare rows  {bare['s']:6.2f} s  {bare['mb']:5.0f} MB")
    print(
        f"  the whole import    {ours['s']:6.2f} s  {ours['mb']:5.0f} MB   goal under {GOAL_MB} MB"
    )
    print(f"  the same list again {again['s']:6.2f} s  {again['mb']:5.0f} MB")
    print(f"  ratio {ours['s'] / bare['s']:.2f}   goal {GOAL_RATIO}")


if __name__ == "__main__":
    main()
