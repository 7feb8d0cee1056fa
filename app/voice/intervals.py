"""How sure a figure is: 95 % intervals of shares and of the Net Promoter Score, and of their differences."""

from collections.abc import Mapping
from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""So many standard errors to either side hold 95 %."""
Interval = tuple[float, float]


def wilson(good: int, n: int) -> Interval:
    """Of a share `good` / `n`, as parts of one; `n` is above 0.

    Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference",
    JASA 22, 209–212.
    """
    share, z2 = good / n, Z * Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def of_promoters(promoters: float, detractors: float, n: float) -> Interval:
    """Of promoters less detractors, as parts of one, within −1 and 1; `n` is above 0.

    From the variance of the trinomial, (p + d − (p − d)²) / n; Rocks, B. (2016), "Interval estimation
    for the Net Promoter Score", The American Statistician 70, 365–372, its Wald interval.
    """
    score = (promoters - detractors) / n
    half = Z * sqrt(max(0.0, (promoters + detractors) / n - score * score) / n)
    return max(-1.0, score - half), min(1.0, score + half)


def of_promoters_adjusted(promoters: int, detractors: int, n: int) -> Interval:
    """The same with three answers more, ¾ of them promoters and ¾ detractors, so that it does not shrink to
    nothing where all say the same: the adjusted Wald interval of the same paper.
    """
    return of_promoters(promoters + 0.75, detractors + 0.75, n + 3)


def of_mean(counts: Mapping[int, int]) -> Interval:
    """Of the mean of figures, of which `counts` tells how many there are of each; two at least."""
    n = sum(counts.values())
    mean = sum(figure * many for figure, many in counts.items()) / n
    squares = sum(many * (figure - mean) ** 2 for figure, many in counts.items())
    half = Z * sqrt(squares / (n - 1) / n)
    return mean - half, mean + half


def differ(one: float, its: Interval, other: float, others: Interval) -> bool:
    """Whether two figures with their intervals are apart by more than chance.

    Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions",
    Statistics in Medicine 17, 873–890, method 10.
    """
    apart = one - other
    low = apart - sqrt((one - its[0]) ** 2 + (others[1] - other) ** 2)
    high = apart + sqrt((its[1] - one) ** 2 + (other - others[0]) ** 2)
    return low > 0 or high < 0
