"""What the program carries with it: words, pictures, sheets; and where they lie."""

from pathlib import Path


def path(*parts: str) -> Path:
    """The place of a file below `resources/`, as in `path("stock", "sheets.toml")`."""
    return Path(__file__).parent.joinpath(*parts)
