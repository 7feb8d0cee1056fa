from dataclasses import replace
from datetime import date

import pytest

from app.people.exchange.errors import AmbiguousDates, NoHeader, NoSuchSheet
from app.people.exchange.lists import arrange
from app.people.exchange.mapping import told_from
from app.people.exchange.problems import Reason
from app.progress import Cancelled, unheard
from tests.app.people.exchange.files import (
    BRNO,
    SHEET,
    SHEET_END,
    csv_file,
    from_cells,
    inline,
    ods_of,
    ods_row,
    opened,
    rows,
    xlsx_of,
)


def only(path, *told, place=BRNO):
    (row,) = rows(path, *told, place=place)
    return row


def column(folder, header, *cells, place=BRNO):
    """The values of rows that hold a name and one more column."""
    return [row.values for row in listed(folder, header, *cells, place=place)]


def listed(folder, header, *cells, place=BRNO):
    lines = [["Jméno", "Příjmení", header], *(["Jan", "Novák", cell] for cell in cells)]
    return rows(from_cells(folder, *lines), place=place)


def test_a_messy_row_becomes_a_customer(tmp_path):
    path = from_cells(
        tmp_path,
        ["Seznam zákazníků 2026"],
        [],
        ["Jméno", "Tel.", "E-mail", "Ulice", "PSČ", "Město", "Dat. nar.", "Štítky", "Karta", "Souhlas e-mail"],
        ["Ing. JANA NOVÁKOVÁ, Ph.D.", 603118274, "JANA@Example.cz ", "Dlouhá 5\nbyt 2", 11000, "Praha", date(1980, 3, 5), "káva, VIP;káva", 4207.0, "ano"],
    )  # fmt: skip
    row = only(path)
    assert row.number == 4
    assert row.problems == ()
    assert row.values == {
        "title_before": "Ing.",
        "first_name": "Jana",
        "last_name": "Nováková",
        "title_after": "Ph.D.",
        "phones": ("+420603118274",),
        "emails": ("jana@example.cz",),
        "street": "Dlouhá 5",
        "street2": "byt 2",
        "postal_code": "110 00",
        "city": "Praha",
        "birthday": "1980-03-05",
        "tags": ("káva", "VIP"),
        "card_number": "4207",
        "consent_email": True,
    }


def test_a_cell_that_is_no_date_keeps_its_row(tmp_path):
    row = only(csv_file(tmp_path, "Jméno;Narozeniny;Poznámka\nJan;v létě;milý\n"))
    assert row.values == {"first_name": "Jan", "notes": "milý\nNarozeniny: v létě"}
    (problem,) = row.problems
    assert (problem.row, problem.field, problem.value) == (2, "birthday", "v létě")
    assert problem.reason is Reason.BAD_DATE


@pytest.mark.parametrize(
    ("header", "cell", "field", "reason"),
    [
        ("Telefon", "123", "phone", "bad_phone"),
        ("Telefon", "6.03E+08", "phone", "damaged_number"),
        ("E-mail", "jan@", "email", "bad_email"),
        ("Narozeniny", "31.2.1980", "birthday", "impossible_date"),
        ("Narozeniny", "1980", "birthday", "year_alone"),
        ("Zákazník od", "5.3.2030", "member_since", "date_to_come"),
        ("Pohlaví", "snad", "form_of_address", "unknown_address_form"),
        ("Souhlas", "snad", "Souhlas", "unknown_answer"),
        ("Souhlas sms", "snad", "consent_phone", "unknown_answer"),
        ("Země", "Nikdenie", "country", "unknown_country"),
        ("Jazyk", "klingonsky", "language", "unknown_language"),
        ("Číslo karty", "4.2E+12", "card_number", "damaged_number"),
        ("Město", "x" * 2000, "city", "too_long"),
    ],
)
def test_a_bad_value_is_a_problem_and_a_note(tmp_path, header, cell, field, reason):
    (row,) = listed(tmp_path, header, cell)
    (problem,) = row.problems
    assert (problem.row, problem.field, problem.reason) == (2, field, reason)
    assert row.values["notes"].endswith(f"{header}: {cell}")
    assert not row.is_refused


def test_a_row_with_nobody_in_it_is_refused_and_the_file_goes_on(tmp_path):
    path = csv_file(tmp_path, "Jméno;Město;Telefon\n;Brno;\n;;\n;;12\nEva;;\n")
    first, second, third = rows(path)
    assert first.is_refused
    assert first.problems[-1].reason is Reason.NOBODY
    assert (first.number, second.number, third.number) == (2, 4, 5)
    assert second.is_refused
    assert [problem.reason for problem in second.problems] == ["bad_phone", "nobody"]
    assert not third.is_refused


@pytest.mark.parametrize(
    "values",
    [
        {"Jméno": "J"},
        {"Firma": "F"},
        {"Telefon": "603118274"},
        {"E-mail": "a@b.cz"},
        {"Karta": "0042"},
    ],
)
def test_a_name_a_company_a_phone_an_email_or_a_card_is_enough(tmp_path, values):
    ((header, cell),) = values.items()
    assert not only(csv_file(tmp_path, f"{header};Město\n{cell};Brno\n")).is_refused


@pytest.mark.parametrize(
    ("header", "cells"),
    [("Město", "602 00 Brno"), ("Město", "Brno 60200"), ("PSČ;Město", "602 00;602 00 Brno"),
     ("Město;PSČ", "60200 Brno;602 00"), ("PSČ;Město", ";CZ-602 00 Brno")],
)  # fmt: skip
def test_a_code_beside_the_town_stands_only_once_on_an_envelope(tmp_path, header, cells):
    values = only(csv_file(tmp_path, f"Jméno;{header}\nJan;{cells}\n")).values
    assert (values["postal_code"], values["city"]) == ("602 00", "Brno")


def test_the_number_of_a_district_belongs_to_the_town(tmp_path):
    assert only(csv_file(tmp_path, "Jméno;Město\nJan;Praha 10\n")).values["city"] == "Praha 10"


@pytest.mark.parametrize("header", ["Město", "PSČ a město"])
def test_a_code_alone_is_no_town(tmp_path, header):
    values = only(csv_file(tmp_path, f"Jméno;{header}\nJan;60200\n")).values
    assert (values["postal_code"], values.get("city")) == ("602 00", None)


@pytest.mark.parametrize("header", ["Jméno;Příjmení", "Jméno a příjmení"])
def test_mr_and_mrs_are_two_people_written_so(tmp_path, header):
    names = "Pan a paní;Novákovi" if ";" in header else "Pan a paní Novákovi"
    values = only(csv_file(tmp_path, f"{header};Město\n{names};Brno\n")).values
    assert (values["first_name"], values["last_name"]) == ("Pan a paní", "Novákovi")
    assert values["form_in_name"] == "family"


def test_numbers_keep_the_zeros_before_them(tmp_path):
    row = only(csv_file(tmp_path, "Jméno;ID zákazníka;Číslo karty\nJan;007;0042\n"))
    assert (row.values["external_id"], row.values["card_number"]) == ("007", "0042")


@pytest.mark.parametrize(
    ("cell", "form"),
    [("M", "m"), ("F", "f"), ("muž", "m"), ("Žena", "f"), ("pan", "m"), ("Paní", "f"), ("Mr.", "m"), ("Ms", "f"), ("Herr", "m"),
     ("Frau", "f"), ("mand", "m"), ("Kvinde", "f"), ("ер", "m"), ("әйел", "f"), ("זכר", "m"), ("נקבה", "f"), ("rodina", "family"),
     ("other", "neutral"), ("ж", "f"), ("Mr & Mrs", "family"), ("pan a paní", "family")],
)  # fmt: skip
def test_a_form_of_address_is_known_in_many_words(tmp_path, cell, form):
    assert column(tmp_path, "Pohlaví", cell)[0]["form_of_address"] == form


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("ano", True), ("NE", False), ("כן", True), ("לא", False), ("да", True), ("нет", False), ("иә", True), ("жоқ", False), ("ja", True),
     ("nej", False), ("áno", True), ("nie", False), ("Yes", True), ("no", False), (1, True), (0, False), ("x", True), ("✓", True),
     (True, True), (False, False), ("subscribed", True), ("unsubscribed", False),
     ("PRAVDA", True), ("NEPRAVDA", False), ("SAND", True), ("ЛОЖЬ", False)],
)  # fmt: skip
def test_a_consent_is_yes_or_no_in_any_language(tmp_path, cell, answer):
    assert column(tmp_path, "Souhlas e-mail", cell)[0]["consent_email"] is answer


def test_a_consent_that_was_never_asked_is_not_there(tmp_path):
    assert "consent_email" not in column(tmp_path, "Souhlas e-mail", "neznámo")[0]


def test_a_consent_for_everything_leaves_the_special_ones_their_word(tmp_path):
    row = only(csv_file(tmp_path, "Jméno;Souhlas sms;Souhlas\nJan;ne;ano\n"))
    assert [row.values[f"consent_{by}"] for by in ("post", "email", "phone")] == [True, True, False]


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("a@b.cz", ("a@b.cz",)),
        ("mailto:A@B.cz", ("a@b.cz",)),
        ("Jan Novák <jan@b.cz>", ("jan@b.cz",)),
        ("a@b.cz, c@d.cz; a@b.cz", ("a@b.cz", "c@d.cz")),
        ("a@b.cz ::: c@d.cz", ("a@b.cz", "c@d.cz")),
        ("jan.novák+kafe@příklad.cz", ("jan.novák+kafe@příklad.cz",)),
    ],
)
def test_emails_are_taken_from_a_crowded_cell(tmp_path, cell, emails):
    assert column(tmp_path, "E-mail", cell)[0]["emails"] == emails


def test_groups_of_google_become_tags_but_not_its_own(tmp_path):
    assert column(tmp_path, "Labels", "VIP ::: * myContacts ::: káva ::: Kava")[0]["tags"] == (
        "VIP",
        "káva",
    )


@pytest.mark.parametrize("cell", ["-", "nemá", "n/a", "?", " ", "\u200b", "\u00a0"])
def test_a_cell_that_says_nothing_is_no_problem(tmp_path, cell):
    (row,) = listed(tmp_path, "Telefon", cell)
    assert row.problems == ()
    assert "phones" not in row.values


def test_invisible_signs_are_cleaned_away_and_letters_composed(tmp_path):
    values = column(tmp_path, "Město", "\u200fBrno\u00a0 -\u00adstr\u030ced\u200b")[0]
    assert values["city"] == "Brno -střed"


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("Dlouhá 5, 110 00 Praha 1", {"street": "Dlouhá 5", "postal_code": "110 00", "city": "Praha 1"}),
        ("Dlouhá 5, 11000 Praha, Česko", {"street": "Dlouhá 5", "postal_code": "110 00", "city": "Praha", "country": "CZ"}),
        ("Dlouhá 5\nbyt 2\n110 00 Praha", {"street": "Dlouhá 5", "street2": "byt 2", "postal_code": "110 00", "city": "Praha"}),
        ("Dlouhá 5 110 00 Praha", {"street": "Dlouhá 5", "postal_code": "110 00", "city": "Praha"}),
        ("Dlouhá 5, Praha", {"street": "Dlouhá 5", "city": "Praha"}),
        ("Dlouhá 5, Praha, 11000", {"street": "Dlouhá 5", "postal_code": "110 00", "city": "Praha"}),
        ("Dlouhá 5, byt 2, 110 00, Praha", {"street": "Dlouhá 5", "street2": "byt 2", "postal_code": "110 00", "city": "Praha"}),
        ("Dlouhá 5, 110 00", {"street": "Dlouhá 5", "postal_code": "110 00"}),
        ("Lhota", {"street": "Lhota"}),
    ],
)  # fmt: skip
def test_a_whole_address_is_divided_where_it_can_be(tmp_path, cell, values):
    found = column(tmp_path, "Adresa", cell)[0]
    assert {key: found[key] for key in found if not key.endswith("_name")} == values


def test_a_house_number_goes_to_its_street_and_a_code_to_its_city(tmp_path):
    row = only(csv_file(tmp_path, "Jméno;Ulice;č.p.;PSČ a město\nJan;Dlouhá;5;11000 Praha\n"))
    assert row.values["street"] == "Dlouhá 5"
    assert (row.values["postal_code"], row.values["city"]) == ("110 00", "Praha")


def test_the_second_address_counts_only_where_the_first_is_empty(tmp_path):
    text = (
        "First Name,Home Street,Home City,Business Street,Business City\n"
        "Jan,Dlouhá 5,Praha,Krátká 1,Brno\nEva,,,Krátká 1,Brno\n"
    )
    first, second = rows(csv_file(tmp_path, text))
    assert (first.values["street"], first.values["city"]) == ("Dlouhá 5", "Praha")
    assert (second.values["street"], second.values["city"]) == ("Krátká 1", "Brno")


def test_a_postal_code_goes_by_the_country_of_its_row(tmp_path):
    text = "Jméno;PSČ;Země\nJan;2138;USA\nEva;11000;\n"
    american, czech = rows(csv_file(tmp_path, text))
    assert american.values["postal_code"] == "02138"
    assert czech.values["postal_code"] == "110 00"


def test_several_phones_and_notes_are_all_kept(tmp_path):
    text = "Jméno;Mobil;Telefon;Poznámka;Komentář\nJan;603118274;777123456;a;b\n"
    row = only(csv_file(tmp_path, text))
    assert row.values["phones"] == ("+420603118274", "+420777123456")
    assert row.values["notes"] == "a\nb"


def test_without_a_country_only_plus_is_understood(tmp_path):
    place = replace(BRNO, country=None)
    path = csv_file(tmp_path, "Jméno;Telefon\nJan;603 118 274\nEva;+420 603 118 274\n")
    first, second = rows(path, place=place)
    assert (first.values["phones"], first.problems) == (("603 118 274",), ())
    assert second.values["phones"] == ("+420603118274",)


def test_dates_that_can_be_read_both_ways_are_refused_until_told(tmp_path):
    path = csv_file(
        tmp_path, "Jméno;Narozen;Zákazník od\nJan;3/5/1980;1.1.2020\nEva;4/6/1981;2.1.2020\n"
    )
    with pytest.raises(AmbiguousDates) as refused:
        rows(path)
    assert refused.value.facts["field"] == "birthday"
    assert refused.value.facts["header"] == "Narozen"
    assert set(refused.value.facts["examples"]) == {"3/5/1980", "4/6/1981"}
    assert rows(path, "birthday:mdy=Narozen")[0].values["birthday"] == "1980-03-05"
    assert rows(path, "birthday:dmy=Narozen")[0].values["birthday"] == "1980-05-03"
    assert opened(path).preview()[0].values["birthday"] == "1980-05-03"


def test_another_column_and_the_country_together_settle_dates(tmp_path):
    path = csv_file(
        tmp_path, "Jméno;Narozen;Poslední nákup\nJan;3/5/1980;25/12/2025\nEva;4/6/1981;1/1/2026\n"
    )
    assert rows(path)[0].values["birthday"] == "1980-05-03"
    for country in (None, "US"):
        with pytest.raises(AmbiguousDates):
            rows(path, place=replace(BRNO, country=country))


def test_in_a_column_of_both_orders_only_the_doubtful_day_is_a_problem(tmp_path):
    path = csv_file(tmp_path, "Jméno;Narozen\nJan;25/12/1980\nEva;12/25/1980\nOta;3/5/1981\n")
    jan, eva, ota = rows(path)
    assert jan.values["birthday"] == eva.values["birthday"] == "1980-12-25"
    assert ota.values["notes"] == "Narozen: 3/5/1981"
    assert ota.problems[0].reason is Reason.BOTH_WAYS


def test_a_header_that_names_the_order_settles_its_column(tmp_path):
    path = csv_file(tmp_path, "Jméno;Narozen (dd/mm/rrrr)\nJan;3/5/1980\n")
    assert only(path).values["birthday"] == "1980-05-03"


def test_a_day_from_an_empty_formula_is_no_day(tmp_path):
    path = from_cells(tmp_path, ["Jméno", "Narozen"], ["Jan", 0], ["Eva", "neuvedeno"])
    assert [(row.values, row.problems) for row in rows(path)] == [
        ({"first_name": "Jan"}, ()),
        ({"first_name": "Eva"}, ()),
    ]


def test_a_card_that_says_none_is_nobodys(tmp_path):
    cells = ("-", "0", "000", "není", "N/A", 0, None)
    assert all("card_number" not in values for values in column(tmp_path, "Karta", *cells))
    assert all("external_id" not in values for values in column(tmp_path, "ID zákazníka", *cells))


def test_zeros_that_only_the_format_shows_stay(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Jméno", "Karta", "Telefon"])
    for number in (42, 123456):
        book.active.append(["Jan", number, 603118274])
    for row in (2, 3):
        book.active.cell(row, 2).number_format = "0000"
        book.active.cell(row, 3).number_format = "000\\ 000\\ 000"
    path = tmp_path / "l.xlsx"
    book.save(path)
    first, second = rows(path)
    assert (first.values["card_number"], second.values["card_number"]) == ("0042", "123456")
    assert first.values["phones"] == ("+420603118274",)


def test_sixteen_digits_in_a_cell_of_numbers_have_lost_the_last(tmp_path):
    typed, exact, text = listed(
        tmp_path, "Karta", 8594001234567890, 8594001234567, "8594001234567890"
    )
    assert typed.problems[0].reason is Reason.DAMAGED_NUMBER
    assert exact.values["card_number"] == "8594001234567"
    assert text.values["card_number"] == "8594001234567890"


def test_a_number_in_the_way_of_scientists_is_whole_when_all_its_digits_are_there(tmp_path):
    whole, lost = listed(tmp_path, "Telefon", "6.03118274E8", "6.03118E8")
    assert whole.values["phones"] == ("+420603118274",)
    assert lost.problems[0].reason is Reason.DAMAGED_NUMBER
    assert column(tmp_path, "Karta", "8,594001234567E+12")[0]["card_number"] == "8594001234567"


def test_a_sign_that_guards_zeros_is_no_part_of_a_number(tmp_path):
    assert column(tmp_path, "Karta", "'0042")[0]["card_number"] == "0042"
    assert column(tmp_path, "PSČ", "'11000")[0]["postal_code"] == "110 00"


def test_a_column_of_last_names_first_is_read_so_throughout(tmp_path):
    path = csv_file(
        tmp_path,
        "Zákazník;Město\nNovák Jan;Brno\nNováková Jana;Brno\nMalá Svobodová Eva;\nVeselá Iva;\nKubová Ema;\n",
    )
    assert opened(path).columns.roles[0].field == "full_name_last_first"
    assert rows(path)[0].values["last_name"] == "Novák"
    assert rows(path, "full_name=Zákazník")[0].values["last_name"] == "Jan"


@pytest.mark.parametrize(
    ("names", "last"),
    [
        ("Novák Jan\nDvořák Petr\nMarek Jan", "Novák"),
        ("Jan Novák\nPetr Dvořák\nJan Marek", "Novák"),
        ("כהן רחל\nלוי דוד", "כהן"),
        ("Novák Jan\nPetr Dvořák", "Jan"),  # in no order of its own
    ],
)
def test_first_names_show_the_order_of_a_list_without_women(tmp_path, names, last):
    first = rows(
        from_cells(tmp_path, ["Zákazník", "Město"], *([one, "Brno"] for one in names.split("\n")))
    )[0]
    assert first.values["last_name"] == last


def test_the_columns_of_first_and_last_names_hold_more_than_names(tmp_path):
    lines = "paní Eva;MALÁ (Nováková)\nJan a Petra;Novákovi\nIng. Jan;pan Novák, Ph.D.\n;rodina Bílkova\n"
    assert [row.values for row in rows(csv_file(tmp_path, f"Jméno;Příjmení\n{lines}"))] == [
        {"first_name": "Eva", "form_in_name": "f", "last_name": "Malá", "notes": "Příjmení: Nováková"},
        {"first_name": "Jan a Petra", "form_in_name": "family", "last_name": "Novákovi"},
        {"title_before": "Ing.", "first_name": "Jan", "last_name": "Novák", "title_after": "Ph.D.", "form_in_name": "m"},
        {"last_name": "rodina Bílkova", "form_in_name": "family"},
    ]  # fmt: skip


def test_a_courtesy_in_the_column_of_first_names_is_no_name(tmp_path):
    lines = "Paní;Malá\nMr.;Smith\nRodina;Bílkova\nמשפחת;ישראלי\n"
    assert [row.values for row in rows(csv_file(tmp_path, f"Jméno;Příjmení\n{lines}"))] == [
        {"last_name": "Malá", "form_in_name": "f"},
        {"last_name": "Smith", "form_in_name": "m"},
        {"first_name": "Rodina", "last_name": "Bílkova", "form_in_name": "family"},
        {"first_name": "משפחת", "last_name": "ישראלי", "form_in_name": "family"},
    ]


def test_outlook_does_not_say_who_is_a_woman_and_that_is_no_problem(tmp_path):
    (row,) = listed(tmp_path, "Gender", "Unspecified")
    assert row.problems == ()


def test_an_address_in_the_column_for_names_is_an_address(tmp_path):
    assert only(csv_file(tmp_path, "Zákazník;Město\nJan@novak.cz;Brno\n")).values == {
        "emails": ("jan@novak.cz",),
        "city": "Brno",
    }


def test_what_only_fills_a_cell_is_nothing(tmp_path):
    path = csv_file(tmp_path, "Jméno;Příjmení;Město;Štítky\n-;Malá;—;-\n???;Nová;N/A;#káva #VIP\n")
    assert [row.values for row in rows(path)] == [
        {"last_name": "Malá"},
        {"last_name": "Nová", "tags": ("káva", "VIP")},
    ]


def test_one_cell_decides_for_its_column_and_a_contrary_one_is_a_problem(tmp_path):
    days = "".join(f"Jan;{day}/12/1980\n" for day in range(13, 25))
    found = rows(csv_file(tmp_path, f"Jméno;Narozen\nEva;3/5/1980\n{days}Ota;12/25/1980\n"))
    assert found[0].values["birthday"] == "1980-05-03"
    assert found[-1].problems[0].reason is Reason.CONTRARY_DATE


def test_formula_cells_count_as_their_last_value_and_merged_ones_once(tmp_path):
    body = (
        '<row r="1">' + inline("A1", "Jméno") + inline("B1", "Karta") + inline("C1", "Město") + "</row>"
        '<row r="2">' + inline("A2", "Jan") + '<c r="B2"><f>4200+7</f><v>4207</v></c>'
        + inline("C2", "Brno") + "</row>"
        '<row r="3">' + inline("A3", "Eva") + "</row>"
        '</sheetData><mergeCells><mergeCell ref="C2:C3"/></mergeCells>'
    )  # fmt: skip
    path = xlsx_of(tmp_path / "l.xlsx", SHEET + body + SHEET_END.removeprefix("</sheetData>"))
    jan, eva = rows(path)
    assert jan.values["card_number"] == "4207"
    assert "city" not in eva.values


def test_a_workbook_that_counts_from_1904_keeps_its_days(tmp_path):
    body = '<row r="1">' + inline("A1", "Name") + inline("B1", "Birthday") + "</row>"
    body += '<row r="2">' + inline("A2", "Jan") + '<c r="B2"><v>27823</v></c></row>'
    path = xlsx_of(
        tmp_path / "l.xlsx", SHEET + body + SHEET_END, workbook='<workbookPr date1904="1"/>'
    )
    assert only(path).values["birthday"] == "1980-03-05"


def test_an_old_workbook_is_read_with_its_dates(tmp_path):
    import xlwt

    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("Lidé")
    style = xlwt.easyxf(num_format_str="D.M.YYYY")
    for at, header in enumerate(("Jméno", "Narozen", "Telefon")):
        sheet.write(0, at, header)
    sheet.write(1, 0, "Žofie")
    sheet.write(1, 1, date(1980, 3, 5), style)
    sheet.write(1, 2, 603118274)
    path = tmp_path / "list.xls"
    book.save(str(path))
    assert opened(path).sheet.from_1904
    assert only(path).values == {
        "first_name": "Žofie",
        "birthday": "1980-03-05",
        "phones": ("+420603118274",),
    }


def test_a_document_of_libreoffice_is_read(tmp_path):
    path = ods_of(tmp_path / "l.ods", ods_row("Jméno", "Telefon") + ods_row("Žofie", "603118274"))
    assert only(path).values["phones"] == ("+420603118274",)


def test_the_first_sheet_with_anything_is_taken_unless_another_is_chosen(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for name, who in (("Lidé", "Jan"), ("Staří", "Eva")):
        sheet = book.create_sheet(name)
        sheet.append(["Jméno", "Telefon"])
        sheet.append([who, "603118274"])
    path = tmp_path / "l.xlsx"
    book.save(path)
    assert opened(path).sheet.name == "Lidé"
    assert opened(path).sheet.names == ("Sheet", "Lidé", "Staří")
    assert opened(path, chosen="Staří").preview()[0].values["first_name"] == "Eva"
    with pytest.raises(NoSuchSheet):
        opened(path, chosen="Nikdo")


def test_a_hidden_sheet_is_read_only_when_nothing_else_is_there(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Jméno", "Telefon"])
    book.active.append(["Iva", "603118274"])
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Lidé")
    path = tmp_path / "l.xlsx"
    book.save(path)
    assert rows(path)[0].values["first_name"] == "Iva"
    shown.append(["Jméno", "Telefon"])
    shown.append(["Ema", "603118274"])
    book.save(path)
    assert (opened(path).sheet.names, rows(path)[0].values["first_name"]) == (("Lidé",), "Ema")
    assert opened(path, chosen="Sheet").preview()[0].values["first_name"] == "Iva"


def test_a_title_page_before_the_list_is_passed_over(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Naši zákazníci", 2026])
    people = book.create_sheet("Lidé")
    path = tmp_path / "l.xlsx"
    for line in (["Wer", "Wann"], ["Jan", "5.3.1980"]):
        people.append(line)
    book.save(path)
    assert opened(path, "full_name=Wer", "birthday=Wann").sheet.name == "Lidé"
    with pytest.raises(NoHeader):
        opened(path)
    people["A1"], people["B1"] = "Jméno", "Narozen"
    book.save(path)
    assert opened(path).sheet.name == "Lidé"


def test_a_list_can_be_arranged_anew_without_opening_it_again(tmp_path):
    list_ = opened(csv_file(tmp_path, "Jméno;Telefon;Kde\nJan;603118274;Brno\n"))
    assert 2 not in list_.columns.roles
    assert list_.samples(2) == ("Brno",)
    again = arrange(list_.sheet, list_.place, [told_from("city=Kde")], name="list.csv")
    assert again.preview()[0].values["city"] == "Brno"


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    path = csv_file(tmp_path, "Jméno;Telefon\n" + "Jan;603118274\n" * 2000)
    seen = []
    assert len(list(opened(path).rows(lambda done, total: seen.append((done, total))))) == 2000
    assert seen[0][0] == 2
    assert len(seen) > 2

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        list(opened(path).rows(stop))
    assert len(rows(path)) == len(list(opened(path).rows(unheard)))


@pytest.mark.parametrize(
    "line",
    [
        "Celkem;;;1500", "Celkem:;2;;", ";Celkem;;", "Celkem zákazníků: 25;;;", "Celkem 25 zákazníků;;;", "TOTAL;;;1 500,00 Kč",
        "Grand total;;;", "Sum;;;", "I alt;;;", "Spolu;;;3", 'סה"כ;;;', "סה״כ;;;12", "Барлығы;;;", "Итого:;;;", "Počet: 25;;;", "Suma;;;",
    ],
)  # fmt: skip
def test_a_total_below_the_list_is_nobody(tmp_path, line):
    path = csv_file(tmp_path, f"Jméno;Příjmení;Telefon;Útrata\nJan;Novák;603118274;7\n{line}\n")
    jan, total = rows(path)
    assert (total.is_refused, total.values) == (True, {})
    assert [problem.reason for problem in total.problems] == [Reason.TOTAL]
    assert not jan.is_refused


@pytest.mark.parametrize(
    "line",
    [
        "Total;;603118274;", "Suma;Petr;;", "Sum;Li;;7", "Celkem;Jan;;", "Počet;;;", "Totalová;;;", "Spolu;;777000111;1",
        "Total Petr;;;",
    ],
)  # fmt: skip
def test_somebody_with_a_name_like_a_total_is_taken(tmp_path, line):
    path = csv_file(tmp_path, f"Jméno;Příjmení;Telefon;Útrata\n{line}\n")
    assert not only(path).is_refused


def test_the_headers_of_the_next_page_are_nobody(tmp_path):
    path = csv_file(tmp_path, "Jméno;Telefon\nJan;603118274\nJméno;Telefon\nEva;777000111\n")
    first, again, last = rows(path)
    assert [problem.reason for problem in again.problems] == [Reason.HEADERS_AGAIN]
    assert (first.is_refused, again.is_refused, last.is_refused) == (False, True, False)
