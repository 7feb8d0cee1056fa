"""A new card for somebody at the counter: the one in one's hand or the next free number; the old one dies."""

from PySide6.QtCore import Qt

from app.errors import ShopError
from app.loyalty import codes
from app.people.customer import Customer
from reports.sentences import sentence
from ui.loyalty.aside import Aside
from ui.loyalty.needs import DeskSide
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.fields import Field
from ui.shared.inputs import Input
from ui.shared.text import Text


def give_card(desk: DeskSide, customer: int, number: str, reason: str) -> ShopError | None:
    """Gives her the card of `number`, or of the next free one; answers why it could not be done."""
    shop, words = desk.shop, desk.words
    try:
        one = shop.customers.get(customer)
        if one.card_number:
            new = shop.cards.replace(customer, reason, shop.moment(), number=number).new
        else:
            new = shop.cards.give_one(customer, shop.moment(), number=number)
    except ShopError as refused:
        return refused
    said = words(
        "{name} has the card {number} now", name=words.isolated(one.name), number=shown(new, desk)
    )
    desk.tell_step(shop.undo.last(), said)
    return None


def shown(number: str, desk: DeskSide) -> str:
    return desk.words.isolated(codes.grouped(number))


class NewCardPage(Aside):
    """Where she has a card already, also why it is replaced."""

    def __init__(self, desk: DeskSide) -> None:
        words = desk.words
        super().__init__(words, words("New card"))
        self._desk, self._customer = desk, 0
        self.line = Text("", 14, ink="ink2", wrap=True)
        self.number = Field(
            words("Number of the new card"),
            Input(height=48),
            help_words=words("Scan or type it. Left empty, the next free number is taken."),
        )
        self.number.control.setObjectName("loyalty.card.number")
        self.reason = Field(words("Why"), Input(height=48))
        self.reason.control.setObjectName("loyalty.card.reason")
        self.do = Button("", Kind.PRIMARY, icon="check", shown_key="Enter", height=MAIN)
        self.do.setObjectName("loyalty.card.do")
        for part in (self.line, self.number, self.reason):
            self.body.addWidget(part)
        self.body.addStretch()
        self.foot.addWidget(self.do, 0, Qt.AlignmentFlag.AlignLeading)
        self.do.clicked.connect(self._give)
        for field in (self.number, self.reason):
            if isinstance(field.control, Input):
                field.control.returnPressed.connect(self._give)

    def open(self, one: Customer) -> None:
        say, self._customer = self._desk.words, one.id
        has_one = bool(one.card_number)
        self.reason.setVisible(has_one)
        self.reason.set_text(say("Lost") if has_one else "")
        self.number.set_text("")
        self.number.show_error("")
        self.do.setText(say("Replace the card") if has_one else say("Give the card"))
        old = shown(one.card_number or "", self._desk)
        self.line.setText(
            say(
                "The old card {number} will not be good any more, wherever it turns up.", number=old
            )
            if has_one
            else say("There was no card until now.")
        )
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        refused = give_card(self._desk, self._customer, self.number.text, self.reason.text)
        if refused is None:
            self.left.emit()
            return
        self.number.show_error(sentence(refused, self._desk.words))
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
