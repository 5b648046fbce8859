"""The storyboard: what the strip shows, and moving slides by keyboard and by drop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from briefer.storyboard import edits
from briefer.ui.dialogs.details import NameDialog
from briefer.ui.library.model import RECORDS_MIME
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from briefer.ui.storyboard.carry import CARDS_MIME, SLIDES_MIME
from briefer.ui.storyboard.model import StripModel
from briefer.ui.storyboard.rows import rows_of
from tests.ui.driving import ALT, CTRL, NONE, SHIFT, Key, cards, drop, press, search, settle


def strip(window: MainWindow) -> StripModel:
    """Return the model of the storyboard."""
    return window.storyboard.model


def middle_of(window: MainWindow, row: int) -> QPoint:
    """Return the middle of a slide's picture."""
    view = window.storyboard.view
    return view.picture(row).center()


def beside(window: MainWindow, row: int, by: int) -> QPoint:
    """Return a point just left (-1) or right (1) of a slide's picture."""
    view = window.storyboard.view
    picture = view.picture(row)
    return QPoint(picture.left() - 2 if by < 0 else picture.right() + 2, picture.center().y())


def test_rows_follow_sections_and_pages(window: MainWindow) -> None:
    """Each page has a row in its section; sources stand last, in a section of their own."""
    built = window.session.built
    assert built is not None
    rows = rows_of(built)
    assert [row.page for row in rows] == list(built.pages)
    starts = [row.title for row in rows if row.starts]
    assert starts == [*(section.title for section in built.briefing.sections), "Sources"]
    assert rows[-1].card is None


def test_slides_can_be_reached_and_named(window: MainWindow) -> None:
    """Assistive programs read number, title and section of each slide."""
    model = strip(window)
    said = [
        str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    assert said[0].startswith("Slide 1, ")
    assert all(line.startswith("Slide ") and "section " in line for line in said)


def test_arrow_keys_look_at_slides(window: MainWindow) -> None:
    """Right, Page Down and Home move through the slides; the stage follows."""
    view = window.storyboard.view
    view.setFocus()
    press(view, Key.Key_Right)
    assert window.session.page is strip(window).rows[1].page
    press(view, Key.Key_PageDown)
    assert window.session.page is strip(window).rows[2].page
    press(view, Key.Key_Home)
    assert window.session.page is strip(window).rows[0].page
    assert "Slide 1 " in window.stage.canvas.accessibleName().replace(":", " ")


def test_alt_arrows_move_slides_and_cross_sections(window: MainWindow) -> None:
    """Alt Right moves the slide on, at the end of a section into the next one."""
    before = cards(window)
    sizes = [len(section.cards) for section in window.session.briefing.sections]
    window.session.go(Spot(sizes[0] - 1))
    press(window, Key.Key_Right, ALT)
    settle(window)
    after = [len(section.cards) for section in window.session.briefing.sections]
    assert cards(window) == before
    assert after[:2] == [sizes[0] - 1, sizes[1] + 1]
    press(window, Key.Key_Right, ALT)
    settle(window)
    at = window.session.spot.card
    assert at == sizes[0]
    assert cards(window)[at] == before[sizes[0] - 1]


def test_delete_and_duplicate(window: MainWindow) -> None:
    """Del takes the slide away, Ctrl D doubles it, Ctrl Z brings back what was."""
    before = cards(window)
    view = window.storyboard.view
    view.setFocus()
    window.session.go(Spot(1))
    press(view, Key.Key_Delete)
    settle(window)
    assert cards(window) == (before[0], *before[2:])
    press(window, Key.Key_Z, CTRL)
    settle(window)
    assert cards(window) == before
    assert window.session.spot == Spot(1)
    press(window, Key.Key_D, CTRL)
    settle(window)
    assert cards(window) == (*before[:2], before[1], *before[2:])
    assert window.session.spot == Spot(2)


def test_delete_in_a_field_deletes_letters(window: MainWindow) -> None:
    """Del and the arrows with Page keys belong to the text while a field has the focus."""
    before = cards(window)
    press(window, Key.Key_F2)
    title = window.inspector.wording.title
    assert title.hasFocus()
    press(title, Key.Key_Delete)
    settle(window)
    assert len(cards(window)) == len(before)
    assert window.session.spot == Spot(0)


def test_drop_moves_a_slide(window: MainWindow) -> None:
    """A slide let go right of another one stands behind it, in its section."""
    before = cards(window)
    model = strip(window)
    data = model.mimeData([model.index(0)])
    drop(window.storyboard.view, data, beside(window, 2, 1))
    settle(window)
    assert cards(window) == (before[1], before[2], before[0], *before[3:])
    assert window.session.history.undo_label == "Move slide 1"


def test_drop_through_the_model(window: MainWindow) -> None:
    """The model itself takes a drop before a row, as Qt's own views ask for it."""
    before = cards(window)
    model = strip(window)
    data = model.mimeData([model.index(3)])
    move = Qt.DropAction.MoveAction
    assert model.dropMimeData(data, move, 1, 0, model.index(-1))
    settle(window)
    assert cards(window)[:3] == (before[0], before[3], before[1])


def test_records_dropped_beside_and_on_slides(window: MainWindow) -> None:
    """A record between slides is a new slide there; on a slide it joins it."""
    search(window, "extradit")
    library = window.library.model
    data = library.mimeData([library.index(0)])
    ref = library.card(library.index(0)).record.id
    before = cards(window)
    drop(window.storyboard.view, data, beside(window, 2, -1))
    settle(window)
    assert len(cards(window)) == len(before) + 1
    assert cards(window)[2].records == (ref,)
    row = next(n for n, r in enumerate(strip(window).rows) if r.card == 1)
    drop(window.storyboard.view, data, middle_of(window, row))
    settle(window)
    assert cards(window)[1].records == (*before[1].records, ref)


def test_foreign_data_is_refused(window: MainWindow) -> None:
    """What is no list of ids or cards changes nothing."""
    before = window.session.briefing
    for content in (b"no json", b"{}", b"[17]", b'["event/none"]'):
        data = QMimeData()
        data.setData(RECORDS_MIME, QByteArray(content))
        drop(window.storyboard.view, data, middle_of(window, 0))
    assert window.session.briefing == before


def test_an_empty_section_takes_slides(window: MainWindow) -> None:
    """A new section at the end is seen as a place to drop, and a record dropped there joins it."""
    briefing = window.session.briefing
    window.session.do(edits.add_section(briefing, len(briefing.cards), "Annex"))
    settle(window)
    row = next(n for n, r in enumerate(strip(window).rows) if r.title == "Annex")
    assert strip(window).rows[row].page is None
    search(window, "extradit")
    library = window.library.model
    window.storyboard.view.scrollTo(strip(window).index(row))
    drop(window.storyboard.view, library.mimeData([library.index(0)]), middle_of(window, row))
    settle(window)
    assert len(window.session.briefing.sections[-1].cards) == 1
    assert window.session.briefing.sections[-1].title == "Annex"


def test_section_commands(window: MainWindow) -> None:
    """Slides go to the next section at once; sections are renamed and their headings removed."""
    sizes = [len(section.cards) for section in window.session.briefing.sections]
    count = len(sizes)
    press(window, Key.Key_Right, ALT | SHIFT)
    settle(window)
    moved = [len(section.cards) for section in window.session.briefing.sections]
    assert moved[:2] == [sizes[0] - 1, sizes[1] + 1]
    window.actions_by_name["rename-section"].trigger()
    dialog = window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.field.setText("Harm")
    press(dialog.field, Key.Key_Return)
    assert window.session.briefing.sections[1].title == "Harm"
    window.actions_by_name["delete-section"].trigger()
    settle(window)
    assert len(window.session.briefing.sections) == count - 1
    assert "Harm" not in [row.title for row in strip(window).rows]


def test_a_drag_says_what_letting_go_would_do(window: MainWindow) -> None:
    """Over the strip the pill names the place; on a slide, that it joins; away, nothing."""
    search(window, "extradit")
    library = window.library.model
    view = window.storyboard.view
    data = library.mimeData([library.index(0)])
    said: list[str] = []
    view.hinted.connect(said.append)
    for at in (beside(window, 1, 1), middle_of(window, 1)):
        event = QDragMoveEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
        view.dragMoveEvent(event)
        assert event.isAccepted()
        view.grab()
    assert said[0].startswith("Drop: new slide after slide 2")
    assert said[1] == "Drop: add to slide 2"
    view.dragLeaveEvent(QDragLeaveEvent())
    assert said[-1] == ""


def test_the_stage_takes_records(window: MainWindow) -> None:
    """A record let go on the slide joins it."""
    search(window, "extradit")
    library = window.library.model
    ref = library.card(library.index(0)).record.id
    window.session.go(Spot(1))
    data = library.mimeData([library.index(0)])
    at = QPointF(window.stage.canvas.rect().center())
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.stage.canvas.dropEvent(QDropEvent(at, copy, data, button, NONE))
    settle(window)
    assert cards(window)[1].records[-1] == ref


def test_what_is_dragged_is_seen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drag from library or strip carries what it is and shows a picture."""
    dragged: list[tuple[list[str], bool]] = []

    def execute(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        dragged.append((drag.mimeData().formats(), drag.pixmap().isNull()))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", execute)
    window.library.view.setCurrentIndex(window.library.model.index(0))
    window.library.view.startDrag(Qt.DropAction.CopyAction)
    window.library.view.selectAll()
    window.library.view.startDrag(Qt.DropAction.CopyAction)
    window.storyboard.view.startDrag(Qt.DropAction.MoveAction)
    slides = [SLIDES_MIME, CARDS_MIME]
    assert dragged == [([RECORDS_MIME], False), ([RECORDS_MIME], False), (slides, False)]
    window.session.go(Spot(None))
    window.storyboard.view.startDrag(Qt.DropAction.MoveAction)
    assert len(dragged) == 3
