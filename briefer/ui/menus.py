"""The menus, made from the table of commands, and the choices of theme and text size."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefer.settings import TEXT_SCALES
from briefer.ui.actions import Actions
from briefer.ui.theme import Look
from briefer.ui.widgets.menu import Menu

MENUS = ("File", "Edit", "Insert", "View", "Briefing", "Library", "Help")
THEME_WORDS = {
    "system": "As the system",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}


class Menus:
    """The menus by name, and the ticks of theme and text size."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        *,
        actions: Actions,
        set_theme: Callable[[str], None],
        set_scale: Callable[[int], None],
    ) -> None:
        self._look = look
        self.by_name = {name: _menu(look, parent, name=name, actions=actions) for name in MENUS}
        view = self.by_name["View"]
        sizes = actions["larger"].associatedObjects()[0]
        assert isinstance(sizes, QMenu)
        self._themes = _choices(parent, THEME_WORDS.items(), set_theme)
        self._scales = _choices(parent, ((n, f"{n} %") for n in TEXT_SCALES), set_scale)
        themes = Menu(look, parent, "&Theme")
        themes.addActions(self._themes.actions())
        view.insertMenu(sizes.menuAction(), themes)
        sizes.insertActions(sizes.actions()[0], self._scales.actions())

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into a menu bar."""
        for menu in self.by_name.values():
            bar.addMenu(menu)

    def folded(self, parent: QWidget) -> QMenu:
        """Return one menu that holds all of them, for narrow windows."""
        whole = Menu(self._look, parent)
        for menu in self.by_name.values():
            whole.addMenu(menu)
        return whole

    def tick(self, *, theme: str, scale: int) -> None:
        """Tick the theme and the text size that are shown."""
        for group, value in ((self._themes, theme), (self._scales, scale)):
            for action in group.actions():
                action.setChecked(action.data() == value)


def _menu(look: Look, parent: QWidget, *, name: str, actions: Actions) -> QMenu:
    menu = Menu(look, parent, f"&{name}")
    menu.setToolTipsVisible(False)
    subs: dict[str, QMenu] = {}
    for action, command in actions.of_menu(name):
        if command.sub and command.sub not in subs:
            subs[command.sub] = Menu(look, parent, command.sub)
            if command.parted:
                menu.addSeparator()
            menu.addMenu(subs[command.sub])
        elif command.parted:
            subs.get(command.sub, menu).addSeparator()
        subs.get(command.sub, menu).addAction(action)
    return menu


def _choices(
    parent: QWidget,
    values: Iterable[tuple[str | int, str]],
    choose: Callable[[str], None] | Callable[[int], None],
) -> QActionGroup:
    group = QActionGroup(parent)
    for value, words in values:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setData(value)
    group.triggered.connect(lambda action: choose(action.data()))
    return group
