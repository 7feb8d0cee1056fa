"""Puts the page together that somebody sees at a step of her visit."""

from collections.abc import Sequence

from app.voice.questions import Question, said
from ui.counter import reasons
from ui.counter.pages import Asking, Calling, Page, Saying, Way
from ui.counter.visit import Visit


def page_of(visit: Visit, step: str, shop_language: str, own_themes: Sequence[str]) -> Page:
    """The question called `step`, or the word at the end."""
    question = visit.question(step)
    if question is not None:
        return _asking(visit, question, shop_language, own_themes)
    return Saying(
        way=way_of(visit, step),
        text=visit.comment,
        may_call=visit.survey.call,
        wants_call=visit.wants_call,
        mood=visit.mood,
    )


def calling(visit: Visit, step: str) -> Calling:
    """The page for her number; it is skipped where there is no page for words to go back to."""
    return Calling(
        way=way_of(visit, step),
        contact=visit.contact,
        agreed=visit.agreed,
        can_skip=not visit.survey.comment,
    )


def way_of(visit: Visit, step: str) -> Way:
    steps = visit.steps
    return Way(
        at=steps.index(step),
        of=len(steps),
        hello=visit.hello,
        is_named=visit.known is not None,
    )


def _asking(
    visit: Visit, question: Question, shop_language: str, own_themes: Sequence[str]
) -> Asking:
    reply = visit.replies.get(question.key)
    mood = reply.mood if reply and question.asks_why else None
    return Asking(
        way=way_of(visit, question.key),
        question=question,
        text=question.asked_in(visit.language, shop_language),
        options=[
            (one.key, said(one.texts, visit.language, shop_language)) for one in question.options
        ],
        reply=reply,
        typed=visit.typed.get(question.key, ""),
        mood=mood,
        reasons=reasons.offered(own_themes) if mood else (),
        why=visit.why.get(question.key, ()),
        can_show_card=visit.entry is None and visit.known is None,
    )
