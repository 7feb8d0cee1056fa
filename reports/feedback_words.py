"""Feedback in words: what it is about, where it came from, how it sounds, and how a case stands."""

from collections.abc import Mapping

from app.voice.answer import Answer
from app.voice.case import Case, Stage
from app.voice.questions import Reply
from app.voice.scales import ENDS, Mood
from resources.words import Words, mark

THEME_NAMES: Mapping[str, str] = {
    "staff": mark("Staff"),
    "quality": mark("Quality"),
    "speed": mark("Speed"),
    "price": mark("Prices"),
    "place": mark("The place"),
    "product": mark("Choice of goods"),
}
CHANNEL_NAMES: Mapping[str, str] = {
    "counter": mark("At the counter"),
    "slip": mark("Paper slip"),
    "phone": mark("By phone"),
    "review": mark("Online review"),
    "letter": mark("By letter"),
    "talk": mark("Conversation"),
    "till": mark("Through the till"),
    "file": mark("From a file"),
}
MOOD_NAMES: Mapping[Mood, str] = {
    Mood.LOW: mark("Unhappy"),
    Mood.MIDDLE: mark("In between"),
    Mood.HIGH: mark("Happy"),
}
_STAGES: Mapping[Stage, str] = {
    Stage.OPEN: mark("To answer"),
    Stage.WAITING: mark("Answered, not settled yet"),
    Stage.REOPENED: mark("Opened again"),
    Stage.CLOSED: mark("Settled"),
}
_WHYS: Mapping[str, str] = {
    "low": mark("Gave a low score"),
    "call": mark("Wishes to be called"),
    "told": mark("Told you in person"),
}


def theme_called(theme: str, words: Words) -> str:
    """A theme that the shop named itself goes by its own name."""
    return words(THEME_NAMES[theme]) if theme in THEME_NAMES else theme


def channel_called(channel: str, words: Words) -> str:
    """A channel that nobody has named here goes by its own name."""
    return words(CHANNEL_NAMES[channel]) if channel in CHANNEL_NAMES else channel


def figure_given(reply: Reply, words: Words) -> str:
    """`2 of 5`; empty for a reply without a figure."""
    if reply.score is None:
        return ""
    _, most = ENDS[reply.scale]
    return words("{score} of {most}", score=reply.score, most=most)


def figures_given(answer: Answer, words: Words) -> list[str]:
    """Each figure with what it is about, where that is named."""
    found = []
    for reply in answer.replies:
        figure = figure_given(reply, words)
        if figure and reply.theme:
            theme = theme_called(reply.theme, words)
            figure = words("{theme}: {figure}", theme=theme, figure=figure)
        if figure:
            found.append(figure)
    return found


def lowest_figure(answer: Answer, words: Words) -> str:
    """The figure that tells most of how she felt; "" where there is none."""
    scored = [one for one in answer.replies if one.score is not None]
    scored.sort(key=_how_low)
    return figure_given(scored[0], words) if scored else ""


def answer_said(answer: Answer, words: Words) -> str:
    """`2 of 5 – “Cold coffee”`, or whichever of the two there is."""
    figure, comment = lowest_figure(answer, words), " ".join(answer.comment.split())
    quoted = words("“{text}”", text=comment) if comment else ""
    if figure and quoted:
        return words("{figure} – {comment}", figure=figure, comment=quoted)
    return figure or quoted or channel_called(answer.channel, words)


def stage_said(case: Case, words: Words) -> str:
    return words(_STAGES[case.stage])


def why_said(case: Case, words: Words) -> str:
    return words(_WHYS[case.why])


def _how_low(reply: Reply) -> tuple[bool, float]:
    least, most = ENDS[reply.scale]
    return reply.mood is not Mood.LOW, ((reply.score or 0) - least) / (most - least)
