"""The command palette: everything is found by typing, run by Enter, and told where it cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.ui.dialogs.about import AboutDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.palette.matching import match
from briefer.ui.palette.palette import Palette
from briefer.ui.palette.ranking import asked
from tests.ui.driving import CTRL, NONE, Key, cards, press, settle, wait_for


def opened_palette(window: MainWindow, typed: str = "") -> Palette:
    """Press Ctrl K, type, and return the palette."""
    wait_for(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    wait_for(window.isActiveWindow)
    press(window, Key.Key_K, CTRL)
    palette = window.desk.palette.palette
    assert palette.isVisible()
    QTest.keyClicks(palette.field, typed)
    QApplication.processEvents()
    return palette


def listed(palette: Palette, section: str = "") -> list[str]:
    """Return the words listed, of one section or all."""
    entries = [line.ranked.entry for line in palette.model.lines if line.ranked]
    return [entry.words for entry in entries if section in ("", entry.section)]


def test_a_command_is_found_and_run(window: MainWindow) -> None:
    """Ctrl K, a few letters, Enter; the keyboard is back where it was before the command acts."""
    window.library.field.setFocus()
    palette = opened_palette(window, "abou")
    assert listed(palette, "Commands") == ["About Briefer"]
    press(palette.field, Key.Key_Return)
    assert not palette.isVisible()
    assert isinstance(QApplication.activeModalWidget(), AboutDialog)
    assert window.preferences.settings.used == ("about",)


def test_every_command_of_the_menus_is_listed(window: MainWindow) -> None:
    """Submenus too, under their names; the palette itself is not."""
    palette = opened_palette(window, ">")
    words = listed(palette)
    assert "Theme: Dark" in words
    assert "Text size: 150 %" in words
    assert "Timeline slide" in words
    assert "Commands" not in words
    assert {line.heading for line in palette.model.lines} == {"Commands", ""}
    notes = {line.ranked.entry.words: line.ranked.entry.note
             for line in palette.model.lines if line.ranked}  # fmt: skip
    assert notes["Export"] == "Ctrl+E"


def test_what_was_used_last_comes_first(window: MainWindow) -> None:
    """Without words, and among what matches alike."""
    palette = opened_palette(window, "about")
    press(palette.field, Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    palette = opened_palette(window)
    assert listed(palette)[0] == "About Briefer"


def test_a_command_that_cannot_be_run_says_why(empty: MainWindow) -> None:
    """It stays listed, Enter leaves the palette open and does nothing."""
    palette = opened_palette(empty, ">export")
    ((row, entry),) = [
        (row, line.ranked.entry)
        for row, line in enumerate(palette.model.lines)
        if line.ranked and line.ranked.entry.words == "Export"
    ]
    assert entry.why_not == "The briefing has no slides."
    palette.list.setCurrentIndex(palette.model.index(row))
    press(palette.field, Key.Key_Return)
    assert palette.isVisible()
    assert QApplication.activeModalWidget() is None


def test_slides_are_gone_to(window: MainWindow) -> None:
    """`#` lists the slides of the briefing; a number finds its slide."""
    palette = opened_palette(window, "#")
    built = window.session.built
    assert built is not None
    assert len(listed(palette)) == len([page for page in built.pages if page.part == 1])
    QTest.keyClicks(palette.field, "slide 4,")
    assert listed(palette)[0].startswith("Slide 4, ")
    press(palette.field, Key.Key_Return)
    assert window.session.page is not None
    assert window.session.page.number == 4


def test_a_record_is_added_or_shown(window: MainWindow) -> None:
    """Ctrl Enter adds the record as a slide; Enter shows it in the library."""
    before = len(cards(window))
    palette = opened_palette(window, "@milgram")
    wait_for(lambda: bool(listed(palette, "Records")))
    (name,) = listed(palette)
    assert "Milgram" in name
    press(palette.field, Key.Key_Return, CTRL)
    assert len(cards(window)) == before + 1
    assert "actor/anne-milgram" in window.session.briefing.cards[1].records
    palette = opened_palette(window, "@milgram")
    wait_for(lambda: bool(listed(palette, "Records")))
    press(palette.field, Key.Key_Return)
    assert "Milgram" in window.library.field.text()
    wait_for(lambda: 0 < window.library.model.rowCount() < 100)
    settle(window)


def test_records_are_listed_below_commands_and_slides(window: MainWindow) -> None:
    """Sections keep their order; what was chosen stays when records arrive."""
    palette = opened_palette(window, "time")
    press(palette.field, Key.Key_Down)
    chosen = palette.list.chosen
    wait_for(lambda: bool(listed(palette, "Records")))
    headings = [line.heading for line in palette.model.lines if line.heading]
    assert headings == ["Commands", "Slides", "Records"]
    assert chosen is not None
    assert palette.list.chosen is not None
    assert palette.list.chosen.words == chosen.words


def test_keys_move_round_the_list_and_skip_headings(window: MainWindow) -> None:
    """Up from the first entry goes to the last; Page Down stays inside."""
    palette = opened_palette(window, ">")
    assert palette.list.currentIndex().row() == 1
    press(palette.field, Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    press(palette.field, Key.Key_PageDown)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    press(palette.field, Key.Key_Down)
    assert palette.list.currentIndex().row() == 1


def test_it_is_left_by_escape_by_its_key_and_by_a_click_beside(window: MainWindow) -> None:
    """The focus goes back; nothing is run."""
    window.library.field.setFocus()
    palette = opened_palette(window, "new")
    press(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert window.library.field.hasFocus()
    palette = opened_palette(window)
    press(palette.field, Key.Key_K, CTRL)
    assert not palette.isVisible()
    palette = opened_palette(window)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, NONE, QPoint(3, 3))
    assert not palette.isVisible()
    palette = opened_palette(window)
    press(palette.field, Key.Key_F6)
    wait_for(lambda: not palette.isVisible())


def test_nothing_found_is_said(window: MainWindow) -> None:
    """An empty list says so; Enter does nothing; a prefix alone waits for a name."""
    palette = opened_palette(window, "qqqxxyy")
    wait_for(lambda: palette.none.isVisible())
    assert palette.none.words == "Nothing matches."
    press(palette.field, Key.Key_Return)
    assert palette.isVisible()
    palette.field.setText("@")
    assert palette.none.words == "Type the name of an actor."


def test_assistive_programs_read_the_entries(window: MainWindow) -> None:
    """A row is read with its section, its words and why it cannot be run; a heading as itself."""
    palette = opened_palette(window, ">undo")
    role = Qt.ItemDataRole.AccessibleTextRole
    read = [palette.model.data(palette.model.index(row), role) for row in range(2)]
    assert read == ["Commands", "Command, Undo, Ctrl+Z, There is nothing to undo."]
    assert palette.field.accessibleName()


def test_it_fits_any_window(window: MainWindow) -> None:
    """In the smallest window and at 200 % the card lies inside."""
    palette = opened_palette(window)
    for size, scale in (((700, 440), 100), ((1440, 900), 200), ((700, 440), 200)):
        window.commands.set_scale(scale)
        window.resize(*size)
        QApplication.processEvents()
        assert window.rect().contains(palette.card.geometry()), (size, scale)
        assert palette.list.height() >= window.look.px(38)


@pytest.mark.parametrize(
    ("typed", "line", "found"),
    [
        ("time", "Timeline slide", "Time"),
        ("slide time", "Timeline slide", "Timeslide"),
        ("nb", "New briefing", "Nb"),
        ("expt", "Export", "Expt"),
        ("ÉCOLE", "L'école", "école"),
        ("xyz", "Export", None),
        ("mi", "The main supply chain starts in China", None),
        ("", "Anything", ""),
    ],
)
def test_matching(typed: str, line: str, found: str | None) -> None:
    """Words in any order, first letters, letters close by; what is far apart is not meant."""
    got = match(typed, line)
    letters = None if got is None else "".join(line[start:stop] for start, stop in got.spans)
    assert letters == found


def test_better_matches_score_higher() -> None:
    """A whole word before the start of one, that before the middle, that before letters."""
    lines = ["Export", "Exports", "Reexport", "Elephant x portrait"]
    scores = [found.score if (found := match("export", line)) else -1.0 for line in lines]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_prefixes_are_read() -> None:
    """A prefix names the section; it is no part of the words."""
    assert (asked("> export ").section, asked("> export ").words) == ("Commands", "export")
    assert (asked("#4").section, asked("@x").section, asked("x#").section) == (
        "Slides",
        "Records",
        "",
    )
