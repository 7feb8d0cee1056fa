"""What is done for a customer more rarely than selling, and how it is called."""

from collections.abc import Mapping

from resources.words import mark

SALES, POINTS, CARD, STATEMENT = "sales", "points", "card", "statement"

ACTS: Mapping[str, str] = {
    SALES: mark("Past sales"),
    POINTS: mark("Put points right"),
    CARD: mark("New card"),
    STATEMENT: mark("Statement of points"),
}
