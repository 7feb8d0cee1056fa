"""The questions that can be asked without writing one."""

from app.voice.questions import Question
from app.voice.scales import Scale
from app.voice.survey import Survey

STANDARD = "standard"


def standard_survey(language: str) -> Survey:
    """What a new shop asks at the counter; its name is in `language`."""
    return Survey(
        key=STANDARD, name={"cs": "Návštěva"}.get(language, "Visit"), questions=(_VISIT, _FRIEND)
    )


_VISIT = Question(
    key="csat",
    scale=Scale.CSAT,
    texts={"en": "How was your visit today?", "cs": "Jak se vám dnes u nás líbilo?"},
)
_FRIEND = Question(
    key="nps",
    scale=Scale.NPS,
    asks_why=True,
    texts={"en": "Would you send a friend to us?", "cs": "Doporučili byste nás známým?"},
)
