"""The limits that the house keeps: sizes, a sentence for each module, names that say something."""

import ast
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
ROOMS = ("app", "reports", "resources", "ui")
SOURCES = sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.py"))
BENCHMARKS = sorted((HOUSE / "benchmarks").glob("*.py"))
ALL_PYTHON = [*SOURCES, *BENCHMARKS, HOUSE / "main.py", *sorted((HOUSE / "tests").rglob("*.py"))]

LONGEST_MODULE, LONGEST_FUNCTION, MOST_ARGUMENTS = 400, 40, 6
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|stuff|base)($|_)")
LEFT_OPEN = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions_of(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", [*SOURCES, *BENCHMARKS], ids=name)
def test_a_module_opens_with_its_sentence_and_is_not_too_long(path):
    assert ast.get_docstring(tree_of(path)), "what is this module for?"
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", [*SOURCES, *BENCHMARKS], ids=name)
def test_functions_are_short_and_ask_for_little(path):
    functions = functions_of(path)
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions}
    greedy = {f.name: len(f.args.args) + len(f.args.kwonlyargs) for f in functions}
    assert {n: lines for n, lines in long.items() if lines > LONGEST_FUNCTION} == {}
    # One more than six for `self` or the console's counter.
    assert {n: count for n, count in greedy.items() if count > MOST_ARGUMENTS + 1} == {}


@pytest.mark.parametrize("path", ALL_PYTHON, ids=name)
def test_names_say_something(path):
    assert not SAYS_NOTHING.search(path.stem)
    classes = [node.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
    assert [c for c in classes if re.search(r"(Manager|Helper|Utils?|Misc)$", c)] == []


@pytest.mark.parametrize("path", [*SOURCES, *BENCHMARKS], ids=name)
def test_nothing_is_left_open(path):
    assert LEFT_OPEN.findall(path.read_text("utf-8")) == []


def test_main_only_composes():
    assert len((HOUSE / "main.py").read_text("utf-8").splitlines()) < 60


@pytest.mark.parametrize("room", ["app", "reports"])
def test_time_is_an_argument(room):
    asked = re.compile(r"\b(date\.today|datetime\.(now|utcnow|today)|time\.time)\(")
    for path in (HOUSE / room).rglob("*.py"):
        if path != HOUSE / "app" / "clock.py":
            assert not asked.search(path.read_text("utf-8")), name(path)


def test_no_event_pumping_and_no_row_widgets():
    banned = re.compile(r"processEvents\(|\bQTableWidget\b|\bQListWidget\b")
    assert [name(path) for path in SOURCES if banned.search(path.read_text("utf-8"))] == []


def test_screens_know_leading_and_trailing_but_no_sides():
    """Only the shared parts turn these into a left and a right, once for everybody."""
    sides = re.compile(r"Align(Left|Right)\b")
    screens = [path for path in (HOUSE / "ui").glob("*/*.py") if path.parent.name != "shared"]
    assert [name(path) for path in screens if sides.search(path.read_text("utf-8"))] == []
