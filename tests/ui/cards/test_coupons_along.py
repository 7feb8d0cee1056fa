"""A coupon of her own comes along with her card: seen before, drawn when it comes out, taken back with it."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.keeping.database import Busy
from app.loyalty.codes import fold, grouped
from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.letter_offers import LetterOffer
from app.progress import Cancelled, unheard
from app.shop import Shop
from reports.files import CannotWrite
from reports.letter_coupons import told_of
from reports.shaping import levelled, plain
from tests.app.voice.answering import give
from tests.reports import scanning
from tests.reports.reading import pages
from tests.ui.cards.pretence import PretendPrinter
from ui.cards.order import CardOrder, printed, saved

COFFEE = LetterOffer(
    letter="birthday", terms=Terms(kind="item", value=1, item="káva"), days=30, words=""
)
TENTH = LetterOffer(letter="miss_you", terms=Terms(kind="percent", value=1000))


@pytest.fixture
def tied(pretend, bakery):
    bakery.letter_offers.tie(COFFEE)
    pretend.printer = PretendPrinter()
    pretend.presenter.choose_people([1, 2])
    return pretend


def codes(shop):
    return shop.book.column("SELECT code FROM coupons ORDER BY customer")


def is_good(shop, code):
    return shop.coupons.look_up(code, shop.moment()).why_not is None


def test_the_card_on_the_desk_tells_of_it_before_any_code_is_drawn(tied, bakery):
    assert tied.facts.coupon is True
    assert [key for key, _ in tied.facts.offers] == ["birthday", "typed"]
    assert "káva (XXXXX-XXXXX)" in tied.page.facts.text
    assert "26.\xa0prosince" in tied.page.facts.text  # 30 days from her day on
    assert codes(bakery) == []


def test_a_look_before_printing_draws_the_cards_and_no_code(tied, bakery):
    tied.printer = None
    tied.presenter.print_out()
    seen = BytesIO()
    tied.paperwork.draw(bakery, seen)
    assert pages(seen.getvalue()) == 2
    assert codes(bakery) == []
    assert tied.paperwork.edge is None


def test_everybody_gets_a_code_of_her_own_that_stands_in_the_words_and_is_scanned(tied, bakery):
    tied.presenter.print_out()
    first, second = codes(bakery)
    (pdf,) = tied.printer.printed
    for page, code in enumerate((first, second)):
        assert scanning.texts(pdf, page)["QR"] == [fold(code)]
    (letter, *_) = bakery.letters.all_to(1)
    assert f"káva ({grouped(first)})" in letter.text
    assert bakery.coupons.find(first).customer == 1


def test_no_code_is_given_out_while_the_cards_are_written_nor_where_they_do_not_come_out(
    tied, bakery, tmp_path
):
    order, seen = CardOrder(ids=(1, 2), letter="birthday", on=bakery.today(), title="x"), []
    order = replace(order, offer=COFFEE)
    saved(bakery, order, tmp_path / "x.pdf", lambda _done, _total: seen.append(codes(bakery)))
    assert (seen[0], seen[-1], len(codes(bakery))) == ([], [], 2)
    bakery.undo.undo_last()
    bakery.undo.undo_last()
    newest = bakery.history.newest()
    with pytest.raises(CannotWrite):
        saved(bakery, order, tmp_path / "gone" / "x.pdf", unheard)
    assert bakery.history.newest() == newest
    with pytest.raises(Cancelled):
        printed(bakery, order, PretendPrinter(refuses=Cancelled()), unheard)
    assert not any(is_good(bakery, code) for code in codes(bakery))


def test_two_windows_that_write_the_same_card_give_her_one_coupon(tied, bakery, tmp_path):
    order = CardOrder(ids=(1,), letter="birthday", on=bakery.today(), title="x", offer=COFFEE)
    beside = Shop.open(bakery.folder, bakery.time, {})

    def meanwhile(_done, _total):
        if not codes(beside):
            saved(beside, order, tmp_path / "beside.pdf", unheard)

    with pytest.raises(Busy):
        saved(bakery, order, tmp_path / "x.pdf", meanwhile)
    beside.close()
    assert (len(codes(bakery)), (tmp_path / "x.pdf").exists()) == (1, False)


def test_what_was_printed_and_taken_back_is_void_but_for_what_was_used(tied, bakery):
    tied.presenter.print_out()
    first, second = codes(bakery)
    bakery.coupons.use(second, Bill(total=1), bakery.moment(), 2)
    bakery.undo.undo(tied.steps[-1])
    assert not is_good(bakery, first)
    assert bakery.coupons.look_up(second, bakery.moment()).used == 1
    kinds = bakery.book.column("SELECT kind FROM coupon_events ORDER BY id")
    assert kinds == ["use", "void"]
    bakery.undo.redo_last()
    assert is_good(bakery, first)


def test_on_a_card_that_did_not_come_out_it_is_void_until_that_is_taken_back(tied, bakery):
    tied.presenter.print_out()
    first, second = codes(bakery)
    tied.presenter.did_not_come([1], again=False)
    assert (is_good(bakery, first), is_good(bakery, second)) == (False, True)
    bakery.undo.undo_last()
    assert is_good(bakery, first)
    bakery.undo.redo_last()
    assert not is_good(bakery, first)


def test_a_card_that_is_printed_at_once_for_one_that_did_not_come_out_has_a_code_that_is_good(
    tied, bakery
):
    tied.presenter.print_out()
    first, _ = codes(bakery)
    tied.presenter.did_not_come([1], again=True)
    (again,) = scanning.texts(tied.printer.printed[1])["QR"]
    assert again != fold(first)
    assert is_good(bakery, again)
    assert not is_good(bakery, first)


def test_it_stays_good_where_the_same_card_came_out_before(tied, bakery):
    tied.presenter.print_out()
    first, _ = codes(bakery)
    tied.presenter.toggle(0)
    tied.presenter.print_out()
    tied.presenter.did_not_come([1], again=False)
    assert is_good(bakery, first)


def test_printed_again_it_shows_the_same_code(tied, bakery):
    tied.presenter.print_out()
    before = codes(bakery)
    tied.presenter.toggle(0)
    assert grouped(before[0]) in tied.page.facts.text
    tied.presenter.print_out()
    assert codes(bakery) == before
    assert scanning.texts(tied.printer.printed[1])["QR"] == [fold(before[0])]


def test_next_year_it_is_another_one(tied, bakery):
    tied.presenter.print_out()
    bakery.time.passes(days=365)
    tied.presenter.choose_people([1, 2])
    tied.presenter.print_out()
    assert len(codes(bakery)) == 4


def test_what_is_put_aside_waits_with_its_code(tied, bakery):
    tied.presenter.aside_or_out()
    first, _ = codes(bakery)
    tied.presenter.choose_list("waiting")
    assert grouped(first) in tied.page.facts.text
    assert tied.page.facts.code == first
    tied.presenter.print_out()
    assert scanning.texts(tied.printer.printed[0])["QR"] == [fold(first)]


def test_taken_out_unprinted_its_code_is_void_until_that_is_taken_back(tied, bakery):
    tied.presenter.aside_or_out()
    first, second = codes(bakery)
    bakery.waiting.take_out([bakery.waiting.all()[0].id])
    assert (is_good(bakery, first), is_good(bakery, second)) == (False, True)
    bakery.undo.undo_last()
    assert is_good(bakery, first)


def test_without_it_where_it_is_switched_off(tied, bakery):
    tied.presenter.bring_coupon(on=False)
    assert "káva" not in tied.page.facts.text
    tied.presenter.print_out()
    assert codes(bakery) == []


def test_another_offer_is_chosen_or_a_code_that_is_typed(tied, bakery):
    bakery.letter_offers.tie(TENTH)
    tied.presenter.bring_coupon(on=True, offer="miss_you")
    assert "10\xa0%" in tied.page.facts.text
    tied.presenter.bring_coupon(on=True, offer="typed")
    assert [one.key for one in tied.facts.fields] == ["coupon_value", "coupon", "coupon_until"]
    assert "XXXXX" not in tied.page.facts.text


def test_in_the_owners_own_words_the_code_is_drawn_too(tied, bakery):
    tied.presenter.edit()
    tied.presenter.write("Milá Terezo,\n\nzde je Váš kód XXXXX-XXXXX.")
    tied.presenter.end_editing()
    tied.presenter.print_out()
    (letter, *_) = bakery.letters.all_to(1)
    assert letter.text.endswith(f"kód {grouped(codes(bakery)[0])}.")


def test_where_the_card_is_made_anew_from_the_book_its_code_is_there_again(tied, bakery):
    from reports.archive import card_again

    tied.presenter.print_out()
    (letter, *_) = bakery.letters.all_to(1)
    pdf = card_again(bakery, letter, None, "Tereza")
    assert scanning.texts(pdf)["QR"] == [fold(codes(bakery)[0])]


@pytest.fixture
def made_up(pretend, bakery):
    """Somebody was unhappy and was given a coupon to make up for it."""
    give(bakery, csat=1, comment="Cold coffee.", customer=1)
    (case,) = bakery.voice.cases.to_do(bakery.today())
    coupon = bakery.voice.recovering.give(case.id, TENTH, bakery.moment())
    pretend.printer = PretendPrinter()
    pretend.presenter.choose_people([1], "apology")
    return coupon


def test_what_makes_up_for_it_comes_along_with_the_apology(made_up, pretend):
    assert grouped(made_up.code) in pretend.page.facts.text
    assert "Cold coffee" in pretend.page.facts.text
    pretend.presenter.print_out()
    assert scanning.texts(pretend.printer.printed[0])["QR"] == [fold(made_up.code)]


def test_an_apology_that_did_not_come_out_leaves_the_coupon_good(made_up, pretend, bakery):
    pretend.presenter.print_out()
    bakery.undo.undo(pretend.steps[-1])
    assert is_good(bakery, made_up.code)
    assert codes(bakery) == [made_up.code]


def test_who_was_given_nothing_gets_no_code(pretend, bakery):
    give(bakery, csat=1, customer=1)
    pretend.presenter.choose_people([1, 2], "apology")
    assert codes(bakery) == []
    assert "(" not in pretend.page.facts.text


def test_facts_that_somebody_was_sent_with_are_said(pretend):
    facts = {"said": "the queue was long", "changed": "There are two tills now"}
    pretend.presenter.choose_people([1], "you_said_we_did", facts)
    assert "the queue was long" in pretend.page.facts.text


def test_a_code_keeps_its_order_within_hebrew(bakery):
    yael = bakery.customer("יעל", "כהן", language="he")
    (coupon,) = bakery.coupons.issue_to([yael.id], TENTH.terms, bakery.moment())
    told = told_of(replace(coupon, code="2026-SALE"), yael, bakery.settings.read())
    line, levels = levelled(plain(f"קופון {told['coupon']} שלך"), right_to_left=True)
    at = line.index("2026-SALE")
    assert set(levels[at : at + 9]) == {2}  # all of it runs from the left
