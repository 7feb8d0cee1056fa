"""What reaches to the cut goes on beyond it, on every paper that is larger than what is cut from it."""

import io

import pypdfium2
import pytest
from PIL import Image

from app.keeping.settings import Settings
from app.loyalty.codes import PLAIN
from app.loyalty.programme import StampDeal
from reports import loyalty_cards, stamp_card
from reports.archive import card_from, file_away
from reports.bleed import BLEED
from reports.cards import CardFacts, draw_cards
from reports.design import designs
from reports.dress import Dress, Wearing
from reports.menu import PAPERS as MENUS
from reports.menu import draw_menus, read_menu
from reports.papers import PAPERS, Edge
from reports.pictures import picture
from reports.place_cards import PlaceCard, draw_place_cards
from reports.sheet import MM
from reports.stationery import Stationery
from reports.tents import PLACE_CARDS
from tests.shop import SUNDAY

DOTS = 8  # for each millimetre
WHITE = (255, 255, 255)
REACHING = [name for name, one in designs().items() if one.reaches_edges]


@pytest.fixture
def photo(tmp_path):
    """Colours that run across and down, so that no two places are alike."""
    path = tmp_path / "photo.png"
    image = Image.new("RGB", (148, 105))
    image.putdata([(40 + x, 40 + 2 * y, 90) for y in range(105) for x in range(148)])
    image.resize((1480, 1050)).save(path)
    return path


def dressed(stationery, cards):
    file = io.BytesIO()
    card = CardFacts(name_for_warnings="Eleanor", text=" ", language="en", seed=1)
    places = draw_cards([card] * cards, stationery, file).places
    return file, places


class Seen:
    """A page, asked for its colour at millimetres from its upper left corner."""

    def __init__(self, pdf, page=0):
        with pypdfium2.PdfDocument(pdf) as document:
            self._image = document[page].render(scale=DOTS / MM).to_pil().convert("RGB")

    def at(self, x, y):
        return self._image.getpixel((round(x * DOTS), round(y * DOTS)))

    def differs(self, one, other):
        """How much the colours of two places are apart, of 255."""
        return max(abs(a - b) for a, b in zip(self.at(*one), self.at(*other), strict=True))


def across_the_cut(place, card, off, sides="ltrb"):
    """Pairs of places as far within the cut as beyond it, at these sides of a card."""
    (left, top), (wide, high) = place, card
    for share in (0.15, 0.45, 0.8):
        x, y = left + share * wide, top + share * high
        pairs = {
            "l": ((left + off, y), (left - off, y)),
            "t": ((x, top + off), (x, top - off)),
            "r": ((left + wide - off, y), (left + wide + off, y)),
            "b": ((x, top + high - off), (x, top + high + off)),
        }
        yield from (pairs[side] for side in sides)


@pytest.mark.parametrize("name", ["A6x2", "DLx2", "10x15x2", "5x7inx2", "QuarterLetterx2"])
def test_a_picture_beneath_a_card_goes_on_three_millimetres_beyond_the_cut(photo, name):
    paper = PAPERS[name]
    file, _ = dressed(Stationery(paper=paper, ground=picture(photo, paper.card)), 2)
    seen = Seen(file.getvalue())
    for place in paper.places:
        room = min(place[0], BLEED)
        for off in (0.5, 2.5):
            sides = "ltrb" if off < room else "tb"
            for within, beyond in across_the_cut(place, paper.card, off, sides):
                assert seen.differs(within, beyond) <= 12
        corner = (place[0] - min(1.0, room / 2), place[1] - 1.0)
        assert seen.at(*corner) != WHITE
        assert seen.at(place[0] + 30, place[1] - BLEED - 0.4) == WHITE


def test_where_four_cards_nearly_touch_the_gap_between_them_is_full(photo):
    paper = PAPERS["A6x4"]
    file, _ = dressed(Stationery(paper=paper, ground=picture(photo, paper.card)), 4)
    seen = Seen(file.getvalue())
    for y in (30.0, 80.0, 160.0):
        assert WHITE not in {seen.at(148.2, y), seen.at(148.8, y)}
    lone, _ = dressed(Stationery(paper=paper, ground=picture(photo, paper.card)), 1)
    alone = Seen(lone.getvalue())
    assert alone.at(150.0, 30.0) != WHITE  # nobody lies beside it
    assert alone.at(151.6, 30.0) == WHITE


@pytest.mark.parametrize("edge", list(Edge))
def test_a_picture_on_the_back_goes_on_beyond_the_cut_too(photo, edge):
    paper = PAPERS["A6x2"]
    file, _ = dressed(Stationery(paper=paper, back=picture(photo, paper.card), edge=edge), 2)
    seen = Seen(file.getvalue(), page=1)
    for spot in paper.back_places(edge):
        for within, beyond in across_the_cut((spot.left, spot.top), paper.card, 1.5):
            assert seen.differs(within, beyond) <= 12


def test_a_card_that_is_folded_or_has_its_page_to_itself_is_not_cut(photo):
    folded = PAPERS["A5fold"]
    file, _ = dressed(Stationery(paper=folded, ground=picture(photo, folded.card)), 1)
    assert Seen(file.getvalue()).at(70, folded.card[1] - 1.0) == WHITE
    plain, alone = PAPERS["A6"], PAPERS["A6x2"].alone()
    sizes = [
        len(dressed(Stationery(paper=one, ground=picture(photo, one.card)), 1)[0].getvalue())
        for one in (plain, alone)
    ]
    assert sizes[0] == sizes[1]


def test_a_card_cut_out_of_what_was_kept_has_the_very_picture_to_its_edges(photo, tmp_path):
    paper = PAPERS["A6x4"]
    ground = picture(photo, paper.card)
    file, places = dressed(Stationery(paper=paper, ground=ground), 4)
    cut = [
        Seen(card_from(tmp_path, one, "A6x4")) for one in file_away(file, tmp_path, places, SUNDAY)
    ]
    alone = Seen(dressed(Stationery(paper=paper.alone(), ground=ground), 1)[0].getvalue())
    for spot in ((0.5, 50), (147.5, 50), (74, 0.5), (74, 104.5), (74, 52), (147.5, 104.5)):
        for one in cut:
            assert max(map(abs, map(int.__sub__, one.at(*spot), alone.at(*spot)))) <= 6


@pytest.mark.parametrize("name", REACHING)
def test_a_place_card_cut_a_little_off_shows_no_white_line(name):
    tents, file = PLACE_CARDS["A4x4"], io.BytesIO()
    wearing = Wearing(designs()[name], Dress(name="Mill"))
    cards = [PlaceCard(name="Petr", language=language, seed=1) for language in ("en", "he")] * 2
    draw_place_cards(cards, wearing, file, tents=tents)
    seen = Seen(file.getvalue())
    left, top = tents.places[0]
    right, foot = left + 2 * tents.face[0], top + 4 * tents.face[1]
    inked = 0
    for share in (0.03, 0.2, 0.255, 0.53, 0.7, 0.9):
        y, x = top + share * (foot - top), left + share * (right - left)
        for within, beyond in (
            ((left + 0.5, y), (left - 0.5, y)),
            ((right - 0.5, y), (right + 0.5, y)),
            ((x, top + 0.5), (x, top - 0.5)),
            ((x, foot - 0.5), (x, foot + 0.5)),
        ):
            assert seen.differs(within, beyond) <= 12
            inked += seen.at(*beyond) != WHITE
    assert inked or name == "garden"
    assert seen.at(left - BLEED - 0.4, top + 10) == WHITE


@pytest.mark.parametrize("name", REACHING)
def test_menus_side_by_side_leave_no_white_line_at_their_outer_cuts(name):
    paper, file = MENUS["A5x2"], io.BytesIO()
    menu = read_menu("Brunch", "Soup | 4.90", "", "en")
    draw_menus(menu, 2, Wearing(designs()[name], Dress(name="Mill")), file, paper=paper)
    seen, left = Seen(file.getvalue()), paper.places[0][0]
    for y in (1.5, 60.0, 120.0, 208.0):
        assert seen.differs((left + 0.3, y), (left / 2, y)) <= 12


@pytest.mark.parametrize("which", ["customer cards", "stamp cards"])
def test_customer_and_stamp_cards_are_white_at_the_cut_and_need_nothing_beyond_it(which):
    file, dress = io.BytesIO(), Dress(name="Mill")
    settings = Settings(name="Mill", language="en")
    if which == "customer cards":
        paper = loyalty_cards.PAPER
        numbers = [PLAIN.code(n + 1) for n in range(10)]
        facts = loyalty_cards.loyalty_card_facts(numbers, [None] * 10, settings)
        loyalty_cards.draw_loyalty_cards(facts, file, dress=dress)
    else:
        paper = stamp_card.PAPER
        facts = stamp_card.stamp_card_facts(StampDeal(goal=10, reward="Coffee"), settings)
        stamp_card.draw_stamp_cards(facts, 1, file, dress=dress)
    seen = Seen(file.getvalue())
    for place in paper.places:
        for within, beyond in across_the_cut(place, paper.card, BLEED):
            assert seen.at(*within) == seen.at(*beyond) == WHITE
