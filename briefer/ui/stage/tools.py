"""The commands of the stage: zoom, citations on the slide, reading order, what a click opens.

In: the stage, the session, the actions. Out: signals for what other panels show. Must not know:
those panels.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from briefer.records.base import Ref
from briefer.ui.actions import Actions
from briefer.ui.quoted.states import QuotedHere
from briefer.ui.session import Session
from briefer.ui.stage.canvas import FIT, ZOOMS, Canvas
from briefer.ui.stage.citation import CitationPopover, Cited
from briefer.ui.stage.panel import StagePanel
from briefer.ui.stage.zones import CiteZone, TextZone
from briefer.ui.theme import Look
from briefer.ui.widgets.menu import Menu

_LEVELS = {"zoom-fit": FIT, **{f"zoom-{percent}": percent for percent in ZOOMS}}


class StageTools(QObject):
    """Switches what the stage shows, and tells what was clicked on the slide."""

    field_wanted = Signal(str, str)
    """The inspector's field of a name (`title`, `kicker` or "") and the words clicked."""
    record_wanted = Signal(str)
    """The record of an id is to be opened."""

    def __init__(self, look: Look, stage: StagePanel, session: Session, actions: Actions) -> None:
        super().__init__(stage)
        self._session = session
        self._actions = actions
        self._stage = stage
        self._canvas: Canvas = stage.canvas
        self._quoted: QuotedHere | None = None
        self._zone: CiteZone | None = None
        self.popover = CitationPopover(look, stage)
        self.zoom_menu = Menu(look, stage, "&Zoom")
        self._make_zoom()
        self._make_toggles()
        self._canvas.zoom_asked.connect(self.step_zoom)
        self._canvas.cite_clicked.connect(self.show_citation)
        self._canvas.text_clicked.connect(self._text_clicked)
        self.popover.stepped.connect(self._step_citation)
        self.popover.record_wanted.connect(self.record_wanted)
        session.built_changed.connect(self._update)
        self.set_zoom(FIT)
        self._update()

    def put_into(self, menu: QMenu) -> None:
        """Put the choice of zoom into the View menu, before the citations."""
        menu.insertMenu(self._actions["citations"], self.zoom_menu)

    def _make_zoom(self) -> None:
        group = QActionGroup(self)
        for name, percent in _LEVELS.items():
            action = self._actions[name]
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, percent=percent: self.set_zoom(percent))
            self.zoom_menu.addAction(action)
        self.zoom_menu.addSeparator()
        for name, by in (("zoom-in", 1), ("zoom-out", -1)):
            self._actions[name].triggered.connect(lambda _=False, by=by: self.step_zoom(by))
            self.zoom_menu.addAction(self._actions[name])
        self._stage.bar.set_zoom_menu(self.zoom_menu)

    def _make_toggles(self) -> None:
        bar = self._stage.bar
        for name, button, switch in (
            ("citations", bar.citations, self._canvas.set_citations),
            ("reading-order", bar.order, self._canvas.set_order),
        ):
            action = self._actions[name]
            action.setCheckable(True)
            action.setChecked(name == "citations")
            action.toggled.connect(switch)
            bar.bind(button, action)

    # Zoom

    def set_zoom(self, percent: int) -> None:
        """Show the slide at a zoom in percent, or `FIT`."""
        self._canvas.set_zoom(percent)
        self._stage.bar.show_zoom(f"{percent} %" if percent else "Fit")
        for name, level in _LEVELS.items():
            self._actions[name].setChecked(level == percent)
        self._update()

    def step_zoom(self, by: int) -> None:
        """Go to the next larger or smaller zoom; 0 is to fit."""
        if not by:
            self.set_zoom(FIT)
            return
        now = self._canvas.zoom or self._canvas.percent_shown
        larger = [percent for percent in ZOOMS if percent > now + 1]
        smaller = [percent for percent in reversed(ZOOMS) if percent < now - 1]
        wanted = larger if by > 0 else smaller
        if wanted:
            self.set_zoom(wanted[0])

    def _update(self) -> None:
        shown = self._session.page is not None
        for name in (*_LEVELS, "zoom-in", "zoom-out", "reading-order"):
            self._actions[name].setEnabled(shown)

    # What a click opens

    def watch(self, quoted: QuotedHere) -> None:
        """Tell with each citation how what is quoted from it stands to its source."""
        self._quoted = quoted
        quoted.changed.connect(self._tell_again)

    def _tell_again(self) -> None:
        if self.popover.isVisible() and self._zone is not None:
            self.show_citation(self._zone)

    def show_number(self, number: int) -> None:
        """Open the popover at the first marker of a number on the slide."""
        zone = next((zone for zone in self._canvas.cites if number in zone.numbers), None)
        if zone is not None:
            self.show_citation(zone)

    def show_citation(self, zone: CiteZone) -> None:
        """Open the popover at a citation marker."""
        cites = self._canvas.cites
        if zone not in cites:
            return
        self._zone = zone
        self._tell(zone)
        self._canvas.reveal(zone.frame)
        self.popover.open_at(self._canvas.global_place(zone.frame))

    def _step_citation(self, at: int) -> None:
        cites = self._canvas.cites
        if 0 <= at < len(cites):
            self.show_citation(cites[at])

    def _tell(self, zone: CiteZone) -> None:
        """Fill the popover with what a marker stands for."""
        built, slide = self._session.built, self._session.slide
        if built is None:
            return
        references = {reference.number: reference for reference in built.deck.references}
        quoted = {n for q in (slide.quotations if slide else ()) for n in q.mark.numbers}
        cited = []
        for place, number in enumerate(zone.numbers):
            if number in references:
                ref = zone.cited[min(place, len(zone.cited) - 1)] if zone.cited else ""
                one = references[number]
                stated = self._quoted.of(one) if self._quoted else ()
                label, verbatim = self._label(ref), number in quoted
                cited.append(Cited(one, ref, label, verbatim=verbatim, stated=stated))
        cites = self._canvas.cites
        self.popover.show_citations(cited, at=cites.index(zone), of=len(cites))

    def _label(self, ref: Ref) -> str:
        built = self._session.built
        record = built.records.get(ref) if built else None
        return record.label if record else ""

    def _text_clicked(self, zone: TextZone) -> None:
        if self._session.card is not None:
            self.field_wanted.emit(zone.field, zone.origin or zone.words)
