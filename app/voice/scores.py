"""Scores that are honest: NPS, CSAT and effort with how many answered and how sure it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.values import value
from app.voice import intervals
from app.voice.intervals import Interval
from app.voice.scales import ENDS, Mood, Scale, mood

FEW = 10
"""Below so many answers a score is shown with its n, and greyed."""
_ONE_PLACE, _TWO_PLACES, _WHOLE = Decimal("0.1"), Decimal("0.01"), Decimal(1)
_FEWEST_FOR_A_MEAN = 2


@value
class Counts:
    """How many gave each figure, and how many skipped the question."""

    scale: Scale
    figures: Mapping[int, int]
    skipped: int = 0

    @property
    def n(self) -> int:
        """Those who answered; a skip is no answer."""
        return sum(self.figures.values())

    @property
    def is_few(self) -> bool:
        return self.n < FEW

    def of(self, which: Mood) -> int:
        return sum(many for score, many in self.figures.items() if mood(self.scale, score) is which)

    @property
    def mean(self) -> Decimal | None:
        """With two decimals, half up; None where nobody answered."""
        if not self.n:
            return None
        total = sum(score * many for score, many in self.figures.items())
        return half_up(Decimal(total) / self.n, _TWO_PLACES)

    @property
    def exact(self) -> Decimal | None:
        """NPS from −100 to 100, a percentage of satisfied, or the mean effort; None where nobody answered."""
        if not self.n:
            return None
        if self.scale is Scale.EFFORT:
            return self.mean
        return Decimal(100 * self._above()) / self.n

    @property
    def shown(self) -> int | Decimal | None:
        """The same as it is shown: whole, half away from zero; a mean with two decimals."""
        if self.exact is None or self.scale is Scale.EFFORT:
            return self.exact
        return int(half_up(self.exact, _WHOLE))

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Of 95 %, in the unit of `shown` with one decimal; None where nothing is known."""
        found = self._interval()
        unit = 1 if self.scale is Scale.EFFORT else 100
        return found and tuple(half_up(Decimal(end) * unit, _ONE_PLACE) for end in found)  # type: ignore[return-value]

    def _above(self) -> int:
        low = self.of(Mood.LOW) if self.scale is Scale.NPS else 0
        return self.of(Mood.HIGH) - low

    def _interval(self) -> Interval | None:
        if not self.n:
            return None
        if self.scale is Scale.NPS:
            return intervals.of_promoters(self.of(Mood.HIGH), self.of(Mood.LOW), self.n)
        if self.scale is Scale.EFFORT:
            return self._of_mean()
        return intervals.wilson(self.of(Mood.HIGH), self.n)

    def _of_mean(self) -> Interval:
        """Within the scale; all of it where one answer tells nothing of how far others are apart."""
        least, most = ENDS[self.scale]
        if self.n < _FEWEST_FOR_A_MEAN:
            return least, most
        low, high = intervals.of_mean(self.figures)
        return max(least, low), min(most, high)

    def sure(self) -> tuple[float, Interval]:
        """The figure and an interval that never shrinks to nothing, by which two scores are compared."""
        if self.scale is Scale.NPS:
            ends = intervals.of_promoters_adjusted(self.of(Mood.HIGH), self.of(Mood.LOW), self.n)
            return self._above() / self.n, ends
        if self.scale is Scale.EFFORT:
            return float(self.exact or 0), intervals.of_mean(self.figures)
        return self._above() / self.n, intervals.wilson(self._above(), self.n)


def half_up(exact: Decimal, places: Decimal) -> Decimal:
    """Halves go away from zero: 62.5 → 63, −12.5 → −13; there is no −0."""
    return exact.quantize(places, rounding=ROUND_HALF_UP) + 0


@value
class Standing:
    """The scores of one period in one slice; `answers` are all that count, by their mood."""

    since: date | None
    until: date | None
    nps: Counts
    csat: Counts
    ten: Counts
    effort: Counts
    answers: Counter[int]

    def of(self, scale: Scale) -> Counts:
        counts: Counts = getattr(self, scale.value)
        return counts

    @property
    def n(self) -> int:
        return sum(self.answers.values())


def change(now: Counts, before: Counts) -> int | Decimal | None:
    """How far a score moved, as shown; None where it could be chance: too few to tell."""
    if now.is_few or before.is_few:
        return None
    if not intervals.differ(*now.sure(), *before.sure()):
        return None
    return now.shown - before.shown  # type: ignore[operator]


def counts_of(scale: Scale, found: Iterable[tuple[int, int]]) -> Counts:
    """From pairs of figure and how many; what was skipped stands under −1."""
    figures = Counter[int]()
    for score, many in found:
        figures[score] += many
    skipped = figures.pop(-1, 0)
    return Counts(scale=scale, figures=dict(+figures), skipped=skipped)


def scored(scores: Sequence[int | None], scale: Scale) -> Counts:
    """From the answers themselves; None was skipped."""
    return counts_of(scale, ((-1 if one is None else one, 1) for one in scores))
