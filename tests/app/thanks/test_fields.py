import pytest

from app.thanks.fields import (
    FIELDS,
    Facts,
    UnclosedBrace,
    UnknownField,
    What,
    check,
    faults,
    fill,
    filled,
)


def facts(form="", **values):
    return Facts(values=values, form=form)


def test_a_field_is_filled_and_one_with_a_default_never_empty():
    assert filled("Hello {first_name}", facts(first_name="Eva")) == "Hello Eva"
    assert filled("from {city|our town}", facts()) == "from our town"
    assert filled("from {city | our town}", facts(city="Brno")) == "from Brno"


def test_a_line_whose_fact_is_not_known_vanishes():
    text = "One.\nYou turn {turning}.\nTwo."
    assert fill(text, facts()) == "One.\nTwo."
    assert fill(text, facts(turning="  ")) == "One.\nTwo."
    assert fill(text, facts(turning="40")) == "One.\nYou turn 40.\nTwo."


def test_empty_lines_stay_but_never_two_where_a_line_vanished():
    assert fill("One.\n\n{city}\n\nTwo.", facts()) == "One.\n\nTwo."


def test_one_wording_for_one_person_and_another_for_several():
    assert filled("for {dig/jer}", facts()) == "for dig"
    assert filled("for {dig/jer}", facts("f")) == "for dig"
    assert filled("for {dig/jer}", facts("several")) == "for jer"


@pytest.mark.parametrize(("form", "said"), [("m", "sám"), ("f", "sama"), ("several", "sami")])
def test_a_wording_follows_him_her_and_them(form, said):
    assert filled("{sám/sama/sami}", facts(form)) == said


def test_nobody_is_guessed_to_be_a_man_or_a_woman():
    assert filled("Přijďte {sám/sama/sami}.", facts()) is None


def test_doubled_braces_are_braces_and_braces_in_a_name_are_only_braces():
    assert filled("a {{b}} c", facts()) == "a {b} c"
    assert filled("{first_name}", facts(first_name="{shop}", shop="Mlýn")) == "{shop}"


def test_a_name_is_written_on_one_line():
    assert filled("{first_name}", facts(first_name="Jan\n Novák")) == "Jan Novák"


def test_an_unknown_field_is_refused_by_name_and_place():
    with pytest.raises(UnknownField) as refusal:
        check("Hello,\nmy {frist_name}!")
    assert refusal.value.facts == {"field": "frist_name", "line": 2, "column": 4, "known": FIELDS}


@pytest.mark.parametrize("text", ["Hello {first_name!", "Hello {first_name\n}", "Hello {"])
def test_a_brace_left_open_is_refused_at_its_place(text):
    with pytest.raises(UnclosedBrace) as refusal:
        check(text)
    assert refusal.value.facts == {"text": text.splitlines()[0][6:], "line": 1, "column": 7}


@pytest.mark.parametrize("text", ["{a/b/c/d}", "{a/}", "{}", "{ }", "{|x}"])
def test_what_is_neither_a_field_nor_a_choice_of_words_is_unknown(text):
    with pytest.raises(UnknownField):
        check(text)


def test_an_editor_is_told_everything_that_is_to_be_marked():
    text = "{nmae} and {city|here}\n\n  {shop"
    assert [(one.what, one.line, one.column, one.length) for one in faults(text)] == [
        (What.UNKNOWN_FIELD, 1, 1, 6),
        (What.UNCLOSED_BRACE, 3, 3, 5),
    ]
    marked = [
        text.splitlines()[one.line - 1][one.column - 1 :][: one.length] for one in faults(text)
    ]
    assert marked == ["{nmae}", "{shop"]
