"""Everything the shop knows about one person, in words, the most useful first."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.people.addresses import place_lines
from app.people.customer import Customer
from app.people.photos import file_of
from app.shop import Shop
from app.thanks.habits import Habit, habits
from reports.list_words import rhythm_said
from resources.words import mark
from ui.customers.birthday_said import birthday_said, is_near
from ui.customers.fields import CONSENTS, FORM, Line, line
from ui.customers.happened import Told, told
from ui.customers.points_said import PointsSaid, points_said
from ui.customers.saying import About, capital, month
from ui.customers.signed import ConsentLine, NoteLine, consent_line, note_line

_UNBROKEN = "\u00a0"
_ON_TOP = frozenset(
    {"title_before", "first_name", "last_name", "title_after", "phones", "emails", "birthday"}
)
_ADDRESS = frozenset({"street", "street2", "postal_code", "city", "region", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """`photo` is a file; `states` are words and tone; `lines` holds every field by its key, `details`
    those that are filled and shown nowhere above; `with_her` are the others of her household.
    """

    id: int
    uid: str
    name: str
    short_name: str
    photo: str
    since: str
    states: tuple[tuple[str, str], ...]
    lines: Mapping[str, Line]
    details: tuple[str, ...]
    address: str
    points: PointsSaid
    birthday: str
    birthday_detail: str
    birthday_near: bool
    rhythm: str
    weeks: tuple[int, ...]
    missed: int
    """The last `missed` of `weeks` lie beyond her own rhythm, as `rhythm` says in words."""
    tags: tuple[str, ...]
    notes: tuple[NoteLine, ...]
    consents: tuple[ConsentLine, ...]
    with_her: tuple[tuple[int, str], ...]
    history: tuple[Told, ...]
    card: str
    do_not_post: bool
    deceased: bool
    archived: bool


def portrait(shop: Shop, customer: Customer, about: About) -> Portrait:
    """Everything about `customer` as of `about.on`."""
    zone = shop.settings.read().zone
    lines = {key: line(key, customer, about) for row in FORM for key in row}
    day, detail = birthday_said(shop, customer, about)
    habit = habits(shop.book, [customer.id], shop.asked(about.on)).get(customer.id)
    return Portrait(
        id=customer.id,
        uid=customer.uid,
        name=_called(customer.name_with_titles, about),
        short_name=_called(customer.name, about),
        photo=file_of(shop.folder, customer.photo),
        since=_since(customer, about),
        states=_states(customer, about),
        lines=lines,
        details=_details(lines),
        address=_address(customer, about),
        points=points_said(shop, customer, about.words),
        birthday=day,
        birthday_detail=detail,
        birthday_near=is_near(customer, about),
        rhythm=_rhythm(habit, about) if habit else "",
        weeks=habit.weeks if habit else (),
        missed=habit.missed if habit else 0,
        tags=customer.tags,
        notes=tuple(note_line(note, about, zone) for note in customer.notes),
        consents=tuple(consent_line(purpose, customer, about, zone) for purpose in CONSENTS),
        with_her=_with_her(shop, customer, about),
        history=told(shop, customer.id, about, zone),
        card=customer.card_number or "",
        do_not_post=customer.do_not_post,
        deceased=customer.deceased,
        archived=customer.archived,
    )


def _rhythm(habit: Habit, about: About) -> str:
    return capital(rhythm_said(habit.half_gap, habit.ago, about.words))


def _with_her(shop: Shop, customer: Customer, about: About) -> tuple[tuple[int, str], ...]:
    others = shop.customers.household_of(customer)
    return tuple((one.id, _called(one.name, about)) for one in others if one.id != customer.id)


def _called(name: str, about: About) -> str:
    """Who has no name is called by her phone, as one writes it here."""
    return about.phone(name) if name.startswith("+") else name


def _since(customer: Customer, about: About) -> str:
    words = about.words
    if not customer.member_since:
        return ""
    said = month(customer.member_since, words, "yMMMM")
    if customer.form_of_address == "f":
        return words.said("of a woman", "Customer since {month}").format(month=said)
    if customer.form_of_address == "m":
        return words.said("of a man", "Customer since {month}").format(month=said)
    return words("Customer since {month}", month=said)


def _states(customer: Customer, about: About) -> tuple[tuple[str, str], ...]:
    told = (
        (customer.deceased, mark("Deceased"), "plain"),
        (customer.archived, mark("Archived"), "plain"),
        (customer.do_not_post, mark("No post"), "warn"),
    )
    said = [(about.words(text), tone) for holds, text, tone in told if holds]
    if about.is_new(customer.member_since or ""):
        said.append((about.words.said("of one person", "New"), "good"))
    return tuple(said)


def _details(lines: Mapping[str, Line]) -> tuple[str, ...]:
    unseen = lines.keys() - _ON_TOP - _ADDRESS - {"member_since"}
    return tuple(key for key in lines if key in unseen and lines[key].shown and lines[key].typed)


def _address(customer: Customer, about: About) -> str:
    """On one line, without her name and company, which stand above."""
    abroad = customer.country if customer.country != about.country else None
    country = about.words.country(abroad) if abroad else ""
    said = ", ".join(place_lines(customer, country, home=about.country))
    code = customer.postal_code or ""
    # A post code is not parted at the end of a line.
    return said.replace(code, code.replace(" ", _UNBROKEN)) if code else said
