"""A case: somebody was unhappy or wants to be called, and somebody sees to it until it is put right."""

from datetime import date, datetime
from enum import StrEnum

from app.errors import ShopError
from app.values import value


class UnknownCase(ShopError):
    """There is no case with that number."""


class NotACase(ShopError):
    """A case cannot have `value` as its `field`."""


class Stage(StrEnum):
    """Where a case stands on a day; it follows from what was done and from its coupon."""

    OPEN = "open"
    """Nobody has answered her yet."""
    WAITING = "waiting"
    """She was answered; her coupon is out, or it is not said yet that all is well."""
    REOPENED = "reopened"
    """The coupon lapsed and she did not come back."""
    CLOSED = "closed"


@value
class Case:
    """`why` is `low`, `call` or `told` (by word of mouth); `solved_at` is when it was closed or its coupon
    used; `outcome` is what came of it, in the words of who closed it.
    """

    id: int
    answer: int | None
    customer: int | None
    opened_at: datetime
    day: date
    why: str
    owner: str
    due: date
    next_step: str
    coupon: int | None
    answered_at: datetime | None
    solved_at: datetime | None
    outcome: str
    stage: Stage

    @property
    def is_done(self) -> bool:
        return self.stage is Stage.CLOSED


@value
class Times:
    """How long it took: medians in hours, None where nothing was; `open` are those not closed."""

    cases: int
    open: int
    to_answer: float | None
    to_solve: float | None
