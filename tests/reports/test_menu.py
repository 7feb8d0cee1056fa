"""Menus: as they are typed, as they are printed, and that nothing of them is lost."""

import io

import pytest

from reports.design import design, designs
from reports.dress import Dress, Wearing
from reports.menu import (
    PAPERS,
    EmptyMenu,
    MenuTooLong,
    draw_menus,
    menu_paper,
    preview_menu,
    read_menu,
)
from reports.menu_text import Course, Dish, courses_in
from reports.papers import UnknownPaper
from reports.sentences import sentence
from resources.words import words_in
from tests.reports import reading

CZECH = """
Předkrmy:
Dýňová polévka se zázvorem | 85 Kč | 1, 7
- pečená semínka
- dýňový olej
Paštika z drůbežích jater | 120 Kč

# Hlavní jídla
Svíčková na smetaně, karlovarský knedlík | 245 Kč | 1, 3, 7, 9
Houbové rizoto s parmazánem | 195 Kč | 7
"""
HEBREW = """ראשונות:
מרק דלעת | 32 | 1, 7
עיקריות:
ברווז צלוי | 98"""


def dressed(name="calm", shop="Pekárna U Mlýna"):
    return Wearing(design(name), Dress(name=shop))


def menu(text=CZECH, title="Jana & Petr", note="Alergeny jsou v závorkách.", language="cs"):
    return read_menu(title, text, note, language)


def test_a_menu_is_read_as_it_is_typed():
    first, second = courses_in(CZECH)
    assert first.title == "Předkrmy"
    assert first.dishes[0] == Dish(
        name="Dýňová polévka se zázvorem",
        aside="85 Kč",
        allergens="1, 7",
        about="pečená semínka dýňový olej",
    )
    assert first.dishes[1].aside == "120 Kč"
    assert (second.title, len(second.dishes)) == ("Hlavní jídla", 2)


def test_dishes_need_no_course_and_no_price():
    assert courses_in("Soup\nBread") == (
        Course(title="", dishes=(Dish(name="Soup"), Dish(name="Bread"))),
    )


def test_nothing_typed_is_no_menu():
    with pytest.raises(EmptyMenu):
        menu("  \n ")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", designs())
def test_all_of_a_menu_is_read_back_in_every_design_on_every_paper(name, paper):
    pdf = preview_menu(menu(), dressed(name), PAPERS[paper])
    said = " ".join(reading.words_by_pdfium(pdf)).replace("\N{NO-BREAK SPACE}", " ")
    for part in ("Jana", "Předkrmy", "Dýňová", "85 Kč", "(1, 3, 7, 9)", "semínka", "závorkách"):
        assert part in said, part
    assert all(reading.fonts(pdf).values())


@pytest.mark.parametrize("name", designs())
def test_a_hebrew_menu_has_its_prices_at_the_left(name):
    pdf = preview_menu(menu(HEBREW, "ארוחת ערב", "", "he"), dressed(name, "המאפייה"))
    said = reading.words_by_pypdf(pdf)
    assert {"ראשונות", "דלעת", "98"} <= set(said)
    wide = PAPERS["A5"].card[0]
    assert max(right for _, _, right, _ in reading.letter_box(pdf, "8")) < wide / 2


@pytest.mark.parametrize(("paper", "count"), [("A5x2", 2), ("DLx3", 3)])
def test_several_on_a_page_stand_side_by_side_to_a_tenth_of_a_millimetre(paper, count):
    file = io.BytesIO()
    draw_menus(menu("Xenon:\nSoup"), count, dressed(shop=""), file, paper=PAPERS[paper])
    assert reading.page_size(file.getvalue()) == pytest.approx((297, 210), abs=0.01)
    lefts = sorted(one[0] for one in reading.letter_box(file.getvalue(), "X"))
    wide = PAPERS[paper].card[0]
    assert [left - lefts[0] for left in lefts] == pytest.approx(
        [n * wide for n in range(count)], abs=0.1
    )


def test_a_menu_that_fits_no_paper_is_refused():
    with pytest.raises(MenuTooLong) as refused:
        preview_menu(menu("Soup of the day | 4.50\n" * 120), dressed())
    assert sentence(refused.value, words_in("en")) == "The menu is too long for this paper."


def test_papers_of_menus_are_known_by_name():
    assert menu_paper("").name == "A5"
    assert menu_paper("dlX3").name == "DLx3"
    with pytest.raises(UnknownPaper):
        menu_paper("B5")
