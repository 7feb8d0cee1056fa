"""Questions that depend on others: asked only of those whom they are for, whichever way they go back."""

from app.voice.questions import Condition, Question, Reply, to_ask
from app.voice.scales import Mood, Scale


def question(key, after=""):
    only = Condition(question=after, moods=(Mood.LOW,)) if after else None
    return Question(key=key, scale=Scale.CSAT, texts={"en": "How was it?"}, only=only)


def asked(**scores):
    chain = [question("visit"), question("why", after="visit"), question("what", after="why")]
    replies = {key: Reply(question=key, scale=Scale.CSAT, score=one) for key, one in scores.items()}
    return [one.key for one in to_ask(chain, replies)]


def test_a_question_follows_from_the_one_before():
    assert asked() == asked(visit=5) == ["visit"]
    assert asked(visit=1) == ["visit", "why"]
    assert asked(visit=1, why=1) == ["visit", "why", "what"]


def test_who_thinks_better_of_it_is_not_asked_what_followed():
    assert asked(visit=5, why=1) == ["visit"]
