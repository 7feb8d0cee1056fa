"""Who a row is about: rich cases of names, shared phones, and numbers that many have."""

import time

import pytest

from app.people.exchange.lists import open_list
from app.people.folding import same_name
from app.people.importing import import_list
from app.people.matching import Matcher, has_note, merged, tokens_of
from app.people.register import fields_of
from app.progress import unheard


def found(shop, **values):
    values = {name: (v,) if name in {"phones", "emails"} else v for name, v in values.items()}
    matcher = Matcher(shop.book)
    matcher.expect(tokens_of(values))
    return matcher.match(values, tokens_of(values))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dvořáková Ludmila", "LUDMILA DVORAKOVA", True),
        ("O’Brien-Nováková", "obrien novakova", True),
        ("Әйгерім", "Aygerim", True),
        ("Jan Novák", "Jana Nováková", False),
        ("Jan", "Jan Novák", False),
        ("🌹", "🍰", False),
        ("🌹", "🌹", True),
        ("🌹", "Růže", False),
    ],
)
def test_names_agree_after_folding_and_in_any_order(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_the_external_id_goes_before_the_card_and_the_card_before_the_phone(shop):
    ids = shop.customer("A", external_id="1", card_number="10", phones=("+420603118274",))
    card = shop.customer("B", external_id="2", card_number="20", phones=("+420603118275",))
    assert found(shop, external_id="2", card_number="10", phones="+420603118274") == card.id
    assert found(shop, card_number="10", phones="+420603118275", first_name="B") == ids.id


def test_one_without_an_external_id_gets_it_by_phone_and_name(shop):
    eva = shop.customer("Eva", phones=("+420603118274",))
    assert found(shop, external_id="9", first_name="Eva", phones="+420603118274") == eva.id


def test_somebody_deleted_is_not_found_again(shop):
    eva = shop.customer("Eva", external_id="1", phones=("+420603118274",))
    shop.customers.delete([eva.id])
    assert found(shop, external_id="1") is None
    assert found(shop, first_name="Eva", phones="+420603118274") is None


def test_a_second_phone_and_a_second_mail_tell_as_well_as_the_first(shop):
    eva = shop.customer(
        "Eva", phones=("+420603118274", "+420777000111"), emails=("a@b.cz", "C@d.cz")
    )
    assert found(shop, first_name="eva", phones="+420777000111") == eva.id
    assert found(shop, first_name="eva", emails="C@d.cz") == eva.id


def test_the_switchboard_of_a_hundred_people_still_tells_each_by_name(shop):
    everybody = [shop.customer(f"Jan{n}", phones=("+420603118274",)) for n in range(60)]
    assert found(shop, first_name="Jan7", phones="+420603118274") == everybody[7].id
    assert found(shop, first_name="Eva", phones="+420603118274") is None


def test_a_name_of_signs_alone_is_known_again(shop):
    rose = shop.customer("🌹")
    assert found(shop, first_name="🌹") == rose.id
    assert found(shop, first_name="🍰") is None


def test_what_is_known_already_is_not_written_again(shop):
    eva = shop.customer("Eva", birthday="1980-03-05", tags=("Stálá",), emails=("a@b.cz",))
    hers = fields_of(eva)
    wanted = merged(eva, {"birthday": "--03-05", "tags": ("stala",), "emails": ("A@b.cz",)}, hers)
    assert wanted == {}
    assert merged(eva, {"birthday": "--03-06"}, hers) == {"birthday": "--03-06"}


def test_a_note_counts_as_written_when_each_of_its_lines_is(shop):
    eva = shop.customers.write_note(shop.customer("Eva").id, "bez lepku\nráda káva")
    assert has_note(eva, "ráda káva")
    assert not has_note(eva, "ráda káva\nčaj")


def test_a_thousand_namesakes_of_whom_little_is_known_hold_nobody_up(shop, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Jméno;Město\n" + "".join(f"Jan;Obec{n}\n" for n in range(3000)), "utf-8")
    opened = open_list(path, shop.place(), (), unheard)
    started = time.process_time()
    assert import_list(shop.book, shop.history, opened, report=unheard).added == 3000
    assert import_list(shop.book, shop.history, opened, report=unheard).unchanged == 3000
    assert time.process_time() - started < 20


def test_a_list_with_very_many_columns_of_phones_is_taken(shop, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Jméno" + ";Telefon" * 1500 + "\nJan" + ";603118274" * 1500 + "\n", "utf-8")
    opened = open_list(path, shop.place(), (), unheard)
    assert import_list(shop.book, shop.history, opened, report=unheard).added == 1
