"""What the owner did to single cards by hand: other words, or written anew."""

from collections.abc import Mapping
from dataclasses import replace

from ui.cards.order import Draft


class Drafts:
    """By the number of the recipient; forgotten with another list or letter."""

    def __init__(self) -> None:
        self._drafts: dict[int, Draft] = {}

    def all(self) -> Mapping[int, Draft]:
        return dict(self._drafts)

    def of(self, recipient: int) -> Draft:
        return self._drafts.get(recipient, Draft())

    def write(self, recipient: int, text: str, letter: str) -> None:
        """The card says `text`; the letter's own words are no draft."""
        self._keep(recipient, replace(self.of(recipient), text="" if text == letter else text))

    def write_anew(self, recipient: int) -> None:
        """The same words in another writing."""
        draft = self.of(recipient)
        self._keep(recipient, replace(draft, again=draft.again + 1))

    def forget(self, *recipients: int) -> None:
        """These cards came out, or all where none is named."""
        for one in recipients or tuple(self._drafts):
            self._drafts.pop(one, None)

    def _keep(self, recipient: int, draft: Draft) -> None:
        self._drafts[recipient] = draft
        if draft == Draft():
            del self._drafts[recipient]
