"""Codes that cannot be mixed up, that catch a slip of the fingers, and that nothing else has."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.loyalty.codes import (
    ALPHABET,
    PLAIN,
    CodeTaken,
    MistypedCode,
    NotACode,
    NotAPattern,
    Pattern,
    PatternUsedUp,
    UnknownCode,
    check_character,
    enter,
    find,
    fold,
    free_codes,
    grouped,
    is_whole,
    own_code,
)
from app.loyalty.scanned import read_scan

AT = "2026-11-22T08:00:00.000Z"


def generated(count: int, *patterns: Pattern) -> list[str]:
    chance = random.Random(7)  # noqa: S311 - the same codes in every run
    return [one.code(chance.randrange(one.capacity)) for one in patterns for _ in range(count)]


CODES = generated(150, PLAIN) + generated(60, Pattern("X2-***"), Pattern("JAR-************"))


def test_no_sign_can_be_taken_for_another():
    assert not set(ALPHABET) & set("0O1ILUV")
    assert len(set(ALPHABET)) == len(ALPHABET) == 29


def test_every_single_wrong_character_of_a_generated_code_is_caught():
    for code in CODES:
        for place, right in enumerate(code):
            slips = [code[:place] + sign + code[place + 1 :] for sign in ALPHABET if sign != right]
            assert not any(map(is_whole, slips)), code


def test_every_two_swapped_characters_of_a_generated_code_are_caught():
    for code in CODES:
        for one, other in combinations(range(len(code)), 2):
            signs = list(code)
            signs[one], signs[other] = signs[other], signs[one]
            assert code[one] == code[other] or not is_whole("".join(signs)), code


def test_a_slip_is_told_from_a_code_that_nobody_has(shop):
    (code,) = free_codes(shop.book, 1)
    enter(shop.book, "coupon", [(code, 1)], AT)
    wrong = ("2" if code[0] != "2" else "3") + code[1:]
    with pytest.raises(MistypedCode) as refused:
        find(shop.book, wrong)
    assert refused.value.facts == {"code": wrong}
    (other,) = free_codes(shop.book, 1)
    with pytest.raises(UnknownCode) as unknown:
        find(shop.book, other)
    assert type(unknown.value) is UnknownCode
    shop.book.execute("INSERT INTO coupons " + COUPON, (code,))


def test_a_code_is_found_however_it_is_typed(shop):
    written = own_code(shop.book, " Léto-2026 Oli U ")
    enter(shop.book, "card", [(written, shop.customer("Anna").id)], AT)
    for typed in ("LETO2026OLIU", "leto 2026 oli u", "1et0-2o26-011-v", "Лето 2026 OLIU"):
        assert find(shop.book, typed).code == "1ET02026011V"


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.integers(min_value=0, max_value=PLAIN.capacity - 1))
def test_a_generated_code_folds_to_itself_also_when_it_is_grouped(number):
    code = PLAIN.code(number)
    assert fold(grouped(code).lower()) == code
    assert len(grouped(code)) == 11
    assert is_whole(code)
    assert check_character(code[:-1]) == code[-1]


def test_an_own_code_is_shown_as_it_was_written():
    assert grouped("SUMMER2026") == "SUMMER2026"
    assert grouped("LETO") == "LETO"


def test_asking_for_more_codes_than_the_pattern_has_is_refused(shop):
    pattern = Pattern("JAR-*")
    assert pattern.capacity == 29
    with pytest.raises(PatternUsedUp) as refused:
        free_codes(shop.book, 30, pattern)
    assert refused.value.facts == {"pattern": "JAR-*", "wanted": 30, "left": 29}


def test_a_pattern_gives_out_its_very_last_code_and_no_more(shop):
    pattern, anna = Pattern("JAR-*"), shop.customer("Anna").id
    shop.customer("Petr", card_number=pattern.code(3))
    seen = {pattern.code(3)}
    for count in (20, 7, 1):
        codes = free_codes(shop.book, count, pattern)
        enter(shop.book, "card", [(code, anna) for code in codes], AT)
        seen |= set(codes)
    assert seen == {pattern.code(number) for number in range(29)}
    with pytest.raises(PatternUsedUp):
        free_codes(shop.book, 1, pattern)


@pytest.mark.parametrize(
    "text", ["", "JAR-", "LETO-***", "J0-**", "*" * 13, "ABCDEFGH" * 3 + "****"]
)
def test_a_pattern_needs_stars_and_signs_that_cannot_be_confused(text):
    with pytest.raises(NotAPattern):
        Pattern(text)


def test_codes_are_drawn_by_the_systems_own_chance_and_never_twice(shop):
    codes = free_codes(shop.book, 2_000)
    assert len(set(codes)) == 2_000
    random.seed(1)
    one = free_codes(shop.book, 1)
    random.seed(1)
    assert one != free_codes(shop.book, 1)


def test_an_own_code_is_refused_where_anything_has_it(shop):
    shop.customer("Anna", card_number="VIP 10")
    enter(shop.book, "card", [("LETO-10", shop.customer("Petr").id)], AT)
    for taken in ("leto 10", "1ET01O", "VIP 10", "vip-1O"):
        with pytest.raises(CodeTaken):
            own_code(shop.book, taken)
    with pytest.raises(CodeTaken):
        enter(shop.book, "card", [("l-e-t-o-10", 1)], AT)


def test_of_two_cards_that_are_read_alike_the_one_that_is_written_so_is_meant(shop):
    people = {number: shop.customer("Anna", card_number=number).id for number in ("0A1", "OAl")}
    for number, who in people.items():
        assert read_scan(shop.book, number).subject == shop.cards.find(number) == who
    assert read_scan(shop.book, "oa1").subject == people["0A1"]


@pytest.mark.parametrize("text", ["", "  - ", "A" * 41])
def test_an_own_code_has_a_few_letters_or_digits(shop, text):
    with pytest.raises(NotACode):
        own_code(shop.book, text)


COUPON = (
    "(id, uid, code, at, by, reason, kind, value, item, buy, get, min_total, weekdays, words)"
    " VALUES (1, 'u', ?, '', '', '', 'amount', 1, '', 0, 0, 0, '', '')"
)
