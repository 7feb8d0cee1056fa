"""What a text may ask for in braces: finding it, saying what is wrong with it, and filling it in.

`{city}` is a fact, `{city|our town}` has what stands in where it is not known. `{dig/jer}` is for one person
or for several, `{sám/sama/sami}` for a man, a woman or several. A line that asks for the unknown vanishes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.errors import ShopError

FIELDS = (
    "salutation",
    "name_in_greeting",
    "first_name",
    "last_name",
    "company",
    "city",
    "points",
    "birthday",
    "name_day",
    "turning",
    "turning_th",
    "since",
    "since_month",
    "years",
    "years_th",
    "months",
    "time",
    "visits",
    "favourite",
    "last_purchase",
    "preference",
    "said",
    "changed",
    "friend",
    "friends",
    "reward",
    "balance",
    "gift",
    "offer",
    "event",
    "event_date",
    "event_time",
    "event_place",
    "first_date",
    "public_date",
    "coupon",
    "coupon_value",
    "coupon_until",
    "shop",
    "owner",
    "owner_title",
    "today",
    "year",
)

_GAPS = re.compile(r"[^\S\xa0\u202f]+")  # a space that does not break stays
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|\{")
_SEVERAL, _UNKNOWN = "several", ""
_FORMS: Mapping[int, Mapping[str, int]] = {
    2: {"m": 0, "f": 0, _UNKNOWN: 0, _SEVERAL: 1},
    3: {"m": 0, "f": 1, _SEVERAL: 2},
}
"""Which of two or three wordings fits whom; for nobody knows whom, none of three does."""


class UnknownField(ShopError):
    """A text asks at `line`, `column` for `field`, which is not among the `known` ones."""


class UnclosedBrace(ShopError):
    """A text opens a brace at `line`, `column` that it does not close; `text` is what follows it."""


class What(StrEnum):
    UNKNOWN_FIELD = "unknown_field"
    UNCLOSED_BRACE = "unclosed_brace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What an editor marks: from `line` and `column` (both begin at 1) on, `length` characters."""

    what: What
    text: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is put in: values by field, and who is spoken to: `m`, `f`, `several`, or "" for unknown."""

    values: Mapping[str, str] = field(default_factory=dict)
    form: str = _UNKNOWN


def faults(text: str) -> Iterator[Fault]:
    """Everything that is wrong with `text`, from its beginning to its end."""
    for match in _TOKEN.finditer(text):
        before = text[: match.start()]
        line, column = before.count("\n") + 1, match.start() - before.rfind("\n")
        if match[0] == "{":
            rest = text[match.start() :].splitlines()[0]
            yield Fault(
                what=What.UNCLOSED_BRACE, text=rest[:40], line=line, column=column, length=len(rest)
            )
        elif match[1] is not None and not _is_known(match[1]):
            yield Fault(
                what=What.UNKNOWN_FIELD,
                text=match[1].partition("|")[0].strip(),
                line=line,
                column=column,
                length=len(match[0]),
            )


def literal(text: str) -> str:
    """`text` so that filling it gives `text` again."""
    return text.replace("{", "{{").replace("}", "}}")


def check(text: str) -> None:
    """Raises `UnknownField` or `UnclosedBrace` for the first thing that is wrong with `text`."""
    for fault in faults(text):
        if fault.what is What.UNCLOSED_BRACE:
            raise UnclosedBrace(text=fault.text, line=fault.line, column=fault.column)
        raise UnknownField(field=fault.text, line=fault.line, column=fault.column, known=FIELDS)


def fill(text: str, facts: Facts) -> str:
    """A whole text filled, its empty lines kept; a line that cannot be filled is left out."""
    lines = (line if not line.strip() else filled(line, facts) for line in text.splitlines())
    kept = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def all_filled(lines: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Those of `lines` that can be filled."""
    done = (filled(line, facts) for line in lines)
    return tuple(line for line in done if line is not None)


def filled(line: str, facts: Facts) -> str | None:
    """`line` with everything put in that it asks for; None where something is not known."""
    values = [_value(match, facts) for match in _TOKEN.finditer(line)]
    if not all(values):
        return None
    waiting = iter(values)
    return _TOKEN.sub(lambda _: next(waiting), line)


def asks_for(lines: Iterable[str], name: str) -> bool:
    """Whether any of `lines` asks for the field `name`."""
    tokens = (match for line in lines for match in _TOKEN.finditer(line))
    return any(match[1] and match[1].partition("|")[0].strip() == name for match in tokens)


def _is_known(asked: str) -> bool:
    name, bar, _default = asked.partition("|")
    if "/" in name and not bar:
        wordings = asked.split("/")
        return len(wordings) in _FORMS and all(wording.strip() for wording in wordings)
    return name.strip() in FIELDS


def _value(match: re.Match[str], facts: Facts) -> str:
    if match[1] is None:
        return match[0][0]
    name, bar, default = match[1].partition("|")
    if "/" in name and not bar:
        return _wording(match[1].split("/"), facts.form)
    return _GAPS.sub(" ", facts.values.get(name.strip(), "")).strip() or default.strip()


def _wording(wordings: list[str], form: str) -> str:
    at = _FORMS.get(len(wordings), {}).get(form)
    return "" if at is None else wordings[at].strip()
