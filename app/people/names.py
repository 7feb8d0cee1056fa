"""People's names: taken apart, put together, and their capitals put right."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TITLES_BEFORE = frozenset(
    """ing mgr bc mudr mvdr judr phdr rndr paeddr thdr thlic thmgr pharmdr dr prof doc akad ak arch
    mga bca mddr dipl dipl-ing mag phmr rsdr drsc csc plk gen kpt mjr pplk por npor prap rev fr
    rabbi
    д-р др проф доц акад ד"ר דר פרופ פרופ' פרופ׳ ד״ר רו"ח עו"ד רו״ח עו״ד הרב dr.med""".split()
)
TITLES_AFTER = frozenset(
    """phd csc drsc mba dis dsc llm llb md mph msc bsc ba ma jr sr ml st dds artd thd cpa esq msw
    rn mpa bba
    ll.m ph.d mgr bc drhc feng ceng dba cfa ii iii iv""".split()
)
JOINS_TITLES = frozenset({"et", "&"})
GENERATIONS = frozenset({"ml", "st", "jr", "sr", "nejml", "nejst", "ii", "iii", "iv", "мл", "ст"})
PARTICLES = frozenset(
    """van der den de la le du des von zu zum zur dos da das di del della dal ter ten te af av bar
    ben bin ibn al el
    el- al- st saint mac בן בר אבן דה בת אל фон ван де оглы улы қызы""".split()
)
LEADING_PARTICLES = PARTICLES - {"te", "st", "mac", "оглы", "улы", "қызы"}
SMALL_PARTICLES = frozenset(
    "van der den de la le du des von zu zum zur dos da di del della dal ter ten af".split()
)
HONORARY = re.compile(r"\bdr\.?\s*h\.\s*c\.", re.IGNORECASE)
COUPLE = re.compile(r"^(.+?)\s+(?:a|und|and|&|\+|og|и|мен|ו-?)\s+(.+)$", re.IGNORECASE)
HEBREW_AND = re.compile(r"^([\u05d0-\u05ea]+) ו([\u05d0-\u05ea]{2,}) (.+)$")
COUPLES_NAME = re.compile(r"(?:ovi|ových|ovci|ovým|skí|cí|ští|čtí)$")
COMPANY = re.compile(
    r"""(?:^|[\s,(])(?:s\.?\s?r\.?\s?o\.?|a\.\s?s\.?|v\.\s?o\.\s?s\.?|k\.\s?s\.?|spol\.\s?s\s?r\.\s?o\.?|z\.\s?s\.?|z\.\s?ú\.?
    |o\.\s?p\.\s?s\.?|aps|a/s|i/s|k/s|ivs|p/s|gmbh|ag|ug|kg|ltd\.?|limited|llc|l\.l\.c\.?|inc\.?|corp\.?|plc|llp|s\.a\.|sp\.\s?z\s?o\.?\s?o\.?|sarl|b\.?v\.|kft\.?
    |тоо|жшс|ооо|зао|оао|пао|ао|ип|жк|ақ|тдо|בע["״]מ|בעמ|ע["״]ר|חל["״]צ)(?:$|[\s,)])""",
    re.IGNORECASE | re.VERBOSE,
)
SURNAME_ENDING = re.compile(r"(?:ová|ová-.*|ská|cká)$", re.IGNORECASE)
INNER_CAPITAL = re.compile(r"^(mc|o['’]|d['’]|l['’])(\w)(.*)$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
PLAIN_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's or a company's name in its parts; an empty part is ""."""

    title_before: str = ""
    first_name: str = ""
    last_name: str = ""
    title_after: str = ""
    company: str = ""
    form_of_address: str = ""


def split_name(text: str, *, last_first: bool = False) -> Name:
    """A whole name taken apart. `last_first` where the column says so: `Novák Jan`."""
    text = " ".join(text.split())
    if is_company(text):
        return Name(company=text)
    before, words, after = without_titles(text)
    couple = _couple(" ".join(words).rstrip(","))
    if couple:
        return couple
    first, last = _first_and_last(words, last_first=last_first)
    return Name(
        title_before=before,
        first_name=with_capitals(first),
        last_name=with_capitals(last),
        title_after=after,
    )


def is_company(text: str) -> bool:
    """Whether the name carries the mark of a company, as `s.r.o.`, `ApS`, `בע"מ`, `ТОО`."""
    return bool(COMPANY.search(text))


def without_titles(text: str) -> tuple[str, list[str], str]:
    """Titles before, the words of the name (a comma stays with its word), titles after."""
    parts = HONORARY.sub("dr.h.c.", text).replace(",", ", ").split()
    start, end = 0, len(parts)
    while start < end and _is_title_before(parts[start], start):
        start += 1
    while end > start + 1 and _is_title_after(parts[end - 1]):
        end -= 1
    if end < len(parts):
        parts[end - 1] = parts[end - 1].rstrip(",")
    while end < len(parts) and not _key(parts[end]):
        end += 1
    return (
        " ".join(parts[:start]).rstrip(","),
        [word for word in parts[start:end] if word != ","],
        (" ".join(parts[end:]).strip(", ")),
    )


@lru_cache(maxsize=16384)
def with_capitals(name: str) -> str:
    """`JAN O'BRIEN-NOVÁKOVÁ` and `jan novák` put right; a name in mixed letters is left as it is."""
    if name.upper() == name.lower() or not (_shouts(name) or name.islower()):
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


def _first_and_last(parts: list[str], *, last_first: bool) -> tuple[str, str]:
    comma = next((at for at, word in enumerate(parts) if word.endswith(",")), -1)
    if 0 <= comma < len(parts) - 1:
        return " ".join(parts[comma + 1 :]).strip(","), " ".join(parts[: comma + 1]).rstrip(",")
    parts = [word.rstrip(",") for word in parts]
    if len(parts) < 2:  # noqa: PLR2004 - one word cannot be divided
        return ("", " ".join(parts)) if last_first else (" ".join(parts), "")
    if last_first or _last_name_leads(parts):
        cut = _end_of_leading_last_name(parts)
        return " ".join(parts[cut:]), " ".join(parts[:cut])
    cut = _start_of_last_name(parts)
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def _last_name_leads(parts: list[str]) -> bool:
    """`Nováková Jana`: in Czech and Slovak the ending gives the surname away."""
    return bool(SURNAME_ENDING.search(parts[0])) and not SURNAME_ENDING.search(parts[-1])


def _end_of_leading_last_name(parts: list[str]) -> int:
    cut = 1
    while cut < len(parts) - 1 and parts[cut - 1].lower() in LEADING_PARTICLES:
        cut += 1
    return cut


def _start_of_last_name(parts: list[str]) -> int:
    """The last word, with the particles before it; `ml.` belongs to what stands before it."""
    cut = len(parts) - 1
    while cut > 1 and parts[cut].rstrip(".").lower() in GENERATIONS:
        cut -= 1
    while cut > 1 and parts[cut - 1].lower() in LEADING_PARTICLES:
        cut -= 1
    return cut


def _couple(text: str) -> Name | None:
    hebrew = HEBREW_AND.match(text)
    if hebrew:
        first = f"{hebrew[1]} ו{hebrew[2]}"
        return Name(first_name=first, last_name=hebrew[3], form_of_address="family")
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


def _is_title_after(word: str) -> bool:
    key = _key(word)
    if key in GENERATIONS:
        return False
    return not key or (key in TITLES_AFTER and (word.endswith(".") or not word.istitle()))


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
