"""Taking over a list: who is known is found again, nothing is lost, nobody comes twice."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.keeping.check import findings
from app.people import search
from app.people.exchange.lists import open_list
from app.people.exchange.mapping import told_from
from app.people.importing import Fate, Foreseen, Mode, foresee, import_list, rehearse
from app.people.plain import plain
from app.people.remembered import open_known, remember
from app.progress import Cancelled, unheard
from reports.customer_list import export_customers
from resources.words import words_in
from tests.app.people.exchange.files import from_cells
from tests.shop import open_scenario

ROOT = Path(__file__).parents[3]
ANNA = ("Číslo", "Jméno", "Příjmení", "Telefon", "E-mail")


def take(shop, folder, *lines, mode=Mode.BOTH, told=(), act=import_list, report=unheard):
    """Imports a list whose first line is the header."""
    path = folder / "list.csv"
    path.write_text("\n".join(";".join(line) for line in lines) + "\n", "utf-8")
    opened = open_list(path, shop.place(), tuple(map(told_from, told)), unheard)
    return act(shop.book, shop.history, opened, mode=mode, report=report)


def counts(result):
    return (result.added, result.updated, result.unchanged, result.skipped)


def reasons(result):
    return [(one.row, one.field, str(one.reason)) for one in result.problems]


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        (("A1", "", "Ludmila", "Veselá", "", ""), "known"),  # married: the number tells
        (("", "K7", "Lída", "", "", ""), "known"),
        (("", "", "LUDMILA", "dvorakova", "603118274", ""), "known"),
        (("", "", "Dvořáková", "Ludmila", "", "LIDA@example.cz"), "known"),
        (("", "", "", "", "603118274", ""), "known"),  # no name contradicts nothing
        (("A2", "", "Ludmila", "Dvořáková", "603118274", ""), "new"),
        (("", "", "Karel", "Dvořák", "603118274", ""), "new"),
        (("", "", "Ludmila", "Dvořáková", "777000111", ""), "new"),
    ],
)
def test_a_row_is_about_whom_the_contract_says(shop, tmp_path, row, becomes):
    shop.customer(
        "Ludmila",
        "Dvořáková",
        external_id="A1",
        card_number="K7",
        phones=("+420603118274",),
        emails=("lida@example.cz",),
    )
    header = ("Zákaznické číslo", "Číslo karty", "Jméno", "Příjmení", "Telefon", "E-mail")
    result = take(shop, tmp_path, header, row)
    assert (result.added == 1) == (becomes == "new")
    assert shop.customers.count() == (2 if becomes == "new" else 1)


def test_a_family_shares_a_phone_and_that_is_told(shop, tmp_path):
    shop.customer("Ludmila", "Dvořáková", phones=("+420603118274",))
    result = take(
        shop, tmp_path, ("Jméno", "Příjmení", "Telefon"), ("Karel", "Dvořák", "603118274")
    )
    [problem] = result.problems
    assert (problem.row, problem.field, problem.value) == (2, "phone", "+420603118274")
    assert (problem.reason, problem.facts) == ("possible_double", {"other": "Ludmila Dvořáková"})


@pytest.mark.parametrize(
    ("header", "father", "son"),
    [
        ("Jméno a příjmení", "Jan Novák", "Petr Novák"),
        ("Příjmení, jméno", "Novák, Jan", "Novák Jan ml."),
        ("Zákazník", "Jan Novák", "Novák a syn s.r.o."),
    ],
)
def test_a_family_whose_names_stand_in_one_column_stays_two_people(
    shop, tmp_path, header, father, son
):
    lines = (
        (header, "Telefon", "Narozeniny"),
        (father, "603118274", "5.3.1975"),
        (son, "603118274", "12.5.2005"),
    )
    assert counts(take(shop, tmp_path, *lines)) == (2, 0, 0, 0)
    assert counts(take(shop, tmp_path, *lines)) == (0, 0, 2, 0)
    assert [str(one.birthday) for one in shop.customers.several([1, 2])] == [
        "1975-03-05",
        "2005-05-12",
    ]


def test_a_list_without_names_of_people_takes_nobody_for_a_company(shop, tmp_path):
    shop.customer("Petr", "Malý", phones=("+420603118274",))
    result = take(shop, tmp_path, ("Firma", "Telefon"), ("Malý s.r.o.", "603118274"))
    assert counts(result) == (1, 0, 0, 0)
    assert shop.customers.get(1).company is None


def test_father_and_son_of_one_name_and_phone_are_told_apart_by_their_numbers(shop, tmp_path):
    header = ("Zákaznické číslo", "Jméno", "Příjmení", "Telefon")
    rows = (("1", "Jan", "Novák", "603118274"), ("2", "Jan", "Novák", "603118274"))
    assert counts(take(shop, tmp_path, header, *rows)) == (2, 0, 0, 0)
    assert counts(take(shop, tmp_path, header, *rows)) == (0, 0, 2, 0)


def test_namesakes_of_whom_only_the_name_is_known_are_one(shop, tmp_path):
    rows = (("Jan", "Novák"), ("Jan", "Novák"), ("Eva", "Nováková"))
    assert counts(take(shop, tmp_path, ("Jméno", "Příjmení"), *rows)) == (2, 0, 1, 0)
    assert counts(take(shop, tmp_path, ("Jméno", "Příjmení"), *rows)) == (0, 0, 3, 0)


def test_a_name_alone_below_the_whole_row_is_the_same_person(shop, tmp_path):
    lines = (("Jméno", "Příjmení", "Telefon"), ("Jan", "Novák", "603118274"), ("Jan", "Novák", ""))
    assert counts(take(shop, tmp_path, *lines)) == (1, 0, 1, 0)
    assert counts(take(shop, tmp_path, *lines)) == (0, 0, 2, 0)


def test_who_was_renamed_above_is_known_by_the_new_name_below(shop, tmp_path):
    shop.customer("Jana", "Malá", card_number="K7")
    header = ("Číslo karty", "Jméno", "Příjmení", "Město")
    rows = (("K7", "", "Nová", "Brno"), ("", "Jana", "Nová", "Brno"))
    assert counts(take(shop, tmp_path, header, *rows)) == (0, 1, 1, 0)
    assert search.find(shop.book, "nova brno") == [1]
    assert search.find(shop.book, "mala") == []


def test_namesakes_of_different_towns_are_two(shop, tmp_path):
    lines = (("Jméno", "Příjmení", "Město"), ("Jan", "Novák", "Brno"), ("Jan", "Novák", "Zlín"))
    assert counts(take(shop, tmp_path, *lines)) == (2, 0, 0, 0)
    assert counts(take(shop, tmp_path, *lines)) == (0, 0, 2, 0)


def test_the_same_list_twice_brings_nothing_new_and_doubles_no_note(shop, tmp_path):
    lines = (
        ("Jméno", "Telefon", "Narozeniny", "Poznámka", "Souhlas s poštou", "Štítky"),
        ("Eva Malá", "603118274", "31. 2. 1980", "bez lepku", "ano", "stálá, nová"),
        ("Jan", "nevím", "", "", "ne", ""),
        ("Eva Malá", "603118274", "31. 2. 1980", "bez lepku", "ano", "stálá, nová"),
    )
    assert counts(take(shop, tmp_path, *lines)) == (2, 0, 1, 0)
    before = [plain(one) for one in shop.customers.everybody()]
    assert counts(take(shop, tmp_path, *lines)) == (0, 0, 3, 0)
    assert [plain(one) for one in shop.customers.everybody()] == before
    assert len(shop.history.standing(undone=False)) == 1


def test_rows_that_contradict_each_other_are_nothing_new_the_second_time(shop, tmp_path):
    lines = (
        ("Jméno", "Telefon", "Město"),
        ("Eva", "603118274", "Brno"),
        ("Eva", "603118274", "Zlín"),
    )
    assert counts(take(shop, tmp_path, *lines)) == (1, 1, 0, 0)
    again = take(shop, tmp_path, *lines)
    assert (counts(again), again.step) == ((0, 0, 2, 0), None)
    assert shop.customers.get(1).city == "Zlín"


def test_a_form_of_address_that_only_the_name_tells_gives_way_to_any_other(shop, tmp_path):
    header = ("Jméno", "Příjmení", "Oslovení", "Telefon")
    take(shop, tmp_path, header, ("Jan a Eva", "Novákovi", "", "603118274"))
    take(shop, tmp_path, header, ("Jan a Iva", "Malí", "paní", "777000111"))
    assert [one.form_of_address for one in shop.customers.everybody()] == ["f", "family"]
    shop.customers.change(1, form_of_address="neutral")
    take(shop, tmp_path, header, ("Jan a Eva", "Novákovi", "", "603118274"))
    assert shop.customers.get(1).form_of_address == "neutral"


@pytest.mark.parametrize(
    ("row", "became"),
    [
        (("LUDMILA", "DVORAKOVA", "603118274", "BRNO"), "unchanged"),
        (("Dvořáková", "Ludmila", "603118274", "brno"), "unchanged"),
        (("Ludmila", "Dvořáková", "603118274", "Žďár"), "updated"),
    ],
)
def test_the_same_in_other_letters_is_nothing_new(shop, tmp_path, row, became):
    shop.customer("Ludmila", "Dvořáková", phones=("+420603118274",), city="Brno", tags=("#VIP",))
    header = ("Jméno", "Příjmení", "Telefon", "Město", "Štítky")
    assert getattr(take(shop, tmp_path, header, (*row, "vip")), became) == 1
    assert shop.customers.get(1).name == "Ludmila Dvořáková"


def test_accents_that_were_missing_are_taken_over(shop, tmp_path):
    shop.customer("Ludmila", "Dvorakova", phones=("+420603118274",))
    take(shop, tmp_path, ("Jméno", "Telefon"), ("Ludmila Dvořáková", "603118274"))
    assert shop.customers.get(1).name == "Ludmila Dvořáková"


def test_a_number_that_went_on_to_somebody_else_is_told(shop, tmp_path):
    shop.customer("Ludmila", "Dvořáková", card_number="7")
    result = take(shop, tmp_path, ("Číslo karty", "Jméno", "Příjmení"), ("7", "Petr", "Malý"))
    [problem] = result.problems
    assert (counts(result), problem.reason) == ((0, 1, 0, 0), "renamed")
    assert (problem.field, problem.value, problem.facts) == (
        "last_name",
        "Petr Malý",
        {"other": "Ludmila Dvořáková"},
    )


def test_a_row_left_out_is_told_by_a_field_that_customers_have(shop, tmp_path):
    result = take(shop, tmp_path, ("Jméno", "Město"), ("Eva Malá", "Brno"), mode=Mode.UPDATE)
    [problem] = result.problems
    assert (problem.field, problem.value) == ("last_name", "Eva Malá")


def test_what_would_become_of_the_first_rows_is_foreseen_and_nothing_written(shop, tmp_path):
    shop.customer("Ludmila", "Dvořáková", phones=("+420603118274",), city="Brno")
    path = tmp_path / "list.csv"
    path.write_text(
        "Jméno;Telefon;Město\nLudmila Dvořáková;603118274;Brno\nEva;777000111;Zlín\n"
        "Ludmila Dvořáková;603118274;Aš\nEva;777000111;Zlín\n;;Praha\n",
        "utf-8",
    )
    opened = open_list(path, shop.place(), (), unheard)
    found = foresee(shop.book, shop.history, opened, opened.preview())
    ludmila = Foreseen(fate=Fate.UNCHANGED, name="Ludmila Dvořáková")
    assert found == {
        2: ludmila,
        4: replace(ludmila, fate=Fate.UPDATED),
        5: Foreseen(fate=Fate.UNCHANGED, name="Eva", row=3),
    }
    assert shop.customers.count() == 1


def test_a_blank_cell_erases_nothing_and_what_is_told_is_added(shop, tmp_path):
    header = ("Jméno", "Telefon", "E-mail", "Město", "Narozeniny", "Štítky")
    take(shop, tmp_path, header, ("Eva", "603118274", "a@example.cz", "Brno", "5.3.1980", "stálá"))
    result = take(shop, tmp_path, header, ("Eva", "603118274", "b@example.cz", "", "5.3.", "nová"))
    assert counts(result) == (0, 1, 0, 0)
    [eva] = shop.customers.everybody()
    assert (eva.city, str(eva.birthday), eva.tags) == ("Brno", "1980-03-05", ("stálá", "nová"))
    assert eva.emails == ("b@example.cz", "a@example.cz")


def test_a_card_that_died_comes_to_life_by_no_list(shop, tmp_path):
    anna = shop.customer("Anna", "Malá", card_number="1001", phones=["+420603118274"])
    new = shop.cards.replace(anna.id, "lost", shop.moment()).new
    rows = [("Jméno", "Příjmení", "Telefon", "Karta"), ("Anna", "Malá", "603118274", "1001"),
            ("Petr", "Nový", "603118275", "1001")]  # fmt: skip
    result = take(shop, tmp_path, *rows)
    assert counts(result) == (1, 0, 1, 0)
    assert reasons(result) == [(3, "card_number", "taken")]
    assert shop.customers.get(anna.id).card_number == new
    assert shop.book.value("SELECT count(*) FROM customers WHERE card_number = '1001'") == 0


def test_a_card_that_is_anothers_stays_with_her(shop, tmp_path):
    shop.customer("Ludmila", card_number="7", phones=("+420603118274",))
    shop.customer("Eva", phones=("+420777000111",), external_id="E")
    result = take(shop, tmp_path, ("Zákaznické číslo", "Číslo karty", "Jméno"), ("E", "7", "Eva"))
    assert reasons(result) == [(2, "card_number", "taken")]
    assert [one.card_number for one in shop.customers.everybody()] == [None, "7"]
    assert "card_number: 7" in plain(shop.customers.get(2))["notes"]


@pytest.mark.parametrize(
    ("mode", "result"), [("create", (1, 0, 1, 1)), ("update", (0, 1, 1, 1)), ("both", (1, 1, 1, 0))]
)
def test_the_mode_says_what_may_happen(shop, tmp_path, mode, result):
    header = ("Jméno", "Telefon", "Město")
    take(shop, tmp_path, header, ("Eva", "603118274", "Brno"), ("Jan", "777000111", "Brno"))
    rows = (("Eva", "603118274", "Zlín"), ("Jan", "777000111", "Brno"), ("Nová", "608222333", ""))
    assert counts(take(shop, tmp_path, header, *rows, mode=Mode(mode))) == result


def test_a_rehearsal_says_the_same_and_writes_nothing(shop, tmp_path):
    lines = (("Jméno", "Telefon"), ("Eva", "603118274"), ("Jan", "603118274"), ("Jan", "x"))
    rehearsed = take(shop, tmp_path, *lines, act=rehearse)
    assert shop.customers.count() == 0
    done = take(shop, tmp_path, *lines)
    assert (counts(done), done.problems) == (counts(rehearsed), rehearsed.problems)


def test_stopping_leaves_nothing_behind(shop, tmp_path):
    def stop(done, _total):
        if done > 600:
            raise Cancelled

    rows = [(f"Jan{n}", f"603{n:06}") for n in range(1500)]
    with pytest.raises(Cancelled):
        take(shop, tmp_path, ("Jméno", "Telefon"), *rows, report=stop)
    assert (shop.customers.count(), search.find(shop.book, "jan1")) == (0, [])


def test_an_import_is_undone_whole_updates_too_and_may_come_again(shop, tmp_path):
    header = ("Jméno", "Telefon", "Město", "Poznámka", "Souhlas s poštou")
    eva = shop.customer("Eva", phones=("+420603118274",), city="Brno")
    before = plain(eva)
    rows = [("Eva", "603118274", "Zlín", "nová", "ano"), ("Jan", "777000111", "Brno", "", "ne")]
    rows += [("Eva", "603118274", "Aš", "nová", "ne")]  # she is changed twice in one list
    result = take(shop, tmp_path, header, *rows)
    assert counts(result) == (1, 2, 0, 0)
    assert shop.undo.undo(result.step).kept == 0
    assert plain(shop.customers.get(eva.id)) == before
    assert (shop.customers.count(), search.find(shop.book, "zlin")) == (1, [])
    shop.undo.redo_last()
    assert shop.customers.get(eva.id).city == "Aš"
    shop.undo.undo_last()
    assert counts(take(shop, tmp_path, header, *rows)) == (1, 2, 0, 0)


def test_a_card_that_went_from_hand_to_hand_in_a_list_goes_back_with_the_import(shop, tmp_path):
    header = ("Jméno", "ID zákazníka", "Číslo karty")
    eva = shop.customer("Eva", external_id="1", card_number="C1")
    result = take(shop, tmp_path, header, ("Eva", "1", "C2"), ("Jan", "2", "C1"))
    assert counts(result) == (1, 1, 0, 0)
    assert shop.undo.undo(result.step).kept == 0
    assert shop.customers.get(eva.id).card_number == "C1"
    shop.undo.redo_last()
    cards = [one.card_number for one in shop.customers.everybody()]
    assert cards == ["C2", "C1"]


def test_what_was_typed_at_the_till_comes_back_as_it_went_out(shop, tmp_path):
    shop.customer("JAN", "_x0041_NOVÁK")
    shop.customer("Eva (sousedka)", "Malá, CSc.", phones=("+420603118274",))
    shop.customer("pan Novák", phones=("+420777000111",))
    shop.customer("Ota", phones=("*2700",), emails=("ota(at)cz",))
    for born in ("1950-01-01", "1980-02-29"):  # father and son
        shop.customer("Ivo", "Malý", phones=("+420777000222",), birthday=born)
    before = [plain(one) for one in shop.customers.everybody()]
    with (path := tmp_path / "book.xlsx").open("wb") as file:
        export_customers(shop.customers, file, words_in("cs"), unheard)
    opened = open_list(path, shop.place(), [], unheard)
    result = import_list(shop.book, shop.history, opened, report=unheard)
    assert counts(result) == (0, 0, 6, 0)
    assert [plain(one) for one in shop.customers.everybody()] == before


def test_the_step_of_an_import_knows_how_many_people_it_touched(shop, tmp_path):
    result = take(shop, tmp_path, ("Jméno",), *[(f"Jan{n}",) for n in range(12)])
    assert shop.history.step(result.step).facts == {"n": 12}


def test_undo_keeps_what_was_changed_since_the_import(shop, tmp_path):
    header = ("Jméno", "Telefon", "Město")
    eva = shop.customer("Eva", phones=("+420603118274",), city="Brno")
    result = take(shop, tmp_path, header, ("Eva", "603118274", "Zlín"))
    shop.customers.change(eva.id, city="Aš")
    assert shop.undo.undo(result.step).kept == 1
    assert shop.customers.get(eva.id).city == "Aš"


def test_a_consent_says_that_it_came_with_a_list(shop, tmp_path):
    take(shop, tmp_path, ("Jméno", "Souhlas s poštou"), ("Eva", "ano"))
    [said] = shop.customers.get(1).consents
    assert (said.purpose, said.granted, said.how, said.by) == ("post", True, "import", "Jana")


def test_a_value_that_cannot_be_read_goes_to_the_notes(shop, tmp_path):
    result = take(
        shop,
        tmp_path,
        ("Jméno", "Telefon", "E-mail", "Narozeniny"),
        ("Eva", "12", "eva(at)cz", "30. února"),
    )
    assert [one.field for one in result.problems] == ["phone", "email", "birthday"]
    notes = plain(shop.customers.get(1))["notes"]
    assert notes.splitlines() == ["Telefon: 12", "E-mail: eva(at)cz", "Narozeniny: 30. února"]


def test_a_mapping_is_remembered_also_for_headers_that_mean_nothing(shop, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Wer;Wann\nJan;03/04/1980\n", "utf-8")
    told = [told_from("first_name=Wer"), told_from("birthday:mdy=Wann")]
    remember(shop.book, open_known(shop.book, path, shop.place(), told, unheard))
    opened = open_known(shop.book, path, shop.place(), [], unheard)
    assert [row.values["birthday"] for row in opened.rows(unheard)] == ["1980-03-04"]
    other = [told_from("birthday:dmy=Wann")]
    opened = open_known(shop.book, path, shop.place(), other, unheard)
    assert [row.values["birthday"] for row in opened.rows(unheard)] == ["1980-04-03"]


CELLS = st.sampled_from(
    ["", " ", "Jan", "Eva", "603118274", "603 118 275", "x", "a@example.cz", "1", "2", "5.3.1980"]
) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
HEADER = ("Zákaznické číslo", "Číslo karty", "Jméno", "Telefon", "E-mail", "Narozeniny", "Poznámka")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(*[CELLS] * len(HEADER)), max_size=12))
def test_every_row_is_counted_once_and_a_second_time_nobody_is_added(tmp_path, rows):
    shop = open_scenario(Path(tempfile.mkdtemp(dir=tmp_path)))
    rows = with_numbers_of_their_own(rows)
    first = take_cells(shop, tmp_path, rows)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert sum(counts(first)) <= len(filled)
    assert sum(counts(first)) == len(first.rows)
    again = take_cells(shop, tmp_path, rows)
    assert again.added == 0
    assert findings(shop.book) == []
    assert search.out_of_step(shop.book) == 0
    shop.close()


def with_numbers_of_their_own(rows):
    """Without rows that give the number of an earlier one to somebody else."""
    first_of = {}
    return [
        row
        for row in rows
        if all(
            first_of.setdefault((at, row[at].strip()), row) == row
            for at in (0, 1)
            if row[at].strip()
        )
    ]


def take_cells(shop, folder, rows):
    path = from_cells(folder, HEADER, *rows, name="any.xlsx")
    opened = open_list(path, shop.place(), (told_from("birthday:dmy=Narozeniny"),), unheard)
    result = import_list(shop.book, shop.history, opened, report=unheard)
    return Counted(result, list(opened.rows(unheard)))


class Counted:
    """A result and the data rows of the list it came from."""

    def __init__(self, result, rows):
        self.rows = rows
        for name in ("added", "updated", "unchanged", "skipped"):
            setattr(self, name, getattr(result, name))


@pytest.mark.parametrize("language", ["en", "cs", "sk", "da", "kk", "he"])
def test_an_exported_book_comes_back_equal(shop, tmp_path, language):
    shop.customer(
        "Ludmila",
        "O'Brien-Nováková",
        title_before="Ing.",
        title_after="Ph.D.",
        external_id="007",
        card_number="0012",
        form_of_address="f",
        language="he",
        phones=("+420603118274", "+77011234567"),
        emails=("a@example.cz", "b@example.cz"),
        street="=1+1",
        street2="+2",
        city="@Brno",
        region="-Jih",
        postal_code="602 00",
        country="CZ",
        birthday="--02-29",
        tags=("stálá", "kváskový chléb"),
        member_since="2020-01-05",
    )
    shop.customer(company="Květiny s.r.o.", birthday="1950-03-04", phones=("+420777000111",))
    shop.customers.write_note(1, "=HYPERLINK(1)\ndruhý řádek")
    shop.customers.record_consent([1], "post", granted=True)
    shop.customers.record_consent([1], "email", granted=False)
    to = BytesIO()
    export_customers(shop.customers, to, words_in(language), unheard)
    path = tmp_path / "book.xlsx"
    path.write_bytes(to.getvalue())
    other = open_scenario(tmp_path / "other", language=language)
    for expected in ((2, 0, 0, 0), (0, 0, 2, 0)):
        opened = open_list(path, other.place(), (), unheard)
        result = import_list(other.book, other.history, opened, report=unheard)
        assert (counts(result), result.problems) == (expected, [])
    for one, same in zip(shop.customers.everybody(), other.customers.everybody(), strict=True):
        assert facts(same) == facts(one)
    other.close()


def facts(one):
    values = plain(one) | {"phones": one.phones, "emails": one.emails, "name": one.name_with_titles}
    return values | {"id": 0, "member_since": values["member_since"]}


TILL = """
import sys
from pathlib import Path
from app.clock import system_clock
from app.people.exchange.lists import open_list
from app.people.importing import import_list
from app.shop import Shop
shop = Shop.open(Path(sys.argv[1]), system_clock, {"LANG": "cs_CZ.UTF-8"})
def report(done, total):
    if len(sys.argv) > 3 and done > 1500:
        print("in the middle", flush=True)
        sys.stdin.read()
opened = open_list(Path(sys.argv[2]), shop.place(), [], lambda done, total: None)
print(import_list(shop.book, shop.history, opened, report=report).added)
shop.close()
"""


def till(shop, path, *more):
    return subprocess.Popen(
        [sys.executable, "-c", TILL, str(shop.folder), str(path), *more],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def long_list(folder):
    path = folder / "long.csv"
    path.write_text(
        "Jméno;Telefon\n" + "".join(f"Jan{n};603{n:06}\n" for n in range(2500)), "utf-8"
    )
    return path


def test_two_tills_that_take_over_the_same_list_at_once_bring_nobody_twice(shop, tmp_path):
    path = long_list(tmp_path)
    tills = [till(shop, path), till(shop, path)]
    added = [int(one.communicate()[0]) for one in tills]
    assert sorted(added) == [0, 2500]
    assert shop.customers.count() == 2500


def test_a_till_that_dies_in_the_middle_leaves_nothing_of_the_list(shop, tmp_path):
    dying = till(shop, long_list(tmp_path), "stop")
    assert dying.stdout.readline() == b"in the middle\n"
    os.kill(dying.pid, signal.SIGKILL)
    dying.communicate()
    assert shop.customers.count() == 0
    assert counts(take(shop, tmp_path, ("Jméno", "Telefon"), ("Jan1", "603000001"))) == (1, 0, 0, 0)


def test_a_corrected_row_mends_the_person_it_was_about(shop, tmp_path):
    """What the spreadsheet of refused values is for: nobody stands in the book twice after it."""
    take(
        shop,
        tmp_path,
        ("Jméno", "Příjmení", "Telefon"),
        ("Hana", "Malá", "72x 114"),
        ("Hana", "Velká", "603118274"),
    )
    again = take(shop, tmp_path, ("Jméno", "Příjmení", "Telefon"), ("Hana", "Malá", "724114000"))
    assert (again.added, again.updated) == (0, 1)
    (hana,) = [one for one in shop.customers.everybody() if one.last_name == "Malá"]
    assert hana.phones == ("+420724114000",)


def test_a_namesake_nobody_could_not_read_the_phone_of_is_another_person(shop, tmp_path):
    take(shop, tmp_path, ("Jméno", "Příjmení", "Telefon"), ("Hana", "Malá", ""))
    assert (
        counts(
            take(shop, tmp_path, ("Jméno", "Příjmení", "Telefon"), ("Hana", "Malá", "724114000"))
        )[0]
        == 1
    )
