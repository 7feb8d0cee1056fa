"""What a till is told when something cannot be done: one word, with the figures that go with it."""

from collections.abc import Mapping
from typing import Any

from app.errors import ShopError
from app.money import Money

# By the class's own name, as in `reports.sentences`.
WORDS: Mapping[str, str] = {
    "NotEnoughPoints": "not_enough_points",
    "UnknownCustomer": "unknown_customer",
    "UnknownSale": "unknown_sale",
    "UnknownReward": "unknown_reward",
    "UnknownCode": "unknown_code",
    "MistypedCode": "unknown_code",
    "CouponExpired": "expired",
    "GiftCardExpired": "expired",
    "NotYetValid": "not_yet_valid",
    "NotOnThisWeekday": "not_yet_valid",
    "NotAtThisHour": "not_yet_valid",
    "UsedUp": "used_up",
    "CouponVoided": "used_up",
    "GiftCardVoided": "used_up",
    "WrongCustomer": "wrong_customer",
    "CustomerNeeded": "wrong_customer",
    "MinimumNotMet": "minimum_not_met",
    "NothingToTakeOff": "minimum_not_met",
    "TooFewPieces": "minimum_not_met",
    "RefundTooLarge": "refund_too_large",
    "NothingToRefund": "refund_too_large",
    "BalanceTooLow": "balance_too_low",
    "NoStampCards": "unknown_reward",
    "NothingWaiting": "unknown_reward",
    "TooSoon": "too_soon",
    "CardRefundTooLarge": "refund_too_large",
    "Busy": "busy",
    "ShopUnreachable": "not_kept",
}
_FIELDS: Mapping[str, str] = {
    "NotABill": "",
    "NoReason": "reason",
    "ReasonNeeded": "reason",
    "NobodyNamed": "first_name",
    "NotABirthday": "birthday",
    "DeadCard": "card_number",
    "CodeTaken": "code",
    "NotACode": "code",
    "NotUsed": "code",
    "NotTerms": "",
    "NotAboveZero": "amount",
    "ExpiryIsPast": "expires",
    "PatternUsedUp": "code",
    "KeyUsed": "key",
    "TooManyStamps": "stamps",
    "NothingSaid": "comment",
}
_FIGURES = (
    *("wanted", "available", "balance", "left", "missing", "minimum", "minutes"),
    *("day", "hour", "first", "last"),
)
_MONEY = {"RefundTooLarge", "BalanceTooLow", "CardRefundTooLarge", "MinimumNotMet"}
_NAMES = {"balance": "available", "left": "available"}


def refusal(error: ShopError, currency: str) -> dict[str, Any]:
    """The answer to a request that was refused; nothing of it was done."""
    kind = type(error).__name__
    word = WORDS.get(kind)
    if word is None:
        field = _FIELDS.get(kind) or error.facts.get("field") or error.facts.get("what")
        return {"ok": False, "error": "bad_request", **({"field": field} if field else {})}
    figures = {
        _NAMES.get(name, name): _figure(error.facts[name], currency if kind in _MONEY else "")
        for name in _FIGURES
        if error.facts.get(name) is not None
    }
    return {"ok": False, "error": word, **figures}


def _figure(value: Any, currency: str) -> Any:
    if isinstance(value, int):
        return str(Money(value, currency)) if currency else value
    if isinstance(value, Money):
        return str(value)
    return str(value)
