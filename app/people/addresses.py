"""An address as it stands on a label: the lines in the order of the country they go to."""

from collections.abc import Mapping

from app.people.customer import Customer

# Where the town's line differs from "post code, town"; blank parts vanish with their separators.
_TOWN_LINES: Mapping[str, tuple[str, ...]] = {
    "US": ("{city}, {region} {postal_code}",),
    "CA": ("{city} {region} {postal_code}",),
    "AU": ("{city} {region} {postal_code}",),
    "GB": ("{city}", "{region}", "{postal_code}"),
    "IE": ("{city}", "{region}", "{postal_code}"),
    "IL": ("{city} {postal_code}",),
}
_ELSEWHERE = ("{postal_code} {city}", "{region}")


def has_address(customer: Customer) -> bool:
    """Whether the post could find her: a town, and a street or a post code."""
    return bool(customer.city and (customer.street or customer.postal_code))


def address_lines(customer: Customer, country_abroad: str = "") -> tuple[str, ...]:
    """Name, company, street, town; `country_abroad` is the country's name when it must be written.

    Lines that would be blank are left out; the company is not repeated where it is the name.
    """
    lines = [
        customer.name_with_titles,
        customer.company if customer.company != customer.name else None,
        customer.street,
        customer.street2,
        *_town(customer),
        country_abroad,
    ]
    return tuple(text for line in lines if line and (text := " ".join(line.split())))


def _town(customer: Customer) -> list[str]:
    parts = {name: getattr(customer, name) or "" for name in ("city", "region", "postal_code")}
    lines = _TOWN_LINES.get(customer.country or "", _ELSEWHERE)
    return [line.format_map(parts).strip(" ,") for line in lines]
