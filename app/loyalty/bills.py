"""What is bought or brought back, as the till says it, and what came of it."""

from app.errors import ShopError
from app.keeping.history import StepId
from app.loyalty.earning import Line
from app.values import value


class UnknownSale(ShopError):
    """There is no sale `id`."""


class RefundedSince(ShopError):
    """A refund of sale `id` came later and stands; that one must be taken back first."""


class RefundTooLarge(ShopError):
    """`wanted` minor units cannot come back of a sale of which `available` are left."""


class NothingToRefund(ShopError):
    """The sale has no such `item`, or not so many of it."""


class UnknownReward(ShopError):
    """The programme has no reward `name`."""


class NotABill(ShopError):
    """`what` (total, item, points, gift_card) of the bill cannot be."""


@value
class GiftCardPart:
    """So much of a bill is to be paid with a gift card."""

    code: str
    amount: int


@value
class Order:
    """A bill of `total` minor units; `coupon`, `points_spent` and `gift_card` are all taken or none."""

    customer: int | None
    total: int
    lines: tuple[Line, ...] = ()
    receipt: str = ""
    source: str = "till"
    points_spent: int = 0
    coupon: str = ""
    gift_card: GiftCardPart | None = None


@value
class Message:
    """To be told to the customer: a `promotion`, `reward`, `near` or `tier`, by its `name`."""

    what: str
    name: str = ""
    points: int = 0


@value
class Sold:
    """The sale, what it earned, the points there are now, and what is left to pay in money."""

    sale: int
    earned: int
    points: int
    to_pay: int
    points_spent: int = 0
    coupon_off: int = 0
    card_paid: int = 0
    messages: tuple[Message, ...] = ()
    step: StepId | None = None
    """Takes it back; None where nothing was written."""


@value
class Back:
    """A piece that comes back: so many thousandths of an item."""

    name: str
    thousandths: int = 1000


@value
class Refunded:
    """What a refund did to the points, and how much came back in all, in minor units: `on_card` of it
    went back on the gift card that had paid, `money` is to be handed out.
    """

    refund: int
    total: int
    points_taken: int
    points_returned: int
    points: int
    on_card: int = 0
    money: int = 0
    step: StepId | None = None


@value
class Spent:
    """What something cost in points, and what is left; `off` is what it takes off in minor units."""

    cost: int
    points: int
    off: int = 0
    step: StepId | None = None
