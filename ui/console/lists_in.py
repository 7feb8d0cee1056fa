"""The commands that take over lists: of customers, of past sales, of answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from app.people.exchange.problems import Problem
from app.people.exchange.sheets import Sheet
from app.people.importing import Mode, Result, import_list, rehearse
from reports.sentences import reason
from resources.words import Words, mark
from ui.console.counter import Counter, pass_counter
from ui.console.options import as_json, note, print_json, progress
from ui.console.typed import OneOf, file_path

_mapped = click.option(
    "--map", "maps", multiple=True, metavar="FIELD=HEADER", help=mark("Which column a field is in.")
)


@click.command(
    "import",
    help=mark(
        "Takes over a list of customers. FILE is .xlsx, .xls, .xlsb, .ods, .csv, .tsv or .vcf."
    ),
)
@click.argument("file", type=file_path)
@_mapped
@click.option("--sheet", metavar="NAME", help=mark("Which sheet of a workbook that has several."))
@click.option(
    "--mode",
    type=OneOf([mode.value for mode in Mode]),
    default=Mode.BOTH.value,
    help=mark("Only new customers, only known ones, or both."),
)
@click.option("--dry-run", is_flag=True, help=mark("Tells what would happen and writes nothing."))
@as_json
@pass_counter
def take_over(
    counter: Counter,
    /,
    file: Path,
    maps: Sequence[str],
    sheet: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    from app.people.exchange.mapping import told_from
    from app.people.remembered import open_known, remember

    shop, words = counter.shop, counter.words
    report = progress(words("Import"))
    told = [told_from(text) for text in maps]
    opened = open_known(shop.book, file, shop.place(), told, report, chosen=sheet)
    act = rehearse if asked["dry_run"] else import_list
    result = act(shop.book, shop.history, opened, mode=Mode(asked["mode"]), report=report)
    if told and not asked["dry_run"]:
        remember(shop.book, opened)
    if sheet is None:
        _note_other_sheets(opened.sheet, words)
    _answer(result, words, as_json=as_json)


def _note_other_sheets(sheet: Sheet, words: Words) -> None:
    others = ", ".join(name for name in sheet.names if name != sheet.name)
    if others:
        note(words("Only the sheet “{read}” was read, not: {left}", read=sheet.name, left=others))


@click.command(
    "import-sales",
    help=mark(
        "Takes over past sales, which earn no points. FILE is .xlsx, .xls, .xlsb, .ods, .csv or .tsv."
    ),
)
@click.argument("file", type=file_path)
@_mapped
@as_json
@pass_counter
def take_over_sales(counter: Counter, /, file: Path, maps: Sequence[str], as_json: bool) -> None:
    from app.loyalty.exchange.columns import FIELDS, open_sales
    from app.loyalty.exchange.importing import import_sales
    from app.people.exchange.mapping import told_from

    shop, words = counter.shop, counter.words
    report = progress(words("Import"))
    told = [told_from(text, FIELDS) for text in maps]
    opened = open_sales(file, shop.place(), told, report)
    result = import_sales(shop.book, shop.history, opened, shop.settings.read(), report)
    _answer(result, words, as_json=as_json)


@click.command(
    "import-feedback",
    help=mark("Takes over what customers said. FILE is .xlsx, .xls, .xlsb, .ods, .csv or .tsv."),
)
@click.argument("file", type=file_path)
@_mapped
@as_json
@pass_counter
def take_over_answers(counter: Counter, /, file: Path, maps: Sequence[str], as_json: bool) -> None:
    from app.people.exchange.mapping import told_from
    from app.voice.exchange.columns import FIELDS, open_answers
    from app.voice.exchange.importing import Whose, import_answers

    shop, words = counter.shop, counter.words
    report = progress(words("Import"))
    told = [told_from(text, FIELDS) for text in maps]
    opened = open_answers(file, shop.place(), told, report)
    whose = Whose(zone=shop.settings.read().zone, by=shop.book.by, on=shop.today())
    result = import_answers(shop.book, shop.history, shop.voice, opened, whose, report)
    _answer(result, words, as_json=as_json)


def _answer(result: Result, words: Words, *, as_json: bool) -> None:
    if as_json:
        print_json(_document(result, words))
    else:
        _tell(result, words)


def _document(result: Result, words: Words) -> dict[str, Any]:
    counts = {name: getattr(result, name) for name in ("added", "updated", "unchanged", "skipped")}
    return counts | {"problems": [_problem(one, words) for one in result.problems]}


def _problem(one: Problem, words: Words) -> dict[str, Any]:
    said = reason(one.reason, one.facts, words)
    return {"row": one.row, "field": one.field, "value": one.value, "reason": said}


def _tell(result: Result, words: Words) -> None:
    click.echo(
        words(
            "{added} added, {updated} updated, {unchanged} unchanged, {skipped} skipped",
            added=result.added,
            updated=result.updated,
            unchanged=result.unchanged,
            skipped=result.skipped,
        )
    )
    for one in result.problems:
        click.echo(_in_words(one, words))


def _in_words(one: Problem, words: Words) -> str:
    said = reason(one.reason, one.facts, words)
    if not one.value:
        return words("Row {row}: {reason}", row=one.row, reason=said)
    return words("Row {row}: {value}: {reason}", row=one.row, value=one.value, reason=said)
