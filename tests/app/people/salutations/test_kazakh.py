"""A Kazakh letter honours by name and `ханым` or `мырза`, and formally by the father's name."""

import pytest

from app.people.salutations.kazakh import and_after, plural
from tests.app.people.salutations.greeting import line, pairs, people, somebody

WOMEN = """
Әйгерім Гүлнар Жанар Динара Мадина Алия Сәуле Ботагөз Қарлығаш Назгүл Перизат Ұлжан Меруерт Айгүл Раушан Шолпан Зарина
Аружан Томирис Фатима Зейнеп Мариям Светлана
""".split()
MEN = """
Хакім Нұрлан Ерлан Бауыржан Дәурен Асқар Қанат Тимур Әділет Ғалым Мұрат Серік Жандос Болат Дархан Марат Олжас Абай
Ахмет Қасым Әлихан Сергей Үсен
""".split()
NEITHER = "Айнұр Бақыт Рахат Ләззат Бекзат Нұржан Қуаныш Жанат Женя".split()


@pytest.mark.parametrize("name", WOMEN)
def test_whose_name_is_surely_a_womans_is_greeted_as_a_woman(name):
    assert line("kk", name, "Бек") == f"Құрметті {name} ханым!"
    assert line("kk", name.upper(), "БЕК", tone="formal") == f"Құрметті {name} ханым!"
    assert line("kk", name, "Бек", familiar=True) == f"Қымбатты {name}!"


@pytest.mark.parametrize("name", MEN)
def test_whose_name_is_surely_a_mans_is_greeted_as_a_man(name):
    assert line("kk", name, "Бек") == f"Құрметті {name} мырза!"
    assert line("kk", name.lower(), "бек", tone="formal") == f"Құрметті {name} мырза!"
    assert line("kk", name, "Бек", familiar=True) == f"Қымбатты {name}!"


@pytest.mark.parametrize("name", NEITHER)
def test_a_name_of_both_is_honoured_without_a_title(name):
    assert line("kk", name, "Бек") == f"Құрметті {name}!"
    assert line("kk", name, "Бек", "f") == f"Құрметті {name} ханым!"
    assert line("kk", name, "Бек", "m") == f"Құрметті {name} мырза!"


@pytest.mark.parametrize(
    ("first", "last", "form", "warm", "formal"),
    people("""
    Айнұр   | Қасымова  |   | Құрметті Айнұр ханым! | Құрметті Айнұр ханым!
    Бақыт   | Ахметов   |   | Құрметті Бақыт мырза! | Құрметті Бақыт мырза!
    Асқар Серікұлы | Ахметов | | Құрметті Асқар мырза! | Құрметті Асқар Серікұлы!
    Асқар Серік ұлы | Ахметов | | Құрметті Асқар мырза! | Құрметті Асқар Серік ұлы!
    Әйгерім | Қасымқызы |   | Құрметті Әйгерім ханым! | Құрметті Әйгерім Қасымқызы!
    Рахат   | Қасымқызы |   | Құрметті Рахат ханым! | Құрметті Рахат Қасымқызы!
    Иван Петрович | Сидоров | | Құрметті Иван мырза! | Құрметті Иван Петрович!
    Анна Петровна | Сидорова | | Құрметті Анна ханым! | Құрметті Анна Петровна!
            | Қалиева   |   | Құрметті Қалиева ханым! | Құрметті Қалиева ханым!
            | Ахметов   |   | Құрметті Ахметов мырза! | Құрметті Ахметов мырза!
            | Бек       |   | Құрметті Бек! | Құрметті Бек!
    Серік   | Қалиева   |   | Құрметті Серік! | Құрметті Серік!
    Әйгерім |           |   | Құрметті Әйгерім ханым! | Құрметті Әйгерім ханым!
    Айнұр   | Бек       | neutral | Құрметті Айнұр! | Құрметті Айнұр!
    ҚАЙРАТ  | ҮСЕНОВ    |   | Құрметті Қайрат мырза! | Құрметті Қайрат мырза!
    Jana    | Nováková  |   | Құрметті Jana ханым! | Құрметті Jana ханым!
    Alex    | Smith     |   | Құрметті Alex! | Құрметті Alex!
            |           |   | Сәлеметсіз бе! | Сәлеметсіз бе!
            | Сейітов   | family | Құрметті Сейітовтер отбасы! | Құрметті Сейітовтер отбасы!
            | Сейітова  | family | Құрметті Сейітовтер отбасы! | Құрметті Сейітовтер отбасы!
    Әйгерім мен Нұрлан | Сейітов | family | Құрметті Әйгерім мен Нұрлан! | Құрметті Әйгерім мен Нұрлан!
    Мұрат пен Алия | | family | Құрметті Мұрат пен Алия! | Құрметті Мұрат пен Алия!
    Мұрат, Алия және Абай | Сейітов | family | Құрметті Мұрат, Алия мен Абай! | Құрметті Мұрат, Алия мен Абай!
    """),
)
def test_no_name_is_too_odd_to_be_greeted(first, last, form, warm, formal):
    assert line("kk", first, last, form) == warm
    assert line("kk", first, last, form, tone="formal") == formal


@pytest.mark.parametrize(
    ("name", "together"),
    pairs("""
    Ахметов/Ахметовтер Назарбаев/Назарбаевтар Оспанов/Оспановтар Жұмабаев/Жұмабаевтар Әбдіров/Әбдіровтер
    Бекенова/Бекеновтер Ғабдуллин/Ғабдуллиндер Қалиев/Қалиевтер Ыбыраев/Ыбыраевтар Серік/Серіктер Болат/Болаттар
    Нұрлан/Нұрландар Абай/Абайлар Мұса/Мұсалар Әли/Әлилер Қазыбек/Қазыбектер
    """),
)
def test_a_family_has_the_ending_that_its_sounds_ask_for(name, together):
    assert plural(name) == together


@pytest.mark.parametrize(
    ("name", "word"),
    pairs("""
    Әйгерім/мен Алия/мен Нұрлан/мен Абай/мен Асқар/мен Гүл/мен Олжас/пен Мұрат/пен Серік/пен Талғат/пен Ғабит/пен
    Мұхамед/пен Әсел/мен Ораз/бен Абылаз/бен Petr/мен Anna/мен Jakub/пен Tomáš/пен René/мен רחל/мен
    """),
)
def test_the_word_for_and_follows_the_last_sound(name, word):
    assert and_after(name) == word


def test_a_household_and_a_company_are_greeted_as_what_they_are():
    murat = somebody("Мұрат", "Сейітов")
    assert line("kk", "Алия", "Сейітова", household=[murat]) == "Құрметті Алия мен Мұрат!"
    assert line("kk", "", "Сейітова", household=[murat]) == "Құрметті Сейітовтер отбасы!"
    assert line("kk", company="«Гүл» ЖШС") == "Құрметті «Гүл» ЖШС ұжымы!"
