"""The one style sheet: menus, scroll bars, tool tips, fields, choices and check boxes.

In: colours and lengths. Out: text for Qt. Everything else is painted, because a style sheet makes
Qt drop native frames and overrules palettes (design page "app", section 14). No fonts here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QColor

_SHEET = """
QToolTip { background: @raised; color: @text; border: 1px solid @border_strong; padding: 4px 6px; }
QMenuBar { background: transparent; border: none; }
QMenuBar::item { background: transparent; color: @text2; padding: #5px #8px; border-radius: #6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; color: @text; }
QMenu { background: @raised; color: @text; border: 1px solid @border_strong; padding: #6px 0px; }
QMenu::item { padding: #6px #28px #6px #28px; border: none; }
QMenu::icon { padding-left: #10px; }
QMenu::item:selected { background: @selected; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: #5px 0px; }
QMenu::indicator { width: #14px; height: #14px; left: #8px; }
QScrollBar:vertical { background: transparent; width: #12px; margin: 0px; border: none; }
QScrollBar:horizontal { background: transparent; height: #12px; margin: 0px; border: none; }
QScrollBar::handle { background: @border_strong; border-radius: #3px; margin: #3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit, QPlainTextEdit, QTextEdit {
  background: @field; color: @text; border: 1px solid @control; border-radius: #6px;
  selection-background-color: @accent_solid; selection-color: @on_accent;
}
QLineEdit { padding: #5px #9px; }
QPlainTextEdit, QTextEdit { padding: #3px #5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @focus; }
QLineEdit:focus { padding: ~5px ~9px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ~3px ~5px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @disabled; border-color: @border_strong; }
QPlainTextEdit[plain="true"] { border: none; background: transparent; padding: 0px; }
QPlainTextEdit[plain="true"]:focus { border: none; padding: 0px; }
QLineEdit[plain="true"], QLineEdit[plain="true"]:focus {
  border: none; background: transparent; padding: 0px;
}
QComboBox {
  background: @field; color: @text; border: 1px solid @control; border-radius: #6px;
  padding: #5px #9px;
}
QComboBox:focus { border: 2px solid @focus; padding: ~5px ~9px; }
QComboBox:disabled { color: @disabled; border-color: @border_strong; }
QComboBox::drop-down { border: none; width: #22px; }
QComboBox::down-arrow { image: none; width: 0px; height: 0px; }
QScrollArea { background: transparent; border: none; }
QListView { border: none; background: transparent; }
QSplitter::handle { background: @border; }
"""


def style_sheet(color: Callable[[str], QColor], px: Callable[[float], int]) -> str:
    """Return the style sheet: `@token` is a colour, `#9px` a length of the design, `~9px` 1 less.

    The last makes room for the thicker line of a field that has the focus.
    """
    text = re.sub(r"@(\w+)", lambda match: color(match[1]).name(), _SHEET)
    text = re.sub(r"~([\d.]+)px", lambda match: f"{px(float(match[1])) - 1}px", text)
    return re.sub(r"#([\d.]+)px", lambda match: f"{px(float(match[1]))}px", text)
