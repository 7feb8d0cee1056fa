"""A PIN is dear to guess: kept as a hash, and each wrong try from the fifth on costs more."""

from datetime import UTC, datetime, timedelta

import pytest

from app.keeping.pins import LONGEST_WAIT, NotAPin, Tries, hashed, matches, read_tries

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_pin_is_known_again_and_stands_nowhere_in_what_is_kept() -> None:
    kept = hashed("2468")
    assert matches(kept, "2468")
    assert not matches(kept, "2469")
    assert "2468" not in kept.rsplit("$", 1)[0]
    assert kept.startswith("$argon2id$")


def test_the_same_pin_is_kept_differently_each_time() -> None:
    assert hashed("2468") != hashed("2468")


@pytest.mark.parametrize("kept", ["", "2468", "$argon2id$broken"])
def test_what_is_no_hash_matches_nothing(kept: str) -> None:
    assert not matches(kept, "2468")


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "١٢٣٤", "12 34"])
def test_a_pin_has_four_to_twelve_digits(pin: str) -> None:
    with pytest.raises(NotAPin):
        hashed(pin)


def test_four_wrong_tries_are_free_and_then_the_wait_doubles() -> None:
    tries, waits = Tries(), []
    for _ in range(8):
        tries = tries.failed(NOON)
        waits.append(tries.wait(NOON))
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240]


def test_the_wait_ends_by_itself_and_is_never_longer_than_an_hour() -> None:
    tries = Tries(wrong=50).failed(NOON)
    assert tries.wait(NOON) == LONGEST_WAIT
    assert tries.wait(NOON + timedelta(seconds=LONGEST_WAIT - 1)) == 1
    assert tries.wait(NOON + timedelta(seconds=LONGEST_WAIT)) == 0


def test_a_clock_that_is_put_back_locks_nobody_out_for_days() -> None:
    tries = Tries(wrong=6).failed(NOON)
    assert tries.wait(NOON - timedelta(days=3)) == LONGEST_WAIT


def test_tries_are_remembered_over_a_new_start() -> None:
    tries = Tries(wrong=6).failed(NOON)
    assert read_tries(tries.text()) == tries
    assert read_tries("") == Tries()
    assert read_tries("rubbish") == Tries()
