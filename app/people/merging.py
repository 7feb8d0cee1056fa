"""One person who stands in the book twice: what the one who stays takes over from the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.people import register
from app.people.customer import FORMS_OF_ADDRESS, LISTS, TEXT_FIELDS, Consent, Customer

Moved = Callable[[Sequence[int]], None]
"""Is told, within the transaction, whose sales now count with somebody else."""
_ADDRESS = ("street", "street2", "city", "region", "postal_code", "country")
_NUMBERS = ("card_number", "external_id")
_NAME = ("title_before", "first_name", "last_name", "title_after", "form_of_address")


class SamePerson(ShopError):
    """Somebody cannot be merged with herself."""


def taken_over(book: Book, kept: Customer, other: Customer) -> dict[str, Any]:
    """The fields of `kept` that `other` fills: what is empty, whole addresses and names only.

    A second card or number of another program goes to the notes, so that she is found by it.
    """
    wanted = {name: getattr(other, name) for name in _empty(kept) if getattr(other, name)}
    wanted |= {name: _joined(getattr(kept, name), getattr(other, name)) for name in LISTS}
    wanted |= {f"note:{new_uid(book.now())}": register.note_field(one) for one in other.notes}
    wanted |= _second_numbers(book, kept, other) | _last_words(kept, other)
    if kept.birthday is None and other.birthday:
        wanted["birthday"] = str(other.birthday)
    since = [day for day in (kept.member_since, other.member_since) if day]
    return wanted | {
        "member_since": min(since, default=None),
        "household": kept.household or other.household,
        "do_not_post": kept.do_not_post or other.do_not_post,
    }


def _empty(kept: Customer) -> list[str]:
    """Half an address of one and half of the other would be nobody's; so would half a name."""
    whole = {*_ADDRESS, *_NAME, "birthday", "member_since"}
    alone = [name for name in TEXT_FIELDS if name not in whole and not getattr(kept, name)]
    parts = [group for group in (_ADDRESS, _NAME[:4]) if not any(getattr(kept, n) for n in group)]
    said = [] if kept.form_of_address in FORMS_OF_ADDRESS else ["form_of_address"]
    return [*alone, *said, *(name for group in parts for name in group)]


def _joined(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*one, *other]))


def _second_numbers(book: Book, kept: Customer, other: Customer) -> dict[str, Any]:
    second = [
        f"{name}: {getattr(other, name)}"
        for name in _NUMBERS
        if getattr(kept, name) and getattr(other, name)
    ]
    if not second:
        return {}
    note = {"at": book.stamp(), "by": book.by, "text": "\n".join(second), "pops_up": False}
    return {f"note:{new_uid(book.now())}": note}


def _last_words(kept: Customer, other: Customer) -> dict[str, bool | None]:
    """To each purpose what was said last, whichever of the two said it."""
    hers = _by_purpose(kept)
    return {
        f"consent:{purpose}": said.granted
        for purpose, said in _by_purpose(other).items()
        if purpose not in hers or hers[purpose].at < said.at
    }


def _by_purpose(one: Customer) -> Mapping[str, Consent]:
    return {said.purpose: said for said in one.consents}
