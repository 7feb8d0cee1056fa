"""What is out, what comes with letters, and one coupon found by its code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.errors import ShopError
from app.loyalty.coupon import CouponVoided, State
from app.loyalty.letter_offers import LetterOffer
from app.money import Money
from reports.amounts import said as money_said
from reports.letter_words import letter_called
from reports.offers import limits, validity, whole_offer
from reports.sentences import sentence
from ui.coupons.asked import LETTER, Texts
from ui.coupons.said import code_said, counts, event_said, name_of, offer_said
from ui.coupons.texts import texts_of
from ui.loyalty.needs import DeskSide


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: what it is called, what there is to know of it, and what stands at its end."""

    key: str
    words: str
    detail: str = ""
    aside: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A coupon or gift card as its pane shows it; `acts` are the keys of what can be done with it."""

    code: str
    title: str
    lead: str
    is_good: bool
    state: str
    facts: tuple[tuple[str, str], ...] = ()
    history: tuple[tuple[str, str], ...] = ()
    acts: tuple[str, ...] = ()


class OffersView(Protocol):
    """What the page shows."""

    def show_out(self, lines: Sequence[Line]) -> None: ...

    def show_with_letters(self, lines: Sequence[Line]) -> None: ...

    def show_one(self, shown: Shown | None) -> None: ...


class Offers:
    """One coupon at a time is looked at."""

    def __init__(self, desk: DeskSide, view: OffersView) -> None:
        self._desk, self._view = desk, view
        self._code = ""

    def refresh(self) -> None:
        """What is out now, and the coupon that is looked at as it stands now."""
        self._view.show_out(self._out())
        self._view.show_with_letters([self._tied(one) for one in self._ties.values()])
        if self._code:
            self._show()

    def find(self, text: str) -> str:
        """Shows the coupon of that code; answers why there is none, else an empty text."""
        try:
            self._code = self._desk.shop.coupons.find(text).code
        except ShopError as refused:
            return sentence(refused, self._desk.words)
        self._show()
        return ""

    def leave(self) -> None:
        self._code = ""
        self._view.show_one(None)

    def act(self, key: str, reason: str) -> str:
        """Undoes the last use, cancels, or makes good again; answers what is wrong with the reason."""
        coupons, moment = self._desk.shop.coupons, self._desk.shop.moment()
        verbs = {"undo": coupons.undo_use, "void": coupons.void, "unvoid": coupons.unvoid}
        try:
            verbs[key](self._code, reason, moment)
        except ShopError as refused:
            return sentence(refused, self._desk.words)
        self._desk.tell_last()
        return ""

    def texts_of(self, letter: str) -> Texts:
        """The offer that comes with `letter`, to be changed."""
        shop, words = self._desk.shop, self._desk.words
        offer = self._ties[letter]
        return {**texts_of(offer, shop.settings.read(), words), "whom": LETTER, "letter": letter}

    def untie(self, letter: str) -> None:
        self._desk.tell_step(self._desk.shop.letter_offers.untie(letter))

    def _out(self) -> list[Line]:
        shop, words = self._desk.shop, self._desk.words
        settings = shop.settings.read()
        lines = []
        for one in shop.coupons.out(shop.moment()):
            terms = one.newest.terms
            gives = whole_offer(terms, words, settings.currency)
            lasts = "" if one.letter else validity(terms.valid_from, terms.valid_to, words)
            name = name_of(one, words)
            off = Money(one.off, settings.currency)
            line = Line(
                key=one.newest.code,
                words=name,
                detail=" · ".join(part for part in (gives if gives != name else "", lasts) if part),
                aside=counts(one, words),
                figure=words("{amount} off", amount=money_said(off, words)) if one.off else "",
            )
            lines.append(line)
        return lines

    def _tied(self, one: LetterOffer) -> Line:
        words, settings = self._desk.words, self._desk.shop.settings.read()
        detail = offer_said(one.terms, one.days, settings, words)
        return Line(key=one.letter, words=letter_called(one.letter, words), detail=detail)

    @property
    def _ties(self) -> dict[str, LetterOffer]:
        return dict(self._desk.shop.letter_offers.all())

    def _show(self) -> None:
        shop = self._desk.shop
        self._view.show_one(self._shown(shop.coupons.look_up(self._code, shop.moment())))

    def _shown(self, state: State) -> Shown:
        shop, words = self._desk.shop, self._desk.words
        coupon, currency = state.coupon, shop.settings.read().currency
        why = state.why_not
        good = words("Good") if why is None else sentence(why, words)
        events = shop.coupons.events(coupon.code)
        names = self._names([one.customer for one in events])
        happened = [event_said(one, names.get(one.customer, ""), currency, words) for one in events]
        is_void = isinstance(why, CouponVoided)
        acts = ["undo"] if state.used else []
        return Shown(
            code=coupon.code,
            title=code_said(coupon.code, words),
            lead=whole_offer(coupon.terms, words, currency),
            is_good=why is None,
            state=good,
            facts=tuple(self._facts(state)),
            history=(*reversed(happened), self._issued(state)),
            acts=(*acts, "unvoid" if is_void else "void"),
        )

    def _facts(self, state: State) -> list[tuple[str, str]]:
        words, coupon = self._desk.words, state.coupon
        currency, terms = self._desk.shop.settings.read().currency, coupon.terms
        whose = self._names([coupon.customer]).get(coupon.customer) or words("For anyone")
        facts = [("account-outline", words.isolated(whose))]
        if lasts := validity(terms.valid_from, terms.valid_to, words):
            facts.append(("calendar-range-outline", lasts))
        facts += [("information-outline", one) for one in limits(terms, words, currency)]
        if state.left:
            left = words.plural("{n} use left", "{n} uses left", state.left)
            facts.append(("counter", left))
        return facts

    def _issued(self, state: State) -> tuple[str, str]:
        words, coupon = self._desk.words, state.coupon
        day = words.date(date.fromisoformat(coupon.at[:10]), "medium")
        return words("Issued on {day}", day=day), coupon.by and words("by {name}", name=coupon.by)

    def _names(self, ids: Sequence[int | None]) -> dict[int | None, str]:
        wanted = [one for one in ids if one is not None]
        return {one.id: one.name for one in self._desk.shop.customers.several(wanted)}
