"""What a sheet promises before it is given out: coupons and numbers of cards, whose codes are drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.loyalty.coupon import Coupon
from app.people.customer import Customer


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Of one kind of label: its new `coupons` by spot, `numbers` of cards by customer who has none.

    A coupon that is in the book already, as one that everybody may use, has its `id`; the others have none.
    """

    coupons: Mapping[int, Coupon] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.coupons or self.numbers)

    def named(self, people: Sequence[Customer]) -> list[Customer]:
        """As they will be when they have the cards that are promised to them."""
        return [
            replace(one, card_number=self.numbers[one.id]) if one.id in self.numbers else one
            for one in people
        ]


NOTHING = Promised()
