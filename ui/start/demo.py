"""The invented shop to look round in: made beside one's own, and signed as what it is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import Clock
from app.shop import Shop
from resources.words import Words
from ui.shared.buttons import Button, Kind
from ui.shared.chips import StateChip
from ui.shared.states import State


def fill_demo(folder: Path, clock: Clock, environ: Mapping[str, str], language: str) -> None:
    """Opens the shop in `folder` and fills it with invented people, unless they are there already."""
    from app.demo.filling import fill

    shop = Shop.open(folder, clock, environ)
    try:
        if not shop.customers.count():
            shop.settings.change(language=language)
            fill(shop, shop.today())
    finally:
        shop.close()


def demo_sign(words: Words, back: Callable[[], None]) -> QWidget:
    """Stands in the top strip of the demo shop, with the way back."""
    sign = QWidget()
    row = QHBoxLayout(sign)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(StateChip(State(words("Demo shop, invented people"), "warn"), 24))
    home = Button(words("Back to my shop"), Kind.SECONDARY, icon="storefront-outline")
    home.clicked.connect(back)
    row.addWidget(home)
    return sign
