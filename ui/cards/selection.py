"""Which of the people on the list are ticked: what the book suggests, and what the owner overruled."""

from collections.abc import Iterable, Mapping, Sequence

from ui.cards.recipients import NEVER, Recipient


class Selection:
    """The people in the order of the list; those in `too_long` cannot be written on this paper."""

    def __init__(
        self, people: Sequence[Recipient], overruled: Mapping[int, bool] | None = None
    ) -> None:
        self.people = people
        self._places = {one.id: at for at, one in enumerate(people)}
        self.overruled = dict(overruled or {})
        self.too_long: frozenset[int] = frozenset()

    def is_ticked(self, one: Recipient) -> bool:
        return self.may_be_ticked(one) and self.overruled.get(one.id, one.held is None)

    def may_be_ticked(self, one: Recipient) -> bool:
        return one.held not in NEVER and one.id not in self.too_long

    def toggle(self, one: Recipient) -> bool:
        """Tick or untick; False where no click can."""
        if not self.may_be_ticked(one):
            return False
        self.overruled[one.id] = not self.is_ticked(one)
        return True

    def clear(self) -> None:
        self.overruled = {one.id: False for one in self.people}

    def suggest(self) -> None:
        """Back to what the book suggests."""
        self.overruled.clear()

    def chosen(self) -> list[Recipient]:
        return [one for one in self.people if self.is_ticked(one)]

    def place_of(self, wanted: int) -> int | None:
        """At which place of the list somebody stands."""
        return self._places.get(wanted)

    def named(self, ids: Iterable[int]) -> list[Recipient]:
        """Those of `ids` who are on the list, in its order."""
        places = sorted(self._places[one] for one in ids if one in self._places)
        return [self.people[at] for at in places]
