"""Whether whoever just bought something may be asked how she liked it, and in which words."""

from contextlib import suppress

from app.keeping.database import NOT_NOW
from app.shop import Shop
from resources.words import Words


def to_ask(shop: Shop, customer: int | None, words: Words) -> str:
    """The question to ask her now, once; empty while she rests, or in a shop that never heard an answer.

    From then on she rests, whether she answers or not.
    """
    voice = shop.voice
    if customer is None or voice.scores.first_day() is None:
        return ""
    now = shop.moment()
    survey = voice.asking.due(customer, now.day)
    if survey is None:
        return ""
    with suppress(*NOT_NOW):  # then she may be asked once more; the sale is what matters
        voice.asking.wrote_down(customer, survey, "talk", now)
    question = survey.questions[0].asked_in(words.language, words.language)
    return words("Ask: “{question}”", question=words.isolated(question))
