"""What is asked for of one slip, field by field, and which key means what, whatever the keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.voice.questions import Question, Reply, to_ask
from app.voice.scales import ENDS, THEMES, Scale
from app.voice.survey import Survey
from reports import voice_words
from resources.words import Words

NUMBER, REASONS = "number", "reasons"
"""The keys of the two fields that are no question."""
TEN = "*tTxX×אеЕ"
"""Any of these is the figure 10, so that each figure is one key."""
SKIP = " -"
# What the keys 1 2 3 … 0 above the letters give in Czech, Slovak and Kazakh.
_DIGIT_ROWS = ("+ěščřžýáíé", "+ľščťžýáíé", '"әіңғ,.үұқ')
_ALPHABETS = ("ABCDEF", "אבגדהו", "АБВГДЕ", "123456")
_TEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One thing that can be chosen: `sign` is what stands in its box on the slip."""

    value: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A field: its choices, or none where a number is typed. `many` can be chosen, or one."""

    key: str
    title: str
    picks: tuple[Pick, ...] = ()
    many: bool = False

    def picked(self, typed: str) -> Pick | None:
        """What one key chooses here."""
        signs = [one.sign for one in self.picks]
        if typed in TEN and str(_TEN) in signs:
            return self.picks[signs.index(str(_TEN))]
        if self.key == REASONS:
            found = [letters.find(typed.upper()) for letters in _ALPHABETS]
            place = max(found)
        else:
            digit = as_digit(typed)
            place = signs.index(digit) if digit in signs else -1
        return self.picks[place] if 0 <= place < len(self.picks) else None


def as_digit(typed: str) -> str:
    """The digit on that key; empty where there is none."""
    if typed.isdecimal():
        return str(int(typed))
    places = [row.find(typed.lower()) for row in _DIGIT_ROWS]
    return str((max(places) + 1) % _TEN) if typed and max(places) >= 0 else ""


def fields_of(survey: Survey, words: Words, shop_language: str, *, numbered: bool) -> list[Asked]:
    """In the order in which they stand on the slip; what is written in words is not among them."""
    fields = [Asked(key=NUMBER, title=words("Number of the slip"))] if numbered else []
    fields += [
        _field(one, words, shop_language) for one in survey.questions if one.scale is not Scale.TEXT
    ]
    if any(one.asks_why for one in survey.questions):
        signs = voice_words.letters(words.language)
        themes = zip(THEMES, signs, strict=True)
        picks = tuple(
            Pick(value=theme, sign=sign, words=voice_words.theme_name(theme, words))
            for theme, sign in themes
        )
        fields.append(Asked(key=REASONS, title=words("What was it about?"), picks=picks, many=True))
    return fields


def replies_of(
    questions: Sequence[Question],
    chosen: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
) -> tuple[Reply, ...]:
    """What was ticked and written; what was asked of this person and left blank was skipped."""
    replies = {one.key: _reply(one, chosen.get(one.key, ()), texts) for one in questions}
    asked = {one.key for one in to_ask(questions, replies)}
    return tuple(one for key, one in replies.items() if not one.is_skipped or key in asked)


def _field(asked: Question, words: Words, shop_language: str) -> Asked:
    return Asked(
        key=asked.key,
        title=asked.asked_in(words.language, shop_language),
        picks=tuple(_picks(asked, words, shop_language)),
        many=asked.scale is Scale.CHOICES,
    )


def _picks(asked: Question, words: Words, shop_language: str) -> list[Pick]:
    if asked.has_options:
        return [
            Pick(
                value=one.key, sign=str(place), words=voice_words.option(one, words, shop_language)
            )
            for place, one in enumerate(asked.options, 1)
        ]
    least, most = ENDS[asked.scale]
    figures = [str(score) for score in range(least, most + 1)]
    if asked.scale is not Scale.CSAT:
        return [Pick(value=one, sign=one, words="") for one in figures]
    return [
        Pick(value=one, sign=one, words=voice_words.face_word(int(one), words)) for one in figures
    ]


def _reply(asked: Question, chosen: Sequence[str], texts: Mapping[str, str]) -> Reply:
    return Reply(
        question=asked.key,
        scale=asked.scale,
        theme=asked.theme,
        score=int(chosen[0]) if chosen and asked.has_score else None,
        chosen=tuple(chosen) if asked.has_options else (),
        text=texts.get(asked.key, ""),
    )
