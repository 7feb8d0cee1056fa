"""Types slips in one after the other: a key a tick, Enter for the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from app.errors import ShopError
from app.thanks.given import day_meant
from app.voice.answer import Call, Given
from app.voice.bank import standard_survey
from app.voice.scales import Scale
from app.voice.slips import FIRST, Slips
from reports.sentences import sentence
from reports.voice_words import agreed
from resources.words import words_in
from ui.feedback.slip_fields import NUMBER, REASONS, SKIP, Asked, as_digit, fields_of, replies_of
from ui.loyalty.needs import DeskSide

COMMENT, CONTACT = "comment", "contact"
"""What is written in words besides the questions that are."""
_YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The form as it stands: `at` is the field that the next key is for, empty when all are filled."""

    number: str
    chosen: Mapping[str, tuple[str, ...]]
    at: str
    count: int
    wrong: str = ""


class SlipView(Protocol):
    """What the form shows."""

    def show_slip(self, shown: Shown) -> None: ...

    def texts(self) -> Mapping[str, str]:
        """What is written in words, by question, comment and contact."""

    def wants_call(self) -> bool: ...

    def day(self) -> str: ...

    def show_day_error(self, wrong: str) -> None: ...

    def clear(self) -> None:
        """The next slip: nothing is written, and keys go to its first field."""


class SlipForm:
    """One slip at a time; what was given stands until it is undone."""

    def __init__(self, desk: DeskSide, view: SlipView) -> None:
        shop = desk.shop
        self._desk, self._view = desk, view
        self._slips = Slips(book=shop.book, settings=shop.settings, answers=shop.voice.answers)
        self._given: list[int] = []
        self.survey = shop.voice.surveys.for_counter() or standard_survey(self._language)
        self.fields = fields_of(
            self.survey, desk.words, self._language, numbered=self._slips.last() >= FIRST
        )
        self.written = [one for one in self.survey.questions if one.scale is Scale.TEXT]
        self._number, self._at = "", 0
        self._chosen: dict[str, tuple[str, ...]] = {}

    def press(self, typed: str) -> bool:
        """One key; answers whether it means anything here."""
        field = self._field
        if not typed or field is None:
            return False
        wrong = ""
        if typed in SKIP:
            self._at += 1
        elif field.key == NUMBER:
            wrong = self._type_number(as_digit(typed))
        else:
            wrong = self._choose(field, typed)
        self._show(wrong)
        return True

    def choose(self, key: str, value: str) -> None:
        """The same with the mouse, in any field."""
        self._at = [one.key for one in self.fields].index(key)
        field = self.fields[self._at]
        self._take(field, value)
        self._show()

    def back(self) -> None:
        """To the last sign of the number, or to the field before, which is then empty."""
        field = self._field
        if field is not None and field.key == NUMBER and self._number:
            self._number = self._number[:-1]
        elif field is not None and self._chosen.get(field.key):
            del self._chosen[field.key]
        elif self._at:
            self._at -= 1
            self._chosen.pop(self.fields[self._at].key, None)
            if self.fields[self._at].key == NUMBER:
                self._number = self._number[:-1]
        self._show()

    def save(self) -> None:
        """Writes the slip down and begins the next; what is wrong is said, and nothing is lost."""
        try:
            day = self._day()
            if day is None:
                return
            number, whole = int(self._number) if self._number else None, self._whole()
            given = self._slips.give(number, whole, self._desk.shop.moment(), day)
        except ShopError as refused:
            self._show(sentence(refused, self._desk.words))
            return
        self._given.append(given)
        self._begin()
        self._view.clear()
        self._desk.tell_step(self._desk.shop.undo.last(), self._said(number, whole.customer))
        self.refresh()

    def refresh(self) -> None:
        """After a change in the shop, such as a slip that was taken back."""
        self._show()

    @property
    def _language(self) -> str:
        return self._desk.shop.settings.read().language

    @property
    def _field(self) -> Asked | None:
        return self.fields[self._at] if self._at < len(self.fields) else None

    def _begin(self) -> None:
        self._number, self._at, self._chosen = "", 0, {}

    def _type_number(self, digit: str) -> str:
        """The number is whole with as many digits as the newest slip has; answers what is wrong."""
        if not digit:
            return self._desk.words("The number of a slip has only digits.")
        self._number += digit
        if len(self._number) < len(str(self._slips.last())):
            return ""
        self._at += 1
        try:
            self._slips.check(int(self._number))
        except ShopError as refused:
            self._number, self._at = "", 0
            return sentence(refused, self._desk.words)
        return ""

    def _choose(self, field: Asked, typed: str) -> str:
        pick = field.picked(typed)
        if pick is None:
            signs = " ".join(one.sign for one in field.picks)
            return self._desk.words("Here it is one of: {signs}", signs=signs)
        self._take(field, pick.value)
        return ""

    def _take(self, field: Asked, value: str) -> None:
        had = self._chosen.get(field.key, ())
        if field.many:
            now = tuple(one for one in had if one != value) if value in had else (*had, value)
            self._chosen[field.key] = now
            return
        self._chosen[field.key] = (value,)
        self._at += 1

    def _whole(self) -> Given:
        """Raises `NothingSaid` where nothing was ticked or written."""
        texts, view = self._view.texts(), self._view
        contact = texts.get(CONTACT, "").strip() if view.wants_call() else ""
        call = Call(contact=contact, agreed=agreed(words_in(self._language)))
        said = replies_of(self.survey.questions, self._chosen, texts)
        return Given(
            replies=said if any(not one.is_skipped for one in said) else (),
            comment=texts.get(COMMENT, ""),
            themes=self._chosen.get(REASONS, ()),
            survey=self.survey,
            language=self._language,
            customer=self._slips.whose(contact),
            call=call if view.wants_call() else None,
        )

    def _day(self) -> date | None:
        """The day of the stack; None where it cannot be read, which is then said beside it."""
        text, today = self._view.day().strip(), self._desk.today()
        country = self._desk.shop.settings.read().country
        day = day_meant(text, today - _YEAR, country or None) if text else today
        if day is None or day > today:
            say = self._desk.words
            self._view.show_day_error(say("Please write a day that is not to come."))
            return None
        self._view.show_day_error("")
        return day

    def _said(self, number: int | None, customer: int | None) -> str:
        say, shop = self._desk.words, self._desk.shop
        slip = say("Slip {number} typed in", number=number) if number else say("Slip typed in")
        if customer is None:
            return slip
        name = say.isolated(shop.customers.get(customer).name)
        return say("{slip}: {name} is to be called", slip=slip, name=name)

    def _show(self, wrong: str = "") -> None:
        field = self._field
        self._view.show_slip(
            Shown(
                number=self._number,
                chosen=dict(self._chosen),
                at=field.key if field else "",
                count=self._slips.standing(self._given),
                wrong=wrong,
            )
        )
