"""Coupons and cards from the command line: what is printed is what the till takes, or nothing happened."""

import json
import sqlite3
import subprocess

import pytest

from app.keeping.database import FILE_NAME
from app.loyalty.codes import fold
from tests.reports import reading, scanning
from tests.reports.test_files import NO_LIMITS, room_for

MORE = ("--offer", "Advent")


def printed(till, *command, to="sheet.pdf"):
    said = till.run(*command, "-o", till.desk / to)
    assert (said.code, said.err) == (0, ""), said
    return (till.desk / to).read_bytes()


def codes_on(pdf):
    found = [scanning.texts(pdf, page) for page in range(reading.pages(pdf))]
    assert all(one["QR"] == one.get("Code128", one["QR"]) for one in found)
    return [code for one in found for code in one["QR"]]


def answers(till, *requests):
    done = subprocess.run(
        till.command("till"),
        input="\n".join(map(json.dumps, requests)).encode(),
        env=till.environ,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_in_america_coupons_and_cards_come_on_letter(till):
    assert till.run("setup", "--name", "Mill", "--country", "US", "--currency", "USD").code == 0
    for command in (
        ("coupons", *MORE, "--count", "1", "--percent", "10"),
        ("gift-cards", "--amount", "5"),
        ("loyalty-cards", "--count", "1"),
    ):
        pdf = printed(till, *command)
        assert reading.page_size(pdf) == pytest.approx((215.9, 279.4), abs=0.01)
    a4 = printed(till, "coupons", *MORE, "--count", "1", "--paper", "A4x8", to="a4.pdf")
    assert reading.page_size(a4) == pytest.approx((210, 297), abs=0.1)


def test_a_coupon_for_each_on_the_list_is_taken_at_the_till_once(brno):
    pdf = printed(brno, "coupons", *MORE, "--to", "all", "--percent", "10", "--min-total", "100")
    found = codes_on(pdf)
    assert len(found) == 2
    text = " ".join(reading.words_by_pypdf(pdf))
    assert "10% off" in text
    assert "Ludmila" in text or "Dvořák" in text
    use = {"do": "use-coupon", "total": "200.00"}
    hers, his = (
        next(
            one["discount"]
            for who in (1, 2)
            if (one := answers(brno, {**use, "code": code, "customer": who})[0])["ok"]
        )
        for code in found
    )
    assert (hers, his) == ("20.00", "20.00")
    again = answers(brno, *({**use, "code": code, "customer": n} for code in found for n in (1, 2)))
    assert {one["error"] for one in again} == {"used_up", "wrong_customer"}


def test_a_sheet_for_anyone_has_so_many_coupons_each_with_its_own_code(brno):
    pdf = printed(brno, "coupons", *MORE, "--count", "20", "--buy", "3", "--get", "1")
    assert reading.pages(pdf) == 3
    assert len(set(codes_on(pdf))) == 20
    (state,) = answers(brno, {"do": "coupon", "code": codes_on(pdf)[0]})
    assert state["ok"]


@pytest.mark.parametrize(
    ("deal", "said"),
    [
        (("--percent", "12.5"), "12.5% off"),
        (("--amount", "50"), "50 Kč off"),
        (("--item", "coffee"), "Free: coffee"),
        (("--buy", "3", "--get", "1", "--item", "bread"), "Buy 3, get 1 free"),
        (("--percent", "10", "--valid-to", "2099-12-31"), "Valid until 31 December 2099"),
        (("--percent", "10", "--words", "Come soon!"), "Come soon!"),
        (("--percent", "10", "--cap", "99", "--min-total", "200"), "When you spend 200 Kč"),
    ],
)
def test_the_sheet_says_what_was_asked_for(brno, deal, said):
    pdf = printed(brno, "coupons", *MORE, "--count", "1", *deal)
    text = " ".join(reading.words_by_pypdf(pdf))
    assert said in text.replace("\xa0", " ")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--count", "1", "--percent", "10", "--amount", "5"),
        ("--count", "1", "--buy", "3"),
        ("--count", "1", "--percent", "0"),
        ("--count", "1", "--percent", "101"),
        ("--count", "1", "--percent", "ten"),
        ("--count", "1", "--percent", "1e1"),
        ("--count", "1", "--percent", ""),
        ("--count", "1", "--percent", "10", "--offer", " "),
        ("--count", "0", "--percent", "10"),
        ("--count", "9999999", "--percent", "10"),
        ("--count", "1", "--percent", "10 Kč"),
        ("--count", "1", "--percent", "10", "--days", "999999999"),
        ("--count", "1", "--to", "all", "--percent", "10"),
        ("--count", "1", "--percent", "10", "--days", "3", "--valid-to", "2099-12-31"),
    ],
)
def test_what_makes_no_coupon_is_wrong_usage(brno, wrong):
    brno.run("coupons", *MORE, *wrong, "-o", brno.desk / "x.pdf").wrong_usage()
    assert brno.left_behind() == []


@pytest.mark.parametrize(
    ("offer", "discount"),
    [
        ("10 %", "20.00"),
        ("12,5%", "25.00"),
        ("50 Kč", "50.00"),
        ("30 CZK", "30.00"),
        ("Káva", "55.00"),
    ],
)
def test_an_offer_may_say_by_its_name_what_it_gives(brno, offer, discount):
    (code,) = codes_on(printed(brno, "coupons", "--offer", offer, "--count", "1"))
    bill = [{"name": "káva", "price": "55.00"}, {"name": "Chléb", "price": "145.00"}]
    (answer,) = answers(brno, {"do": "use-coupon", "code": code, "total": "200.00", "items": bill})
    assert answer["discount"] == discount


@pytest.mark.parametrize("offer", ["110 %", "0 %", "-5 Kč", "0 CZK", "%"])
def test_an_offer_that_gives_nothing_or_more_than_everything_is_refused_as_it_was_typed(
    brno, offer
):
    said = brno.run(
        "coupons", "--offer", offer, "--count", "1", "-o", brno.desk / "x.pdf"
    ).refusal()
    assert said == f"“{offer}” cannot be given: it must be more than nothing, and at most 100 %."


@pytest.mark.parametrize(
    ("amount", "discount"), [("1 234,50", "1234.50"), ("12,5", "12.50"), ("0.5", "0.50")]
)
def test_an_amount_is_typed_as_people_write_it(brno, amount, discount):
    how = ("--offer", "sleva", "--amount", amount, "--count", "1")
    (code,) = codes_on(printed(brno, "coupons", *how))
    (answer,) = answers(brno, {"do": "use-coupon", "code": code, "total": "2000.00"})
    assert answer["discount"] == discount


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--amount", "9" * 18), f"“{'9' * 18}” is not an amount in CZK."),
        (("--amount", "5.001"), "“5.001” is not an amount in CZK."),
        (("--amount", "0,00"), "The amount must be above zero."),
        (("--percent", "10", "--cap", "-5"), "“-5” is not an amount in CZK."),
        (("--percent", "10", "--cap", "0"), "The amount must be above zero."),
        (("--percent", "10", "--min-total", "a lot"), "“a lot” is not an amount in CZK."),
        (
            ("--percent", "10", "--valid-to", "2020-01-01"),
            "1 January 2020 is over; a coupon must be good for some time.",
        ),
        (
            ("--percent", "10", "--valid-from", "2099-02-02", "--valid-to", "2099-01-01"),
            "The coupon would end on 1 January 2099, before it begins on 2 February 2099.",
        ),
    ],
    ids=lambda one: " ".join(one)[:40],
)
def test_a_coupon_that_cannot_be_is_refused_with_what_was_typed(brno, wrong, said):
    to = brno.desk / "x.pdf"
    assert brno.run("coupons", *MORE, "--count", "1", *wrong, "-o", to).refusal() == said
    assert brno.left_behind() == []


def test_days_count_from_the_first_day_of_a_coupon(brno):
    how = ("--percent", "10", "--valid-from", "2099-02-02", "--days", "7", "--count", "1")
    (code,) = codes_on(printed(brno, "coupons", *MORE, *how))
    use = {"do": "use-coupon", "code": code, "total": "200.00"}
    good, over = answers(brno, use | {"at": "2099-02-09T10:00"}, use | {"at": "2099-02-10T10:00"})
    assert (good["discount"], over["ok"]) == ("20.00", False)


def test_an_offer_that_was_given_before_is_known_by_its_name_and_fills_a_sheet(brno):
    printed(brno, "coupons", *MORE, "--count", "1", "--amount", "40", "--min-total", "150",
            "--valid-to", "2098-12-24")  # fmt: skip
    found = codes_on(printed(brno, "coupons", "--offer", "advent", to="again.pdf"))
    assert len(set(found)) == 8
    small, large = answers(
        brno,
        {"do": "use-coupon", "code": found[0], "total": "149.00"},
        {"do": "use-coupon", "code": found[0], "total": "150.00", "at": "2099-01-05T10:00"},
    )
    assert (small["error"], large["discount"]) == ("minimum_not_met", "40.00")


@pytest.mark.parametrize(
    "command",
    [
        ("coupons", *MORE, "--count", "3", "--percent", "10"),
        ("coupons", *MORE, "--to", "all", "--percent", "10"),
        ("loyalty-cards", "--count", "3"),
        ("loyalty-cards", "--to", "all"),
        ("gift-cards", "--amount", "500"),
    ],
)
def test_nothing_is_given_out_when_the_file_cannot_be_written(brno, command):
    before = counted(brno)
    brno.run(*command, "-o", brno.desk / "no" / "such.pdf").refusal()
    brno.run(*command, "-o", brno.desk).refusal()
    assert counted(brno) == before
    assert brno.left_behind() == []


def counted(till):
    with sqlite3.connect(till.shop / FILE_NAME) as book:
        tables = ("codes", "coupons", "gift_cards", "history_steps")
        return [book.execute(f"SELECT count(*) FROM {name}").fetchone() for name in tables]


def test_a_refused_deal_issues_nothing(brno):
    before = counted(brno)
    for wrong in (("--amount", "5.001"), ("--amount", "-5"), ("--amount", "0")):
        brno.run("coupons", *MORE, "--count", "1", *wrong, "-o", brno.desk / "x.pdf").refusal()
    late = ("--percent", "10", "--valid-from", "2099-12-02", "--valid-to", "2099-12-01")
    brno.run("coupons", *MORE, "--count", "1", *late, "-o", brno.desk / "x.pdf").refusal()
    story = ("--percent", "10", "--words", "much too long a story " * 30)
    assert (
        "too long"
        in brno.run("coupons", *MORE, "--count", "1", *story, "-o", brno.desk / "x.pdf").refusal()
    )
    assert counted(brno) == before
    assert brno.left_behind() == []


def test_printed_customer_cards_find_their_people(brno):
    pdf = printed(brno, "loyalty-cards", "--to", "all", "--backs", "long")
    assert reading.pages(pdf) == 2
    front, back = scanning.texts(pdf, 0), scanning.texts(pdf, 1)
    assert front["QR"] == back["Code128"]
    people = {
        one["id"]
        for code in front["QR"]
        for one in answers(brno, {"do": "find", "text": code})[0]["customers"]
    }
    assert people == {1, 2}
    assert codes_on(printed(brno, "loyalty-cards", "--to", "all", to="again.pdf")) == front["QR"]


def test_blank_cards_are_numbered_ahead_and_enrolled_later(brno):
    first, *_ = codes_on(printed(brno, "loyalty-cards", "--count", "12"))
    enrol = {"do": "enrol", "first_name": "Nora", "card_number": fold(first)}
    ((nora,), (found,)) = (
        answers(brno, enrol),
        answers(brno, {"do": "find", "text": first}),
    )
    assert found["customers"][0]["id"] == nora["customer"]


def test_a_printed_gift_card_pays(brno):
    pdf = printed(brno, "gift-cards", "--amount", "500", "--count", "2")
    first, second = codes_on(pdf)
    paid = answers(brno, {"do": "pay-gift-card", "code": first, "amount": "120.00"})
    assert paid == [{"ok": True, "left": "380.00"}]
    assert first != second


def test_stamp_cards_are_those_of_the_deal_that_holds(brno, tmp_path):
    refused = brno.run("stamp-cards", "-o", brno.desk / "stamps.pdf")
    assert (refused.code, refused.out) == (1, "")
    assert not (brno.desk / "stamps.pdf").exists()
    file = tmp_path / "programme.toml"
    file.write_text('[stamps]\nname = "Coffee"\ngoal = 8\nreward = "a coffee"\n')
    assert brno.run("programme", "load", file).code == 0
    pdf = printed(brno, "stamp-cards", "--pages", "2")
    assert reading.pages(pdf) == 2
    assert "8 stamps: a coffee" in " ".join(reading.words_by_pypdf(pdf))


def test_a_statement_tells_what_happened_to_somebodys_points(brno):
    answers(brno, {"do": "sale", "customer": 1, "total": "250.00"})
    text = " ".join(reading.words_by_pypdf(printed(brno, "statement", "1")))
    assert "Your points" in text
    assert "+25" in text
    assert brno.run("statement", "99", "-o", brno.desk / "nobody.pdf").code == 1
    wrong = ("--from", "2026-12-01", "--until", "2026-11-01", "-o", brno.desk / "wrong.pdf")
    assert brno.run("statement", "1", *wrong).code == 2


@NO_LIMITS
def test_the_days_of_a_statement_lie_in_the_year_of_its_last_and_not_to_come(brno):
    assert printed(brno, "statement", "1", "--until", "2020-05-05")
    late = brno.run("statement", "1", "--from", "2999-01-01", "-o", "x.pdf").wrong_usage()
    assert late.startswith("--from is after ")
    assert "--until" not in late


def test_a_disk_on_which_sheets_find_no_room_to_be_drawn_is_said_by_the_name_of_its_folder(brno):
    with room_for(1_300_000):
        said = brno.run(
            "coupons", *MORE, "--percent", "10", "--count", "600", "-o", brno.desk / "sheet.pdf"
        )
    assert said.code == 1
    assert said.err.splitlines()[-1].endswith(" cannot be written: the disk is full")
    assert "stdout" not in said.err
    assert not (brno.desk / "sheet.pdf").exists()
