"""Render the window to PNG files without a display, for review and for the README.

Usage: python scripts/shoot_window.py FOLDER [NAME ...]

Each shot is named; without names all are taken. Nothing of the user's is read or written.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from briefer import paths
from briefer.errors import BriefingFileError
from briefer.storyboard import edits
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.settings import SettingsDialog
from briefer.ui.dialogs.templates import TemplatesDialog
from briefer.ui.library.finding import Pick
from briefer.ui.library.view import chip
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.session import Places, Spot
from briefer.ui.storyboard.rows import Drop
from briefer.ui.theme import Look

Act = Callable[[MainWindow], None]

_SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1200, "dpr": 1}
_SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96}


@dataclass(frozen=True)
class Shot:
    """A picture: window size, theme, text size, what to do first; `dialog` is laid over it."""

    name: str
    width: int = 1440
    height: int = 900
    theme: str = "light"
    scale: int = 100
    act: Act | None = None
    sample: bool = True


def settle(window: MainWindow, *, seconds: float = 20.0) -> None:
    """Let the threads finish what was asked of them."""
    application = QApplication.instance()
    end = time.monotonic() + seconds
    quiet = 0
    while time.monotonic() < end and quiet < 12:
        assert application is not None
        application.processEvents()
        session = window.session
        pages = session.built.pages if session.built else ()
        ready = session.up_to_date and all(
            window.storyboard.thumbnails.picture(page) is not None for page in pages
        )
        quiet = quiet + 1 if ready else 0
        time.sleep(0.02)


def go(card: int) -> Act:
    """Return what looks at a card."""
    return lambda window: window.session.go(Spot(card))


def searching(words: str) -> Act:
    """Return what searches, with the focus in the field."""

    def act(window: MainWindow) -> None:
        window.session.go(Spot(8))
        window.stage.banner.closed.emit()
        window.library.field.setFocus()
        window.library.field.setText(words)
        time.sleep(0.1)
        settle(window)

    return act


def filtered(window: MainWindow) -> None:
    """Search with two filters on."""
    searching("m")(window)
    filters = window.library.filters
    filters.choose("topic", Pick("sanctions", "Sanctions"))
    filters.choose("year", Pick("2023", "2023"))
    filters.choose("year", Pick("2022", "2022"))
    settle(window)


def choosing(window: MainWindow) -> None:
    """Open the list of topics, one of them chosen, by keyboard."""
    searching("")(window)
    filters = window.library.filters
    filters.choose("topic", Pick("sanctions", "Sanctions"))
    settle(window)
    filters.chips["topic"].setFocus(Qt.FocusReason.TabFocusReason)
    filters.open("topic")


def more_filters(window: MainWindow) -> None:
    """Open the list of the fields that have no chip."""
    searching("")(window)
    window.library.filters.more.setFocus(Qt.FocusReason.TabFocusReason)
    window.library.filters.more.click()


def operators(window: MainWindow) -> None:
    """Begin the name of a field."""
    window.library.field.setFocus()
    QTest.keyClicks(window.library.field, "mexico s")
    settle(window)


def offered(window: MainWindow) -> None:
    """Begin the value of a field."""
    window.library.field.setFocus()
    QTest.keyClicks(window.library.field, "actor:de")
    time.sleep(0.2)
    settle(window)


def narrowed(window: MainWindow) -> None:
    """Search for what a filter hides."""
    filtered(window)
    window.library.field.setText("extradit")
    time.sleep(0.1)
    settle(window)


def picked(window: MainWindow) -> None:
    """Look at slide 4 with a card of the library selected."""
    window.session.go(Spot(3))
    window.stage.banner.closed.emit()
    window.library.view.setCurrentIndex(window.library.model.index(3))


def own(window: MainWindow) -> None:
    """Begin an empty briefing."""
    window.session.new()


def long_title(window: MainWindow) -> None:
    """Give a slide a title that is far too long, and the briefing too."""
    words = "Enforcement and diplomacy accelerated in 2023 while the supply of precursors moved on "
    session = window.session
    session.do(edits.set_title(session.briefing, 3, words * 2))
    session.do(edits.set_briefing(session.briefing, title=words))


def exporting(window: MainWindow) -> None:
    """Open the export dialog."""
    window.session.go(Spot(3))
    window.commands.export()
    settle(window)
    time.sleep(0.5)
    settle(window)


def checked(window: MainWindow) -> None:
    """Make flaws of several kinds and show the findings."""
    session = window.session
    window.stage.banner.closed.emit()
    for index in (4, 6):
        session.do(edits.set_title(session.briefing, index, "What happened in 2023"))
    session.do(edits.set_briefing(session.briefing, style="unknown"))
    settle(window)
    window.actions_by_name["next-finding"].trigger()


def clean(window: MainWindow) -> None:
    """Show that all checks pass."""
    window.stage.banner.closed.emit()
    window.actions_by_name["checks"].trigger()


def reading(window: MainWindow) -> None:
    """Lay the reading order over a slide."""
    picked(window)
    window.actions_by_name["reading-order"].trigger()


def zoomed(window: MainWindow) -> None:
    """Look at a slide from near."""
    picked(window)
    window.actions_by_name["zoom-200"].trigger()


def cited(window: MainWindow) -> None:
    """Open what stands behind a citation marker."""
    picked(window)
    settle(window)
    window.tools.stage.show_citation(window.stage.canvas.cites[0])


def templates(window: MainWindow) -> None:
    """Open the chooser of templates, its slides painted."""
    window.actions_by_name["template"].trigger()
    dialog = window.findChild(TemplatesDialog)
    assert isinstance(dialog, TemplatesDialog)
    end = time.monotonic() + 30
    while not all(card.shows_slides for card in dialog.cards) and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)


def properties(window: MainWindow) -> None:
    """Open the properties of the briefing."""
    window.actions_by_name["details"].trigger()


def exported(window: MainWindow) -> None:
    """Export, and wait for the end."""
    exporting(window)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(window.session.places.user_folder / "Fentanyl briefing.pptx"))
    dialog.export()
    end = time.monotonic() + 30
    while not dialog.done_button.isVisible() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)


def writing(window: MainWindow) -> None:
    """Stand in the middle of an export."""
    exporting(window)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    built = window.session.built
    assert built is not None
    dialog.set_writing(True)
    dialog.show_side(dialog.writing)
    dialog.writing.tell(0, 0)
    dialog.show_progress(8, len(built.pages))
    settle(window)


def failing(window: MainWindow) -> None:
    """Show an error."""
    error = BriefingFileError(
        "Talks.briefing: sections[2].cards[0] has no slide kind 'qoute'.",
        hint="Did you mean 'quote'?",
        details="line 48",
    )
    window.reporter.show(error)


def dragging(window: MainWindow) -> None:
    """Hold a card over the strip, between two slides."""
    picked(window)
    library, view = window.library, window.storyboard.view
    card = library.model.card(library.model.index(4))
    place = Drop(3, 1)
    view.show_place(place, "Drop: new slide after slide 3.  On a slide: add to it.")
    picture = QLabel(window)
    picture.setPixmap(chip(window.look, [card]))
    picture.adjustSize()
    picture.move(760, 790)
    picture.show()


def keys(window: MainWindow) -> None:
    """Show the shortcut sheet."""
    window.commands.show_shortcuts()


def details(window: MainWindow) -> None:
    """Show the details of the briefing."""
    window.commands.show_details()


def layouts(window: MainWindow) -> None:
    """Put the keyboard on the layouts of a slide whose layout was chosen."""
    kinds = [card.kind for card in window.session.briefing.cards]
    window.session.go(Spot(kinds.index("network")))
    settle(window)
    window.inspector.layouts.focus_tile()


def outlined(window: MainWindow) -> None:
    """Show the storyboard as outline, two slides chosen, with an empty section at the end."""
    briefing = window.session.briefing
    window.session.do(edits.add_section(briefing, len(briefing.cards), "Annex"))
    picked(window)
    settle(window)
    window.storyboard.set_mode("outline")
    window.storyboard.chosen.choose((2, 3))


def gridded(size: str, *chosen: int) -> Act:
    """Return what shows the storyboard as grid, slides chosen."""

    def act(window: MainWindow) -> None:
        outlined(window)
        window.storyboard.set_mode("grid")
        window.storyboard.set_grid_size(size)
        window.storyboard.chosen.choose(chosen)

    return act


def overlay(window: MainWindow) -> None:
    """Lay the inspector over the stage."""
    window.session.go(Spot(3))
    window.body.reveal("inspector")


def over(act: Act) -> Act:
    """Return what does the same with the library laid over the stage."""

    def reveal(window: MainWindow) -> None:
        window.body.reveal("library")
        act(window)

    return reveal


def networked(*, words: str = "", ref: str = "actor/china") -> Act:
    """Return what looks at an actor in the network, words searched for."""

    def act(window: MainWindow) -> None:
        window.library.field.setText(words)
        window.actions_by_name["network"].trigger()
        view = window.network
        end = time.monotonic() + 10
        while view.model.network.wanted.query != words or view.canvas.scene is None:
            assert time.monotonic() < end
            settle(window)
            if view.page.empty.isVisible():
                return
        view.go_to(ref)
        settle(window)

    return act


def timeline(window: MainWindow) -> None:
    """Look at the timeline with three events selected."""
    window.actions_by_name["timeline"].trigger()
    canvas, model = window.timeline.canvas, window.timeline.model
    end = time.monotonic() + 20
    while not model.rowCount() and time.monotonic() < end:
        settle(window, seconds=0.3)
    first = canvas.first_seen()
    canvas.choose(range(first, first + 3))
    canvas.keep_current(first + 1)
    settle(window)


def undated(window: MainWindow) -> None:
    """Look at a timeline without a date."""
    timeline(window)
    window.library.chips["event"].click()
    window.library.chips["actor"].click()
    end = time.monotonic() + 20
    while window.timeline.model.rowCount() and time.monotonic() < end:
        settle(window, seconds=0.3)


def editing(words: str) -> Act:
    """Return what opens the editor for the first record that words find."""

    def act(window: MainWindow) -> None:
        searching(words)(window)
        window.library.view.setCurrentIndex(window.library.model.index(0))
        window.actions_by_name["edit-record"].trigger()
        time.sleep(0.3)
        settle(window)

    return act


def commanded(name: str) -> Act:
    """Return what triggers a command and waits for its dialog."""

    def act(window: MainWindow) -> None:
        window.actions_by_name[name].trigger()
        time.sleep(0.3)
        settle(window)

    return act


def commanding(typed: str) -> Act:
    """Return what opens the command palette and types."""

    def act(window: MainWindow) -> None:
        window.session.go(Spot(7))
        window.actions_by_name["commands"].trigger()
        QTest.keyClicks(window.desk.palette.palette.field, typed)
        time.sleep(0.2)
        settle(window)

    return act


def setting(page: str) -> Act:
    """Return what opens a page of the settings."""

    def act(window: MainWindow) -> None:
        window.actions_by_name["settings"].trigger()
        dialog = window.findChild(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        dialog.show_page(page)
        time.sleep(0.2)
        settle(window)

    return act


def compact(window: MainWindow) -> None:
    """List the records in compact cards."""
    window.preferences.keep(replace(window.preferences.settings, density="compact"))
    searching("coalition")(window)


SHOTS = (
    Shot("command-palette", theme="dark", act=commanding("time")),
    Shot("command-palette-light", act=commanding("")),
    Shot("command-palette-high-contrast", theme="contrast", act=commanding("exp")),
    Shot("command-palette-200pct", scale=200, act=commanding("mi")),
    Shot("command-palette-smallest", width=720, height=480, act=commanding("undo")),
    *(
        Shot(f"settings-{page}", act=setting(page))
        for page in ("general", "look", "export", "library", "keyboard", "privacy")
    ),
    Shot("settings-dark", theme="dark", act=setting("look")),
    Shot("settings-high-contrast", theme="contrast", act=setting("look")),
    Shot("settings-200pct", scale=200, act=setting("look")),
    Shot("compact", act=compact),
    Shot("compact-200pct", scale=200, width=1920, height=1100, act=compact),
    Shot("shortcuts-200pct", scale=200, act=lambda window: keys(window)),
    Shot("first-run", act=go(0)),
    Shot("main-light", act=picked),
    Shot("main-dark", theme="dark", act=searching("coalition")),
    Shot("main-high-contrast", theme="contrast", act=searching("coalition")),
    Shot("main-150pct", scale=150, act=picked),
    Shot("main-200pct", scale=200, act=picked),
    Shot("main-125pct", scale=125, act=picked),
    Shot("checks", act=checked),
    Shot("checks-dark", theme="dark", act=checked),
    Shot("checks-high-contrast", theme="contrast", act=checked),
    Shot("checks-150pct", scale=150, act=checked),
    Shot("checks-200pct", scale=200, act=checked),
    Shot("checks-clean", act=clean),
    Shot("reading-order", act=reading),
    Shot("zoomed", act=zoomed),
    Shot("citation", act=cited),
    Shot("templates", act=templates),
    Shot("templates-dark", theme="dark", act=templates),
    Shot("templates-200pct", scale=200, act=templates),
    Shot("properties", act=properties),
    Shot("properties-high-contrast", theme="contrast", act=properties),
    Shot("small", width=1100, height=700, act=picked),
    Shot("small-dark", width=1100, height=700, theme="dark", act=go(4)),
    Shot("smallest", width=720, height=480, act=go(2)),
    Shot("layouts", act=layouts),
    Shot("layouts-high-contrast", theme="contrast", act=layouts),
    Shot("overlay", scale=150, act=overlay),
    Shot("nothing-found", act=searching("xylazinq")),
    Shot("nothing-narrowed", act=narrowed),
    Shot("search", act=filtered),
    Shot("search-dark", theme="dark", act=filtered),
    Shot("search-high-contrast", theme="contrast", act=filtered),
    Shot("search-150pct", scale=150, width=1920, height=1100, act=filtered),
    Shot("search-200pct", scale=200, act=over(filtered)),
    Shot("facet-menu", act=choosing),
    Shot("facet-menu-dark", theme="dark", act=choosing),
    Shot("facet-menu-high-contrast", theme="contrast", act=choosing),
    Shot("facet-menu-200pct", scale=200, act=over(choosing)),
    Shot("more-menu", act=more_filters),
    Shot("operators", act=operators),
    Shot("operators-values", act=offered),
    Shot("operators-dark", theme="dark", act=offered),
    Shot("operators-high-contrast", theme="contrast", act=offered),
    Shot("operators-200pct", scale=200, act=over(offered)),
    Shot("empty", act=own),
    Shot("empty-dark", theme="dark", act=own),
    Shot("long-title", act=long_title),
    Shot("record-editor", act=editing("type:statement malicious")),
    Shot("record-editor-dark", theme="dark", act=editing("type:event coalition")),
    Shot("record-editor-high-contrast", theme="contrast", act=editing("type:event coalition")),
    Shot("record-editor-150pct", scale=150, act=editing("type:statement malicious")),
    Shot("record-editor-200pct", scale=200, act=editing("type:event coalition")),
    Shot("record-new", act=commanded("new-record-event")),
    Shot("sources", act=commanded("sources")),
    Shot("sources-dark", theme="dark", act=commanded("sources")),
    Shot("sources-200pct", scale=200, act=commanded("sources")),
    Shot("deleted-records", act=commanded("deleted-records")),
    Shot("export", act=exporting),
    Shot("export-150pct", scale=150, act=exporting),
    Shot("drag-drop", act=dragging),
    Shot("outline", act=outlined),
    Shot("outline-dark", theme="dark", act=outlined),
    Shot("outline-200pct", scale=200, act=outlined),
    Shot("grid", act=gridded("S", 1, 3, 4)),
    Shot("grid-dark", theme="dark", act=gridded("M")),
    Shot("grid-high-contrast", theme="contrast", act=gridded("L", 3, 4)),
    Shot("grid-150pct", scale=150, act=gridded("S", 3)),
    Shot("export-200pct", scale=200, act=exporting),
    Shot("details-200pct", scale=200, act=details),
    Shot("error-200pct", scale=200, act=failing),
    Shot("export-writing", act=writing),
    Shot("export-done-dark", theme="dark", act=exported),
    Shot("error", act=failing),
    Shot("shortcuts", act=keys),
    Shot("details", act=details),
    Shot("timeline", act=timeline),
    Shot("timeline-dark", theme="dark", act=timeline),
    Shot("timeline-high-contrast", theme="contrast", act=timeline),
    Shot("timeline-150pct", scale=150, act=timeline),
    Shot("timeline-200pct", scale=200, act=timeline),
    Shot("timeline-small", width=1100, height=700, act=timeline),
    Shot("timeline-undated", act=undated),
    Shot("network", act=networked()),
    Shot("network-dark", theme="dark", act=networked()),
    Shot("network-high-contrast", theme="contrast", act=networked()),
    Shot("network-150pct", scale=150, act=networked()),
    Shot("network-200pct", scale=200, act=networked()),
    Shot("network-small", width=760, height=620, act=networked()),
    Shot("network-search", act=networked(words="mexic", ref="actor/mexico")),
    Shot("network-empty", act=networked(words="zzz")),
)


def take(shot: Shot, folder: Path) -> Path:
    """Take a picture and return its file."""
    with tempfile.TemporaryDirectory() as home:
        user = Path(home)
        store = user / "store.sqlite"
        shutil.copy(paths.bundled_store(), store)
        places = Places(store, paths.bundled_templates(), user, paths.sample_briefing())
        look = Look(theme=shot.theme, scale=shot.scale)
        window = make_window(places, look=look)
        window.resize(shot.width, shot.height)
        window.show()
        settle(window)
        if shot.act is not None:
            shot.act(window)
            settle(window)
        picture = window.grab()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                lay_over(picture, dialog, window)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            painter = QPainter(picture)
            painter.drawPixmap(window.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab())
            painter.end()
            popup.close()
        path = folder / f"{shot.name}.png"
        picture.save(str(path))
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
    return path


def lay_over(picture: object, dialog: QDialog, window: QWidget) -> None:
    """Draw a dialog over the dimmed picture of its window."""
    assert isinstance(picture, QPixmap)
    painter = QPainter(picture)
    try:
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 110))
        left = (window.width() - dialog.width()) // 2
        top = (window.height() - dialog.height()) // 2
        painter.drawPixmap(left, top, dialog.grab())
    finally:
        painter.end()


def main(arguments: list[str]) -> None:
    """Take the pictures named, or all."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        config = Path(home) / "screens.json"
        config.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        application = QApplication(["shoot", "-platform", f"offscreen:configfile={config}"])
        for shot in SHOTS:
            if len(arguments) == 1 or shot.name in arguments[1:]:
                sys.stdout.write(f"{take(shot, folder)}\n")
        application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
