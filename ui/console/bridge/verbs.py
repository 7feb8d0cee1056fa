"""What a till can ask for, each with the answer it gets."""

from typing import TYPE_CHECKING, Any

from app.loyalty.bills import Back, GiftCardPart, Order
from app.loyalty.codes import CodeTaken
from app.loyalty.earning import Line
from app.loyalty.moment import Moment, moment_of
from app.loyalty.scanned import read_scan
from app.money import plain_text
from app.people import search
from app.people.exchange.contacts import read_emails
from app.people.exchange.values import tidy
from app.people.phones import read_phones
from app.shop import Shop
from reports.till_words import told
from resources.words import words_in
from ui.console.bridge.codes import CodeVerbs
from ui.console.bridge.feedback import FeedbackVerbs
from ui.console.bridge.request import MOST, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Answer = dict[str, Any]
_SOMEBODY = "till"  # who it was, where neither the request nor the computer says
_NAMES = (
    "first_name",
    "last_name",
    "company",
    "card_number",
    "external_id",
    "birthday",
    "language",
)


class Verbs:
    """The shop as a till sees it."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.settings = shop, shop.settings.read()
        self._words = words_in(self.settings.language)
        self._known: Mapping[str, Callable[[Request], Answer]] = {
            "enrol": self.enrol,
            "find": self.find,
            "sale": self.sale,
            "refund": self.refund,
            "redeem": self.redeem,
            "spend": self.spend,
            "adjust": self.adjust,
            "balance": self.balance,
            "stamp": self.stamp,
            **CodeVerbs(shop, self.moment).known(),
            **FeedbackVerbs(shop, self.moment).known(),
        }

    def do(self, request: Request) -> Answer:
        """Raises `BadRequest`, and what the shop's verbs raise."""
        verb = self._known.get(request.text("do"))
        return verb(request) if verb else request.refuse("do")

    def enrol(self, request: Request) -> Answer:
        given: dict[str, Any] = {
            name: tidy(request.text(name)) for name in _NAMES if request.has(name)
        }
        if request.has("phone"):
            country = self.settings.country or None
            phones = read_phones(request.text("phone"), country)
            given["phones"] = list(phones.numbers or [tidy(request.text("phone"))])
        if request.has("email"):
            written = tidy(request.text("email"))
            given["emails"] = list(read_emails(written)[0]) or [written]
        if given.get("language"):
            from app.people.exchange.countries import language_code

            given["language"] = language_code(given["language"]) or request.refuse("language")
        try:
            one = self.shop.enrol(self.moment(request), **given)
        except CodeTaken:
            request.refuse("card_number")
        return {"ok": True, "customer": one.id}

    def find(self, request: Request) -> Answer:
        people = self.shop.customers.several(self._meant(request.needed("text")))
        today, till = self.moment(request).day, self.shop.till
        return {
            "ok": True,
            "customers": [
                {
                    "id": one.id,
                    "name": one.name,
                    "card_number": one.card_number,
                    "points": till.points.available(one.id, today),
                }
                for one in people
            ],
        }

    def sale(self, request: Request) -> Answer:
        card = request.part("gift_card")
        order = Order(
            customer=request.whole_or_none("customer"),
            total=request.money("total"),
            lines=request.several(_line, "items"),
            receipt=request.text("receipt", ""),
            points_spent=request.whole("points_spent", 0),
            coupon=request.text("coupon", ""),
            gift_card=_gift_card(card) if card else None,
        )
        sold = self.shop.till.sell(order, self.moment(request))
        return {
            "ok": True,
            "sale": sold.sale,
            "earned": sold.earned,
            "points": sold.points,
            "to_pay": self._money(sold.to_pay),
            "points_spent": sold.points_spent,
            "coupon_off": self._money(sold.coupon_off),
            "gift_card_paid": self._money(sold.card_paid),
            "messages": [told(message, self._words) for message in sold.messages],
        }

    def refund(self, request: Request) -> Answer:
        sale, total = request.whole("sale", least=1), request.money_or_none("total")
        items = request.several(_back, "items")
        if total == 0:
            request.refuse("total")
        if request.has("items") and not items and total is None:
            request.refuse("items")
        done = self.shop.till.refund(sale, self.moment(request), total=total, items=items)
        return {
            "ok": True,
            "refund": done.refund,
            "total": self._money(done.total),
            "money": self._money(done.money),
            "gift_card": self._money(done.on_card),
            "points_taken": done.points_taken,
            "points_returned": done.points_returned,
            "points": done.points,
        }

    def redeem(self, request: Request) -> Answer:
        spent = self.shop.till.redeem(
            request.whole("customer", least=1),
            request.needed("reward"),
            self.moment(request),
            times=request.whole("times", 1, least=1),
            sale=request.whole_or_none("sale"),
        )
        return {
            "ok": True,
            "cost": spent.cost,
            "points": spent.points,
            "off": self._money(spent.off),
        }

    def spend(self, request: Request) -> Answer:
        spent = self.shop.till.spend(
            request.whole("customer", least=1),
            request.whole("points", least=1),
            self.moment(request),
            sale=request.whole_or_none("sale"),
        )
        return {
            "ok": True,
            "cost": spent.cost,
            "points": spent.points,
            "off": self._money(spent.off),
        }

    def adjust(self, request: Request) -> Answer:
        customer, points = request.whole("customer", least=1), request.whole("points", least=-MOST)
        moment = self.moment(request)
        if not points:
            request.refuse("points")
        self.shop.till.adjust(customer, points, request.needed("reason"), moment)
        return {"ok": True, "cost": -points, "points": self._points(customer, moment)}

    def stamp(self, request: Request) -> Answer:
        customer = request.whole("customer", least=1)
        stamps = request.whole("stamps", 1, least=1)
        till = self.shop.till
        card = till.stamp(customer, self.moment(request), stamps=stamps)[-1]
        cards = till.stamps.cards(till.members.resolve(customer))
        return {
            "ok": True,
            "stamps": card.stamps,
            "goal": card.deal.goal,
            "card": card.number,
            "waiting": [what for one in cards for what in one.waits()],
        }

    def balance(self, request: Request) -> Answer:
        till, customer = self.shop.till, request.whole("customer", least=1)
        today = self.moment(request).day
        on = request.day("on") or today
        programme, who = till.programmes.current(), till.members.resolve(customer)
        found = till.points.balance(who, on)
        tier = till.members.tier(who, programme, on)
        return {
            "ok": True,
            "points": found.points,
            "lifetime": found.lifetime,
            "debt": found.debt,
            "tier": tier and tier.name,
            "lots": [
                {
                    "points": lot.points,
                    "earned": lot.earned.isoformat(),
                    "expires": lot.expires and lot.expires.isoformat(),
                }
                for lot in found.lots
            ],
        }

    def _meant(self, text: str) -> list[int]:
        """Who is found by what stands in the book, first of all by her card as it is read off it."""
        scanned = read_scan(self.shop.book, text)
        hers = [scanned.subject] if scanned and scanned.what == "customer" else []
        return list(dict.fromkeys([*hers, *search.find(self.shop.book, text)]))

    def _points(self, customer: int, moment: Moment) -> int:
        till = self.shop.till
        return till.points.available(till.members.resolve(customer), moment.day)

    def moment(self, request: Request) -> Moment:
        at = request.moment("at", self.shop.book.now())
        by = request.text("by", "").strip() or self.shop.book.by or _SOMEBODY
        return moment_of(at, self.settings.zone, by)

    def _money(self, minor: int) -> str:
        return plain_text(minor, self.settings.currency)


def _line(item: Request) -> Line:
    return Line(
        name=item.needed("name"),
        category=item.text("category", ""),
        thousandths=item.thousandths("quantity"),
        price=item.money("price", 0),
        discount=item.money("discount", 0),
    )


def _back(item: Request) -> Back:
    return Back(name=item.needed("name"), thousandths=item.thousandths("quantity"))


def _gift_card(card: Request) -> GiftCardPart:
    return GiftCardPart(code=card.needed("code"), amount=card.money("amount"))
