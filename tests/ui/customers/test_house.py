"""The presenters of this screen know no toolkit."""

import subprocess
import sys

import pytest

PRESENTERS = ("presenter", "person", "newcomer")


@pytest.mark.parametrize("name", PRESENTERS)
def test_a_presenter_does_without_qt(name: str) -> None:
    code = f"import ui.customers.{name}, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
