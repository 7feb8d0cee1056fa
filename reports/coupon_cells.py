"""A coupon as one label among others, so that a sheet may have coupons and addresses on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.errors import ShopError
from app.loyalty.coupon import Coupon
from app.people.customer import Customer
from app.shop import Shop
from reports.cautions import Caution
from reports.coupon_words import coupon_facts
from reports.designed import draw_designed
from reports.dress import Wearing, wearing_of
from reports.field import Field, TextTooLong
from reports.owned import owned
from reports.promise import Promise


class NoRoomForCoupon(ShopError):
    """Not even the offer `name` and its code go on a label `wide` and `high` millimetres."""


@dataclass(frozen=True, slots=True)
class CouponCell:
    """A `reports.cells.Cell`: on a label that is large enough in its design, else with its code alone."""

    promise: Promise
    wearing: Wearing
    name: str

    @property
    def language(self) -> str:
        return self.promise.language

    def draw(self, on: Field) -> Iterable[Caution]:
        """Raises `NoRoomForCoupon`."""
        try:
            draw_designed(on, self.promise, self.wearing)
        except TextTooLong as too_long:
            wide, high = on.size
            raise NoRoomForCoupon(name=self.promise.offer, wide=wide, high=high) from too_long
        return ()


def coupon_cells(
    shop: Shop,
    coupons: Sequence[Coupon],
    people: Sequence[Customer | None],
    design_name: str = "",
) -> list[CouponCell]:
    """A cell for each in that design, the usual one for none; `people` are for whom, None for anyone.

    Raises `UnknownDesign`.
    """
    style, wearing = owned(shop).style(signed=False), wearing_of(shop, design_name)
    promises = coupon_facts(coupons, people, shop.settings.read(), style)
    return [
        CouponCell(promise, wearing, one.name if one else promise.offer)
        for promise, one in zip(promises, people, strict=True)
    ]
