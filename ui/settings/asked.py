"""What is asked on the Settings screen: each question once, in the part it belongs to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.keeping.settings import Settings
from resources.words import Words, mark
from ui.choices import Choice, countries, currencies, languages, zones

Choices = Callable[[Words, Settings], Sequence[Choice]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One setting. It is typed, perhaps as a `number`, or one of many, or one of a `few` side by side."""

    key: str
    title: str
    explained: str = ""
    choices: Choices | None = None
    few: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Questions that belong together. A later part of this kind is one more entry of `PARTS`."""

    title: str
    questions: tuple[Question, ...]


def _leap_days(words: Words, _settings: Settings) -> Sequence[Choice]:
    return [("02-28", words("28 February")), ("03-01", words("1 March"))]


def _themes(words: Words, _settings: Settings) -> Sequence[Choice]:
    return [
        ("system", words("As the system")),
        ("light", words("Light")),
        ("dark", words("Dark")),
    ]


def _yes_or_no(words: Words, _settings: Settings) -> Sequence[Choice]:
    return [("True", words("Yes")), ("False", words("No"))]


PARTS = (
    Part(
        title=mark("Shop"),
        questions=(
            Question(key="name", title=mark("Name of the shop")),
            Question(
                key="address",
                title=mark("Address of the shop"),
                explained=mark("Stands as the sender on envelopes: street, post code and town."),
            ),
            Question(
                key="owner",
                title=mark("Your name"),
                explained=mark("Stands under the cards you write and at the foot of the sidebar."),
            ),
            Question(
                key="owner_title",
                title=mark("Your title"),
                explained=mark("Stands beside your name on cards, for example baker or owner."),
            ),
        ),
    ),
    Part(
        title=mark("Where it is"),
        questions=(
            Question(
                key="language",
                title=mark("Language"),
                explained=mark("Also that of customers who have no language of their own."),
                choices=lambda _words, _settings: languages(),
                few=True,
            ),
            Question(
                key="country",
                title=mark("Country"),
                explained=mark(
                    "Tells how phones, addresses and days are written. It brings its currency."
                ),
                choices=lambda words, _settings: countries(words),
            ),
            Question(
                key="currency",
                title=mark("Currency"),
                choices=lambda words, _settings: currencies(words),
            ),
            Question(
                key="zone",
                title=mark("Time zone"),
                choices=lambda words, settings: zones(words, settings.country, settings.zone),
            ),
        ),
    ),
    Part(
        title=mark("Days"),
        questions=(
            Question(
                key="leap_day",
                title=mark("A birthday on 29 February is kept in other years on"),
                choices=_leap_days,
                few=True,
            ),
        ),
    ),
    Part(
        title=mark("Who is on which list"),
        questions=(
            Question(
                key="regular_months",
                title=mark("A regular came three times within so many months"),
                number=True,
            ),
            Question(
                key="rhythm_visits",
                title=mark("From so many visits on her own rhythm says who is slipping away"),
                explained=mark(
                    "She is when she is away for twice as long as usual. At least three visits make a rhythm."
                ),
                number=True,
            ),
            Question(
                key="quiet_weeks",
                title=mark("Before that, a regular slips away after so many weeks without a visit"),
                number=True,
            ),
            Question(
                key="lapsed_months",
                title=mark("Who slipped away has lapsed after so many months without a visit"),
                number=True,
            ),
        ),
    ),
    Part(
        title=mark("Feedback"),
        questions=(
            Question(
                key="rest_days",
                title=mark("Nobody is asked twice within so many days"),
                number=True,
            ),
            Question(
                key="case_days",
                title=mark("An unhappy customer is answered within so many days"),
                number=True,
            ),
            Question(
                key="shifts",
                title=mark("The later shifts begin at"),
                explained=mark(
                    "Whole hours, such as 12:00 17:00. Scores are broken down by them; empty for one shift."
                ),
            ),
        ),
    ),
    Part(
        title=mark("Counter mode"),
        questions=(
            Question(
                key="shop_words",
                title=mark("Words under the shop's name"),
                explained=mark("For example: Baked here since 1998"),
            ),
            Question(
                key="opening_hours",
                title=mark("Opening hours"),
                explained=mark(
                    "For example: mo-fr 07:00-18:00, sa 08:00-12:00. The counter sleeps outside of them;"
                    " with nothing written here it is always awake."
                ),
            ),
            Question(
                key="keep_partial",
                title=mark("Answers that somebody broke off count"),
                choices=_yes_or_no,
                few=True,
            ),
            Question(
                key="show_results",
                title=mark("Thank-you page shows how others answered"),
                explained=mark("Only when there are ten answers this quarter or more."),
                choices=_yes_or_no,
                few=True,
            ),
            Question(
                key="review_link",
                title=mark("Page for reviews on the web"),
                explained=mark(
                    "Shown as a code to everybody who answered, whether they were happy or not."
                ),
            ),
        ),
    ),
    Part(
        title=mark("Look"),
        questions=(Question(key="theme", title=mark("Colours"), choices=_themes, few=True),),
    ),
)
