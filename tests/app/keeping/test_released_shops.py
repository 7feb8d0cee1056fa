"""One real book of every schema that was ever released opens, whole, in today's program."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.keeping.check import findings
from app.keeping.database import FILE_NAME, SCHEMA
from app.loyalty.lots import of_sale
from app.people import directory, search
from app.people.alphabet import sort_key
from app.thanks.prints import printed_lately
from tests.shop import open_scenario

BOOKS = sorted(
    (Path(__file__).parents[2] / "fixtures" / "shops").glob("schema-*.sqlite3"),
    key=lambda book: int(book.stem.partition("-")[2]),
)


def test_there_is_a_book_of_every_schema():
    assert [book.stem for book in BOOKS] == [f"schema-{n + 1}" for n in range(SCHEMA)]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_an_old_book_opens_and_has_everybody(book, tmp_path):
    shutil.copy(book, tmp_path / FILE_NAME)
    shop = open_scenario(tmp_path)
    assert findings(shop.book) == []
    assert search.out_of_step(shop.book) == 0
    people = list(shop.customers.everybody())
    assert len(people) == 40
    assert all(one.id in search.find(shop.book, one.name, limit=100) for one in people)
    assert printed_lately(shop.book)
    shop.close()


@pytest.mark.parametrize("book", BOOKS[:-1], ids=lambda book: book.stem)
def test_an_old_book_is_kept_as_it_was_before_it_is_changed(book, tmp_path):
    shutil.copy(book, tmp_path / FILE_NAME)
    open_scenario(tmp_path).close()
    (kept,) = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(book)) as old, closing(sqlite3.connect(kept)) as copy:
        for question in ("PRAGMA user_version", "SELECT * FROM customers ORDER BY id"):
            assert copy.execute(question).fetchall() == old.execute(question).fetchall()


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_in_an_old_book_everybody_can_be_sorted_by_town(book, tmp_path):
    shutil.copy(book, tmp_path / FILE_NAME)
    shop = open_scenario(tmp_path)
    there = directory.ids(shop.book, directory.Shown(), order="city")
    towns = [one.city for one in shop.customers.several(there) if one.city]
    assert len(towns) > 10
    assert towns == sorted(towns, key=lambda town: sort_key(town, "", "", "cs"))
    shop.close()


@pytest.mark.parametrize("book", BOOKS[6:], ids=lambda book: book.stem)
def test_in_an_old_book_each_movement_of_points_knows_its_step_and_its_sale(book, tmp_path):
    shutil.copy(book, tmp_path / FILE_NAME)
    shop = open_scenario(tmp_path)
    told = shop.book.execute(
        "SELECT e.step, min(h.step) FROM changes h JOIN points_entries e ON e.id = h.subject"
        " WHERE h.kind = 'points' AND e.reverses IS NULL GROUP BY e.id"
    ).fetchall()
    assert told
    assert all(known == step for known, step in told)
    wanted = "SELECT id FROM points_entries WHERE sale = ?"
    for sale in shop.book.column("SELECT DISTINCT sale FROM points_entries WHERE sale IS NOT NULL"):
        entries = set(shop.book.column(f"SELECT id FROM {of_sale('?1')}", (sale,)))
        assert entries == set(shop.book.column(wanted, (sale,)))
    shop.close()


_LINES = "SELECT sale, position, name, category, thousandths, price, discount FROM sale_lines"
_LEFT = "SELECT id, customer, day, expires, left FROM points_entries WHERE left <> 0"
_LEFT_THEN = "SELECT entry, customer, day, expires, iif(is_debt, -left, left) FROM points_open WHERE left <> 0"
_LIGHTEST = 12


@pytest.mark.parametrize(("then", "now"), [(_LINES, _LINES), (_LEFT_THEN, _LEFT)])
@pytest.mark.parametrize("book", BOOKS[6:], ids=lambda book: book.stem)
def test_what_stands_in_another_row_now_is_found_as_it_was(book, then, now, tmp_path):
    shutil.copy(book, tmp_path / FILE_NAME)
    shop = open_scenario(tmp_path)
    found = [tuple(row) for row in shop.book.execute(f"{now} ORDER BY 1, 2")]
    with closing(sqlite3.connect(book)) as old:
        is_old = old.execute("PRAGMA user_version").fetchone()[0] < _LIGHTEST
        before = old.execute(f"{then if is_old else now} ORDER BY 1, 2").fetchall()
    assert found == before != []
    shop.close()
