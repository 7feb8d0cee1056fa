"""Labels and envelopes out of the queue: as they were ordered, and the drawer told when they are printed."""

import io
from dataclasses import replace

import pytest

from app.loyalty.codes import fold
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import Purpose
from reports.besides import Besides
from reports.mixed_sheet import Mixed, give_out, promise
from tests.reports import scanning
from tests.reports.reading import page_size, pages, words_by_pypdf
from ui.printing.labels.laying import Fed
from ui.printing.labels.posting import Order, put_aside, standing
from ui.printing.labels.queued import MAILING, as_kept, order_of
from ui.printing.labels.wish import Wish


@pytest.fixture
def order(shop):
    ids = [
        shop.customer(name, "Nová", street="Dlouhá 1", city="Brno", postal_code="602 00").id
        for name in ("Anna", "Dana", "Hana")
    ]
    part = shop.printing.drawer.put_in("Avery L7160", gone=range(1, 21))
    fed = (Fed(part=part, gone=frozenset(range(1, 21))), Fed(torn=frozenset({1})))
    wish = Wish(stock="Avery L7160", envelope="C6", fed=fed)
    return Order(
        title="Address labels", mailing=wish.mailing(ids), fed=fed, keep=True, rest_name="Rest"
    )


def queued(shop, order, kind="labels"):
    number = shop.printing.queue.add(kind, order.title, "Avery L7160", 3, as_kept(order))
    return shop.printing.queue.one(number)


def made(shop, job):
    to = io.BytesIO()
    done = MAILING.make(shop, job, to, lambda _done, _total: None)
    return to.getvalue(), done


def test_an_order_is_the_same_when_its_turn_comes(shop, order):
    assert order_of(queued(shop, order)) == order


def test_the_drawer_is_told_when_the_pages_came_out(shop, order):
    job = queued(shop, order)
    assert MAILING.sheets(shop, job) == (2, 21)
    assert MAILING.size(shop, job) == (210.0, 297.0)
    pdf, done = made(shop, job)
    assert pages(pdf) == 2
    assert [name for _, name in done.names] == ["Anna Nová", "Dana Nová", "Hana Nová"]
    done.keep()
    (rest,) = shop.printing.drawer.all()
    assert (rest.name, sorted(rest.missing)) == ("Rest", [1, 2, 3])


def test_those_that_did_not_come_out_are_made_again_on_a_whole_sheet(shop, order):
    (_, dana, _), _ = zip(*made(shop, queued(shop, order))[1].names, strict=True)
    again = MAILING.only(as_kept(order), [dana])
    shop.customers.change(order.mailing.ids[0], do_not_post=True)
    number = shop.printing.queue.add("labels", order.title, "Avery L7160", 1, again)
    pdf, done = made(shop, shop.printing.queue.one(number))
    assert (pages(pdf), done.names) == (1, ((dana, "Dana Nová"),))
    assert "Hana" not in words_by_pypdf(pdf)
    assert done.keep() is None


def test_a_coupon_that_did_not_come_out_is_made_again_with_its_code(shop, order):
    purpose = Purpose(reason="Advent")
    offer = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), purpose=purpose)
    mixed = replace(order, besides=(Besides(n=2, coupon=offer.id),))
    found = standing(shop, mixed)
    given = give_out(shop, promise(shop, Mixed(mixed.mailing, mixed.besides), found))
    job = queued(shop, replace(mixed, besides=given))
    names = dict(made(shop, job)[1].names)
    assert list(names.values())[3:] == ["Kupony: Advent · 1", "Kupony: Advent · 2"]
    last = max(number for number in names if names[number].endswith("2"))
    again = MAILING.only(job.order, [last])
    number = shop.printing.queue.add("labels", order.title, "Avery L7160", 1, again)
    pdf, done = made(shop, shop.printing.queue.one(number))
    assert [name for _, name in done.names] == ["Kupony: Advent · 2"]
    code = shop.book.value("SELECT code FROM coupons ORDER BY id DESC")
    assert {fold(text) for text in scanning.texts(pdf)["QR"]} == {code}
    assert shop.coupons.out(shop.moment())[0].issued == 3


def test_envelopes_wait_in_their_size(shop, order):
    wish = Wish(kind="envelopes", stock="", envelope="C6")
    envelopes = Order(title="Envelopes", mailing=wish.mailing(order.mailing.ids))
    job = queued(shop, envelopes, "envelopes")
    assert MAILING.sheets(shop, job) == (3, 1)
    pdf, _ = made(shop, job)
    assert page_size(pdf) == pytest.approx(MAILING.size(shop, job), abs=0.1)
    assert page_size(pdf) == pytest.approx((162, 114), abs=0.1)


def test_a_coupon_that_was_called_off_while_it_waited_is_not_printed(shop, order):
    purpose = Purpose(reason="Advent")
    offer = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), purpose=purpose)
    whole = replace(order, mailing=replace(order.mailing, sheets=()), fed=())
    mixed = replace(whole, besides=(Besides(n=2, coupon=offer.id),))
    put_aside(shop, mixed)
    code = shop.book.value("SELECT code FROM coupons ORDER BY id DESC")
    shop.coupons.void(code, "Misprint", shop.moment())
    (job,) = shop.printing.queue.all()
    pdf, done = made(shop, job)
    assert [name for _, name in done.names][3:] == ["Kupony: Advent · 1"]
    assert code not in {fold(text) for text in scanning.texts(pdf)["QR"]}


@pytest.fixture
def each(shop, order):
    """The order waits with a coupon for each of them."""
    purpose = Purpose(reason="Advent")
    offer = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), purpose=purpose)
    put_aside(shop, replace(order, besides=(Besides(each=True, coupon=offer.id),)))
    (job,) = shop.printing.queue.all()
    return job


def whose_stand(shop, job):
    """For whom the coupons that were given out with it are worth something."""
    names = dict(zip(order_of(job).mailing.ids, ("Anna", "Dana", "Hana"), strict=True))
    codes = shop.book.execute("SELECT customer, code FROM coupons WHERE customer NOT NULL")
    states = {who: shop.coupons.look_up(code, shop.moment()).why_not for who, code in codes}
    return {names[who] for who, why_not in states.items() if why_not is None}


def print_it(shop, job):
    pdf, done = made(shop, job)
    shop.printing.queue.printed([job.id])
    return pdf, done.keep()


def test_the_coupon_of_whoever_was_left_out_is_worth_nothing_and_comes_back_with_the_step(
    shop, order, each
):
    anna = order.mailing.ids[0]
    shop.customers.delete([anna])
    made(shop, each)  # somebody looks what it will be
    assert whose_stand(shop, each) == {"Anna", "Dana", "Hana"}
    pdf, step = print_it(shop, each)
    assert len(scanning.texts(pdf, 1)["QR"]) == 2
    assert whose_stand(shop, each) == {"Dana", "Hana"}
    assert [one.name for one in shop.printing.drawer.all()] == ["Rest"]
    shop.undo.undo(step)
    assert whose_stand(shop, each) == {"Anna", "Dana", "Hana"}


def test_a_coupon_that_is_out_already_stays_good_though_the_order_is_printed_again(
    shop, order, each
):
    print_it(shop, each)
    shop.printing.queue.again([each.id])
    shop.customers.change(order.mailing.ids[0], do_not_post=True)
    print_it(shop, each)
    assert whose_stand(shop, each) == {"Anna", "Dana", "Hana"}


def test_a_page_of_an_order_takes_back_nothing_that_stood_on_the_others(shop, order, each):
    of_hana = -(10**12) - order.mailing.ids[2]
    again = MAILING.only(each.order, [of_hana])
    number = shop.printing.queue.add("labels", order.title, "Avery L7160", 1, again)
    shop.customers.change(order.mailing.ids[0], do_not_post=True)
    print_it(shop, shop.printing.queue.one(number))
    assert whose_stand(shop, each) == {"Anna", "Dana", "Hana"}
