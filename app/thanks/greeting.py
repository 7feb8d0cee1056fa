"""How a letter greets somebody; the one place where letters ask for the grammar of names."""

from dataclasses import dataclass

from app.people.customer import Customer
from app.thanks.fields import Facts, all_filled
from app.thanks.manner import Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """The whole first line, and her name as it follows a greeting word; empty where no form is certain."""

    salutation: str
    name_in_greeting: str


def greet(one: Customer, manner: Manner) -> Greeting:
    name = name_in_greeting(
        one.first_name or "", one.last_name or "", one.company or "", manner.language
    )
    lines = all_filled(manner.salutation, Facts(values={"name_in_greeting": name}))
    return Greeting(salutation=next(iter(lines), ""), name_in_greeting=name)


def name_in_greeting(first_name: str, last_name: str, company: str, language: str) -> str:
    """How the person is called after a greeting word; empty where no form is certain to be right.

    Czech asks for the vocative. Of one kind of name it is certain without a grammar: a surname in -ová is
    a woman's, and the same in both cases. Everybody else is greeted without a name.
    """
    if language == "cs":
        return f"paní {last_name}" if last_name.endswith("ová") else ""
    return next((name.strip() for name in (first_name, last_name, company) if name.strip()), "")
