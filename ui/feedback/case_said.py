"""Says one case: how it stands, what she said, what was done, and how long it took."""

from datetime import date
from typing import Any

from app.values import value
from app.voice.case import Stage, Times
from reports.feedback_words import channel_called, figures_given, stage_said, theme_called, why_said
from resources.words import Words, mark
from ui.feedback.case_acts import acts_of
from ui.feedback.reading import Seen
from ui.feedback.said import due_said, quoted, who_said
from ui.shared.states import State, Tone
from ui.today.days import day_said

_TONES: dict[Stage, Tone] = {
    Stage.OPEN: "bad",
    Stage.REOPENED: "bad",
    Stage.WAITING: "warn",
    Stage.CLOSED: "good",
}
_ICONS = {
    "answer case": "phone-check-outline",
    "plan case": "calendar-arrow-right",
    "assign case": "account-arrow-right-outline",
    "note case": "note-text-outline",
    "make up": "ticket-percent-outline",
    "close case": "check-circle-outline",
    "reopen case": "refresh",
    "used": "check-circle-outline",
}
_SAID = {  # steps in which a case came to be are told by what was said
    "answer case": mark("Answered"),
    "plan case": mark("Next step planned"),
    "assign case": mark("Given to {owner}"),
    "note case": mark("Note"),
    "make up": mark("Coupon {code} given"),
    "close case": mark("Settled"),
    "reopen case": mark("Opened again"),
    "used": mark("The coupon was used: settled"),
}
_DAY, _TWO_DAYS = 24, 48


@value
class Told:
    """One thing that was done about a case."""

    verb: str
    facts: dict[str, Any]
    after: dict[str, Any]
    day: date
    by: str


@value
class StoryLine:
    icon: str
    words: str
    detail: str
    when: str


@value
class ShownCase:
    """A case as its pane shows it; `acts` are the keys of what can be done, the first one first."""

    case: int
    customer: int
    uid: str
    who: str
    state: State
    due: str
    is_urgent: bool
    said: str
    figures: str
    facts: tuple[tuple[str, str], ...]
    story: tuple[StoryLine, ...]
    acts: tuple[str, ...]


def shown_case(one: Seen, told: tuple[Told, ...], today: date, words: Words) -> ShownCase:
    case, answer = one.case, one.answer
    is_open = case.stage in {Stage.OPEN, Stage.REOPENED}
    return ShownCase(
        case=case.id,
        customer=case.customer or 0,
        uid=one.uid,
        who=who_said(one, words),
        state=State(stage_said(case, words), _TONES[case.stage]),
        due=due_said(one, today, words) if is_open else "",
        is_urgent=is_open and case.due <= today,
        said=quoted(one.said, words) if one.said else "",
        figures=" · ".join(figures_given(answer, words)) if answer else "",
        facts=tuple(_facts(one, today, words)),
        story=tuple(_story(one, told, today, words)),
        acts=acts_of(
            case.stage, is_known=case.customer is not None, has_coupon=case.coupon is not None
        ),
    )


def times_said(times: Times, words: Words) -> str:
    """How long it took in the middle; empty where nothing was answered yet."""
    if times.to_answer is None:
        return ""
    answered = span(times.to_answer, words)
    if times.to_solve is None:
        return words("Answered after {span} in the middle", span=answered)
    return words(
        "In the middle answered after {answered}, settled after {settled}",
        answered=answered,
        settled=span(times.to_solve, words),
    )


def span(hours: float, words: Words) -> str:
    """`3 hours`, `2 days`."""
    if hours < _TWO_DAYS:
        return words.plural("{n} hour", "{n} hours", max(1, round(hours)))
    return words.plural("{n} day", "{n} days", round(hours / _DAY))


def _facts(one: Seen, today: date, words: Words) -> list[tuple[str, str]]:
    case, answer = one.case, one.answer
    found = [("alert-circle-outline", why_said(case, words))]
    if answer and answer.wants_call and case.why != "call":
        found.append(("phone-outline", words("Wishes to be called")))
    if answer and answer.contact:
        found.append(("phone-outline", words.isolated(answer.contact)))
    if answer and answer.themes:
        themes = ", ".join(theme_called(theme, words) for theme in answer.themes)
        found.append(("tag-outline", themes))
    if case.owner:
        found.append(("account-outline", words("{name} sees to it", name=case.owner)))
    if case.next_step:
        due = day_said(case.due, today, words)
        found.append(("calendar-arrow-right", f"{case.next_step} · {due}"))
    if case.answered_at:
        hours = (case.answered_at - case.opened_at).total_seconds() / 3600
        found.append(("clock-outline", words("Answered after {span}", span=span(hours, words))))
    if case.solved_at and case.is_done:
        hours = (case.solved_at - case.opened_at).total_seconds() / 3600
        found.append(
            ("clock-check-outline", words("Settled after {span}", span=span(hours, words)))
        )
    return found


def _story(one: Seen, told: tuple[Told, ...], today: date, words: Words) -> list[StoryLine]:
    """The last thing first, down to what was said, which may have been written down later."""
    lines = [_line(each, today, words) for each in told if each.verb in _SAID]
    channel = channel_called(one.answer.channel, words) if one.answer else ""
    day = day_said(one.case.day, today, words)
    said = StoryLine(icon="message-outline", words=words("Said it"), detail=channel, when=day)
    return [*lines[::-1], said]


def _line(one: Told, today: date, words: Words) -> StoryLine:
    facts = {"owner": one.after.get("owner", ""), "code": words.isolated(one.facts.get("code", ""))}
    return StoryLine(
        icon=_ICONS[one.verb],
        words=words(_SAID[one.verb], **facts),
        detail=_detail(one, today, words),
        when=" · ".join(filter(None, (one.by, day_said(one.day, today, words)))),
    )


def _detail(one: Told, today: date, words: Words) -> str:
    if one.verb == "plan case":
        due = one.after.get("due")
        day = day_said(date.fromisoformat(due), today, words) if due else ""
        return " · ".join(filter(None, (one.after.get("next_step", ""), day)))
    if one.verb == "close case":
        return str(one.after.get("outcome", ""))
    return str(one.facts.get("text", ""))
