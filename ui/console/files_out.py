"""Writes the files that are named on the command line, and tells what to know of them."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.keeping.backup import own_files
from ui.console.counter import Counter
from ui.console.options import note

if TYPE_CHECKING:
    from reports.cautions import Caution


@contextmanager
def written(counter: Counter, to: Path) -> Iterator[BinaryIO]:
    """The file of `-o`, whole or not at all. Raises `CannotWrite`, also for the shop's own book."""
    from reports.files import CannotWrite, whole_file

    if Path(os.path.realpath(to)) in own_files(counter.shop.book):
        raise CannotWrite(path=to, why="in_use")
    with whole_file(to) as file:
        yield file


def tell_cautions(counter: Counter, cautions: Iterable["Caution"]) -> None:
    from reports.sentences import caution

    for one in cautions:
        note(caution(one, counter.words))
