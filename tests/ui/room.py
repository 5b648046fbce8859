"""What has not the room that it needs: words cut, things laid over each other."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QWidget

from briefer.ui.widgets.labels import Line

_LINES = 2
"""Px by which a button may be lower than usual where it stands between lines."""


def cut(root: QWidget) -> list[str]:
    """Return the labels and buttons that are smaller than their words."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            room = widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
            needed = room if room > 0 else widget.sizeHint().height()
            if widget.height() < needed or (
                not widget.wordWrap() and widget.width() < widget.sizeHint().width()
            ):
                found.append(widget.text())
        elif isinstance(widget, QAbstractButton | Line):
            tall = widget.heightForWidth(widget.width())
            needed = tall if tall > 0 else widget.sizeHint().height()
            if widget.height() < needed - _LINES:
                found.append(widget.accessibleName())
    return found


def overlapping(root: QWidget) -> list[tuple[str, str]]:
    """Return the pairs of widgets in one layout that lie over each other."""
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        layout = parent.layout()
        if layout is None or not parent.isVisible():
            continue
        seen = [widget for widget in _within(layout) if widget.isVisible()]
        found += [
            (_called(one), _called(other))
            for one, other in combinations(seen, 2)
            if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
        ]
    return found


def _within(layout: QLayout) -> list[QWidget]:
    widgets: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, below = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            widgets.append(widget)
        elif below is not None:
            widgets += _within(below)
    return widgets


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}".strip()
