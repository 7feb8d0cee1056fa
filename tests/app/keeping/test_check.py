"""What `check` finds amiss with codes and gift cards."""

from app.keeping.check import findings
from app.loyalty.coupon_terms import Terms
from app.loyalty.moment import moment_of


def found(shop) -> dict[str, int]:
    return {one.what: one.facts["n"] for one in findings(shop.book)}


def test_a_gift_card_that_holds_something_else_than_its_entries_say_is_found(shop):
    card = shop.gift_cards.sell(50_00, moment_of(shop.time.at, "Europe/Prague", "Jana"))
    assert found(shop) == {}
    shop.book.execute("UPDATE gift_cards SET balance = 49")
    assert found(shop) == {"unbalanced": 1}
    shop.book.execute("UPDATE gift_cards SET balance = 5000 WHERE id = ?", (card.id,))


def test_a_code_that_stands_for_nothing_is_found(shop):
    now = moment_of(shop.time.at, "Europe/Prague", "Jana")
    coupon = shop.coupons.issue(Terms(kind="amount", value=1), now)
    insert = "INSERT INTO codes VALUES (?, ?, ?, '')"
    with shop.book.taken_back():
        for kind in ("coupon", "gift card", "card"):
            shop.book.execute(insert, (f"NOTHING {kind}", kind, coupon.id + 1))
        assert found(shop) == {"without_subject": 3}


def test_a_coupon_without_its_code_is_found(shop):
    now = moment_of(shop.time.at, "Europe/Prague", "Jana")
    shop.coupons.issue(Terms(kind="amount", value=1), now)
    with shop.book.taken_back():
        shop.book.execute("DROP TRIGGER codes_no_delete")
        shop.book.execute("DELETE FROM codes")
        assert {one.what for one in findings(shop.book)} == {"unguarded", "without_subject"}
