"""The stage: zoom, citations on the slide, reading order, what a click on the slide opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from briefer.ui.stage.canvas import Canvas
from briefer.ui.stage.zones import reading_order, text_zones
from briefer.ui.theme import Look
from tests.ui.driving import CTRL, NONE, Key, cards, press, settle, wait_for

QUOTE = 5
"""The slide of the sample that shows one quotation."""


def _look_at(window: MainWindow, index: int) -> None:
    """Look at a slide."""
    window.resize(1440, 900)
    window.session.go(Spot(index))
    settle(window)


def _click(window: MainWindow, at: QPointF) -> None:
    """Click on a point of the stage."""
    viewport = window.stage.canvas.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, at.toPoint())
    QApplication.processEvents()


def test_zoom_by_menu_keys_and_wheel(window: MainWindow) -> None:
    """A larger slide scrolls; keys and Ctrl with the wheel step; 0 fits it again."""
    _look_at(window, 3)
    canvas = window.stage.canvas
    fitted = canvas.slide_rect()
    assert fitted.width() < canvas.viewport().width()
    window.actions_by_name["zoom-200"].trigger()
    assert round(canvas.slide_rect().width()) == 2560
    assert canvas.horizontalScrollBar().maximum() > 0
    assert window.stage.bar.zoom.text() == "200 %"
    left = canvas.slide_rect().left()
    press(canvas, Key.Key_Right)
    assert canvas.slide_rect().left() < left
    press(canvas, Key.Key_Minus)
    assert canvas.zoom == 100
    turn = QWheelEvent(
        QPointF(200, 200),
        QPointF(200, 200),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), turn)
    assert canvas.zoom == 50
    press(canvas, Key.Key_0)
    assert canvas.slide_rect() == fitted
    assert window.actions_by_name["zoom-fit"].isChecked()


class _Patience(QObject):
    """Counts changes of size; from the fiftieth on it keeps them back, so that a loop ends."""

    sizes = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.sizes += event.type() == QEvent.Type.Resize
        return self.sizes > 50 and event.type() == QEvent.Type.Resize


def test_bars_do_not_come_and_go_for_ever(window: MainWindow, look: Look) -> None:
    """Whatever room a zoomed slide has, its bars come to rest: they do not change its margin."""
    canvas, patience = Canvas(look), _Patience()
    canvas.show_page(window.session.page, window.session.template)
    canvas.set_zoom(50)
    canvas.show()
    canvas.viewport().installEventFilter(patience)
    for width in range(672, 684):
        patience.sizes = 0
        canvas.resize(width, 360)
        QApplication.processEvents()
        assert patience.sizes < 10
    canvas.close()


def test_a_citation_is_told_in_full(window: MainWindow) -> None:
    """A click on a marker opens the citation, and says whose words it carries."""
    _look_at(window, QUOTE)
    canvas, popover = window.stage.canvas, window.tools.stage.popover
    zone = canvas.cites[0]
    _click(window, canvas.place_of(zone.frame).center())
    assert popover.isVisible()
    built = window.session.built
    assert built is not None
    reference = next(r for r in built.deck.references if r.number == zone.numbers[0])
    assert reference.full in popover.full.text()
    assert popover.told.text().startswith("Verbatim quotation: ")
    wanted: list[str] = []
    window.tools.stage.record_wanted.connect(wanted.append)
    press(popover, Key.Key_Return)
    assert not popover.isVisible()
    assert wanted == list(cards(window)[QUOTE].records)


def test_citations_are_reached_by_keyboard(window: MainWindow) -> None:
    """Enter on the slide opens the first citation, the arrows go to the next, Escape closes."""
    _look_at(window, 3)
    canvas, popover = window.stage.canvas, window.tools.stage.popover
    canvas.setFocus()
    press(canvas, Key.Key_Return)
    first = popover.title.text()
    press(popover, Key.Key_Right)
    assert popover.title.text() != first
    press(popover, Key.Key_Left)
    assert popover.title.text() == first
    press(popover, Key.Key_Escape)
    assert not popover.isVisible()


def test_overlays_are_switched_by_bar_and_menu(window: MainWindow) -> None:
    """Citations are marked at first; the reading order is laid over when it is asked for."""
    _look_at(window, 3)
    canvas = window.stage.canvas
    assert canvas.shows_citations
    before = canvas.grab().toImage()
    window.stage.bar.citations.click()
    assert not canvas.shows_citations
    assert not window.actions_by_name["citations"].isChecked()
    assert canvas.grab().toImage() != before
    plain = canvas.grab().toImage()
    window.actions_by_name["reading-order"].trigger()
    assert window.stage.bar.order.isChecked()
    assert canvas.grab().toImage() != plain


def test_the_reading_order_leaves_out_what_is_not_read(window: MainWindow) -> None:
    """Title and content are numbered; footer, date and number of the slide are not."""
    _look_at(window, QUOTE)
    page = window.session.page
    assert page is not None
    names = [name for name, _ in reading_order(page)]
    assert names[:3] == ["Kicker", "Title", "Quotation"]
    assert "Footer" not in names


def test_a_click_on_words_leads_to_their_field(window: MainWindow) -> None:
    """The title leads to its field, the line above it to its own, a quotation to its record."""
    _look_at(window, QUOTE)
    canvas, page = window.stage.canvas, window.session.page
    assert page is not None
    places = {zone.field or zone.origin: zone for zone in text_zones(page)}
    window.actions_by_name["checks"].trigger()
    _click(window, canvas.place_of(places["title"].frame).center())
    assert window.inspector.wording.title.hasFocus()
    _click(window, canvas.place_of(places["kicker"].frame).center())
    assert window.inspector.fields.fields["kicker"].hasFocus()
    (ref,) = cards(window)[QUOTE].records
    _click(window, canvas.place_of(places[ref].frame).center())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.inspector.rows[ref].isAncestorOf(focused)


def test_notes_are_drafted_from_what_the_slide_cites(window: MainWindow) -> None:
    """The draft keeps what was to be said, names each record with its source, and is one step."""
    _look_at(window, QUOTE)
    notes = window.stage.notes
    proposed = notes.edit.toPlainText()
    notes.draft.click()
    settle(window)
    drafted = notes.edit.toPlainText()
    assert drafted.startswith(proposed)
    assert "If asked:" in drafted
    assert "(AJIL note, n. 16)." in drafted
    assert window.session.history.undo_label == "Draft notes of slide 6"
    notes.draft.click()
    settle(window)
    assert notes.edit.toPlainText() == drafted
    notes.reset.click()
    wait_for(lambda: notes.edit.toPlainText() == proposed)
    press(window, Key.Key_Z, CTRL)
    wait_for(lambda: notes.edit.toPlainText() == drafted)
