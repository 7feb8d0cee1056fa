import pytest

from app.people.exchange.contacts import read_emails
from app.people.phones import read_phones


@pytest.mark.parametrize(
    ("cell", "good", "bad"),
    [
        ("tomas kucera@volny.cz", (), ("tomas kucera@volny.cz",)),
        ("petr.dvorak@gmail,com", (), ("petr.dvorak@gmail,com",)),
        ("a@b.cz c@d.cz", ("a@b.cz", "c@d.cz"), ()),
        ("a@b.cz; volat večer", ("a@b.cz",), ("volat večer",)),
        ("Jan Novák <jan@b.cz>", ("jan@b.cz",), ()),
    ],
)
def test_a_slip_never_makes_another_address_of_it(cell, good, bad):
    assert read_emails(cell) == (good, bad)


@pytest.mark.parametrize(
    ("cell", "addresses"),
    [
        ("Tereza <a@x.cz>; b@y.cz", ("a@x.cz", "b@y.cz")),
        ("b@y.cz, Jan <a@x.cz>", ("a@x.cz", "b@y.cz")),
        ('"Novák, Jan" <a@x.cz>', ("a@x.cz",)),
    ],
)
def test_an_address_beside_one_in_brackets_is_not_lost(cell, addresses):
    assert read_emails(cell) == (addresses, ())


def test_digits_after_a_number_are_kept_with_it():
    phones = read_phones("603 118 274, 12345", "CZ")
    assert (phones.numbers, phones.remark) == (("+420603118274",), "12345")
