"""Where one can go in this shop, and what the search box and a file let fall into the window lead to."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

from app.people import directory, search
from app.people.customer import CustomerFields
from app.people.photos import file_of
from resources.words import mark
from ui.desk import Desk
from ui.shared.buttons import Button
from ui.shared.found import Found
from ui.shell.places import Place
from ui.shell.window import Window

LISTS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".vcf")
"""Kinds of file that the import reads."""
TEMPLATES = (".xml", ".template")
"""Kinds of file that the sheets of labels are read from."""
SHOWN = 8
SETTLED = 400
"""Milliseconds after which the window stands; nobody has scanned anything before that."""
ADD, CARD, CODE = "add:", "card:", "code:"
FEWEST_DIGITS = 3
"""Shorter numbers are no cards."""


class Places:
    """The places of one window; `desk` is known once the window is there."""

    desk: Desk

    def in_sidebar(self) -> Sequence[Place]:
        return [
            Place("today", mark("Today"), "white-balance-sunny", self._today),
            Place("customers", mark("Customers"), "account-group-outline", self._customers),
            Place("loyalty", mark("Loyalty"), "star-circle-outline", self._loyalty),
            Place("feedback", mark("Feedback"), "message-text-outline", self._feedback),
            Place("cards", mark("Cards"), "email-edit-outline", self._cards, rail=True),
            Place("coupons", mark("Coupons"), "ticket-percent-outline", self._coupons),
            Place("printing", mark("Printing"), "printer-outline", self._printing),
            Place("counter", mark("Counter mode"), "gesture-tap", self._counter, foot=True),
            Place(
                "settings",
                mark("Settings"),
                "cog-outline",
                self._settings,
                shortcut="Ctrl+,",
                foot=True,
            ),
        ]

    def open_in(self, window: Window, desk: Desk) -> None:
        """Adds what is reached from elsewhere, and connects the search box and dropped files."""
        self.desk = desk
        for aside in (
            Place("import", mark("Import"), "tray-arrow-down", self._import, within="customers"),
            Place(
                "programme",
                mark("Programme"),
                "star-cog-outline",
                self._programme,
                within="loyalty",
            ),
        ):
            window.stack.places[aside.key] = aside
        sale = Button(desk.words("Record a sale"), icon="basket-outline", key="F2")
        sale.setObjectName("record a sale")
        sale.clicked.connect(desk.record_sale)
        window.name_key("F2", desk.words("Record a sale"))
        window.strip.add(sale)
        QTimer.singleShot(SETTLED, window, partial(hear_scans, desk))
        window.files_dropped.connect(partial(take_files, desk))
        window.search.asked.connect(partial(answer, desk))
        window.search.chosen.connect(partial(open_found, desk))

    def _today(self) -> QWidget:
        from ui.today.view import make_today

        return make_today(self.desk)

    def _customers(self) -> QWidget:
        from ui.customers.view import make_customers

        return make_customers(self.desk)

    def _loyalty(self) -> QWidget:
        from ui.loyalty.view import make_loyalty

        return make_loyalty(self.desk)

    def _programme(self) -> QWidget:
        from ui.loyalty.programme_view import make_programme

        return make_programme(self.desk)

    def _feedback(self) -> QWidget:
        from ui.feedback.view import make_feedback

        return make_feedback(self.desk)

    def _cards(self) -> QWidget:
        from ui.cards.view import make_cards

        return make_cards(self.desk)

    def _printing(self) -> QWidget:
        from ui.printing.screen import make_printing

        return make_printing(self.desk)

    def _coupons(self) -> QWidget:
        from ui.coupons.view import make_coupons

        return make_coupons(self.desk)

    def _counter(self) -> QWidget:
        from ui.counter.start_page import make_counter

        return make_counter(self.desk)

    def _settings(self) -> QWidget:
        from ui.settings.view import make_settings

        return make_settings(self.desk)

    def _import(self) -> QWidget:
        from ui.customers.import_view import make_import

        return make_import(self.desk)


def hear_scans(desk: Desk) -> None:
    """From now on a scan leads somewhere, and who waits for an answer or what for paper is counted; what
    does so is loaded once the window stands.
    """
    from ui.feedback import waiting as answers
    from ui.loyalty.scanning import listen
    from ui.printing import waiting as paper

    listen(desk)
    answers.keep_count(desk)
    paper.keep_count(desk)
    QThreadPool.globalInstance().start(load_the_counter)


def load_the_counter() -> None:
    """What takes longest of the first visit to the counter and to Feedback, on the side: nobody waits for
    it now.
    """
    from importlib import import_module

    counter = ("app.loyalty.till", "ui.loyalty.presenter", "ui.loyalty.refunds")
    for module in (*counter, "app.voice.voice", "ui.feedback.presenter"):
        import_module(module)


def answer(desk: Desk, text: str) -> None:
    """Shows who is found by `text`; where nobody is, offers to add them."""
    found = [*_codes_found(desk, text), *people_found(desk, text)]
    desk.window.search.show_found(found or _offers(desk, text) if text else [])


def people_found(desk: Desk, text: str) -> list[Found]:
    """The best few, each with what tells her from her namesake."""
    ids = search.find(desk.shop.book, text, SHOWN)
    rows = directory.rows(desk.shop.book, ids)
    return [
        Found(
            key=str(one),
            title=row.name,
            detail=_detail(desk, row),
            uid=row.uid,
            photo=file_of(desk.shop.folder, row.photo),
        )
        for one in ids
        if (row := rows.get(one))
    ]


def open_found(desk: Desk, key: str) -> None:
    """Opens the customer that was chosen, or adds her first."""
    if key.startswith((CARD, CODE)):
        _open_scanned(desk, key)
        return
    if not key.startswith(ADD):
        _open(desk, int(key))
        return
    country = desk.shop.settings.read().country
    fields = fields_of(key.removeprefix(ADD), country)
    if added := desk.attempt(lambda: desk.shop.enrol(**fields)):
        _open(desk, added.id)
        desk.tell_last()


def fields_of(text: str, country: str) -> CustomerFields:
    """What was typed to find somebody, as what is known of a new customer."""
    from app.people.names import split_name
    from app.people.phones import read_phone

    if "@" in text:
        return {"emails": (text,)}
    if phone := read_phone(text, country or None):
        return {"phones": (phone,)}
    name = split_name(text)
    return {
        "title_before": name.title_before,
        "first_name": name.first_name,
        "last_name": name.last_name,
        "title_after": name.title_after,
        "company": name.company,
    }


def take_files(desk: Desk, paths: Sequence[Path]) -> None:
    """Opens the import with the first list among `paths`, or reads the first file of label sheets."""
    readable = [path for path in paths if path.suffix.lower() in LISTS]
    templates = [path for path in paths if path.suffix.lower() in TEMPLATES]
    if readable:
        desk.take_in(readable[0])
    elif templates:
        desk.read_template(templates[0])
    else:
        said = desk.words(
            "Only lists of customers can be taken in: {kinds}",
            kinds=desk.words.isolated(" ".join(LISTS)),
        )
        desk.window.tell(said, icon="alert-circle-outline")


def _open(desk: Desk, customer: int) -> None:
    """At the counter she is served; everywhere else everything about her is shown, and served she is as
    soon as an amount is typed.
    """
    if desk.window.stack.key == "loyalty":
        desk.serve(customer)
    else:
        desk.turn_to(customer)


def _open_scanned(desk: Desk, key: str) -> None:
    if key.startswith(CARD):
        desk.take_fresh_card(key.removeprefix(CARD))
        return
    from ui.loyalty.scanning import take

    take(desk, key.removeprefix(CODE))


def _codes_found(desk: Desk, text: str) -> list[Found]:
    """The coupon, gift card or card of nobody that is called so."""
    from ui.loyalty.scanning import found

    return [Found(key=f"{CODE}{text}", **one) for one in found(desk.shop, text, desk.words)]


def _offers(desk: Desk, text: str) -> list[Found]:
    """To add who is not found: by her name or phone, or by the card in her hand."""
    nobody = desk.words("Nobody of that name or number is in the book")
    add = Found(
        key=f"{ADD}{text}",
        title=desk.words("Add “{name}”", name=text),
        detail=nobody,
        icon="account-plus-outline",
    )
    if not (text.isalnum() and sum(map(str.isdigit, text)) >= FEWEST_DIGITS):
        return [add]
    number = desk.words.isolated(text)
    card = Found(
        key=f"{CARD}{text}",
        title=desk.words("New customer with card {number}", number=number),
        detail=nobody,
        icon="card-account-details-outline",
    )
    from app.people.phones import read_phone

    is_phone = read_phone(text, desk.shop.settings.read().country or None)
    return [add, card] if is_phone else [card]


def _detail(desk: Desk, row: directory.Entry) -> str:
    from app.people.phones import shown

    phone = row.phone and shown(row.phone, desk.shop.settings.read().country)
    return ", ".join(part for part in (desk.words.isolated(phone), row.city) if part)
