"""What `sentences.py` says of coupons, gift cards and their codes."""

from collections.abc import Mapping

from resources.words import mark, mark_plural

TILL_ERRORS: Mapping[str, str] = {
    "UnknownCode": mark("There is no code {code}."),
    "MistypedCode": mark(
        "{code} is mistyped: a letter or digit is wrong, or two of them are swapped."
    ),
    "CodeTaken": mark("The code {code} is taken already."),
    "NotACode": mark("“{code}” cannot be a code. A code has letters or digits, at most {limit}."),
    "NotAPattern": mark(
        "“{pattern}” is no pattern for codes. It needs 1 to 12 stars, each for a sign that is drawn,"
        " and none of 0 O 1 I L U V, which are easily confused."
    ),
    "PatternUsedUp": mark(
        "“{pattern}” has only {left} free codes, not {wanted}. Add a star to the pattern."
    ),
    "NotToGive": mark("“{name}” cannot be given: it must be more than nothing, and at most 100 %."),
    "OverAlready": mark("{day} is over; a coupon must be good for some time."),
    "OverBeforeFirst": mark("The coupon would end on {last}, before it begins on {first}."),
    "NotTerms": mark("No coupon can have “{value}” as its {field}."),
    "CouponRefused": mark("The coupon {code} cannot be used."),
    "CouponVoided": mark("The coupon {code} is not good any more; it was cancelled on {day}."),
    "WrongCustomer": mark("The coupon {code} is for another customer."),
    "CustomerNeeded": mark("The coupon {code} is counted for each customer. Say first who it is."),
    "UsedUp": mark("The coupon {code} was used on {day} at {hour}."),
    "CouponExpired": mark("The coupon {code} expired on {day}."),
    "NotYetValid": mark("The coupon {code} is good from {day} on."),
    "NotOnThisWeekday": mark("The coupon {code} is not good today. It will be on {day}."),
    "NotAtThisHour": mark("The coupon {code} is good from {first} to {last} only."),
    "MinimumNotMet": mark(
        "Not enough spent for the coupon {code}: it needs {minimum}, so {missing} more."
    ),
    "NothingToTakeOff": mark("There is nothing on this bill that the coupon {code} is for."),
    "TooFewPieces": mark(
        "Too few pieces for the coupon {code}: it needs {needed}, and the bill has {pieces}."
    ),
    "ReasonNeeded": mark("Say why, so that it can be understood later."),
    "NotUsed": mark("The coupon {code} has not been used, so there is nothing to take back."),
    "GiftCardVoided": mark("The gift card {code} was cancelled."),
    "GiftCardExpired": mark("The gift card {code} expired on {day}."),
    "GiftCardEmpty": mark("The gift card {code} holds nothing any more."),
    "BalanceTooLow": mark("The gift card {code} holds only {balance}, not {wanted}."),
    "NotAboveZero": mark("The amount must be above zero."),
    "ExpiryIsPast": mark("{day} is over; a gift card must be good for some time."),
    "CardRefundTooLarge": mark(
        "Of what was paid with the gift card {code} only {left} can come back, not {wanted}."
    ),
    "DeadCard": mark("The card {number} was replaced on {day} and is not good any more."),
    "BlankCard": mark("The card {number} is nobody's yet."),
    "NoCard": mark("{name} has no card that could be replaced."),
    "TextTooLong": mark("“{text}” is too long for this paper."),
}

TILL_STEPS: Mapping[str, tuple[str, str]] = {
    "sale": mark_plural("Sale recorded", "Sale recorded"),
    "refund": mark_plural("Money given back", "Money given back"),
    "redeem": mark_plural("{reward} given", "{reward} given"),
    "spend points": mark_plural("Points spent", "Points spent"),
    "adjust points": mark_plural("Points put right", "Points put right"),
    "welcome": mark_plural("Points given for signing up", "Points given for signing up"),
    "change programme": mark_plural("Programme changed", "Programme changed"),
    "draft programme": mark_plural(
        "Change kept until you switch it on", "Change kept until you switch it on"
    ),
    "drop programme draft": mark_plural("Draft dropped", "Draft dropped"),
    "stamp": mark_plural("Stamp given", "{n} stamps given"),
    "give for stamps": mark_plural("{reward} given", "{reward} given"),
    "issue coupon": mark_plural("Coupon {code} issued", "{n} coupons issued"),
    "use coupon": mark_plural("Coupon {code} used", "{n} coupons used"),
    "undo coupon": mark_plural("Use of coupon {code} taken back", "Use of {n} coupons taken back"),
    "void coupon": mark_plural("Coupon {code} cancelled", "{n} coupons cancelled"),
    "unvoid coupon": mark_plural("Coupon {code} good again", "{n} coupons good again"),
    "tie offer": mark_plural("Coupons come with a letter", "Coupons come with a letter"),
    "replace offer": mark_plural(
        "Coupons come with a letter in place of another offer",
        "Coupons come with a letter in place of another offer",
    ),
    "untie offer": mark_plural(
        "Coupons come with a letter no more", "Coupons come with a letter no more"
    ),
    "sell gift card": mark_plural("Gift card {code} sold", "{n} gift cards sold"),
    "load gift card": mark_plural("Gift card {code} loaded", "{n} gift cards loaded"),
    "pay gift card": mark_plural("Paid with gift card {code}", "Paid with {n} gift cards"),
    "refund to gift card": mark_plural(
        "Payment put back on gift card {code}", "Payments put back on {n} gift cards"
    ),
    "refund gift card": mark_plural("Gift card {code} refunded", "{n} gift cards refunded"),
    "expire gift card": mark_plural("Gift card {code} expired", "{n} gift cards expired"),
    "give out": mark_plural(
        "Coupons and cards on labels given out", "Coupons and cards on labels given out"
    ),
    "give card": mark_plural("Card given to {name}", "Cards given to {n} people"),
    "replace card": mark_plural("Card of {name} replaced", "Cards of {n} people replaced"),
    "void gift card": mark_plural("Gift card {code} cancelled", "{n} gift cards cancelled"),
}
