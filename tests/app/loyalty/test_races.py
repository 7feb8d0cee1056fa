"""Two tills on one book race for the last use and the last of a balance; exactly one has it, every time."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from app.errors import ShopError
from app.keeping.check import findings
from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.moment import moment_of
from app.shop import Shop

ROUNDS = int(os.environ.get("REGULARS_RACES", "160"))
"""Each is a race for a coupon and one for a gift card; set it to 1000 for a long run."""
AT = datetime(2026, 11, 22, 8, tzinfo=UTC)
TILLS = 2
PATIENCE = 120


def open_shop(folder: Path) -> Shop:
    return Shop.open(folder, lambda: AT, {"USER": "Jana", "TZ": "UTC"})


def has_it(verb: Callable[[], object]) -> str:
    try:
        verb()
    except ShopError as refused:
        return type(refused).__name__
    return "had it"


def race(folder: Path, codes: list[tuple[str, str]], start: Barrier, told: Connection) -> None:
    """One till: for each pair of codes it waits for the other, then goes for both as fast as it can."""
    shop, now = open_shop(folder), moment_of(AT, "UTC", "Jana")
    said = []
    for coupon, card in codes:
        start.wait(PATIENCE)
        said.append(has_it(lambda code=coupon: shop.coupons.use(code, Bill(total=100), now)))
        start.wait(PATIENCE)
        said.append(has_it(lambda code=card: shop.gift_cards.pay(code, 60, now)))
    shop.close()
    told.send(said)


@pytest.fixture
def book(tmp_path):
    shop = open_shop(tmp_path / "shop")
    yield shop
    shop.close()


def test_two_tills_never_use_the_last_of_a_coupon_or_a_gift_card_twice(book):
    now, process = moment_of(AT, "UTC", "Jana"), get_context("spawn")
    with book.book.atomic():
        coupons = book.coupons.issue_many(ROUNDS, Terms(kind="percent", value=1_000), now)
        cards = [book.gift_cards.sell(100, now) for _ in range(ROUNDS)]
    codes = [(one.code, other.code) for one, other in zip(coupons, cards, strict=True)]
    start, ends = process.Barrier(TILLS), [process.Pipe() for _ in range(TILLS)]
    tills = [process.Process(target=race, args=(book.folder, codes, start, end)) for _, end in ends]
    for till in tills:
        till.start()
    said = [listen.recv() for listen, _ in ends if listen.poll(PATIENCE)]
    for till in tills:
        till.join(PATIENCE)
    lost = [{one, other} - {"had it"} for one, other in zip(*said, strict=True)]
    assert lost == [{"UsedUp"}, {"BalanceTooLow"}] * ROUNDS
    assert {book.gift_cards.find(one.code).balance for one in cards} == {40}
    assert book.book.value("SELECT count(*) FROM coupon_events") == ROUNDS
    assert findings(book.book) == []
