"""Couples and families by how their names are written: `Anna a Petr`, `familien Jensen`, `Novákovi`."""

import re

from app.people.salutations.name_lists import is_at_home_in
from app.people.salutations.written import is_only_signs

# A capital A between two names is an initial.
_JOINED = re.compile(
    r"\s+(?:(?-i:a|i)|und|and|&|\+|og|и|және|мен|бен|пен)\s+|\s*[&+]\s*", re.IGNORECASE
)
_JOINED_IN_HEBREW = re.compile(r"\s+ו[-־]?(?=\w{2})")
_FAMILY = frozenset(
    """rodina rodiny rodině manželé manželia fam familien familie family the משפחת משפחה משפ' משפ׳
    отбасы әулеті""".split()
)
_COUPLES_NAME = re.compile(r"\w{2}(?:ovi|ovci)$")


def couple(first: str, form: str) -> list[str]:
    """The first names of `Anna a Petr`; nobody when it is the name of one."""
    if form not in {"", "family"}:
        return []
    parts = _JOINED.split(first)
    parts = [name for part in parts for name in _joined_in_hebrew(part, form)]
    if len(parts) > 1 or form == "family":
        parts = [name.strip() for part in parts for name in part.split(",")]
    names = [part for part in parts if not is_only_signs(part)]
    return names if len(names) > 1 else []


def _joined_in_hebrew(names: str, form: str) -> list[str]:
    """`משה ורחל` are two where both are names, or somebody said so; `דנה ורד` is one."""
    parts = _JOINED_IN_HEBREW.split(names)
    both = form == "family" or all(is_at_home_in(part, "he") for part in parts)
    return parts if both else [names]


def without_family(name: str, *, beside: str) -> tuple[str, bool]:
    """`Jensen` of `familien Jensen`, and whether it was a family's; something of the name remains."""
    words = name.split()
    kept = [word for word in words if word.lower().strip(".,") not in _FAMILY]
    is_family = len(kept) < len(words) and bool(kept or beside)
    return (" ".join(kept), True) if is_family else (name, False)


def is_couples_name(first: str, last: str) -> bool:
    """Whether the one name there is belongs to two: `Novákovi`, `Horváthovci`."""
    return not (first and last) and bool(_COUPLES_NAME.search(last or first))
