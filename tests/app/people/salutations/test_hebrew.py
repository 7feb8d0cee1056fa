"""A Hebrew letter says man or woman in the word after the name, so it must know: `רחל היקרה,`."""

import pytest

from tests.app.people.salutations.greeting import line, people, somebody

WOMEN = """
רחל שרה לאה רבקה מרים חנה אסתר דבורה יעל נעמי רות תמר שושנה ציפורה דינה אביגיל מיכל רונית סיגל אורלי דנה נועה מאיה שירה
איילת אנה אולגה
""".split()
MEN = """
דוד משה יוסף יעקב יצחק אברהם אהרון שמעון יהודה בנימין שלמה ישראל מנחם יהושע נתן שמואל איתן יונתן נדב עידו
יאיר אבי גדעון יואב ולדימיר
""".split()
NEITHER = "דניאל נועם עדי שקד רוני סיון יובל עמית עומר גיל טל רון אורי שי תומר שמחה".split()


@pytest.mark.parametrize("name", WOMEN)
def test_whose_name_is_surely_a_womans_is_greeted_as_a_woman(name):
    assert line("he", name, "לוי") == f"{name} היקרה,"
    assert line("he", name, "לוי", tone="formal") == "גברת לוי הנכבדה,"


@pytest.mark.parametrize("name", MEN)
def test_whose_name_is_surely_a_mans_is_greeted_as_a_man(name):
    assert line("he", name, "לוי") == f"{name} היקר,"
    assert line("he", name, "לוי", tone="formal") == "מר לוי הנכבד,"


@pytest.mark.parametrize("name", NEITHER)
def test_a_name_of_both_is_greeted_with_peace(name):
    assert line("he", name, "לוי") == f"שלום {name},"
    assert line("he", name, "לוי", tone="formal") == f"{name} לוי, שלום רב,"
    assert line("he", name, "לוי", "m") == f"{name} היקר,"
    assert line("he", name, "לוי", "f") == f"{name} היקרה,"


@pytest.mark.parametrize(
    ("first", "last", "form", "warm", "formal"),
    people("""
    ד"ר רחל | לוי   |   | רחל היקרה, | ד״ר לוי הנכבדה,
    פרופ׳ דוד | לוי |   | דוד היקר,  | פרופ׳ לוי הנכבד,
    הרב יוסף | כהן  | m | הרב כהן היקר, | הרב כהן הנכבד,
    גב׳ עדי | לוי   |   | עדי היקרה, | גברת לוי הנכבדה,
    רחל לאה | לוי   |   | רחל לאה היקרה, | גברת לוי הנכבדה,
    דוד     | בן גוריון | | דוד היקר, | מר בן גוריון הנכבד,
    א׳      | לוי   |   | שלום,      | שלום רב,
    א׳      | לוי   | f | גברת לוי היקרה, | גברת לוי הנכבדה,
            | לוי   |   | שלום,      | שלום רב,
            | לוי   | m | מר לוי היקר, | מר לוי הנכבד,
    רחל     |       |   | רחל היקרה, | רחל היקרה,
    נועם    |       |   | שלום נועם, | נועם, שלום רב,
    נועם    | כהן   | neutral | שלום נועם, | נועם כהן, שלום רב,
            |       |   | שלום,      | שלום רב,
    Anna    | Novák | f | Anna היקרה, | גברת Novák הנכבדה,
    Jana    | Nováková | | Jana היקרה, | גברת Nováková הנכבדה,
    Jan     | Nováková | | שלום Jan, | Jan Nováková, שלום רב,
    Alex    | Smith |   | שלום Alex, | Alex Smith, שלום רב,
    Әйгерім | Бек   |   | Әйгерім היקרה, | גברת Бек הנכבדה,
            | כהן   | family | משפחת כהן היקרה, | משפחת כהן הנכבדה,
            | משפחת כהן | | משפחת כהן היקרה, | משפחת כהן הנכבדה,
    משפחת   | בר-לב |   | משפחת בר-לב היקרה, | משפחת בר-לב הנכבדה,
    דניאל ורחל | כהן | family | דניאל ורחל היקרים, | משפחת כהן הנכבדה,
    דניאל ורחל | כהן |   | דניאל ורחל היקרים, | משפחת כהן הנכבדה,
    דנה ורד | כהן   |   | דנה ורד היקרה, | גברת כהן הנכבדה,
    שרה־לאה | כהן   |   | שרה־לאה היקרה, | גברת כהן הנכבדה,
    רחל ולאה | כהן  | family | רחל ולאה היקרות, | משפחת כהן הנכבדה,
    נועם ועדי | כהן | family | שלום נועם ועדי, | משפחת כהן הנכבדה,
    משה וורד | כהן  | family | משה וורד היקרים, | משפחת כהן הנכבדה,
    משה, רחל ודנה | כהן | family | משה, רחל ודנה היקרים, | משפחת כהן הנכבדה,
    Anna & Petr | Novákovi | family | Anna ו־Petr היקרים, | Novákovi הנכבדים,
    """),
)
def test_no_name_is_too_odd_to_be_greeted(first, last, form, warm, formal):
    assert line("he", first, last, form) == warm
    assert line("he", first, last, form, tone="formal") == formal


def test_a_household_and_a_company_are_greeted_as_what_they_are():
    rachel = somebody("רחל", "לוי", "f")
    assert line("he", "דניאל", "לוי", "m", household=[rachel]) == "דניאל ורחל היקרים,"
    assert line("he", "דניאל", "לוי", "m", household=[rachel], tone="formal") == (
        "משפחת לוי הנכבדה,"
    )
    assert line("he", "דניאל", "כהן", "m", household=[rachel], tone="formal") == (
        "מר כהן וגברת לוי הנכבדים,"
    )
    assert line("he", "נועם", "כהן", household=[rachel], tone="formal") == ("נועם ורחל היקרים,")
    assert line("he", company="מאפיית הטחנה") == "צוות מאפיית הטחנה היקר,"
    assert line("he", company="מאפיית הטחנה", tone="formal") == "צוות מאפיית הטחנה הנכבד,"
