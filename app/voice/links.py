"""Where others tell about the shop on the web: an address as an owner types it."""

from urllib.parse import urlsplit

from app.errors import ShopError

LONGEST = 300


class NotALink(ShopError):
    """`text` is not the address of a page on the web."""


def read_link(text: str) -> str:
    """The address with its scheme, https where none is written; "" for none. Raises `NotALink`."""
    written = text.strip()
    if not written:
        return ""
    whole = written if "://" in written else f"https://{written}"
    try:
        parts = urlsplit(whole)
        is_page = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError as impossible:
        raise NotALink(text=text) from impossible
    if not is_page or len(whole) > LONGEST or any(char.isspace() for char in whole):
        raise NotALink(text=text)
    return whole
