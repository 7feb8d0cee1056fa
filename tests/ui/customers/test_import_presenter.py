"""From a file to people in the book, without a screen."""

import sqlite3
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.errors import ShopError
from app.people import directory
from app.people.exchange import errors
from app.people.exchange.mapping import FIELDS, PARTS, UNUSED
from app.people.exchange.readers import read_sheet
from app.progress import Cancelled, unheard
from resources.words import words_in
from ui.customers.import_advice import ADVICE
from ui.customers.import_fields import TITLES
from ui.customers.import_presenter import ImportPresenter
from ui.customers.import_preview import ROWS
from ui.customers.import_shown import Step

MESSY = (
    "Jméno;Telefon;E-mail;Narozeniny;Město;Vnitřní kód\n"
    "NOVÁKOVÁ ZDEŇKA;603 118 274;zdenka@seznam.cz;5. března 1958;Brno;x1\n"
    "Ing. Karel Svoboda, Ph.D.;+420 777 123 456;;1961-12-02;Modřice;x2\n"
    "Hana Malá;72x 114;hana@centrum.cz;31. 2. 1980;Brno;x3\n"
    ";;;;Praha;x4\n"
)
BOTH_WAYS = "Jméno;Telefon;Narozeniny\nJana Nová;603118274;05/03/1980\nPetr Nový;603118275;\n"


class PretendPage:
    """Remembers what it was shown, and does all work at once."""

    def __init__(self, shop) -> None:
        self.shop = shop
        self.step, self.file, self.trouble, self.sheets = None, "", ("", ""), ()
        self.columns = self.preview = self.plan = self.outcome = None
        self.objection, self.running, self.told, self.refused = None, [], [], []
        self.people, self.where, self.deed = [], None, None
        self.report = unheard
        self.later: list | None = None
        self.presenter = ImportPresenter(shop, words_in("en"), self)

    def show_step(self, step):
        self.step = step

    def show_file(self, name):
        self.file = name

    def show_choosing(self):
        self.trouble, self.sheets = ("", ""), ()

    def show_trouble(self, said, advice):
        self.trouble = (said, advice)

    def show_reading(self, said, _share):
        self.running.append(said)

    def show_sheets(self, sheets):
        self.sheets = sheets

    def show_columns(self, columns):
        self.columns, self.objection = columns, None

    def show_objection(self, said, at=None):
        self.objection = (said, at)

    def show_preview(self, preview):
        self.preview = preview

    def show_plan(self, mode, act, remark):
        self.plan = (mode, act, remark)

    def show_running(self, title, said, _share):
        self.running.append(f"{title} {said}".strip())

    def show_outcome(self, outcome):
        self.outcome = outcome

    def ask_where(self, suggested, chosen):
        self.suggested = suggested
        chosen(self.where)

    def work(self, work):
        if self.later is not None:
            self.later.append(lambda: self._do(work))
        else:
            self._do(work)
        return lambda: None

    def look_up(self, read, show):
        show(read(self.shop))

    def tell(self, said):
        self.told.append(said)

    def tell_step(self, step, said):
        self.told.append(said)
        self.deed = step

    def show_people(self, ids):
        self.people = self.shop.names(ids)

    def _do(self, work):
        def report(done, total):
            self.report(done, total)
            if work.heard:
                work.heard(done, total)

        try:
            result = work.act(self.shop, report)
        except Cancelled:
            work.stopped()
        except ShopError as refused:
            self.refused.append(type(refused).__name__)
        else:
            self.shop.book.changes.publish(work.changes)
            work.done(result)

    # What a person sees

    @property
    def fields(self):
        return {line.header: line.field for line in self.columns.lines}

    @property
    def figures(self):
        return {said: number for number, said in self.outcome.figures}

    def line(self, header):
        return next(line for line in self.columns.lines if line.header == header)


@pytest.fixture
def page(shop) -> PretendPage:
    return PretendPage(shop)


@pytest.fixture
def a_file(tmp_path):
    def write(text: str, name: str = "customers.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def everybody(shop) -> list[str]:
    return shop.names(directory.ids(shop.book, directory.Shown()))


def imported(page: PretendPage, path: Path) -> None:
    page.presenter.choose_file(path)
    page.presenter.go_on()
    page.presenter.take_over()


def test_known_columns_are_recognised_and_the_others_said(page, a_file):
    page.presenter.choose_file(a_file(MESSY))
    assert page.step is Step.COLUMNS
    assert page.file == "customers.csv"
    assert page.fields == {
        "Jméno": "full_name",
        "Telefon": "phone",
        "E-mail": "email",
        "Narozeniny": "birthday",
        "Město": "city",
        "Vnitřní kód": UNUSED,
    }
    assert page.columns.count == "5 of 6 columns recognised"
    assert page.line("Vnitřní kód").remark == "Not recognised, so it is left out"
    assert page.line("Telefon").samples == ("603 118 274", "+420 777 123 456", "72x 114")


def test_a_look_shows_the_rows_as_they_will_be_read_and_writes_nothing(page, a_file, shop):
    page.presenter.choose_file(a_file(MESSY))
    page.presenter.go_on()
    assert page.step is Step.LOOK
    assert page.preview.count == "4 rows"
    first, second, third, fourth = page.preview.rows
    assert (first.name, first.cells["birthday"]) == ("Zdeňka Nováková", "5 Mar 1958")
    assert (second.name, second.cells["phone"]) == ("Karel Svoboda", "777 123 456")
    assert third.doubts == {"phone": "72x 114", "birthday": "31. 2. 1980"}
    assert third.remark == "Phone: not a phone number; Birthday: there is no such day"
    assert fourth.left_out
    assert page.preview.remark == (
        "In 1 row something cannot be read; it is kept as a note. 1 row is left out."
    )
    assert page.plan == ("both", "Add 3 people", "")
    assert everybody(shop) == []


def test_a_look_tells_who_is_known_already(page, a_file, shop):
    shop.customer("Eva", "Malá", phones=("+420603118274",), city="Brno")
    shop.customer("Jan", "Novák", phones=("+420777123456",))
    page.presenter.choose_file(
        a_file(
            "Jméno;Telefon;Město\nEva Malá;603118274;Brno\nJan Novák;777123456;Zlín\n"
            "Iva Nová;608222333;\nIva Nová;608222333;\n"
        )
    )
    page.presenter.go_on()
    assert [(row.known, row.told) for row in page.preview.rows] == [
        ("book", "Eva Malá is in your book; this row brings nothing new."),
        ("book", "Jan Novák is in your book; this row changes something."),
        ("", ""),
        ("list", "The same person as in row 4."),
    ]
    assert page.preview.remark == (
        "Everything here can be read. 2 rows are about people in your book."
        " 1 row is about somebody from a row above."
    )
    assert everybody(shop) == ["Eva Malá", "Jan Novák"]


def test_the_button_says_who_is_new_and_who_changes(page, a_file, shop):
    shop.customer("Eva", "Malá", phones=("+420603118274",), city="Brno")
    shop.customer("Jan", "Novák", phones=("+420777123456",))
    known = "Jméno;Telefon;Město\nEva Malá;603118274;Brno\nJan Novák;777123456;Zlín\n"
    page.presenter.choose_file(a_file(known + "Iva Nová;608222333;\nIva Nová;608222333;\n"))
    page.presenter.go_on()
    said = {}
    for mode in ("both", "create", "update"):
        page.presenter.allow(mode)
        said[mode] = page.plan[1]
    assert said == {
        "both": "Add 1 person, update 1",
        "create": "Add 1 person",
        "update": "Update 1 person",
    }
    page.presenter.allow("both")
    page.presenter.take_over()
    assert page.told[-1] == "1 added, 1 updated"


def test_a_list_that_changes_nothing_says_so_before_it_is_imported(page, a_file, shop):
    shop.customer("Eva", "Malá", phones=("+420603118274",), city="Brno")
    page.presenter.choose_file(a_file("Jméno;Telefon;Město\nEva Malá;603118274;Brno\n"))
    page.presenter.go_on()
    assert page.plan == ("both", "Import", "Nothing in this list would change your book.")


def test_of_a_list_that_nobody_could_look_through_the_button_counts_rows(page, a_file):
    many = "".join(f"Jana Nová;60311{n:04}\n" for n in range(ROWS + 1))
    page.presenter.choose_file(a_file("Jméno;Telefon\n" + many))
    page.presenter.go_on()
    assert page.plan == ("both", f"Import {ROWS + 1} rows", "")


def test_a_look_does_not_wait_for_another_till(page, a_file, shop):
    other = sqlite3.connect(shop.book.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    page.presenter.choose_file(a_file(MESSY))
    page.presenter.go_on()
    other.close()
    assert [row.known for row in page.preview.rows] == [""] * 4


def test_the_outcome_is_counted_and_told(page, a_file, shop):
    imported(page, a_file(MESSY))
    assert page.step is Step.DONE
    assert page.figures == {"added": "3", "updated": "0", "unchanged": "0", "skipped": "1"}
    assert page.outcome.title == "3 new people are in your book."
    assert everybody(shop) == ["Hana Malá", "Zdeňka Nováková", "Karel Svoboda"]
    lines = page.presenter.after.problems(range(page.outcome.problems))
    assert [(line.row, line.column, line.value, line.reason) for line in lines.values()] == [
        ("4", "Telefon", "72x 114", "not a phone number"),
        ("4", "Narozeniny", "31. 2. 1980", "there is no such day"),
        ("5", "", "", "neither name, phone, e-mail nor card number"),
    ]


def test_a_column_of_dates_that_reads_both_ways_must_be_answered_first(page, a_file, shop):
    page.presenter.choose_file(a_file(BOTH_WAYS))
    assert [(each.order, each.words) for each in page.line("Narozeniny").readings] == [
        ("dmy", "05/03/1980 is 5 March 1980"),
        ("mdy", "05/03/1980 is 3 May 1980"),
    ]
    page.presenter.go_on()
    assert page.step is Step.COLUMNS
    assert page.objection == ("Please say first how these dates are meant.", 2)
    page.presenter.read_dates(2, "mdy")
    assert page.line("Narozeniny").order == "mdy"
    assert len(page.line("Narozeniny").readings) == 2, "the answer can still be changed"
    page.presenter.go_on()
    assert page.preview.rows[0].cells["birthday"] == "3 May 1980"
    page.presenter.take_over()
    assert page.figures["added"] == "2"


def test_a_field_that_a_customer_has_once_leaves_its_other_column(page, a_file):
    page.presenter.choose_file(a_file(MESSY))
    page.presenter.give(5, "city")
    assert (page.fields["Vnitřní kód"], page.fields["Město"]) == ("city", UNUSED)
    page.presenter.give(4, "city")
    assert (page.fields["Vnitřní kód"], page.fields["Město"]) == (UNUSED, "city")


def test_a_list_without_names_is_taken_only_when_that_is_meant(page, a_file):
    page.presenter.choose_file(a_file("Telefon;Město\n603118274;Brno\n"))
    page.presenter.go_on()
    assert page.objection == ("No column holds a name. Choose it, or go on without names.", None)
    page.presenter.go_on()
    assert page.step is Step.LOOK


def test_a_list_in_which_nobody_can_be_told_is_held_back(page, a_file):
    page.presenter.choose_file(a_file("Narozeniny;Město\n5.3.1980;Brno\n"))
    page.presenter.go_on()
    page.presenter.go_on()
    assert page.step is Step.COLUMNS
    assert page.objection[0].startswith("Which column holds the name")


def test_a_header_nobody_knows_is_mapped_by_hand_and_read_so_the_next_time(page, a_file, shop):
    strange = a_file("Kdo to je;Kam volat\nJana Nová;603118274\nPetr Nový;603118275\n")
    page.presenter.choose_file(strange)
    assert page.fields == {"Kdo to je": UNUSED, "Kam volat": UNUSED}
    assert page.columns.names_first is True
    page.presenter.give(0, "full_name")
    page.presenter.give(1, "phone")
    page.presenter.go_on()
    page.presenter.take_over()
    assert everybody(shop) == ["Jana Nová", "Petr Nový"]
    page.presenter.choose_file(strange)
    assert page.columns.remembered == "Read like last time"
    assert page.fields == {"Kdo to je": "full_name", "Kam volat": "phone"}


def test_a_list_without_a_header_is_mapped_by_its_letters(page, a_file, shop):
    page.presenter.choose_file(a_file("603118274;Jana Nová\n603118275;Petr Nový\n"))
    assert page.columns.names_first is False
    assert page.line("Column B").samples == ("Jana Nová", "Petr Nový")
    page.presenter.give(0, "phone")
    page.presenter.give(1, "full_name")
    page.presenter.go_on()
    page.presenter.take_over()
    assert everybody(shop) == ["Jana Nová", "Petr Nový"]


def test_the_owner_can_say_that_the_first_row_is_a_person_after_all(page, a_file):
    page.presenter.choose_file(a_file("Jana Nová;Brno\nPetr Nový;Praha 1\n"))
    assert page.columns.names_first is True
    page.presenter.name_by_first_row(names_first=False)
    assert [line.header for line in page.columns.lines] == ["Column A", "Column B"]
    assert page.line("Column A").samples == ("Jana Nová", "Petr Nový")
    page.presenter.name_by_first_row(names_first=True)
    assert [line.header for line in page.columns.lines] == ["Jana Nová", "Brno"]


def test_two_columns_of_the_same_name_are_told_apart(page, a_file):
    page.presenter.choose_file(a_file("Jméno;Telefon;Telefon\nJana Nová;603118274;x\n"))
    page.presenter.give(2, UNUSED)
    assert [line.field for line in page.columns.lines] == ["full_name", "phone", UNUSED]


def test_a_workbook_with_several_full_sheets_asks_which(page, tmp_path):
    book = Workbook()
    book.active.title = "Suppliers"
    book.active.append(["Jméno", "Telefon"])
    book.active.append(["Mlýn", "603118270"])
    book.create_sheet("Empty")
    people = book.create_sheet("People")
    people.append(["Jméno", "Telefon"])
    people.append(["Jana Nová", "603118274"])
    book.save(tmp_path / "shop.xlsx")
    page.presenter.choose_file(tmp_path / "shop.xlsx")
    assert page.step is Step.CHOOSE
    assert [sheet.name for sheet in page.sheets] == ["Suppliers", "People"]
    page.presenter.choose_sheet("People")
    assert page.line("Jméno").samples == ("Jana Nová",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xd8\xff" + bytes(100), "x.csv is neither a spreadsheet nor a list of contacts."),
        (b" \n ;;\n", "x.csv is empty."),
        ("Jméno;Telefon\n".encode(), "x.csv is empty."),
        (b"PK\x03\x04" + bytes(200), "x.csv is damaged or cut off."),
    ],
)
def test_a_file_that_is_no_list_is_said_with_what_to_do(page, tmp_path, content, said):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    page.presenter.choose_file(path)
    assert page.step is Step.CHOOSE
    assert page.trouble[0].startswith(said)
    assert page.trouble[1]


def test_a_file_that_is_gone_is_said(page, tmp_path):
    page.presenter.choose_file(tmp_path / "gone.csv")
    assert page.trouble[0] == "gone.csv cannot be opened: there is no such file"


def test_a_stopped_import_leaves_nothing_and_says_so(page, a_file, shop):
    def stops(done, _total):
        if done > 600:
            raise Cancelled

    rows = "".join(f"Anna {chr(65 + n % 26)}{n};60{n:07}\n" for n in range(1500))
    page.presenter.choose_file(a_file("Jméno;Telefon\n" + rows))
    page.presenter.go_on()
    page.report = stops
    page.presenter.take_over()
    assert page.step is Step.LOOK
    assert page.plan == ("both", "Import 1,500 rows", "Stopped. Nothing was written.")
    assert "Importing 1,500 rows 513 of 1,500 rows" in page.running
    assert everybody(shop) == []
    assert page.presenter.reach == (Step.CHOOSE, Step.COLUMNS)


def test_the_same_list_twice_says_nothing_new(page, a_file):
    path = a_file(MESSY)
    imported(page, path)
    imported(page, path)
    assert page.figures == {"added": "0", "updated": "0", "unchanged": "3", "skipped": "1"}
    assert page.outcome.title == "Nothing new: everybody on this list is in the book already."
    assert not page.outcome.undoes


def test_only_new_people_are_added_when_that_is_chosen(page, a_file, shop):
    shop.customer("Jana", "Nová", phones=("+420603118274",))
    page.presenter.choose_file(a_file(BOTH_WAYS))
    page.presenter.read_dates(2, "dmy")
    page.presenter.go_on()
    page.presenter.allow("create")
    assert page.plan[0] == "create"
    page.presenter.take_over()
    assert page.figures == {"added": "1", "updated": "0", "unchanged": "0", "skipped": "1"}
    assert not page.outcome.saves, "nothing in that row is to be corrected"


def test_an_import_is_taken_back_whole(page, a_file, shop):
    imported(page, a_file(MESSY))
    shop.book.changes.subscribe(lambda _kinds: page.presenter.after.refresh())
    page.presenter.after.undo()
    assert everybody(shop) == []
    assert page.outcome.title == "The import was taken back."
    assert not page.outcome.undoes
    assert not page.outcome.shows_new


def test_an_import_is_told_as_a_step_that_the_keys_take_back_too(page, a_file, shop):
    imported(page, a_file(MESSY))
    assert page.deed == shop.undo.last()


def test_an_import_taken_back_elsewhere_is_no_longer_offered_to_be(page, a_file, shop):
    imported(page, a_file(MESSY))
    shop.undo.undo_last()
    page.presenter.after.refresh()
    assert page.outcome.title == "The import was taken back."


def test_the_new_people_are_shown(page, a_file, shop):
    shop.customer("Olga", "Stará")
    imported(page, a_file(MESSY))
    page.presenter.after.show_new()
    assert sorted(page.people) == ["Hana Malá", "Karel Svoboda", "Zdeňka Nováková"]


def test_the_rows_to_correct_come_as_a_spreadsheet_with_their_reasons(page, a_file, tmp_path):
    imported(page, a_file(MESSY))
    page.where = tmp_path / "mend.xlsx"
    page.presenter.after.save_to_mend()
    assert page.suggested == "customers, rows to correct.xlsx"
    assert page.told[-1] == "Saved as mend.xlsx"
    rows = [list(cells) for _, cells in read_sheet(page.where, unheard).rows()]
    assert rows[0][-3:] == ["Row", "Column", "Reason"]
    assert rows[1][:2] == ["Hana Malá", "72x 114"]
    assert rows[1][-3:] == [
        "4",
        "Telefon",
        "not a phone number; Narozeniny: there is no such day",
    ]
    assert rows[2][-1] == "neither name, phone, e-mail nor card number"


def test_the_corrected_rows_are_read_as_the_list_was_and_complete_their_people(
    page, a_file, tmp_path, shop
):
    page.presenter.choose_file(a_file(MESSY))
    page.presenter.give(5, "external_id")
    page.presenter.go_on()
    page.presenter.take_over()
    page.where = tmp_path / "mend.xlsx"
    page.presenter.after.save_to_mend()
    page.presenter.choose_file(corrected(page.where))
    assert page.columns.remembered == "Read like last time"
    assert page.fields["Vnitřní kód"] == "external_id"
    page.presenter.go_on()
    page.presenter.take_over()
    assert page.figures == {"added": "1", "updated": "1", "unchanged": "0", "skipped": "0"}
    hana = next(one for one in shop.customers.everybody() if one.name == "Hana Malá")
    assert (hana.phones, str(hana.birthday)) == (("+420603118272",), "1980-02-28")


def corrected(path: Path) -> Path:
    """The saved spreadsheet as the owner mends it."""
    book = load_workbook(path)
    sheet = book.active
    sheet["B2"], sheet["D2"] = "603 118 272", "28. 2. 1980"
    sheet["A3"] = "Eva Dlouhá"
    book.save(path)
    return path


def test_a_place_that_cannot_be_written_is_refused(page, a_file, tmp_path):
    imported(page, a_file(MESSY))
    page.where = tmp_path / "nowhere" / "mend.xlsx"
    page.presenter.after.save_to_mend()
    assert page.refused == ["CannotWrite"]


def test_the_reading_of_a_file_can_be_given_up_at_once(page, a_file):
    page.later = []
    page.presenter.choose_file(a_file(MESSY))
    page.presenter.stop()
    assert (page.step, page.file) == (Step.CHOOSE, "")
    page.later[0]()
    assert page.columns is None


def test_a_file_that_comes_while_another_is_opened_takes_its_place(page, a_file):
    page.later = []
    page.presenter.choose_file(a_file(MESSY, "old.csv"))
    page.presenter.choose_file(a_file(BOTH_WAYS, "new.csv"))
    for act in page.later:
        act()
    assert page.file == "new.csv"
    assert [line.header for line in page.columns.lines] == ["Jméno", "Telefon", "Narozeniny"]


def test_a_file_that_comes_while_a_list_is_written_has_to_wait(page, a_file):
    page.presenter.choose_file(a_file(MESSY))
    page.presenter.go_on()
    page.later = []
    page.presenter.take_over()
    page.presenter.choose_file(a_file(BOTH_WAYS, "new.csv"))
    assert page.told == ["Please wait until the list before is taken over, or stop that."]
    page.later[0]()
    assert page.step is Step.DONE
    assert page.file == "customers.csv"


def test_a_file_that_goes_away_meanwhile_is_said_where_one_stands(page, a_file):
    path = a_file(MESSY)
    page.presenter.choose_file(path)
    path.unlink()
    page.presenter.go_on()
    assert page.step is Step.COLUMNS
    assert page.objection == ("customers.csv cannot be opened: the disk does not give it", None)


def test_a_file_that_goes_away_before_it_is_taken_over_leaves_nothing(page, a_file, shop):
    path = a_file(MESSY)
    page.presenter.choose_file(path)
    page.presenter.go_on()
    path.unlink()
    page.presenter.take_over()
    assert page.step is Step.LOOK
    assert page.plan[2] == "customers.csv cannot be opened: the disk does not give it"
    assert everybody(shop) == []


def test_going_back_keeps_what_was_said(page, a_file):
    page.presenter.choose_file(a_file(BOTH_WAYS))
    page.presenter.read_dates(2, "dmy")
    page.presenter.go_on()
    page.presenter.go_back(Step.COLUMNS)
    assert page.step is Step.COLUMNS
    page.presenter.go_on()
    assert page.step is Step.LOOK
    page.presenter.go_back(Step.CHOOSE)
    assert (page.step, page.file) == (Step.CHOOSE, "")


def test_every_field_has_its_words():
    assert set(TITLES) == {*FIELDS, *PARTS, UNUSED}


def test_advice_is_given_about_errors_that_there_are():
    assert set(ADVICE) <= vars(errors).keys()
