"""Writing a text: the same card is always the same, no two are alike, and nothing is lost."""

import numpy as np
import pytest

from reports.hand.layout import Box
from reports.hand.outlines import CURVE, LINE, MOVE
from reports.hand.style import HANDS, Style, faces_for, hand_called, ink_called
from reports.hand.writing import DoesNotFit, colours, write
from reports.shaping import writer
from tests.reports.hand.metrics import graphemes

BOX = Box(left=33, bottom=26, width=354, height=242)
TEXT = "Dear Eleanor,\n\nthank you for all the lovely little letters. See you soon!\n\nAnna & Peter"


def written(text=TEXT, *, seed=7, language="en", box=BOX, **style):
    return write(text, Style(**style), box, seed, language=language, right_to_left=language == "he")


def outlines(writing):
    return [one for page in writing.pages for one in page.outlines()]


def test_the_same_seed_writes_the_same():
    one, other = written(), written()
    assert (one.pages[0].entries == other.pages[0].entries).all()
    assert one.pages[0].lines == other.pages[0].lines


def test_another_seed_writes_every_letter_anew():
    for one, other in zip(outlines(written()), outlines(written(seed=8)), strict=True):
        assert one.points.shape != other.points.shape or (one.points != other.points).any()


def test_every_letter_has_an_outline_in_the_order_of_reading():
    assert [one.text for one in outlines(written())] == graphemes(TEXT)


def test_hebrew_too_is_given_in_the_order_of_reading():
    text = "רחל היקרה,\n\nתודה (Noa & David) על 12 עוגות!"
    assert [one.text for one in outlines(written(text, language="he"))] == graphemes(text)


def test_a_letter_with_points_on_it_is_one_outline():
    text = "שָׁלוֹם"
    assert [one.text for one in outlines(written(text, language="he"))] == graphemes(text)


def test_outlines_can_be_painted_without_a_pdf():
    takes = {MOVE: 1, LINE: 1, CURVE: 3}
    for one in outlines(written()):
        assert one.verbs[0] == MOVE
        assert len(one.points) == sum(takes[verb] for verb in one.verbs)
        assert one.points.dtype == np.int64
        assert 0 <= one.tone < len(colours(ink_called("blue")))
        assert (one.points > 0).all()
        assert (one.points < (148 * 72 / 25.4 * 20, 105 * 72 / 25.4 * 20)).all()


def test_the_bare_font_is_the_amount_of_nothing():
    letters = [one for one in outlines(written(amount=0)) if one.text == "e"]
    shapes = {tuple((one.points - one.points[0]).ravel().tolist()) for one in letters}
    spread = np.ptp(np.array([*shapes]), axis=0)
    assert spread.max() <= 2  # only the rounding to a unit


@pytest.mark.parametrize("hand", HANDS.values(), ids=lambda hand: hand.name)
def test_every_hand_writes_every_letter(hand):
    found = written("Příliš ďábelské ódy Ærø Ľubice", hand=hand)
    assert found.missing == ()
    assert len(outlines(found)) == len("PřílišďábelskéódyÆrøĽubice")


def test_a_hand_without_a_letter_borrows_it_whole():
    found = written("Әйгерім הרצל ♥", hand=hand_called("Kalam"))
    assert found.missing == ()
    assert [one.text for one in outlines(found)] == graphemes("Әйгерім הרצל ♥")


def test_what_nobody_has_is_spelled_and_named():
    found = written("Dear 李 🎂")
    assert found.missing == ("李", "🎂")
    assert "".join(one.text for one in outlines(found)).startswith("DearLi")


def test_a_long_text_is_written_smaller_then_on_two_sides_then_not_at_all():
    sizes = [written("všechno nejlepší " * many).size for many in (10, 40, 80)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(written("všechno nejlepší " * 150).pages) == 2
    with pytest.raises(DoesNotFit):
        written("všechno nejlepší " * 500)


def test_two_sides_hold_all_the_words():
    found = written("nejlepší " * 300)
    assert len(found.pages) == 2
    said = "".join(text for page in found.pages for line in page.lines for text, *_ in line)
    assert said.split() == ["nejlepší"] * 300 or said.count("nejlepší") == 300


def test_a_word_longer_than_a_line_goes_on_on_the_next():
    found = written("Horá" * 60)
    assert len(found.pages[0].lines) > 1
    assert len(outlines(found)) == 240


def test_hands_and_inks_are_found_however_they_are_spelled():
    assert hand_called("dancing script") is hand_called("DancingScript") is HANDS["Dancing Script"]
    assert hand_called("AMATIC-SC") is HANDS["Amatic SC"]
    assert hand_called("Comic") is None
    assert ink_called("Ballpoint") is ink_called("blue")
    assert ink_called("red") is None


def test_a_laser_printer_gets_one_solid_ink():
    assert colours(ink_called("solid")) == [(0, 0, 0)]
    assert len(set(colours(ink_called("pencil")))) > 5


def test_a_card_tells_nothing_of_the_last():
    written()
    again = written("Something else entirely", seed=99)
    assert (written(seed=7).pages[0].entries == written(seed=7).pages[0].entries).all()
    assert (
        again.pages[0].entries == written("Something else entirely", seed=99).pages[0].entries
    ).all()


def test_few_lines_begin_near_the_margin():
    for seed in range(20):
        found = written("Dear Bella,\n\nhappy birthday!\n\nMaggie", seed=seed)
        for line in found.pages[0].lines:
            assert abs(line[0][1] - BOX.left) < 3.6 * 72 / 25.4


def test_a_small_letter_that_the_hand_lacks_is_borrowed_from_one_that_has_small_letters():
    face = writer("ễ", faces_for(HANDS["Caveat"]))
    assert face
    assert face.name == "DancingScript-Regular"


def test_what_a_line_never_parts_stands_closer_than_words():
    def ends(seed):
        letters = outlines(written("no on\xa0no on", seed=seed))
        return [(one.points[:, 0].min(), one.points[:, 0].max()) for one in letters]

    def gaps(seed):
        return [
            right[0] - left[1]
            for left, right in zip(ends(seed)[1::2], ends(seed)[2::2], strict=False)
        ]

    before, close, behind = np.mean([gaps(seed) for seed in range(24)], axis=0)
    assert 0.5 < close / before < 0.9
    assert 0.5 < close / behind < 0.9


def test_words_stand_about_as_far_apart_as_letters_are_high():
    def gaps(seed):
        ends = [
            (one.points[:, 0].min(), one.points[:, 0].max())
            for one in outlines(written("no no", seed=seed))
        ]
        return ends[2][0] - ends[1][1]

    def high(seed):
        return np.ptp(outlines(written("no no", seed=seed))[1].points[:, 1])

    found = [gaps(seed) / high(seed) for seed in range(24)]
    assert 0.7 < np.mean(found) < 1.25
