"""What is composed for whom, what is kept of it, and that nothing comes twice running."""

from datetime import date, timedelta

import pytest

from app.keeping.history import NothingToUndo
from app.thanks.doubts import Doubt
from app.thanks.letters import letter_names
from app.thanks.prints import printed_for, to_print
from app.thanks.story import stories
from app.thanks.written import Made
from tests.shop import SUNDAY

BORN = "1986-11-26"


@pytest.fixture
def tereza(shop):
    return shop.customer(
        "Tereza",
        "Horáková",
        birthday=BORN,
        member_since="2021-03-04",
        form_of_address="f",
        preferences=("stůl u okna",),
    )


def compose(shop, one, letter="thank_you", on=SUNDAY, **how):
    (composed,) = shop.letters.compose([one], letter, on, **how)
    return composed


def write(shop, one, letter="thank_you", on=SUNDAY, **made):
    composed = compose(shop, one, letter, on)
    shop.letters.keep([(composed, Made(**made))])
    return composed


def as_made(letters):
    """Made as nobody chose."""
    return [(letter, Made()) for letter in letters]


def doubts(composed):
    return {doubted.what for doubted in composed.doubts}


def test_a_letter_has_its_parts(shop, tereza):
    shop.settings.change(owner="Jana Malá", owner_title="pekařka")
    letter = compose(shop, tereza, "birthday")
    assert letter.salutation == "Milá paní Horáková,"
    assert letter.points[0].text in letter.body
    assert (letter.signature, letter.title) == ("Jana Malá", "pekařka")
    greeting, body, closing = letter.text.split("\n\n")
    assert (greeting, body) == (letter.salutation, letter.body)
    assert closing == f"{letter.sign_off}\nJana Malá, pekařka\nPekárna U Mlýna"
    shop.settings.change(owner_title="")
    assert compose(shop, tereza, "birthday").closing.endswith("\nJana Malá, Pekárna U Mlýna")


def test_a_shop_without_a_name_signs_without_a_comma(shop, tereza):
    english = shop.customers.change(tereza.id, language="en")
    assert compose(shop, english).closing.splitlines()[0].endswith(",")
    shop.settings.change(name="", owner="", owner_title="")
    assert compose(shop, english).closing
    assert not compose(shop, english).closing.endswith(",")


def test_a_letter_is_in_her_own_language_and_so_are_its_days(shop, tereza):
    english = shop.customers.change(tereza.id, language="en")
    facts = {"event": "a concert", "event_date": date(2026, 12, 5)}
    letter = compose(shop, english, "event_invitation", facts=facts)
    assert letter.language == "en"
    assert "5\xa0December" in letter.body
    czech = compose(
        shop, shop.customers.change(tereza.id, language=None), "event_invitation", facts=facts
    )
    assert "5.\xa0prosince" in czech.body


def test_a_coupon_is_told_of_only_where_there_is_one(shop, tereza):
    assert "K7P4" not in compose(shop, tereza).body
    facts = {"coupon": "K7P4", "coupon_value": "koláč ke kávě"}
    assert compose(shop, tereza, facts=facts).body.endswith("koláč ke kávě (K7P4).")


@pytest.mark.parametrize("worth", ["10 %", "50 Kč"])
def test_a_number_and_its_sign_stay_on_one_line(shop, tereza, worth):
    letter = compose(shop, tereza, facts={"coupon": "K7P4", "coupon_value": worth})
    assert worth.replace(" ", "\xa0") in letter.body


def test_the_same_letter_comes_out_the_same_and_another_seed_may_change_it(shop, tereza):
    assert compose(shop, tereza) == compose(shop, tereza)
    assert len({compose(shop, tereza, seed=n).text for n in range(12)}) > 2


def test_two_people_are_not_all_written_the_same(shop):
    people = [shop.customer(f"Eva {n}", member_since="2021-03-04") for n in range(40)]
    letters = shop.letters.compose(people, "thank_you", SUNDAY)
    assert len({letter.text_name for letter in letters}) == 3


@pytest.mark.parametrize("letter", letter_names())
def test_neither_text_nor_point_comes_twice_running(shop, tereza, letter):
    before = write(shop, tereza, letter)
    for year in range(1, 7):
        now = write(shop, tereza, letter, SUNDAY + timedelta(days=365 * year))
        assert now.text_name != before.text_name
        assert not {p.thought for p in now.points} & {p.thought for p in before.points}
        assert Doubt.SAME_WORDS not in doubts(now)
        before = now


def test_a_point_is_not_repeated_in_another_letter_either(shop, tereza):
    before = write(shop, tereza, "birthday")
    now = compose(shop, tereza, "thank_you", SUNDAY + timedelta(days=60))
    assert not {p.thought for p in now.points} & {p.thought for p in before.points}


def test_written_a_second_time_it_comes_out_as_it_did(shop, tereza):
    first = write(shop, tereza, "birthday")
    write(shop, tereza, "thank_you", SUNDAY + timedelta(days=90))
    assert compose(shop, tereza, "birthday").text == first.text


def test_what_did_we_write_last_time(shop, tereza):
    assert shop.letters.last_to(tereza.id) is None
    write(shop, tereza, "birthday")
    shop.time.passes(days=30)
    last = write(shop, tereza, "thank_you", SUNDAY + timedelta(days=30))
    found = shop.letters.last_to(tereza.id)
    assert (found.text, found.letter, found.on) == (last.text, "thank_you", date(2026, 12, 22))
    assert [one.letter for one in shop.letters.all_to(tereza.id)] == ["thank_you", "birthday"]


def test_all_is_kept_that_a_reprint_needs(shop, tereza):
    made = {"hand": "Caveat", "ink": "blue", "amount": "0.8", "paper": "A6", "seed": 7}
    letter = write(shop, tereza, "birthday", **made)
    kept = shop.letters.last_to(tereza.id)
    assert kept.made == Made(**made)
    assert (kept.text, kept.language, kept.occasion) == (letter.text, "cs", date(2026, 11, 26))
    assert kept.text_name == letter.text_name
    assert kept.points == tuple(point.name for point in letter.points)
    assert kept.by == "Jana"


def test_a_print_is_undone_and_done_again_and_undone(shop, tereza):
    step = shop.letters.keep(as_made(shop.letters.compose([tereza], "birthday", SUNDAY)))
    assert to_print(shop.book, SUNDAY) == []
    for _ in range(2):
        undone = shop.undo.undo(step)
        assert printed_for(shop.book, tereza.id) == []
        assert shop.letters.last_to(tereza.id) is None
        assert [near.customer.id for near in to_print(shop.book, SUNDAY)] == [tereza.id]
        step = shop.undo.undo(undone.step).step
        assert len(printed_for(shop.book, tereza.id)) == 1
        assert to_print(shop.book, SUNDAY) == []


def test_what_is_undone_already_is_not_undone_again(shop, tereza):
    step = shop.letters.keep(as_made(shop.letters.compose([tereza], "birthday", SUNDAY)))
    shop.undo.undo(step)
    with pytest.raises(NothingToUndo):
        shop.undo.undo(step)


def test_keeping_no_letter_is_no_step(shop):
    assert shop.letters.keep([]) is None


def test_a_card_of_three_weeks_ago_is_told(shop, tereza):
    write(shop, tereza, "thank_you")
    shop.time.passes(days=21)
    (told,) = [d for d in compose(shop, tereza, "birthday", SUNDAY + timedelta(days=21)).doubts
               if d.what is Doubt.LATELY]  # fmt: skip
    assert (told.on, told.letter) == (SUNDAY, "thank_you")
    later = compose(shop, tereza, "birthday", SUNDAY + timedelta(days=22))
    assert Doubt.LATELY not in doubts(later)


def test_the_very_same_words_are_told(shop, tereza):
    sent = write(shop, tereza, "thank_you")
    shop.letters.keep(as_made([sent]))
    again = [d for d in _as_composed_next(shop, tereza, sent) if d.what is Doubt.SAME_WORDS]
    assert again[0].on == SUNDAY


def _as_composed_next(shop, tereza, sent):
    from app.thanks.doubts import doubts_about
    from app.thanks.greeting import Greeting
    from app.thanks.written import written_to

    greeting = Greeting(salutation="", name_in_greeting="x")
    return doubts_about(sent, greeting, "cs", written_to(shop.book, [tereza.id])[tereza.id])


def test_a_stranger_without_a_name_is_doubted(shop):
    one = shop.customer(phones=("+420603123456",), language="pl", member_since=SUNDAY.isoformat())
    assert doubts(compose(shop, one)) == {
        Doubt.NO_NAME,
        Doubt.NOTHING_PERSONAL,
        Doubt.OTHER_LANGUAGE,
    }


def test_notes_are_never_told(shop, tereza):
    shop.customers.write_note(tereza.id, "Rozvádí se")
    one = shop.customers.get(tereza.id)
    for letter in letter_names():
        assert "Rozvádí" not in compose(shop, one, letter).text


def test_of_two_known_things_each_letter_tells_one(shop, tereza):
    letters = [write(shop, tereza, on=SUNDAY + timedelta(days=90 * n)) for n in range(5)]
    told = [[point.thought for point in letter.points] for letter in letters]
    assert told in (
        [["since"], ["preference"]] * 2 + [["since"]],
        [["preference"], ["since"]] * 2 + [["preference"]],
    )


def test_a_birthday_card_remembers_those_before(shop, tereza):
    for year in (2024, 2025):
        write(shop, tereza, "birthday", date(year, 11, 20))
    assert stories(shop.book, [tereza], "cs", shop.today())[tereza.id].wished == (
        date(2024, 11, 26),
        date(2025, 11, 26),
    )


def test_a_household_is_known_without_herself(shop, tereza):
    petr = shop.customer("Petr", "Horák")
    gone = shop.customer("Karel", "Horák", deceased=True)
    shop.customers.live_together([tereza.id, petr.id, gone.id])
    people = shop.customers.several([tereza.id, petr.id])
    known = stories(shop.book, people, "cs", shop.today())
    assert [known[one.id].household for one in people] == [("Petr",), ("Tereza",)]


def test_hundreds_of_letters_are_one_step(shop):
    people = [shop.customer(f"Eva {n}", member_since="2021-03-04") for n in range(30)]
    step = shop.letters.keep(as_made(shop.letters.compose(people, "thank_you", SUNDAY)))
    assert shop.history.step(step).facts == {"n": 30, "name": "Eva 0", "letter": "thank_you"}
