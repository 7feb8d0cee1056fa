"""Letters that the shop sends: their texts, and how names and facts are put into them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.errors import ShopError
from app.people.customer import Customer
from app.people.salutations.salute import salute
from resources import path
from resources.words import SOURCE_LANGUAGE

FIELDS = (
    "name_in_greeting",
    "first_name",
    "last_name",
    "company",
    "city",
    "turning",
    "shop",
    "owner",
)
"""What a letter may ask for: `{city}`, or `{city|our town}` with what stands in where it is empty."""

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|\{")


class UnknownLetter(ShopError):
    """There is no letter called `name`; `known` lists those there are."""


class UnknownField(ShopError):
    """A letter asks for `field`, which is not among the `known` ones."""


class UnclosedBrace(ShopError):
    """A letter opens a brace that it does not close; `text` is what follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A text with `{fields}` in three parts.

    Of the salutations and of the sign-offs the first that can be filled is written.
    Raises `UnknownField` and `UnclosedBrace`.
    """

    name: str
    language: str
    salutation: tuple[str, ...]
    body: str
    sign_off: tuple[str, ...]

    def __post_init__(self) -> None:
        for text in (*self.salutation, self.body, *self.sign_off):
            check(text)


def letter_names() -> tuple[str, ...]:
    """Every letter there is, by name."""
    return tuple(sorted(file.stem for file in path("letters", SOURCE_LANGUAGE).glob("*.toml")))


def read_letter(name: str, language: str) -> Letter:
    """The letter in `language`, or in English where nobody has written it in that. Raises `UnknownLetter`."""
    known = letter_names()
    if name not in known:
        raise UnknownLetter(name=name, known=known)
    own = path("letters", language, f"{name}.toml")
    file = own if own.is_file() else path("letters", SOURCE_LANGUAGE, f"{name}.toml")
    parts = tomllib.loads(file.read_text("utf-8"))
    return Letter(
        name=name,
        language=file.parent.name,
        salutation=tuple(parts["salutation"]),
        body=parts["body"],
        sign_off=tuple(parts["sign_off"]),
    )


def fill(letter: Letter, fields: Mapping[str, str]) -> str:
    """The letter as it will be written: its parts with an empty line between them.

    A line of the body that asks for a fact which is not known is left out.
    """
    body = "\n".join(_filled_lines(letter.body.splitlines(), fields))
    parts = (_first_filled(letter.salutation, fields), body, _first_filled(letter.sign_off, fields))
    return "\n\n".join(part.strip() for part in parts if part.strip())


def name_in_greeting(one: Customer, language: str) -> str:
    """How the person is called after a greeting word; empty where no form is certain to be right."""
    return salute(one, language).name_in_greeting


def check(text: str) -> None:
    """Raises `UnknownField` and `UnclosedBrace` where `text` asks for what cannot be given."""
    for match in _TOKEN.finditer(text):
        if match[0] == "{":
            raise UnclosedBrace(text=text[match.start() :].splitlines()[0][:40])
        field = _asked(match)
        if field and field[0] not in FIELDS:
            raise UnknownField(field=field[0], known=FIELDS)


def _asked(match: re.Match[str]) -> tuple[str, str] | None:
    """The field that a token asks for and what stands in for it; None for a doubled brace."""
    if match[1] is None:
        return None
    field, _, default = match[1].partition("|")
    return field.strip(), default.strip()


def _first_filled(choices: Sequence[str], fields: Mapping[str, str]) -> str:
    return next(_filled_lines(choices, fields), "")


def _filled_lines(lines: Sequence[str], fields: Mapping[str, str]) -> Iterator[str]:
    """The lines whose facts are all known, filled."""
    for line in lines:
        values = [_value(match, fields) for match in _TOKEN.finditer(line)]
        if all(values):
            waiting = iter(values)
            yield _TOKEN.sub(lambda _: next(waiting), line)  # noqa: B023 - called before the next round


def _value(match: re.Match[str], fields: Mapping[str, str]) -> str:
    asked = _asked(match)
    if asked is None:
        return match[0][0]
    field, default = asked
    return " ".join(fields.get(field, "").split()) or default
