"""What the screen shows while there is nobody to show."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from resources.words import Words
from ui.shared.buttons import Button, Kind
from ui.shared.drawings import BookDrawing
from ui.shared.empty import EmptyState, Tile
from ui.shared.pane import Pane
from ui.shared.text import Text


def empty_book(
    say: Words, bring_list: Callable[[], object], add: Callable[[], object]
) -> EmptyState:
    """Nobody is in the book yet: points to the import and to adding."""
    bring = Button(say("Import my list"), Kind.PRIMARY)
    bring.setObjectName("empty.import")
    bring.clicked.connect(bring_list)
    one = Button(say("Add customer"))
    one.setObjectName("empty.add")
    one.clicked.connect(add)
    lines = (say("Thank you"), say("for coming!"))
    empty = EmptyState(
        BookDrawing(lines), say("The book is still empty"), say("Who comes to your shop?")
    )
    listed = say("From Excel, a phone or another till. Nothing is written before you have seen it.")
    empty.add(Tile("tray-arrow-down", say("I have a list"), listed, bring))
    typed = say("A name or a phone is enough, the rest comes with time.")
    empty.add(Tile("account-plus-outline", say("One by one"), typed, one))
    return empty


def nobody_chosen(words: Words) -> Pane:
    """The pane while nobody is chosen."""
    pane = Pane(words("Customer"))
    hint = QVBoxLayout()
    hint.addWidget(Text(words("Nobody is chosen"), 16, 600))
    said = words("Choose somebody from the list to see everything about them.")
    hint.addWidget(Text(said, 14, ink="ink2", wrap=True))
    pane.head.addLayout(hint)
    pane.head.addStretch()
    return pane
