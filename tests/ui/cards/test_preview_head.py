"""Above the card: whose it is and what is done to it, never cut."""

import pytest
from PySide6.QtCore import QPoint

from ui.cards.preview_head import PreviewHead


@pytest.mark.parametrize("language", ["en", "cs", "sk", "da", "kk", "he"])
@pytest.mark.parametrize("size", [(1024, 680), (1280, 800), (1440, 900)])
def test_no_word_above_the_card_is_cut(qtbot, open_studio, language, size):
    studio = open_studio(language)
    studio.window.resize(*size)
    head = studio.screen.findChild(PreviewHead)
    for part in (*head.acts, head.paper):
        qtbot.waitUntil(lambda part=part: part.width() >= part.sizeHint().width())
        end = part.mapTo(head, QPoint(part.width(), 0)).x()
        assert part.mapTo(head, QPoint()).x() >= 0
        assert end <= head.width()
    assert head.whose.width() > 0
