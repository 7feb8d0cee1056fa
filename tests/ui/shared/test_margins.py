"""Pages keep their room on the leading and the trailing side, whichever side that is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QApplication

from ui.shared.margins import margins

SIDES = 4
HOUSE = Path("ui")
IN_ANY_LANGUAGE = {HOUSE / "loyalty" / "sale_side.py"}
"""A digit that stands out of its own width does so to the right, as it is written."""


def test_margins_are_given_as_one_reads(qapp: QApplication) -> None:
    assert margins(40, 8, 32, 24) == QMargins(40, 8, 32, 24)


@pytest.fixture
def in_hebrew(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("in_hebrew")
def test_in_hebrew_the_leading_margin_stands_at_the_right() -> None:
    assert margins(40, 8, 32, 24) == QMargins(32, 8, 40, 24)


@pytest.mark.parametrize("file", sorted(HOUSE.rglob("*.py")), ids=str)
def test_no_layout_has_unlike_sides_that_hebrew_would_leave_where_they_are(file: Path) -> None:
    if file not in IN_ANY_LANGUAGE:
        assert not list(_unlike_sides(ast.parse(file.read_text("utf-8"))))


def _unlike_sides(code: ast.Module) -> Iterator[int]:
    """The lines in which a layout is given another margin at its left than at its right."""
    for call in ast.walk(code):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            sides = [ast.dump(side) for side in call.args]
            is_laid = call.func.attr == "setContentsMargins" and len(sides) == SIDES
            if is_laid and sides[0] != sides[2]:
                yield call.lineno
