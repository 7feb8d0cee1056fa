import pytest

from app.people.exchange.encodings import encoding_of
from app.progress import unheard
from tests.app.people.exchange.files import csv_file, from_cells, rows

CZECH = "Jméno;Příjmení;Město\nJiří;Dvořák;Říčany\nŽaneta;Šťastná;Ústí nad Labem\n"
SLOVAK = "Meno;Priezvisko;Mesto\nĽubomír;Kováč;Žilina\nOľga;Šťastná;Banská Štiavnica\n"
DANISH = "Fornavn;Efternavn;By\nSøren;Kjær;København\nÅse;Østergård;Næstved\n"
RUSSIAN = "Имя;Фамилия;Город\nИван;Петров;Москва\nЮлия;Щукина;Самара\n"
KAZAKH = "Аты;Тегі;Қала\nӘйгерім;Қасымова;Шымкент\nҒалым;Үмітов;Өскемен\n"
HEBREW = "שם פרטי;שם משפחה;עיר\nרחל;לוי;תל אביב\nמשה;כהן;ירושלים\n"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (CZECH, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be cp1250 iso8859_2 mac_latin2 cp852"),
        (SLOVAK, "utf-8 utf-8-sig utf-16 utf-16-le cp1250 iso8859_2 mac_latin2 cp852"),
        (DANISH, "utf-8 utf-8-sig utf-16 utf-16-le cp1252 mac_roman cp850"),
        (RUSSIAN, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be cp1251 mac_cyrillic cp866"),
        (KAZAKH, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be kz1048"),
        (HEBREW, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be cp1255"),
    ],
)
def test_a_short_list_is_read_in_the_letters_it_was_written_in(tmp_path, text, encodings):
    expected = [tuple(line.split(";")) for line in text.splitlines()[1:]]
    for encoding in encodings.split():
        found = rows(csv_file(tmp_path, text, encoding))
        values = [row.values for row in found]
        names = [(one["first_name"], one["last_name"], one["city"]) for one in values]
        assert names == expected, encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Jméno;Tel\nDvořák;1\n", "cp1250"), ("Jméno;Tel\nŠárka;1\n", "cp1250"),
        ("Jméno;Tel\nŠárka Dvořáková;1\n", "iso8859_2"), ("Navn;Tlf\nSøren;1\n", "cp1252"),
        ("Jméno;Město\nTomáš Říha;Plzeň\nJiří Dvořák;Luhačovice\nKateřina Procházková;Třebíč\n", "iso8859_2"),
        ("Имя;Тел\nИван;1\n", "cp1251"), ("שם;טלפון\nמשה;1\n", "cp1255"),
    ],
)  # fmt: skip
def test_even_a_line_or_two_are_enough(tmp_path, text, encoding):
    path = csv_file(tmp_path, text, encoding)
    assert path.read_bytes().decode(encoding_of(path, "", unheard)) == text


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_whatever_stands_between_the_cells_is_found(tmp_path, delimiter):
    text = (
        f'Jméno;Adresa;Pozn\nJan;"Dlouhá 5, 110 00 Praha";"a{delimiter}b"\nEva;"Krátká 1, Brno";x\n'
    )
    found = rows(csv_file(tmp_path, text.replace(";", delimiter)))
    assert [row.values["first_name"] for row in found] == ["Jan", "Eva"]
    assert found[0].values["notes"] == f"a{delimiter}b".replace("\t", " ")


def test_the_first_line_may_say_what_stands_between(tmp_path):
    (row,) = rows(csv_file(tmp_path, "sep=,\r\nName,Phone\r\nJan,603118274\r\n"))
    assert row.values["first_name"] == "Jan"


def test_a_line_break_inside_quotes_belongs_to_its_cell(tmp_path):
    first, second = rows(csv_file(tmp_path, 'Jméno;Poznámka\r\nJan;"dvě\r\nřádky"\r\nEva;x\r\n'))
    assert first.values["notes"] == "dvě\nřádky"
    assert (first.number, second.number) == (2, 3)


def test_a_formula_that_only_guards_its_zeros_is_its_text(tmp_path):
    (row,) = rows(csv_file(tmp_path, 'Jméno;Číslo karty\nJan;="0042"\n'))
    assert row.values["card_number"] == "0042"


def test_zero_bytes_are_left_out(tmp_path):
    path = tmp_path / "l.csv"
    path.write_bytes(b"Name;Phone\nJa\x00n;603118274\n")
    assert rows(path)[0].values["first_name"] == "Jan"


def test_a_row_that_is_too_short_or_too_long_is_read(tmp_path):
    found = rows(csv_file(tmp_path, "Jméno;Město;Telefon\nJan\nEva;Brno;603118274;navíc;;\n"))
    assert [row.values.get("city") for row in found] == [None, "Brno"]


@pytest.mark.parametrize("name", ["list.csv", "list.xls", "list.txt", "list.ods", "list"])
def test_a_list_is_told_by_what_it_is_and_not_by_its_name(tmp_path, name):
    from_workbook = from_cells(tmp_path, ["Jméno", "Telefon"], ["Jan", "603118274"], name=name)
    assert rows(from_workbook)[0].values["first_name"] == "Jan"
    from_text = csv_file(tmp_path, "Jméno;Telefon\nEva;603118274\n", name=name)
    assert rows(from_text)[0].values["first_name"] == "Eva"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jméno\nNovák, Jan\nMalá, Eva\n", ["Novák", "Malá"]),
        ("Seznam, zákazníci, 2026\nPříjmení;Telefon\nNovák;603118274\n", ["Novák"]),
        ("Příjmení,Poznámka\nNovák,a;b;c\nMalá,d;e;f\n", ["Novák", "Malá"]),
    ],
)
def test_signs_within_the_cells_do_not_divide_them(tmp_path, text, names):
    assert [row.values["last_name"] for row in rows(csv_file(tmp_path, text))] == names


def test_a_few_stray_bytes_do_not_turn_the_letters_of_a_list(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(
        ("Jméno;Město\n" + "Žofie;Říčany\n" * 20).encode() + "Iva;Třešť\n".encode("cp1250")
    )
    assert {row.values["city"] for row in rows(path)} == {"Říčany", "T\ufffde\ufffd\ufffd"}
