"""The rows in which something was not taken, as a spreadsheet to be mended and imported again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.shop import Shop
from resources.words import Words
from ui.customers.import_fields import field_said
from ui.customers.import_preview import problem_said
from ui.customers.import_reading import Draft

if TYPE_CHECKING:
    from app.people.exchange.lists import OpenedList
    from app.people.exchange.problems import Problem
    from reports.workbook import RefusedRow

NOT_TO_MEND = frozenset(
    {
        "in_the_book",
        "not_in_the_book",
        "possible_double",
        "renamed",
        "broken_card",
        "total",
        "headers_again",
    }
)
"""Reasons that no other cell would do away with."""


def to_mend(problems: Sequence["Problem"]) -> Mapping[int, Sequence["Problem"]]:
    """The problems of each row that can be mended in the file."""
    found: dict[int, list[Problem]] = defaultdict(list)
    for one in problems:
        if one.reason not in NOT_TO_MEND:
            found[one.row].append(one)
    return found


def save_to_mend(
    shop: Shop, to: Path, draft: Draft, problems: Sequence["Problem"], words: Words
) -> None:
    """Writes the spreadsheet, and remembers its columns so that it is read as the list was.

    Raises `CannotWrite`.
    """
    from reports.files import whole_file
    from reports.workbook import write_refused

    added = words("Row"), words("Column"), words("Reason")
    kept = _kept(draft, added)
    headers = [draft.opened.columns.header(at) for at in kept]
    rows = _rows(draft.opened, kept, to_mend(problems), words)
    with whole_file(to) as file:
        write_refused(headers, added, rows, file, right_to_left=words.right_to_left)
    _remember(shop, to, draft.opened)


def column_at_fault(problem: "Problem", opened: "OpenedList", words: Words) -> str:
    """The header under which the value stands in the file, else what the field is called."""
    columns = opened.columns
    for at, role in columns.roles.items():
        if problem.field and problem.field in {role.field, columns.header(at)}:
            return columns.header(at)
    return field_said(problem.field, words) or problem.field


def _kept(draft: Draft, added: Sequence[str]) -> Sequence[int]:
    """All columns, but those that such a spreadsheet brought along from the last time."""
    columns = draft.opened.columns
    return [
        at for at in range(draft.width) if at in columns.roles or columns.header(at) not in added
    ]


def _rows(
    opened: "OpenedList",
    kept: Sequence[int],
    problems: Mapping[int, Sequence["Problem"]],
    words: Words,
) -> Iterator["RefusedRow"]:
    from app.people.exchange.values import lines_of
    from reports.workbook import RefusedRow

    for number, cells in opened.sheet.rows():
        if number in problems and number > opened.columns.last_header:
            yield RefusedRow(
                number=number,
                cells=tuple(lines_of(cells[at]) if at < len(cells) else "" for at in kept),
                column=column_at_fault(problems[number][0], opened, words),
                reason=_reasons(problems[number], opened, words),
            )


def _reasons(problems: Sequence["Problem"], opened: "OpenedList", words: Words) -> str:
    """Why, with the column where it is not the first one's."""
    first = column_at_fault(problems[0], opened, words)
    said = []
    for one in problems:
        column, why = column_at_fault(one, opened, words), problem_said(one, words)
        is_other = column and column != first
        said.append(words("{field}: {why}", field=column, why=why) if is_other else why)
    return "; ".join(said)


def _remember(shop: Shop, path: Path, opened: "OpenedList") -> None:
    from app.people.exchange.lists import arrange
    from app.people.exchange.readers import read_sheet
    from app.people.remembered import remember
    from app.progress import unheard

    told = opened.columns.told()
    again = arrange(read_sheet(path, unheard), opened.place, told, name=path.name)
    if again.columns.headers:
        remember(shop.book, again)
