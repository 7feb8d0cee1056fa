"""The demo shop is believable, the same for the same seed, and can be taken back."""

import pytest

from app.demo.filling import NotEmpty, fill
from app.demo.people import invented, read_town
from app.loyalty.favourites import favourites
from app.people.birthday import Birthday
from app.people.phones import read_phone
from resources.words import LANGUAGES
from tests.shop import SUNDAY, open_scenario


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_people_whose_phones_and_birthdays_are_real(language):
    for one in invented(read_town(language), SUNDAY, customers=200, seed=3):
        for phone in one.get("phones", ()):
            assert read_phone(phone, None) == phone
        if one.get("birthday"):
            assert Birthday.read(one["birthday"])


def test_the_same_seed_gives_the_same_people():
    town = read_town("cs")
    one = invented(town, SUNDAY, customers=20, seed=1)
    assert one == invented(town, SUNDAY, customers=20, seed=1)
    assert one != invented(town, SUNDAY, customers=20, seed=2)


def test_only_an_empty_shop_is_filled_and_one_undo_empties_it(shop):
    assert fill(shop, SUNDAY, customers=30) == 30
    with pytest.raises(NotEmpty):
        fill(shop, SUNDAY)
    shop.undo.undo_last()
    assert shop.customers.count() == 0
    assert fill(shop, SUNDAY, customers=30) == 30


def test_the_demo_has_coupons_of_every_kind_gift_cards_and_an_offer_that_one_undo_takes_along(shop):
    fill(shop, SUNDAY, customers=120)
    leaflet, thanks = sorted(shop.coupons.out(shop.moment()), key=lambda one: one.newest.id)
    assert (leaflet.issued, leaflet.used, leaflet.lapsed) == (6, 2, 4)
    assert (thanks.issued, thanks.used, thanks.lapsed) == (9, 3, 0)
    untouched, begun = shop.gift_cards.out()
    assert 0 < begun.balance < untouched.balance
    assert shop.letter_offers.all().keys() == {"birthday"}
    for _ in range(2):
        shop.undo.undo_last()
        assert shop.coupons.out(shop.moment()) == []
        assert shop.gift_cards.out() == []
        assert shop.letter_offers.all() == {}
        shop.undo.redo_last()
    assert shop.coupons.out(shop.moment()) == [thanks, leaflet]
    assert shop.gift_cards.out() == [untouched, begun]


def test_a_shop_that_was_set_up_keeps_its_name_and_is_no_demo(shop):
    fill(shop, SUNDAY, customers=1)
    now = shop.settings.read()
    assert (now.name, now.is_demo) == ("Pekárna U Mlýna", False)


def test_the_demo_speaks_the_language_of_the_shop(tmp_path):
    shop = open_scenario(tmp_path / "shop", language="he")
    fill(shop, SUNDAY, customers=20)
    assert any("\u05d0" <= one.name[0] <= "\u05ea" for one in shop.customers.everybody())
    shop.close()


def test_what_was_bought_lately_has_its_items_and_they_make_up_the_bill(shop):
    fill(shop, SUNDAY, customers=40)
    bills = shop.book.execute(
        "SELECT total, sum(price) FROM sales s JOIN sale_lines l ON l.sale = s.id GROUP BY s.id"
    ).fetchall()
    assert bills
    assert all(total == together for total, together in bills)
    regular = shop.book.value(
        "SELECT customer FROM sale_lines l JOIN sales s ON s.id = l.sale"
        " GROUP BY customer ORDER BY count(DISTINCT sale) DESC LIMIT 1"
    )
    assert len(favourites(shop.book, regular)) > 1


def test_nobody_bought_anything_later_than_now(shop):
    fill(shop, SUNDAY, customers=200)
    assert shop.book.value("SELECT max(at) FROM sales") <= shop.book.stamp()
