"""What came out is kept in the shop's folder where it is written down in the book, and not otherwise."""

import pytest

from app.progress import unheard
from reports.archive import FOLDER
from tests.shop import SUNDAY
from tests.ui.cards.pretence import PretendPrinter
from ui.cards.making import Making
from ui.cards.order import CardOrder, printed, saved

_REFUSES = (
    "CREATE TEMP TRIGGER full BEFORE INSERT ON main.prints"
    " BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END"
)


@pytest.fixture
def order(shop):
    people = tuple(shop.customer(name, "Malá").id for name in ("Anna", "Dana"))
    return CardOrder(
        ids=people, letter="thank_you", on=SUNDAY, title="Cards", making=Making(paper="A6x2")
    )


def copies(shop):
    return [one.name for one in shop.folder.joinpath(FOLDER).glob("*")]


def test_cards_that_the_book_has_no_room_for_leave_no_copy_behind(shop, order, tmp_path):
    path = tmp_path / "cards.pdf"
    shop.book.execute(_REFUSES)
    for put_out in (
        lambda: saved(shop, order, path, unheard),
        lambda: printed(shop, order, PretendPrinter(), unheard),
    ):
        with pytest.raises(Exception, match="disk full"):
            put_out()
        assert copies(shop) == []
    assert not path.exists()
    shop.book.execute("DROP TRIGGER full")
    saved(shop, order, path, unheard)
    assert len(copies(shop)) == 1


def test_a_copy_that_is_written_down_stays_whatever_happens_to_the_same_cards_later(
    shop, order, tmp_path
):
    saved(shop, order, tmp_path / "cards.pdf", unheard)
    (kept,) = copies(shop)
    shop.undo.undo_last()
    shop.book.execute(_REFUSES)
    with pytest.raises(Exception, match="disk full"):
        saved(shop, order, tmp_path / "again.pdf", unheard)
    assert copies(shop) == [kept]
