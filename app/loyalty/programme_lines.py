"""The line of a programme's file in which something stands."""

import re
import tomllib

_AT_LINE = re.compile(r"\(at line (\d+)")


def broken_line(text: str, error: Exception) -> int:
    """Where the file is no TOML: the last line, where it breaks off.

    A number or a nesting that no program can read makes its own line the longest.
    """
    at, lines = _AT_LINE.search(str(error)), text.splitlines()
    if at:
        return int(at[1])
    if isinstance(error, tomllib.TOMLDecodeError) or not lines:
        return text.count("\n") + 1
    return lines.index(max(lines, key=len)) + 1


def line_of(text: str, table: str, nth: int, key: str) -> int:
    """The line of `key` in the `nth` table of that name, else of the table's own head; 0 for neither."""
    head = re.compile(rf"\s*\[{{1,2}}\s*[\"']?{re.escape(table)}[\"']?\s*\]")
    within = re.compile(rf"\s*\[{{1,2}}\s*{re.escape(table)}\s*\.\s*{re.escape(key)}\b")
    wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]") if key else None
    seen, found = -1, 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            if seen == nth:
                return number if within.match(line) else found
            if head.match(line):
                seen += 1
                found = number if seen == nth else 0
        elif seen == nth and wanted and wanted.match(line):
            return number
    return found or _line_at_the_top(text, table)


def _line_at_the_top(text: str, name: str) -> int:
    """Of a name with its value, or of a table that lies within one of that name."""
    written = re.compile(rf"[\s\[]*[\"']?{re.escape(name)}[\"']?\s*[.=]")
    return next((n for n, line in enumerate(text.splitlines(), 1) if written.match(line)), 0)
