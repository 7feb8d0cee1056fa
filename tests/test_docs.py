"""What the documents name is there: files, modules, words of the code, commands and their options."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ui.console.entry import COMMANDS, regulars

HOUSE = Path(__file__).parents[1]
DOCUMENTS = [
    *(HOUSE / name for name in ("README.md", "CONTRIBUTING.md")),
    *sorted((HOUSE / "docs").rglob("*.md")),
]
ROOMS = ("app", "benchmarks", "docs", "reports", "resources", "tests", "ui")
FILES = [
    path for room in ROOMS for path in (HOUSE / room).rglob("*") if "__pycache__" not in path.parts
]
MADE_IN_USE = {"photos/", "printed/"}
"""Folders that come to be in a shop's own folder."""
QUOTED = re.compile(r"`([^`\n]+)`")
A_PATH = re.compile(r"[\w./<>-]+\.(?:py|toml|md|po)|[\w./-]+/")
A_MODULE = re.compile(r"(?:app|ui|reports|resources)(?:\.\w+)+")
A_LINK = re.compile(r"\]\(([^)#\s]+)")
AN_OPTION = re.compile(r"(?<!\w)--[a-z][a-z-]*")
EVERYWHERE = {"--shop", "--lang", "--help", "--output"}
"""Options that the manual tells once for all commands, or by their letter."""
A_COMMAND_LINE = re.compile(r"^(?:\.venv/bin/)?python main\.py (.+)$", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def quoted(document: Path, kind: re.Pattern[str]) -> Iterator[str]:
    """What stands in backticks and has the shape of `kind`."""
    return filter(kind.fullmatch, QUOTED.findall(document.read_text("utf-8")))


def is_there(place: str) -> bool:
    """A file or folder by its path or the end of it; `<language>` stands for any language."""
    wanted = "/" + place.replace("<language>", "cs").strip("/")
    return any(f"/{name(path)}".endswith(wanted) for path in (*FILES, *HOUSE.iterdir()))


def stands_in_the_code(dotted: str) -> bool:
    """A module, or a module and names that are read in it."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        path = HOUSE.joinpath(*parts[:count])
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if file.is_file():
            text = file.read_text("utf-8")
            return all(re.search(rf"\b{part}\b", text) for part in parts[count:])
    return False


def command_of(name: str) -> click.Command:
    return regulars.get_command(click.Context(regulars), name)


def options_of(command: click.Command) -> set[str]:
    """Its long options, and those of the commands in it."""
    names = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    if isinstance(command, click.Group):
        names = names.union(*map(options_of, command.commands.values()))
    return {name for name in names if name.startswith("--")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_place_that_a_document_names_is_there(document):
    named = set(quoted(document, A_PATH)) - MADE_IN_USE
    assert sorted(place for place in named if not is_there(place)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_module_that_a_document_names_is_in_the_code(document):
    named = set(quoted(document, A_MODULE))
    assert sorted(dotted for dotted in named if not stands_in_the_code(dotted)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_of_a_document_leads_somewhere(document):
    links = A_LINK.findall(document.read_text("utf-8"))
    near = [link for link in links if not link.startswith("http")]
    assert [link for link in near if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_tells_every_option_of_a_command_and_no_other(command):
    written = (HOUSE / "docs" / "manual" / "commands.md").read_text("utf-8")
    told = [
        set(AN_OPTION.findall(row))
        for row in re.findall(rf"^\| `{command}(?![\w-]).*$", written, re.MULTILINE)
    ]
    assert told, "it has no row in the table"
    assert set.union(*told) - EVERYWHERE == options_of(command_of(command)) - EVERYWHERE


def test_the_command_lines_of_the_readme_are_understood():
    lines = A_COMMAND_LINE.findall((HOUSE / "README.md").read_text("utf-8"))
    assert lines
    for line in lines:
        command = next(word for word in shlex.split(line) if word in COMMANDS)
        assert set(AN_OPTION.findall(line)) <= options_of(command_of(command)) | EVERYWHERE, line


def test_every_target_that_a_document_names_is_in_the_makefile():
    made = set(re.findall(r"^([\w-]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = "\n".join(document.read_text("utf-8") for document in DOCUMENTS)
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= made
