"""Words of help beside the pointer look as all else does."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from briefer.ui.theme import Look


def test_words_of_help_follow_a_change_of_theme() -> None:
    """Their ground and ink are those of the theme that is shown, not of the first one."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for theme in ("dark", "contrast", "light"):
        look = Look(theme=theme)
        look.apply(application)
        palette = QToolTip.palette()
        assert palette.color(QPalette.ColorRole.ToolTipBase) == look.color("raised")
        assert palette.color(QPalette.ColorRole.ToolTipText) == look.color("text2")
