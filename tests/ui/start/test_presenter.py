"""What a new shop is asked, without a window."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.shop import Shop
from resources.words import Words
from ui.start.presenter import Answers, Choice, Questions, countries, country_of_zone, currencies


class Page:
    """Notes what it was told to show."""

    def __init__(self) -> None:
        self.languages: list[str] = []
        self.countries: Sequence[Choice] = ()
        self.answers = Answers()
        self.missing = ""
        self.left = False

    def show_questions(
        self, words: Words, countries: Sequence[Choice], currencies: Sequence[Choice]
    ) -> None:
        self.languages.append(words.language)
        self.countries, self.currencies = countries, currencies

    def show_answers(self, answers: Answers) -> None:
        self.answers = answers

    def ask_for_name(self, said: str) -> None:
        self.missing = said

    def ask_for_country(self, said: str) -> None:
        self.missing = said

    def leave(self) -> None:
        self.left = True


@pytest.fixture
def new_shop(tmp_path: Path) -> Iterator[Shop]:
    now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    environ = {"LANG": "cs_CZ.UTF-8", "TZ": "Europe/Prague"}
    shop = Shop.open(tmp_path / "new", lambda: now, environ)
    yield shop
    shop.close()


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def questions(new_shop: Shop, page: Page) -> Questions:
    asked = Questions(new_shop.settings, lambda words: words)
    asked.show(page)
    return asked


def test_the_system_s_own_place_is_guessed(page: Page, questions: Questions) -> None:
    assert page.languages == ["cs"]
    assert page.answers == Answers(country="CZ", language="cs", currency="CZK")


def test_another_language_says_the_page_anew_at_once(page: Page, questions: Questions) -> None:
    questions.choose_language("he")
    assert page.languages == ["cs", "he"]
    assert dict(page.countries)["CZ"] == "צ׳כיה"


def test_what_was_typed_survives_another_language(page: Page, questions: Questions) -> None:
    questions.name_it("Pekárna")
    questions.choose_language("da")
    assert page.answers.name == "Pekárna"


def test_a_country_brings_its_money(page: Page, questions: Questions) -> None:
    questions.choose_country("DK")
    assert page.answers.currency == "DKK"


def test_money_can_be_chosen_against_the_country(
    questions: Questions, page: Page, new_shop: Shop
) -> None:
    questions.name_it("Pekárna")
    questions.choose_currency("EUR")
    questions.finish()
    assert new_shop.settings.read().currency == "EUR"


def test_a_shop_without_a_name_is_asked_for_it(
    page: Page, questions: Questions, new_shop: Shop
) -> None:
    questions.finish()
    assert page.missing
    assert not page.left
    assert not new_shop.settings.read().set_up


def test_a_shop_without_a_country_is_asked_for_it(page: Page, questions: Questions) -> None:
    questions.name_it("Pekárna")
    questions.choose_country("")
    questions.finish()
    assert page.missing
    assert not page.left


def test_all_answered_opens_the_shop(page: Page, questions: Questions, new_shop: Shop) -> None:
    questions.name_it("Pekárna U Mlýna")
    questions.finish()
    kept = new_shop.settings.read()
    assert page.left
    assert (kept.name, kept.country, kept.language, kept.currency, kept.zone, kept.set_up) == (
        "Pekárna U Mlýna",
        "CZ",
        "cs",
        "CZK",
        "Europe/Prague",
        True,
    )


def test_countries_stand_in_the_order_of_the_language() -> None:
    from resources.words import words_in

    names = [name for _, name in countries(words_in("cs"))]
    assert names.index("Chorvatsko") > names.index("Honduras")
    assert "Evropská unie" not in names


def test_every_country_s_money_can_be_chosen() -> None:
    from resources.words import words_in

    keys = {key for key, _ in currencies(words_in("en"))}
    assert {"CZK", "EUR", "DKK", "KZT", "ILS", "GBP"} <= keys
    assert "CSK" not in keys


@pytest.mark.parametrize(
    ("zone", "country"), [("Europe/Prague", "CZ"), ("Asia/Jerusalem", "IL"), ("UTC", "")]
)
def test_a_time_zone_tells_its_country(zone: str, country: str) -> None:
    assert country_of_zone(zone) == country


def test_where_the_computer_tells_no_country_the_language_suggests_one(
    tmp_path: Path, page: Page
) -> None:
    now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    shop = Shop.open(tmp_path / "nowhere", lambda: now, {"LANG": "C", "TZ": "UTC"})
    asked = Questions(shop.settings, lambda words: words)
    asked.show(page)
    asked.choose_language("cs")
    assert (page.answers.country, page.answers.currency) == ("CZ", "CZK")
    asked.choose_country("SK")
    asked.choose_language("he")
    assert page.answers.country == "SK"
    shop.close()
