"""What the counter asks the book: favourites, what would come of a sale, and what was done."""

from app.loyalty.bills import Order
from app.loyalty.deeds import deeds
from app.loyalty.earning import Line
from app.loyalty.favourites import favourites
from app.loyalty.programme import Programme, Reward
from tests.shop import ScenarioShop

COFFEE = Reward(name="Coffee", points=5)


def bought(shop: ScenarioShop, customer: int, *names: str, total: int = 10000) -> int:
    lines = tuple(Line(name=name, price=total // len(names)) for name in names)
    return shop.till.sell(Order(customer=customer, total=total, lines=lines), shop.moment()).sale


def test_favourites_are_what_is_on_most_bills(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    for names in (("Rye loaf", "Tea"), ("Rye loaf",), ("Flat white", "Rye loaf"), ("Flat white",)):
        bought(shop, petra, *names)
    assert favourites(shop.book, petra) == ["Rye loaf", "Flat white", "Tea"]
    assert favourites(shop.book, petra, 1) == ["Rye loaf"]
    assert favourites(shop.book, shop.customer("Vít").id) == []


def test_a_sale_that_was_taken_back_makes_no_favourite(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    bought(shop, petra, "Rye loaf")
    shop.undo.undo_last()
    assert favourites(shop.book, petra) == []


def test_what_is_foreseen_comes_true_and_writes_nothing(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    bought(shop, petra, "Rye loaf", total=50000)
    order = Order(customer=petra, total=24800, points_spent=20)
    foreseen = shop.till.foresee(order, shop.moment())
    assert len(deeds(shop.book, petra)) == 1
    sold = shop.till.sell(order, shop.moment())
    for name in ("earned", "points", "to_pay", "points_spent", "coupon_off"):
        assert getattr(foreseen, name) == getattr(sold, name), name


def test_deeds_tell_what_stands_and_how_it_is_taken_back(shop: ScenarioShop) -> None:
    shop.till.programmes.change(Programme(rewards=(COFFEE,)))
    petra = shop.customer("Petra").id
    sold = shop.till.sell(Order(customer=petra, total=24800), shop.moment())
    spent = shop.till.redeem(petra, "Coffee", shop.moment())
    told = [(one.verb, one.total, one.points, one.name) for one in deeds(shop.book, petra)]
    assert told == [("redeem", None, -5, "Coffee"), ("sale", 24800, 24, "")]
    assert [one.step for one in deeds(shop.book, petra)] == [spent.step, sold.step]


def test_a_deed_that_is_undone_is_not_told_and_one_done_again_is(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    bought(shop, petra, "Rye loaf")
    shop.undo.undo_last()
    assert deeds(shop.book, petra) == []
    again = shop.undo.redo_last()
    assert [one.step for one in deeds(shop.book, petra)] == [again.step]
    shop.undo.undo(again.step)
    assert deeds(shop.book, petra) == []


def test_a_refund_is_told_with_what_it_took(shop: ScenarioShop) -> None:
    petra = shop.customer("Petra").id
    sale = bought(shop, petra, "Rye loaf")
    shop.till.refund(sale, shop.moment(), total=2000)
    told = [(one.verb, one.total, one.points) for one in deeds(shop.book, petra)]
    assert told == [("refund", 2000, -2), ("sale", 10000, 10)]
