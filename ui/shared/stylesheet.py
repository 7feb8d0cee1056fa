"""The few things that a style sheet says better than a painter: menus, scroll bars, empty grounds."""

from dataclasses import fields

from ui.shared.tokens import Tokens, over

_SHEET = """
Input, Lines {{ background: transparent; border: none; color: {ink};
  placeholder-text-color: {ink3}; }}
Table {{ background: {canvas}; border: none; selection-background-color: transparent; }}
QMenu {{ background: {surface}; border: 1px solid {line}; border-radius: 10px; padding: 6px; }}
QMenu::item {{ padding: 8px 24px 8px 12px; border-radius: 6px; color: {ink}; }}
QMenu::item:selected {{ background: {sunken}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {edge}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {notice}; color: {on_notice}; border: none; padding: 6px 8px; }}
"""


def of(tokens: Tokens) -> str:
    """The style sheet in the colours of `tokens`."""
    named = {part.name: getattr(tokens, part.name) for part in fields(tokens)}
    return _SHEET.format_map({**named, "handle": over(tokens.edge, 0.45, tokens.canvas)})
