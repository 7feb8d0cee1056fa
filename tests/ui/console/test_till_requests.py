"""What a till may send and what it is told, a line each; nothing it sends can stop the bridge."""

import json
import os
from datetime import UTC, datetime
from io import BytesIO

import pytest

from app.keeping import database
from app.loyalty import codes
from tests.shop import open_scenario
from ui.console.bridge import lines
from ui.console.bridge.lines import Bridge, lines_of
from ui.console.bridge.request import LARGEST


@pytest.fixture
def bridge(shop):
    return Bridge(shop)


@pytest.fixture
def ask(bridge):
    return lambda **request: json.loads(bridge.answer(json.dumps(request).encode()))


@pytest.fixture
def anna(ask):
    return ask(do="enrol", first_name="Anna", last_name="Malá", card_number="100")["customer"]


def counted(shop):
    return shop.book.value("SELECT count(*) FROM history_steps")


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b" ", b"{", b"[]", b"null", b"1", b'"sale"', b"\xff", b"\xc3\x28", b"{}x"),
        *(b'{"do":"sale","total":NaN}', b'{"do":"sale","total":Infinity}'),
        b'{"do":"sale","total":' + b"9" * 10_000 + b"}",
        b"[" * 100_000,
        b'{"do":' * 50_000,
        b'{"do":"enrol","first_name":"\\ud800"}',
        b'{"do":"sale","total":"1","total":"2"}',
        b'{"do":"sale","total":"1","gift_card":{"code":"A","code":"B","amount":"1"}}',
    ],
)
def test_what_is_no_request_is_refused_and_the_bridge_goes_on(shop, bridge, line):
    before = counted(shop)
    assert json.loads(bridge.answer(line)) == {"ok": False, "error": "bad_request"}
    assert counted(shop) == before
    assert json.loads(bridge.answer(b'{"do":"sale","total":"21.90"}'))["ok"]


@pytest.mark.parametrize(
    "total",
    [
        *(
            21.9,
            1.0,
            1e2,
            True,
            False,
            [],
            {},
            ["1"],
            -1,
            "-1",
            "-0.01",
            "21.905",
            "1e2",
            "",
            " ",
            ".",
            "5.000",
        ),
        *("NaN", "Infinity", "1,50", "١", "+1", "1_000", "0x10", 10**30, "9" * 40, None),
        "1.0000000000000000000000000000000001",
    ],
)
def test_money_that_is_none_is_refused(shop, ask, anna, total):
    before = counted(shop)
    found = ask(do="sale", customer=anna, total=total)
    assert found == {"ok": False, "error": "bad_request", "field": "total"}
    assert counted(shop) == before


@pytest.mark.parametrize(
    ("total", "to_pay"),
    [(21, "21.00"), ("21.90", "21.90"), ("0", "0.00"), ("0.01", "0.01"), ("007", "7.00")],
)
def test_money_is_text_with_a_point_or_a_whole_number(ask, anna, total, to_pay):
    assert ask(do="sale", customer=anna, total=total)["to_pay"] == to_pay


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"do": "dance"}, "do"),
        ({"do": None}, "do"),
        ({"do": ["sale"]}, "do"),
        ({"customer": "1"}, "customer"),
        ({"customer": True}, "customer"),
        ({"customer": 0}, "customer"),
        ({"customer": 1.0}, "customer"),
        ({"points_spent": -1}, "points_spent"),
        ({"points_spent": "1"}, "points_spent"),
        ({"points_spent": True}, "points_spent"),
        ({"points_spent": 10**12}, "points_spent"),
        ({"points_spent": 1, "customer": None}, "customer"),
        ({"items": {}}, "items"),
        ({"items": ["Bread"]}, "items"),
        ({"items": [{}]}, "items.name"),
        ({"items": [{"name": " "}]}, "items.name"),
        ({"items": [{"name": "A", "quantity": 0}]}, "items.quantity"),
        ({"items": [{"name": "A", "quantity": "-1"}]}, "items.quantity"),
        ({"items": [{"name": "A", "quantity": "0.0001"}]}, "items.quantity"),
        ({"items": [{"name": "A", "quantity": "NaN"}]}, "items.quantity"),
        ({"items": [{"name": "A", "quantity": "1_0"}]}, "items.quantity"),
        ({"items": [{"name": "A", "quantity": "1e1"}]}, "items.quantity"),
        ({"items": [{"name": "A", "price": 1.5}]}, "items.price"),
        ({"items": [{"name": "A", "price": "1", "discount": "2"}]}, "items.discount"),
        ({"receipt": 7}, "receipt"),
        ({"at": "yesterday"}, "at"),
        ({"at": "2026-02-30"}, "at"),
        ({"at": "0001-01-01T00:00"}, "at"),
        ({"at": "9999-12-31T23:59"}, "at"),
        ({"at": 20261122}, "at"),
        ({"by": 7}, "by"),
        ({"key": 7}, "key"),
        ({"key": ""}, "key"),
        ({"key": "k" * 201}, "key"),
        ({"gift_card": "CODE"}, "gift_card"),
        ({"gift_card": {"amount": "1"}}, "gift_card.code"),
        ({"gift_card": {"code": "X", "amount": 1.5}}, "gift_card.amount"),
        ({"receipt": "x" * 10_001}, "receipt"),
    ],
)
def test_a_refusal_names_the_field(shop, ask, anna, more, field):
    before = counted(shop)
    request = {"do": "sale", "customer": anna, "total": "100"} | more
    assert ask(**request) == {"ok": False, "error": "bad_request", "field": field}
    assert counted(shop) == before


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        ({"do": "sale", "customer": 99, "total": "1"}, "unknown_customer"),
        ({"do": "balance", "customer": 99}, "unknown_customer"),
        ({"do": "refund", "sale": 99}, "unknown_sale"),
        ({"do": "redeem", "customer": 1, "reward": "Moon"}, "unknown_reward"),
        ({"do": "spend", "customer": 1, "points": 1}, "not_enough_points"),
        ({"do": "adjust", "customer": 1, "points": -1, "reason": "x"}, "not_enough_points"),
        ({"do": "coupon", "code": "NONE"}, "unknown_code"),
        (
            {"do": "sale", "total": "0", "gift_card": {"code": "NONE", "amount": "5"}},
            "unknown_code",
        ),
        ({"do": "sale", "customer": 1, "total": "9", "coupon": "NONE"}, "unknown_code"),
    ],
)
def test_refusals_say_what_is_wrong_and_change_nothing(shop, ask, anna, request_, answer):
    before = counted(shop)
    assert ask(**request_)["error"] == answer
    assert counted(shop) == before


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        ({"do": "enrol", "first_name": "Eva", "birthday": "2025-02-29"}, "birthday"),
        ({"do": "enrol", "first_name": "Eva", "birthday": "99999999999-01-01"}, "birthday"),
        ({"do": "enrol", "first_name": "Eva", "card_number": "100"}, "card_number"),
        ({"do": "balance", "customer": 1, "on": "2026-11-22", "at": "noon"}, "at"),
        ({"do": "balance", "customer": 1, "on": "2026-11-22", "by": 7}, "by"),
        ({"do": "refund", "sale": 1, "total": "0"}, "total"),
        ({"do": "refund", "sale": 1, "items": []}, "items"),
        (
            {"do": "sale", "total": "5", "items": [{"name": "Tea", "quantity": "1.0001"}]},
            "items.quantity",
        ),
        ({"do": "issue-coupon", "kind": "percent", "value": "1e1"}, "value"),
        ({"do": "issue-coupon", "kind": "percent", "value": 10.0}, "value"),
        ({"do": "issue-coupon", "kind": "percent", "value": "33.333"}, "value"),
    ],
)
def test_what_cannot_stand_in_a_field_is_named_whatever_is_asked(shop, ask, anna, request_, field):
    ask(do="sale", customer=anna, total="10")
    before = counted(shop)
    assert ask(**request_) == {"ok": False, "error": "bad_request", "field": field}
    assert counted(shop) == before


@pytest.mark.parametrize(
    "request_",
    [
        {"do": "issue-coupon", "kind": "amount", "value": "5"},
        {"do": "use-coupon", "code": "HERS", "total": "10"},
        {"do": "sell-gift-card", "amount": "5"},
    ],
)
def test_who_is_in_the_book_no_more_has_neither_coupons_nor_gift_cards(shop, ask, anna, request_):
    ask(do="issue-coupon", kind="amount", value="5", customer=anna, code="HERS")
    shop.customers.delete([anna])
    assert ask(**request_, customer=anna) == {"ok": False, "error": "unknown_customer"}


def test_less_than_a_thousandth_of_a_piece_is_none(bridge):
    line = b'{"do":"sale","total":"5","items":[{"name":"Tea","quantity":1e-1000030}]}'
    answer = {"ok": False, "error": "bad_request", "field": "items.quantity"}
    assert json.loads(bridge.answer(line)) == answer


def test_a_name_is_one_line_whatever_a_till_sends_and_empty_fields_are_none(shop, ask):
    asked = {"first_name": "Eva\n\x00", "last_name": " Mala\u0301\u200b ", "phone": "", "email": ""}
    one = shop.customers.get(ask(do="enrol", birthday="", **asked)["customer"])
    assert (one.first_name, one.last_name, one.emails, one.phones) == ("Eva", "Mal\u00e1", (), ())


def test_a_language_is_known_however_a_till_calls_it(shop, ask):
    for said, code in (("cs", "cs"), ("English", "en"), ("", None), ("klingon?", "refused")):
        told = ask(do="enrol", first_name="Eva", language=said)
        found = shop.customers.get(told["customer"]).language if told["ok"] else "refused"
        assert (found, told.get("field")) == (code, None if told["ok"] else "language")


def test_a_sale_of_before_the_shop_had_other_money_does_not_come_back_in_it(shop, ask, anna):
    sale = ask(do="sale", customer=anna, total="100")["sale"]
    shop.settings.change(currency="EUR" if shop.till.currency != "EUR" else "CZK")
    shop.renew_till()
    now = Bridge(shop)
    said = json.loads(now.answer(json.dumps({"do": "refund", "sale": sale, "total": "5"}).encode()))
    assert said == {"ok": False, "error": "bad_request", "field": "sale"}


def test_a_till_goes_on_in_the_money_and_the_time_that_another_program_gave_the_shop(
    shop, bridge, anna, monkeypatch
):
    monkeypatch.setattr(lines, "_LOOKS", 0)
    beside = open_scenario(shop.folder)
    beside.settings.change(currency="JPY", zone="Asia/Tokyo")
    beside.close()
    sale = {"do": "sale", "customer": anna, "total": "100", "at": "2026-11-23T00:30"}
    sold, refused = served(bridge, sale, sale | {"total": "10.05"})
    assert (sold["to_pay"], refused["field"]) == ("100", "total")
    found = shop.book.execute("SELECT currency, total, at FROM sales").fetchall()
    assert [tuple(row) for row in found] == [("JPY", 100, "2026-11-22T15:30:00.000Z")]


def served(bridge, *requests):
    asked, till = os.pipe()
    os.write(till, b"".join(json.dumps(one).encode() + b"\n" for one in requests))
    os.close(till)
    answers = BytesIO()
    with os.fdopen(asked, "rb") as lines_asked:
        bridge.serve(lines_asked, answers)
    return list(map(json.loads, answers.getvalue().splitlines()))


def test_nothing_is_said_to_be_kept_in_a_book_that_was_moved_away(shop, bridge, anna, monkeypatch):
    monkeypatch.setattr(database, "LOOKS", 0)
    sale = {"do": "sale", "customer": anna, "total": "10", "key": "A 5"}
    away = shop.book.path.rename(shop.folder / "away.sqlite3")
    asked = sale, sale | {"key": "A 6"}
    assert served(bridge, *asked) == [{"ok": False, "error": "not_kept"}] * 2
    assert served(bridge, sale) == [{"ok": False, "error": "not_kept"}]
    away.rename(shop.book.path)
    assert [one["ok"] for one in served(bridge, *asked)] == [True] * 2


def test_a_coupon_counted_for_each_customer_is_usable_until_somebody_is_named_who_had_it(ask, anna):
    terms = {"uses_per_customer": 1, "valid_to": "2026-11-22"}
    code = ask(do="issue-coupon", kind="percent", value="10", **terms)["code"]
    unnamed = ask(do="use-coupon", code=code, total="10")
    assert (ask(do="coupon", code=code)["usable"], unnamed["error"]) == (True, "wrong_customer")
    ask(do="use-coupon", code=code, total="10", customer=anna)
    asked = [ask(do="coupon", code=code, customer=who)["usable"] for who in (None, anna)]
    assert asked == [True, False]
    late = ask(do="use-coupon", code=code, total="10", at="2026-11-23")
    assert (late["error"], late["day"]) == ("expired", "2026-11-22")
    assert not ask(do="coupon", code=code, at="2026-11-23")["usable"]


def test_a_till_is_told_when_a_coupon_was_used(ask):
    code = ask(do="issue-coupon", kind="percent", value="10")["code"]
    ask(do="use-coupon", code=code, total="10", at="2026-11-21T14:05")
    told = {"ok": False, "error": "used_up", "day": "2026-11-21", "hour": "14:05"}
    assert ask(do="use-coupon", code=code, total="10") == told


def test_a_till_is_told_what_of_a_refund_is_to_be_handed_out(ask):
    card = ask(do="sell-gift-card", amount="30")["code"]
    sale = ask(do="sale", total="40", gift_card={"code": card, "amount": "30"})["sale"]
    found = ask(do="refund", sale=sale, total="20")
    assert (found["total"], found["money"], found["gift_card"]) == ("20.00", "5.00", "15.00")


def test_a_lost_card_is_nobodys_new_one(shop, ask, anna):
    shop.cards.replace(anna, "lost", shop.moment())
    found = ask(do="enrol", first_name="Eva", card_number="100")
    assert found == {"ok": False, "error": "bad_request", "field": "card_number"}


def test_a_printed_card_is_one_card_however_a_till_writes_its_number(shop, ask):
    (number,) = shop.cards.number_ahead(1, shop.moment())
    printed = codes.grouped(number)
    eva = ask(do="enrol", first_name="Eva", card_number=printed.lower())["customer"]
    assert shop.cards.find(number) == eva
    for said in (number, printed, printed.lower()):
        assert [one["id"] for one in ask(do="find", text=said)["customers"]] == [eva]
        found = ask(do="enrol", first_name="Uli", card_number=said)
        assert found == {"ok": False, "error": "bad_request", "field": "card_number"}


def test_the_code_of_a_coupon_or_a_gift_card_is_nobodys_card(ask):
    ask(do="issue-coupon", kind="percent", value="10", code="LILA")
    ask(do="sell-gift-card", amount="50", code="ROSA")
    for said in ("LILA", "lila", "Rosa"):
        found = ask(do="enrol", first_name="Eva", card_number=said)
        assert found == {"ok": False, "error": "bad_request", "field": "card_number"}


def test_more_points_than_there_are_cannot_be_spent_even_where_the_bill_takes_fewer(ask, anna):
    ask(do="adjust", customer=anna, points=10, reason="a gift")
    found = ask(do="sale", customer=anna, total="0.05", points_spent=11)
    assert found == {"ok": False, "error": "not_enough_points", "wanted": 11, "available": 10}
    assert ask(do="sale", customer=anna, total="0.05", points_spent=10)["points"] == 5


def test_unknown_keys_of_a_request_are_ignored(ask, anna):
    assert ask(do="sale", customer=anna, total="1", colour="red", extra={"a": [1]})["ok"]


def test_requests_that_come_together_are_answered_as_if_each_came_alone(
    shop, bridge, anna, tmp_path
):
    asked = [
        {"do": "sale", "customer": anna, "total": "100", "key": "A"},
        {"do": "sale", "customer": anna, "total": "100", "key": "A"},
        {"do": "spend", "customer": anna, "points": 99},
        {"do": "spend", "customer": anna, "points": 99, "key": "B"},
        {"do": "sale", "customer": anna, "total": "1.005"},
        {"do": "spend", "customer": anna, "points": 4},
        {"do": "refund", "sale": 1, "total": "30"},
        {"do": "enrol", "first_name": "Bára", "card_number": "100"},
        {"do": "balance", "customer": anna},
    ]
    lines = [json.dumps(one).encode() for one in asked]
    together = [json.loads(answer) for answer in bridge.answer_all([*lines, None, b"{"])]
    assert [one["ok"] for one in together] == [
        *(True, True, False, False, False, True, True, False, True, False, False)
    ]
    assert together[0] == together[1]
    assert (together[2]["error"], together[3]["error"]) == ("not_enough_points",) * 2
    assert (together[5]["points"], together[8]["points"], together[8]["debt"]) == (6, 3, 0)
    assert shop.book.value("SELECT count(*) FROM sales") == 1
    assert json.loads(bridge.answer(lines[3])) == together[3]


def test_where_the_disk_fails_none_of_those_that_came_together_is_said_to_be_kept(
    shop, bridge, anna
):
    shop.book.execute(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON main.sales WHEN NEW.total = 66600"
        " BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END"
    )
    sales = [{"do": "sale", "customer": anna, "total": total} for total in ("1", "666", "2")]
    answers = bridge.answer_all([json.dumps(one).encode() for one in sales])
    assert {json.loads(answer)["error"] for answer in answers} == {"not_kept"}
    assert shop.book.value("SELECT count(*) FROM sales") == 0
    assert json.loads(bridge.answer(b'{"do":"sale","total":"3"}'))["ok"]


def test_the_log_says_who_stood_at_the_till(shop, ask, anna):
    ask(do="sale", customer=anna, total="10", by="Jana")
    assert shop.book.value("SELECT by FROM history_steps ORDER BY id DESC LIMIT 1") == "Jana"


def test_a_line_that_is_too_long_is_read_past(tmp_path):
    long, short = b'{"a":"' + b"x" * 10 * LARGEST + b'"}\n', b'{"do":"find"}\n'
    path = tmp_path / "lines"
    path.write_bytes(long + short + b"x" * LARGEST + b"\n" + b"last")
    with path.open("rb") as lines:
        found = [one and len(one) for together in lines_of(lines) for one in together]
    assert found == [None, len(short) - 1, LARGEST, 4]


def test_the_same_key_has_the_same_answer_for_ever_and_in_every_process(shop, ask, anna, tmp_path):
    sale = {"do": "sale", "customer": anna, "total": "100", "key": "A 1"}
    first = ask(**sale)
    assert ask(**sale) == first
    beside = open_scenario(shop.folder)
    again = Bridge(beside).answer(json.dumps(dict(reversed(sale.items()))).encode())
    beside.close()
    assert json.loads(again) == first
    other = ask(**sale | {"total": "101"})
    assert other == {"ok": False, "error": "bad_request", "field": "key"}
    assert shop.book.value("SELECT count(*) FROM sales") == 1


def test_a_refusal_with_a_key_is_kept_and_half_of_nothing_is_done(shop, ask, anna):
    spend = {"do": "spend", "customer": anna, "points": 5, "key": "A 2"}
    refused = ask(**spend)
    assert refused == {"ok": False, "error": "not_enough_points", "wanted": 5, "available": 0}
    ask(do="adjust", customer=anna, points=5, reason="a gift")
    assert ask(**spend) == refused
    assert ask(**spend | {"key": "A 3"})["points"] == 0


def test_a_key_of_a_request_that_was_none_is_still_free(ask, anna):
    assert ask(do="sale", customer=anna, total=1.5, key="A 4")["error"] == "bad_request"
    assert ask(do="sale", customer=anna, total="1.50", key="A 4")["ok"]


def test_a_coupon_points_and_a_gift_card_are_all_taken_or_none(shop, ask, anna):
    coupon = ask(do="issue-coupon", kind="percent", value="10")["code"]
    card = ask(do="sell-gift-card", amount="5")["code"]
    ask(do="adjust", customer=anna, points=100, reason="a gift")
    sale = {"do": "sale", "customer": anna, "total": "100", "coupon": coupon, "points_spent": 100}
    refused = ask(**sale, gift_card={"code": card, "amount": "6"})
    assert refused["error"] == "balance_too_low"
    assert ask(do="balance", customer=anna)["points"] == 100
    assert shop.book.value("SELECT count(*) FROM coupon_events") == 0
    sold = ask(**sale, gift_card={"code": card, "amount": "5"})
    assert (sold["coupon_off"], sold["gift_card_paid"], sold["to_pay"]) == (
        "10.00",
        "5.00",
        "84.00",
    )
    assert sold["earned"] == 8


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-11-22T23:59", "2026-11-22"),
        ("2026-11-22T23:30Z", "2026-11-23"),
        ("2026-11-23T00:30+05:00", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("2026-03-29T02:30", "2026-03-29"),  # this half hour does not exist
        ("2026-10-25T02:30", "2026-10-25"),  # and this comes twice
        ("2026-03-29T00:30", "2026-03-29"),
        ("2028-02-29T12:00", "2028-02-29"),
    ],
)
def test_a_time_without_a_zone_is_the_shops(shop, ask, anna, at, day):
    assert ask(do="sale", customer=anna, total="100", at=at)["ok"]
    assert shop.book.column("SELECT day FROM sales") == [day]


def test_a_balance_on_a_day_is_that_of_its_end(ask, anna):
    for day, total in (("20", "100"), ("22", "50"), ("21", "20")):
        ask(do="sale", customer=anna, total=total, at=f"2026-11-{day}T12:00")
    said = [
        ask(do="balance", customer=anna, on=f"2026-11-{day}")["points"] for day in range(19, 24)
    ]
    assert said == [0, 10, 12, 17, 17]


def test_somebody_always_did_it(shop, bridge, ask, anna):
    ask(do="adjust", customer=anna, points=5, reason="a gift", by="Eva")
    ask(do="adjust", customer=anna, points=5, reason="a gift")
    shop.book.by = ""
    ask(do="adjust", customer=anna, points=5, reason="a gift")
    assert shop.book.column("SELECT by FROM points_entries") == ["Eva", "Jana", "till"]


def test_a_bug_stops_no_till_and_leaves_nothing(shop, bridge, anna):
    def clock():
        raise ZeroDivisionError

    shop.book.clock = clock
    sale = f'{{"do":"sale","customer":{anna},"total":"1","key":"K"}}'.encode()
    assert json.loads(bridge.answer(sale)) == {"ok": False, "error": "bad_request"}
    shop.book.clock = lambda: datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert json.loads(bridge.answer(sale))["ok"]
