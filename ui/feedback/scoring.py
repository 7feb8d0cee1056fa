"""Says scores: large figures, the months of a chart, and the bars of what they are broken down by."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.voice.reading import SCORED, Period
from app.voice.scales import ENDS, Scale
from app.voice.scores import Counts, Standing, change
from reports.feedback_words import channel_called, theme_called
from reports.score_words import NAMES, figure, signed
from resources.words import Words, mark
from ui.feedback.reading import CHANNEL, LIST, SHIFT, THEME, Overview
from ui.feedback.shown import Bar, Chart, Figure, Point

ALWAYS = (Scale.NPS, Scale.CSAT)
"""Shown even where nobody was asked yet."""
LIST_NAMES: Mapping[str, str] = {
    "regulars": mark("Regulars"),
    "new": mark("New"),
    "slipping": mark("Slipping away"),
    "lapsed": mark("Lapsed"),
}
_SURE = 95
_WHOLE, _ONE_PLACE = Decimal(1), Decimal("0.1")


def scales_of(read: Overview) -> list[Scale]:
    """Those that there is something to say of."""
    before = read.before
    return [
        one
        for one in SCORED
        if one in ALWAYS or read.now.of(one).n or (before and before.of(one).n)
    ]


def figure_of(read: Overview, scale: Scale, words: Words) -> Figure:
    counts = read.now.of(scale)
    name = words(NAMES[scale])
    if not counts.n:
        nothing = words("No answers yet")
        return Figure(
            key=scale.value,
            name=name,
            figure="–",
            lines=(nothing,),
            is_grey=True,
            aloud=f"{name}: {nothing}",
        )
    said = (_answers(counts, words), few_said(counts, words), _sure(counts, words))
    lines = tuple(line for line in (*said, _moved(read, scale, words)) if line)
    shown = figure(counts, words)
    return Figure(
        key=scale.value,
        name=name,
        figure=shown,
        lines=lines,
        is_grey=counts.is_few,
        aloud=", ".join((f"{name}: {shown}", *lines)),
    )


def chart_of(read: Overview, scale: Scale, words: Words) -> Chart:
    name = words(NAMES[scale])
    if read.is_weekly:
        title = words("{score}, week by week", score=name)
    else:
        title = words("{score}, month by month", score=name)
    points = tuple(_point(one, scale, words, is_week=read.is_weekly) for one in read.trend)
    return Chart(title=title, points=points, ticks=_ticks(scale, words))


def bars_of(read: Overview, scale: Scale, words: Words) -> list[Bar]:
    """Only those that somebody answered on this scale."""
    found = [(key, one.of(scale)) for key, one in read.parts.items()]
    return [_bar(key, counts, read, words) for key, counts in found if counts.n]


def named(key: str, read: Overview, words: Words) -> str:
    """What a part is called."""
    match read.wish.by:
        case "theme":
            return theme_called(key, words)
        case "channel":
            return channel_called(key, words)
        case "shift":
            return _shift(key, read, words)
        case "list":
            return words(LIST_NAMES[key])
        case _:
            return read.questions.get(key, key)


def _shift(key: str, read: Overview, words: Words) -> str:
    if key == "00:00" and read.shifts:
        return words("Before {hour}", hour=words.isolated(read.shifts[0]))
    return words("From {hour}", hour=words.isolated(key))


def few_said(counts: Counts, words: Words) -> str:
    return words("Few answers yet") if counts.is_few else ""


def _answers(counts: Counts, words: Words) -> str:
    said = words.plural("{n} answer", "{n} answers", counts.n)
    if not counts.skipped:
        return said
    skipped = words.plural("{n} skipped", "{n} skipped", counts.skipped)
    return f"{said}, {skipped}"


def _sure(counts: Counts, words: Words) -> str:
    if counts.interval is None:
        return ""
    low, high = (_end(one, counts.scale, words) for one in counts.interval)
    return words(
        "{percent} sure: {low} to {high}", percent=words.percent(_SURE), low=low, high=high
    )


def _moved(read: Overview, scale: Scale, words: Words) -> str:
    """What changed since as many days before."""
    now, period = read.now.of(scale), read.wish.period
    before = read.before.of(scale) if read.before else None
    if before is None or period.since is None or period.until is None:
        return ""
    days = (period.until - period.since).days + 1
    if not before.n:
        return words.plural(
            "Nobody answered on the {n} day before", "Nobody answered on the {n} days before", days
        )
    moved = change(now, before)
    was = figure(before, words)
    if moved is None:
        return words("Before: {figure}. Too few to tell whether it changed.", figure=was)
    if moved > 0:
        return words("Before: {figure}. Better now.", figure=was)
    return words("Before: {figure}. Worse now.", figure=was)


def _end(end: Decimal, scale: Scale, words: Words) -> str:
    """One end of the interval, in the unit of its score."""
    if scale is Scale.EFFORT:
        return words.decimal(end.quantize(_ONE_PLACE))
    whole = int(end.quantize(_WHOLE, rounding=ROUND_HALF_UP))
    return words.isolated(signed(whole)) if scale is Scale.NPS else words.percent(whole)


def _point(one: Standing, scale: Scale, words: Words, *, is_week: bool) -> Point:
    counts, first = one.of(scale), one.since or date.min
    if is_week:
        short = words.date(first, "MMMd")
        month = words("Week from {day}", day=short)
    else:
        short, month = words.date(first, "MMM"), words.date(first, "yMMMM")
    if counts.exact is None:
        said = words("{month}: nobody answered", month=month)
        return Point(short=short, said=said)
    low, high = counts.interval or (counts.exact, counts.exact)
    parts = [figure(counts, words), _answers(counts, words), _sure(counts, words)]
    return Point(
        short=short,
        said=words("{month}: {said}", month=month, said=", ".join(filter(None, parts))),
        level=_level(counts.exact, scale),
        low=_level(low, scale),
        high=_level(high, scale),
        is_grey=counts.is_few,
    )


def _bar(key: str, counts: Counts, read: Overview, words: Words) -> Bar:
    name, n = named(key, read, words), words.plural("{n} answer", "{n} answers", counts.n)
    shown = figure(counts, words)
    exact = counts.exact
    return Bar(
        key=key,
        name=name,
        figure=shown,
        n=n,
        level=None if exact is None else _level(exact, counts.scale),
        start=_level(Decimal(0), counts.scale) if counts.scale is Scale.NPS else 0,
        is_grey=counts.is_few,
        aloud=", ".join(filter(None, (f"{name}: {shown}", n, few_said(counts, words)))),
    )


def _level(value: Decimal, scale: Scale) -> float:
    """Where a score lies between the least and the greatest there can be."""
    least, most = _bounds(scale)
    return min(1.0, max(0.0, float((value - least) / (most - least))))


def _bounds(scale: Scale) -> tuple[int, int]:
    if scale is Scale.NPS:
        return -100, 100
    return ENDS[scale] if scale is Scale.EFFORT else (0, 100)


def _ticks(scale: Scale, words: Words) -> tuple[tuple[float, str], ...]:
    if scale is Scale.NPS:
        return tuple((_level(Decimal(n), scale), words.isolated(signed(n))) for n in (-100, 0, 100))
    if scale is Scale.EFFORT:
        return tuple((_level(Decimal(n), scale), words.number(n)) for n in (1, 4, 7))
    return tuple((n / 100, words.percent(n)) for n in (0, 50, 100))


BROKEN_DOWN: Mapping[str, str] = {
    THEME: mark("Theme"),
    CHANNEL: mark("Where from"),
    "question": mark("Question"),
    SHIFT: mark("Shift"),
    LIST: mark("Customers"),
}


def days_of(period: Period) -> str:
    """Its first and last day as they would be typed; empty for one without an end."""
    return " ".join(one.isoformat() for one in (period.since, period.until) if one)
