"""The overview of keys, opened by F1."""

from PySide6.QtWidgets import QGridLayout, QWidget

from resources.words import Words
from ui.shared.dialog import Dialog
from ui.shared.text import Text
from ui.shell.keys import Keys


class ShortcutsDialog(Dialog):
    """Two columns: what is done, and its key."""

    def __init__(self, words: Words, keys: Keys, parent: QWidget) -> None:
        super().__init__(words("Keys"), parent)
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, (said, key) in enumerate(keys.all()):
            grid.addWidget(Text(said), row, 0)
            grid.addWidget(Text(key, 13, ink="ink2"), row, 1)
        self.body.addLayout(grid)
        self.add_way_out(words("Close"))
