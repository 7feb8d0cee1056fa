"""The points ledger as one would keep it on paper: movements in a list, replayed from the first each time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(eq=False)
class Movement:
    """`against` is the movement that it takes back."""

    who: int
    day: date
    points: int
    lifetime: int = 0
    expires: date | None = None
    against: "Movement | None" = None
    first: "list[Movement]" = field(default_factory=list)


@dataclass
class Use:
    taker: Movement
    lot: Movement
    points: int
    day: date


class Paper:
    """All movements in the order in which they were written; `now` says who everybody is by now."""

    def __init__(self, people: Iterable[int]) -> None:
        self.movements: list[tuple[Movement, Mapping[int, int]]] = []
        self.now = {one: one for one in people}

    def write(self, movement: Movement) -> Movement:
        self.movements.append((movement, dict(self.now)))
        return movement

    def balance(self, who: int, on: date) -> tuple[int, int]:
        """Points and debt at the end of a day."""
        uses, hers = self.replayed(), self.hers(who)
        found = 0
        for one in hers:
            if one.day > on:
                continue
            if is_lot(one):
                if one.expires is None or one.expires >= on:
                    found += one.points - sum(
                        u.points for u in uses if u.lot is one and u.day <= on
                    )
            elif one.points < 0 and not self.is_back(one, on):
                found -= -one.points - sum(u.points for u in uses if u.taker is one and u.day <= on)
        return max(found, 0), max(-found, 0)

    def can_spend(self, who: int, on: date) -> int:
        """What was there on that day and is there still."""
        uses, hers = self.replayed(), self.hers(who)
        good = [m for m in hers if is_lot(m) and m.day <= on and (not m.expires or m.expires >= on)]
        there = sum(self.left(m, uses) for m in good) - sum(self.owed(m, uses) for m in hers)
        is_late = any(m.day > on for m in hers)
        return max(0, min(there, self.balance(who, on)[0]) if is_late else there)

    def lifetime(self, who: int, on: date) -> int:
        return sum(m.lifetime for m in self.hers(who) if m.day <= on)

    def hers(self, who: int) -> list[Movement]:
        return [m for m, _ in self.movements if m.who == who or self.now[m.who] == who]

    def is_back(self, one: Movement, on: date = date.max) -> bool:
        return any(m.against is one and m.day <= on for m, _ in self.movements)

    def left(self, lot: Movement, uses: list[Use]) -> int:
        return lot.points - sum(use.points for use in uses if use.lot is lot)

    def owed(self, one: Movement, uses: list[Use]) -> int:
        if one.points > 0 or self.is_back(one):
            return 0
        return -one.points - sum(use.points for use in uses if use.taker is one)

    def replayed(self) -> list[Use]:
        replay = Replay()
        for movement, now in self.movements:
            replay.add(movement, now)
        return replay.uses


class Replay:
    """Writes again what was written so far."""

    def __init__(self) -> None:
        self.written: list[Movement] = []
        self.uses: list[Use] = []

    def add(self, one: Movement, now: Mapping[int, int]) -> None:
        self.written.append(one)
        family = [m for m in self.written if now[m.who] == now[one.who]]
        if is_lot(one):
            self.pays(one, family, one.day)
        elif one.points > 0:
            self.give_back(one, family)
        else:
            self.take(one, family)

    def take(self, one: Movement, family: list[Movement]) -> None:
        lots = [m for m in family if is_lot(m) and self.left(m)]
        mine = [m for m in lots if m in one.first]
        rest = [m for m in lots if m not in mine and not (m.expires and m.expires < one.day)]
        there = [m for m in rest if m.day <= one.day]
        younger = [m for m in rest if m.day > one.day]
        for lots in (
            sorted(mine, key=lambda m: ((m.day > one.day and m.day) or one.day, *self.soonest(m))),
            sorted(there, key=self.soonest),
            sorted(younger, key=lambda m: (m.day, *self.soonest(m))),
        ):
            for lot in lots:
                part = min(self.left(lot), self.owed(one))
                if part:
                    self.uses.append(Use(one, lot, part, max(lot.day, one.day)))

    def give_back(self, one: Movement, family: list[Movement]) -> None:
        taker = one.against
        lots = [m for m in self.written if any(u.lot is m and u.taker is taker for u in self.uses)]
        for lot in lots:
            used = [u for u in self.uses if u.lot is lot and u.taker is taker]
            part = sum(u.points for u in used)
            if part:
                day = max(one.day, *(u.day for u in used))
                self.uses.append(Use(taker, lot, -part, day))
                self.pays(lot, family, one.day)

    def pays(self, lot: Movement, family: list[Movement], day: date) -> None:
        for debt in family:
            if debt.points < 0 and not (lot.expires and lot.expires < debt.day):
                part = min(self.left(lot), self.owed(debt))
                if part:
                    self.uses.append(Use(debt, lot, part, max(lot.day, debt.day, day)))

    def left(self, lot: Movement) -> int:
        return lot.points - sum(use.points for use in self.uses if use.lot is lot)

    def owed(self, one: Movement) -> int:
        if any(m.against is one for m in self.written):
            return 0
        return -one.points - sum(use.points for use in self.uses if use.taker is one)

    def soonest(self, lot: Movement) -> tuple[date, date, int]:
        return lot.expires or date.max, lot.day, self.written.index(lot)


def is_lot(one: Movement) -> bool:
    return one.points > 0 and one.against is None
