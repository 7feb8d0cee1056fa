"""An address as it stands on paper: the lines in the order and spelling of the post it goes to."""

from collections.abc import Iterator

from app.people.customer import Customer, CustomerId
from app.people.post_rules import PostRules, post_rules
from app.people.post_towns import post_town
from app.people.postcodes import postal_code
from app.people.regions import region_letters
from app.values import value

_PARTS = ("street", "city", "postal_code", "region")


@value
class Incomplete:
    """Of whose address something is `missing`: street, city, postal_code, region or country."""

    customer: CustomerId
    name: str
    missing: tuple[str, ...]


def address_lines(
    customer: Customer, country_abroad: str = "", *, home: str = "", name: str = ""
) -> tuple[str, ...]:
    """Name, company, street, town; `country_abroad` is the country's name when it must be written.

    `home` is the country of those who have none, `name` what stands above in place of her own. Lines that
    would be blank are left out; a company that is the name stands once.
    """
    lines = [
        name or customer.name_with_titles,
        None if _same(customer.company, customer.name) else customer.company,
    ]
    whose = tuple(text for line in lines if (text := _one_line(line)))
    return whose + place_lines(customer, country_abroad, home=home)


def place_lines(customer: Customer, country_abroad: str = "", *, home: str = "") -> tuple[str, ...]:
    """The lines below her name and company."""
    lines = [*_place(customer, customer.country or home), country_abroad]
    return tuple(text for line in lines if (text := _one_line(line)))


def incomplete(customer: Customer, home: str) -> Incomplete | None:
    """What the post misses in her address; None where it is whole. `home` is the shop's country."""
    country = customer.country or home
    needed = {"street", "city"} | post_rules(country).needs
    missing = [part for part in _PARTS if part in needed and not _one_line(getattr(customer, part))]
    if not country:
        missing.append("country")
    if not missing:
        return None
    return Incomplete(customer=customer.id, name=customer.name, missing=tuple(missing))


def _place(customer: Customer, country: str) -> Iterator[str]:
    """Whatever of it is known; some may be blank."""
    rules = post_rules(country)
    parts = _parts(customer, country, rules)
    for line in rules.lines:
        if line == "{street}":
            yield from (customer.street or "", customer.street2 or "")
        else:
            yield _one_line(line.format_map(parts)).strip(" ,")
    if not parts["postal_code"] and not any("{region}" in line for line in rules.lines):
        yield parts["region"]


def _parts(customer: Customer, country: str, rules: PostRules) -> dict[str, str]:
    code = postal_code(_one_line(customer.postal_code), country)
    city, region = _one_line(customer.city), _one_line(customer.region)
    parts = {
        "postal_code": code,
        "city": post_town(city, code, country),
        "region": _region(region, city, country),
    }
    return {name: text.upper() if name in rules.capitals else text for name, text in parts.items()}


def _region(region: str, city: str, country: str) -> str:
    letters = region_letters(region, country)
    return "" if letters == region and _same(region, city) else letters


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _same(one: str | None, other: str | None) -> bool:
    return _one_line(one).casefold() == _one_line(other).casefold()
