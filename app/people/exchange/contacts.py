"""E-mail addresses and tags as people crowd them into one cell."""

import re

from app.people.exchange.headers import folded

LOCAL, DOMAIN = (
    r"[^\s@<>()\[\],;:\"\\]{1,64}",
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]",
)
EMAIL = re.compile(rf"({LOCAL})@({DOMAIN})")
PLAIN_EMAIL = re.compile(
    r"[a-z0-9][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,62}"
)
BETWEEN = re.compile(r"\s*(?:[,;|\n]|:::|\s/\s|/(?=[^/]*@))\s*")
IN_BRACKETS = re.compile(r"<\s*(?:mailto:)?([^<>]+?)\s*>")
BETWEEN_TAGS = re.compile(r"\s*(?:[,;|\n]|:::|\s(?=#\w))\s*")
NO_TAGS = frozenset("- – — . / ?".split())
LONGEST = 254
GOOGLE_GROUPS = frozenset({"mycontacts", "starred", "othercontacts"})


def read_emails(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses of a cell, in small letters, and the pieces that are none."""
    bracketed = IN_BRACKETS.findall(text)
    if bracketed and all(map(read_email, bracketed)):
        # What stands beside the brackets is a name, or another address.
        beside = _pieces(IN_BRACKETS.sub(";", text))
        pieces = [*bracketed, *(piece for piece in beside if "@" in piece)]
    else:
        pieces = _pieces(text)
    good: list[str] = []
    bad: list[str] = []
    for piece in filter(None, map(str.strip, pieces)):
        address = read_email(piece)
        if address is None:
            bad.append(piece)
        elif address not in good:
            good.append(address)
    # `petr@gmail,com` is one address with a slip in it, not two pieces of nothing.
    return tuple(good), tuple(bad) if good else tuple(filter(None, [text.strip()]))


def _pieces(text: str) -> list[str]:
    """Apart at signs, and at blanks where each part looks like an address: `jan novak@x.cz` is none."""
    pieces: list[str] = []
    for piece in BETWEEN.split(text):
        words = piece.split()
        pieces += words if all("@" in word for word in words) else [piece]
    return pieces


def read_email(text: str) -> str | None:
    """One address; None when it has not the shape of one."""
    bare = text.strip().removeprefix("mailto:").removeprefix("MAILTO:").strip(" .,;<>'\"")
    found = EMAIL.fullmatch(bare)
    if not found or len(bare) > LONGEST or ".." in bare or found[1].startswith("."):
        return None
    return f"{found[1]}@{found[2]}".lower()


def read_tags(text: str) -> tuple[str, ...]:
    """Tags one by one, each once however it is written, without the groups Google keeps for itself."""
    tags: dict[str, str] = {}
    for piece in BETWEEN_TAGS.split(text):
        tag = piece.lstrip("*#").strip(" \"'„“”")
        if (
            tag
            and tag not in NO_TAGS
            and not (piece.startswith("*") and folded(tag) in GOOGLE_GROUPS)
        ):
            tags.setdefault(folded(tag) or tag, tag)
    return tuple(tags.values())
