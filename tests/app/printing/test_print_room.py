import json

import pytest

from app.changes import Kind
from app.printing.corrections import Correction
from app.printing.drawer import Used
from app.printing.queue import State
from app.printing.rows import NameTaken, NotInPrinting, Unnamed

MEASURES = {"page": [210, 297], "label": [63.5, 38.1], "columns": 3, "rows": 7}
ORDER = {"ids": [3, 1, 2], "stock": "Avery L7160", "sort": "name"}


def test_her_own_sheet_is_kept_changed_and_taken_back(shop):
    sheets = shop.printing.sheets
    number = sheets.add("  Jam   jars ", MEASURES)
    assert sheets.one(number).name == "Jam jars"
    step = sheets.change(number, "Jam jars", MEASURES | {"rows": 8})
    assert sheets.one(number).measures["rows"] == 8
    shop.undo.undo(step)
    assert sheets.one(number).measures == MEASURES
    sheets.remove(number)
    assert sheets.all() == []
    shop.undo.undo_last()
    assert [one.name for one in sheets.all()] == ["Jam jars"]


def test_what_is_left_of_her_sheet_goes_along_when_it_gets_another_name(shop):
    sheets, drawer = shop.printing.sheets, shop.printing.drawer
    number = sheets.add("Jam", MEASURES)
    part = drawer.put_in("Jam", "the blue folder", gone=(1, 2))
    drawer.put_in("Avery L7160", gone=(1,))
    step = sheets.change(number, "Jam jars", MEASURES)
    assert [one.id for one in drawer.all("Jam jars")] == [part]
    assert len(drawer.all("Avery L7160")) == 1
    shop.undo.undo(step)
    assert (drawer.one(part).stock, drawer.one(part).missing) == ("Jam", {1, 2})


def test_what_waits_for_a_sheet_follows_it_to_its_new_name(shop):
    room = shop.printing
    number = room.sheets.add("Jam jars", MEASURES)
    job = room.queue.add("labels", "Regulars", "Jam jars", 12, ORDER | {"stock": "Jam jars"})
    other = room.queue.add("labels", "Regulars", "Avery L7160", 12, ORDER)
    room.sheets.change(number, "Honey jars", MEASURES)
    assert room.queue.one(job).order["stock"] == room.queue.one(job).paper == "Honey jars"
    assert room.queue.one(other).order == ORDER
    shop.undo.undo_last()
    assert room.queue.one(job).order["stock"] == room.queue.one(job).paper == "Jam jars"


def test_a_name_stands_for_one_sheet_and_for_one_design(shop):
    for room in (shop.printing.sheets, shop.printing.designs):
        first = room.add("Jam", MEASURES)
        with pytest.raises(NameTaken):
            room.add("JAM", MEASURES)
        with pytest.raises(Unnamed):
            room.add("  ", MEASURES)
        room.change(first, "Jam", MEASURES)
        second = room.add("Honey", MEASURES)
        with pytest.raises(NameTaken):
            room.change(second, "jam", MEASURES)
        room.remove(first)
        room.change(second, "jam", MEASURES)
        assert [one.name for one in room.all()] == ["jam"]


def test_labels_that_are_gone_or_torn_are_remembered(shop):
    drawer = shop.printing.drawer
    number = drawer.put_in("Avery L7160", "the blue folder", gone=(1, 2, 3), torn=(21,))
    drawer.put_in("Avery L7163")
    assert drawer.one(number).missing == {1, 2, 3, 21}
    assert [one.id for one in drawer.all("Avery L7160")] == [number]
    step = drawer.mark(number, gone=range(1, 8))
    assert drawer.one(number).gone == set(range(1, 8))
    assert drawer.one(number).torn == {21}
    shop.undo.undo(step)
    assert drawer.one(number).gone == {1, 2, 3}


def test_one_print_uses_up_several_sheets_and_is_taken_back_as_one(shop):
    drawer = shop.printing.drawer
    nearly = drawer.put_in("Avery L7160", gone=range(1, 20), torn=(20,))
    half = drawer.put_in("Avery L7160", gone=range(1, 10))
    used = [
        Used(sheet=nearly, stock="Avery L7160", labels=21, gone=frozenset({21})),
        Used(sheet=half, stock="Avery L7160", labels=21, gone=frozenset({10, 11})),
        Used(sheet=None, stock="Avery L7160", labels=21, gone=frozenset({1, 2}), name="new rest"),
        Used(sheet=None, stock="Avery L7160", labels=21, gone=frozenset(range(1, 22))),
    ]
    step = drawer.use(used)
    assert next(one.id for one in drawer.all()) == half
    assert [max(one.gone) for one in drawer.all()] == [11, 2]
    assert shop.history.step(step).facts["n"] == 26
    shop.undo.undo(step)
    assert [len(one.gone) for one in drawer.all()] == [19, 9]
    shop.undo.redo_last()
    assert [len(one.gone) for one in drawer.all()] == [11, 2]


def test_a_sheet_that_another_window_took_out_is_not_used(shop):
    drawer = shop.printing.drawer
    number = drawer.put_in("Avery L7160")
    drawer.take_out(number)
    assert drawer.use([Used(sheet=number, stock="x", labels=21, gone=frozenset({1}))]) is None
    with pytest.raises(NotInPrinting):
        drawer.mark(number, gone=(1,))


def test_each_tray_of_a_printer_has_a_correction_of_its_own(shop):
    kept = shop.printing.corrections
    kept.keep(Correction(printer="Brother", tray="Upper", right_um=1200, across_ppm=-4000))
    kept.keep(Correction(printer="Brother", tray="Lower", down_um=-300, proved=True))
    assert kept.of("Brother", "Upper").right_um == 1200
    assert kept.of("Brother", "Lower").proved
    assert kept.of("Brother") is None
    again = kept.keep(Correction(printer="Brother", tray="Upper", right_um=100))
    assert kept.of("Brother", "Upper").right_um == 100
    assert len(kept.all()) == 2
    shop.undo.undo(again)
    assert kept.of("Brother", "Upper").right_um == 1200
    assert kept.forget("Canon") is None
    kept.forget("Brother", "Upper")
    assert kept.of("Brother", "Upper") is None


def test_what_waits_keeps_its_order_until_it_was_printed(shop):
    queue = shop.printing.queue
    first = queue.add("labels", "Regulars", "Avery L7160", 12, ORDER)
    second = queue.add("envelopes", "Regulars", "DL", 12, ORDER)
    assert [job.id for job in queue.all()] == [first, second]
    assert queue.one(first).order == ORDER
    queue.pause([first])
    assert queue.one(first).state is State.PAUSED
    queue.resume([first, second])
    queue.printed([first])
    assert [job.id for job in queue.all()] == [second]
    assert queue.printed([first]) is None
    shop.undo.undo_last()
    assert [job.state for job in queue.all()] == [State.WAITING, State.WAITING]


def test_what_did_not_come_out_waits_with_its_reason_and_can_go_again(shop):
    queue = shop.printing.queue
    job = queue.add("labels", "Regulars", "Avery L7160", 12, ORDER)
    queue.printed([job])
    queue.failed([job], "The printer was taken away.")
    assert (queue.one(job).state, queue.one(job).why) == (
        State.FAILED,
        "The printer was taken away.",
    )
    queue.resume([job])
    assert queue.one(job).why == ""
    queue.printed([job])
    assert [one.id for one in queue.lately()] == [job]
    queue.again([job])
    assert [one.id for one in queue.all()] == [job]
    queue.take_out([job])
    assert queue.all() == []
    assert queue.take_out([job]) is None


def test_every_verb_of_the_print_room_says_what_it_did_in_every_language(shop):
    from reports.printing_sentences import PRINTING_STEPS
    from reports.sentences import step
    from resources.words import LANGUAGES, words_in

    for verb in PRINTING_STEPS:
        for language in LANGUAGES:
            said = step(verb, {"n": 1, "name": "Jam"}, words_in(language))
            assert said
            assert "{" not in said


def test_screens_are_told_that_something_of_printing_changed(shop):
    told = []
    shop.book.changes.subscribe(told.append)
    shop.printing.queue.add("labels", "x", "Avery L7160", 1, json.loads("{}"))
    assert told == [frozenset({Kind.PRINTING})]
