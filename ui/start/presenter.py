"""The first questions of a new shop: its name, its country and language, its money."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.keeping.place import currency_of
from app.keeping.settings import Settings, SettingsBook
from resources.words import Words, words_in
from ui.choices import Choice, countries, country_of_zone, currencies

NO_ZONE = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the shop has answered so far."""

    name: str = ""
    country: str = ""
    language: str = "en"
    currency: str = "EUR"


class QuestionsView(Protocol):
    """The page that asks."""

    def show_questions(
        self, words: Words, countries: Sequence[Choice], currencies: Sequence[Choice]
    ) -> None:
        """Everything on the page anew, in these words and reading this way."""

    def show_answers(self, answers: Answers) -> None: ...

    def ask_for_name(self, said: str) -> None: ...

    def ask_for_country(self, said: str) -> None: ...

    def leave(self) -> None:
        """All is answered."""


HOME_OF: Mapping[str, str] = {"cs": "CZ", "sk": "SK", "da": "DK", "kk": "KZ", "he": "IL"}
"""Where a language is spoken in one country, so that the country need not be looked for."""


class Questions:
    """Asks until the shop can open."""

    def __init__(
        self,
        settings: SettingsBook,
        speak: Callable[[Words], Words],
        language: str | None = None,
    ) -> None:
        self._settings, self._speak = settings, speak
        guess = settings.read()
        self.answers = Answers(
            name=guess.name,
            country=guess.country or country_of_zone(guess.zone),
            language=language or guess.language,
        )
        self.answers = replace(self.answers, currency=currency_of(self.answers.country))
        self._country_is_sure = bool(self.answers.country)
        """Chosen, or told by the computer."""

    def show(self, view: QuestionsView) -> None:
        """Begins to ask on `view`."""
        self._view = view
        self._say()

    def name_it(self, name: str) -> None:
        self.answers = replace(self.answers, name=name)

    def choose_language(self, language: str) -> None:
        """The page is said anew, at once, in `language`; one of a single country suggests that too."""
        self.answers = replace(self.answers, language=language)
        suggested = HOME_OF.get(language, "")
        if suggested and not self._country_is_sure:
            currency = currency_of(suggested)
            self.answers = replace(self.answers, country=suggested, currency=currency)
        self._say()

    def choose_country(self, country: str) -> None:
        """A country brings its money."""
        self._country_is_sure = True
        self.answers = replace(self.answers, country=country, currency=currency_of(country))
        self._view.show_answers(self.answers)

    def choose_currency(self, currency: str) -> None:
        self.answers = replace(self.answers, currency=currency)

    def finish(self) -> None:
        """Opens the shop, or asks for what is missing."""
        answers, words = self.answers, words_in(self.answers.language)
        if not answers.name:
            self._view.ask_for_name(words("What is your shop called?"))
        elif not answers.country:
            self._view.ask_for_country(words("Which country is it in?"))
        else:
            self._keep(answers)
            self._view.leave()

    def _keep(self, answers: Answers) -> None:
        zone = zone_of(self._settings.read(), answers.country)
        self._settings.change(
            name=answers.name,
            country=answers.country,
            language=answers.language,
            currency=answers.currency,
            zone=zone,
            set_up=True,
        )

    def _say(self) -> None:
        words = self._speak(words_in(self.answers.language))
        self._view.show_questions(words, countries(words), currencies(words))
        self._view.show_answers(self.answers)


def zone_of(settings: Settings, country: str) -> str:
    """The shop's time: the system's, else that of a country with only one."""
    if settings.zone != NO_ZONE:
        return settings.zone
    from babel.core import get_global

    zones = [zone for zone, where in get_global("zone_territories").items() if where == country]
    return str(zones[0]) if len(zones) == 1 else NO_ZONE
