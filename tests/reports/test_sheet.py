import io

import pypdf
import pypdfium2
import pytest

from reports.cards import CardFacts, draw_cards
from reports.papers import paper
from reports.sheet import Imprint, main_language
from tests.reports import reading
from tests.reports.test_cards import TEXTS


@pytest.fixture(scope="module")
def pdf():
    """A card in every language, most of them Czech."""
    cards = [
        CardFacts(name_for_warnings=language, text=text, language=language, seed=len(text))
        for language, text in [*TEXTS.items(), ("cs", TEXTS["cs"])]
    ]
    file = io.BytesIO()
    draw_cards(cards, paper("A6"), file, imprint=Imprint(title="Narozeniny", author="U Mlýna"))
    return file.getvalue()


@pytest.fixture(scope="module")
def reader(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def test_every_font_is_embedded_in_part(pdf):
    found = reading.fonts(pdf)
    assert {name.partition("+")[2] for name in found} == {"Writing"}
    assert all(found.values())


def test_no_font_is_merely_named(pdf):
    assert b"Helvetica" not in reading.everything(pdf)
    assert b"ASCII85" not in reading.everything(pdf)


def test_viewers_print_at_full_size(reader):
    assert reader.root_object["/ViewerPreferences"]["/PrintScaling"] == "/None"


def test_the_file_tells_its_language_title_and_author(reader):
    assert reader.root_object["/Lang"] == "cs"
    assert (reader.metadata.title, reader.metadata.author) == ("Narozeniny", "U Mlýna")


def test_a_text_in_another_language_says_so(reader):
    assert b"/Span <</Lang (he)>> BDC" in reader.pages[5].get_contents().get_data()
    assert b"BDC" not in reader.pages[1].get_contents().get_data()


def test_the_language_of_most_is_that_of_the_file():
    assert main_language(["en", "cs", "cs"]) == "cs"
    assert main_language([]) == "en"


def test_no_date_or_random_number_gets_in(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        made = document.get_metadata_value("CreationDate")
    assert made.startswith("D:2000")
