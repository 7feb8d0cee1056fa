"""Which letter goes to which list: what there is to choose from, and what is chosen."""

from collections.abc import Sequence

from app.shop import Shop
from app.thanks.letters import letter_kind, letter_names
from resources.words import Words
from ui.cards import wording
from ui.cards.shown import Chosen

FIRST = "birthdays:14"


class Choice:
    """A list and a letter; `list` is the name of one, as it is typed."""

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words
        self._named: tuple[int, ...] = ()
        self.list, self.letter = FIRST, "birthday"

    @property
    def is_waiting(self) -> bool:
        """Cards that were put aside, whatever letters they are."""
        return self.list == wording.WAITING

    def choose_people(self, ids: Sequence[int]) -> None:
        self._named = tuple(dict.fromkeys(ids))
        self.list = wording.named_list(self._named)

    def choose_letter(self, name: str) -> None:
        """Whom it usually goes to is chosen with it, but for people who were chosen one by one."""
        kind = letter_kind(name)
        if self.list == letter_kind(self.letter).to and kind.to in self._list_names():
            self.list = kind.to
        self.letter = name

    def lists(self) -> Chosen:
        """A list that there is no longer gives way to the birthdays."""
        if self.list not in self._list_names():
            self.list = FIRST
        return Chosen(choices=self._lists(), key=self.list)

    def letters(self) -> Chosen:
        return Chosen(choices=wording.letters(letter_names(), self._words), key=self.letter)

    def _list_names(self) -> set[str]:
        return {key for key, _ in self._lists()}

    def _lists(self) -> Sequence[tuple[str, str]]:
        tags, waiting = list(self._shop.customers.tags()), self._shop.waiting.count()
        return wording.lists(tags, self._named, waiting, self._words)
