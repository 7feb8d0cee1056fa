"""What a till can ask about coupons and gift cards."""

from collections.abc import Callable, Mapping
from typing import Any

from app.loyalty.coupon import CustomerNeeded
from app.loyalty.coupon_terms import Bill, BillLine, CouponKind, Terms
from app.loyalty.moment import Moment
from app.money import Money
from app.shop import Shop
from ui.console.bridge.request import Request

Answer = dict[str, Any]
_KINDS: tuple[CouponKind, ...] = ("percent", "amount", "item", "bundle")
_AT_THE_TILL = "till"


class CodeVerbs:
    """Coupons and gift cards, found by their codes."""

    def __init__(self, shop: Shop, moment: Callable[[Request], Moment]) -> None:
        self._till, self._moment = shop.till, moment
        self._currency = shop.settings.read().currency

    def known(self) -> Mapping[str, Callable[[Request], Answer]]:
        """The verbs by the names that a till calls them."""
        return {
            "issue-coupon": self.issue_coupon,
            "coupon": self.coupon,
            "use-coupon": self.use_coupon,
            "undo-coupon": self.undo_coupon,
            "void-coupon": self.void_coupon,
            "sell-gift-card": self.sell_gift_card,
            "gift-card": self.gift_card,
            "load-gift-card": self.load_gift_card,
            "pay-gift-card": self.pay_gift_card,
            "void-gift-card": self.void_gift_card,
        }

    def issue_coupon(self, request: Request) -> Answer:
        issued = self._till.coupons.issue(
            self._terms(request),
            self._moment(request),
            customer=self._customer(request),
            code=request.text("code", "").strip() or None,
        )
        return {"ok": True, "code": issued.code}

    def coupon(self, request: Request) -> Answer:
        state = self._till.coupons.look_up(
            request.needed("code"), self._moment(request), request.whole_or_none("customer")
        )
        return {"ok": True, **self._told(state)}

    def use_coupon(self, request: Request) -> Answer:
        lines = request.several(_bill_line, "items")
        bill = Bill(total=request.money("total"), lines=lines)
        used = self._till.coupons.use(
            request.needed("code"), bill, self._moment(request), self._customer(request)
        )
        return {"ok": True, "discount": self._money(used.discount), "left": used.left}

    def undo_coupon(self, request: Request) -> Answer:
        code, customer = request.needed("code"), request.whole_or_none("customer")
        moment = self._moment(request)
        self._till.coupons.undo_use(code, request.needed("reason"), moment, customer)
        return {"ok": True, **self._told(self._till.coupons.look_up(code, moment, customer))}

    def void_coupon(self, request: Request) -> Answer:
        reason = request.text("reason", _AT_THE_TILL)
        state = self._till.coupons.void(request.needed("code"), reason, self._moment(request))
        return {"ok": True, **self._told(state)}

    def sell_gift_card(self, request: Request) -> Answer:
        card = self._till.gift_cards.sell(
            request.money("amount"),
            self._moment(request),
            code=request.text("code", "").strip() or None,
            expires=request.day("expires"),
            customer=self._customer(request),
        )
        return {"ok": True, "code": card.code, "left": self._money(card.balance)}

    def gift_card(self, request: Request) -> Answer:
        card, why_not = self._till.gift_cards.look_up(request.needed("code"), self._moment(request))
        return {
            "ok": True,
            "code": card.code,
            "left": self._money(card.balance),
            "expires": card.expires and card.expires.isoformat(),
            "usable": why_not is None,
        }

    def load_gift_card(self, request: Request) -> Answer:
        booked = self._till.gift_cards.reload(
            request.needed("code"), request.money("amount"), self._moment(request)
        )
        return {"ok": True, "left": self._money(booked.card.balance)}

    def pay_gift_card(self, request: Request) -> Answer:
        booked = self._till.gift_cards.pay(
            request.needed("code"), request.money("amount"), self._moment(request)
        )
        return {"ok": True, "left": self._money(booked.card.balance)}

    def void_gift_card(self, request: Request) -> Answer:
        reason = request.text("reason", _AT_THE_TILL)
        booked = self._till.gift_cards.void(request.needed("code"), reason, self._moment(request))
        return {"ok": True, "left": self._money(booked.card.balance)}

    def _customer(self, request: Request) -> int | None:
        """Who is named, as far as she is in the book. Raises `UnknownCustomer`."""
        named = request.whole_or_none("customer")
        return None if named is None else self._till.members.resolve(named)

    def _terms(self, request: Request) -> Terms:
        kind = next((one for one in _KINDS if one == request.text("kind")), None)
        if kind is None:
            request.refuse("kind")
        per_customer = request.whole_or_none("uses_per_customer")
        uses = request.whole_or_none("uses")
        return Terms(
            kind=kind,
            value=self._value(request, kind),
            item=request.text("item", "").strip(),
            buy=request.whole("buy", 0),
            get=request.whole("get", 0),
            cap=request.money_or_none("cap"),
            min_total=request.money("min_total", 0),
            valid_from=request.day("valid_from"),
            valid_to=request.day("valid_to"),
            uses=1 if uses is None and per_customer is None else uses,
            uses_per_customer=per_customer,
        )

    def _value(self, request: Request, kind: CouponKind) -> int:
        if kind == "percent":
            return request.percent("value")
        if kind == "amount":
            return request.money("value")
        return request.whole("value", 1, least=1) if kind == "item" else 0

    def _told(self, state: Any) -> Answer:
        terms = state.coupon.terms
        return {
            "code": state.coupon.code,
            "kind": terms.kind,
            "customer": state.coupon.customer,
            "used": state.used,
            "left": state.left,
            "valid_from": terms.valid_from and terms.valid_from.isoformat(),
            "valid_to": terms.valid_to and terms.valid_to.isoformat(),
            "min_total": self._money(terms.min_total),
            # By somebody: whoever it is asked for may be named when it is used.
            "usable": state.why_not is None or isinstance(state.why_not, CustomerNeeded),
        }

    def _money(self, minor: int) -> str:
        return str(Money(minor, self._currency))


def _bill_line(item: Request) -> BillLine:
    count, price = item.thousandths("quantity"), item.money("price", 0)
    return BillLine(
        item=item.needed("name"),
        category=item.text("category", ""),
        thousandths=count,
        amount=(2 * price * count + 1000) // 2000 - item.money("discount", 0),
    )
