"""What is done with slides, storyboard and dialogs before a picture is taken."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication, QLabel

from briefer.errors import BriefingFileError
from briefer.storyboard import edits
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.templates import TemplatesDialog
from briefer.ui.library.view import chip
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from briefer.ui.storyboard.rows import Drop
from shooting.library_acts import picked
from shooting.shot import Act, settle


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
    """Open the export dialog, on a place that is nobody's."""
    window.session.go(Spot(3))
    window.commands.export()
    settle(window)
    time.sleep(0.5)
    for dialog in window.findChildren(ExportDialog):
        dialog.target.setText("Briefings/Fentanyl.pptx")
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


def flawed(window: MainWindow) -> None:
    """Make flaws such as staff make, and show the findings."""
    session = window.session
    window.stage.banner.closed.emit()
    session.do(edits.set_option(session.briefing, 1, "marking", "CUI//LEI"))
    session.do(edits.set_title(session.briefing, 10, "Cartel members were convicted in April 2023"))
    session.do(edits.set_title(session.briefing, 9, session.briefing.cards[7].title))
    other = "statement/chinese-foreign-ministry-smear"
    session.do(edits.remove_record(session.briefing, 16, other))
    settle(window)
    window.actions_by_name["checks"].trigger()


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


def behind(window: MainWindow) -> None:
    """Have exported behind the window."""
    exporting(window)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(window.session.places.user_folder / "Fentanyl briefing.pptx"))
    dialog.export()
    dialog.leave()
    end = time.monotonic() + 30
    while not window.status.job.open_file.isVisible() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)


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
