"""What is marked before a picture is taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from briefer.records import Record
from briefer.store import Store
from briefer.storyboard import edits
from briefer.ui.dialogs.details import DetailsDialog
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.marking.page import MarkingPage
from briefer.ui.records.editor import RecordEditor
from briefer.ui.spots import Spot
from briefer.ui.tasks import Query
from shooting.library_acts import editing
from shooting.shot import Act, settle


def marked(window: MainWindow) -> None:
    """Mark two records of the sample, and look at a slide that shows one of them."""
    window.stage.banner.closed.emit()
    _mark(window, {0: "CUI//SP-SUB", 3: "CUI"})
    _set(window, profile="nara", marking="CUI//SP-SUB")
    window.inspector.marking.heading.setChecked(True)
    window.session.go(Spot(3))


def marking_page(profile: str = "", marking: str = "", legend: str = "") -> Act:
    """Return what opens the properties at the marking of a briefing that is so marked."""

    def act(window: MainWindow) -> None:
        _mark(window, {0: "CUI//SP-SUB"} if profile == "nara" else {})
        _set(window, profile=profile, marking=marking, legend=legend)
        _page(window)

    return act


def filled(window: MainWindow) -> None:
    """Fill in the block of a marked briefing."""
    marked(window)
    words = {"controlled-by": "Department of State", "office": "Office of the Legal Adviser"}
    window.session.do(edits.set_designation(window.session.briefing, words))
    _page(window)


def lowering(window: MainWindow) -> None:
    """Lower a marking, its reason still to be given."""
    _set(window, profile="nara", marking="CUI//SP-SUB/LEI")
    page = _page(window)
    page.picks.buttons["CUI"].click()
    page.insist()


def held(window: MainWindow) -> None:
    """Export what is marked too low."""
    marked(window)
    _set(window, marking="CUI")
    _export(window)


def releasing(window: MainWindow) -> None:
    """Choose to hand out what is unmarked."""
    filled(window)
    for dialog in window.findChildren(DetailsDialog):
        dialog.close()
    export = _export(window)
    export.release.limits.setCurrentIndex(1)
    export.release.limits.activated.emit(1)
    _wait(lambda: export.release.ready)
    export.report.setChecked(True)
    export.target.setText("Briefings/Fentanyl.pptx")
    settle(window)


def marking_record(window: MainWindow) -> None:
    """Type a marking into the editor of a record."""
    editing("deaths")(window)
    page = next(dialog.page for dialog in window.findChildren(RecordEditor))
    page.form.focus("marking")
    page.form.inputs["marking"].show_value("CUI//SUB")
    settle(window)
    page.area.ensureWidgetVisible(page.form.boxes["marking"])


def _mark(window: MainWindow, markings: dict[int, str]) -> None:
    """Give records of the sample a marking, by their places in it."""
    session = window.session
    assert session.built is not None
    refs = [ref for card in session.briefing.cards for ref in card.records]
    records: list[Record] = [
        replace(session.built.records[refs[at]], marking=words) for at, words in markings.items()
    ]
    saved: list[bool] = []

    def save(store: Store) -> None:
        for record in records:
            store.save(record)

    Query(session.store_lane, save, lambda _: saved.append(True))
    _wait(lambda: bool(saved))
    session.reread()
    settle(window)


def _set(window: MainWindow, **settings: str) -> None:
    window.session.do(edits.set_briefing(window.session.briefing, **settings))
    settle(window)


def _page(window: MainWindow) -> MarkingPage:
    window.commands.show_marking()
    settle(window)
    return next(dialog.marking for dialog in window.findChildren(DetailsDialog))


def _export(window: MainWindow) -> ExportDialog:
    window.commands.export()
    settle(window)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def _wait(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not happened() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
