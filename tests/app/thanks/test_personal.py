"""Which points can be told of a story, and how they are said."""

from datetime import date

import pytest

from app.thanks.letters import LetterKind
from app.thanks.manner import read_manner
from app.thanks.personal import Point, Telling, chosen, points_of
from app.thanks.story import Story

ON = date(2026, 11, 22)
ANY = LetterKind(name="any")


def told(story=None, language="en", kind=ANY, on=ON, key="", **more):
    telling = Telling(story=story or Story(), on=on, manner=read_manner(language), **more)
    return {point.name: point.text for point in points_of(telling, kind, key)}


def ways(name, story, language="en", **more):
    """All the ways in which a point is said."""
    return {told(story, language, key=str(n), **more)[name] for n in range(40)}


def test_where_nothing_is_known_nothing_is_told():
    assert told() == {}


@pytest.mark.parametrize(
    ("since", "name", "said"),
    [(date(2026, 11, 1), None, ""), (date(2026, 10, 1), None, ""), (date(2026, 9, 22), "months", "two months"),
     (date(2025, 12, 1), "months", "eleven months"), (date(2025, 11, 23), "round", "a year"),
     (date(2025, 10, 22), "years", "a year"), (date(2021, 11, 30), "round", "five years"),
     (date(2021, 12, 1), "years", "four years"), (date(2022, 11, 1), "years", "four years"),
     (date(2012, 5, 1), "years", "14 years"), (date(2027, 1, 1), None, "")],
)  # fmt: skip
def test_a_card_tells_since_when_somebody_comes(since, name, said):
    found = told(Story(since=since))
    assert set(found) == ({f"since.{name}"} if name else set())
    assert said in "".join(found.values())


def test_few_visits_are_not_counted_and_round_numbers_are_pointed_out():
    assert told(Story(visits=9)) == {}
    assert set(told(Story(visits=43))) == {"visits.many"}
    assert set(told(Story(visits=100))) == {"visits.round"}


def test_czech_counts_her_visits_in_her_gender():
    story = Story(visits=43)
    assert any(
        "byla jste tu už 43krát" in way for way in ways("visits.many", story, "cs", form="f")
    )
    assert any("byl jste tu už 43krát" in way for way in ways("visits.many", story, "cs", form="m"))
    assert all("43krát" not in way for way in ways("visits.many", story, "cs"))


def test_whom_she_brought_is_named_unless_they_are_many():
    assert "Petra" in told(Story(brought=("Petra",)))["brought.one"]
    assert "Petra, Jan and Eva" in told(Story(brought=("Petra", "Jan", "Eva")))["brought.several"]
    assert (
        "Petra, Jan a\xa0Eva"
        in told(Story(brought=("Petra", "Jan", "Eva")), "cs")["brought.several"]
    )
    assert "5" in told(Story(brought=tuple("ABCDE")))["brought.many"]


def test_what_she_said_is_told_with_what_came_of_it():
    assert set(told(Story(said="too few seats."))) == {"told.heard"}
    both = told(Story(said="too few seats.", changed="there are two new benches."))
    assert "two new benches" in both["told.changed"]
    assert ".." not in both["told.changed"]


def test_only_a_round_age_is_mentioned():
    assert told(turning=39) == {}
    assert "40" in told(turning=40)["age.round"]


@pytest.mark.parametrize("age", [18, 40, 80, 85])
def test_english_has_the_right_article_for_every_age(age):
    assert not any(f"A {age}" in way for way in ways("age.round", None, turning=age))


def test_birthday_cards_are_counted_up_to_the_one_that_is_written():
    story = Story(wished=(date(2024, 11, 26), date(2025, 11, 26), date(2026, 11, 26)))
    assert "third time" in told(story, occasion=date(2026, 11, 26))["wished.again"]
    assert "potřetí" in told(story, "cs", occasion=date(2026, 11, 26))["wished.again"]
    assert told(story, occasion=date(2024, 11, 26)) == told(story) == {}


def test_a_letter_tells_only_what_suits_it():
    story = Story(since=date(2020, 1, 1), favourite="rye bread")
    assert set(told(story, kind=LetterKind(name="x", points=("favourite",)))) == {"favourite.thing"}
    assert set(told(story, kind=LetterKind(name="x", points=("since.years",)))) == {"since.years"}
    assert told(story, kind=LetterKind(name="x", points=("since.round",))) == {}


def test_a_last_purchase_that_is_her_favourite_is_told_once():
    assert set(told(Story(favourite="rye", last_purchase="rye"))) == {"favourite.thing"}


def test_what_is_rare_comes_first():
    story = Story(visits=100, favourite="rye", preferences=("window",), household=("Petr",))
    for n in range(20):
        names = list(told(story, key=str(n)))
        assert (names[0], names[-1]) == ("visits.round", "household.there")


def test_of_few_points_some_are_left_for_the_next_letter():
    points = [Point(name=f"{thought}.x", text="words") for thought in ("since", "told", "visits")]
    assert [p.thought for p in chosen(points[:1], avoid=(), room=9)] == ["since"]
    assert [p.thought for p in chosen(points[:2], avoid=(), room=9)] == ["since"]
    assert [p.thought for p in chosen(points, avoid=(), room=9)] == ["since", "told"]
    assert [p.thought for p in chosen(points, avoid=("since", "told"), room=9)] == ["visits"]


def test_at_most_three_points_are_told_and_no_more_words_than_there_is_room_for():
    points = [Point(name=f"{thought}.x", text="four words of it") for thought in
              ("favourite", "since", "visits", "told", "brought", "age")]  # fmt: skip
    names = [p.thought for p in chosen(points, avoid=(), room=100)]
    assert names == ["since", "visits", "favourite"]
    assert [p.thought for p in chosen(points, avoid=(), room=9)] == ["since", "favourite"]
    assert [p.thought for p in chosen(points, avoid=("since",), room=4)] == ["favourite"]
