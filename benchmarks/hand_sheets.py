"""Writes a sheet of four cards in every language, to be looked at: hand_sheets.py FOLDER."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reports.cards import CardFacts, draw_cards, style_of
from reports.files import whole_file
from reports.papers import paper
from tests.reports.hand.texts import TEXTS

HANDS = {"en": None, "cs": None, "sk": "Dancing Script", "da": "Zeyada", "kk": None, "he": None}


def main(folder: Path) -> None:
    for language, hand in HANDS.items():
        cards = [
            CardFacts(name_for_warnings=str(n), text=text, language=language, uid=f"sheet {n}")
            for n, text in enumerate(TEXTS[language])
        ]
        with whole_file(folder / f"hand-{language}.pdf") as file:
            draw_cards(cards, paper("A6x4"), file, style=style_of(hand, "blue"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
