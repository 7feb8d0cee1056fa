import pytest

from app.people.exchange.contacts import read_emails


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
