"""A surname as several people bear it together on an envelope: `Novákovi`, `Novotní`, `Ахметовтер`."""

from collections.abc import Callable, Mapping

from app.people.salutations import czech, kazakh, slovak

# Endings of Czech adjectives soften before the í of several: Dlouhý, Dlouzí; Slovanský, Slovanští.
_SOFTENED = (("sk", "ští"), ("ck", "čtí"), ("ch", "ší"), ("h", "zí"), ("k", "cí"), ("r", "ří"))


def together(last: str, language: str) -> str:
    """How all of that surname are called in `language`; "" where no one word is sure to be right.

    A man's and a woman's form answer the same: `Novák` and `Nováková` are `Novákovi`.
    """
    call = _OF_LANGUAGE.get(language)
    return call(last) if call else last


def bends_names(language: str) -> bool:
    """Whether the surname of several differs there from that of one."""
    return language in _OF_LANGUAGE


def _czech(last: str) -> str:
    family = czech.family(last)
    if " " not in family:
        return family
    if not last.endswith(("ý", "á")):
        return last
    stem = last[:-1]
    for ending, soft in _SOFTENED:
        if stem.endswith(ending):
            return f"{stem.removesuffix(ending)}{soft}"
    return f"{stem}í"


def _slovak(last: str) -> str:
    family = slovak.family(last)
    if " " not in family:
        return family
    if last.endswith(("ý", "á")):
        return f"{last[:-1]}í"
    return f"{last[:-1]}i" if last.endswith("y") else last


_OF_LANGUAGE: Mapping[str, Callable[[str], str]] = {
    "cs": _czech,
    "sk": _slovak,
    "kk": kazakh.together,
}
