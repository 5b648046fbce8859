"""Actors of the network put elsewhere: by mouse, by keys, after a restart, and put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.ui.main_window import MainWindow
from briefer.ui.network.geometry import Laid
from briefer.ui.network.graph import Network, Node, Wanted
from briefer.ui.network.moved import MOST_PICTURES, MovedActors
from briefer.ui.network.spreading import Point
from briefer.ui.network.view import NetworkView
from tests.builders import make_actor
from tests.ui.conftest import Opener
from tests.ui.driving import CTRL, Key, press, wait_for

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def shown(window: MainWindow) -> NetworkView:
    """Show the network and return it, drawn, with the first actor looked at."""
    window.actions_by_name["network"].trigger()
    view = window.network
    wait_for(lambda: view.canvas.scene is not None and bool(view.detail.list.connections.rows))
    view.canvas.setCurrentIndex(view.model.index(0))
    return view


def place(view: NetworkView, row: int = 0) -> Point:
    """Return where an actor stands."""
    assert view.canvas.scene is not None
    return view.canvas.scene.place(row)


def drag(view: NetworkView, *by: QPoint, release: bool = True) -> None:
    """Press on the first actor and move the pointer on, as a mouse does."""
    view.canvas.scrollTo(view.model.index(0))
    at = view.canvas.disc_rect(0).center()
    viewport = view.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NONE, at)
    for step in by:
        at += step
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            viewport.mapToGlobal(QPointF(at)),
            Qt.MouseButton.NoButton,
            LEFT,
            NONE,
        )
        QApplication.sendEvent(viewport, moved)
    if release:
        QTest.mouseRelease(viewport, LEFT, NONE, at)


def moved_by(view: NetworkView, before: Point) -> Point:
    """Return how far the first actor stands from where it was, in px of the screen."""
    (x, y), zoom = place(view), view.canvas.camera.zoom
    return round((x - before[0]) * zoom), round((y - before[1]) * zoom)


def test_a_dragged_actor_stays_where_it_is_put(opened: Opener) -> None:
    """Other arrangements are as they were; the next window has it there, until it is put back."""
    window = opened()
    view = shown(window)
    start, reset = place(view), window.actions_by_name["network-reset"]
    others = place(view, 1)
    assert not reset.isEnabled()
    drag(view, QPoint(30, 0), QPoint(30, 20), QPoint(5, 5))
    assert moved_by(view, start) == (65, 25)
    assert place(view, 1) == others
    put = place(view)
    assert reset.isEnabled()
    assert view.bar.reset.isEnabled()
    view.set_arrangement("circle")
    wait_for(lambda: place(view, 1) != others)
    assert place(view) != put
    assert not reset.isEnabled()
    window.close()
    again = opened()
    view = shown(again)
    assert place(view) == pytest.approx(put)
    assert place(view, 1) == pytest.approx(others)
    again.actions_by_name["network-reset"].trigger()
    wait_for(lambda: place(view) == pytest.approx(start))
    assert not view.bar.reset.isEnabled()


def test_keys_move_the_actor_looked_at(window: MainWindow) -> None:
    """Ctrl with an arrow moves it a step; without Ctrl the arrow goes to another actor."""
    view = shown(window)
    view.canvas.setFocus()
    start = place(view)
    press(view.canvas, Key.Key_Right, CTRL)
    press(view.canvas, Key.Key_Right, CTRL)
    press(view.canvas, Key.Key_Up, CTRL)
    assert place(view) == (start[0] + 32, start[1] - 16)
    assert view.canvas.currentIndex().row() == 0
    press(view.canvas, Key.Key_Right)
    assert view.canvas.currentIndex().row() != 0


def test_escape_takes_a_drag_back(window: MainWindow) -> None:
    """The actor is where it was, and nothing is kept."""
    view = shown(window)
    start = place(view)
    drag(view, QPoint(30, 0), QPoint(30, 20), release=False)
    assert place(view) != start
    press(view.canvas, Key.Key_Escape)
    QTest.mouseRelease(view.canvas.viewport(), LEFT)
    assert place(view) == start
    assert not view.any_moved


def test_beyond_the_edge_actors_are_dragged_as_cards(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture is as before, and what is dragged is what the storyboard takes."""
    view = shown(window)
    dragged = []
    monkeypatch.setattr(
        "briefer.ui.network.picking.QDrag.exec", lambda drag, _: dragged.append(drag.mimeData())
    )
    start = place(view)
    drag(view, QPoint(30, 0), QPoint(30, 20), QPoint(0, 5000))
    assert len(dragged) == 1
    assert dragged[0].hasFormat(view.model.mimeTypes()[0])
    assert place(view) == start
    assert not view.any_moved


def laid(*names: str, query: str = "") -> Laid:
    """Return a network of unconnected actors in a row."""
    nodes = tuple(Node(make_actor(f"actor/{n}"), "state", 0, matched=False) for n in names)
    network = Network(Wanted(query), nodes)
    return Laid(network, "force", (), tuple((100.0 * n, 0.0) for n in range(len(names))))


def test_places_are_kept_by_search_and_library(tmp_path: Path) -> None:
    """An actor that is gone is forgotten; the text size moves nothing out of proportion."""
    path, store = tmp_path / "network.json", tmp_path / "store.sqlite"
    moved = MovedActors(path, store)
    moved.moved(laid("a", "b"), {"actor/a": (30.0, 60.0)}, 1.0)
    read = MovedActors(path, store)
    assert read.applied(laid("b", "a"), 2.0).places == ((0.0, 0.0), (60.0, 120.0))
    assert not read.any_in(laid("a", "b", query="agreement"))
    assert not MovedActors(path, tmp_path / "other.sqlite").any_in(laid("a", "b"))
    read.moved(laid("b"), {"actor/b": (5.0, 5.0)}, 1.0)
    last = MovedActors(path, store).applied(laid("a", "b"), 1.0)
    assert last.places == ((0.0, 0.0), (5.0, 5.0))
    for number in range(MOST_PICTURES):
        read.moved(laid("a", query=f"word {number}"), {"actor/a": (1.0, 1.0)}, 1.0)
    assert not MovedActors(path, store).any_in(laid("b"))


@pytest.mark.parametrize(
    "said", ["", "[]", '{"k": 1}', '{"k": {"actor/a": ["x", 1]}}', "[" * 100_000, "\x00"]
)
def test_a_damaged_file_moves_nothing(tmp_path: Path, said: str) -> None:
    """It is written anew with the next actor that is moved."""
    path = tmp_path / "network.json"
    path.write_text(said, encoding="utf-8")
    moved = MovedActors(path, tmp_path / "store.sqlite")
    assert moved.applied(laid("a"), 1.0) == laid("a")
    moved.moved(laid("a"), {"actor/a": (7.0, 7.0)}, 1.0)
    assert MovedActors(path, tmp_path / "store.sqlite").any_in(laid("a"))
