"""Files of answers: every row counted once, in whatever way others kept it."""

import csv
from datetime import date

import openpyxl
import pytest

from app.loyalty.exchange.opening import MissingColumn
from app.people.exchange.errors import AmbiguousDates
from app.people.exchange.mapping import told_from
from app.people.exchange.problems import Reason
from app.progress import unheard
from app.voice import comments
from app.voice.bank import standard_survey
from app.voice.comments import Wanted
from app.voice.exchange.columns import FIELDS, open_answers
from app.voice.exchange.importing import Whose, import_answers
from app.voice.reading import Period
from resources.words import LANGUAGES

ALWAYS = Period()


@pytest.fixture
def take(shop, tmp_path):
    def take(header, *rows, name="answers.csv", maps=()):
        file = tmp_path / name
        if name.endswith(".xlsx"):
            book = openpyxl.Workbook()
            for row in (header, *rows):
                book.active.append(row)
            book.save(file)
        else:
            with file.open("w", encoding="utf-8", newline="") as to:
                csv.writer(to, delimiter=";").writerows([header, *rows])
        told = [told_from(text, FIELDS) for text in maps]
        opened = open_answers(file, shop.place(), told, unheard)
        whose = Whose(zone="Europe/Prague", by="Jana", on=shop.today())
        return import_answers(shop.book, shop.history, shop.voice, opened, whose, unheard)

    return take


HEADER = ("date", "customer", "csat", "nps", "effort", "comment", "theme", "channel")


def counts(result):
    return result.added, result.unchanged, result.skipped


def test_each_row_is_an_answer(shop, take):
    result = take(
        HEADER,
        ("2026-11-20", "", "5", "10", "7", "Výborné", "staff", "slip"),
        ("2026-11-21", "", "2", "", "", "", "", ""),
    )
    assert counts(result) == (2, 0, 0)
    found = shop.voice.scores.of(ALWAYS)
    assert (found.csat.n, found.nps.n, found.effort.n) == (2, 1, 1)
    (said,) = comments.comments(shop.book, Wanted())
    assert (said.comment, said.themes, said.channel) == ("Výborné", ("staff",), "slip")


def test_the_same_file_counts_once(shop, take):
    rows = [("2026-11-20", "", "5", "10", "", "Dobré", "", "")] * 2
    assert counts(take(HEADER, *rows)) == (2, 0, 0)
    assert counts(take(HEADER, *rows)) == (0, 2, 0)
    shop.undo.undo_last()
    assert shop.voice.scores.of(ALWAYS).nps.n == 0
    assert counts(take(HEADER, *rows)) == (2, 0, 0)
    assert shop.voice.scores.of(ALWAYS).nps.n == 2
    shop.undo.undo_last()
    assert shop.voice.scores.of(ALWAYS).nps.n == 0


def test_a_workbook_with_real_numbers_and_dates_is_read(shop, take):
    import datetime as dt

    result = take(
        ("Časová značka", "Zákazník", "Spokojenost", "Ochota doporučit", "Komentář"),
        (
            dt.datetime(2026, 11, 20, 14, 5),  # noqa: DTZ001 - a cell has no zone
            "777 123 456",
            4,
            9.0,
            "Milá obsluha",
        ),
        name="odpovědi.xlsx",
    )
    assert counts(result) == (1, 0, 0)
    found = shop.voice.scores.of(ALWAYS, "hour:14")
    assert (found.csat.mean, found.nps.shown) == (4, 100)


def test_customers_are_found_by_phone_card_and_mail(shop, take):
    jana = shop.customer("Jana", phones=("+420777123456",)).id
    petr = shop.customer("Petr", card_number="4001").id
    result = take(
        HEADER,
        ("2026-11-20", "777 123 456", "1", "", "", "Studené", "", ""),
        ("2026-11-20", "4001", "5", "", "", "", "", ""),
        ("2026-11-20", "999", "5", "", "", "", "", ""),
    )
    assert [one.reason for one in result.problems] == [Reason.UNKNOWN_ANSWERER]
    assert shop.voice.scores.of_people(ALWAYS, [jana, petr]).csat.n == 2
    (case,) = shop.voice.cases.to_do(shop.today())
    assert case.customer == jana


def test_what_is_old_opens_no_case(shop, take):
    take(HEADER, ("2024-11-20", "", "1", "", "", "Studené", "", ""))
    assert shop.voice.cases.to_do(shop.today()) == []


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("4/5", 4),
        ("4,0", 4),
        ("3 z 5", 3),
        ("-", None),
        ("4 - Spokojená", 4),
        ("5 stars", 5),
        ("★★★☆☆", 3),
    ],
)
def test_figures_are_read_as_people_write_them(shop, take, said, taken):
    take(HEADER, ("2026-11-20", "", said, "", "", "Hm", "", ""))
    found = shop.voice.scores.of(ALWAYS).csat
    assert found.mean == taken


@pytest.mark.parametrize("said", ["6", "0", "4/10", "4.5", "dobře", "-1", "4 - 5", "5 %", "★★★★★★"])
def test_what_is_no_figure_is_a_problem_and_the_row_is_taken(shop, take, said):
    result = take(HEADER, ("2026-11-20", "", said, "9", "", "", "", ""))
    assert [(one.row, one.field, one.reason) for one in result.problems] == [
        (2, "csat", Reason.BAD_SCORE)
    ]
    assert counts(result) == (1, 0, 0)
    assert shop.voice.scores.of(ALWAYS).nps.n == 1


def test_a_row_that_says_nothing_or_when_is_skipped(shop, take):
    result = take(
        HEADER,
        ("2026-11-20", "4001", "", "", "", "", "", "slip"),
        ("někdy", "", "5", "", "", "", "", ""),
        ("", "", "", "", "", "", "", ""),
    )
    assert counts(result) == (0, 0, 2)
    assert {one.reason for one in result.problems} == {Reason.NOTHING_SAID, Reason.BAD_DATE}


def test_dates_that_can_be_read_both_ways_are_asked_about(shop, take):
    row = ("05/06/2026", "", "5", "", "", "", "", "")
    with pytest.raises(AmbiguousDates):
        take(HEADER, row)
    assert counts(take(HEADER, row, maps=["date:dmy=date"])) == (1, 0, 0)


def test_a_file_without_answers_says_which_column_is_missing(take):
    with pytest.raises(MissingColumn) as refused:
        take(("date", "customer"), ("2026-11-20", "1"))
    assert refused.value.facts["field"] == "csat"


def test_channels_and_themes_are_known_by_their_words(shop, take):
    take(
        HEADER,
        ("2026-11-20", "", "5", "", "", "a", "Obsluha, čekání; parkování", "lístek"),
        ("2026-11-20", "", "5", "", "", "b", "\x07, ,", "Insta\ngram"),
    )
    found = comments.comments(shop.book, Wanted())
    assert {one.channel for one in found} == {"slip", "Insta gram"}
    assert set(shop.voice.scores.by_theme(ALWAYS)) == {"staff", "speed", "parkování"}


FORMS = {
    "google": ("Timestamp", "How satisfied were you with your visit?", "How likely are you to recommend us?"),
    "google cs": ("Časová značka", "Jak jste byli spokojeni?", "Doporučil byste nás známým?"),
    "google sk": ("Časová pečiatka", "Ako ste boli spokojní?", "Odporučili by ste nás?"),
    "google da": ("Tidsstempel", "Hvor tilfreds er du?", "Vil du anbefale os til en ven?"),
    "google kk": ("Уақыт белгісі", "Сіз қаншалықты ризасыз?", "Бізді досыңызға ұсынар ма едіңіз?"),
    "google he": ("חותמת זמן", "עד כמה היית מרוצה?", "האם תמליץ עלינו לחבר?"),
    "typeform": ("Submit Date (UTC)", "How satisfied are you overall?", "Would you recommend us to a friend?"),
    "microsoft": ("Completion time", "How would you rate your visit?", "How likely are you to recommend us?"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_form_whose_headers_are_its_questions_is_read(shop, take, form):
    assert counts(take(FORMS[form], ("2026-11-20 10:00:00", "4", "0 - Not at all"))) == (1, 0, 0)
    found = shop.voice.scores.of(ALWAYS)
    assert (found.csat.figures, found.nps.figures) == ({4: 1}, {0: 1})


def test_everything_that_was_said_is_kept_column_by_column(shop, take):
    header = (
        "Timestamp",
        "How satisfied were you?",
        "What did you like?",
        "What can we do better?",
    )
    take(header, ("2026-11-20 10:00:00", "4", "The bread", "The queue"))
    (found,) = comments.comments(shop.book, Wanted())
    assert found.comment == "The bread\nThe queue"


def test_a_time_that_is_told_in_greenwich_is_by_the_clock_of_the_shop(shop, take):
    take(("Submit Date (UTC)", "How satisfied were you?"), ("2026-07-20 22:30:00", "4"))
    assert shop.voice.scores.of(Period(since=date(2026, 7, 21)), "hour:00").csat.n == 1


def test_a_question_gives_way_to_a_header_that_is_plain(shop, take):
    header = ("date", "How satisfied are you with the weather?", "csat")
    take(header, ("2026-11-20", "1", "5"))
    assert shop.voice.scores.of(ALWAYS).csat.figures == {5: 1}


def test_a_file_that_is_taken_over_again_brings_its_cases_back(shop, take):
    row = ("2026-11-20", "", "1", "", "", "Studené", "", "")
    for _ in range(2):
        take(HEADER, row)
        assert len(shop.voice.cases.to_do(shop.today())) == 1
        shop.undo.undo_last()
        assert shop.voice.cases.to_do(shop.today()) == []
    shop.undo.redo_last()
    assert len(shop.voice.cases.to_do(shop.today())) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_shop_asks_itself_is_known_in_every_language(shop, take, language):
    asked = [one.texts[language] for one in standard_survey(language).questions]
    take(("date", *asked), ("2026-11-20", "4", "9"))
    found = shop.voice.scores.of(ALWAYS)
    assert (found.csat.figures, found.nps.figures) == ({4: 1}, {9: 1})
