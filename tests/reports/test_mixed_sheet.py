"""Several kinds on one sheet: addresses, the owner's own labels and coupons side by side."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.loyalty.codes import fold
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import Purpose
from reports.besides import Besides
from reports.card_cells import LabelTooSmall, holds_a_card
from reports.coupon_cells import NoRoomForCoupon
from reports.label_design_file import as_parts
from reports.label_starts import begun
from reports.mailing import Mailing, addressed, draw_mailing
from reports.mixed_sheet import Mixed, chosen, draw_mixed, entries, give_out, promise, ready
from reports.sentences import sentence
from reports.stock import stock
from resources.words import words_in
from tests.reports import scanning
from tests.reports.reading import letter_box, pages, words_by_pypdf

STOCK = "Avery L7165"  # 99.1 x 67.7 mm, eight on A4
TENTH = Terms(kind="percent", value=1000)


@pytest.fixture
def people(shop):
    return tuple(
        shop.customer(name, "Nová", street="Dlouhá 1", city="Brno", postal_code="602 00").id
        for name in ("Anna", "Dana")
    )


@pytest.fixture
def jar(shop):
    design = begun("jar", stock(STOCK), words_in("en"), shop.settings.read())
    return shop.printing.designs.add("Jar", as_parts(design))


def coupon(shop, **more):
    return shop.coupons.issue(TENTH, shop.moment(), purpose=Purpose(reason="Advent"), **more)


def standing(shop, mailing, besides):
    return entries(addressed(shop, mailing).pieces, besides)


def drawn(shop, mailing, besides, only=None):
    to, found = BytesIO(), chosen(standing(shop, mailing, besides), only)
    done = draw_mixed(shop, Mixed(mailing, besides), found, to)
    return done, to.getvalue()


def given_out(shop, mailing, *besides):
    found, mixed = standing(shop, mailing, besides), Mixed(mailing, besides)
    return give_out(shop, promise(shop, mixed, found))


def codes_on(pdf):
    return {fold(text) for text in scanning.texts(pdf)["QR"]}


def test_addresses_coupons_and_own_labels_share_a_sheet(shop, people, jar):
    first, mailing = coupon(shop), Mailing(ids=people, stock=STOCK)
    besides = given_out(shop, mailing, Besides(n=2, coupon=first.id), Besides(n=3, design=jar))
    done, pdf = drawn(shop, mailing, besides)
    assert (done.pieces, pages(pdf), done.used) == (7, 1, (frozenset(range(1, 8)),))
    assert "Anna" in words_by_pypdf(pdf)
    issued = set(shop.book.column("SELECT code FROM coupons")) - {first.code}
    assert codes_on(pdf) == issued


def test_each_coupon_has_a_code_of_its_own_that_was_given_out(shop, people):
    first = coupon(shop)
    mailing = Mailing(ids=people, stock=STOCK)
    (given,) = given_out(shop, mailing, Besides(n=3, coupon=first.id))
    assert len({number for _, number in given.given}) == 3
    (out,) = shop.coupons.out(shop.moment())
    assert out.issued == 4


def test_a_code_for_everybody_is_the_same_on_each_label(shop, people):
    poster = shop.coupons.issue(replace(TENTH, uses=None), shop.moment(), code="ADVENT")
    mailing = Mailing(ids=people, stock=STOCK)
    (given,) = given_out(shop, mailing, Besides(n=3, coupon=poster.id))
    assert given.given == ((1, poster.id), (2, poster.id), (3, poster.id))


def test_looking_gives_nothing_out(shop, people):
    first = coupon(shop)
    besides = (Besides(n=3, coupon=first.id), Besides(each=True, cards=True))
    drawn(shop, Mailing(ids=people, stock=STOCK), besides)
    (out,) = shop.coupons.out(shop.moment())
    assert out.issued == 1
    assert not any(one.card_number for one in shop.customers.several(people))


def test_everybody_on_the_sheet_gets_her_card_beside_her_address(shop, people):
    mailing = Mailing(ids=people, stock=STOCK)
    besides = given_out(shop, mailing, Besides(each=True, cards=True))
    done, pdf = drawn(shop, mailing, besides)
    numbers = {one.card_number for one in shop.customers.several(people)}
    assert (done.pieces, pages(pdf), len(numbers)) == (4, 1, 2)
    assert codes_on(pdf) == numbers
    assert words_by_pypdf(pdf).count("Anna") == 2


def test_everybody_gets_a_coupon_that_only_she_can_use(shop, people):
    first, mailing = coupon(shop), Mailing(ids=people, stock=STOCK)
    (given,) = given_out(shop, mailing, Besides(each=True, coupon=first.id))
    (hers,) = (state.coupon for state in shop.coupons.of_customer(people[0], shop.moment()))
    assert dict(given.given)[people[0]] == hers.id
    assert hers.customer == people[0]
    _, pdf = drawn(shop, mailing, (given,))
    assert hers.code in codes_on(pdf)


def test_those_who_live_together_share_an_address_and_have_a_card_each(shop, people):
    mailing = Mailing(ids=people, stock=STOCK, per_household=True, sequence=True)
    found = standing(shop, mailing, (Besides(each=True, cards=True),))
    assert [one.mark for one in found] == ["1+2", "1", "2"]
    assert [one.name for one in found[1:]] == ["Anna Nová", "Dana Nová"]


def test_an_own_label_for_each_says_whose_it_is(shop, people):
    design = begun("address", stock(STOCK), words_in("en"), shop.settings.read())
    number = shop.printing.designs.add("Tag", as_parts(design))
    done, pdf = drawn(shop, Mailing(ids=people, stock=STOCK), (Besides(each=True, design=number),))
    assert done.pieces == 4
    assert words_by_pypdf(pdf).count("Dana") == 2


def test_a_page_comes_out_again_with_the_codes_that_stood_on_it(shop, people):
    first = coupon(shop)
    mailing = Mailing(ids=people, stock=STOCK, pages=(2,))
    besides = given_out(shop, mailing, Besides(n=8, coupon=first.id))
    done, pdf = drawn(shop, mailing, besides)
    assert (done.pieces, done.pages, shop.coupons.out(shop.moment())[0].issued) == (2, 1, 3)
    again = given_out(shop, mailing, *besides)
    assert again == besides
    assert codes_on(drawn(shop, mailing, again)[1]) == codes_on(pdf)


def test_a_coupon_that_was_called_off_meanwhile_is_replaced_when_the_page_comes_again(shop, people):
    first, mailing = coupon(shop), Mailing(ids=people, stock=STOCK)
    (given,) = given_out(shop, mailing, Besides(n=1, coupon=first.id))
    shop.undo.undo_last()
    (again,) = given_out(shop, mailing, given)
    assert dict(given.given)[1] != dict(again.given)[1]


def test_some_labels_come_out_alone_by_their_numbers(shop, people, jar):
    mailing, besides = Mailing(ids=people, stock=STOCK), (Besides(n=3, design=jar),)
    numbers = [one.number for one in standing(shop, mailing, besides)]
    done, pdf = drawn(shop, mailing, besides, only={numbers[0], numbers[4]})
    assert (done.pieces, len(set(numbers))) == (2, 5)
    assert "Anna" in words_by_pypdf(pdf)
    assert "Dana" not in words_by_pypdf(pdf)


def test_a_label_keeps_its_number_when_somebody_before_her_leaves(shop, people):
    mailing, besides = Mailing(ids=people, stock=STOCK), (Besides(each=True, cards=True),)
    dana = {one.number for one in standing(shop, mailing, besides) if one.name == "Dana Nová"}
    shop.customers.change(people[0], do_not_post=True)
    assert {one.number for one in standing(shop, mailing, besides)} == dana


def test_somebody_deleted_at_another_window_while_it_is_drawn_has_no_card(shop, people):
    mailing, besides = Mailing(ids=people, stock=STOCK), (Besides(each=True, cards=True),)
    found = standing(shop, mailing, besides)
    shop.customers.delete([people[0]])
    to = BytesIO()
    assert draw_mixed(shop, Mixed(mailing, besides), found, to).pieces == 3


def test_what_has_no_code_yet_is_not_ready(shop, people):
    first, mailing = coupon(shop), Mailing(ids=people, stock=STOCK)
    besides = (Besides(n=2, coupon=first.id), Besides(each=True, cards=True))
    found = standing(shop, mailing, besides)
    assert [one.name for one in ready(shop, found, besides)] == ["Anna Nová", "Dana Nová"]
    given = given_out(shop, mailing, *besides)
    assert ready(shop, found, given) == found


def test_a_card_is_refused_by_a_label_that_is_too_small_for_its_number(shop, people):
    small = Mailing(ids=people, stock="Avery L7651")
    assert holds_a_card(stock("Avery L7160"))
    assert not holds_a_card(stock("Avery L7651"))
    with pytest.raises(LabelTooSmall) as refused:
        drawn(shop, small, (Besides(each=True, cards=True),))
    assert refused.value.facts == {"name": "Anna Nová", "wide": 51.0, "high": 32.4}


def test_a_coupon_that_has_no_room_on_a_label_is_said_to_have_none(shop, people):
    first, small = coupon(shop), Mailing(ids=people, stock="Avery L4730")
    with pytest.raises(NoRoomForCoupon) as refused:
        drawn(shop, small, (Besides(n=1, coupon=first.id),))
    said = sentence(refused.value, words_in("en"))
    assert said.endswith("has no room on labels of 17.78 × 10 mm. Choose a larger sheet.")


def test_a_sticker_says_the_number_of_the_new_card_that_lies_beside_it(shop, people):
    design = begun("loyalty", stock(STOCK), words_in("en"), shop.settings.read())
    sticker = shop.printing.designs.add("Sticker", as_parts(design))
    mailing = Mailing(ids=people, stock=STOCK, design=sticker)
    besides = (Besides(each=True, cards=True), Besides(each=True, design=sticker))
    found, to = standing(shop, mailing, besides), BytesIO()
    mixed = promise(shop, Mixed(mailing, besides), found)
    draw_mixed(shop, mixed, found, to)
    numbers = set(mixed.numbers.values())
    assert len(numbers) == 2
    assert [fold(text) for text in scanning.texts(to.getvalue())["QR"]] == sorted(3 * [*numbers])


def test_what_is_gone_of_the_sheet_stays_free(shop, people, jar):
    gone = frozenset(range(1, 7))
    mailing = Mailing(ids=people, stock=STOCK, sheets=(gone,))
    done, pdf = drawn(shop, mailing, (Besides(n=1, design=jar),))
    assert (pages(pdf), done.used) == (2, (frozenset({7, 8}), frozenset({1})))


def test_addresses_stand_in_the_owners_own_design(shop, people):
    design = begun("address", stock(STOCK), words_in("en"), shop.settings.read())
    number = shop.printing.designs.add("Ours", as_parts(design))
    to = BytesIO()
    draw_mailing(shop, Mailing(ids=people, stock=STOCK, design=number), to)
    assert "Dana" in words_by_pypdf(to.getvalue())


def test_an_address_among_others_stands_where_it_stands_alone(shop, people):
    alone = BytesIO()
    mailing = Mailing(ids=people, stock=STOCK, sequence=True)
    draw_mailing(shop, mailing, alone)
    _, mixed = drawn(shop, mailing, ())
    there, here = (letter_box(pdf, "a") for pdf in (alone.getvalue(), mixed))
    assert len(there) == 3
    for one, other in zip(there, here, strict=True):
        assert one == pytest.approx(other, abs=0.02)


def test_what_is_only_looked_at_shows_nobody_s_code(shop, people):
    first = coupon(shop)
    _, pdf = drawn(shop, Mailing(ids=people, stock=STOCK), (Besides(n=2, coupon=first.id),))
    assert codes_on(pdf) == {fold("XXXXXXXXXX")}


def test_a_code_that_everybody_may_use_is_shown_as_it_is(shop, people):
    terms = Terms(kind="percent", value=1000, uses=None)
    first = shop.coupons.issue(
        terms, shop.moment(), code="ADVENT24", purpose=Purpose(reason="Advent")
    )
    _, pdf = drawn(shop, Mailing(ids=people, stock=STOCK), (Besides(n=2, coupon=first.id),))
    assert codes_on(pdf) == {first.code}
