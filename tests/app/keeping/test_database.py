import multiprocessing
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.clock import system_clock
from app.keeping import database
from app.keeping.backup import BackupFailed, back_up
from app.keeping.check import findings
from app.keeping.database import (
    FILE_NAME,
    PAGE_BYTES,
    SCHEMA,
    Busy,
    NewerShop,
    NotAShop,
    ShopUnreachable,
    open_shop,
)
from app.keeping.ledgers import LEDGERS
from app.people.customers import UnknownCustomer
from app.progress import Cancelled
from tests.till import busy_till


def test_a_new_folder_becomes_a_shop_even_with_odd_letters_in_its_name(tmp_path):
    folder = tmp_path / "Pekárna 'U Mlýna' ; 100 % #1 ☕"
    book = open_shop(folder, system_clock)
    assert (folder / FILE_NAME).exists()
    assert findings(book) == []
    book.close()


def test_foreign_keys_are_on_although_sqlite_leaves_them_off(shop):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        shop.book.execute("INSERT INTO particulars VALUES (999, 'phone', 0, '1')")


def test_what_is_confirmed_is_on_the_disk(shop):
    assert shop.book.value("PRAGMA synchronous") == 2  # FULL
    assert shop.book.value("PRAGMA journal_mode") == "wal"


def test_pages_are_small_for_a_sale_writes_a_dozen_of_them_whole(shop):
    assert shop.book.value("PRAGMA page_size") == PAGE_BYTES


def test_a_book_with_other_pages_keeps_them(tmp_path):
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as older:
        older.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; VACUUM")
    book = open_shop(tmp_path, system_clock)
    assert book.value("PRAGMA page_size") == 4096
    assert findings(book) == []
    book.close()


def two_things(shop, customer):
    shop.settings.remember("two", "2")
    shop.customers.get(customer)


def test_what_fails_apart_leaves_what_stood_before_it(shop):
    with shop.book.atomic():
        shop.settings.remember("one", "1")
        with pytest.raises(UnknownCustomer), shop.book.apart():
            two_things(shop, 999)
        with shop.book.apart():
            shop.settings.remember("three", "3")
    assert [shop.settings.recall(name) for name in ("one", "two", "three")] == ["1", "", "3"]


def test_a_book_of_a_later_program_is_refused_and_left_alone(tmp_path):
    open_shop(tmp_path, system_clock).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    later.close()
    with pytest.raises(NewerShop) as refused:
        open_shop(tmp_path, system_clock)
    assert refused.value.facts["found"] == SCHEMA + 1


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"Milk, flour, eggs\n" * 100)
    with pytest.raises(NotAShop):
        open_shop(tmp_path, system_clock)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"Milk")


def test_another_programs_database_is_refused(tmp_path):
    other = sqlite3.connect(tmp_path / FILE_NAME)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(NotAShop):
        open_shop(tmp_path, system_clock)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ShopUnreachable):
        open_shop(tmp_path / "file" / "shop", system_clock)


@pytest.mark.parametrize("table", LEDGERS)
@pytest.mark.parametrize("act", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_a_ledger_refuses_to_be_rewritten(shop, table, act):
    one = shop.customer("Eva", "Malá")
    shop.customers.record_consent([one.id], "post", granted=True)
    from app.thanks.filed import Filed, file_prints
    from app.thanks.overruling import Overruling, overrule
    from app.thanks.prints import record
    from app.thanks.written import take_back

    record(shop.book, "birthday", [(one.id, None)])
    take_back(shop.book, 1, withdrawn=True)
    file_prints(shop.book, [1], [Filed(file="printed/1.pdf", page=0, place=0)])
    overrule(
        shop.book, Overruling(customer=one.id, letter="birthday", occasion=None, what="lately")
    )
    shop.keepsakes.keep("Jana", b"as she signs")
    survey = shop.voice.surveys.save(replace(shop.voice.surveys.all()[0], name="Návštěva u nás"))
    shop.voice.asking.wrote_down(one.id, survey, "letter", shop.moment())
    busy_till(shop, one.id)
    column = shop.book.value(f"SELECT name FROM pragma_table_info('{table}')")
    sql = act.format(table=table, column=column)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        shop.book.execute(sql)


@pytest.mark.parametrize(
    ("table", "running"), [("history_steps", "entries"), ("points_entries", '"left"')]
)
def test_in_a_ledger_only_what_is_reckoned_on_changes(shop, table, running):
    one = shop.customer("Anna")
    busy_till(shop, one.id)
    with shop.book.taken_back():
        shop.book.execute(f"UPDATE {table} SET {running} = {running}")
        for (column,) in shop.book.execute(f"SELECT name FROM pragma_table_info('{table}')"):
            if column != running.strip('"'):
                with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                    shop.book.execute(f"UPDATE {table} SET {column} = {column}")


def test_check_notices_a_ledger_that_lost_its_guards(tmp_path):
    book = open_shop(tmp_path, system_clock)
    book.execute("DROP TRIGGER consents_no_delete")
    assert [found.facts for found in findings(book)] == [{"table": "consents"}]
    book.close()


def test_guards_are_laid_again_after_a_table_was_rebuilt(tmp_path):
    """sqlite-utils' `transform()` drops triggers without a word."""
    from sqlite_utils import Database

    from app.keeping.migrations import guard_ledgers

    book = open_shop(tmp_path, system_clock)
    Database(book.connection).table("prints").transform(
        rename={"letter": "letter"}, defaults={"by": ""}
    )
    guard_ledgers(book)
    assert findings(book) == []
    book.close()


def test_a_backup_holds_what_only_stands_in_the_wal(shop, tmp_path):
    shop.customer("Tereza", "Horáková")
    back_up(shop.book, tmp_path / "copy.sqlite3")
    copy = sqlite3.connect(tmp_path / "copy.sqlite3")
    assert copy.execute("SELECT first_name FROM customers").fetchall() == [("Tereza",)]
    copy.close()


def test_a_backup_that_cannot_be_written_leaves_the_last_one_alone(shop, tmp_path):
    (tmp_path / "blocked").write_text("")
    with pytest.raises(BackupFailed):
        back_up(shop.book, tmp_path / "blocked" / "copy.sqlite3")
    assert (tmp_path / "blocked").read_text() == ""


def _open_and_add(folder: Path, name: str) -> None:
    from tests.shop import open_as_it_lies

    shop = open_as_it_lies(folder)
    shop.customer(name)
    shop.close()


def test_four_tills_may_open_a_brand_new_shop_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    tills = [
        context.Process(target=_open_and_add, args=(tmp_path / "shop", f"Till {n}"))
        for n in range(4)
    ]
    for till in tills:
        till.start()
    for till in tills:
        till.join(60)
    assert [till.exitcode for till in tills] == [0, 0, 0, 0]
    book = open_shop(tmp_path / "shop", system_clock)
    assert book.value("SELECT count(*) FROM customers") == 4
    book.close()


def test_long_work_waits_for_another_till_and_may_be_given_up_meanwhile(shop):
    shop.book.wait_at_most(1)
    other = sqlite3.connect(shop.book.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asked = []

    def between():
        asked.append(True)
        if len(asked) == 3:
            other.execute("COMMIT")

    with shop.book.atomic(between=between):
        assert len(asked) == 3
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy), shop.book.atomic():
        pass
    with pytest.raises(Cancelled), shop.book.atomic(between=give_up):
        pass
    other.close()


def give_up():
    raise Cancelled


def test_nothing_is_written_in_a_book_that_was_moved_away_or_replaced(shop, monkeypatch):
    monkeypatch.setattr(database, "LOOKS", 0)
    folder, path = shop.folder, shop.book.path
    away = path.rename(folder / "away.sqlite3")
    assert told_of(shop) == (str(folder), "absent")
    path.touch()
    assert told_of(shop) == (str(folder), "absent")
    away.replace(path)
    shop.customer("Anna")
    moved = folder.rename(folder.with_name("elsewhere"))
    assert told_of(shop) == (str(folder), "no_folder")
    moved.rename(folder)
    shop.customer("Bella")


def told_of(shop):
    with pytest.raises(ShopUnreachable) as refused:
        shop.customer("Cyril")
    return refused.value.facts["path"], refused.value.facts["why"]


def test_who_waits_but_shortly_for_another_till_does_so_after_a_look_that_does_not_wait(shop):
    shop.book.wait_at_most(7)
    with shop.book.taken_back(waits=False):
        pass
    assert shop.book.value("PRAGMA busy_timeout") == 7
