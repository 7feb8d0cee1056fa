"""What every test may ask for; and what must hold after each of them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does

from tests.invariants import check_the_book
from tests.shop import ScenarioShop, open_scenario


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[ScenarioShop]:
    """An empty shop in Brno; its book is looked over when the test is done."""
    opened = open_scenario(tmp_path / "shop")
    yield opened
    check_the_book(opened.book)
    opened.close()
