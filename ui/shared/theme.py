"""The look that the whole application wears: palette, style sheet and colours, light or dark."""

import sys
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.shared import stylesheet
from ui.shared.fonts import font
from ui.shared.tokens import DARK, LIGHT, Token, Tokens, dressed

Scheme = Literal["system", "light", "dark"]
STYLE = ("-style", "fusion")


class Theme(QObject):
    """Which tokens hold now; painted widgets read them when they draw, others listen to `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._accent: str | None = None
        self._covered = False
        self.tokens = LIGHT
        # Only Windows tells Qt whether its owner wants animations; elsewhere the shop's settings may say it.
        effects = app.isEffectEnabled(Qt.UIEffect.UI_General)
        self.less_motion = sys.platform == "win32" and not effects
        app.setFont(font(14))
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def dark(self) -> bool:
        return self.tokens.dark

    def follow(self, scheme: Scheme) -> None:
        """Wear `light` or `dark` whatever the system says, or what the `system` asks for."""
        if scheme != self._scheme:
            self._scheme = scheme
            self._dress()

    def wear(self, accent: str | None) -> None:
        """Take the owner's accent (`#RRGGBB`), made readable; None takes the house's own back."""
        self._accent = accent
        self._dress()

    def cover(self) -> None:
        """Lay the style sheet over all windows; to be done before one is shown, and best once it is built.

        Under a style sheet Qt matches a widget and all that stands in it anew each time it is put
        into another: for a whole window that takes twice as long as covering it at the end.
        """
        if not self._covered:
            self._covered = True
            self._app.setStyleSheet(stylesheet.of(self.tokens))

    def _dress(self) -> None:
        base = DARK if self._wants_dark() else LIGHT
        self.tokens = dressed(base, self._accent) if self._accent else base
        self._app.setPalette(_palette(self.tokens))
        if self._covered:
            self._app.setStyleSheet(stylesheet.of(self.tokens))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"


def application() -> QApplication:
    """Qt's application in the style that our widgets build on, made when there is none yet.

    The style is asked for on Qt's own command line: `setStyle` answers with the style, and PySide
    would then learn the 566 names that Qt's styles know, 7 ms.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    return QApplication([*sys.argv[:1], *STYLE])


@cache
def theme() -> Theme:
    """The application's one theme; the first call dresses the application."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a theme needs an application to dress")
    return Theme(app)


def colour(token: Token, share: float = 1.0) -> QColor:
    """The colour that `token` has now, covering `share` (0 to 1) of what lies under it."""
    return _colour(getattr(theme().tokens, token), share)


@lru_cache(maxsize=256)
def _colour(name: str, share: float) -> QColor:
    made = QColor(name)
    made.setAlphaF(share)
    return made


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, name in {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.PlaceholderText: tokens.ink3,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent_hover,
        role.ToolTipBase: tokens.notice,
        role.ToolTipText: tokens.on_notice,
        role.Mid: tokens.line,
    }.items():
        palette.setColor(where, QColor(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.ink3))
    return palette
