"""Searching as people do: filters by chip, operators while typing, more at the end of the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from benchmarks.soundness import nameless
from briefer import paths
from briefer.store import Store
from briefer.ui.library.facts import SHOWN_TYPES
from briefer.ui.library.finding import PAGE
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from tests.builders import make_event
from tests.ui.driving import ALT, NONE, SHIFT, Key, labels, press, search, settle, wait_for

LEFT = Qt.MouseButton.LeftButton
TAB = Qt.FocusReason.TabFocusReason


def total(query: str, *, types: tuple[str, ...] = SHOWN_TYPES) -> int:
    """Return how many records of the bundled store a query finds."""
    with Store.open(paths.bundled_store()) as store:
        return store.search(query, types=types, limit=1).total


def counted(window: MainWindow) -> int:
    """Return how many records the library says that it found."""
    return window.library.model.total


def open_chip(window: MainWindow, name: str) -> None:
    """Open the list of a field by keyboard."""
    window.activateWindow()
    chip = window.library.filters.chips[name]
    chip.setFocus(TAB)
    press(chip, Key.Key_Down)
    assert window.library.filters.list.isVisible()


def tick(window: MainWindow, words: str) -> None:
    """Tick a value of the open list: its first letters, then Space."""
    values = window.library.filters.list.list
    QTest.keyClicks(values, words)
    assert values.rows.rows[values.row].words.lower().startswith(words.lower())
    press(values, Key.Key_Space)


def close_list(window: MainWindow) -> None:
    """Close the open list."""
    press(window.library.filters.list.list, Key.Key_Escape)
    assert not window.library.filters.list.isVisible()


def test_choosing_a_topic_by_keyboard(window: MainWindow) -> None:
    """Type, open Topic, tick two values, see counts follow, and clear again."""
    search(window, "china")
    alone = counted(window)
    open_chip(window, "topic")
    tick(window, "sanc")
    both = 'topic:"sanctions" china'
    wait_for(lambda: counted(window) == total(both))
    assert 0 < counted(window) < alone
    events = total(both, types=("event",))
    assert window.library.chips["event"].accessibleName() == f"Events, {events}"
    values = window.library.filters.list
    row = values.list.rows.rows[values.list.row]
    assert row.spoken == f"Sanctions, {counted(window)}, chosen"
    window.library.filters.list.list.keyboardSearch("")
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    tick(window, "prec")
    wait_for(lambda: counted(window) == total('topic:"sanctions,precursors" china'))
    close_list(window)
    chip = window.library.filters.chips["topic"]
    assert chip.text() == "Topic: 2 chosen"
    assert chip.accessibleName() == "Topic, 2 chosen: Sanctions, Precursors"
    assert chip.hasFocus()
    press(chip, Key.Key_Delete)
    wait_for(lambda: counted(window) == alone)
    assert chip.text() == "Topic"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Down])
def test_keys_that_open_a_list(window: MainWindow, key: Qt.Key) -> None:
    """Enter, Space and Down open; Enter ticks; Escape closes and leaves the focus at the chip."""
    chip = window.library.filters.chips["year"]
    window.activateWindow()
    chip.setFocus(TAB)
    press(chip, key)
    values = window.library.filters.list
    assert values.isVisible()
    years = [row.words for row in values.list.rows.rows]
    assert years == sorted(years, reverse=True)
    press(values.list, Key.Key_Down)
    press(values.list, Key.Key_Return)
    assert chip.text() == f"Year: {years[1]}"
    close_list(window)
    assert chip.hasFocus()


def test_clear_stands_in_the_list(window: MainWindow) -> None:
    """The list has a button that clears it, reached by Tab, once something is chosen."""
    open_chip(window, "topic")
    values = window.library.filters.list
    assert not values.clear_button.isVisible()
    tick(window, "sanc")
    assert values.clear_button.isVisible()
    assert values.clear_button.accessibleName() == "Clear topic"
    press(values.list, Key.Key_Tab)
    assert values.clear_button.hasFocus()
    press(values.clear_button, Key.Key_Space)
    assert window.library.filters.chosen == {}
    assert values.list.hasFocus()
    close_list(window)


def test_cross_clears_and_the_rest_opens(window: MainWindow) -> None:
    """A click on the cross of a blue chip clears it, one elsewhere opens the list."""
    everything = counted(window)
    open_chip(window, "topic")
    tick(window, "sanc")
    close_list(window)
    wait_for(lambda: counted(window) < everything)
    chip = window.library.filters.chips["topic"]
    QTest.mouseClick(chip, LEFT, NONE, QPoint(12, 12))
    values = window.library.filters.list
    assert values.isVisible()
    close_list(window)
    QTest.mouseClick(chip, LEFT, NONE, chip.cross().center().toPoint())
    assert not values.isVisible()
    wait_for(lambda: counted(window) == everything)


def test_what_is_chosen_stays_in_the_list(window: MainWindow) -> None:
    """A value that no record found has any more is listed with 0 and can be unticked."""
    open_chip(window, "topic")
    tick(window, "sanc")
    close_list(window)
    search(window, "heroin")
    wait_for(lambda: counted(window) == total("topic:sanctions heroin"))
    open_chip(window, "topic")
    rows = {row.words: row for row in window.library.filters.list.list.rows.rows}
    found = total("topic:sanctions heroin")
    assert rows["Sanctions"].note == f"{found}"
    assert rows["Sanctions"].checked
    close_list(window)
    search(window, "zzzz")
    open_chip(window, "topic")
    rows = {row.words: row for row in window.library.filters.list.list.rows.rows}
    assert [(row.words, row.note) for row in rows.values()] == [("Sanctions", "0")]
    close_list(window)


def test_more_opens_the_other_fields(window: MainWindow) -> None:
    """What has no room is under More; chosen there, it has a chip of its own."""
    filters = window.library.filters
    window.activateWindow()
    filters.more.setFocus(TAB)
    assert filters.chips["substance"].isHidden()
    press(filters.more, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions()]
    assert names[-5:] == ["Event type", "Substance", "Verification", "Status", "Record state"]
    menu.actions()[names.index("Substance")].trigger()
    menu.close()
    assert filters.list.isVisible()
    tick(window, "xyl")
    close_list(window)
    assert filters.chips["substance"].isVisible()
    assert filters.chips["substance"].hasFocus()
    wait_for(lambda: counted(window) == total("substance:xylazine"))
    press(filters.chips["substance"], Key.Key_Backspace)
    assert filters.chips["substance"].isHidden()
    assert filters.more.hasFocus()


def test_a_key_behind_the_closing_of_a_filter_ticks_nothing(window: MainWindow) -> None:
    """A second Return that comes when the list is closed already is lost, not a fault."""
    filters = window.library.filters
    filters.open("topic")
    filters.list.list.set_row(1)
    press(filters.list.list, Key.Key_Escape)
    assert not filters.list.isVisible()
    filters.list.ticked.emit(1)
    assert filters.chosen == {}


def test_more_clears_all_filters(window: MainWindow) -> None:
    """With values of several fields chosen, the menu has one item that clears them all."""
    everything = counted(window)
    for name in ("topic", "year"):
        open_chip(window, name)
        press(window.library.filters.list.list, Key.Key_Return)
        close_list(window)
    wait_for(lambda: counted(window) < everything)
    window.library.filters.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[-1].text() == "Clear filters"
    menu.actions()[-1].trigger()
    menu.close()
    wait_for(lambda: counted(window) == everything)
    assert window.library.filters.chosen == {}


def test_chips_fold_where_room_is_short(window: MainWindow) -> None:
    """A wide panel shows more chips; what is chosen is shown at every width."""
    filters = window.library.filters
    window.library.setFixedWidth(300)
    QApplication.processEvents()
    narrow = set(filters.folded())
    window.library.setFixedWidth(460)
    QApplication.processEvents()
    assert set(filters.folded()) < narrow
    assert not filters.chips["source"].isHidden()
    open_chip(window, "source")
    press(filters.list.list, Key.Key_Space)
    close_list(window)
    window.library.setFixedWidth(300)
    QApplication.processEvents()
    assert not filters.chips["source"].isHidden()
    assert not filters.more.isHidden()


def test_operator_taken_by_keyboard(window: MainWindow) -> None:
    """Typing offers fields, Down and Tab take one, then its values; Enter makes one a chip."""
    window.activateWindow()
    field, offering = window.library.field, window.library.offering
    field.setFocus()
    QTest.keyClicks(field, "fentanyl top")
    assert offering.open
    assert [row.words for row in offering.box.list.rows.rows] == ["topic:"]
    assert field.accessibleDescription() == "1 suggestion, Down chooses"
    press(field, Key.Key_Down)
    assert field.accessibleDescription().startswith("topic:, ")
    press(field, Key.Key_Tab)
    assert field.hasFocus()
    assert field.text() == "fentanyl topic:"
    wait_for(lambda: offering.open and len(offering.box.list.rows.rows) > 3)
    QTest.keyClicks(field, "sanc")
    wait_for(lambda: [row.words for row in offering.box.list.rows.rows] == ["Sanctions"])
    assert offering.box.list.rows.rows[0].note == str(total("topic:sanctions fentanyl"))
    press(field, Key.Key_Return)
    assert field.text() == "fentanyl "
    assert field.hasFocus()
    assert not offering.open
    assert window.library.filters.chips["topic"].text() == "Topic: Sanctions"
    wait_for(lambda: counted(window) == total("topic:sanctions fentanyl"))


def test_escape_closes_the_offers_first(window: MainWindow) -> None:
    """Escape closes the list, a second one clears the field."""
    window.activateWindow()
    field, offering = window.library.field, window.library.offering
    field.setFocus()
    QTest.keyClicks(field, "ye")
    assert offering.open
    press(field, Key.Key_Escape)
    assert not offering.open
    assert field.text() == "ye"
    press(field, Key.Key_Escape)
    assert field.text() == ""


def test_tab_and_enter_are_their_own_without_a_choice(window: MainWindow) -> None:
    """An offer nobody went to takes neither key; Down past the last leads to the cards."""
    window.activateWindow()
    field, offering = window.library.field, window.library.offering
    search(window, "s")
    assert offering.open
    count = len(offering.box.list.rows.rows)
    for _ in range(count + 1):
        press(field, Key.Key_Down)
    assert not offering.open
    assert window.library.view.hasFocus()
    search(window, "s")
    assert offering.open
    press(field, Key.Key_Return)
    assert window.library.view.hasFocus()
    search(window, "s")
    press(field, Key.Key_Tab)
    assert field.text() == "s"
    assert window.library.chips["event"].hasFocus()
    assert not offering.open


def test_actors_are_offered_by_all_their_names(window: MainWindow) -> None:
    """A short name finds an actor; it becomes a chip under its full name."""
    window.activateWindow()
    field, offering = window.library.field, window.library.offering
    field.setFocus()
    QTest.keyClicks(field, "actor:dea")
    wait_for(lambda: offering.open and offering.box.list.row == 0)
    assert "Drug Enforcement Administration" in [r.words for r in offering.box.list.rows.rows]
    QTest.keyClicks(field, " ")
    assert not offering.open


def test_all_operators_are_shown_with_alt_down(window: MainWindow) -> None:
    """Alt Down lists what can be typed; the exact words leave the cursor between the marks."""
    window.activateWindow()
    field, offering = window.library.field, window.library.offering
    field.setFocus()
    press(field, Key.Key_Down, ALT)
    shown = [row.words for row in offering.box.list.rows.rows]
    assert shown[:6] == ["actor:", "topic:", "source:", "year:", "date:", "type:"]
    assert shown[-1] == '"exact words"'
    offering.take(len(shown) - 1)
    assert (field.text(), field.cursorPosition()) == ('""', 1)


def test_type_and_exclusion_by_operator(window: MainWindow) -> None:
    """A type taken switches its chip on; an excluded value is written out."""
    window.activateWindow()
    field, offering = window.library.field, window.library.offering
    field.setFocus()
    QTest.keyClicks(field, "type:sta")
    wait_for(lambda: len(offering.box.list.rows.rows) == 2 and offering.open)
    press(field, Key.Key_Return)
    assert window.library.chips["statement"].isChecked()
    QTest.keyClicks(field, "-topic:sanc")
    wait_for(lambda: offering.open)
    press(field, Key.Key_Return)
    assert field.text() == '-topic:"sanctions" '


def test_nothing_found_says_what_narrows(window: MainWindow) -> None:
    """The sentence names words, types and values; the buttons clear the one or the other."""
    window.library.chips["event"].click()
    open_chip(window, "topic")
    tick(window, "sanc")
    close_list(window)
    search(window, "extradit")
    empty = window.library.empty
    wait_for(empty.isVisible)
    sentence, hint = empty.said
    assert sentence == "No record matches “extradit” among events with topic Sanctions."
    assert hint == f"{total('extradit')} records match without the filters."
    empty.filters_button.click()
    wait_for(lambda: counted(window) == total("extradit"))
    assert window.library.filters.chosen == {}
    assert not window.library.chips["event"].isChecked()
    search(window, "topic:nonsense")
    wait_for(empty.isVisible)
    assert empty.said[1] == "No topic is called “nonsense”."
    assert not empty.filters_button.isVisible()
    empty.button.click()
    wait_for(lambda: counted(window) == total(""))


def test_notes_stand_over_what_is_found(window: MainWindow) -> None:
    """One unknown value among known ones is told while the others are listed."""
    search(window, "topic:nonsense,sanctions")
    assert labels(window)
    assert window.library.notes.text() == "No topic is called “nonsense”."
    search(window, "topic:sanctions")
    assert not window.library.notes.isVisible()


@pytest.fixture
def large(opened: Callable[[], MainWindow], places: Places) -> MainWindow:
    """Return a window on a store with some thousand records more."""
    with Store.open(places.store) as store:
        store.load(make_event(f"event/large-{n}", title=f"Zebra {n}") for n in range(2500))
    return opened()


def test_more_is_listed_at_the_end(large: MainWindow) -> None:
    """200 cards at first; scrolling to the end lists more, in the same order, up to all."""
    library = large.library
    search(large, "zebra")
    assert library.model.rowCount() == PAGE
    assert library.strong.text() == f"{PAGE} of 2,500 records"
    assert library.line.words == "·  0 of these in the briefing"
    assert library.chips["event"].accessibleName() == "Events, 2,500"
    first = labels(large)
    press(library.field, Key.Key_Down)
    assert library.view.currentIndex().row() == 0
    press(library.view, Key.Key_End)
    wait_for(lambda: library.model.rowCount() > PAGE)
    assert labels(large)[:PAGE] == first
    assert len(set(labels(large))) == len(labels(large))

    def at_the_end() -> bool:
        press(library.view, Key.Key_End)
        return library.model.rowCount() == 2500

    wait_for(at_the_end)
    assert library.strong.text() == "2,500 records"


def test_a_new_search_drops_what_was_on_its_way(large: MainWindow) -> None:
    """More of an old search never ends up under a new one."""
    search(large, "zebra")
    large.library.model.fetchMore(large.library.model.index(-1))
    search(large, "guzman")
    QTest.qWait(100)
    assert counted(large) == len(labels(large)) == total("guzman")


def test_tab_order_is_that_of_the_page(window: MainWindow) -> None:
    """Tab goes from the field through type chips and filters to the cards."""
    window.activateWindow()
    library = window.library
    library.field.setFocus()
    seen: list[QWidget] = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is library.view:
            break
        press(focused, Key.Key_Tab)
    shown = [chip for chip in library.filters.chips.values() if not chip.isHidden()]
    assert seen == [
        library.field,
        *library.chips.values(),
        *shown,
        library.filters.more,
        library.view,
    ]
    press(library.view, Key.Key_Backtab, SHIFT)
    assert library.filters.more.hasFocus()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_search_has_room(window: MainWindow, theme: str, scale: int) -> None:
    """Chips with values, lists and offers stay within panel and screen at every text size."""
    window.commands.set_theme(theme)
    window.commands.set_scale(scale)
    window.resize(1440, 900)
    window.body.reveal("library")
    open_chip(window, "topic")
    tick(window, "sanc")
    values = window.library.filters.list
    assert window.screen().availableGeometry().contains(values.geometry())
    assert values.title.height() >= values.title.sizeHint().height()
    assert values.list.height() >= window.look.px(30)
    close_list(window)
    for name in ("year", "country", "substance"):
        window.library.filters.open(name)
        press(values.list, Key.Key_Down)
        press(values.list, Key.Key_Space)
        close_list(window)
    settle(window)
    QApplication.processEvents()
    library = window.library
    chips = [c for c in (*library.chips.values(), *library.filters.chips.values()) if c.isVisible()]
    for chip in (*chips, library.filters.more):
        inside = lies_in(chip, library)
        assert inside, chip.accessibleName()
        assert chip.size() == chip.sizeHint()
    QTest.keyClicks(library.field, "s")
    assert library.offering.box.geometry().right() <= library.width()
    assert library.offering.box.geometry().bottom() <= library.height()


def lies_in(widget: QWidget, panel: QWidget) -> bool:
    """Return whether a widget lies wholly within its panel."""
    return panel.rect().contains(widget.rect().translated(widget.mapTo(panel, QPoint(0, 0))))


def test_lists_are_read_out(window: MainWindow) -> None:
    """Rows of a list have names with counts and state; the list has the field's name."""
    open_chip(window, "topic")
    tick(window, "sanc")
    values = window.library.filters.list.list
    interface = QAccessible.queryAccessibleInterface(values)
    assert interface.text(QAccessible.Text.Name) == "Topic"
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(values.rows.rowCount())]
    assert sum(name.endswith(", chosen") for name in names) == 1
    assert names[values.row].startswith("Sanctions, ")
    assert nameless(window.library.filters.list) == []
    close_list(window)
    QTest.keyClicks(window.library.field, "s")
    assert nameless(window.library.offering.box) == []
    offers = QAccessible.queryAccessibleInterface(window.library.offering.box.list)
    assert offers.child(0).text(QAccessible.Text.Name) == "source:, where it is cited from"
