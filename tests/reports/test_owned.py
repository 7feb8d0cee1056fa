"""The owner's own signature and hands on her cards, now and when a card is printed again years later."""

import io
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.thanks.letter_book import Alone
from reports.cards import UnknownHand, draw_cards
from reports.hand.svg import from_svg
from reports.mail import card_again, card_fact, made_of
from reports.own_hands import font_in
from reports.owned import owned
from reports.papers import paper
from reports.signing import NothingSigned, packed, signature_from, signature_of, unpacked
from tests.reports import reading
from tests.reports.hand.metrics import graphemes, paths
from tests.reports.hand.test_signature import STROKES, SVG, scan
from tests.shop import SUNDAY

ANOTHER = [[(3.0 * n, 20.0 * (n % 3), n / 50, 0.7) for n in range(30)]]


def font_file(package, name):
    return Path(find_spec(package).origin).parent / "files" / name


def sign(shop, strokes=STROKES):
    shop.settings.change(
        "signature", signature=shop.keepsakes.keep("", packed(signature_of(strokes)))
    )


def add_hand(shop, package="fontpkg_kalam", name="Kalam-Light.ttf", title="My hand"):
    kept = shop.keepsakes.keep(title, font_in(font_file(package, name)))
    shop.settings.change("own hands", own_hands=f"{shop.settings.read().own_hands} {kept}".strip())


def card_to(shop, one, hand=None, *, signed=True):
    (letter,) = shop.letters.compose([one], "thank_you", SUNDAY)
    return letter, card_fact(letter, owned(shop).style(hand, signed=signed))


def drawn(card):
    file = io.BytesIO()
    draw_cards([card], paper("A6"), file)
    return file.getvalue()


@pytest.fixture
def tereza(shop):
    shop.settings.change(owner="Jana Malá", owner_title="pekařka")
    return shop.customer("Tereza", "Horáková", form_of_address="f")


@pytest.mark.parametrize("kind", ["drawn", "svg", "scan"])
def test_a_signature_comes_out_of_the_book_as_it_was_put_in(shop, kind, tmp_path):
    file = tmp_path / "mine"
    file.write_bytes(SVG if kind == "svg" else scan())
    one = signature_of(STROKES) if kind == "drawn" else signature_from(file)
    name = shop.keepsakes.keep("Jana", packed(one))
    again = unpacked(shop.keepsakes.content(name), name)
    assert packed(again) == packed(one)
    assert again.width == one.width


def test_a_dot_is_no_signature():
    with pytest.raises(NothingSigned):
        signature_of([[(1.0, 1.0, 0.0, 0.5)]])


def test_a_card_is_signed_above_the_name_once_a_signature_is_kept(shop, tereza):
    bare, before = card_to(shop, tereza)
    sign(shop)
    letter, card = card_to(shop, tereza)
    assert letter.text == bare.text
    assert letter.beneath == card.style.beneath == 2
    assert len(paths(drawn(card))) == len(paths(drawn(before))) + 1 == len(graphemes(card.text)) + 1
    assert reading.words_by_pypdf(drawn(card)) == letter.text.split()
    assert drawn(card_to(shop, tereza, signed=False)[1]) == drawn(before)


def test_words_of_the_owners_own_are_signed_at_their_end(shop, tereza):
    sign(shop)
    (own,) = shop.letters.compose(
        [tereza],
        "thank_you",
        SUNDAY,
        alone={tereza.id: Alone(text="Ahoj Terezo,\n\npřijď zas!\n\nJana")},
    )
    assert own.beneath == 0
    assert len(paths(drawn(card_fact(own, owned(shop).style(signed=True))))) > 20


def test_a_card_is_printed_again_with_the_signature_of_then(shop, tereza):
    sign(shop)
    letter, card = card_to(shop, tereza)
    shop.letters.keep([(letter, made_of(card, "A6"))])
    sign(shop, ANOTHER)
    (written,) = shop.letters.all_to(tereza.id)
    assert drawn(card_again(written, "", owned(shop))) == drawn(card)
    assert drawn(card_to(shop, tereza)[1]) != drawn(card)


def test_a_card_of_before_there_was_a_signature_has_none_again(shop, tereza):
    letter, card = card_to(shop, tereza)
    shop.letters.keep([(letter, made_of(card, "A6"))])
    sign(shop)
    (written,) = shop.letters.all_to(tereza.id)
    assert drawn(card_again(written, "", owned(shop))) == drawn(card)


def test_a_card_that_waits_is_signed_as_when_it_was_put_aside(shop, tereza):
    sign(shop)
    letter, card = card_to(shop, tereza)
    shop.waiting.put_aside([(letter, made_of(card, "A6"))])
    sign(shop, ANOTHER)
    (waiting,) = shop.waiting.all()
    assert drawn(card_again(waiting, "", owned(shop))) == drawn(card)
    shop.waiting.print_out([waiting.id])
    (written,) = shop.letters.all_to(tereza.id)
    assert written.made == waiting.made


def test_a_signature_is_taken_back_and_again(shop, tereza):
    sign(shop)
    shop.undo.undo_last()
    assert owned(shop).signature() is None
    shop.undo.redo_last()
    assert owned(shop).signature() is not None


def test_a_backup_holds_the_signature(shop, tmp_path):
    from app.keeping.backup import back_up
    from app.keeping.database import FILE_NAME
    from tests.shop import ScenarioShop

    sign(shop)
    kept = shop.settings.read().signature
    (tmp_path / "elsewhere").mkdir()
    back_up(shop.book, tmp_path / "elsewhere" / FILE_NAME)
    other = ScenarioShop.open(tmp_path / "elsewhere", shop.book.now, {})
    assert unpacked(other.keepsakes.content(kept), kept).outline is not None
    other.close()


def test_a_hand_of_her_own_is_found_by_its_name_and_by_its_key(shop, tereza):
    add_hand(shop)
    style = owned(shop).style("my-hand", signed=True)
    assert owned(shop).style(style.hand.key, signed=True).hand == style.hand
    assert style.hand.key.startswith("own ")
    assert [hand.name for hand in owned(shop).hands()] == ["My hand"]
    with pytest.raises(UnknownHand) as refused:
        owned(shop).style("Yours", signed=True)
    assert "My hand" in refused.value.facts["known"]


def test_a_card_in_a_hand_that_was_taken_away_is_printed_again_in_it(shop, tereza):
    add_hand(shop)
    letter, card = card_to(shop, tereza, "My hand")
    shop.letters.keep([(letter, made_of(card, "A6"))])
    shop.settings.change("own hands", own_hands="")
    (written,) = shop.letters.all_to(tereza.id)
    assert drawn(card_again(written, "", owned(shop))) == drawn(card)
    assert owned(shop).hands() == []
    with pytest.raises(UnknownHand):
        owned(shop).style("My hand", signed=True)


def test_a_hand_that_lacks_letters_borrows_them_and_names_what_nobody_has(shop):
    from reports.cards import CardFacts

    add_hand(shop, title="Latin")
    file = io.BytesIO()
    style = owned(shop).style("Latin", signed=True)
    text = "Milá Тереза, děkujeme ☺ 漢"
    card = CardFacts(name_for_warnings="Tereza", text=text, language="cs", seed=1, style=style)
    (said,) = draw_cards([card], paper("A6"), file).cautions
    assert (said.name, said.letters) == ("Tereza", ("漢",))
    assert "Тереза," in reading.words_by_pypdf(file.getvalue())


def test_a_hand_with_hebrew_leads_in_hebrew(shop):
    package, name = "fontpkg_rubik", "Rubik[wght].ttf"
    add_hand(shop, package, name, title="Rubik")
    hand = owned(shop).style("Rubik", signed=True).hand
    style = owned(shop).style("Rubik", signed=True)
    assert style.hand_for(right_to_left=True).face == hand.face
    assert style.hand_for(right_to_left=False) == hand
    assert 14 < hand.largest < 26


def test_drawings_are_kept_exactly():
    one = from_svg(SVG)
    assert unpacked(packed(one), "").outline.points.tolist() == one.outline.points.tolist()
