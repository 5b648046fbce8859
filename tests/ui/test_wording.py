"""The inspector and the notes: wording, kinds, records; typing merges into one step."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from briefer.storyboard import edits
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import CTRL, Key, cards, press, settle


def type_title(window: MainWindow, words: str) -> None:
    """Replace the title by typing."""
    press(window, Key.Key_F2)
    title = window.inspector.wording.title
    assert title.hasFocus()
    title.selectAll()
    QTest.keyClicks(title, words)


def test_typing_a_title_shows_on_the_slide_and_is_one_step(window: MainWindow) -> None:
    """Every letter is seen on the slide; one undo takes the whole wording back."""
    window.session.go(Spot(2))
    old = cards(window)[2].title
    type_title(window, "Shorter title")
    settle(window)
    assert cards(window)[2].title == "Shorter title"
    assert window.session.page is not None
    assert window.session.page.title == "Shorter title"
    undo = window.actions_by_name["undo"]
    assert undo.text().replace("&", "") == "Undo edit title of slide 3"
    press(window.inspector.wording.title, Key.Key_Z, CTRL)
    settle(window)
    assert cards(window)[2].title == old
    assert window.inspector.wording.title.toPlainText() == old


def test_a_cleared_title_brings_the_proposal_back(window: MainWindow) -> None:
    """An empty title means the proposed one, which the field then shows."""
    window.session.go(Spot(2))
    press(window, Key.Key_F2)
    title = window.inspector.wording.title
    title.selectAll()
    press(title, Key.Key_Delete)
    settle(window)
    assert cards(window)[2].title == ""
    assert title.toPlainText() == ""
    press(title, Key.Key_Return)
    slide = window.session.slide
    assert slide is not None
    assert title.toPlainText() == slide.title != ""


def test_too_long_a_title_is_told(window: MainWindow) -> None:
    """The meter says how much is too much, and the slide gets its badge."""
    window.session.go(Spot(3))
    type_title(window, "Many words " * 12)
    settle(window)
    assert "too many" in window.inspector.wording.meter.accessibleName()
    rows = [row for row in window.storyboard.model.rows if row.card == 3]
    assert rows[0].severity == "warning"
    assert window.status.findings.accessibleName().startswith("1 warning")


def test_another_kind_shows_the_same_records(window: MainWindow) -> None:
    """The chooser offers kinds that take the records; undo brings the old kind back."""
    index = next(n for n, card in enumerate(cards(window)) if card.kind == "timeline")
    window.session.go(Spot(index))
    kind = window.inspector.wording.kind
    names = [kind.itemData(n) for n in range(kind.count())]
    assert "table" in names
    assert "quote" not in names
    kind.showPopup()
    (menu,) = kind.findChildren(QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Timeline"]
    menu.actions()[names.index("table")].trigger()
    menu.close()
    settle(window)
    assert cards(window)[index].kind == "table"
    assert window.session.page is not None
    assert window.session.page.kind == "table"
    window.session.undo()
    settle(window)
    assert cards(window)[index].kind == "timeline"


def test_records_move_and_leave(window: MainWindow) -> None:
    """Buttons beside a record move it up and down and take it off the slide."""
    index = next(n for n, card in enumerate(cards(window)) if card.kind == "figures")
    window.session.go(Spot(index))
    refs = cards(window)[index].records
    assert len(refs) > 2
    rows = window.inspector.rows
    assert not rows[refs[0]].up.isEnabled()
    rows[refs[0]].down.click()
    settle(window)
    assert cards(window)[index].records == (refs[1], refs[0], *refs[2:])
    window.inspector.rows[refs[2]].remove.click()
    settle(window)
    assert cards(window)[index].records == (refs[1], refs[0], *refs[3:])


def test_fields_of_the_kind(window: MainWindow) -> None:
    """Each field of the kind can be worded, several lines where it has points."""
    index = next(n for n, card in enumerate(cards(window)) if card.kind == "bluf")
    window.session.go(Spot(index))
    window.inspector.fields.heading.click()
    fields = window.inspector.fields.fields
    assert {"kicker", "statement", "ask"} <= set(fields)
    assert "notes" not in fields
    fields["ask"].setPlainText("Decide today.\nOr tomorrow.")
    settle(window)
    assert cards(window)[index].words("ask") == "Decide today.\nOr tomorrow."
    fields["kicker"].setPlainText("One\nline")
    assert cards(window)[index].words("kicker") == "One line"


def test_folded_fields_show_the_slide_looked_at_once_unfolded(window: MainWindow) -> None:
    """However many slides were passed while they were folded, also with an edit among them."""
    section = window.inspector.fields
    index = next(n for n, card in enumerate(cards(window)) if card.kind == "bluf")
    window.session.go(Spot(index + 1))
    window.session.go(Spot(index))
    before = cards(window)[index].words("ask")
    window.session.do(edits.set_words(window.session.briefing, index, "ask", "Decide."))
    settle(window)
    assert section.heading.accessibleName().endswith(" changed")
    section.heading.click()
    assert section.fields["ask"].toPlainText() == "Decide."
    section.heading.click()
    window.session.undo()
    settle(window)
    section.heading.click()
    assert section.fields["ask"].toPlainText() == before


def test_notes_are_the_users_or_proposed(window: MainWindow) -> None:
    """Notes show what is proposed; typed ones replace it, Reset brings it back."""
    index = next(
        n
        for n, card in enumerate(cards(window))
        if card.kind != "title" and not card.words("notes")
    )
    window.session.go(Spot(index))
    slide = window.session.slide
    assert slide is not None
    edit = window.stage.notes.edit
    assert edit.toPlainText() == slide.say != ""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Say this.")
    settle(window)
    assert cards(window)[index].words("notes") == "Say this."
    assert window.session.page is not None
    assert "SAY\nSay this." in window.session.page.notes
    window.stage.notes.reset.click()
    settle(window)
    assert edit.toPlainText() == slide.say


def test_sources_cannot_be_worded(window: MainWindow) -> None:
    """The slide added by itself says so; commands for cards are off."""
    window.session.go(Spot(None))
    assert not window.inspector.wording.isVisible()
    for name in ("delete", "duplicate", "rename", "move-left"):
        assert not window.actions_by_name[name].isEnabled()
    assert window.stage.notes.edit.isReadOnly()
