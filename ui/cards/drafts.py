"""What the owner did to single cards by hand: other words, facts for one alone, or written anew."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ui.cards.order import CardOrder, Draft


class Drafts:
    """By letter and the number of the recipient; another list or letter leaves them as they are."""

    def __init__(self, letter: str) -> None:
        self._drafts: dict[tuple[str, int], Draft] = {}
        self._letter = letter

    def turn_to(self, letter: str) -> None:
        """From now on cards of this letter are meant."""
        self._letter = letter

    def all(self) -> Mapping[int, Draft]:
        return {
            one: draft for (letter, one), draft in self._drafts.items() if letter == self._letter
        }

    def of(self, recipient: int) -> Draft:
        return self._drafts.get((self._letter, recipient), Draft())

    def write(self, recipient: int, text: str, letter: str) -> None:
        """The card says `text`; the letter's own words are no draft."""
        self._keep(recipient, replace(self.of(recipient), text=None if text == letter else text))

    def write_anew(self, recipient: int) -> None:
        """The same words in another writing."""
        draft = self.of(recipient)
        self._keep(recipient, replace(draft, again=draft.again + 1))

    def say(self, recipient: int, name: str, text: str) -> None:
        """A fact that is true of this one alone; an empty one is none."""
        draft = self.of(recipient)
        said = {**draft.facts, name: text}
        self._keep(recipient, replace(draft, facts={n: t for n, t in said.items() if t}))

    def take_back(self, order: CardOrder) -> None:
        """Its cards are still to be printed, as they were."""
        wanted = set(order.ids)
        self._drafts |= {
            (order.letter, one): draft for one, draft in order.drafts.items() if one in wanted
        }

    def forget(self, recipients: Iterable[int]) -> None:
        """These cards came out."""
        for one in recipients:
            self._drafts.pop((self._letter, one), None)

    def _keep(self, recipient: int, draft: Draft) -> None:
        self._drafts[self._letter, recipient] = draft
        if draft == Draft():
            del self._drafts[self._letter, recipient]
