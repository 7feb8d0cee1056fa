"""The arrows of the house, as `pyproject.toml` declares them."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]


def test_every_import_contract_is_kept():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_shop_works_without_a_screen_library():
    """Opening a shop and finding somebody loads neither Qt nor ReportLab."""
    program = (
        "import sys, app.shop, app.people.search, ui.console.entry;"
        "print([m for m in ('PySide6', 'reportlab', 'openpyxl', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_presenter_is_held_by_the_contract():
    declared = (HOUSE / "pyproject.toml").read_text("utf-8")
    for presenter in (HOUSE / "ui").glob("*/*presenter.py"):
        assert f'"ui.{presenter.parent.name}.{presenter.stem}"' in declared
