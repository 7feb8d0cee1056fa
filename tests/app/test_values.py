from dataclasses import FrozenInstanceError, replace

import pytest

from app.values import value


@value
class Cake:
    filling: str
    slices: int = 8


@value
class Shared:
    slices: int

    def __post_init__(self):
        if self.slices < 2:
            raise ValueError(self.slices)


def test_a_value_is_what_it_says():
    assert Cake(filling="poppy") == Cake(filling="poppy", slices=8)
    assert Cake(filling="poppy") != Cake(filling="plum")
    assert {Cake(filling="poppy"), Cake(filling="poppy")} == {Cake(filling="poppy")}
    assert repr(Cake(filling="poppy")) == "Cake(filling='poppy', slices=8)"


def test_values_of_two_kinds_are_never_the_same():
    assert Shared(slices=8) != replace(Cake(filling=""), filling="8")


def test_a_value_never_changes_but_another_can_be_made_of_it():
    cake = Cake(filling="poppy")
    with pytest.raises(FrozenInstanceError):
        cake.slices = 7
    with pytest.raises(FrozenInstanceError):
        del cake.slices
    assert replace(cake, slices=7) == Cake(filling="poppy", slices=7)
    assert cake.slices == 8


@pytest.mark.parametrize("facts", [{}, {"slices": 8}, {"filling": "", "icing": ""}])
def test_a_value_takes_all_its_facts_and_no_others(facts):
    with pytest.raises(TypeError):
        Cake(**facts)


def test_a_value_examines_itself():
    with pytest.raises(ValueError, match="1"):
        Shared(slices=1)


@value(kw_only=False)
class Slice:
    cake: str
    plate: str = "small"


def test_the_facts_of_some_values_have_an_order():
    assert Slice("poppy", "large") == Slice(cake="poppy", plate="large")
    assert Slice("poppy") == Slice("poppy", plate="small")
    with pytest.raises(TypeError):
        Slice("poppy", "large", "third")
    with pytest.raises(TypeError):
        Slice("poppy", cake="plum")
