"""What lies under and behind the text of a card."""

import io

import pypdf
import pypdfium2
import pytest
from PIL import Image

from reports.cards import CardFacts, draw_cards
from reports.papers import PAPERS
from reports.pictures import PictureRefused, picture
from reports.sheet import MM
from reports.stationery import Margins, ShopMark, Stationery

RED, WHITE = (200, 30, 30), (255, 255, 255)


@pytest.fixture
def photo(tmp_path):
    """Red above, white below."""
    path = tmp_path / "photo.png"
    image = Image.new("RGB", (1480, 1050), WHITE)
    image.paste(RED, (0, 0, 1480, 525))
    image.save(path)
    return path


def dressed(stationery, cards):
    file = io.BytesIO()
    card = CardFacts(name_for_warnings="Eleanor", text=" ", language="en", seed=1)
    draw_cards([card] * cards, stationery, file)
    return file.getvalue()


def seen(pdf, page, at):
    """The colour at a place in millimetres from the upper left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[page].render(scale=1).to_pil().convert("RGB")
    return drawn.getpixel((round(at[0] * MM), round(at[1] * MM)))


def is_red(colour):
    return colour[0] > 150 and colour[1] < 90


def test_a_picture_fills_the_card_and_nothing_beside_it(photo):
    paper = PAPERS["A6x2"]
    pdf = dressed(Stationery(paper=paper, ground=picture(photo, paper.card)), 1)
    assert is_red(seen(pdf, 0, (32, 30)))
    assert is_red(seen(pdf, 0, (178, 78)))
    assert seen(pdf, 0, (100, 120)) == WHITE
    assert seen(pdf, 0, (20, 60)) == WHITE
    assert seen(pdf, 0, (100, 180)) == WHITE


def test_a_back_stands_on_its_head_where_the_printer_turns_the_sheet_over_the_upper_edge(photo):
    paper = PAPERS["A6x4"]
    pdf = dressed(Stationery(paper=paper, back=picture(photo, paper.card)), 1)
    assert seen(pdf, 1, (74, 110)) == WHITE
    assert is_red(seen(pdf, 1, (74, 200)))


def test_the_picture_is_in_the_file_once_however_many_cards_there_are(photo):
    paper = PAPERS["A6x4"]
    back = picture(photo, paper.card)
    one, four = (len(dressed(Stationery(paper=paper, back=back), n)) for n in (1, 4))
    assert four - one < 600


def test_the_shop_mark_carries_the_shop_s_name():
    mark = ShopMark(name="Pekárna U Mlýna", language="cs")
    pdf = dressed(Stationery(paper=PAPERS["A6"], back=mark), 1)
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[1].extract_text()
    assert text.split() == ["P", "Pekárna", "U", "Mlýna"]


def test_a_line_for_real_ink_takes_its_room_from_the_text():
    plain, lined = (Stationery(paper=PAPERS["A6"], own_line=line) for line in (False, True))
    assert lined.text_margins().bottom - plain.text_margins().bottom == 13
    pdf = dressed(lined, 1)
    row = 105 - plain.text_margins().bottom
    assert min(seen(pdf, 0, (74, row + off / 10))[0] for off in range(-5, 6)) < 230


def test_the_owner_s_own_margins_hold():
    own = Margins(left=40, top=10, right=10, bottom=10)
    assert Stationery(paper=PAPERS["A6"], margins=own).text_margins() == own


def test_a_page_of_a_pdf_is_a_picture_too(tmp_path, photo):
    paper = PAPERS["A6"]
    path = tmp_path / "design.pdf"
    path.write_bytes(dressed(Stationery(paper=paper, ground=picture(photo, paper.card)), 1))
    pdf = dressed(Stationery(paper=paper, ground=picture(path, paper.card)), 1)
    assert is_red(seen(pdf, 0, (74, 20)))
    assert seen(pdf, 0, (74, 80)) == WHITE


def test_the_same_stationery_gives_the_same_bytes(photo):
    paper = PAPERS["A6"]
    first, again = (
        dressed(Stationery(paper=paper, ground=picture(photo, paper.card)), 1) for _ in "ab"
    )
    assert first == again


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "unknown_kind"),
        (b"not a picture", "unknown_kind"),
        (b"%PDF-1.7 broken", "unknown_kind"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "unknown_kind"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path, content, why):
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureRefused) as refused:
        picture(path, (148.0, 105.0))
    assert refused.value.facts == {"path": path, "why": why}


def test_a_picture_that_would_unpack_to_very_much_is_refused(tmp_path):
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(PictureRefused) as refused:
        picture(path, (148.0, 105.0))
    assert refused.value.facts["why"] == "too_large"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PictureRefused) as refused:
        picture(tmp_path / "gone.png", (148.0, 105.0))
    assert refused.value.facts["why"] == "absent"


def test_what_shines_through_shows_the_paper(tmp_path):
    path = tmp_path / "clear.png"
    Image.new("RGBA", (100, 70), (255, 0, 0, 0)).save(path)
    pdf = dressed(Stationery(paper=PAPERS["A6"], ground=picture(path, (148.0, 105.0))), 1)
    assert seen(pdf, 0, (70, 50)) == WHITE
