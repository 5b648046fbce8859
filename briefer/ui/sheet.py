"""The style sheets of fields, menus and scroll bars; all else is painted.

In: colours, lengths, a widget. Out: the text for Qt that the widget wears, and only it. A sheet of
the whole application would make Qt style every widget anew whenever one is put into its place and
whenever the theme changes, at a third of a millisecond each. No fonts here: a sheet would silently
overrule `setFont` (design page "app", section 14).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

_MENU = """
QMenu { background: @raised; color: @text; border: 1px solid @border_strong; padding: #6px 0px; }
QMenu::item { padding: #6px #28px #6px #28px; border: none; }
QMenu::icon { padding-left: #10px; }
QMenu::item:selected { background: @selected; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: #5px 0px; }
QMenu::indicator { width: #14px; height: #14px; left: #8px; border: none; }
QMenu::right-arrow { width: #14px; height: #14px; border: none; }
"""
_MENU_BAR = """
QMenuBar { background: transparent; border: none; }
QMenuBar::item { background: transparent; color: @text2; padding: #5px #8px; border-radius: #6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; color: @text; }
"""
_SCROLL_BAR = """
QScrollBar:vertical { background: transparent; width: #12px; margin: 0px; border: none; }
QScrollBar:horizontal { background: transparent; height: #12px; margin: 0px; border: none; }
QScrollBar::handle { background: @border_strong; border-radius: #3px; margin: #3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
_LINE = """
QLineEdit {
  background: @field; color: @text; border: 1px solid @control; border-radius: #6px;
  selection-background-color: @accent_solid; selection-color: @on_accent; padding: #5px #9px;
}
QLineEdit:focus { border: 2px solid @focus; padding: ~5px ~9px; }
QLineEdit:disabled { color: @disabled; border-color: @border_strong; }
QLineEdit[plain="true"], QLineEdit[plain="true"]:focus {
  border: none; background: transparent; padding: 0px;
}
"""
_LINES = """
QPlainTextEdit {
  background: @field; color: @text; border: 1px solid @control; border-radius: #6px;
  selection-background-color: @accent_solid; selection-color: @on_accent; padding: #3px #5px;
}
QPlainTextEdit:focus { border: 2px solid @focus; padding: ~3px ~5px; }
QPlainTextEdit:disabled { color: @disabled; border-color: @border_strong; }
QPlainTextEdit[plain="true"] { border: none; background: transparent; padding: 0px; }
QPlainTextEdit[plain="true"]:focus { border: none; padding: 0px; }
"""
_CHOICE = """
QComboBox {
  background: @field; color: @text; border: 1px solid @control; border-radius: #6px;
  padding: #5px #9px;
}
QComboBox:focus { border: 2px solid @focus; padding: ~5px ~9px; }
QComboBox:disabled { color: @disabled; border-color: @border_strong; }
QComboBox::drop-down { border: none; width: #22px; }
QComboBox::down-arrow { image: none; width: 0px; height: 0px; }
"""

_FILES = """
QFileDialog { background: @panel; border: 1px solid @border_strong; }
QFileDialog QComboBox {
  background: @field; color: @text; border: 1px solid @control; border-radius: #6px;
  padding: #5px #9px;
}
QFileDialog QComboBox:focus { border: 2px solid @focus; padding: ~5px ~9px; }
QFileDialog QAbstractItemView {
  background: @field; color: @text; border: 1px solid @border_strong;
  selection-background-color: @selected; selection-color: @text;
}
QFileDialog QAbstractItemView:focus { border: 1px solid @focus; }
QHeaderView { background: @field; border: none; }
QHeaderView::section {
  background: @field; color: @text2; padding: #4px #8px; border: none;
  border-bottom: 1px solid @border_strong;
}
QFileDialog QPushButton {
  background: @raised; color: @text; border: 1px solid @control; border-radius: #6px;
  padding: #6px #14px;
}
QFileDialog QPushButton:hover { background: @hover; }
QFileDialog QPushButton:default {
  background: @accent_solid; color: @on_accent; border-color: @accent_solid;
}
QFileDialog QPushButton:disabled {
  background: transparent; color: @disabled; border-color: @border_strong;
}
QFileDialog QPushButton:focus { border: 2px solid @focus; padding: ~6px ~14px; }
QFileDialog QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: #6px; padding: #4px;
}
QFileDialog QToolButton:hover { background: @hover; }
QFileDialog QToolButton:checked { background: @selected; }
QFileDialog QToolButton:focus { border-color: @focus; }
"""

SHEETS: tuple[tuple[type[QWidget], str], ...] = (
    (QScrollBar, _SCROLL_BAR),
    (QMenu, _MENU),
    (QLineEdit, _LINE + _MENU),  # with the menu that Qt opens over it
    (QPlainTextEdit, _LINES + _MENU + _SCROLL_BAR),
    (QComboBox, _CHOICE + _MENU),
    (QMenuBar, _MENU_BAR + _MENU),
    (QFileDialog, _FILES + _LINE + _MENU + _SCROLL_BAR),  # with all that Qt puts into it
)
"""What wears a sheet, and which."""


def wearing(widget: QWidget) -> type[QWidget] | None:
    """Return the class of `SHEETS` that a widget is of, None for one that wears no sheet."""
    if isinstance(widget, QScrollBar) and _never_seen(widget):
        return None
    of: type = type(widget)
    kind = _kind_of(of)
    if kind is None or kind is QFileDialog:
        return kind
    return None if isinstance(widget.window(), QFileDialog) else kind


@cache
def _kind_of(of: type) -> type[QWidget] | None:
    return next((kind for kind, _ in SHEETS if issubclass(of, kind)), None)


def _never_seen(bar: QScrollBar) -> bool:
    """Return whether an area has a bar only because Qt makes two for each."""
    between = bar.parent()
    area = between.parent() if between is not None else None
    if not isinstance(area, QAbstractScrollArea):
        return False
    upright = bar.orientation() == Qt.Orientation.Vertical
    policy = area.verticalScrollBarPolicy() if upright else area.horizontalScrollBarPolicy()
    return policy == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def style_sheets(
    color: Callable[[str], QColor], px: Callable[[float], int]
) -> dict[type[QWidget], str]:
    """Return the sheets by who wears them.

    `@token` is a colour, `#9px` a length of the design, `~9px` 1 less: that makes room for the
    thicker line of a field that has the focus.
    """

    def filled(sheet: str) -> str:
        text = re.sub(r"@(\w+)", lambda match: color(match[1]).name(), sheet)
        text = re.sub(r"~([\d.]+)px", lambda match: f"{px(float(match[1])) - 1}px", text)
        return re.sub(r"#([\d.]+)px", lambda match: f"{px(float(match[1]))}px", text)

    return {kind: filled(sheet) for kind, sheet in SHEETS}
