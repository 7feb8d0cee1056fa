"""What labels and envelopes are printed on in this shop: sheets, what the drawer has left, envelopes."""

from collections.abc import Sequence

from app.shop import Shop
from reports.envelope_feed import EnvelopeFeed
from reports.papers import PAGES
from reports.shop_stock import known, stock_of
from reports.stock import Stock, UnknownStock
from ui.printing.labels.laying import Fed
from ui.printing.labels.wish import Wish
from ui.printing.sheets.lately import Memory, lately, used

_LETTER_COUNTRIES = frozenset({"US", "CA"})


class Papers:
    """Read from the book when it is asked for."""

    def __init__(self, shop: Shop, memory: Memory) -> None:
        self._shop, self._memory = shop, memory

    def usual(self) -> Wish:
        """The sheet that was used last, else the first one of the country's paper, and its envelope."""
        is_letter = self._is_letter
        return Wish(
            stock=self._usual_stock(),
            envelope="#10" if is_letter else "DL",
            feed=EnvelopeFeed(paper="Letter" if is_letter else "A4"),
        )

    def found(self, wish: Wish) -> Wish:
        """The same wish; on the usual sheet, where a sheet of the owner's own was removed meanwhile."""
        try:
            stock_of(self._shop, wish.stock)
        except UnknownStock:
            return wish.on(self._usual_stock())
        return wish

    def stock(self, wish: Wish) -> Stock:
        """Raises `UnknownStock`."""
        return stock_of(self._shop, wish.stock)

    def drawer(self, wish: Wish) -> Sequence[Fed]:
        """The part-used sheets of that kind."""
        if not wish.is_labels:
            return ()
        kept = self._shop.printing.drawer.all(wish.stock)
        return [Fed(part=one.id, name=one.name, gone=one.gone, torn=one.torn) for one in kept]

    def remember(self, wish: Wish) -> None:
        """The sheet was used just now."""
        if wish.is_labels:
            used(self._memory, wish.stock)

    @property
    def _is_letter(self) -> bool:
        return self._shop.settings.read().country in _LETTER_COUNTRIES

    def _usual_stock(self) -> str:
        sheets = known(self._shop)
        names = {one.name for one in sheets}
        if last := next((name for name in lately(self._memory) if name in names), ""):
            return last
        page = PAGES["Letter" if self._is_letter else "A4"]
        return next((one for one in sheets if one.page == page), sheets[0]).name
