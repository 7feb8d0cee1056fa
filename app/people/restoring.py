"""Puts people back as they stood before a step: field by field, and nobody's newer work is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.keeping.database import Book
from app.keeping.history import Change
from app.people import register, search
from app.people.customer import Customer
from app.people.merging import Moved
from app.people.register import Said

_MERGED = {"removed", "merged_into"}
_NUMBERS = ("external_id", "card_number")


def restore(book: Book, changes: Sequence[Change], moved: Moved) -> list[Change]:
    """See `app.keeping.undo.Restore`; `moved` is told of those who are merged, or parted again, by it.

    A card or number that went to somebody else stays with her.
    """
    subjects = [change.subject for change in changes]
    people = register.load(book, subjects)
    done = [_restore(book, people[change.subject], change, changes) for change in changes]
    search.index(book, subjects)
    apart = [one for one in done if "merged_into" in one.after]
    if apart:
        before = {people[one.subject].merged_into for one in apart}
        after = {one.after["merged_into"] for one in apart}
        moved([*(one.subject for one in apart), *(who for who in before | after if who)])
    return done


def _restore(book: Book, one: Customer, change: Change, batch: Sequence[Change]) -> Change:
    now = register.fields_of(one)
    back = {
        name: change.before[name] for name, value in change.after.items() if now.get(name) == value
    }
    for name in _NUMBERS:
        if register.holder(book, name, back.get(name), but=one.id):
            del back[name]
    if _would_be_astray(book, one, back, batch):
        back = {name: was for name, was in back.items() if name not in _MERGED}
    if back.get("removed") is False:
        back |= _taken_meanwhile(book, one)
    register.write_unindexed(book, one.id, back, Said(how="undo"))
    return replace(change, before={name: now.get(name) for name in back}, after=back)


def _would_be_astray(
    book: Book, one: Customer, back: Mapping[str, Any], batch: Sequence[Change]
) -> bool:
    """Whether with `back` she would be in the book and yet have become somebody else, or have become
    somebody who is not in it, or leave behind others who became her: people were merged otherwise since.
    """
    into = back.get("merged_into", one.merged_into)
    if into is None or not _MERGED & back.keys():
        return False
    turned = {change.subject for change in batch if "merged_into" in change.before}
    returns = {change.subject for change in batch if change.before.get("removed") is False}
    others = [who for who in register.merged_into(book, one.id) if who not in turned]
    gone = "SELECT removed FROM customers WHERE id = ?"
    is_gone = into not in returns and book.value(gone, (into,))
    return bool(back.get("removed") is False or others or is_gone)


def _taken_meanwhile(book: Book, one: Customer) -> dict[str, None]:
    """The numbers that others took while she was out of the book, which she can't have back."""
    numbers = {name: getattr(one, name) for name in _NUMBERS}
    return {
        name: None
        for name, value in numbers.items()
        if register.holder(book, name, value, but=one.id)
    }
