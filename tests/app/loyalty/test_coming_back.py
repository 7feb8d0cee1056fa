"""What comes back over the counter: foreseen, found again, and what of it is money."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from app.keeping.check import findings
from app.loyalty import past_sales
from app.loyalty.bills import Back, GiftCardPart, Order, RefundTooLarge
from app.loyalty.earning import Line
from app.loyalty.programme import Programme
from app.money import CurrenciesDiffer
from tests.shop import ScenarioShop

LOAF, BUN = Line(name="Rye loaf", price=5000, thousandths=2000), Line(name="Bun", price=2000)


def sold(shop: ScenarioShop, **order: object) -> int:
    wanted = {"customer": None, "total": 12000, "lines": (LOAF, BUN), **order}
    return shop.till.sell(Order(**wanted), shop.moment()).sale


def test_a_refund_that_is_foreseen_comes_true_and_writes_nothing(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    sale, items = sold(shop, customer=petra), [Back(name="Rye loaf")]
    foreseen = shop.till.foresee_refund(sale, shop.moment(), items=items)
    assert shop.till.sales.refunded(sale) == 0
    back = shop.till.refund(sale, shop.moment(), items=items)
    told = (foreseen.total, foreseen.points_taken, foreseen.points, foreseen.money)
    assert told == (back.total, back.points_taken, back.points, back.money) == (5000, 5, 7, 5000)


def test_a_refund_that_cannot_be_is_refused_when_it_is_foreseen(shop: ScenarioShop) -> None:
    with pytest.raises(RefundTooLarge):
        shop.till.foresee_refund(sold(shop), shop.moment(), total=12001)
    assert not shop.book.connection.in_transaction


def test_what_a_gift_card_paid_goes_back_on_it_and_only_the_rest_is_money(
    shop: ScenarioShop,
) -> None:
    card = shop.gift_cards.sell(3000, shop.moment()).code
    sale = sold(shop, gift_card=GiftCardPart(code=card, amount=3000))
    first = shop.till.refund(sale, shop.moment(), total=4000)
    rest = shop.till.refund(sale, shop.moment())
    assert (first.on_card, first.money) == (1000, 3000)
    assert (rest.on_card, rest.money) == (2000, 6000)
    assert shop.gift_cards.find(card).balance == 3000


def test_what_a_gift_card_paid_is_money_once_the_card_is_not_good_any_more(
    shop: ScenarioShop,
) -> None:
    card = shop.gift_cards.sell(3000, shop.moment()).code
    sale = sold(shop, gift_card=GiftCardPart(code=card, amount=3000))
    shop.gift_cards.void(card, "lost", shop.moment())
    first = shop.till.refund(sale, shop.moment(), total=4000)
    assert (first.on_card, first.money) == (0, 4000)
    rest = shop.till.refund(sale, shop.moment())
    assert (rest.on_card, rest.money) == (0, 8000)


def test_pieces_without_prices_come_back_for_the_total_that_is_said(shop: ScenarioShop) -> None:
    sale = sold(shop, lines=(Line(name="Bun"), Line(name="Cake")))
    with pytest.raises(RefundTooLarge):
        shop.till.refund(sale, shop.moment(), items=[Back(name="Bun")])
    assert shop.till.refund(sale, shop.moment(), items=[Back(name="Bun")], total=2000).total == 2000
    assert shop.till.refund(sale, shop.moment(), items=[Back(name="Cake")]).total == 10000


@pytest.mark.parametrize(("points", "on_card"), [(0, 18490), (383, 18490), (383, 5000), (0, 0)])
def test_small_refunds_give_nothing_less_than_nothing_and_all_of_it_in_the_end(
    shop: ScenarioShop, points: int, on_card: int
) -> None:
    petra, due = shop.customer("Petra").id, 22320
    shop.till.programmes.change(Programme(value=Decimal("0.10")))
    shop.till.adjust(petra, 1000, "a gift", shop.moment())
    card = shop.gift_cards.sell(20000, shop.moment()).code
    paid = GiftCardPart(code=card, amount=on_card) if on_card else None
    sale = sold(shop, customer=petra, total=due, lines=(), points_spent=points, gift_card=paid)
    chance, backs, left = Random(3), [], due  # noqa: S311 - a test's own
    while left:
        amount = min(left, chance.choice((1, 3, 50, 700, 5000)))
        backs.append(shop.till.refund(sale, shop.moment(), total=amount))
        left -= amount
    assert min(min(back.money, back.on_card) for back in backs) >= 0
    assert all(back.money + back.on_card <= back.total for back in backs if not points)
    told = [sum(getattr(back, what) for back in backs) for what in ("money", "on_card")]
    assert told == [due - points * 10 - on_card, on_card]
    assert sum(back.points_returned for back in backs) == points
    assert shop.gift_cards.find(card).balance == 20000
    assert findings(shop.book) == []


def test_what_points_paid_after_the_sale_is_not_handed_out_as_money(shop: ScenarioShop) -> None:
    shop.till.programmes.change(Programme(value=Decimal(1)))
    petra = shop.customer("Petra").id
    shop.till.adjust(petra, 100, "a gift", shop.moment())
    for buyer in (petra, None):
        sale = sold(shop, customer=buyer)
        first = shop.till.refund(sale, shop.moment(), total=4000)
        assert shop.till.spend(petra, 60, shop.moment(), sale=sale).off == 6000
        half = shop.till.foresee_refund(sale, shop.moment(), total=4000)
        rest = shop.till.refund(sale, shop.moment())
        assert (first.money, half.money, rest.money, rest.points_returned) == (4000, 1000, 2000, 60)
    assert (shop.till.points.available(petra, shop.today()), findings(shop.book)) == (100, [])


def test_points_that_were_not_spent_after_all_are_paid_in_money_again(shop: ScenarioShop) -> None:
    shop.till.programmes.change(Programme(value=Decimal(1)))
    petra = shop.customer("Petra").id
    shop.till.adjust(petra, 100, "a gift", shop.moment())
    sale = sold(shop, customer=petra)
    shop.till.spend(petra, 60, shop.moment(), sale=sale)
    paid = []
    for turn in (shop.undo.undo_last, shop.undo.redo_last) * 2:
        turn()
        paid.append(shop.till.foresee_refund(sale, shop.moment()).money)
    assert paid == [12000, 6000] * 2


def test_what_points_paid_comes_back_as_points(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    shop.till.adjust(petra, 1000, "a gift", shop.moment())
    sale = sold(shop, customer=petra, points_spent=1000)
    back = shop.till.refund(sale, shop.moment())
    assert (back.points_returned, back.money) == (1000, 11000)


def test_her_last_sales_are_found_with_what_came_back(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    first, undone = sold(shop, customer=petra), sold(shop, customer=petra)
    shop.undo.undo_last()
    shop.till.refund(first, shop.moment(), total=2000)
    (found,) = past_sales.of_customer(shop.book, petra)
    told = (found.id, found.due, found.back, found.earned, found.items)
    assert told == (first, 12000, 2000, 10, ("Rye loaf", "Bun"))
    assert past_sales.one_sale(shop.book, undone) is None


def test_a_sale_of_before_the_shop_had_other_money_is_told_in_its_own(shop: ScenarioShop) -> None:
    sale = sold(shop)
    shop.settings.change(currency="EUR")
    shop.renew_till()
    found = past_sales.one_sale(shop.book, sale)
    assert found is not None
    assert (found.due, found.currency) == (12000, "CZK")
    with pytest.raises(CurrenciesDiffer):
        shop.till.refund(sale, shop.moment())


def test_a_sale_of_nobody_is_found_by_its_day_or_receipt(shop: ScenarioShop) -> None:
    one, two = sold(shop, receipt="R1"), sold(shop)
    assert [s.id for s in past_sales.of_day(shop.book, shop.today())] == [two, one]
    assert past_sales.of_day(shop.book, date(2026, 1, 1)) == []
    assert [s.id for s in past_sales.of_receipt(shop.book, " R1 ")] == [one]
