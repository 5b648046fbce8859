"""The library: search, chips, what a card says, going to the slide that shows a record."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.records import Event
from briefer.store import Store
from briefer.ui.library.facts import facts_of, spoken
from briefer.ui.main_window import MainWindow
from tests.builders import make_actor, make_event, make_source, make_statement, make_statistic
from tests.ui.driving import CTRL, NONE, Key, cards, labels, press, search, settle, wait_for
from tests.ui.test_record_editor import in_store

LEFT = Qt.MouseButton.LeftButton


def test_search_narrows_the_list(window: MainWindow) -> None:
    """Ctrl F leads to the field; typing lists what matches, accents or not, with counts."""
    everything = len(labels(window))
    press(window, Key.Key_F, CTRL)
    assert window.library.field.hasFocus()
    search(window, "guzman")
    found = labels(window)
    assert 0 < len(found) < everything
    assert any("Guzmán" in label for label in found)
    assert window.library.chips["event"].accessibleName().startswith("Events, ")
    assert window.library.strong.text() == f"{len(found)} records"
    press(window.library.field, Key.Key_Escape)
    wait_for(lambda: len(labels(window)) == everything)


def test_chips_filter_by_type(window: MainWindow) -> None:
    """A chip leaves its type only; the counts of the others stay."""
    chips = window.library.chips
    actors = int(chips["actor"].accessibleName().split(", ")[1])
    chips["statistic"].click()
    count = int(chips["statistic"].accessibleName().split(", ")[1])
    wait_for(lambda: len(labels(window)) == count)
    model = window.library.model
    types = {model.card(model.index(n)).record.type for n in range(count)}
    assert types == {"statistic"}
    assert chips["actor"].accessibleName() == f"Actors, {actors}"


def test_nothing_found_says_so(window: MainWindow) -> None:
    """A search without a hit names the words and offers to clear them."""
    everything = len(labels(window))
    search(window, 'zzz "AND* 🙂')
    assert labels(window) == []
    assert window.library.empty.isVisible()
    window.library.empty.button.click()
    wait_for(lambda: len(labels(window)) == everything)
    assert window.library.view.isVisible()


def test_double_click_adds_behind_the_current_slide(window: MainWindow) -> None:
    """A card double-clicked becomes the slide after the one looked at, and is gone to."""
    search(window, "extradit")
    before = cards(window)
    view = window.library.view
    point = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, NONE, point)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point)
    settle(window)
    assert len(cards(window)) == len(before) + 1
    assert window.session.spot.card == 1
    assert window.session.history.undo_label == "Add slide 2"


def test_pill_adds_and_mark_goes_there(window: MainWindow) -> None:
    """A click on Add adds once; then the mark says the slide, and a click on it goes there."""
    search(window, "extradit")
    view, model = window.library.view, window.library.model
    row = next(n for n in range(model.rowCount()) if not model.slides(model.index(n)))
    index = model.index(row)

    def corner() -> QPoint:
        view.scrollTo(index)
        return view.cards.action_rect(view.visualRect(index), model.slides(index)).center()

    QTest.mouseClick(view.viewport(), LEFT, NONE, corner())
    settle(window)
    assert len(model.slides(index)) == 1
    assert "in the briefing on slide" in str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    count = len(cards(window))
    added = window.session.spot
    window.session.step(3)
    QTest.mouseClick(view.viewport(), LEFT, NONE, corner())
    QApplication.processEvents()
    assert len(cards(window)) == count
    assert window.session.spot == added


def test_cards_say_date_source_and_words() -> None:
    """A card shows what the record shows, with its citation; none hides that it has none."""
    source = make_source()
    speaker = make_actor(name="Jane Q. Doe")
    linked = {source.id: source, speaker.id: speaker}
    event = facts_of(make_event(date="2023-06"), linked)
    assert (event.lead, event.citation, event.title) == (
        "Jun 2023",
        "Note, n. 1",
        "Talks were held",
    )
    said = facts_of(make_statement(text="we will act"), linked)
    assert (said.title, said.body) == ("Jane Q. Doe", "“we will act”")
    number = facts_of(make_statistic(value=78000, qualifier="about"), linked)
    assert number.number == "About 78,000 people"
    assert facts_of(make_event(note=None), linked).citation == ""
    assert facts_of(make_event(date=None), linked).lead == "Undated event"
    assert "uncited" in spoken(facts_of(make_event(note=None), linked), ())


def test_a_position_has_no_quotation_marks() -> None:
    """A paraphrase never looks like somebody's words."""
    said = facts_of(make_statement(text="They refuse.", statement_type="position"), {})
    assert said.body == "They refuse."


def test_a_card_shows_a_new_title_and_has_room_for_it(window: MainWindow) -> None:
    """A record is given a longer title: its card grows and is painted anew."""
    view, model = window.library.view, window.library.model
    at = next(n for n in range(model.rowCount()) if isinstance(view.record(model.index(n)), Event))
    event, card = view.record(model.index(at)), view.visualRect(model.index(at))
    assert isinstance(event, Event)
    before = view.grab(card).toImage()
    longer = replace(event, title=" ".join([event.title] * 6))

    def save(store: Store) -> None:
        store.save(longer)

    in_store(window, save)
    window.records._refresh()
    wait_for(lambda: longer.title in [view.record(model.index(n)).label for n in range(at + 1)])
    at = [view.record(model.index(n)).label for n in range(at + 1)].index(longer.title)
    now = view.visualRect(model.index(at))
    assert now.height() >= card.height()
    assert view.grab(now).toImage() != before
