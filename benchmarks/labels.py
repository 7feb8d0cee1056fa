"""Ten thousand address labels, fitted and shaped, beside a bare ReportLab loop that draws the same lines.

python benchmarks/labels.py [--labels 10000] [--rounds 5]

The two take turns in one process; CPU times, medians. Then gLabels (`glabels-3-batch`, Debian package
`glabels`) and pylabels, where they are installed, and the memory of the whole `labels` command.
"""

import argparse
import csv
import io
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app.clock import system_clock
from app.demo.people import invented, read_town
from app.people import register
from app.people.postcodes import postal_code
from app.shop import Shop
from reports.address_block import LabelFacts
from reports.fonts import _folder
from reports.labels import draw_labels, margins
from reports.sheet import MM
from reports.stock import Stock, stock

SHEET = "L7160"
LANGUAGES = ("cs", "sk", "da", "kk", "he", "en")
GOAL_RATIO, GOAL_MB = 4.0, 150
SIZE, LEADING = 11, 13.4  # points
ON = date(2026, 11, 28)
ROOT = Path(__file__).parents[1]
Lines = tuple[str, ...]


def people(count: int) -> list[dict[str, Any]]:
    """Invented customers with addresses, of six languages in turn."""
    found: list[list[dict[str, Any]]] = []
    for language in LANGUAGES:
        each = count // len(LANGUAGES) + 1
        some = invented(read_town(language), ON, customers=2 * each, seed=1)
        found.append([one for one in some if "street" in one][:each])
    mixed = [one | {"card_number": None} for row in zip(*found, strict=True) for one in row][:count]
    random.Random(1).shuffle(mixed)
    return mixed


def lines_of(one: dict[str, Any]) -> Lines:
    code = postal_code(one["postal_code"], one["country"])
    return f"{one['first_name']} {one['last_name']}", one["street"], f"{code} {one['city']}"


def fitted(labels: Sequence[Lines], sheet: Stock) -> bytes:
    """As Regulars prints them."""
    facts = [LabelFacts(name_for_warnings=one[0], lines=one, language="cs") for one in labels]
    file = io.BytesIO()
    draw_labels(facts, sheet, 1, file)
    return file.getvalue()


def bare(labels: Sequence[Lines], sheet: Stock) -> bytes:
    """ReportLab alone: the same lines in the same font at one size, unshaped, wherever they end."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Bare", str(_folder("fontpkg_rubik") / "Rubik[wght].ttf")))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=tuple(side * MM for side in sheet.page), invariant=1)
    side, _ = margins(sheet)
    for at, lines in enumerate(labels):
        number = at % sheet.labels
        if at and not number:
            canvas.showPage()
        if not number:
            canvas.setFont("Bare", SIZE)
        left, top = sheet.place(number + 1)
        base = (sheet.page[1] - top - sheet.label[1] / 2) * MM
        for row, line in enumerate(lines):
            canvas.drawString((left + side) * MM, base - row * LEADING, line)
    canvas.save()
    return file.getvalue()


def by_pylabels(labels: Sequence[Lines], sheet: Stock) -> bytes:
    """pylabels on the same sheet, each label drawn by three strings at one size."""
    import labels as pylabels  # type: ignore[import-not-found]
    from reportlab.graphics.shapes import String

    grid = pylabels.Specification(
        *sheet.page, sheet.columns, sheet.rows, *sheet.label,
        left_margin=sheet.first[0], top_margin=sheet.first[1],
        column_gap=sheet.pitch[0] - sheet.label[0], row_gap=0,
    )  # fmt: skip

    def put(label: Any, _width: float, height: float, lines: Lines) -> None:
        for row, line in enumerate(lines):
            at = height / 2 - row * LEADING
            label.add(String(3 * MM, at, line, fontName="Bare", fontSize=SIZE))

    document = pylabels.Sheet(grid, put)
    document.add_labels(labels)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def by_glabels(labels: Sequence[Lines], sheet: Stock, folder: Path) -> float:
    """CPU seconds of `glabels-3-batch` for the same labels merged from a file, at one size."""
    data, document, out = (folder / name for name in ("people.csv", "people.glabels", "out.pdf"))
    with data.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(labels)
    document.write_text(glabels_document(sheet, data), "utf-8")
    before = os.times()
    done = subprocess.run(
        ["glabels-3-batch", "-o", str(out), str(document)], capture_output=True, check=False
    )
    after = os.times()
    if done.returncode or not out.exists():
        raise SystemExit(f"glabels-3-batch failed: {done.stderr.decode()[-300:]}")
    if not out.read_bytes().count(b"/Font"):
        raise SystemExit("glabels-3-batch drew nothing")
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def glabels_document(sheet: Stock, data: Path) -> str:
    fields = "<NL/>".join(f'<Field name="{number}"/>' for number in (1, 2, 3))
    wide, high = sheet.label
    return f"""<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
  <Template brand="Avery" part="L7160" size="A4" description="Labels">
    <Label-rectangle id="0" width="{wide}mm" height="{high}mm" round="0mm" x_waste="0mm" y_waste="0mm">
      <Layout nx="{sheet.columns}" ny="{sheet.rows}" x0="{sheet.first[0]}mm" y0="{sheet.first[1]}mm"
        dx="{sheet.pitch[0]}mm" dy="{sheet.pitch[1]}mm"/>
    </Label-rectangle>
  </Template>
  <Objects id="0" rotate="False">
    <Object-text x="3mm" y="9mm" w="{wide - 6}mm" h="20mm" justify="Left" valign="Top" auto_shrink="False"
      a0="1" a1="0" a2="0" a3="1" a4="0" a5="0">
      <Span font_family="Sans" font_size="{SIZE}" font_weight="Regular" font_italic="False"
        color="0x000000ff" line_spacing="1">{fields}</Span>
    </Object-text>
  </Objects>
  <Merge type="Text/Comma" src="{data}"/>
</Glabels-document>
"""


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(labels: Sequence[Lines], sheet: Stock, rounds: int) -> tuple[float, float]:
    """Medians of the bare loop and of the fitted labels; the first round of each only warms up."""
    pairs = [
        (seconds(lambda: bare(labels, sheet)), seconds(lambda: fitted(labels, sheet)))
        for _ in range(rounds + 1)
    ][1:]
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


def whole_command(count: int, folder: Path) -> tuple[float, float]:
    """CPU seconds and megabytes at the most of `labels` on a book of `count` people, in a fresh process."""
    shop = Shop.open(folder / "shop", system_clock, os.environ)
    shop.settings.change(set_up=True, name="Pekárna", country="CZ", language="cs")
    with shop.book.atomic():
        register.insert(shop.book, people(count), how="benchmark")
    shop.book.close()
    words = [
        "--shop",
        str(folder / "shop"),
        "labels",
        "--stock",
        SHEET,
        "-o",
        str(folder / "all.pdf"),
    ]
    child = subprocess.Popen([sys.executable, str(ROOT / "main.py"), *words])
    _, code, used = os.wait4(child.pid, 0)
    child.returncode = code
    if code:
        raise SystemExit("the command failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def compare(labels: Sequence[Lines], sheet: Stock, floor: float, folder: Path) -> None:
    if shutil.which("glabels-3-batch"):
        _show("glabels-3-batch", by_glabels(labels, sheet, folder), floor)
    else:
        print("glabels-3-batch is not installed here, so it was not run")
    if find_spec("labels"):
        _show("pylabels", seconds(lambda: by_pylabels(labels, sheet)), floor)
    else:
        print("pylabels        is not installed here, so it was not run")


def _show(name: str, took: float, floor: float) -> None:
    print(f"{name:15} {took:7.2f} s   ratio {took / floor:5.2f}")


def main() -> int:
    sys.path.remove(str(Path(__file__).parent))  # else pylabels' module `labels` would be this file
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    sheet, labels = stock(SHEET), [lines_of(one) for one in people(chosen.labels)]
    floor, took = in_turns(labels, sheet, chosen.rounds)
    print(f"{chosen.labels:,} labels in six languages on {SHEET}, seconds of the processor")
    _show("bare ReportLab", floor, floor)
    _show("Regulars", took, floor)
    with tempfile.TemporaryDirectory() as folder:
        compare(labels, sheet, floor, Path(folder))
        cpu, megabytes = whole_command(chosen.labels, Path(folder))
    print(f"the command     {cpu:7.2f} s   {megabytes:.0f} MB at the most, goal {GOAL_MB} MB")
    is_met = took <= GOAL_RATIO * floor and megabytes < GOAL_MB
    print(f"goal of the ratio {GOAL_RATIO:.0f}: {'met' if is_met else 'missed'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
