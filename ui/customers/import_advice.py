"""What to do about a file that cannot be read."""

from collections.abc import Mapping

from app.errors import ShopError
from resources.words import Words, mark

ADVICE: Mapping[str, str] = {
    "NotASpreadsheet": mark(
        "Open it in the program that it comes from, save it as .xlsx or .csv, and choose that file."
    ),
    "EmptyList": mark("Look in your spreadsheet program whether the list was saved in this file."),
    "ProtectedFile": mark(
        "In Excel: File, Info, Protect Workbook, Encrypt with Password; empty the field and save."
    ),
    "DamagedFile": mark("If it came by e-mail or from a stick, copy it once more."),
    "FileTooLarge": mark(
        "Save the sheet with your customers alone, as .csv, and choose that file."
    ),
    "UnreadableFile": mark("Close it in other programs, or copy it to this computer first."),
}


def advice(refused: ShopError, words: Words) -> str:
    """What can be done; "" where the error's own sentence says all there is."""
    said = ADVICE.get(type(refused).__name__)
    return words(said) if said else ""
