"""Outline and grid: what they show, choosing several slides, renaming in place, going to slides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from briefer.storyboard import edits
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from briefer.ui.storyboard.go_to import GoToDialog
from tests.ui.driving import ALT, CTRL, NONE, SHIFT, Key, cards, drop, press, search, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def in_front(window: MainWindow) -> None:
    """Have the window take the keys."""
    window.activateWindow()
    QApplication.processEvents()


def click(window: MainWindow, row: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Click on a slide of strip or grid."""
    view = window.storyboard.grid if window.storyboard.mode == "grid" else window.storyboard.view
    view.scrollTo(view.model().index(row, 0))
    QTest.mouseClick(view.viewport(), LEFT, modifier, view.picture(row).center())
    QApplication.processEvents()


def chosen(window: MainWindow) -> tuple[int, ...]:
    """Return the chosen cards."""
    return window.storyboard.chosen.cards


def rows_selected(window: MainWindow) -> list[int]:
    """Return the selected rows of strip and grid."""
    return sorted(index.row() for index in window.storyboard.view.selectedIndexes())


def row_of_card(window: MainWindow, card: int) -> QPoint:
    """Return the middle of a slide's row in the outline."""
    outline = window.storyboard.outline
    index = window.storyboard.outline_model.of_card(card)[0]
    outline.scrollTo(index)
    return outline.visualRect(index).center()


def test_ctrl_4_5_6_switch_the_view(window: MainWindow) -> None:
    """Each key shows its view, ticks its menu entry and segment; two views are tall."""
    board = window.storyboard
    low = board.height()
    for key, mode in ((Key.Key_5, "outline"), (Key.Key_6, "grid"), (Key.Key_4, "strip")):
        press(window, key, CTRL)
        assert board.mode == mode
        assert board.current.isVisible()
        assert board.head.switch.value == mode
        assert window.actions_by_name[mode].isChecked()
        share = board.height() / window.body.height()
        assert board.height() == low if mode == "strip" else 0.4 <= share <= 0.5
    board.head.switch.buttons["grid"].click()
    assert board.mode == "grid"


def test_f6_comes_to_the_view_that_is_shown(window: MainWindow) -> None:
    """The way round the panels leads into the outline while it is shown."""
    press(window, Key.Key_5, CTRL)
    assert window.storyboard.first_focus() is window.storyboard.outline


def test_several_slides_are_chosen(window: MainWindow) -> None:
    """Shift takes all between, Ctrl one more; the stage stays with the last one clicked."""
    click(window, 1)
    click(window, 3, SHIFT)
    assert chosen(window) == (1, 2, 3)
    click(window, 5, CTRL)
    assert chosen(window) == (1, 2, 3, 5)
    assert rows_selected(window) == [1, 2, 3, 5]
    assert window.session.spot.card == 5
    assert "4 selected" in window.storyboard.head.counts.words
    click(window, 5, CTRL)
    assert chosen(window) == (1, 2, 3)
    assert window.session.spot.card == 1
    click(window, 2)
    assert chosen(window) == (2,)
    press(window.storyboard.view, Key.Key_Right, SHIFT)
    press(window.storyboard.view, Key.Key_Right, SHIFT)
    assert chosen(window) == (2, 3, 4)
    assert window.session.spot.card == 4


def test_what_is_chosen_is_chosen_in_all_views(window: MainWindow) -> None:
    """Slides chosen in the strip are chosen in outline and grid too, and the other way round."""
    click(window, 1)
    click(window, 2, CTRL)
    press(window, Key.Key_5, CTRL)
    outline = window.storyboard.outline
    assert outline.chosen() == ([1, 2], None)
    QTest.mouseClick(outline.viewport(), LEFT, NONE, row_of_card(window, 4))
    QTest.mouseClick(outline.viewport(), LEFT, CTRL, row_of_card(window, 3))
    press(window, Key.Key_6, CTRL)
    assert chosen(window) == (3, 4)
    assert [window.storyboard.model.rows[row].card for row in rows_selected(window)] == [3, 4]


def test_looking_at_another_slide_chooses_it_alone(window: MainWindow) -> None:
    """Page Down, or a jump from elsewhere, ends a choice of several."""
    click(window, 1)
    click(window, 3, SHIFT)
    window.session.go(Spot(7))
    assert chosen(window) == (7,)
    press(window.storyboard.view, Key.Key_PageUp)
    assert chosen(window) == (6,)


def test_a_band_chooses_what_it_touches(window: MainWindow) -> None:
    """In the grid a band drawn from beside the slides takes those it crosses."""
    press(window, Key.Key_6, CTRL)
    grid = window.storyboard.grid
    first, second = grid.picture(0), grid.picture(1)
    begin = QPoint(first.left() - 8, first.top() - 4)
    QTest.mousePress(grid.viewport(), LEFT, NONE, begin)
    for at in (begin + QPoint(20, 20), second.center()):
        QTest.mouseMove(grid.viewport(), at)
        QApplication.processEvents()
    grid.grab()
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, second.center())
    assert chosen(window) == (0, 1)
    QTest.mouseClick(grid.viewport(), LEFT, NONE, begin)
    assert rows_selected(window) == [0, 1]


def test_the_grid_goes_up_and_down_and_has_sizes(window: MainWindow) -> None:
    """Down goes to the line below; sections begin a line; larger slides make fewer a line."""
    press(window, Key.Key_6, CTRL)
    grid, model = window.storyboard.grid, window.storyboard.model
    grid.setFocus()
    press(grid, Key.Key_Home)
    press(grid, Key.Key_Down)
    below = grid.currentIndex().row()
    assert model.rows[below].section == 1
    assert grid.picture(below).left() == grid.picture(0).left()
    press(grid, Key.Key_Up)
    assert grid.currentIndex().row() == 0
    small = grid.picture(0).width()
    window.actions_by_name["grid-large"].trigger()
    assert grid.picture(0).width() > 2 * small
    assert window.actions_by_name["grid-large"].isChecked()
    window.storyboard.head.sizes.buttons["M"].click()
    assert small < grid.picture(0).width() < 2 * small
    press(grid, Key.Key_End)
    bottom = grid.visualRect(grid.currentIndex()).bottom()
    assert bottom <= grid.viewport().height()


def test_the_outline_tells_sections_slides_and_lines(window: MainWindow) -> None:
    """Assistive programs read section, slide and line; Left folds a slide, and it stays folded."""
    press(window, Key.Key_5, CTRL)
    model, outline = window.storyboard.outline_model, window.storyboard.outline
    section = model.index(0, 0)
    slide = model.index(1, 0, section)
    role = Qt.ItemDataRole.AccessibleTextRole
    title = window.session.briefing.sections[0].title
    assert str(section.data(role)).startswith(f"Section {title}, ")
    assert str(slide.data(role)).startswith("Slide 2, ")
    line = model.index(0, 0, slide)
    assert line.data() in model.chapters[0].entries[1].lines
    assert line.parent() == slide
    assert slide.parent() == section
    window.session.go(Spot(1))
    outline.setFocus()
    press(outline, Key.Key_Left)
    assert not outline.isExpanded(slide)
    window.session.do(edits.duplicate_cards(window.session.briefing, [0]))
    settle(window)
    assert not outline.isExpanded(model.index(2, 0, model.index(0, 0)))
    assert outline.isExpanded(model.index(1, 0, model.index(0, 0)))


def test_titles_are_changed_in_place(window: MainWindow) -> None:
    """F2 in the outline opens a field over the title of slide or section; Enter keeps, Esc not."""
    press(window, Key.Key_5, CTRL)
    outline = window.storyboard.outline
    outline.setFocus()
    window.session.go(Spot(1))
    press(window, Key.Key_F2)
    field = outline.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Title of the slide"
    field.setText("Five answers")
    press(field, Key.Key_Return)
    settle(window)
    assert cards(window)[1].title == "Five answers"
    assert window.session.history.undo_label == "Edit title of slide 2"
    press(outline, Key.Key_Return)
    press(outline.findChildren(QLineEdit)[-1], Key.Key_Escape)
    outline.setCurrentIndex(window.storyboard.outline_model.index(1, 0))
    assert window.storyboard.chosen.section == 1
    press(window, Key.Key_F2)
    field = outline.findChildren(QLineEdit)[-1]
    field.setText("Harm")
    press(field, Key.Key_Return)
    assert window.session.briefing.sections[1].title == "Harm"


def test_a_title_is_changed_once_at_a_time(window: MainWindow) -> None:
    """A double-click or the command while a title is being changed opens no second field."""
    press(window, Key.Key_5, CTRL)
    outline = window.storyboard.outline
    outline.setFocus()
    window.session.go(Spot(1))
    press(window, Key.Key_F2)
    field = outline.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Five answers")
    outline.rename()
    outline.setState(QAbstractItemView.State.NoState)  # as a press on another row leaves it
    outline.rename()
    assert [field for field in outline.findChildren(QLineEdit) if field.isVisible()] == [field]
    press(field, Key.Key_Return)
    assert cards(window)[1].title == "Five answers"


def test_sections_move_in_the_outline(window: MainWindow) -> None:
    """Alt Down takes a whole section past the next one, and it stays chosen; Del its heading."""
    press(window, Key.Key_5, CTRL)
    before = window.session.briefing.sections
    outline = window.storyboard.outline
    outline.setFocus()
    press(outline, Key.Key_Home)
    assert window.storyboard.chosen.section == 0
    press(outline, Key.Key_Down, ALT)
    settle(window)
    after = window.session.briefing.sections
    assert after[:2] == (before[1], before[0])
    assert window.storyboard.chosen.section == 1
    assert window.session.history.undo_label == "Move section"
    press(outline, Key.Key_Up, ALT)
    assert window.session.briefing.sections == before
    press(outline, Key.Key_Delete)
    assert len(window.session.briefing.sections) == len(before) - 1


def test_dropping_on_the_outline(window: MainWindow) -> None:
    """A slide goes between rows, a record on a row; the pill says which; leaving ends it."""
    press(window, Key.Key_5, CTRL)
    before, outline = cards(window), window.storyboard.outline
    for number in range(window.storyboard.outline_model.rowCount()):
        top = window.storyboard.outline_model.index(number, 0)
        for row in range(window.storyboard.outline_model.rowCount(top)):
            outline.collapse(window.storyboard.outline_model.index(row, 0, top))
    data = window.storyboard.drops.data([0])
    low = row_of_card(window, 2) + QPoint(0, 8)
    move = QDragMoveEvent(low, Qt.DropAction.MoveAction, data, LEFT, NONE)
    outline.dragMoveEvent(move)
    assert move.isAccepted()
    assert window.storyboard.hint.words == "Drop: move slide after slide 3"
    outline.grab()
    outline.dragLeaveEvent(QDragLeaveEvent())
    assert window.storyboard.hint.words == ""
    drop(outline, data, low)
    settle(window)
    assert cards(window)[:3] == (before[1], before[2], before[0])
    search(window, "extradit")
    library = window.library.model
    ref = library.card(library.index(0)).record.id
    drop(outline, library.mimeData([library.index(0)]), row_of_card(window, 1))
    settle(window)
    assert cards(window)[1].records[-1] == ref


def test_going_to_a_slide(window: MainWindow) -> None:
    """Ctrl G takes a number or words of a title, and says what does not fit."""
    window.actions_by_name["go-to"].trigger()
    dialog = window.findChild(GoToDialog)
    assert isinstance(dialog, GoToDialog)
    dialog.field.setText("99")
    assert not dialog.keep.isEnabled()
    assert "no slide 99" in dialog.found.words
    dialog.field.setText("zzz")
    assert "zzz" in dialog.found.words
    dialog.field.setText("5")
    press(dialog.field, Key.Key_Return)
    assert window.session.page is not None
    assert window.session.page.number == 5
    built = window.session.built
    assert built is not None
    words = built.pages[7].title.split()
    window.actions_by_name["go-to"].trigger()
    dialog = window.findChildren(GoToDialog)[-1]
    dialog.field.setText(" ".join(words[:4]).upper())
    press(dialog.field, Key.Key_Return)
    assert window.session.page.title == built.pages[7].title
