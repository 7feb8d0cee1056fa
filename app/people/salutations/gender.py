"""Whether a name says by itself that it is a woman's or a man's; it is never guessed."""

import re

from app.people.salutations.name_lists import gender_of

# Surnames and patronymics that only a woman or only a man has: in any letter, and in one language's.
_EVERYWHERE = {
    "f": re.compile(r"ová\b|\w(?:қызы|кызы|qyzy|kyzy|ская|цкая)$", re.IGNORECASE),
    "m": re.compile(r"\w{3}(?:ұлы|улы)$", re.IGNORECASE),
}
_IN_LETTERS = {
    "cs": {"f": re.compile(r"\w{3}á$")},
    "sk": {"f": re.compile(r"\w{3}á$")},
    "kk": {
        "f": re.compile(r"\w{3}[оеё]ва$|\w(?:овна|евна|ична)$", re.IGNORECASE),
        "m": re.compile(r"\w{3}[оеё]в$|\w(?:ский|цкий)$", re.IGNORECASE),
    },
}
_CZECH_OR_SLOVAK = re.compile(r"ová\b")
_BETWEEN = re.compile(r"[\s־-]+")
_FATHERS_NAME_OF_A_MAN = re.compile(r"\w{2}(?:ович|евич)$", re.IGNORECASE)
_MARY = frozenset({"maria", "marie", "mária"})  # many a man's second name


def gender_by_name(first: str, last: str, language: str) -> str:
    """`f` or `m` where the name leaves no doubt in a letter in `language`, else ""."""
    said = {_by_first(first, language), _by_surname(last, language)} - {""}
    if _CZECH_OR_SLOVAK.search(last):
        said |= {_by_first(first, "cs")} - {""}
    return said.pop() if len(said) == 1 else ""


def _by_first(first: str, language: str) -> str:
    """The first of the first names decides, as long as the others do not gainsay it."""
    words = _BETWEEN.split(first.strip())
    said = {_by_second(word, language) for word in words[1:] if word.lower() not in _MARY}
    said = (said | {gender_of(words[0], language)}) - {""}
    return said.pop() if len(said) == 1 and _leads(words, language) else ""


def _leads(words: list[str], language: str) -> bool:
    """Whether what is known is known of the first name, or of a surname or patronymic behind it."""
    return bool(gender_of(words[0], language)) or any(
        _by_surname(word, language) or _FATHERS_NAME_OF_A_MAN.search(word) for word in words[1:]
    )


def _by_second(word: str, language: str) -> str:
    if _FATHERS_NAME_OF_A_MAN.search(word):
        return "m"
    return _by_surname(word, language) or gender_of(word, language)


def _by_surname(last: str, language: str) -> str:
    for patterns in (_EVERYWHERE, _IN_LETTERS.get(language, {})):
        for gender, pattern in patterns.items():
            if pattern.search(last):
                return gender
    return ""
