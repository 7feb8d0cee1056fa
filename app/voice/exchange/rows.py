"""Makes an answer out of each row of a file: when, who, which figures, and in which words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from app.loyalty.exchange.moments import Moments, cell
from app.loyalty.exchange.opening import Opened
from app.loyalty.exchange.rows import named, problem
from app.people.exchange.lists import EVERY
from app.people.exchange.problems import Doubt, Problem, Reason
from app.people.exchange.sheets import Cell
from app.people.exchange.values import text_of
from app.people.folding import fold
from app.progress import Report
from app.values import value
from app.voice.scales import CHANNELS, ENDS, OWN_WORD, THEMES, Scale

SCALES = (Scale.CSAT, Scale.NPS, Scale.EFFORT)
LONGEST = 10_000
# `4`, `4.0`, `4/5`, `9 of 10`, `10 - Extremely likely`; where it says of how many, they must agree.
_FIGURE = re.compile(
    r"(\d{1,2})(?:[.,]0+)?(?:\s*(?:/|of|out of|z|ze|av|af|מתוך)\s*(\d{1,2}))?(?:[ \u00a0(:–—-][^\d%]*)?",
    re.ASCII,
)
_STARS = re.compile("((?:[★⭐]\ufe0f?)+)(?:☆\ufe0f?)*")
_NOT_ASKED = frozenset({"", "-", "–", "—", "n/a", "na", "x"})
_CHANNEL_WORDS: Mapping[str, str] = {
    "counter": "counter kiosk tablet pult disk сөре דלפק",
    "slip": "slip paper lístek papír lístok papier seddel papir қағаз פתק נייר",
    "phone": "phone telephone call telefon telefón telefonicky opkald қоңырау телефон טלפון",
    "review": "review google facebook recenze recenzia anmeldelse пікір ביקורת",
    "letter": "letter post mail dopis pošta list brev хат מכתב",
    "talk": "talk conversation interview rozhovor osobně osobne samtale әңгіме שיחה",
    "till": "till pos pokladna pokladnica kasse касса קופה",
}
_THEME_WORDS: Mapping[str, str] = {
    "staff": "staff people service personál obsluha lidé ľudia personale betjening қызметкерлер צוות שירות",
    "quality": "quality kvalita kvalitet сапа איכות",
    "speed": "speed waiting rychlost čekání rýchlosť čakanie hastighed ventetid жылдамдық מהירות המתנה",
    "price": "price prices cena ceny pris priser баға מחיר",
    "place": "place shop room prostředí místo prostredie miesto sted lokale орын מקום",
    "product": "product products goods zboží výrobky tovar výrobky varer produkt тауар מוצר",
}


@value
class Said:
    """One row. `clock` is local, noon if unknown; `buyers` are the texts of the columns that say who."""

    number: int
    day: str
    clock: str
    figures: tuple[tuple[Scale, int], ...]
    comment: str
    themes: tuple[str, ...]
    channel: str
    buyers: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...]


def read_said(
    opened: Opened, zone: ZoneInfo, report: Report
) -> Iterator[Said | tuple[Problem, ...]]:
    """The rows below the header, wholly blank ones left out; one that is no answer gives its problems."""
    reading = _Reading(opened, zone)
    for count, (number, cells) in enumerate(opened.sheet.rows()):
        if count % EVERY == 0:
            report(number, opened.sheet.height)
        if number > opened.columns.last_header and any(map(text_of, cells)):
            yield reading.read(number, cells)


class _Reading:
    """Knows where each field stands and how the days of the file are written."""

    def __init__(self, opened: Opened, zone: ZoneInfo) -> None:
        self._at = {name: opened.column(name) for name in (*SCALES, *_TEXTS)}
        self._comments = opened.all_columns("comment")
        self._people = [at for at, _ in opened.people]
        self._moments = Moments(opened, zone)

    def read(self, number: int, cells: Sequence[Cell]) -> Said | tuple[Problem, ...]:
        raw = {name: text_of(cell(cells, at)).strip() for name, at in self._at.items()}
        comment = "\n".join(self._said(cells))
        when, figures = self._moments.read(cells), []
        problems = [problem(number, "date", when)] if isinstance(when, Doubt) else []
        for scale in SCALES:
            try:
                figure = read_figure(raw[scale], scale)
            except ValueError:
                bad = Doubt(value=raw[scale], reason=Reason.BAD_SCORE, facts=_ends(scale))
                problems.append(problem(number, scale, bad))
            else:
                figures += [(scale, figure)] if figure is not None else []
        if not figures and not comment and not problems:
            problems.append(problem(number, "csat", Doubt(value="", reason=Reason.NOTHING_SAID)))
        if isinstance(when, Doubt) or not (figures or comment):
            return tuple(problems)
        return Said(
            number=number,
            day=when[0],
            clock=when[1],
            figures=tuple(figures),
            comment=comment[:LONGEST],
            themes=tuple(_themes(raw["theme"])),
            channel=_known(raw["channel"], "channel") or "file",
            buyers=named(cells, self._people),
            problems=tuple(problems),
        )

    def _said(self, cells: Sequence[Cell]) -> Iterator[str]:
        """Her words, column by column."""
        for at in self._comments:
            if said := text_of(cell(cells, at)).strip():
                yield said


_TEXTS = ("theme", "channel")


def read_figure(text: str, scale: Scale) -> int | None:
    """A figure on the scale; None where nothing was asked. Raises `ValueError`."""
    if text.lower() in _NOT_ASKED:
        return None
    least, most = ENDS[scale]
    if scale is Scale.CSAT and (stars := _STARS.fullmatch(text)):
        text = str(len(stars[1].replace("\ufe0f", "")))
    found = _FIGURE.fullmatch(text)
    if found is None or (found[2] and Decimal(found[2]) != most):
        raise ValueError(text)
    figure = int(found[1])
    if not least <= figure <= most:
        raise ValueError(text)
    return figure


def _themes(text: str) -> Iterator[str]:
    """Several may stand in one cell, parted by commas."""
    for part in re.split(r"[,;|\n]", text):
        if word := _known(part, "theme"):
            yield word


@lru_cache(maxsize=4096)
def _known(word: str, kind: Literal["theme", "channel"]) -> str:
    """The shop's own name of what the file calls so; any other stays as it is written."""
    word = " ".join("".join(one for one in word if one.isprintable() or one.isspace()).split())
    folded = fold(word)
    words, names = (_THEME_WORDS, THEMES) if kind == "theme" else (_CHANNEL_WORDS, CHANNELS)
    if folded in names:
        return folded
    for name, spellings in words.items():
        if folded in map(fold, spellings.split()):
            return name
    return word[:OWN_WORD]


def _ends(scale: Scale) -> dict[str, object]:
    least, most = ENDS[scale]
    return {"least": least, "most": most}
