"""What the Programme screen does: says the rules in words, and writes down what is decided anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.errors import ShopError
from app.loyalty.programme import Programme
from app.loyalty.programme_file import read_programme
from app.loyalty.programme_text import written
from app.people.exchange.errors import UnreadableFile
from reports.files import whole_file
from reports.sentences import sentence
from ui.customers.saying import About
from ui.loyalty import programme_said as said
from ui.loyalty.needs import DeskSide
from ui.loyalty.programme_asked import ASKED
from ui.loyalty.programme_reading import Misread, Scribe, Texts
from ui.loyalty.programme_said import Ruled


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the programme with its rules."""

    key: str
    rules: Sequence[Ruled]


class ProgrammeView(Protocol):
    """What the page shows."""

    def show_parts(self, parts: Sequence[Part]) -> None: ...


class Rules:
    """A rule at a time is changed, and holds at once; points that were earned stay as they are."""

    def __init__(self, desk: DeskSide, view: ProgrammeView) -> None:
        self._desk, self._view = desk, view

    def refresh(self) -> None:
        """Shows the programme that holds now."""
        programme, currency, words = self._programme, self._currency, self._desk.words
        rules = {
            "earning": [said.earning(programme, currency, words)],
            "rewards": [said.reward(one, currency, words) for one in programme.rewards],
            "promotions": [said.promotion(one, words) for one in programme.promotions],
            "tiers": [said.tier(one, words) for one in programme.tiers],
            "expiry": [said.expiry(programme.expiry, words)],
            "worth": [said.worth(programme, currency, words)],
        }
        self._view.show_parts([Part(key, found) for key, found in rules.items()])

    def texts(self, part: str, index: int) -> Texts:
        """What stands in the fields of a rule; `index` -1 is a new one."""
        nothing = {one.key: one.choices[0][0] if one.choices else "" for one in ASKED[part]}
        return nothing | self._scribe().texts_of(part, self._programme, index)

    def save(self, part: str, index: int, texts: Texts) -> tuple[str, str]:
        """Changes or adds a rule; answers the field that is wrong and why, or two empty texts."""
        fields = {key: text.strip() for key, text in texts.items()}
        try:
            changed = self._scribe().changed(part, self._programme, index, fields)
            self._check(changed)
        except Misread as misread:
            return misread.field, misread.said
        except ShopError as refused:
            return ASKED[part][0].key, sentence(refused, self._desk.words)
        self._change(changed)
        return "", ""

    def remove(self, part: str, index: int) -> None:
        self._change(self._scribe().without(part, self._programme, index))

    def load(self, file: Path) -> None:
        """Takes the programme from a file; a wrong one is refused with its line, and changes nothing."""
        text = self._desk.attempt(lambda: _text_of(file))
        if text is not None:
            self._desk.tell_step(
                self._desk.attempt(lambda: self._desk.shop.till.programmes.load(text))
            )

    def write(self, file: Path) -> None:
        """Writes the programme into a file."""
        text = self._desk.shop.till.programmes.text()

        def put() -> bool:
            with whole_file(file) as to:
                to.write(text.encode("utf-8"))
            return True

        if self._desk.attempt(put):
            words = self._desk.words
            self._desk.tell_step(None, words("{name} written", name=words.isolated(file.name)))

    def _change(self, programme: Programme) -> None:
        if programme != self._programme:
            programmes = self._desk.shop.till.programmes
            self._desk.tell_step(self._desk.attempt(lambda: programmes.change(programme)))

    def _check(self, programme: Programme) -> None:
        """Raises `WrongProgramme` where no file could say the same."""
        read_programme(written(programme, self._currency), self._currency)

    def _scribe(self) -> Scribe:
        return Scribe(About.of(self._desk.shop, self._desk.words), self._currency)

    @property
    def _programme(self) -> Programme:
        return self._desk.shop.till.programmes.current()

    @property
    def _currency(self) -> str:
        return self._desk.shop.till.currency


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(name=file.name, why="format") from error
