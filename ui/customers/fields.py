"""The fields of a person as the pane shows them and as they are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.people.customer import FORMS_OF_ADDRESS, LISTS, Customer
from resources.words import LANGUAGES, mark
from ui.customers.saying import About, birthday_written, month

LABELS: Mapping[str, str] = {
    "first_name": mark("First name"),
    "last_name": mark("Last name"),
    "title_before": mark("Title before the name"),
    "title_after": mark("Title after the name"),
    "company": mark("Company"),
    "phones": mark("Phone"),
    "emails": mark("E-mail"),
    "street": mark("Street"),
    "street2": mark("Second line"),
    "postal_code": mark("Post code"),
    "city": mark("City"),
    "region": mark("Region"),
    "country": mark("Country"),
    "birthday": mark("Birthday"),
    "member_since": mark("Customer since"),
    "form_of_address": mark("Form of address"),
    "greeting": mark("Greeting on cards"),
    "language": mark("Language"),
    "card_number": mark("Card number"),
    "external_id": mark("Number elsewhere"),
    "preferences": mark("Likes"),
    "handles": mark("Social media"),
    "tags": mark("Tags"),
    "household": mark("Household"),
    "do_not_post": mark("Do not send post"),
    "deceased": mark("Deceased"),
    "archived": mark("Archived"),
    "removed": mark("Deleted"),
    "photo": mark("Photo"),
    "note": mark("Notes"),
}
CONSENTS: Mapping[str, tuple[str, str]] = {
    "post": (mark("Post"), mark("May we write to you by post?")),
    "email": (mark("E-mail"), mark("May we write to you by e-mail?")),
    "phone": (mark("Phone"), mark("May we call you?")),
    "photo": (mark("Photos"), mark("May we take your photo and show it to others?")),
    "repost": (mark("Reposting"), mark("May we pass on what you post about us?")),
}
"""For each purpose its name, and how people are asked."""
HINTS: Mapping[str, str] = {
    "phones": mark("Several with a comma between"),
    "emails": mark("Several with a comma between"),
    "preferences": mark("Several with a comma between"),
    "handles": mark("For example instagram: @tereza"),
    "birthday": mark("Day and month, with or without the year"),
    "greeting": mark("A name, or the whole first line"),
}
FORM: tuple[tuple[str, ...], ...] = (
    ("first_name", "last_name"),
    ("phones",),
    ("emails",),
    ("birthday",),
    ("street",),
    ("street2",),
    ("postal_code", "city"),
    ("region", "country"),
    ("card_number", "language"),
    ("form_of_address", "member_since"),
    ("greeting",),
    ("preferences",),
    ("handles",),
    ("title_before", "title_after"),
    ("company",),
    ("external_id",),
)
"""The fields in the order in which they are filled in, a line of the form each."""
FORMS: Mapping[str, str] = {
    "f": mark("She"),
    "m": mark("He"),
    "family": mark("Family"),
    "neutral": mark("Neutral"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one person: its name, as it is read (several values a line each), as it is typed."""

    key: str
    label: str
    shown: str
    typed: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


def line(key: str, customer: Customer, about: About) -> Line:
    """The field `key` of `customer`."""
    words, typed = about.words, _typed(key, customer, about)
    choices = _choices(key, about)
    shown = dict(choices).get(typed, "") if choices else typed
    if key in LISTS:
        shown = "\n".join(_each(key, customer, about))
    hint = words(HINTS[key]) if key in HINTS else ""
    return Line(key, words(LABELS[key]), shown, typed, choices, hint)


def remark(key: str, text: str, about: About) -> str:
    """`Phone: only in the evening`, as an import notes it too."""
    return f"{about.words(LABELS[key])}: {text}"


def _typed(key: str, customer: Customer, about: About) -> str:
    value = getattr(customer, key)
    if not value:
        return ""
    if key in LISTS:
        return ", ".join(map(_bare, _each(key, customer, about)))
    if key == "birthday":
        return birthday_written(value, about.words)
    if key == "member_since":
        return month(value, about.words, "long")
    return about.words.country(value) if key == "country" else str(value)


def _each(key: str, customer: Customer, about: About) -> Sequence[str]:
    if key == "phones":
        return [about.phone(number) for number in customer.phones]
    if key == "emails":
        return [about.words.isolated(address) for address in customer.emails]
    several: Sequence[str] = getattr(customer, key)
    return several


def _choices(key: str, about: About) -> tuple[tuple[str, str], ...]:
    if key == "form_of_address":
        forms = tuple((form, about.words(FORMS[form])) for form in FORMS_OF_ADDRESS)
        return (("", about.words("Not known")), *forms)
    if key == "language":
        return (("", about.words("The shop’s")), *LANGUAGES.items())
    return ()


def _bare(text: str) -> str:
    """Without the fences of right-to-left sentences: a field that is typed into needs none."""
    return text.strip("\u2066\u2069")
