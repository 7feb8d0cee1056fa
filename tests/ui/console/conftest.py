"""A till of its own for each test: a shop's folder, an empty home, and `main.py` as a process."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MAIN = Path(__file__).parents[3] / "main.py"
LONGEST_LINE = 400
LIST = """Zákaznické číslo;Jméno;Příjmení;Telefon;E-mail;Ulice;Město;PSČ;Narozeniny;Štítky;Poznámka
007;Ludmila;Dvořáková;603 118 274;lida@example.cz;Zahradní 12;Brno;60200;26.11.1986;stálá, kváskový chléb;Bez lepku
008;Petr;Novák;777 000 111;petr@example.cz;Nová 3;Brno;61200;1. 12.;;
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        assert (self.code, self.err) == (0, ""), self
        return json.loads(self.out)

    def refusal(self) -> str:
        """The one line of a request that could not be met."""
        assert self.code == 1, self
        return self._line()

    def wrong_usage(self) -> str:
        assert (self.code, self.out) == (2, ""), self
        assert "Traceback" not in self.err
        assert 1 <= len(self.err.splitlines()) <= 5
        return self.err

    def _line(self) -> str:
        assert self.out == "", self
        assert len(self.err.splitlines()) == 1, self
        assert self.err.endswith("\n")
        assert len(self.err) <= LONGEST_LINE + 1
        return self.err.strip()


class Till:
    """One computer with the shop on it, and nothing else in its home and on its desk."""

    def __init__(self, folder: Path, letters: Path) -> None:
        self.home, self.desk, self.shop = (folder / name for name in ("home", "desk", "shop"))
        for one in (self.home, self.desk):
            one.mkdir()
        self.environ = {
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": "Europe/Prague",
            "PYTHONDONTWRITEBYTECODE": "1",
            "XDG_CACHE_HOME": str(letters),
        }

    def command(self, *words: str | Path, shop: Path | None = None) -> list[str]:
        return [sys.executable, str(MAIN), "--shop", str(shop or self.shop), *map(str, words)]

    def run(self, *words: str | Path, shop: Path | None = None, **environ: str) -> Said:
        return self.bare(self.command(*words, shop=shop), **environ)

    def bare(self, command: list[str], **environ: str) -> Said:
        done = subprocess.run(
            command,
            cwd=self.desk,
            env=self.environ | environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        said = Said(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in said.err
        return said

    def file(self, text: str, name: str = "list.csv") -> Path:
        path = self.shop.parent / name
        path.write_text(text, "utf-8")
        return path

    def left_behind(self) -> list[str]:
        """What stands in the home and on the desk; the platform's cache folder may."""
        found = [*self.home.rglob("*"), *self.desk.rglob("*")]
        return [str(one) for one in found if self.home / ".cache" not in (one, *one.parents)]


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all tills keep how letters are fitted, which takes half a second in a home that is new."""
    return tmp_path_factory.mktemp("letters")


@pytest.fixture
def till(tmp_path: Path, letters: Path) -> Till:
    return Till(tmp_path, letters)


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory, letters: Path) -> Path:
    """A Czech shop with Ludmila and Petr in its book, whose owner reads English."""
    till = Till(tmp_path_factory.mktemp("first_day"), letters)
    assert till.run("setup", "--name", "Pekárna", "--country", "CZ", "--lang", "en").code == 0
    assert till.run("import", till.file(LIST)).code == 0
    return till.shop


@pytest.fixture
def brno(till: Till, first_day: Path) -> Till:
    """A till with a copy of that shop."""
    shutil.copytree(first_day, till.shop)
    return till
