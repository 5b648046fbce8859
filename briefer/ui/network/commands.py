"""The commands of the network in the menus: they count while the network is shown.

In: actions, the views, the network view. Out: nothing; it connects. Must not know: how any of them
looks.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefer.ui.actions import Actions
from briefer.ui.network.arranging import ARRANGEMENTS
from briefer.ui.network.view import NetworkView
from briefer.ui.views import Views

_ARRANGE = {f"arrange-{way.name}": way.name for way in ARRANGEMENTS}


class NetworkCommands(QObject):
    """Has the actions do what the buttons and keys of the network do."""

    def __init__(self, actions: Actions, views: Views, view: NetworkView) -> None:
        super().__init__(view)
        self._actions = actions
        self._view = view
        does = {
            "network-slide": view.add,
            "network-path": view.find_path,
            "network-neighbors": view.bar.neighbours.toggle,
            "network-reset": view.put_back,
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _=False, do=do: do())
        for name, way in _ARRANGE.items():
            actions[name].setCheckable(True)
            actions[name].triggered.connect(lambda _=False, way=way: view.set_arrangement(way))
        actions["network-neighbors"].setCheckable(True)
        view.bar.neighbours.toggled.connect(self._tick)
        view.arranged.connect(self._tick)
        views.changed.connect(self._allow)
        view.moved_changed.connect(lambda: self._allow(views.current))
        self._allow(views.current)
        self._tick()

    def _allow(self, shown: str) -> None:
        for name in ("network-slide", "network-path", "network-neighbors", *_ARRANGE):
            self._actions[name].setEnabled(shown == "network")
        self._actions["network-reset"].setEnabled(shown == "network" and self._view.any_moved)

    def _tick(self) -> None:
        self._actions["network-neighbors"].setChecked(self._view.bar.neighbours.isChecked())
        for name, way in _ARRANGE.items():
            self._actions[name].setChecked(way == self._view.arrangement)
