"""The owner's own labels name a household and carry the sequence mark, as the plain ones do."""

import io

import pytest

from reports.label_design import Design, Place, TextBox
from reports.label_design_file import as_parts
from reports.mailing import Mailing, draw_mailing
from tests.reports import reading
from tests.shop import open_scenario

HOME = {"street": "Dlouhá 5", "city": "Brno", "postal_code": "602 00", "country": "CZ"}


@pytest.fixture
def shop(tmp_path):
    return open_scenario(tmp_path)


@pytest.fixture
def design(shop):
    place = Place(left=3, top=3, wide=57, high=30)
    own = Design(size=(63.5, 38.1), boxes=(TextBox(place=place, text="{address}"),))
    return shop.printing.designs.add("Adresa", as_parts(own))


def test_in_a_design_a_household_is_one_and_has_its_mark(shop, design):
    anna, petr = shop.customer("Anna", "Nováková", **HOME), shop.customer("Petr", "Novák", **HOME)
    file = io.BytesIO()
    mailing = Mailing(
        ids=(anna.id, petr.id), stock="L7160", per_household=True, sequence=True, design=design
    )
    done = draw_mailing(shop, mailing, file)
    assert (done.pieces, done.used) == (1, (frozenset({1}),))
    said = reading.words_by_pypdf(file.getvalue())
    assert " ".join(said) == "Anna & Petr Novákovi Dlouhá 5 602 00 Brno 1+2"
    plus = reading.letter_box(file.getvalue(), "+")[0]
    assert plus[2] <= 7.2 + 63.5 - 0.8
    assert plus[3] <= 15.15 + 38.1 - 0.8
