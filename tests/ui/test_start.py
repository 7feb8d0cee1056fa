"""What the program does before its first screen, and what it leaves for later."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.clock import system_clock
from app.shop import Shop

HOUSE = Path(__file__).parents[2]
MODULES = 92
"""Of our own that Today may need. Each takes 0.2 ms to load: a further one has to earn its place."""
# The program from its front door until Today is painted; then it tells what it has loaded, and quits.
OPENED = """
import builtins, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.front_door import run
from ui.shared.theme import application
app = application()
def tell():
    print(builtins.__import__.__name__, *sys.modules, file=sys.__stdout__)
    app.quit()
QTimer.singleShot(0, tell)
run(["--shop", sys.argv[1]], {"QT_QPA_PLATFORM": "offscreen"})
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The name of the import in use once the window is open, and what was loaded by then."""
    folder = tmp_path_factory.mktemp("shop")
    shop = Shop.open(folder, system_clock, {})
    shop.settings.change(name="Mill", country="GB", language="en", zone="UTC", set_up=True)
    shop.customers.add(shop.today(), first_name="Tereza", birthday=str(shop.today()))
    shop.close()
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", OPENED, str(folder)]
    done = subprocess.run(
        command, cwd=HOUSE, env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_the_first_screen_waits_for_nothing_that_it_does_not_show(said: list[str]) -> None:
    late = "app.thanks.composing app.people.salutations app.people.exchange app.people.importing"
    late += " ui.loyalty ui.shell.scanner app.loyalty.till reports.amounts app.amounts"
    late += " reports.cards ui.cards ui.customers ui.settings ui.start sqlite_utils babel numpy"
    late += (
        " reportlab pypdfium2 phonenumbers openpyxl PIL qtawesome locale calendar platform tomllib"
    )
    assert "ui.today.view" in said
    assert [name for name in late.split() if name in said] == []


def test_the_first_screen_is_made_of_few_modules(said: list[str]) -> None:
    ours = [
        name for name in said if name.partition(".")[0] in {"app", "reports", "resources", "ui"}
    ]
    assert len(ours) <= MODULES


def test_importing_is_left_to_python(said: list[str]) -> None:
    # PySide's own `import` would read the source of every module that follows.
    assert said[0] != "__feature_import__"
