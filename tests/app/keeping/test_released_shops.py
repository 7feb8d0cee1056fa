"""One real book of every schema that was ever released opens, whole, in today's program."""

import shutil
from pathlib import Path

import pytest

from app.keeping.check import findings
from app.keeping.database import FILE_NAME, SCHEMA
from app.people import search
from app.thanks.prints import printed_lately
from tests.shop import open_scenario

BOOKS = sorted((Path(__file__).parents[2] / "fixtures" / "shops").glob("schema-*.sqlite3"))


def test_there_is_a_book_of_every_schema():
    assert [book.stem for book in BOOKS] == [f"schema-{n + 1}" for n in range(SCHEMA)]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_an_old_book_opens_and_has_everybody(book, tmp_path):
    shutil.copy(book, tmp_path / FILE_NAME)
    shop = open_scenario(tmp_path)
    assert findings(shop.book) == []
    people = list(shop.customers.everybody())
    assert len(people) == 40
    assert all(one.id in search.find(shop.book, one.name, limit=100) for one in people)
    assert printed_lately(shop.book)
    shop.close()
