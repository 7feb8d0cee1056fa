"""Fitted outlines are kept between runs, and whatever happens to the file, cards come out the same."""

import numpy as np
import pytest

from reports.fonts import typeface
from reports.hand import cache
from reports.hand.cache import Shelf
from reports.hand.outlines import drawn


@pytest.fixture
def outline():
    face = typeface("Caveat-Regular")
    (found,) = drawn([face.font], face.face.upem, [face.font.get_nominal_glyph(ord("e"))])
    return found


@pytest.fixture
def file(tmp_path):
    return tmp_path / "deep" / "letters.cache"


def kept(file, outline, key=("Caveat", 1)):
    shelf = Shelf(file)
    given = shelf.put(key, outline)
    shelf.save()
    return given


def test_what_is_put_away_is_there_in_the_next_run(file, outline):
    given = kept(file, outline)
    found = Shelf(file).get(("Caveat", 1))
    assert found.verbs == given.verbs
    assert (found.points == given.points).all()


def test_the_first_run_writes_with_the_same_numbers_as_the_second(file, outline):
    given = kept(file, outline)
    assert (given.points * 2**16 == np.rint(given.points * 2**16)).all()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:60] + b"\0" + content[61:],
        lambda _: b"something else",
        lambda content: content + b"\0",
    ],
)
def test_a_damaged_file_is_made_anew(file, outline, spoil):
    kept(file, outline)
    file.write_bytes(spoil(file.read_bytes()))
    assert Shelf(file).get(("Caveat", 1)) is None
    kept(file, outline)
    assert Shelf(file).get(("Caveat", 1)) is not None


def test_a_file_of_another_version_is_made_anew(file, outline, monkeypatch):
    kept(file, outline)
    monkeypatch.setattr(cache, "_VERSION", 99)
    assert Shelf(file).get(("Caveat", 1)) is None


def test_two_programs_at_once_keep_what_both_found(file, outline):
    one, other = Shelf(file), Shelf(file)
    one.put(("Caveat", 1), outline)
    other.put(("Caveat", 2), outline)
    one.save()
    other.save()
    assert all(Shelf(file).get(("Caveat", n)) for n in (1, 2))


def test_nothing_is_left_behind(file, outline):
    kept(file, outline)
    assert [one.name for one in file.parent.iterdir()] == ["letters.cache"]


def test_where_nothing_can_be_kept_cards_are_written_all_the_same(tmp_path, outline):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    kept(blocked / "letters.cache", outline)
    assert not (blocked / "letters.cache").exists()
