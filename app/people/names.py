"""People's names: taken apart, put together, and their capitals put right."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from app.people.name_words import (
    COURTESIES,
    GENERATIONS,
    JOINS_TITLES,
    LEADING_PARTICLES,
    MARRIED,
    SHORT_TITLES,
    SMALL_PARTICLES,
    TITLES_AFTER,
    TITLES_BEFORE,
)

IN_BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]\s*")
BEHIND_A_DASH = re.compile(r"^(.*?\w.*?) [-\N{EN DASH}\N{EM DASH}] ([^\W\d_].*)$")
HONORARY = re.compile(r"\bdr\.?\s*h\.\s*c\.", re.IGNORECASE)
COUPLE = re.compile(r"^(.+?)\s+(?:a|und|and|&|\+|/|og|и|мен|ו-?)\s+(.+)$", re.IGNORECASE)
ONE_AND_ONE = re.compile(r"^\S+\s+(?:a|und|and|&|\+|og|и|мен)\s+\S+$", re.IGNORECASE)
BOTH = re.compile(
    r"^(\S+)\s+(?:(?:a|und|and|&|\+|og|и|мен)\s+|ו-?)(\S+)\b\.?(?:\s+|$)", re.IGNORECASE
)
HEBREW_AND = re.compile(r"^([\u05d0-\u05ea]+) ו([\u05d0-\u05ea]{2,}) (.+)$")
COUPLES_NAME = re.compile(r"\w{2}(?:ovi|ových|ovci)$")
COMPANY = re.compile(
    r"""(?:^|[\s,(])(?:s\.?\s?r\.?\s?o\.?|a\.\s?s\.?|v\.\s?o\.\s?s\.?|k\.\s?s\.?|spol\.\s?s\s?r\.\s?o\.?|z\.\s?s\.?|z\.\s?ú\.?
    |o\.\s?p\.\s?s\.?|aps|a/s|i/s|k/s|ivs|p/s|gmbh|ag|ug|kg|ltd\.?|limited|llc|l\.l\.c\.?|inc\.?|corp\.?|plc|llp|s\.a\.|sp\.\s?z\s?o\.?\s?o\.?|sarl|b\.?v\.|kft\.?
    |тоо|жшс|ооо|зао|оао|пао|ао|ип|жк|ақ|тдо|בע["״]מ|בעמ|ע["״]ר|חל["״]צ)(?:$|[\s,)])""",
    re.IGNORECASE | re.VERBOSE,
)
SURNAME_ENDING = re.compile(
    r"(?:ová|ová-.*|ská|cká|\w{3}(?:ов|ова|ев|ева|ёв|ёва)|ский|ская|цкий|цкая|енко)$", re.IGNORECASE
)
PATRONYMIC = re.compile(
    r"(?:ович|евич|ьич|кич|мич|овна|евна|ична|ұлы|улы|қызы|кызы|оглы)$", re.IGNORECASE
)
INNER_CAPITAL = re.compile(r"^(mc|o['’]|d['’]|l['’])(\w)(.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's or a company's name in its parts; an empty part is ""."""

    title_before: str = ""
    first_name: str = ""
    last_name: str = ""
    title_after: str = ""
    company: str = ""
    form_of_address: str = ""
    remark: str = ""


def split_name(text: str, *, last_first: bool = False) -> Name:
    """A whole name taken apart. `last_first` where the column says so: `Novák Jan`.

    What stood in brackets is the `remark`.
    """
    text = " ".join(text.split())
    if is_company(text):
        return Name(company=text)
    bare, remark = without_brackets(text)
    both, rest = of_both(bare)
    if both and rest:
        return replace(_of_both(both, rest, last_first=last_first), remark=remark)
    form, said = without_courtesy(bare)
    before, words, after = without_titles(said)
    couple = _couple(" ".join(words).rstrip(",")) or _two_people(words)
    if couple:
        return replace(couple, remark=remark)
    first, last = _first_and_last(words, last_first=last_first)
    if form == MARRIED:  # `rodina Novákova` is written so, and sorted by its name
        first, last = bare.partition(" ")[0], " ".join(words)
    elif (form or before) and not last:  # `pan Novák`, `Dr Jones`
        first, last = "", first
    return Name(
        title_before=before,
        first_name=with_capitals(first),
        last_name=with_capitals(last),
        title_after=after,
        form_of_address=MARRIED if not first and COUPLES_NAME.search(last) else form,
        remark=remark,
    )


def without_brackets(text: str) -> tuple[str, str]:
    """The name, and what stood beside it in brackets, or behind a dash in small letters."""
    bare = IN_BRACKETS.sub(" ", text).strip()
    if not bare:
        return text, ""
    remarks = IN_BRACKETS.findall(text)
    found = BEHIND_A_DASH.match(bare)
    if found and found[2][0].islower() and not bare.islower():
        bare = found[1]
        remarks.append(found[2])
    elif found:  # `Nováková - Malá` is one surname
        bare = "-".join(found.groups())
    return bare, ", ".join(filter(None, remarks))


def is_couple(first_names: str) -> bool:
    """`Jan a Petra`: two people in the column for first names."""
    return COUPLE.match(first_names) is not None


def without_courtesy(text: str) -> tuple[str, str]:
    """The form of address that a `paní` or `Mr` before the name tells, "" for none, and the name."""
    first, _, rest = text.partition(" ")
    form = courtesy_alone(first)
    return (form, rest.strip()) if form and rest else ("", text)


def courtesy_alone(text: str) -> str:
    """The form of address that a text tells which is nothing but `paní` or `rodina`; else ""."""
    return COURTESIES.get(text.lower().rstrip(".,"), "")


def of_both(text: str) -> tuple[str, str]:
    """The `Mr & Mrs` before a name, as it is written, and the name; "" where there is none."""
    found = BOTH.match(text)
    forms = set(map(courtesy_alone, found.groups())) if found else {""}
    return (found[0].strip(), text[found.end() :]) if found and forms == {"f", "m"} else ("", text)


def last_name_stands_first(text: str) -> bool | None:
    """Whether the last name visibly stands first or last in a whole name; None when it does not show."""
    _, words, _ = without_titles(without_courtesy(text)[1])
    if len(words) != 2 or "," in text:  # noqa: PLR2004 - of more words any may be the surname
        return None
    leads, trails = (bool(SURNAME_ENDING.search(word)) for word in words)
    if leads == trails:  # `Novák Jan`: what tells is the first name
        trails, leads = map(_is_first_name, words)
    return None if leads == trails else leads


def is_company(text: str) -> bool:
    """Whether the name carries the mark of a company, as `s.r.o.`, `ApS`, `בע"מ`, `ТОО`."""
    return bool(COMPANY.search(text))


def without_titles(text: str) -> tuple[str, list[str], str]:
    """Titles before, the words of the name (a comma stays with its word), titles after."""
    parts = [
        part
        for word in HONORARY.sub("dr.h.c.", text).replace(",", ", ").split()
        for part in _unglued(word)
    ]
    start, end = 0, len(parts)
    while start < end and _is_title_before(parts[start], start):
        start += 1
    while end > start + 1 and _is_title_behind(parts, end - 1, shouts=text.isupper()):
        end -= 1
    if end < len(parts):
        parts[end - 1] = parts[end - 1].rstrip(",")
    while end < len(parts) and not _key(parts[end]):
        end += 1
    among = [word for word in parts[start + 1 : end] if _is_title_among(word)]
    behind = parts[end:]
    leading = [word for word in behind if _key(word) in TITLES_BEFORE - TITLES_AFTER]
    return (
        " ".join([*parts[:start], *(word.rstrip(",") for word in among + leading)]).rstrip(","),
        [word for word in parts[start:end] if word != "," and word not in among],
        " ".join(word for word in behind if word not in leading).strip(", "),
    )


@lru_cache(maxsize=16384)
def with_capitals(name: str) -> str:
    """`JAN O'BRIEN-NOVÁKOVÁ` and `jan novák` put right; a name in mixed letters is left as it is."""
    if "@" in name or name.upper() == name.lower() or not (_shouts(name) or name.islower()):
        return name
    parts = name.lower().split(" ")
    last = len(parts) - 1
    return " ".join(
        word if word in SMALL_PARTICLES and at < last else _capital(word)
        for at, word in enumerate(parts)
    )


def full_name(parts: Name) -> str:
    """The name as one says it, without titles; the company's when there is no person."""
    return " ".join(part for part in (parts.first_name, parts.last_name) if part) or parts.company


def initials(first: str, last: str, company: str = "") -> str:
    """Two letters for an avatar: `TH`, `רל`, of a company its first two words."""
    names = [name for name in (first, last) if name] or company.split()[:2]
    letters = [next((char for char in name if char.isalnum()), "") for name in names]
    return "".join(letters).upper()


def _is_first_name(word: str) -> bool:
    # Most lists have columns for both names and need none of this.
    from app.people.salutations.name_lists import is_at_home_in
    from resources.words import LANGUAGES

    return is_at_home_in(word, *LANGUAGES)


def _first_and_last(parts: list[str], *, last_first: bool) -> tuple[str, str]:
    comma = next((at for at, word in enumerate(parts) if word.endswith(",")), -1)
    if 0 <= comma < len(parts) - 1:
        return " ".join(parts[comma + 1 :]).strip(","), " ".join(parts[: comma + 1]).rstrip(",")
    parts = [word.rstrip(",") for word in parts]
    if len(parts) < 2:  # noqa: PLR2004 - one word cannot be divided
        is_last = last_first or any(
            SURNAME_ENDING.search(p) or COUPLES_NAME.search(p) for p in parts
        )
        return ("", " ".join(parts)) if is_last else (" ".join(parts), "")
    if all(part.islower() and part in LEADING_PARTICLES for part in parts[:-1]):
        return "", " ".join(parts)
    if last_first or _last_name_leads(parts):
        cut = _end_of_leading_last_name(parts)
        return " ".join(parts[cut:]), " ".join(parts[:cut])
    cut = _start_of_last_name(parts)
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def _last_name_leads(parts: list[str]) -> bool:
    """`Nováková Jana`, `Иванов Иван Иванович`, `van der Berg Jan`: the form gives the surname away."""
    if PATRONYMIC.search(parts[-1]) and len(parts) > 2:  # noqa: PLR2004 - surname, name, father's name
        return True
    if parts[0].islower() and parts[0] in LEADING_PARTICLES:
        return True
    return bool(SURNAME_ENDING.search(parts[0])) and not SURNAME_ENDING.search(parts[-1])


def _end_of_leading_last_name(parts: list[str]) -> int:
    cut = 1
    while cut < len(parts) - 1 and parts[cut - 1].lower() in LEADING_PARTICLES:
        cut += 1
    return cut


def _start_of_last_name(parts: list[str]) -> int:
    """The last word, with the particles before it; `ml.` and signs belong to what stands before them."""
    cut = len(parts) - 1
    while cut > 1 and (
        parts[cut].rstrip(".").lower() in GENERATIONS or not any(map(str.isalpha, parts[cut]))
    ):
        cut -= 1
    while cut > 1 and parts[cut - 1].lower() in LEADING_PARTICLES:
        cut -= 1
    return cut


def _of_both(both: str, rest: str, *, last_first: bool) -> Name:
    """`Mr & Mrs John Smith`: written so, and sorted by its name."""
    name = split_name(rest, last_first=last_first)
    first, last = (name.first_name, name.last_name) if name.last_name else ("", full_name(name))
    if _shouts(both):
        mister, joined, missis = both.split()
        both = f"{mister.capitalize()} {joined.lower()} {missis.capitalize()}"
    first = f"{both} {first}".strip()
    return replace(name, first_name=first, last_name=last, company="", form_of_address=MARRIED)


def _two_people(words: list[str]) -> Name | None:
    """`Anna Nováková, Petr Novák`: two whole names with a comma between them."""
    if len(words) != 4 or not words[1].endswith(",") or words[3].endswith(","):  # noqa: PLR2004
        return None
    names = [[word.rstrip(",") for word in pair] for pair in (words[:2], words[2:])]
    if not any(SURNAME_ENDING.search(last) and not SURNAME_ENDING.search(n) for n, last in names):
        return None
    first = f"{' '.join(words[:2])} {words[2]}"
    return Name(first_name=first, last_name=words[3], form_of_address=MARRIED)


def _couple(text: str) -> Name | None:
    hebrew = HEBREW_AND.match(text)
    if hebrew:
        first = f"{hebrew[1]} ו{hebrew[2]}"
        return Name(first_name=first, last_name=hebrew[3], form_of_address="family")
    last, comma, names = text.partition(", ")
    if comma and " " not in last and ONE_AND_ONE.match(names):  # `Novák, Jan a Eva`
        return Name(
            first_name=with_capitals(names), last_name=with_capitals(last), form_of_address=MARRIED
        )
    found = COUPLE.match(text)
    if not found:
        return None
    *others, last = found[2].split()
    if not others:
        return Name(first_name=with_capitals(text), form_of_address="family")
    first = text[: text.rindex(last)].strip()
    return Name(
        first_name=first if not _shouts(first) else with_capitals(first),
        last_name=with_capitals(last),
        form_of_address="family",
    )


def _is_title_before(word: str, at: int) -> bool:
    key = _key(word)
    if key in JOINS_TITLES:
        return at > 0
    return key in TITLES_BEFORE and (word.endswith((".", ",", '"', "'", "׳")) or not word.islower())


def _is_title_among(word: str) -> bool:
    """`Novák Ing. Jan`, as lists by last name have it."""
    key = _key(word)
    return word.endswith(".") and len(key) > 1 and key in TITLES_BEFORE and key not in GENERATIONS


def _is_title_behind(parts: list[str], at: int, *, shouts: bool) -> bool:
    """`shouts` where the whole name is in capitals, and `MA` may be somebody's name."""
    word, key, is_apart = parts[at], _key(parts[at]), parts[at - 1].endswith(",")
    if key in GENERATIONS:
        return False
    if key in TITLES_BEFORE and is_apart:
        return True
    if shouts and key in SHORT_TITLES and not word.endswith("."):
        return is_apart
    return not key or (key in TITLES_AFTER and (word.endswith(".") or not word.istitle()))


def _unglued(word: str) -> list[str]:
    """`JUDr.Ing.Jan` → `JUDr.`, `Ing.`, `Jan`."""
    head, point, rest = word.partition(".")
    is_more = rest[:2].isalpha() and len(rest) > 2  # noqa: PLR2004 - `dr.h.c.` is one title
    if point and is_more and head.lower() in TITLES_BEFORE:
        return [f"{head}.", *_unglued(rest)]
    return [word]


def _key(word: str) -> str:
    return word.strip(".,").lower().replace(".", "")


def _shouts(name: str) -> bool:
    """All in capitals, and more than initials: `JP` and `A.` stay."""
    letters = [char for char in name if char.isalpha()]
    return name.isupper() and len(letters) > 2  # noqa: PLR2004 - two letters may be initials


def _capital(word: str) -> str:
    return "-".join(_capital_part(part) for part in word.split("-"))


def _capital_part(part: str) -> str:
    inner = INNER_CAPITAL.match(part)
    if inner and len(inner[3]) > 1:
        return inner[1][:1].upper() + inner[1][1:] + inner[2].upper() + inner[3]
    for at, char in enumerate(part):
        if char.isalpha():
            return part[:at] + unicodedata.normalize("NFC", char.title()) + part[at + 1 :]
    return part
