"""How a letter greets somebody and whom it speaks to; only here letters ask for the grammar of names."""

from dataclasses import dataclass

from app.people.customer import Customer
from app.people.salutations.addressee import addressee_of
from app.people.salutations.salute import salute


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """The whole first line, and her name as it follows a greeting word; empty where no form is certain.

    `form` is who is spoken to: `m`, `f`, `several`, or "" where it is not known.
    """

    salutation: str
    name_in_greeting: str
    form: str = ""


def greet(one: Customer, language: str) -> Greeting:
    """The greeting of a letter in `language`."""
    said = salute(one, language)
    return Greeting(
        salutation=said.salutation,
        name_in_greeting=said.name_in_greeting,
        form=_form(one, language),
    )


def _form(one: Customer, language: str) -> str:
    to = addressee_of(one, language)
    if to.family or len(to.people) > 1 or (to.company and not to.people):
        return "several"
    return next((person.gender for person in to.people), "")
