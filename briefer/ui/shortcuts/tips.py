"""Tool tips that tell the keys as they stand.

In: the window's parts. Out: tool tips of buttons that do what a command does. Must not know: what
the commands do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


def follow_keys(widget: QWidget, words: str, action: QAction) -> None:
    """Have a tool tip say these words with the keys of an action, whatever these become."""

    def tell() -> None:
        keys = shown_key(action)
        widget.setToolTip(f"{words} ({keys})" if keys else words)

    action.changed.connect(tell)
    tell()


def shown_key(action: QAction) -> str:
    """Return the first keys of an action as this system writes them, "" for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def tell_keys(window: MainWindow) -> None:
    """Have the tool tips of the window tell the keys as they stand."""
    actions = window.actions_by_name
    switches = (
        (window.views.switch, ("list", "timeline", "network")),
        (window.views.area.switch, ("list", "timeline", "network")),
        (window.storyboard.head.switch, ("strip", "outline", "grid")),
    )
    for switch, names in switches:
        for name in names:
            button = switch.buttons[name]
            follow_keys(button, button.text(), actions[name])
    rails, checks = window.body.rails, actions["checks"]
    follow_keys(rails["library"].buttons["library"], "Library", actions["go-library"])
    follow_keys(rails["inspector"].buttons["slide"], "Slide", actions["go-inspector"])
    tab = window.right.tabs.buttons["checks"]
    for widget in (rails["inspector"].buttons["checks"], tab, window.status.findings):
        follow_keys(widget, "Checks", checks)
    field, find = window.library.field, actions["find"]
    find.changed.connect(lambda: field.show_keys(shown_key(find)))
    field.show_keys(shown_key(find))
