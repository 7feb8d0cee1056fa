"""Everything the shop knows about one person, in words, the most useful first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from app.clock import shop_date
from app.people.addresses import address_lines
from app.people.customer import Consent, Customer, Note
from app.shop import Shop
from app.thanks.occasions import BirthdayNear
from app.thanks.post import why_not
from app.thanks.prints import PRINT_AHEAD, birthdays_printed
from resources.words import mark
from ui.customers.fields import FORM, LABELS, Line, line
from ui.customers.happened import Told, told
from ui.customers.saying import About, month, past, until, when

PURPOSES = ("post", "email", "phone")
POST_TAKES = timedelta(days=2)
"""How long before the day a card should be printed: one day to write the rest, one in the post."""
HOW: Mapping[str, str] = {
    "counter": mark("at the counter"),
    "phone": mark("by phone"),
    "paper": mark("on paper"),
    "import": mark("with an import"),
    "demo": mark("invented"),
    "undo": mark("by undoing"),
}
_UNBROKEN = "\u00a0"
_ON_TOP = frozenset({"first_name", "last_name", "phones", "emails", "birthday"})
_ADDRESS = frozenset({"street", "street2", "postal_code", "city", "region", "country"})


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note with who wrote it when."""

    uid: str
    text: str
    signed: str
    pops_up: bool


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What she said to one purpose: `granted` None when she was never asked."""

    purpose: str
    label: str
    granted: bool | None
    answer: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """`states` are words and tone; `lines` holds every field by its key, `details` those that are
    filled and shown nowhere above; `with_her` are the others of her household.
    """

    id: int
    uid: str
    name: str
    short_name: str
    since: str
    states: tuple[tuple[str, str], ...]
    lines: Mapping[str, Line]
    details: tuple[str, ...]
    address: str
    birthday: str
    birthday_detail: str
    birthday_near: bool
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
    day, detail = _birthday(shop, customer, about)
    return Portrait(
        id=customer.id,
        uid=customer.uid,
        name=_name(customer, about),
        short_name=customer.name,
        since=_since(customer, about),
        states=_states(customer, about),
        lines=lines,
        details=_details(lines),
        address=_address(customer, about),
        birthday=day,
        birthday_detail=detail,
        birthday_near=_is_near(customer, about),
        tags=customer.tags,
        notes=tuple(_note(note, about, zone) for note in customer.notes),
        consents=tuple(_consent(purpose, customer, about, zone) for purpose in PURPOSES),
        with_her=tuple(
            (one.id, one.name)
            for one in shop.customers.household_of(customer)
            if one.id != customer.id
        ),
        history=told(shop, customer.id, about, zone),
        card=customer.card_number or "",
        do_not_post=customer.do_not_post,
        deceased=customer.deceased,
        archived=customer.archived,
    )


def _name(customer: Customer, about: About) -> str:
    name = customer.name_with_titles
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
        (about.is_new(customer.member_since or ""), mark("New"), "good"),
        (customer.do_not_post, mark("No post"), "warn"),
    )
    return tuple((about.words(text), tone) for holds, text, tone in told if holds)


def _details(lines: Mapping[str, Line]) -> tuple[str, ...]:
    unseen = lines.keys() - _ON_TOP - _ADDRESS - {"member_since"}
    return tuple(key for key in lines if key in unseen and lines[key].shown and lines[key].typed)


def _address(customer: Customer, about: About) -> str:
    """On one line, without her name and company, which stand above."""
    abroad = customer.country if customer.country != about.country else None
    lines = address_lines(customer, about.words.country(abroad) if abroad else "")
    company = bool(customer.company and customer.company != customer.name)
    said = ", ".join(lines[2 if company else 1 :])
    code = customer.postal_code or ""
    # A post code is not parted at the end of a line.
    return said.replace(code, code.replace(" ", _UNBROKEN)) if code else said


def _is_near(customer: Customer, about: About) -> bool:
    if customer.birthday is None or customer.deceased:
        return False
    return (about.next_birthday(customer.birthday) - about.on).days <= PRINT_AHEAD


def _birthday(shop: Shop, customer: Customer, about: About) -> tuple[str, str]:
    """What is known of her birthday, and what is to be done about it."""
    born = customer.birthday
    if born is None:
        return "", ""
    written = line("birthday", customer, about).typed
    if customer.deceased:
        return about.words("Born {date}", date=written), ""
    day = about.next_birthday(born)
    turning = born.turning(day.year)
    near = BirthdayNear(customer=customer, kept=day, in_days=(day - about.on).days, turning=turning)
    return _turns(customer, near, about), _to_do(shop, near, about, written)


def _turns(customer: Customer, near: BirthdayNear, about: About) -> str:
    words, day = about.words, when(near.kept, about)
    if near.turning is None or near.turning <= 0:
        return words("Birthday {when}", when=day)
    if customer.form_of_address == "f":
        text = words.said("of a woman", "Turns {age} {when}")
    elif customer.form_of_address == "m":
        text = words.said("of a man", "Turns {age} {when}")
    else:
        text = words("Turns {age} {when}")
    return text.format(age=near.turning, when=day)


def _to_do(shop: Shop, near: BirthdayNear, about: About, written: str) -> str:
    words = about.words
    if birthdays_printed(shop.book, [near]):
        return words("The card is printed")
    if near.in_days > PRINT_AHEAD or why_not(near.customer) is not None:
        return words("Born {date}", date=written) if near.turning else ""
    by = until(near.kept - POST_TAKES, about)
    if near.customer.form_of_address == "f":
        return words("Print her card {by}", by=by)
    if near.customer.form_of_address == "m":
        return words("Print his card {by}", by=by)
    return words("Print the card {by}", by=by)


def _note(note: Note, about: About, zone: str) -> NoteLine:
    day = past(shop_date(note.at, zone), about)
    signed = about.words("{who}, {day}", who=note.by, day=day) if note.by else day
    return NoteLine(note.uid, note.text, signed, note.pops_up)


def _consent(purpose: str, customer: Customer, about: About, zone: str) -> ConsentLine:
    granted = customer.consent(purpose)
    label = about.words(LABELS[purpose])
    if granted is None:
        return ConsentLine(purpose, label, None, about.words("Never asked"), "")
    said = next(one for one in reversed(customer.consents) if one.purpose == purpose)
    answer = about.words("Yes") if granted else about.words("No")
    return ConsentLine(purpose, label, granted, answer, _asked(said, about, zone))


def _asked(said: Consent, about: About, zone: str) -> str:
    day = past(shop_date(said.at, zone), about)
    how = about.words(HOW[said.how]) if said.how in HOW else said.how
    return about.words("{day}, {how}", day=day, how=how)
