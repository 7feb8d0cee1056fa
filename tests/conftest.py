"""What every test may ask for; and what must hold after each of them."""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does

from tests.invariants import check_the_book
from tests.shop import ScenarioShop, open_scenario

settings.register_profile("shop", deadline=None)  # other work on the computer makes no test fail
settings.load_profile("shop")

IN_MEMORY, ROOM = Path("/dev/shm"), 2 << 30  # noqa: S108 - what is made there has a name of its own


def pytest_configure() -> None:
    """Where there is room, tests keep their shops in memory, as a shop waits for its disk at every step."""
    is_there = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK)
    if is_there and shutil.disk_usage(IN_MEMORY).free > ROOM and "TMPDIR" not in os.environ:
        tempfile.tempdir = str(IN_MEMORY)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Loading all tests makes a great many objects and no garbage, so none is looked for among them."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[ScenarioShop]:
    """An empty shop in Brno; its book is looked over when the test is done."""
    opened = open_scenario(tmp_path / "shop")
    yield opened
    check_the_book(opened.book)
    opened.close()
