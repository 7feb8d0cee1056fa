"""What is said of a card or label before it is printed."""

from reports.cautions import MissingLetters, WrittenSmall
from reports.sentences import caution
from resources.words import words_in


def test_letters_that_are_missing_are_told_one_by_one():
    said = caution(MissingLetters(name="Ερμής", letters=("Ε", "ρ")), words_in("en"))
    assert said == "Ερμής: written otherwise, since no typeface here has Ε, ρ"


def test_a_small_size_is_told_as_numbers_are_written_there():
    said = caution(WrittenSmall(name="Jan", size=5.5, smallest=7.0), words_in("en"))
    assert "5.5 pt" in said
