"""A coupon as one label among others, so that a sheet may have coupons and addresses on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.loyalty.coupon import Coupon
from app.people.customer import Customer
from app.shop import Shop
from reports.cautions import Caution
from reports.coupon_words import coupon_facts
from reports.designed import draw_designed
from reports.dress import Wearing, wearing_of
from reports.field import Field
from reports.owned import owned
from reports.promise import Promise


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
        """Raises `TextTooLong`."""
        draw_designed(on, self.promise, self.wearing)
        return ()


def coupon_cell(
    shop: Shop, coupon: Coupon, design_name: str = "", *, person: Customer | None = None
) -> CouponCell:
    """The coupon of `person`, None for anyone, in that design, the usual one for none.

    Raises `UnknownDesign`.
    """
    style = owned(shop).style(signed=False)
    (promise,) = coupon_facts([coupon], [person], shop.settings.read(), style)
    return CouponCell(
        promise, wearing_of(shop, design_name), person.name if person else promise.offer
    )
