"""Which of the people on the list are ticked: what the book suggests, and what the owner overruled."""

from collections.abc import Iterable, Mapping, Sequence

from ui.cards.recipients import NEVER, Recipient


class Selection:
    """The people in the order of the list; `too_long` cannot be written to on this paper."""

    def __init__(
        self,
        people: Sequence[Recipient],
        overruled: Mapping[int, bool] | None = None,
        too_long: frozenset[int] = frozenset(),
    ) -> None:
        self.people, self.too_long = people, too_long
        self.overruled = dict(overruled or {})
        self.held = [one for one in people if one.held]
        self._places = {one.id: at for at, one in enumerate(people)}
        self._ticked: set[int] = set()
        self._count_anew()

    @property
    def count(self) -> int:
        """How many are ticked."""
        return len(self._ticked)

    def is_ticked(self, one: Recipient) -> bool:
        return one.id in self._ticked

    def may_be_ticked(self, one: Recipient) -> bool:
        return one.held not in NEVER and one.id not in self.too_long

    def chosen(self) -> list[Recipient]:
        """Those who are ticked, in the order of the list."""
        return self.named(self._ticked)

    def named(self, ids: Iterable[int]) -> list[Recipient]:
        """Those of `ids` who are on the list, in its order."""
        places = sorted(self._places[one] for one in ids if one in self._places)
        return [self.people[at] for at in places]

    def place_of(self, wanted: int) -> int | None:
        """At which place of the list somebody stands."""
        return self._places.get(wanted)

    def toggle(self, one: Recipient) -> bool:
        """Tick or untick; False where no click can."""
        if not self.may_be_ticked(one):
            return False
        self.overruled[one.id] = not self.is_ticked(one)
        self._ticked ^= {one.id}
        return True

    def tick(self, ids: Iterable[int], *, ticked: bool) -> None:
        """Whatever the book suggests: these came out, or they did not."""
        self.overruled |= dict.fromkeys(ids, ticked)
        self._count_anew()

    def clear(self) -> None:
        self.overruled = {one.id: False for one in self.people}
        self._ticked.clear()

    def suggest(self) -> None:
        """Back to what the book suggests."""
        self.overruled.clear()
        self._count_anew()

    def refuse(self, too_long: frozenset[int]) -> None:
        """On the paper of now these cannot be written to."""
        self.too_long = too_long
        self._count_anew()

    def _count_anew(self) -> None:
        self._ticked = {
            one.id
            for one in self.people
            if self.may_be_ticked(one) and self.overruled.get(one.id, one.held is None)
        }
