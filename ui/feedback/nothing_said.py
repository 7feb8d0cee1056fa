"""The page before anybody has answered: what can be done to be told something."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.shared.buttons import Button, Kind
from ui.shared.empty import EmptyState, Tile

COUNTER = "counter"
"""The place of the counter's own screen, where there is one."""


def make_nothing_said(desk: Desk, write_down: Callable[[], None]) -> QWidget:
    """`write_down` opens the form for an answer that came by phone, letter or word of mouth."""
    words = desk.words
    page = EmptyState(
        None,
        words("No answers yet"),
        words("As soon as somebody answers, you see here how your shop stands."),
    )
    has_counter = COUNTER in desk.window.stack.places
    if has_counter:
        ask = Button(words("Open counter mode"), Kind.PRIMARY)
        ask.setObjectName("nothing.counter")
        ask.clicked.connect(lambda: desk.window.go(COUNTER))
        said = words("One question at the counter, answered by touch in ten seconds.")
        page.add(Tile("gesture-tap", words("Ask at the counter"), said, ask))
    write = Button(words("Write down an answer"), Kind.SECONDARY if has_counter else Kind.PRIMARY)
    write.setObjectName("nothing.write")
    write.clicked.connect(write_down)
    said = words("Somebody called, wrote a letter or a review, or told you in the shop.")
    page.add(Tile("pencil-outline", words("Type one in"), said, write))
    holder = QWidget()
    whole = QVBoxLayout(holder)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(page)
    holder.setFocusProxy(write)
    page.hint(
        "table-arrow-down",
        words("A list of answers is read by: {command}", command=words.isolated(_IMPORT)),
    )
    return holder


_IMPORT = "import-feedback FILE"
