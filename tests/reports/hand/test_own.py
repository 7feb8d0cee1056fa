"""The owner's own hand: any whole font that its maker allows writes; others are refused."""

import struct
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from reports.hand.layout import Box
from reports.hand.own import own_hand
from reports.hand.style import Style
from reports.hand.writing import write
from reports.own_hands import BrokenFont, ForbiddenFont, font_in
from reports.sentences import sentence
from resources.words import words_in
from tests.reports.hand import hostile
from tests.reports.hand.hostile import HOSTILE, LETTERS, spikes, square


def hand_from(file):
    """The hand that the font in `file` makes."""
    return own_hand(font_in(file), file.stem)


BOX = Box(left=33, bottom=26, width=354, height=242)


def font_file(package, name):
    return Path(find_spec(package).origin).parent / "files" / name


@pytest.fixture
def font(tmp_path):
    """A font file of the owner's, which a test may spoil."""
    file = tmp_path / "My hand.ttf"
    file.write_bytes(font_file("fontpkg_kalam", "Kalam-Light.ttf").read_bytes())
    return file


def with_usage(content, bits):
    """The font with other embedding bits in its OS/2 table."""
    count = struct.unpack(">H", content[4:6])[0]
    for n in range(count):
        tag, _, place, _ = struct.unpack(">4sIII", content[12 + 16 * n : 28 + 16 * n])
        if tag == b"OS/2":
            return content[: place + 8] + struct.pack(">H", bits) + content[place + 10 :]
    raise AssertionError


def test_a_font_of_ones_own_writes(font):
    hand = hand_from(font)
    found = write(
        "Dear Eleanor, thank you!",
        Style(hand=hand),
        BOX,
        1,
        language="en",
        right_to_left=False,
    )
    assert hand.name == "My hand"
    assert len(found.pages[0].letters) == len("DearEleanor,thankyou!")


def test_a_large_and_a_small_font_come_out_alike(font):
    small = hand_from(font_file("fontpkg_caveat", "Caveat[wght].ttf"))
    assert small.largest == pytest.approx(22, abs=0.5)
    assert hand_from(font).largest == pytest.approx(16, abs=2)


def test_a_font_that_joins_its_letters_stays_joined():
    assert hand_from(font_file("fontpkg_pacifico", "Pacifico-Regular.ttf")).connect > 0.5
    assert hand_from(font_file("fontpkg_kalam", "Kalam-Bold.ttf")).connect == 0


@pytest.mark.parametrize("bits", [0x0002, 0x0200])
def test_a_font_whose_maker_forbids_it_is_refused(font, bits):
    font.write_bytes(with_usage(font.read_bytes(), bits))
    with pytest.raises(ForbiddenFont) as refusal:
        hand_from(font)
    assert refusal.value.facts == {"name": "My hand.ttf"}


@pytest.mark.parametrize("bits", [0x0000, 0x0004, 0x0008])
def test_a_font_that_may_be_printed_writes(font, bits):
    font.write_bytes(with_usage(font.read_bytes(), bits))
    assert hand_from(font)


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda _: b"",
        lambda _: b"%PDF-1.4",
        lambda content: content[:4],
        lambda content: content[:400],
        lambda content: content[: len(content) // 2],
        lambda content: content[:12] + b"\xff" * 400 + content[412:],
    ],
)
def test_a_damaged_font_is_refused_by_name(font, spoiled):
    font.write_bytes(spoiled(font.read_bytes()))
    with pytest.raises(BrokenFont) as refusal:
        hand_from(font)
    assert refusal.value.facts == {"name": "My hand.ttf"}


def test_a_font_without_an_alphabet_is_refused(tmp_path):
    from reports.hand.drawings import drawn_font

    file = tmp_path / "signs.ttf"
    file.write_bytes(drawn_font())
    with pytest.raises(BrokenFont):
        hand_from(file)


def test_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(BrokenFont):
        hand_from(tmp_path / "nothing.ttf")


@pytest.mark.parametrize("made", HOSTILE, ids=str)
def test_a_font_that_means_harm_is_refused_or_harmless(made, tmp_path):
    file = tmp_path / "hand.ttf"
    file.write_bytes(HOSTILE[made]())
    start = time.process_time()
    if made == "crowd":
        assert hand_from(file).largest > 0, "many glyphs alone do no harm"
    else:
        with pytest.raises(BrokenFont) as refused:
            hand_from(file)
        for language in ("en", "cs", "he"):
            said = sentence(refused.value, words_in(language))
            assert "hand.ttf" in said
            assert (said == sentence(refused.value, words_in("en"))) == (language == "en")
    assert time.process_time() - start < 5


def test_letters_beyond_the_alphabet_are_looked_at_too(tmp_path):
    file = tmp_path / "hand.ttf"
    letters = [*LETTERS, "ř"]
    file.write_bytes(hostile.font([*[square()] * len(LETTERS), spikes(30_000)], letters))
    with pytest.raises(BrokenFont):
        hand_from(file)
