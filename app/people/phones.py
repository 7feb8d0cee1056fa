"""Phone numbers: kept as +country and digits (E.164), shown as people at home write them."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.values import value

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

E164_SIGN = "+"
FROM_ABROAD = "00"
FEWEST_DIGITS = 6
FEWEST_CLOSE_DIGITS = 9
MOST_DIGITS = 2 * 17
"""Of two numbers with all that may be dialled before them; more is no pair of phones."""
SEVERAL = re.compile(r"[;|\n\r]+|:::")
SEVERAL_PERHAPS = re.compile(
    r"\s*[,/\\&]\s*|\s+(?:a|i|and|or|nebo|alebo|og|eller|и|или|және|או|\+(?=\s))\s+", re.IGNORECASE
)
FIRST = re.compile(r"[+\d]")
AFTER = re.compile(r"\D+$")
WORD = re.compile(r"[^\W\d_]{2,}")
RUN = re.compile(r"\+?\(?\d[\d ()./\u2010-\u2015-]{4,}\d")
NEIGHBOUR = re.compile(r"(?<=\d)\s*/\s*\d{1,3}$")
TRUNK_ABROAD = re.compile(r"(?<=\d)\s*\(0\)\s*(?=\d)")
"""The 0 of `+420 (0) 603…`, which is dialled at home only."""
PHONE_WORDS = frozenset(
    """tel telefon telefón telefonní telefónne číslo cislo mobil mobilní mob gsm phone
    telephone mobile cell number no nr tlf telefonnummer mobilnummer whatsapp viber
    тел телефон моб мобильный сот ұялы нөмірі номер
    טל טלפון נייד פלאפון סלולרי מספר""".split()
)
EXTENSION = re.compile(
    r"[\s,;]*((?:ext|extn|linka|kl|klapka|lok|доб|ішкі|שלוחה|lokal|x|#)\.?:?\s*\d{1,7})\s*$",
    re.IGNORECASE,
)
TAIL_OF_A_FLOAT = re.compile(r"(?<=\d{5})\.0$")
DAMAGED = re.compile(r"[+]?\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
PLAIN = re.compile(r"\+?\(?\d[\d ()./\-\u2010-\u2015]*")
ONE = re.compile(r"\+?\d[\d ]{5,20}")
NO_SIGN = str.maketrans("", "", " ()./-\u2010\u2011\u2012\u2013\u2014\u2015")


@value
class Phones:
    """What one cell held: numbers understood (or as written), pieces that are none, words beside them."""

    numbers: tuple[str, ...]
    refused: tuple[str, ...] = ()
    remark: str = ""


def read_phones(text: str, country: str | None) -> Phones:
    """All numbers of a cell. `country` is the shop's, ISO 3166 alpha-2; None understands only `+…`."""
    if number := plain_phone(text, country):
        return Phones(numbers=(number,))
    numbers: list[str] = []
    refused: list[str] = []
    remarks: list[str] = []
    for piece in split_phones(text):
        number, remark = _with_remark(piece, country)
        found = (number,) if number else _run_together(piece, country)
        if not found:
            refused.append(piece)
        numbers += (one for one in found if one not in numbers)
        if remark:
            remarks.append(remark)
    return Phones(numbers=tuple(numbers), refused=tuple(refused), remark=", ".join(remarks))


def plain_phone(text: str, country: str | None) -> str | None:
    """The number, when the cell plainly holds one and nothing else; quick, and None whenever in doubt."""
    return _from_digits(text.replace(" ", ""), country) if ONE.fullmatch(text) else None


def split_phones(text: str) -> list[str]:
    """The numbers of a cell one by one; `603/118 274` is one, `603118274/777123456` are two."""
    pieces = [piece.strip(" ,") for piece in SEVERAL.split(text)]
    return [number for piece in pieces if piece for number in _split_perhaps(piece)]


def read_phone(text: str, country: str | None) -> str | None:
    """One number in E.164, its extension as written; None when it is none.

    Without a country a number that does not begin with `+` stays as written.
    """
    first = FIRST.search(text)
    written = TAIL_OF_A_FLOAT.sub("", text[first.start() :].strip()) if first else text.strip()
    if DAMAGED.fullmatch(written):
        return None
    extension = EXTENSION.search(written)
    if extension:
        number = read_phone(written[: extension.start()], country)
        return None if number is None else f"{number} {extension[1]}"
    if written.startswith((E164_SIGN, FROM_ABROAD)):
        written = TRUNK_ABROAD.sub("", written)
    if country is None and not written.startswith(E164_SIGN):
        return text.strip() if any(map(str.isdigit, text)) else None
    return e164(written, country)


@lru_cache(maxsize=16384)
def shown(phone: str, country: str | None) -> str:
    """A kept number as it is written at home, or with its country code when it is from abroad."""
    if not phone.startswith(E164_SIGN):
        return phone
    import phonenumbers as library

    number, space, extension = phone.partition(" ")
    try:
        parsed = library.parse(number, None)
    except library.NumberParseException:
        return phone
    own = library.country_code_for_region(country) == parsed.country_code if country else False
    style = library.PhoneNumberFormat.NATIONAL if own else library.PhoneNumberFormat.INTERNATIONAL
    return library.format_number(parsed, style) + space + extension


def is_damaged(text: str) -> bool:
    """A number that a spreadsheet has shortened to `6.03E+08`; its last digits are gone."""
    return bool(DAMAGED.fullmatch(text.strip()))


def e164(text: str, country: str | None) -> str | None:
    """A possible number in E.164, as the library reads it."""
    return _plain(text, country) or _by_library(text, country)


def _with_remark(piece: str, country: str | None) -> tuple[str | None, str]:
    """The number, and the words beside it: whose it is, when to call."""
    first, after = FIRST.search(piece), AFTER.search(piece)
    beside = WORD.findall(piece[: first.start()]) if first else []
    number = read_phone(piece, country)
    if number is None and after and WORD.search(after[0]) and not is_damaged(piece):
        number = read_phone(piece[: after.start()], country)
        beside += WORD.findall(after[0])
    if number is None:
        return _with_more_digits(piece, country) or _among_words(piece, country)
    if number == piece:
        return number, ""
    beside = [word for word in beside if word.lower() not in PHONE_WORDS]
    return number, " ".join([*beside, *_after_a_comma(piece, number, country)])


def _after_a_comma(piece: str, number: str, country: str | None) -> list[str]:
    """`603 118 274, 12345`: digits that belong to no number are kept as they stand."""
    head, _, tail = piece.partition(",")
    says_more = any(map(str.isdigit, tail)) and read_phone(head, country) == number
    return [tail.strip()] if says_more else []


def _with_more_digits(piece: str, country: str | None) -> tuple[str, str] | None:
    """`541 123 456 / 7`: a number with the ending of its neighbour."""
    ending = NEIGHBOUR.search(piece)
    number = e164(piece[: ending.start()].strip(), country) if ending else None
    return (number, ending[0].strip()) if number and ending else None


def _among_words(piece: str, country: str | None) -> tuple[str | None, str]:
    """The one number in a sentence, `po 17. hodině 603 118 274`, and what stands around it."""
    runs = [run for run in RUN.finditer(piece) if e164(run[0], country)]
    if len(runs) != 1 or is_damaged(piece) or not any(map(str.isalpha, piece)):
        return None, ""
    (run,) = runs
    around = f"{piece[: run.start()]} {piece[run.end() :]}".split()
    return e164(run[0], country), " ".join(around).strip(" ,.:-()")


def _run_together(piece: str, country: str | None) -> tuple[str, ...]:
    """`603 118 274 777 000 111`: two numbers, where the digits divide into two in one way at least."""
    words = piece.replace("+", " +").split()
    if sum(map(str.isdigit, piece)) > MOST_DIGITS:
        return ()
    for cut in range(1, len(words)):
        both = (e164(" ".join(words[:cut]), country), e164(" ".join(words[cut:]), country))
        if both[0] and both[1]:
            return both[0], both[1]
    return ()


def _split_perhaps(piece: str) -> list[str]:
    for parts, fewest in (
        (SEVERAL_PERHAPS.split(piece), FEWEST_DIGITS),
        (piece.split(), FEWEST_CLOSE_DIGITS),
    ):
        if len(parts) > 1 and all(sum(map(str.isdigit, part)) >= fewest for part in parts):
            return parts
    return [piece]


def _by_library(text: str, country: str | None) -> str | None:
    import phonenumbers as library

    if any(map(str.isalpha, text)):  # the library would dial them: `(Eva)` as 382
        return None
    try:
        parsed = library.parse(text, country)
    except library.NumberParseException:
        return None
    if not library.is_valid_number(parsed):
        if text.startswith("0"):
            without_zero = _by_library(text.lstrip("0 "), country)
            if without_zero and library.is_valid_number(library.parse(without_zero)):
                return without_zero
        if not _is_usual(parsed):
            return None
    return library.format_number(parsed, library.PhoneNumberFormat.E164)


def _is_usual(parsed: "PhoneNumber") -> bool:
    """As long as the numbers that people there have, and not one digit again and again.

    A number that can be dialled within its own town alone is not long enough.
    """
    import phonenumbers as library

    kinds = (library.PhoneNumberType.FIXED_LINE, library.PhoneNumberType.MOBILE)
    lengths = {library.is_possible_number_for_type_with_reason(parsed, kind) for kind in kinds}
    is_long_enough = library.ValidationResult.IS_POSSIBLE in lengths
    return is_long_enough and len(set(str(parsed.national_number))) > 1


@value
class _Plan:
    """How numbers of one country are built, out of the library's own tables."""

    code: str
    whole: re.Pattern[str]
    trunk: str
    trunk_pattern: re.Pattern[str] | None
    abroad: re.Pattern[str] | None


def _plain(text: str, country: str | None) -> str | None:
    """Most numbers, quickly: bare digits of the country, or + and the digits of any. Else None."""
    if not PLAIN.fullmatch(text):
        return None
    digits = text.translate(NO_SIGN)
    return _from_digits(digits, country) if digits.isascii() else None


def _from_digits(digits: str, country: str | None) -> str | None:
    plan = _plan(country) if country else None
    if digits[0] == E164_SIGN:
        return _from_abroad(digits[1:])
    if plan is None:
        return None
    abroad = plan.abroad.match(digits) if plan.abroad else None
    if abroad:
        return _from_abroad(digits[2:]) if abroad[0] == FROM_ABROAD else None
    return _at_home(digits, plan)


def _at_home(digits: str, plan: _Plan) -> str | None:
    if plan.trunk and digits.startswith(plan.trunk):
        rest = digits[len(plan.trunk) :]
        if plan.whole.fullmatch(digits) or not plan.whole.fullmatch(rest):
            return None
        return _built(rest, plan) if not rest.startswith(plan.trunk) else None
    return _built(digits, plan)


def _built(digits: str, plan: _Plan) -> str | None:
    if digits[0] == "0" or not plan.whole.fullmatch(digits):
        return None
    if plan.trunk_pattern and plan.trunk_pattern.match(digits):
        return None
    return f"+{plan.code}{digits}"


def _from_abroad(digits: str) -> str | None:
    for length in (1, 2, 3):
        plan = _plan_of_code(digits[:length])
        if plan:
            rest = digits[length:]
            return _built(rest, plan) if rest else None
    return None


@cache
def _plan_of_code(code: str) -> _Plan | None:
    import phonenumbers as library

    region = (
        library.region_code_for_country_code(int(code))
        if code.isascii() and code.isdigit()
        else "ZZ"
    )
    return _plan(region) if region.isalpha() and region != "ZZ" and code[0] != "0" else None


@cache
def _plan(country: str) -> _Plan | None:
    from phonenumbers import PhoneMetadata

    found = PhoneMetadata.metadata_for_region(country)
    if found is None or found.general_desc is None:
        return None
    trunk, abroad = found.national_prefix_for_parsing, found.international_prefix
    return _Plan(
        code=str(found.country_code),
        whole=re.compile(found.general_desc.national_number_pattern or ""),
        trunk=trunk if trunk and trunk.isdigit() else "",
        trunk_pattern=re.compile(trunk) if trunk else None,
        abroad=re.compile(abroad) if abroad else None,
    )
