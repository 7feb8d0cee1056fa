"""Whether two surnames are those of one family: a man and a woman may bear one in two forms."""

import re
from functools import lru_cache

from app.people.folding import fold
from app.people.salutations.together import together

_BENDS = re.compile(r"[a-zA-ZÀ-žА-яЁёӘ-ӿҐґҒғҚқҢңҮүҰұҺһІі'’ .-]+")
"""Of Latin and Cyrillic names alone: in Hebrew no ending tells a man from a woman."""
_FATHERS = re.compile(r"(?:ұлы|улы|ulı|қызы|кызы)$", re.IGNORECASE)
_FORMS = (
    re.compile(r"ova$"),  # Nováková of Novák
    re.compile(r"(?<=ov|ev|in|yn)a$"),  # Иванова, Ivanova of Иванов
    re.compile(r"(?<=sk|ck|zk)(?:a|i|y|aya|aia|iy|ij|yj|oy)$"),  # Kowalska, Достоевская
    re.compile(r"(?:aya|yy|iy|oy|a|y)$"),  # Novotná, Белая
)
_PLURALS = ("cs", "sk")
_ENDS_PLURAL = re.compile(r"(?:ovi|ovci)$")


def is_double(last: str) -> bool:
    """Of two names, such as `O'Brien-Nováková`."""
    return "-" in last.strip("-")


@lru_cache(maxsize=65_536)
def forms(last: str, language: str) -> tuple[str, ...]:
    """Names that a relative's surname may have in common with this one, the surest first; one who lives by
    `language` bears it as people do there.

    `Nováková` and `Novák` share one, `Kowalska` and `Kowalski`, `Иванова` and `Иванов`, and who took a second
    name shares the first.
    """
    if not _BENDS.fullmatch(last):
        return (last.casefold(),)
    found = [fold(last), *_forms(last, language)]
    if is_double(last):
        parts = [part for part in last.split("-") if part]
        found += ["-".join(every) for every in zip(*map(_lined_up, parts), strict=True)]
        found += [form for part in parts for form in (fold(part), *_forms(part, language))]
    return tuple(dict.fromkeys(filter(None, found)))


def _lined_up(part: str) -> tuple[str, ...]:
    """One for each rule, itself where that says nothing: so both parts of a double name bend alike."""
    plain = fold(part)
    stem = _ENDS_PLURAL.sub("", fold(together(part, "cs") or part))
    return (plain, stem, *(rule.sub("", plain) for rule in _FORMS))


def _forms(name: str, language: str) -> list[str]:
    plain = fold(name)
    plurals = (fold(together(name, each)) for each in dict.fromkeys((*_PLURALS, language)))
    found = [_ENDS_PLURAL.sub("", one) for one in plurals]
    fathers = _FATHERS.sub("", name)
    if fathers != name:
        found.append(fold(fathers))
    return found + [stem for rule in _FORMS if (stem := rule.sub("", plain)) != plain]
