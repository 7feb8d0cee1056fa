"""Several kinds on one sheet: addresses, the owner's own labels and coupons side by side."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.loyalty.codes import fold
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import Purpose
from reports.label_design_file import as_parts
from reports.label_starts import begun
from reports.mailing import Mailing, addressed, draw_mailing
from reports.mixed_sheet import Besides, draw_mixed, give_out
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


def drawn(shop, mailing, besides):
    to = BytesIO()
    done = draw_mixed(shop, mailing, addressed(shop, mailing), besides, to)
    return done, to.getvalue()


def test_addresses_coupons_and_own_labels_share_a_sheet(shop, people, jar):
    first = coupon(shop)
    besides = (Besides(n=2, coupon=first.id), Besides(n=3, design=jar))
    done, pdf = drawn(shop, Mailing(ids=people, stock=STOCK), give_out(shop, besides))
    assert (done.pieces, pages(pdf), done.used) == (7, 1, (frozenset(range(1, 8)),))
    assert "Anna" in words_by_pypdf(pdf)
    issued = set(shop.book.column("SELECT code FROM coupons")) - {first.code}
    assert {fold(text) for text in scanning.texts(pdf)["QR"]} == issued


def test_each_coupon_has_a_code_of_its_own_that_was_given_out(shop, people):
    first = coupon(shop)
    (given,) = give_out(shop, (Besides(n=3, coupon=first.id),))
    assert len(set(given.given)) == 3
    (out,) = shop.coupons.out(shop.moment())
    assert out.issued == 4


def test_a_code_for_everybody_is_the_same_on_each_label(shop):
    poster = shop.coupons.issue(replace(TENTH, uses=None), shop.moment(), code="ADVENT")
    (given,) = give_out(shop, (Besides(n=3, coupon=poster.id),))
    assert given.given == (poster.id,) * 3


def test_looking_gives_nothing_out(shop, people):
    first = coupon(shop)
    drawn(shop, Mailing(ids=people, stock=STOCK), (Besides(n=3, coupon=first.id),))
    (out,) = shop.coupons.out(shop.moment())
    assert out.issued == 1


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
    assert {fold(text) for text in scanning.texts(pdf)["QR"]} == {fold("XXXXXXXXXX")}


def test_a_code_that_everybody_may_use_is_shown_as_it_is(shop, people):
    terms = Terms(kind="percent", value=1000, uses=None)
    first = shop.coupons.issue(
        terms, shop.moment(), code="ADVENT24", purpose=Purpose(reason="Advent")
    )
    _, pdf = drawn(shop, Mailing(ids=people, stock=STOCK), (Besides(n=2, coupon=first.id),))
    assert {fold(text) for text in scanning.texts(pdf)["QR"]} == {first.code}
