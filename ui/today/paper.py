"""The next card as it will come out: written as for the printer, then shown as a picture."""

from app.shop import Shop
from app.values import value

LETTER, PAPER = "birthday", "A6"


@value
class Written:
    """One card of `customer` as a PDF of its own size, and its text to be read aloud."""

    customer: int
    pdf: bytes
    said: str


def write_card(shop: Shop, customer: int) -> Written:
    """Work for another thread: the paper's libraries alone take longer to load than a page to show."""
    from reports.cards import preview_card
    from reports.letter_coupons import tied_coupons, told_alone, with_codes
    from reports.mail import card_facts
    from reports.owned import owned
    from reports.papers import paper

    _load_the_reader()
    person = shop.customers.get(customer)
    coupons = tied_coupons(shop, LETTER, [person], shop.today(), drawn=False)
    alone = told_alone(coupons, [person], shop.settings.read())
    letters = shop.letters.compose([person], LETTER, shop.today(), alone=alone)
    cards = card_facts(letters, owned(shop).style(signed=True))
    (facts,) = with_codes(cards, letters, coupons)
    return Written(customer=customer, pdf=preview_card(facts, paper(PAPER)), said=facts.text)


def _load_the_reader() -> None:
    """What the picture of the card is drawn with, so that the thread of the screen need not wait for it."""
    import pypdfium2  # noqa: F401
