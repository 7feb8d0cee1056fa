"""The page before anybody has answered: what can be done to be told something."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.shared.buttons import Button, Kind
from ui.shared.empty import EmptyState, Tile

COUNTER = "counter"
"""The place of the counter's own screen, where there is one."""


def make_nothing_said(
    desk: Desk, write_down: Callable[[], None], take_in: Callable[[], None]
) -> QWidget:
    """`write_down` opens the form for an answer that came by phone, letter or word of mouth; `take_in` reads
    a file of answers.
    """
    words = desk.words
    page = EmptyState(
        None,
        words("No answers yet"),
        words("As soon as somebody answers, you see here how your shop stands."),
    )
    has_counter = COUNTER in desk.window.stack.places
    if has_counter:
        ask = _button("counter", words("Open counter mode"), lambda: desk.window.go(COUNTER))
        said = words("One question at the counter, answered by touch in ten seconds.")
        page.add(Tile("gesture-tap", words("Ask at the counter"), said, ask))
    write = _button("write", words("Write down an answer"), write_down, leads=not has_counter)
    said = words("Somebody called, wrote a letter or a review, or told you in the shop.")
    page.add(Tile("pencil-outline", words("Type one in"), said, write))
    read = _button("read", words("Read a list"), take_in, leads=False)
    said = words("Answers that you gathered in a spreadsheet or with another program.")
    page.add(Tile("tray-arrow-down", words("Bring what you have"), said, read))
    return page


def _button(name: str, words: str, act: Callable[[], object], *, leads: bool = True) -> Button:
    button = Button(words, Kind.PRIMARY if leads else Kind.SECONDARY)
    button.setObjectName(f"nothing.{name}")
    button.clicked.connect(lambda _on: act())
    return button
