"""Says comments and cases in the words of the window."""

from datetime import date

from app.voice.answer import Answer
from app.voice.case import Stage
from app.voice.scales import THEMES, Mood
from reports.feedback_words import (
    MOOD_NAMES,
    channel_called,
    figures_given,
    lowest_figure,
    stage_said,
    theme_called,
    why_said,
)
from resources.words import Words
from ui.feedback.reading import Heard, Seen
from ui.feedback.shown import CaseLine, Chip, Remark
from ui.shared.states import State, Tone
from ui.today.days import day_said

_TONES: dict[Mood, Tone] = {Mood.LOW: "bad", Mood.MIDDLE: "warn", Mood.HIGH: "good"}


def remark_of(one: Heard, today: date, words: Words, own: tuple[str, ...] = ()) -> Remark:
    """A comment as its row shows it; `own` are themes that the shop named itself."""
    answer = one.answer
    others = [theme for theme in (*THEMES, *own) if theme not in answer.themes]
    return Remark(
        answer=answer.id,
        text=answer.comment,
        when=day_said(answer.day, today, words),
        channel=channel_called(answer.channel, words),
        customer=one.customer,
        who=one.who,
        state=mood_state(answer, words),
        figures=" · ".join(figures_given(answer, words)),
        themes=_chips(answer.themes, words),
        suggested=_chips(one.suggested, words),
        others=_chips(tuple(others), words),
    )


def mood_state(answer: Answer, words: Words) -> State | None:
    """How she felt, as a word; nothing where she gave no figure."""
    if answer.mood is None:
        return None
    return State(words(MOOD_NAMES[answer.mood]), _TONES[answer.mood])


def case_line(one: Seen, today: date, words: Words) -> CaseLine:
    who = who_said(one, words)
    said = quoted(one.said, words) if one.said else why_said(one.case, words)
    figure = lowest_figure(one.answer, words) if one.answer else ""
    tone = _TONES.get(one.answer.mood, "plain") if one.answer and one.answer.mood else "plain"
    due = due_said(one, today, words)
    return CaseLine(
        case=one.case.id,
        uid=one.uid or str(one.case.id),
        who=who,
        said=said,
        state=State(figure, tone) if figure else None,
        due=due,
        is_urgent=not one.case.is_done and one.case.due <= today and _is_open(one),
        is_done=one.case.is_done,
        aloud=", ".join(part for part in (who, figure, said, due) if part),
    )


def who_said(one: Seen, words: Words) -> str:
    """Her name, else where she can be reached; a passer-by is nobody."""
    contact = one.answer.contact if one.answer else ""
    return one.who or words.isolated(contact) or words("Passer-by")


def due_said(one: Seen, today: date, words: Words) -> str:
    """When it is due, or how it stands where nobody waits for the shop."""
    case = one.case
    if not _is_open(one):
        return stage_said(case, words)
    if case.due < today:
        late = (today - case.due).days
        return words.plural("{n} day late", "{n} days late", late)
    if case.due == today:
        return words("Due today")
    return day_said(case.due, today, words)


def quoted(text: str, words: Words) -> str:
    """In quotation marks, on one line."""
    return words("“{text}”", text=" ".join(text.split()))


def _is_open(one: Seen) -> bool:
    return one.case.stage in {Stage.OPEN, Stage.REOPENED}


def _chips(themes: tuple[str, ...], words: Words) -> tuple[Chip, ...]:
    return tuple(Chip(key=one, words=theme_called(one, words)) for one in themes)
