"""The commands for what customers say."""

from datetime import date
from typing import Any

import click

from app.voice.reading import Period
from app.voice.scales import Mood, Scale
from app.voice.scores import Counts, Standing
from reports.score_words import score_line
from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.options import as_json, print_json
from ui.console.typed import day, in_order

_since = click.option("--from", "since", type=day, help=mark("The first day."))
_until = click.option("--to", "until", type=day, help=mark("The last day."))


@click.command(
    help=mark("Tells NPS, CSAT and effort. Each with how many answered and how sure it is.")
)
@_since
@_until
@as_json
@pass_counter
def scores(counter: Counter, /, since: date | None, until: date | None, as_json: bool) -> None:
    in_order(since, until, "--from", "--to")
    standing = counter.shop.voice.scores.of(Period(since=since, until=until))
    if as_json:
        print_json(_document(standing))
        return
    for scale in (Scale.NPS, Scale.CSAT, Scale.TEN, Scale.EFFORT):
        if scale is not Scale.TEN or standing.ten.n:
            click.echo(score_line(standing.of(scale), counter.words))


def _document(standing: Standing) -> dict[str, Any]:
    nps, csat, effort = standing.nps, standing.csat, standing.effort
    return {
        "nps": {
            **_n(nps),
            "score": nps.shown,
            "promoters": nps.of(Mood.HIGH),
            "passives": nps.of(Mood.MIDDLE),
            "detractors": nps.of(Mood.LOW),
            **_ends(nps),
        },
        "csat": {**_n(csat), "percent": csat.shown, "mean": _text(csat.mean), **_ends(csat)},
        "effort": {**_n(effort), "mean": _text(effort.mean), **_ends(effort)},
    }


def _n(counts: Counts) -> dict[str, int]:
    return {"n": counts.n, "skipped": counts.skipped}


def _ends(counts: Counts) -> dict[str, float | None]:
    low, high = counts.interval or (None, None)
    return {
        "low": None if low is None else float(low),
        "high": None if high is None else float(high),
    }


def _text(mean: object) -> str | None:
    return None if mean is None else str(mean)
