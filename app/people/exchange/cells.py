"""For each kind of column, how one raw cell becomes a clean value or a doubt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial

from app.people.exchange.addresses import split_address, split_city
from app.people.exchange.answers import form_of_address, yes_or_no
from app.people.exchange.contacts import PLAIN_EMAIL, read_email, read_emails, read_tags
from app.people.exchange.countries import country_code, language_code
from app.people.exchange.dates import Span, read_date
from app.people.exchange.mapping import Order
from app.people.exchange.problems import Doubt, Reason
from app.people.exchange.sheets import Cell
from app.people.exchange.values import (
    SCIENTIFIC,
    lines_of,
    number_text,
    text_of,
    tidy,
    written_out,
)
from app.people.name_words import MARRIED
from app.people.names import (
    COUPLES_NAME,
    courtesy_alone,
    is_couple,
    of_both,
    split_name,
    with_capitals,
    without_brackets,
    without_courtesy,
    without_titles,
)
from app.people.phones import is_damaged, plain_phone, read_phones

LONGEST = 1000
LONGEST_NOTE = 30_000
REMEMBERED = 32_768
FIRST_INEXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number and writes 0 for those behind."""
SELDOM_TWICE = frozenset(
    {"external_id", "phone", "email", "card_number", "postal_code", "notes", "full_name", "address"}
)
NONE_AT_ALL = frozenset(
    """- -- --- – — . .. / ? ?? ??? x n/a na none null 0 #n/a undefined nan unknown unspecified
    nemá není neni nema nie je nie-je neuvedeno neuvedené neznámé neznámy neznámo
    нет жоқ белгісіз неизвестно ingen ukendt אין""".split()
) | {"not provided", "not available", "לא ידוע", "не указано", "neví se"}
FILLERS = frozenset("- -- --- – — . .. / ? ?? ??? n/a #n/a".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Whose list it is: the shop's country (ISO 3166 alpha-2 or None), its language, today's date."""

    country: str | None
    language: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A cell that gave several values, or some that are in doubt."""

    values: Mapping[str, object] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


Clean = str | bool | tuple[str, ...] | Parts | None
Reader = Callable[[Cell], Clean]


def reader_for(role: str, place: Place, *, order: Order | None, from_1904: bool) -> Reader:
    """What reads the cells of a column with this role; where cells recur it remembers them."""
    if role in {"birthday", "member_since"}:
        span = Span(on=place.on, from_1904=from_1904)
        read: Reader = partial(_date, order=order, span=span)
    elif role == "phone":
        read = partial(_phones, country=place.country)
    else:
        read = READERS[role]
    longest = LONGEST_NOTE if role == "notes" else LONGEST

    def read_bearable(raw: Cell) -> Clean:
        if isinstance(raw, str) and len(raw) > longest:
            return _doubt(raw[:LONGEST_NOTE], Reason.TOO_LONG, limit=longest)
        return read(raw)

    if role in SELDOM_TWICE:
        return read_bearable
    return lru_cache(maxsize=REMEMBERED, typed=True)(read_bearable)


def _doubt(value: str, reason: Reason, **facts: object) -> Parts:
    return Parts(doubts=(Doubt(value=value, reason=reason, facts=facts),))


def _text(raw: Cell) -> Clean:
    return _said(text_of(raw)) or None


def _said(text: str) -> str:
    """`text`, or nothing where it only fills the cell, such as a dash."""
    return "" if text.lower() in FILLERS else text


def _number(raw: Cell) -> Clean:
    text = number_text(raw)
    if "+" in text and SCIENTIFIC.fullmatch(text):
        return _doubt(text, Reason.DAMAGED_NUMBER)
    return text or None


def _own_number(raw: Cell) -> Clean:
    """A number that is one person's alone; `-` or `0` is nobody's."""
    text = number_text(raw)
    if not text or text.lower() in NONE_AT_ALL or not text.strip("0"):
        return None
    if isinstance(raw, float | int) and abs(raw) >= FIRST_INEXACT and text.endswith("0"):
        return _doubt(text, Reason.DAMAGED_NUMBER)
    return _number(raw)


def _first_name(raw: Cell) -> Clean:
    """A `paní` there is no name; a `rodina` is written before the last one."""
    text = text_of(raw)
    form = courtesy_alone(text)
    if not form:
        return _part_of_name(raw, part="first_name")
    return Parts(values=_present(first_name=text if form == MARRIED else "", form_in_name=form))


def _part_of_name(raw: Cell, *, part: str) -> Clean:
    """A cell of the column for first or for last names, with what people put beside the name."""
    if isinstance(raw, str) and raw.isalpha() and raw.istitle() and not COUPLES_NAME.search(raw):
        return raw
    bare, remark = without_brackets(_said(text_of(raw)))
    if of_both(bare)[0]:
        return Parts(values=_present(**{part: bare}, form_in_name=MARRIED, remark=remark))
    form, said = without_courtesy(bare)
    before, words, after = without_titles(bare if form == MARRIED else said)
    name = with_capitals(" ".join(words).strip(" ,"))
    if is_couple(name) if part == "first_name" else COUPLES_NAME.search(name):
        form = MARRIED
    parts = _present(title_before=before, title_after=after, form_in_name=form, remark=remark)
    return Parts(values=_present(**{part: name}) | parts) if parts else name or None


def _full_name(raw: Cell, *, last_first: bool = False) -> Clean:
    text = _said(text_of(raw))
    if "@" in text and (address := read_email(text)):
        return Parts(values={"emails": (address,)})
    name = split_name(text, last_first=last_first)
    parts = _present(
        title_before=name.title_before,
        first_name=name.first_name,
        last_name=name.last_name,
        title_after=name.title_after,
        company=name.company,
        form_in_name=name.form_of_address,
        remark=name.remark,
    )
    return Parts(values=parts)


def _title(raw: Cell) -> Clean:
    text = text_of(raw)
    form = form_of_address(text)
    return Parts(values={"form_in_name": form} if form else _present(title_before=text))


def _phones(raw: Cell, *, country: str | None) -> Clean:
    if isinstance(raw, str) and (number := plain_phone(raw, country)):
        return (number,)
    text = text_of(raw) if not isinstance(raw, str) or "\n" not in raw else lines_of(raw)
    if text.lower() in NONE_AT_ALL or not text.strip("0 "):
        return None
    found = read_phones(written_out(text), country)
    if not found.refused and not found.remark:
        return found.numbers
    doubts = tuple(
        Doubt(value=piece, reason=Reason.DAMAGED_NUMBER)
        if is_damaged(piece)
        else Doubt(value=piece, reason=Reason.BAD_PHONE, facts={"country": country})
        for piece in found.refused
    )
    return Parts(values=_present(phones=found.numbers, remark=found.remark), doubts=doubts)


def _emails(raw: Cell) -> Clean:
    if isinstance(raw, str) and PLAIN_EMAIL.fullmatch(raw):
        return (raw,)
    text = text_of(raw)
    if not text or text.lower() in NONE_AT_ALL:
        return None
    good, bad = read_emails(text)
    if not bad:
        return good
    doubts = tuple(Doubt(value=piece, reason=Reason.BAD_EMAIL) for piece in bad)
    return Parts(values=_present(emails=good), doubts=doubts)


def _date(raw: Cell, *, order: Order | None, span: Span) -> Clean:
    if text_of(raw).lower() in NONE_AT_ALL:
        return None
    found = read_date(raw, order, span)
    return Parts(doubts=(found,)) if isinstance(found, Doubt) else found


def _form(raw: Cell) -> Clean:
    text = text_of(raw)
    if not text or text.lower() in NONE_AT_ALL - {"x"}:
        return None
    return form_of_address(text) or _doubt(text, Reason.UNKNOWN_ADDRESS_FORM)


def _answer(raw: Cell) -> Clean:
    text = text_of(raw)
    try:
        return yes_or_no(text)
    except ValueError:
        return _doubt(text, Reason.UNKNOWN_ANSWER)


def _general_answer(raw: Cell) -> Clean:
    answer = _answer(raw)
    if not isinstance(answer, bool):
        return answer
    return Parts(values=dict.fromkeys(("consent_post", "consent_email", "consent_phone"), answer))


def _country(raw: Cell) -> Clean:
    text = text_of(raw)
    if not text or text.lower() in NONE_AT_ALL:
        return None
    return country_code(text) or _doubt(text, Reason.UNKNOWN_COUNTRY)


def _language(raw: Cell) -> Clean:
    text = text_of(raw)
    if not text or text.lower() in NONE_AT_ALL:
        return None
    return language_code(text) or _doubt(text, Reason.UNKNOWN_LANGUAGE)


def _tags(raw: Cell) -> Clean:
    if isinstance(raw, str) and raw.isalpha():
        return (raw,)
    return read_tags(lines_of(raw)) or None


def _notes(raw: Cell) -> Clean:
    text = lines_of(raw)
    return (text,) if text else None


def _street(raw: Cell) -> Clean:
    if isinstance(raw, str) and "\n" not in raw:
        return _said(tidy(raw)) or None
    street, _, rest = lines_of(raw).partition("\n")
    if not rest:
        return street or None
    return Parts(values={"street": street, "street2": text_of(rest)})


def _address(raw: Cell) -> Clean:
    text = lines_of(raw)
    return Parts(values=split_address(text)) if text else None


def _city(raw: Cell) -> Clean:
    """A town, before which many write its code: `602 00 Brno`."""
    text = _said(text_of(raw))
    return Parts(values=split_city(text)) if any(map(str.isdigit, text)) else text or None


def _city_and_code(raw: Cell) -> Clean:
    text = text_of(raw)
    return Parts(values=split_city(text)) if text else None


def _present(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}


READERS: Mapping[str, Reader] = {
    "external_id": _own_number,
    "first_name": _first_name,
    "last_name": partial(_part_of_name, part="last_name"),
    "middle_name": _text,
    "full_name": _full_name,
    "full_name_last_first": partial(_full_name, last_first=True),
    "title": _title,
    "title_before": _text,
    "title_after": _text,
    "company": _text,
    "form_of_address": _form,
    "language": _language,
    "email": _emails,
    "street": _street,
    "house_number": _number,
    "street2": _text,
    "city": _city,
    "city_postal": _city_and_code,
    "address": _address,
    "region": _text,
    "postal_code": _number,
    "country": _country,
    "card_number": _own_number,
    "tags": _tags,
    "notes": _notes,
    "consent": _general_answer,
    "consent_post": _answer,
    "consent_email": _answer,
    "consent_phone": _answer,
}
