"""Why a file could not be read as a list of people."""

from app.errors import ShopError


class UnreadableFile(ShopError):
    """The file cannot be opened: absent, a folder, locked or not permitted. Facts: name, why."""


class NotASpreadsheet(ShopError):
    """The file holds something other than rows and columns. Facts: name."""


class PageWithoutTable(ShopError):
    """A web page, or something else in its manner, in which no list could be found. Facts: name."""


class EmptyList(ShopError):
    """There is nothing in the file. Facts: name."""


class ProtectedFile(ShopError):
    """The file asks for a password. Facts: name."""


class DamagedFile(ShopError):
    """The file breaks off or contradicts itself. Facts: name."""


class FileTooLarge(ShopError):
    """Opening it would take more memory than a shop's computer has. Facts: name, what, limit.

    `what` is `bytes` (once unpacked), `cells` (rows × columns) or `columns`.
    """


class NoSuchSheet(ShopError):
    """The workbook has no sheet of that name. Facts: name, sheet, sheets."""


class NoHeader(ShopError):
    """No row says what the columns are. Facts: name, row."""


class NotAField(ShopError):
    """A column was given to a field that customers do not have. Facts: field, fields."""


class UnknownHeader(ShopError):
    """A field was to come from a column that is not there. Facts: header, headers."""


class BadMapping(ShopError):
    """What was said is not FIELD=HEADER. Facts: text."""


class AmbiguousDates(ShopError):
    """Every date in the column can be read two ways. Facts: field, header, examples."""
