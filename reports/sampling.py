"""A coupon as the shop's would look, to show what its colour, logo and words do."""

from datetime import timedelta

from app.loyalty.coupon import Coupon
from app.loyalty.coupon_terms import Terms
from app.shop import Shop
from reports.codes import NOT_DRAWN
from reports.coupon_sheet import preview_promise
from reports.coupon_words import coupon_facts
from reports.dress import wearing_of
from reports.owned import owned

_TENTH = 1000  # hundredths of a percent
_DAYS = 30


def sample_coupon(shop: Shop, design_name: str = "colour") -> bytes:
    """A tenth off for anyone, as a page of its own; nothing is issued."""
    moment = shop.moment()
    last = moment.day + timedelta(days=_DAYS)
    coupon = Coupon(
        id=0,
        code=NOT_DRAWN,
        at=moment.at,
        by=moment.by,
        customer=None,
        reason="",
        words="",
        terms=Terms(kind="percent", value=_TENTH, valid_to=last),
    )
    style = owned(shop).style(signed=False)
    (promise,) = coupon_facts([coupon], [None], shop.settings.read(), style)
    return preview_promise(promise, wearing_of(shop, design_name))
