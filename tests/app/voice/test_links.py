"""The page on which others review the shop."""

import pytest

from app.voice.links import NotALink, read_link


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" https://g.page/mill/review ", "https://g.page/mill/review"),
        ("g.page/mill", "https://g.page/mill"),
        ("http://mlýn.cz/hodnocení", "http://mlýn.cz/hodnocení"),
    ],
)
def test_an_address_is_taken_as_it_is_typed(typed: str, kept: str) -> None:
    assert read_link(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "our page",
        "ftp://a.b",
        "javascript:alert(1)",
        "https://mill",
        "http://[",
        f"a.b/{'x' * 300}",
    ],
)
def test_what_is_no_page_is_refused(typed: str) -> None:
    with pytest.raises(NotALink):
        read_link(typed)
