"""What a label may ask for of each person, and how it is filled in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from resources.words import mark

GROUPS: Mapping[str, Mapping[str, str]] = {
    mark("Person"): {
        "name": mark("Name"),
        "name_with_titles": mark("Name with titles"),
        "first_name": mark("First name"),
        "last_name": mark("Last name"),
        "company": mark("Company"),
        "greeting": mark("Greeting"),
        "name_in_greeting": mark("Name in the greeting"),
        "birthday": mark("Birthday"),
        "tags": mark("Tags"),
    },
    mark("Address"): {
        "address": mark("Whole address"),
        "street": mark("Street"),
        "postal_code": mark("Post code"),
        "city": mark("Town"),
        "country": mark("Country"),
        "phone": mark("Phone"),
        "email": mark("E-mail"),
    },
    mark("Loyalty"): {
        "card_number": mark("Card number"),
        "points": mark("Points"),
        "tier": mark("Tier"),
        "next_reward": mark("Next reward"),
        "points_missing": mark("Points to the next reward"),
        "since": mark("Customer since"),
    },
    mark("Shop and print"): {
        "shop": mark("Shop"),
        "owner": mark("Owner"),
        "today": mark("Today’s date"),
        "number": mark("Sequence number"),
    },
}
"""Fields as they are offered, each by its name in braces and in words."""
FIELDS: Mapping[str, str] = {
    name: said for group in GROUPS.values() for name, said in group.items()
}
OF_NOBODY = frozenset({"shop", "owner", "today", "number"})
"""Fields for which no person is needed: a label that asks for no others is printed as often as wanted."""

_FIELD = re.compile(r"\{([a-z_]+)(?:\|([^{}\n]*))?\}")
_BRACES = re.compile(r"\{([^{}\n]*)\}")
_HALF = re.compile(r"\{[^{}\s]*|[^{}\s]*\}")
_GAPS = re.compile(r"[^\S\xa0\u202f]+")  # a space that does not break stays


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What is known of one person, by field, as it is written in `language`.

    `plain` is what a scanner should read where that is written otherwise for eyes; a writing by hand
    follows from `seed`. `id` is None for nobody real.
    """

    id: int | None
    name: str
    language: str
    values: Mapping[str, str]
    plain: Mapping[str, str] = field(default_factory=dict)
    seed: int = 0


def asked(texts: Iterable[str]) -> frozenset[str]:
    """The fields that any of these texts asks for."""
    return frozenset(
        found[1] for text in texts for found in _FIELD.finditer(text) if found[1] in FIELDS
    )


def is_for_nobody(texts: Iterable[str]) -> bool:
    """Whether a label with these texts says the same whoever it is for."""
    return asked(texts) <= OF_NOBODY


def unknown(text: str) -> list[str]:
    """What stands in braces and is no field, and braces that have lost their other half, as typed."""
    inside = [found[1].partition("|")[0] for found in _BRACES.finditer(text)]
    wrong = [f"{{{name}}}" for name in inside if name not in FIELDS]
    return list(dict.fromkeys([*wrong, *_HALF.findall(_BRACES.sub(" ", text))]))


def filled(text: str, values: Mapping[str, str]) -> list[str]:
    """The lines of `text` with everything put in: without those that ask only for what is not known, and
    without blank ones. `{city|our town}` has what stands in; what is no field is left as it is typed.
    """
    lines = []
    for line in text.splitlines():
        said = _filled(line, values)
        lines += [_GAPS.sub(" ", part).strip() for part in said.split("\n")]
    return [line for line in lines if line]


def _filled(line: str, values: Mapping[str, str]) -> str:
    found = [one for one in _FIELD.finditer(line) if one[1] in FIELDS]
    put = {one[0]: values.get(one[1], "").strip() or (one[2] or "").strip() for one in found}
    if found and not any(put.values()):
        return ""
    said = _FIELD.sub(lambda one: put.get(one[0], one[0]), line)
    # Of "{street}, {city}" no comma is left over where one of both is not known.
    return said if all(put.values()) else said.strip(" ,·–")
