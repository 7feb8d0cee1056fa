"""The order in which post is laid out: by list, country, post code or name."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from app.people.alphabet import sort_key
from app.people.customer import Customer
from app.people.postcodes import postal_code
from resources.words import words_in

Thing = TypeVar("Thing")


class Sort(StrEnum):
    """By what it is sorted; the shop's own country comes first, and equals stay as the list has them."""

    LIST = "list"
    COUNTRY = "country"
    POSTAL_CODE = "postal-code"
    NAME = "name"


def in_mail_order(
    things: Sequence[Thing], whose: Callable[[Thing], Customer], by: Sort, shop: tuple[str, str]
) -> list[Thing]:
    """`things` by the customer that each is for, sorted; `shop` is its country and its language.

    By post code means within each country.
    """
    country, language = shop
    keys: dict[Sort, Callable[[Customer], tuple[object, ...]]] = {
        Sort.LIST: lambda _: (),
        Sort.COUNTRY: lambda one: _country(one, country, language),
        Sort.POSTAL_CODE: lambda one: (*_country(one, country, language), *_code(one, country)),
        Sort.NAME: lambda one: _name(one, language),
    }
    key = keys[by]
    return sorted(things, key=lambda thing: key(whose(thing)))


def _country(one: Customer, home: str, language: str) -> tuple[object, ...]:
    code = one.country or home
    if code == home:
        return (False, "")
    return (True, sort_key(words_in(language).country(code), "", "", language))


def _code(one: Customer, home: str) -> tuple[object, ...]:
    """Who has none comes last."""
    code = postal_code(one.postal_code or "", one.country or home).upper()
    return (not code, code)


def _name(one: Customer, language: str) -> tuple[object, ...]:
    key = sort_key(one.last_name or "", one.first_name or "", one.company or "", language)
    return (not key, key)
