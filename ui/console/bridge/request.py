"""One request of a till, read strictly: what is missing or of the wrong kind is refused by its name."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from json import JSONDecoder
from typing import Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

from app.errors import ShopError
from app.money import NotMoney, decimals, minor_units

LARGEST = 1_000_000  # bytes of a line
MOST = 10**9
"""The largest number of points, pieces or minor units that a request may name."""
_PIECE = 1000
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_LONGEST_KEY, _LONGEST_TEXT = 200, 10_000
_PLACES = 2
_PLAIN = re.compile(r"-?(?=[0-9.]{1,30}$)([0-9]+\.?[0-9]*|\.[0-9]+)")
_WHOLE, _HUNDREDTHS = 100, 100

Read = TypeVar("Read")


class BadRequest(ShopError):
    """The line is no request, or its `field` is missing or wrong; `field` may be empty."""


class Request:
    """What one line asks; every `take` reads one field and refuses what cannot stand there."""

    def __init__(self, fields: Mapping[str, Any], currency: str, zone: str) -> None:
        self._fields, self._currency, self._zone = fields, currency, zone

    def has(self, field: str) -> bool:
        """Whether the field is there and is not null."""
        return self._fields.get(field) is not None

    def text(self, field: str, usual: str | None = None) -> str:
        value = self._fields.get(field)
        if value is None and usual is not None:
            return usual
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
            self.refuse(field)
        return value

    def needed(self, field: str) -> str:
        """A text that says something."""
        value = self.text(field).strip()
        if not value:
            self.refuse(field)
        return value

    def whole(self, field: str, usual: int | None = None, *, least: int = 0) -> int:
        value = self._fields.get(field)
        if value is None and usual is not None:
            return usual
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= MOST:
            self.refuse(field)
        return value

    def whole_or_none(self, field: str, *, least: int = 1) -> int | None:
        return self.whole(field, least=least) if self.has(field) else None

    def money(self, field: str, usual: int | None = None) -> int:
        """Minor units, from text with a point or a whole number; a fraction of JSON is none."""
        value = self._fields.get(field)
        if value is None and usual is not None:
            return usual
        if not isinstance(value, (str, int)) or (
            isinstance(value, str) and not self._is_plain(value)
        ):
            self.refuse(field)
        try:
            minor = minor_units(value, self._currency)
        except NotMoney:
            self.refuse(field)
        if not 0 <= minor <= MOST * 100:
            self.refuse(field)
        return minor

    def money_or_none(self, field: str) -> int | None:
        return self.money(field) if self.has(field) else None

    def thousandths(self, field: str) -> int:
        """How many pieces, one where nothing is said; thousandths may be sold by weight."""
        if not self.has(field):
            return _PIECE
        return self._parted(self._fields[field], field, MOST, _PIECE)

    def percent(self, field: str) -> int:
        """Hundredths of a percent from text or a whole number, more than none and at most all."""
        value = self._fields.get(field)
        if type(value) is Decimal:
            self.refuse(field)
        return self._parted(value, field, _WHOLE, _HUNDREDTHS)

    def day(self, field: str) -> date | None:
        if not self.has(field):
            return None
        try:
            found = date.fromisoformat(self.text(field))
        except ValueError:
            self.refuse(field)
        return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else self.refuse(field)

    def moment(self, field: str, now: datetime) -> datetime:
        """Shop time where no zone is said."""
        if not self.has(field):
            return now
        try:
            found = datetime.fromisoformat(self.text(field))
        except ValueError:
            self.refuse(field)
        if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            self.refuse(field)
        return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(self._zone))

    def part(self, field: str) -> "Request | None":
        """What is said under a name of its own."""
        value = self._fields.get(field)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.refuse(field)
        return _Part(value, self, field)

    def parts(self, field: str) -> Sequence["Request"]:
        value = self._fields.get(field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.refuse(field)
        return [_Part(one, self, field) for one in value]

    def words(self, field: str) -> set[str]:
        """A list of texts; none where nothing is said."""
        value = self._fields.get(field)
        if value is None:
            return set()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.refuse(field)
        return set(value)

    def several(self, read: Callable[["Request"], Read], field: str) -> tuple[Read, ...]:
        return tuple(read(one) for one in self.parts(field))

    def refuse(self, field: str) -> NoReturn:
        raise BadRequest(field=field)

    def _parted(self, value: Any, field: str, most: int, parts: int) -> int:
        """So many parts of one as `value` has, whole, of more than nothing and at most `most`."""
        if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
            self.refuse(field)
        if isinstance(value, str) and not _PLAIN.fullmatch(value):
            self.refuse(field)
        if type(value) is int and 0 < value <= most:
            return value * parts
        exact = Decimal(value)
        if not 0 < exact <= most or exact != exact.quantize(Decimal(1) / parts):
            self.refuse(field)
        return int(exact * parts)

    def _is_plain(self, text: str) -> bool:
        """Digits with a point and no more decimals than money has: two, or those of its currency."""
        places = max(_PLACES, decimals(self._currency))
        return bool(_PLAIN.fullmatch(text)) and len(text.partition(".")[2]) <= places


class _Part(Request):
    """A table within a request; a refusal names it and the field."""

    def __init__(self, fields: Mapping[str, Any], whole: Request, name: str) -> None:
        super().__init__(fields, whole._currency, whole._zone)  # noqa: SLF001 - a part of the same
        self._name = name

    def refuse(self, field: str) -> NoReturn:
        raise BadRequest(field=f"{self._name}.{field}")


def text_of(line: bytes) -> str:
    """Raises `BadRequest` without a field for what is no text."""
    try:
        return line.removeprefix(BOM_UTF8).decode("utf-8")
    except ValueError as error:
        raise BadRequest(field="") from error


def read_request(text: str, currency: str, zone: str) -> Request:
    """The request on a line. Raises `BadRequest` without a field for what is no JSON object."""
    try:
        fields = _JSON.decode(text)
        if "\\u" in text:
            _plain(fields).encode("utf-8")  # refuses half a surrogate pair
    except (ValueError, RecursionError) as error:
        raise BadRequest(field="") from error
    if not isinstance(fields, dict):
        raise BadRequest(field="")
    return Request(fields, currency, zone)


def ask_the_same(one: str, other: str) -> bool:
    """Whether two lines that are requests say the same but for their keys and their spelling."""
    return _plain(_JSON.decode(one)) == _plain(_JSON.decode(other))


def key_of(request: Request) -> str:
    """The request's key, empty where it has none."""
    key = request.text("key", "")
    if len(key) > _LONGEST_KEY or (request.has("key") and not key.strip()):
        request.refuse("key")
    return key


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A request that says something twice does not say which it means."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError
    return fields


_JSON = JSONDecoder(
    parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_said_once
)


def _plain(fields: Any) -> str:
    """The same for all that say the same."""
    said = fields
    if isinstance(fields, dict):
        said = {name: value for name, value in fields.items() if name != "key"}
    return json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
