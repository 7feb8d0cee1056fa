"""Makes the widgets of each page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ui.counter.answers_page import AnswersPage
from ui.counter.call_page import CallPage
from ui.counter.card_page import CardPage
from ui.counter.frame import Frame, Look
from ui.counter.pages import (
    Asking,
    Asleep,
    Attract,
    Calling,
    Page,
    Saying,
    ShowingCard,
    Thanking,
)
from ui.counter.presenter import Counter
from ui.counter.resting import AsleepPage, AttractPage, Resting
from ui.counter.thanks_page import ThanksPage
from ui.counter.words_page import WordsPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What some pages want to know besides."""

    now: Callable[[], datetime]
    currency: str


def make(page: Page, look: Look, counter: Counter, making: Making) -> Frame | Resting:
    """The widgets of `page`."""
    match page:
        case Attract():
            return AttractPage(look)
        case Asleep():
            return AsleepPage(look, told=page.told, opens=page.opens, now=making.now())
        case Asking():
            return AnswersPage(page, look, counter)
        case Saying():
            return WordsPage(page, look, counter)
        case Calling():
            return CallPage(page, look, counter)
        case ShowingCard():
            return CardPage(page, look, counter)
        case Thanking():
            return ThanksPage(page, look, making.currency)
