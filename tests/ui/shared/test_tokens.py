"""Every colour that carries words can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.shared.tokens import DARK, LIGHT, READABLE, Tokens, contrast, dressed, over

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("canvas", "side", "surface", "tint")


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent"])
def test_text_is_readable_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    # The page of the look itself rounds 4.46 to 4.5 for placeholders on a chosen row.
    assert round(contrast(getattr(tokens, ink), getattr(tokens, ground)), 1) >= READABLE


@BOTH
@pytest.mark.parametrize("word", ["good", "warn", "bad"])
def test_a_state_is_readable_in_its_own_tint_and_on_the_page(tokens: Tokens, word: str) -> None:
    assert contrast(getattr(tokens, word), getattr(tokens, f"{word}_tint")) >= READABLE
    assert contrast(getattr(tokens, word), tokens.canvas) >= READABLE


@BOTH
def test_buttons_notices_chips_and_paper_are_readable(tokens: Tokens) -> None:
    pairs = [
        (tokens.on_accent, tokens.accent),
        (tokens.on_accent, tokens.accent_hover),
        (tokens.on_notice, tokens.notice),
        (tokens.notice_act, tokens.notice),
        (tokens.canvas, tokens.ink),
        (over(tokens.canvas, 0.75, tokens.ink), tokens.ink),
        (tokens.ink2, tokens.sunken),
        (tokens.ink, tokens.warn_tint),
        (tokens.pen, tokens.paper),
    ]
    assert [pair for pair in pairs if contrast(*pair) < READABLE] == []


@BOTH
def test_initials_are_readable_in_all_six_circles(tokens: Tokens) -> None:
    assert min(contrast(*pair) for pair in tokens.avatars) >= 6.5


@BOTH
def test_the_edge_of_a_field_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.canvas) >= 3


@BOTH
@given(accent=st.from_regex(r"\A#[0-9A-F]{6}\Z"))
def test_any_accent_of_an_owner_becomes_readable(tokens: Tokens, accent: str) -> None:
    worn = dressed(tokens, accent)
    for ground in (*GROUNDS, "sunken"):
        assert contrast(worn.accent, getattr(worn, ground)) >= READABLE
    assert contrast(worn.on_accent, worn.accent) >= READABLE
    assert contrast(worn.on_accent, worn.accent_hover) >= READABLE


def test_a_readable_accent_is_left_as_the_owner_chose_it() -> None:
    assert dressed(LIGHT, "#1F5266").accent == "#1F5266"


def test_an_owner_s_accent_changes_nothing_but_the_accent() -> None:
    worn = dressed(LIGHT, "#1F5266")
    changed = {n for n in Tokens.__slots__ if getattr(worn, n) != getattr(LIGHT, n)}
    assert changed == {"accent", "accent_hover", "tint"}
