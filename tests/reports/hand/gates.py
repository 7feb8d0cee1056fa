"""What written pages must measure to pass for handwriting, and whether they do."""

import numpy as np

from tests.reports.hand import metrics

NAMES = (
    "unlike",
    "twin",
    "nearest",
    "doubles",
    "base",
    "lag",
    "slopes",
    "gaps",
    "gap",
    "stroke",
    "slant",
    "starts",
    "pitch",
    "dots",
)
MUST = {
    "unlike": (2.5, np.inf),  # median unlikeness of the same letter, % of the x-height
    "twin": (1.5, np.inf),  # median of each letter's nearest twin
    "nearest": (0.5, np.inf),  # the nearest twin of all
    "doubles": (1.0, np.inf),  # the nearest of two that stand side by side
    "base": (0.06, 0.15),  # deviation of the feet, x-heights
    "lag": (0.1, 0.5),  # correlation of a foot with the next
    "slopes": (0.2, 0.6),  # deviation of the lines' slopes, degrees
    "gaps": (0.15, 0.30),  # variation of the gaps between words
    "gap": (0.35, np.inf),  # the smallest of them, x-heights
    "stroke": (0.05, 0.10),  # variation of the breadth of strokes
    "slant": (3.0, 7.0),  # deviation of the slant, degrees
    "starts": (0.5, 1.2),  # deviation of where lines begin, mm
    "pitch": (0.04, 0.09),  # variation from line to line
    "dots": (0.2, 0.5),  # scatter of the dots over i and j, mm
}
MUST_IN_HEBREW = MUST | {"unlike": (1.4, np.inf), "twin": (0.7, np.inf), "nearest": (0.25, np.inf)}


def sheet(pdf, text):
    return metrics.sheet_of(pdf, text)


def measured(sheets, *, right_to_left=False):
    """All measures, pooled over the sheets."""
    found = dict.fromkeys(NAMES, np.nan)
    found |= _shapes(sheets) | _lines(sheets) | _places(sheets, right_to_left=right_to_left)
    return found | _ink(sheets)


def missed(found, *, hebrew=False):
    """The measures outside their gate; one that does not apply to a language is none."""
    must = MUST_IN_HEBREW if hebrew else MUST
    return [
        name
        for name, (low, high) in must.items()
        if not np.isnan(found[name]) and not low <= found[name] <= high
    ]


def _shapes(sheets):
    shapes = [metrics.shapes(one) for one in sheets]
    pairs, nearest, doubles = ([far for one in shapes for far in one[n]] for n in range(3))
    return {
        "unlike": np.median(pairs),
        "twin": np.median(nearest),
        "nearest": min(nearest),
        "doubles": min(doubles, default=np.nan),
    }


def _lines(sheets):
    feet, lags, slopes = [], [], []
    for one in sheets:
        rest, pairs, slope = metrics.base_line(one)
        feet.append(np.std(rest) / one.x_height)
        lags.append(np.corrcoef(np.array(pairs).T)[0, 1])
        slopes.append(np.std(slope, ddof=1) if len(slope) > 2 else np.nan)
    return {"base": np.mean(feet), "lag": np.mean(lags), "slopes": np.nanmean(slopes)}


def _places(sheets, *, right_to_left):
    gaps = [metrics.word_gaps(one) for one in sheets]
    starts = [metrics.line_starts(one, right_to_left=right_to_left) for one in sheets]
    pitches = [np.array(metrics.pitches(one)) for one in sheets]
    return {
        "gaps": np.mean([np.std(some) / np.mean(some) for some in gaps]),
        "gap": min(map(min, gaps)),
        "starts": np.mean([np.std(some, ddof=1) for some in starts]),
        "pitch": np.mean(
            [np.std(some, ddof=1) / np.mean(some) for some in pitches if len(some) > 2]
        ),
    }


def _ink(sheets):
    dots = np.array([dot for one in sheets for dot in metrics.dots(one)])
    strokes = [np.std(metrics.relative(one, metrics.stroke, divide=True)) for one in sheets]
    slants = [np.std(metrics.relative(one, metrics.slant, divide=False)) for one in sheets]
    return {
        "stroke": np.mean(strokes),
        "slant": np.mean(slants),
        "dots": np.sqrt((dots**2).sum(axis=1).mean()) if len(dots) else np.nan,
    }
