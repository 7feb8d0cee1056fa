"""What is asked for in the part of labels and envelopes, and the order that comes of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.shop import Shop
from reports.besides import Besides
from reports.envelope_feed import EnvelopeFeed
from reports.envelopes import ENVELOPES as SIZES
from reports.envelopes import Envelope, envelope_called, page_of
from reports.mailing import Mailing, Sort
from reports.papers import Size
from reports.shop_stock import known
from ui.printing.labels.laying import WHOLE, Fed

LABELS, ENVELOPES = "labels", "envelopes"
MOST_COPIES, MOST_BESIDES = 99, 999
NOBODY_COUNTED: Mapping[int, int] = MappingProxyType({})
_SPAN = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")
_DASH = re.compile(r"\s*[-\N{EN DASH}]\s*")


def sheet_of_design(shop: Shop, design: int | None) -> str:
    """The sheet for which that design is made, where there still is one of that name."""
    made = {one.id: str(one.parts.get("stock", "")) for one in shop.printing.designs.all()}
    name = made.get(design or 0, "")
    return name if any(one.name == name for one in known(shop)) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """For everybody on `list_name`, as `kind`; `fed` are the sheets that go into the printer first.

    `counted_by` is the tag that says how many somebody gets; the others get `copies`. `keep` puts what is
    left of a new sheet into the drawer, by `rest_name`.
    """

    list_name: str = "all"
    kind: str = LABELS
    stock: str
    envelope: str
    sort: Sort = Sort.LIST
    per_household: bool = False
    copies: int = 1
    counted_by: str = ""
    sequence: bool = False
    return_address: bool = True
    postage_box: bool = False
    feed: EnvelopeFeed = EnvelopeFeed()  # noqa: RUF009 - it never changes
    design: int | None = None
    fed: tuple[Fed, ...] = (WHOLE,)
    keep: bool = True
    rest_name: str = ""
    besides: tuple[Besides, ...] = ()

    @property
    def whose(self) -> tuple[object, ...]:
        """All on which it depends whose names stand on the paper, and in what order."""
        return (self.list_name, self.sort, self.per_household, *self._count, self.sequence)

    @property
    def _count(self) -> tuple[object, ...]:
        return (self.copies, self.counted_by)

    @property
    def is_labels(self) -> bool:
        return self.kind == LABELS

    def on(self, stock: str) -> "Wish":
        """On other sheets, of which nothing is gone yet."""
        return replace(self, stock=stock, fed=(WHOLE,)) if stock != self.stock else self

    def designed(self, design: int | None, stock: str) -> "Wish":
        """In a design of the owner's, which is for labels of the sheet `stock`; "" leaves the sheet."""
        if design is None:
            return replace(self, design=None)
        return replace(self.on(stock) if stock else self, design=design, kind=LABELS)

    def mailing(
        self, ids: Sequence[int], quantities: Mapping[int, int] = NOBODY_COUNTED
    ) -> Mailing:
        """The order for these people, of whom some get so many."""
        return Mailing(
            ids=tuple(ids),
            stock=self.stock if self.is_labels else "",
            envelope="" if self.is_labels else self.envelope,
            sort=self.sort,
            per_household=self.per_household,
            copies=self.copies,
            quantities=quantities,
            sequence=self.sequence,
            sheets=tuple(one.missing for one in self.fed) if self.is_labels else (),
            return_address=self.return_address,
            postage_box=self.postage_box,
            feed=self.feed,
            design=self.design if self.is_labels else None,
        )


def page_size(envelope: str, feed: EnvelopeFeed) -> Size:
    """The page that an envelope needs, as it is fed."""
    name = envelope_called(envelope)
    return page_of(Envelope(name=name, size=SIZES[name], feed=feed))


def pages_meant(text: str, pages: int) -> tuple[int, ...] | None:
    """`2, 4-5` as pages from 1; an empty tuple, for all, where nothing is typed. None if it is wrong."""
    found: list[int] = []
    for part in filter(None, re.split(r"[,;\s]+", _DASH.sub("-", text))):
        span = _SPAN.fullmatch(part)
        first, last = (int(span[1]), int(span[2] or span[1])) if span else (0, 0)
        if not 1 <= first <= last <= pages:
            return None
        found += range(first, last + 1)
    return tuple(dict.fromkeys(found))
