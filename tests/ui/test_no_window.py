"""Where no window can open the owner is told why, in her language, and what helps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.clock import system_clock
from app.shop import Shop
from ui.no_window import missing_packages, tell

HOUSE = Path(__file__).parents[2]
ABSENT = "DISPLAY=:4321"
linux = pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages")


def lacking(*names: str) -> list[str]:
    def load(library: str) -> None:
        if library in names:
            raise OSError(library)

    return list(missing_packages(load))


@linux
def test_a_missing_library_is_named_as_debian_calls_its_package() -> None:
    absent = "libxcb-icccm.so.4", "libX11-xcb.so.1", "libxkbcommon-x11.so.0", "libdbus-1.so.3"
    packages = {"libxcb-icccm4", "libx11-xcb1", "libxkbcommon-x11-0", "libdbus-1-3"}
    assert set(lacking(*absent)) == packages


@linux
def test_nothing_is_missing_where_all_loads() -> None:
    assert lacking() == []


@linux
def test_a_screen_that_is_not_there_is_told_in_one_line_and_nothing_aborts(tmp_path: Path) -> None:
    name, _, value = ABSENT.partition("=")
    environ = os.environ | {name: value, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "en_GB.UTF-8"}
    done = subprocess.run(
        [sys.executable, "main.py", "--shop", str(tmp_path)],
        cwd=HOUSE,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "no window can open" in done.stderr.lower()


def test_it_is_told_in_the_shops_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Shop.open(tmp_path, system_clock, {})
    shop.settings.change(language="cs")
    shop.close()
    monkeypatch.setattr("ui.no_window.missing_packages", lambda: ["libxcb-icccm4"])
    assert tell(tmp_path, None) == 2
    said = capsys.readouterr().err
    assert said.startswith("Okno nelze otevřít")
    assert "sudo apt install libxcb-icccm4" in said
