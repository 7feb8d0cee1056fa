import io
import time

import pytest

from app.progress import Cancelled
from reports.cards import CardFacts, CardTooLong, draw_cards, look_over, preview_card
from reports.cautions import MissingLetters, NothingToWrite, WrittenOnSides, WrittenSmall
from reports.papers import PAPERS, paper
from reports.sheet import Imprint
from reports.text import leading_on, paragraph
from tests.reports import reading
from tests.reports.hand.metrics import paths

TEXTS = {
    "en": "Dear Eleanor,\n\nhappy birthday! Do drop in when you can.\n\nWarmly,\nAnna & Peter",
    "cs": "Dobrý den,\n\nať je ten další rok sladký! Přijďte k nám na čerstvý koláč.\n\nJana a Pavel od Mlýna",
    "sk": "Dobrý deň, Ľubica,\n\nvšetko najlepšie! Vždy nás poteší, keď sa zastavíte.\n\nŤažkí a Ďurovci",
    "da": "Kære Søren\n\nHjertelig tillykke! Vi glæder os til at se dig på Ærø.\n\nÅse og Jørgen",
    "kk": "Құрметті Әйгерім!\n\nТуған күніңізбен! Үйіңізге береке, жүзіңізге күлкі.\n\nГүлнар мен Һакім",
    "he": "נועה שלום,\n\nמזל טוב! נשמח לראות אותך (Noa & David) ברחוב הרצל 12, תל אביב.\n\nבאהבה, נועה",
}


def card(text, language="en", name="Eleanor"):
    return CardFacts(name_for_warnings=name, text=text, language=language, seed=1)


def drawn(cards, name="A6"):
    file = io.BytesIO()
    cautions = draw_cards(cards, paper(name), file)
    return file.getvalue(), cautions.cautions


@pytest.mark.parametrize("language", TEXTS)
def test_cards_read_back_in_every_language(language):
    pdf, cautions = drawn([card(TEXTS[language], language)])
    assert reading.words_by_pypdf(pdf) == TEXTS[language].split()
    if language != "he":
        assert reading.words_by_pdfium(pdf) == TEXTS[language].split()
    assert cautions == ()


@pytest.mark.parametrize(
    "text",
    [
        "שלום נועה לוי",
        "רחוב הרצל 15, דירה 3",
        "תודה (Noa & David) רבה",
        "קפה Regulars בע״מ",
        "שָׁלוֹם עוֹלָם",
        "טלפון 03-555 1234!",
        "הנחה של 15% על 2 עוגות ב-₪40",
        "Hello נועה לוי, you are 30",
        "בברכה,\nנועה",
        "תודה!",
    ],
)
def test_hebrew_reads_back_in_the_order_in_which_it_is_spoken(text):
    pdf, _ = drawn([card(text, "he")])
    assert reading.words_by_pypdf(pdf) == text.split()


def test_a_hebrew_name_in_an_english_letter_reads_back():
    text = "Dear נועה לוי,\n\nhappy birthday (30)!"
    assert reading.words_by_pypdf(drawn([card(text, "en")])[0]) == text.split()


def test_a_phone_fenced_by_isolates_keeps_its_order():
    pdf, _ = drawn([card("טלפון \u2066+420 777\u2069 שלנו", "he")])
    plus, seven = reading.letter_box(pdf, "+")[0], reading.letter_box(pdf, "7")[0]
    assert plus[0] < seven[0]


@pytest.mark.parametrize(
    ("name", "size", "cards"),
    [
        ("A6", (148, 105), 1),
        ("A6x2", (210, 297), 2),
        ("A6x4", (297, 210), 4),
        ("A5", (210, 148), 1),
        ("DL", (210, 99), 1),
        ("10x15", (150, 100), 1),
        ("5x7in", (177.8, 127), 1),
        ("A5fold", (148, 210), 1),
    ],
)
def test_a_paper_has_its_size_and_holds_its_number_of_cards(name, size, cards):
    pdf, _ = drawn([card(TEXTS["en"])] * 5, name)
    assert reading.page_size(pdf) == pytest.approx(size, abs=0.001)
    assert reading.words_by_pypdf(pdf).count("Eleanor,") == cards
    assert reading.pages(pdf) == -(-5 // cards)


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_writing_keeps_away_from_the_edges(language):
    pdf, _ = drawn([card(TEXTS[language] * 3, language)])
    left, top, right, bottom = reading.ink(pdf)
    assert left > 10
    assert top > 9
    assert right < 148 - 10
    assert bottom < 105 - 8


def test_hebrew_begins_at_the_right_margin():
    left, _, right, _ = reading.ink(drawn([card("שלום", "he")])[0])
    assert right == pytest.approx(148 - 11.5, abs=0.5)
    assert left > 100


@pytest.mark.parametrize("name", ["A6x2", "A6x4"])
def test_cut_marks_stand_outside_the_cards(name):
    sheet = paper(name)
    for x, y, to_x, to_y in sheet.marks:
        for left, top in sheet.places:
            across = min(x, to_x) < left + 148 and max(x, to_x) > left
            along = min(y, to_y) < top + 105 and max(y, to_y) > top
            assert not (across and along)
    pdf, _ = drawn([card("i")], name)
    left, top, _, _ = reading.ink(pdf, dots=8)
    assert (left, top) == pytest.approx((24, 22) if name == "A6x2" else (11.9, 0), abs=0.6)


def test_a_long_text_is_written_smaller_and_then_warned_of_by_name():
    words = "slovo " * 220
    pdf, (caution,) = drawn([card(words, "cs", name="Jan Dlouhý")])
    assert isinstance(caution, WrittenSmall)
    assert (caution.name, caution.smallest) == ("Jan Dlouhý", 14.0)
    assert caution.size < 14.0
    assert reading.words_by_pypdf(pdf) == words.split()
    assert reading.ink(pdf)[3] < 105 - 8


def test_a_text_too_long_for_one_side_goes_on_on_the_next_and_loses_no_word():
    words = "slovo " * 420
    pdf, cautions = drawn([card(words, "cs", name="Jan Dlouhý"), card("i")])
    assert WrittenOnSides(name="Jan Dlouhý", sides=2) in cautions
    assert reading.pages(pdf) == 3
    assert [*reading.words_by_pypdf(pdf), *reading.words_by_pypdf(pdf, 1)] == words.split()
    assert reading.words_by_pypdf(pdf, 2) == ["i"]


def test_a_text_that_no_size_makes_fit_is_refused_by_name():
    with pytest.raises(CardTooLong) as refusal:
        drawn([card("slovo " * 3000, name="Jan Dlouhý")])
    assert refusal.value.facts == {"name": "Jan Dlouhý"}


def test_letters_that_no_font_has_are_named():
    _, cautions = drawn([card("Happy 🎂, 李!", name="Li")])
    assert cautions == (MissingLetters(name="Li", letters=("🎂", "李")),)


def test_a_letter_that_the_hand_lacks_is_borrowed_from_another():
    pdf, cautions = drawn([card("Dear נועה,")])
    assert cautions == ()
    assert len(paths(pdf)) == len("Dearנועה,")


def test_hearts_and_smiles_are_drawn():
    pdf, cautions = drawn([card("Thank you ♥ ☺ ❤️")])
    assert cautions == ()
    assert reading.words_by_pypdf(pdf) == ["Thank", "you", "♥", "☺", "❤"]
    assert len(paths(pdf)) == len("Thankyou♥☺❤")


@pytest.mark.parametrize("blank", ["", " \n\n ", "\u200b\n\u2066\u2069", "\xa0"])
def test_a_blank_card_is_named(blank):
    pdf, cautions = drawn([card(blank, name="Jan"), card("i")])
    assert cautions == (NothingToWrite(name="Jan"),)
    assert reading.pages(pdf) == 2


def test_looking_over_says_what_drawing_says():
    cards = [card("i"), card(""), card("李 🎂"), card("slovo " * 220), card("slovo " * 420)]
    assert look_over(cards, paper("A6")) == drawn(cards)[1]
    with pytest.raises(CardTooLong):
        look_over([card("slovo " * 3000)], paper("A6"))


def test_in_czech_no_line_ends_with_a_word_of_one_letter():
    pdf, _ = drawn([card("k " + "nám s koláčem a kávou v sobotu " * 8, "cs")])
    boxes = reading.letter_box(pdf, "s")
    assert max(box[2] for box in boxes) < 130


def test_several_words_of_one_letter_go_on_together():
    words = paragraph("jdeme a k", ("Caveat-Regular",), right_to_left=False).words
    assert leading_on(list(words)) == list(words[1:])
    assert leading_on(list(words[:1])) == []
    assert leading_on(list(words[1:])) == list(words[2:])  # no line is left empty


def test_the_preview_is_what_is_printed():
    alone, _ = drawn([card(TEXTS["cs"], "cs")])
    assert preview_card(card(TEXTS["cs"], "cs"), paper("A6")) == alone
    on_four = preview_card(card(TEXTS["cs"], "cs"), paper("A6x4"))
    assert reading.page_size(on_four) == pytest.approx((148, 105), abs=0.001)


def test_a_preview_comes_within_a_tenth_of_a_second():
    preview_card(card(TEXTS["cs"], "cs"), paper("A6"))
    started = time.process_time()
    preview_card(card(TEXTS["cs"] + " i zítra", "cs"), paper("A6"))
    assert time.process_time() - started < 0.1


def test_many_cards_are_quick_and_small():
    cards = [card(TEXTS["cs"] + f"\n{number}", "cs") for number in range(100)]
    started = time.process_time()
    pdf, _ = drawn(cards)
    assert time.process_time() - started < 5  # half a second on the machine this was written on
    assert len(pdf) < 100 * 30_000


def test_printing_tells_how_far_it_is_and_can_be_stopped():
    heard = []

    def hear(done, total):
        heard.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        draw_cards([card("i")] * 3, PAPERS["A6"], io.BytesIO(), hear)
    assert heard == [(1, 3), (2, 3)]


def test_the_same_cards_make_the_same_bytes():
    cards = [card(text, language) for language, text in TEXTS.items()]
    assert drawn(cards)[0] == drawn(cards)[0]


def test_a_file_says_what_it_is():
    file = io.BytesIO()
    draw_cards([card("i")], paper("A6"), file, imprint=Imprint(title="Karty", author="Mlýn"))
    assert b"/Title" in file.getvalue()
