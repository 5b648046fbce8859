"""The network in the window: what is chosen by keys and mouse, what goes on a slide."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.records import Actor, Ref
from briefer.store import Store
from briefer.ui.library.finding import Ask, Pick
from briefer.ui.library.model import RECORDS_MIME
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.main_window import MainWindow
from briefer.ui.network.geometry import Scene
from briefer.ui.network.view import NetworkView
from briefer.ui.places import Places
from briefer.ui.records.editor import RecordEditor
from briefer.ui.session import Session
from briefer.ui.theme import Look, restyle_all
from tests.builders import make_actor
from tests.ui.driving import CTRL, NONE, SHIFT, Key, cards, press, settle, wait_for

LEFT = Qt.MouseButton.LeftButton
CHINA = "actor/china"


@pytest.fixture
def session(places: Places) -> Iterator[Session]:
    """Return the session of an empty briefing, without a window around it."""
    opened = Session(places)
    yield opened
    opened.close()


@pytest.fixture
def library(session: Session, look: Look) -> Iterator[LibraryPanel]:
    """Return the library panel."""
    panel = LibraryPanel(look, session)
    yield panel
    panel.deleteLater()


@pytest.fixture
def network(session: Session, library: LibraryPanel, look: Look) -> Iterator[NetworkView]:
    """Return the network beside the library, drawn."""
    view = NetworkView(look, session, library)
    library.searched.connect(lambda: view.look_at(library.ask()))
    view.resize(1440, 600)
    view.show()
    drawn(view)
    yield view
    view.close_lane()
    view.close()
    view.deleteLater()


def drawn(view: NetworkView) -> None:
    """Wait until the network is drawn and the connections of an actor are listed."""
    wait_for(lambda: view.canvas.scene is not None and bool(view.detail.list.connections.rows))


def built(session: Session) -> None:
    """Wait until the pages are those of the briefing."""
    wait_for(lambda: session.up_to_date)


def names(view: NetworkView, rows: Iterable[int]) -> set[str]:
    """Return the names of nodes."""
    return {view.model.network.nodes[row].name for row in rows}


def look_at(view: NetworkView, ref: Ref) -> None:
    """Look at an actor and wait for its connections."""
    view.go_to(ref)
    wait_for(lambda: view.canvas.current_ref() == ref and _listed(view) == ref)


def _listed(view: NetworkView) -> Ref:
    rows = view.detail.list.connections.rows
    if not rows:
        return ""
    first = rows[0]
    return first.relation.subject if first.outward else first.relation.object


# The view


def test_names_cover_nothing(network: NetworkView) -> None:
    """At any zoom, a name that is shown covers no disc and no other name."""
    canvas = network.canvas
    assert canvas.scene is not None
    for zoom in (0.4, 0.8, 1.0, 1.6):
        canvas.zoom_by(zoom / canvas.camera.zoom)
        rows = canvas.named()
        boxes = [canvas.scene.name(row, zoom) for row in rows]
        discs = range(len(network.model.network.nodes))
        for n, (row, box) in enumerate(zip(rows, boxes, strict=True)):
            assert not any(box.intersects(other) for other in boxes[:n])
            others = (other for other in discs if other != row)
            assert not any(
                box.intersects(canvas.scene.disc(o, zoom).adjusted(2, 2, -2, -2)) for o in others
            )
    canvas.zoom_by(1.0 / canvas.camera.zoom)
    assert len(canvas.named()) == len(network.model.network.nodes)


def test_actors_are_items_with_names(network: NetworkView) -> None:
    """Assistive programs find every actor as an item, with kind, source and connections."""
    interface = QAccessible.queryAccessibleInterface(network.canvas)
    assert interface.childCount() == len(network.model.network.nodes)
    row = network.model.network.place[CHINA]
    item = interface.child(row)
    said = item.text(QAccessible.Text.Name)
    assert said.startswith("Actor, State, China")
    assert "tied to" in said
    assert "AJIL note" in said
    look_at(network, CHINA)
    at = network.canvas.viewport().mapFromGlobal(item.rect().center())
    assert network.canvas.indexAt(at).row() == row


def test_the_panel_tells_the_picture(network: NetworkView) -> None:
    """The connections of the actor looked at are listed with kind of tie and citation."""
    look_at(network, CHINA)
    assert network.detail.title.text() == "China"
    said = [row.spoken for row in network.detail.list.connections.rows]
    drawn = [
        e for e in network.model.network.edges if CHINA in (e.relation.subject, e.relation.object)
    ]
    assert len(said) == len(drawn)
    assert "Asked for help by United States, Agreement, AJIL note, n. 17" in said


def test_enter_on_a_connection_goes_to_the_other_actor(network: NetworkView) -> None:
    """Tab leads from the picture to the list of connections; Enter goes on."""
    look_at(network, CHINA)
    network.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    rows = network.detail.list
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.currentIndex().row() == 0
    other = rows.connections.rows[0].other
    press(rows, Key.Key_Return)
    wait_for(lambda: network.canvas.current_ref() == other)


def test_arrow_keys_go_to_the_nearest_that_way(network: NetworkView) -> None:
    """Each arrow key goes to an actor on that side, and the choice goes along."""
    canvas = network.canvas
    look_at(network, "actor/united-states")
    for key, right, down in (
        (Key.Key_Left, -1, 0),
        (Key.Key_Right, 1, 0),
        (Key.Key_Up, 0, -1),
        (Key.Key_Down, 0, 1),
    ):
        canvas.look_at_ref("actor/united-states")
        before = canvas.disc_rect(canvas.currentIndex().row()).center()
        origin = canvas.camera.middle
        press(canvas, key)
        row = canvas.currentIndex().row()
        moved = canvas.disc_rect(row).center() + (canvas.camera.middle - origin).toPoint() - before
        assert moved.x() * right + moved.y() * down > 0
        assert canvas.chosen() == [row]


def test_space_picks_and_escape_ends_it(network: NetworkView) -> None:
    """Space keeps an actor chosen while arrows go on; Space again lets go; Escape ends it."""
    canvas = network.canvas
    look_at(network, CHINA)
    first = canvas.currentIndex().row()
    press(canvas, Key.Key_Space)
    press(canvas, Key.Key_Right)
    second = canvas.currentIndex().row()
    assert second != first
    assert canvas.chosen() == [first]
    press(canvas, Key.Key_Space)
    assert set(canvas.chosen()) == {first, second}
    press(canvas, Key.Key_Space)
    assert canvas.chosen() == [first]
    press(canvas, Key.Key_Escape)
    assert canvas.chosen() == [second]


def test_click_chooses_and_ctrl_click_adds(network: NetworkView) -> None:
    """A click chooses one alone, Ctrl click more; a click on the ground changes nothing."""
    canvas = network.canvas
    canvas.fit()
    for row, keys in ((3, NONE), (5, CTRL)):
        QTest.mouseClick(canvas.viewport(), LEFT, keys, canvas.disc_rect(row).center())
    assert set(canvas.chosen()) == {3, 5}
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, QPoint(2, 2))
    assert set(canvas.chosen()) == {3, 5}
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, canvas.disc_rect(4).center())
    assert canvas.chosen() == [4]


def test_wheel_zooms_at_the_pointer(network: NetworkView) -> None:
    """With Ctrl the wheel zooms, and what is under the pointer stays there; 0 shows all."""
    canvas = network.canvas
    look_at(network, CHINA)
    row = canvas.currentIndex().row()
    before, zoom = canvas.disc_rect(row).center(), canvas.camera.zoom
    turn(network, before, CTRL)
    assert canvas.camera.zoom > zoom
    after = canvas.disc_rect(row).center()
    assert (after - before).manhattanLength() <= 3
    assert network.page.zoom.label.text() == f"{round(canvas.camera.zoom * 100)}%"
    turn(network, before, NONE)
    assert canvas.disc_rect(row).center().y() > after.y()
    press(canvas, Key.Key_0)
    room = canvas.viewport().rect()
    assert all(room.contains(canvas.disc_rect(n)) for n in range(canvas.network_model.rowCount()))


def turn(view: NetworkView, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel one notch away from the user."""
    viewport = view.canvas.viewport()
    where = QPointF(viewport.mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    notch = QPoint(0, 120)
    event = QWheelEvent(
        QPointF(at), where, QPoint(), notch, Qt.MouseButton.NoButton, held, phase, False
    )
    QApplication.sendEvent(viewport, event)


# Slides


def test_a_network_slide_takes_the_neighbours(network: NetworkView, session: Session) -> None:
    """Enter adds the chosen actor and its neighbours as one step; undo takes them back."""
    before = session.briefing
    look_at(network, CHINA)
    row = network.canvas.currentIndex().row()
    count = 1 + len(network.model.network.neighbours(row))
    assert network.detail.add.text() == f"Add network slide, {count} actors"
    press(network.canvas, Key.Key_Return)
    built(session)
    (added,) = session.briefing.cards
    assert added.kind == "network"
    assert added.records[0] == CHINA
    assert len(added.records) == count
    assert network.model.slides(row) == (1,)
    session.undo()
    assert session.briefing == before


def test_without_neighbours_the_chosen_alone(network: NetworkView, session: Session) -> None:
    """N leaves the neighbours out: one actor makes an actor slide, two a network."""
    look_at(network, CHINA)
    press(network.canvas, Key.Key_N)
    assert network.detail.add.text() == "Add actor slide"
    place = network.model.network.place
    network.canvas.fit()
    at = network.canvas.disc_rect(place["actor/united-states"]).center()
    QTest.mouseClick(network.canvas.viewport(), LEFT, CTRL, at)
    assert network.detail.add.text() == "Add network slide, 2 actors"
    network.detail.add.click()
    assert set(session.briefing.cards[0].records) == {CHINA, "actor/united-states"}


def test_shift_enter_adds_to_the_current_slide(network: NetworkView, session: Session) -> None:
    """Shift Enter puts the actors on the slide that is looked at."""
    session.add([make_actor("actor/mexico")])
    look_at(network, CHINA)
    press(network.canvas, Key.Key_Return, SHIFT)
    (card,) = session.briefing.cards
    assert {"actor/mexico", CHINA} <= set(card.records)


def test_actors_who_are_not_tied_are_told(network: NetworkView) -> None:
    """Before a network of actors without a relation is added, the panel says that there is none."""
    look_at(network, "actor/xi-jinping")
    network.bar.neighbours.click()
    network.canvas.fit()
    at = network.canvas.disc_rect(network.model.network.place["actor/anne-milgram"]).center()
    QTest.mouseClick(network.canvas.viewport(), LEFT, CTRL, at)
    assert network.detail.hint.text() == "No relation joins these actors."


def test_f_chooses_who_stands_between(network: NetworkView) -> None:
    """F tells what it needs, then chooses the actors on the way from one to the other."""
    canvas = network.canvas
    look_at(network, "actor/department-of-commerce")
    press(canvas, Key.Key_F)
    assert "Choose two actors" in network.page.note.line.words
    press(canvas, Key.Key_Space)
    canvas.fit()
    at = canvas.disc_rect(network.model.network.place[CHINA]).center()
    QTest.mouseClick(canvas.viewport(), LEFT, CTRL, at)
    press(canvas, Key.Key_F)
    between = {"Institute of Forensic Science of China", "Chinese Ministry of Public Security"}
    assert names(network, canvas.chosen()) == {"China", "Commerce Department"} | between
    assert all(name in network.page.note.line.words for name in between)
    assert network.detail.add.text() == "Add network slide, 4 actors"


# Search, kinds, emptiness


def test_search_marks_what_matches(network: NetworkView, library: LibraryPanel) -> None:
    """Typing marks the actors that match and looks at one; nobody moves."""
    places = dict(network.canvas.scene.places) if network.canvas.scene else {}
    library.field.setText("mexic")
    wait_for(lambda: network.model.network.wanted.query == "mexic")
    matched = {node.name for node in network.model.network.nodes if node.matched}
    assert "Mexico" in matched
    assert "China" not in matched
    assert network.canvas.scene is not None
    assert dict(network.canvas.scene.places) == places
    assert "actors match" in network.page.note.line.words
    assert names(network, network.canvas.chosen()) <= matched


def test_nothing_found_can_be_cleared(network: NetworkView, library: LibraryPanel) -> None:
    """A search without an actor says so; one click clears it."""
    library.field.setText("zzz")
    wait_for(network.page.empty.isVisible)
    assert network.page.empty.said[0] == "No actor matches “zzz”."
    network.page.empty.clear_button.click()
    wait_for(network.canvas.isVisible)
    assert library.field.text() == ""


def test_types_without_a_place_in_a_network(network: NetworkView) -> None:
    """Events alone cannot be shown: the view says so, and the list is one click away."""
    network.look_at(Ask(types=("event",)))
    assert network.page.empty.said[0] == "The network shows actors, not events."
    gone: list[bool] = []
    network.list_wanted.connect(lambda: gone.append(True))
    network.page.empty.list_button.click()
    assert gone == [True]
    network.look_at(Ask(chosen={"topic": (Pick("sanctions", "Sanctions"),)}))
    wait_for(network.canvas.isVisible)


def test_a_library_without_relations_says_so(network: NetworkView, session: Session) -> None:
    """An empty network explains itself."""
    with Store.open(session.places.store) as store:
        store.delete_all([record.id for record in store.all("relation")], force=True)
    network.refresh()
    wait_for(network.page.empty.isVisible)
    assert network.page.empty.said[0] == "There are no relations in this library."
    assert not network.page.empty.clear_button.isVisible()


def test_chips_leave_kinds_of_actors(network: NetworkView) -> None:
    """A chip leaves its kind only; who stays does not move."""
    chip = network.bar.chips["state"]
    count = int(chip.accessibleName().split(", ")[1])
    scene = network.canvas.scene
    assert scene is not None
    before = scene.places[CHINA]
    chip.click()
    assert network.model.rowCount() == count
    assert {node.kind for node in network.model.network.nodes} == {"state"}
    scene = network.canvas.scene
    assert scene is not None
    assert scene.places[CHINA] == before
    network.go_to("actor/department-of-justice")
    assert network.canvas.current_ref() == "actor/department-of-justice"
    assert not chip.isChecked()


def test_arrange_places_the_actors_another_way(network: NetworkView) -> None:
    """The arrangements place the same actors elsewhere, and back in the first place again."""
    scene = network.canvas.scene
    assert scene is not None
    first = dict(scene.places)
    seen = [first]
    for action in (*network.bar.ways.actions()[1:], network.bar.ways.actions()[0]):
        before = network.canvas.scene
        action.trigger()
        wait_for(partial(_another, network, before))
        assert network.canvas.scene is not None
        seen.append(dict(network.canvas.scene.places))
    assert seen[1] != first
    assert seen[2] != seen[1]
    assert seen[3] == first


def _another(view: NetworkView, scene: Scene | None) -> bool:
    return view.canvas.scene is not scene


@pytest.mark.parametrize("scale", [100, 200])
def test_larger_text_keeps_all_in_reach(network: NetworkView, look: Look, scale: int) -> None:
    """At any text size no button of the panel is cut and no name is laid over another."""
    before = network.canvas.scene
    look.set_scale(scale)
    restyle_all(network)
    if scale != 100:
        wait_for(lambda: network.canvas.scene is not before)
    QApplication.processEvents()
    for button in (network.detail.add, network.detail.profile):
        assert button.width() >= button.sizeHint().width()
    scene = network.canvas.scene
    assert scene is not None
    boxes = [scene.name(row, 1.0) for row in range(len(scene.network.nodes))]
    assert not any(box.intersects(other) for n, box in enumerate(boxes) for other in boxes[:n])


# In the window


def test_the_window_shows_the_network(window: MainWindow) -> None:
    """Ctrl 3 shows the network with the keyboard on it; what is dragged the storyboard knows."""
    press(window, Key.Key_3, CTRL)
    view = window.network
    drawn(view)
    wait_for(view.canvas.hasFocus)
    look_at(view, CHINA)
    data = view.model.mimeData([view.canvas.currentIndex()])
    assert json.loads(bytes(data.data(RECORDS_MIME).data())) == [CHINA]
    assert isinstance(window.library.record(CHINA), Actor)
    assert window.views.view is view
    assert [record.id for record in view.chosen()] == [CHINA]
    before = cards(window)
    window.actions_by_name["network-slide"].trigger()
    settle(window)
    assert len(cards(window)) == len(before) + 1
    window.actions_by_name["arrange-circle"].trigger()
    assert view.arrangement == "circle"
    assert not window.actions_by_name["arrange-force"].isChecked()
    window.actions_by_name["network-neighbors"].trigger()
    assert view.detail.add.text() == "Add actor slide"
    view.detail.open.click()
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), RecordEditor))
    editor = QApplication.activeModalWidget()
    assert editor is not None
    press(editor, Key.Key_Escape)
    press(view.canvas, Key.Key_Escape)
    assert window.views.view is None
    assert not window.actions_by_name["network-slide"].isEnabled()
