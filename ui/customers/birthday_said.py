"""What is said of a birthday: who turns how old when, and by when her card must be printed."""

from datetime import timedelta

from app.people.customer import Customer
from app.shop import Shop
from app.thanks.occasions import BirthdayNear
from app.thanks.post import why_not
from app.thanks.prints import PRINT_AHEAD, birthdays_printed
from ui.customers.fields import line
from ui.customers.saying import About, until, when

POST_TAKES = timedelta(days=2)
"""How long before the day a card should be printed: one day to write the rest, one in the post."""


def is_near(customer: Customer, about: About) -> bool:
    if customer.birthday is None or customer.deceased:
        return False
    return (about.next_birthday(customer.birthday) - about.on).days <= PRINT_AHEAD


def birthday_said(shop: Shop, customer: Customer, about: About) -> tuple[str, str]:
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
