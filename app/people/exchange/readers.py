"""Opens any file that a shop's list comes in, going by what it is and not by what it is called."""

from pathlib import Path

from app.people.exchange.kinds import Kind, kind_of
from app.people.exchange.sheets import Sheet, Wanted
from app.progress import Report


def read_sheet(
    path: Path,
    report: Report,
    *,
    chosen: str | None = None,
    headers: tuple[str, ...] | None = None,
    language: str = "",
) -> Sheet:
    """The sheet called `chosen`, else the first with anything in it; with `headers` (known beside those
    that everybody knows) rather the first that has a header.

    `language` is the shop's; it tips the scales where the letters of a text file can be read two ways.
    Raises `UnreadableFile`, `NotASpreadsheet`, `PageWithoutTable`, `EmptyList`, `ProtectedFile`,
    `DamagedFile`, `FileTooLarge` or `NoSuchSheet`.
    """
    kind = kind_of(path)
    if kind is Kind.CARDS:
        from app.people.exchange.vcards import read_cards

        return read_cards(path, report, language=language)
    if kind is Kind.PAGE:
        from app.people.exchange.pages import read_page

        return read_page(path, report, language=language)
    if kind is Kind.TEXT:
        from app.people.exchange.text_files import read_text

        return read_text(path, report, language=language)
    from app.people.exchange.spreadsheets import read_spreadsheet

    return read_spreadsheet(path, kind, Wanted(name=chosen, headers=headers), report)
