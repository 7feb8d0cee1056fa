"""An English letter is dear to everybody by first name, and formal to Ms, Mr and Dr."""

import pytest

from tests.app.people.salutations.greeting import line, people, somebody

WOMEN = """
Eleanor Alice Grace Sophie Hannah Charlotte Emily Ruth Margaret Niamh Priya Zoë Beatrice Florence Ivy Martha Mary
Elizabeth Siobhan Jennifer
""".split()
MEN = """
Arthur Henry Oliver Jack Thomas George Samuel Daniel Liam Connor Arjun Peter Frank Walter Hugh Edward William James
John Christopher
""".split()
NEITHER = (
    "Alex Robin Kim Sam Leslie Jean Jan Noah Morgan Ashley Xi Olu Noor Rowan Theo Vivian".split()
)


@pytest.mark.parametrize(
    ("name", "title"), [*((name, "Ms") for name in WOMEN), *((name, "Mr") for name in MEN)]
)
def test_a_title_where_the_name_leaves_no_doubt(name, title):
    assert line("en", name, "Smith") == f"Dear {name},"
    assert line("en", name.upper(), "SMITH", tone="formal") == f"Dear {title} Smith,"


@pytest.mark.parametrize("name", NEITHER)
def test_the_whole_name_where_a_title_would_be_a_guess(name):
    assert line("en", name, "Novak") == f"Dear {name},"
    assert line("en", name, "Novak", tone="formal") == f"Dear {name} Novak,"
    assert line("en", name, "Novak", "neutral", tone="formal") == f"Dear {name} Novak,"


@pytest.mark.parametrize(
    ("first", "last", "form", "warm", "formal"),
    people("""
    Mary Ann | Smith    |   | Dear Mary Ann, | Dear Ms Smith,
    John F.  | Kennedy  |   | Dear John,     | Dear Mr Kennedy,
    J. R.    | Tolkien  |   | Hello,         | Hello,
    J. R.    | Tolkien  | m | Dear Mr Tolkien, | Dear Mr Tolkien,
    liam     | mcdonald |   | Dear Liam,     | Dear Mr McDonald,
    SINEAD   | O'BRIEN  | f | Dear Sinead,   | Dear Ms O'Brien,
    Ludwig   | VAN DER BERG | m | Dear Ludwig, | Dear Mr van der Berg,
    Dr. Jane | Goodall  |   | Dear Jane,     | Dear Dr Goodall,
    Dr. Alex | Lee      |   | Dear Alex,     | Dear Dr Lee,
             | Lee, Ph.D. |  | Dear Dr Lee,  | Dear Dr Lee,
    Prof. Jo | Lee      |   | Dear Jo,       | Dear Professor Lee,
    Mrs. Jo  | Lee      |   | Dear Jo,       | Dear Ms Lee,
    Martin   | King Jr. |   | Dear Martin,   | Dear Mr King,
    Eleanor  |          |   | Dear Eleanor,  | Dear Eleanor,
             | Whitfield |  | Hello,         | Hello,
             | Whitfield | f | Dear Ms Whitfield, | Dear Ms Whitfield,
    Jana     | Dvořáková |  | Dear Jana,     | Dear Ms Dvořáková,
    Tomáš    | Novák    | m | Dear Tomáš,    | Dear Mr Novák,
    רחל      | כהן      |   | Dear רחל,      | Dear Ms כהן,
    Әйгерім  | Бек      |   | Dear Әйгерім,  | Dear Ms Бек,
    Søren    | Jensen   |   | Dear Søren,    | Dear Mr Jensen,
             |          |   | Hello,         | Hello,
             | Novák    | family | Dear Novák family, | Dear Novák family,
    The      | Smith family |  | Dear Smith family, | Dear Smith family,
             | Novákovi |   | Dear Novákovi, | Dear Novákovi,
    Anna & Peter | Smith |  | Dear Anna and Peter, | Dear Anna and Peter Smith,
    Mr & Mrs | Smith | family | Dear Smith family, | Dear Smith family,
    Mr and Mrs John | Smith |  | Dear Smith family, | Dear Smith family,
    Anna and Peter | Smith | family | Dear Anna and Peter, | Dear Anna and Peter Smith,
    Anna, Peter and Zoë | Smith | family | Dear Anna, Peter and Zoë, | Dear Anna, Peter and Zoë Smith,
    """),
)
def test_no_name_is_too_odd_to_be_greeted(first, last, form, warm, formal):
    assert line("en", first, last, form) == warm
    assert line("en", first, last, form, tone="formal") == formal


def test_a_household_and_a_company_are_greeted_as_what_they_are():
    petr = somebody("Petr", "Novák")
    assert line("en", "Anna", "Nováková", household=[petr]) == "Dear Anna and Petr,"
    assert line("en", "Anna", "Nováková", household=[petr], tone="formal") == (
        "Dear Anna Nováková and Petr Novák,"
    )
    assert line("en", company="Mill & Co") == "Dear friends at Mill & Co,"
    assert line("en", company="Mill & Co", tone="formal") == "Dear team at Mill & Co,"


def test_a_language_nobody_wrote_letters_in_is_greeted_in_english():
    assert line("pl", "Anna", "Kowalska") == "Dear Anna,"
