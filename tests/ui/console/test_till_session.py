"""A long and mixed day at the till bridge, and a till whose plug is pulled in the middle of it."""

import json
import os
import random
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.clock import system_clock
from app.keeping.database import open_shop
from tests.invariants import check_the_book

REQUESTS = int(os.environ.get("REGULARS_TILL_REQUESTS", "1500"))
"""Set it to 5000 for a long run."""
KILLS = int(os.environ.get("REGULARS_KILLS", "8"))
"""Set it to 200 for a long run."""
PROGRAMME = """
[earn]
points = 1
per = "10.00"
birthday = 20
signup = 5
[expiry]
days = 90
[points]
value = "0.50"
[[promotion]]
name = "Weekend"
multiplier = "1.5"
weekdays = ["sat", "sun"]
[[reward]]
name = "Coffee"
points = 20
kind = "item"
[[reward]]
name = "Fifty off"
points = 40
kind = "amount"
value = "50"
cap = "30"
[stamps]
goal = 5
reward = "a coffee"
"""


class Day:
    """Requests as a busy and clumsy till makes them; the same seed makes the same day."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a test's own
        self.people, self.sales, self.coupons, self.cards = [10**6], [10**6], ["NONE"], ["NONE"]
        self.number = 0
        self.kept: list[tuple[Any, Any]] = []
        """Requests with a key, and what was answered."""

    def request(self) -> Any:
        self.number += 1
        makers = {
            self.sale: 40, self.refund: 12, self.spend: 6, self.redeem: 8, self.adjust: 6,
            self.balance: 10, self.enrol: 4, self.issue_coupon: 4, self.sell_gift_card: 3,
            self.pay_gift_card: 3, self.stamp: 3, self.use_coupon: 3, self.undo_coupon: 2,
            self.feedback: 5, self.nonsense: 6,
        }  # fmt: skip
        (make,) = self.chance.choices(list(makers), list(makers.values()))
        request = make()
        if isinstance(request, dict):
            if self.chance.random() < 0.3:
                request["at"] = self.at()
            if self.chance.random() < 0.4:
                request["key"] = f"k{self.number}"
        return request

    def learn(self, request: Any, answer: dict[str, Any]) -> None:
        if not isinstance(request, dict):
            return
        for name, known in (
            ("customer", self.people),
            ("sale", self.sales),
        ):
            if name in answer:
                known.append(answer[name])
        if answer.get("ok") and "code" in answer:
            known = self.coupons if request["do"] == "issue-coupon" else self.cards
            known.append(answer["code"])
        if "key" in request and answer.get("error") != "bad_request":
            self.kept.append((request, answer))

    def at(self) -> str:
        day = f"2026-{self.chance.randint(7, 11):02}-{self.chance.randint(1, 30):02}"
        return f"{day}T{self.chance.randint(0, 23):02}:30{self.chance.choice(['', 'Z', '+02:00'])}"

    def one(self, known: list[Any]) -> Any:
        return self.chance.choice([known[0], *known[-30:]])

    def money(self, most: int = 500) -> str:
        return f"{self.chance.randint(0, most)}.{self.chance.randint(0, 99):02}"

    def sale(self) -> Any:
        request = {"do": "sale", "customer": self.one(self.people), "total": self.money()}
        if self.chance.random() < 0.1:
            request["customer"] = None
        if self.chance.random() < 0.3:
            request["points_spent"] = self.chance.randint(0, 60)
        if self.chance.random() < 0.1:
            request["coupon"] = self.one(self.coupons)
        if self.chance.random() < 0.1:
            request["gift_card"] = {"code": self.one(self.cards), "amount": self.money(60)}
        if self.chance.random() < 0.5:
            request["items"] = [
                {
                    "name": name,
                    "quantity": self.chance.choice([1, 2, "0.25"]),
                    "price": self.money(60),
                }
                for name in self.chance.sample(["Bread", "Roll", "Cake"], 2)
            ]
        return request

    def refund(self) -> Any:
        request: dict[str, Any] = {"do": "refund", "sale": self.one(self.sales)}
        if self.chance.random() < 0.5:
            request["total"] = self.money(200)
        elif self.chance.random() < 0.5:
            request["items"] = [{"name": "Bread", "quantity": 1}]
        return request

    def spend(self) -> Any:
        points = self.chance.randint(1, 40)
        return {"do": "spend", "customer": self.one(self.people), "points": points}

    def redeem(self) -> Any:
        reward = self.chance.choice(["coffee", "Fifty off", "Nothing"])
        return {"do": "redeem", "customer": self.one(self.people), "reward": reward}

    def adjust(self) -> Any:
        points = self.chance.randint(-30, 30)
        return {"do": "adjust", "customer": self.one(self.people), "points": points, "reason": "x"}

    def balance(self) -> Any:
        return {"do": "balance", "customer": self.one(self.people), "on": self.at()[:10]}

    def enrol(self) -> Any:
        return {"do": "enrol", "first_name": f"Anna {self.number}", "birthday": "1986-11-28"}

    def issue_coupon(self) -> Any:
        return {"do": "issue-coupon", "kind": "percent", "value": "10", "uses": 2}

    def use_coupon(self) -> Any:
        return {"do": "use-coupon", "code": self.one(self.coupons), "total": self.money()}

    def undo_coupon(self) -> Any:
        return {"do": "undo-coupon", "code": self.one(self.coupons), "reason": "a mistake"}

    def sell_gift_card(self) -> Any:
        return {"do": "sell-gift-card", "amount": self.money(100)}

    def pay_gift_card(self) -> Any:
        return {"do": "pay-gift-card", "code": self.one(self.cards), "amount": self.money(50)}

    def stamp(self) -> Any:
        return {"do": "stamp", "customer": self.one(self.people)}

    def feedback(self) -> Any:
        request: dict[str, Any] = {"do": "feedback", "customer": self.one(self.people)}
        if self.chance.random() < 0.5:
            request["customer"] = None
        for scale, most in (("csat", 6), ("nps", 11), ("effort", 8)):
            if self.chance.random() < 0.5:
                request[scale] = self.chance.randint(0, most)
        if self.chance.random() < 0.3:
            request |= {"comment": "slow", "theme": self.chance.choice(["speed", "parking"])}
        if self.chance.random() < 0.2:
            request["skipped"] = self.chance.sample(["csat", "nps", "effort", "x"], 1)
        return request

    def nonsense(self) -> Any:
        return self.chance.choice(
            [
                b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"do":"sale","total":NaN}',
                b'{"do":"sale","total":1.5}', b'{"do":"sale","total":-1}', b"[" * 5000,
                b'{"do":"sale","total":true}', b'{"do":{"a":[1]}}', b'{"do":"sale","total":"1e2"}',
                b'{"do":"enrol","first_name":"\\ud800"}', b'{"do":"find","text":"\\u0000"}',
                b'{"do":"sale","total":' + b"9" * 5000 + b"}", b'{"do":"dance"}',
            ]
        )  # fmt: skip


class Bridge:
    """`main.py till` as a process that is asked and answers."""

    def __init__(self, till: Any) -> None:
        self.process = subprocess.Popen(
            till.command("till"), env=till.environ, cwd=till.desk,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def send(self, request: Any) -> None:
        line = request if isinstance(request, bytes) else json.dumps(request).encode()
        assert self.process.stdin
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, request: Any) -> dict[str, Any]:
        self.send(request)
        return self.hear()

    def end(self) -> tuple[int, bytes]:
        _, err = self.process.communicate(timeout=60)
        return self.process.returncode, err


@contextmanager
def bridge(till: Any) -> Iterator[Bridge]:
    opened = Bridge(till)
    try:
        yield opened
    finally:
        opened.process.kill()
        opened.process.communicate()


@pytest.fixture
def bakery(till):
    assert till.run("setup", "--country", "CZ", "--lang", "en").code == 0
    assert till.run("programme", "load", till.file(PROGRAMME, "programme.toml")).code == 0
    return till


def whole(folder: Path) -> Any:
    """The book as it is on disk, looked over."""
    book = open_shop(folder, system_clock)
    check_the_book(book)
    return closing(book)


def test_a_long_day_at_the_till_leaves_everything_whole(bakery):
    day, told = Day(seed=4), {}
    with bridge(bakery) as at:
        for _ in range(REQUESTS):
            request = day.request()
            answer = at.ask(request)
            day.learn(request, answer)
            assert "ok" in answer
            if answer["ok"]:
                told[answer["ok"]] = told.get(answer["ok"], 0) + 1
            else:
                told[answer["error"]] = told.get(answer["error"], 0) + 1
            if day.kept and day.chance.random() < 0.1:
                request, answer = day.chance.choice(day.kept)
                assert at.ask(request) == answer
                assert at.ask(request | {"by": "another"})["error"] == "bad_request"
        assert at.end() == (0, b"")
    with whole(bakery.shop):
        pass
    assert told.pop("not_kept", 0) == 0
    expected = {True, "bad_request", "not_enough_points", "refund_too_large", "unknown_sale"}
    assert expected <= told.keys(), told


@pytest.mark.skipif(os.name != "posix", reason="keys are not sent to another program there")
def test_a_till_that_is_stopped_by_hand_does_not_say_that_nothing_was_done(bakery):
    with bridge(bakery) as at:
        assert at.ask({"do": "sale", "total": "10"})["ok"]
        at.process.send_signal(signal.SIGINT)
        assert at.end() == (0, b"")


def numbered(key: str, chance: random.Random, people: list[int]) -> dict[str, Any]:
    """A request that leaves its number in the book, whatever is done."""
    if chance.random() < 0.2:
        return {"do": "enrol", "external_id": key, "first_name": "Anna", "key": key}
    if chance.random() < 0.3:
        return {"do": "adjust", "customer": chance.choice(people), "points": 3, "reason": key,
                "key": key}  # fmt: skip
    if chance.random() < 0.3:
        return {"do": "feedback", "customer": chance.choice(people), "csat": 1, "nps": 3,
                "comment": key, "theme": "speed", "key": key}  # fmt: skip
    return {"do": "sale", "customer": chance.choice(people), "total": "50.00", "receipt": key,
            "items": [{"name": "Bread", "price": "50.00"}], "points_spent": 1, "key": key}  # fmt: skip


DONE = {
    "sale": "SELECT receipt FROM sales s WHERE"
    " (SELECT count(*) FROM points_entries WHERE sale = s.id) = 2"
    " AND (SELECT count(*) FROM sale_lines WHERE sale = s.id) = 1"
    " AND (SELECT count(*) FROM changes WHERE kind = 'sale' AND subject = s.id) = 1",
    "adjust": "SELECT reason FROM points_entries WHERE kind = 'adjust'",
    "feedback": "SELECT comment FROM answers a WHERE (SELECT count(*) FROM replies WHERE answer = a.id) = 2"
    " AND (SELECT count(*) FROM answer_themes WHERE answer = a.id) = 1"
    " AND (SELECT count(*) FROM cases WHERE answer = a.id) = 1",
    "enrol": "SELECT external_id FROM customers c WHERE external_id IS NOT NULL"
    " AND (SELECT sum(points) FROM points_entries WHERE customer = c.id AND kind = 'signup') = 5",
}
BEGUN = {
    "sale": "SELECT receipt FROM sales",
    "adjust": DONE["adjust"],
    "feedback": "SELECT comment FROM answers",
    "enrol": "SELECT external_id FROM customers WHERE external_id IS NOT NULL",
}


def test_a_till_whose_plug_is_pulled_loses_nothing_it_answered_and_leaves_nothing_half_done(bakery):
    chance, answered, asked = random.Random(9), {}, {}  # noqa: S311 - a test's own
    with bridge(bakery) as at:
        people = [at.ask({"do": "enrol", "first_name": f"Eva {n}"})["customer"] for n in range(5)]
        for one in people:
            at.ask({"do": "adjust", "customer": one, "points": 1_000_000, "reason": "a gift"})
    for pull in range(KILLS):
        with bridge(bakery) as at:
            for n in range(chance.randint(1, 25)):
                key = f"{pull}-{n}"
                asked[key] = numbered(key, chance, people)
                answered[key] = at.ask(asked[key])
            for n in range(20):  # these are on their way while the plug is pulled
                key = f"{pull}-late-{n}"
                asked[key] = numbered(key, chance, people)
                at.send(asked[key])
            for _ in range(chance.randint(0, 19)):
                key = next(
                    key for key in asked if key not in answered and key.startswith(f"{pull}-")
                )
                answered[key] = at.hear()
            at.process.kill()
    with whole(bakery.shop) as book:
        done = {verb: set(book.column(sql)) for verb, sql in DONE.items()}
        for verb, sql in BEGUN.items():
            assert set(book.column(sql)) - done[verb] <= {"a gift"}
        kept = set(book.column("SELECT key FROM till_requests"))
    for key, answer in answered.items():
        assert answer["ok"]
        assert key in kept
        assert key in done[asked[key]["do"]]
    assert {key for verb in done.values() for key in verb} - {"a gift"} == kept
    with bridge(bakery) as at:  # the till asks again what it heard no answer to, and all else too
        for key, request in asked.items():
            again = at.ask(request)
            assert again["ok"]
            assert answered.setdefault(key, again) == again
        assert at.end() == (0, b"")
    with whole(bakery.shop) as book:
        assert {key for sql in DONE.values() for key in book.column(sql)} - {"a gift"} == set(asked)
