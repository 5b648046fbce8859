"""The session: history, store, template and pages of the briefing on the screen.

In: edits from the panels. Out: signals; the panels read what they show from here. Must not know:
widgets. Every edit makes a new briefing at once; its records and pages follow from the worker
threads, where only the latest request counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.citations.csl import Shelf
from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.presets import PRESETS
from briefer.compose.propose import propose_card
from briefer.content import Slide
from briefer.errors import BrieferError, BriefingFileError, ConflictError, TemplateError
from briefer.layout.boxes import Page
from briefer.pipeline import Built, build, keeping, require_records
from briefer.preflight import Finding, Terms
from briefer.records.base import Record, Ref
from briefer.records.gathered import Gathered
from briefer.records.turn import AnyTurn
from briefer.store import Store
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.edits import Edit
from briefer.storyboard.files import BriefingFile, load_briefing
from briefer.storyboard.history import History, Step
from briefer.storyboard.journal import Journal
from briefer.template.model import Template
from briefer.ui import spots
from briefer.ui.aftermath import note_folder
from briefer.ui.autosave import Autosave, recover, write
from briefer.ui.earlier import Earlier
from briefer.ui.gathering import Gathering
from briefer.ui.places import Places
from briefer.ui.spots import Spot
from briefer.ui.tasks import Lane, Query, is_lost
from briefer.ui.templates import Templates
from briefer.ui.undo_file import UndoFile

UNTITLED = "Untitled briefing"
MERGE_MS = 1000
"""Typing in one field is one step until this long a pause."""
AGAIN_MS = 2000
"""How long after the library could not be read it is tried again."""


class Session(QObject):
    """What the window shows and changes. Signals carry nothing: receivers read the session."""

    briefing_changed = Signal()
    built_changed = Signal()
    spot_changed = Signal()
    library_changed = Signal()
    failed = Signal(object)

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places
        self.styles = Shelf(places.styles)
        self.is_sample = False
        self._opened = ""  # the file whose records are still to be looked up
        self._unfit_templates: set[str] = set()
        self.terms = Terms()  # what the checks go by; the time is added when they run
        self.author = ""
        """Who makes changes of records, as typed in the settings."""
        self.built: Built | None = None
        self._stale: Built | None = None  # the pages from before the library was changed
        self.template: Template | None = None
        self.carried: dict[Ref, Record] = {}
        self._history = History(Briefing(title=UNTITLED))
        self._spot = Spot(0)
        self._showing, self._gathering = spots.Showing(), Gathering()
        # A change may take seconds; who searches meanwhile reads the library as it was before.
        self.store_lane = Lane("store", self._open_store, failed=self.failed.emit, lost=is_lost)
        self.reading_lane = Lane("reading", self._open_store, failed=self.failed.emit, lost=is_lost)
        self._opening = Lock()
        self.pages_lane = Lane(
            "pages", lambda: Templates(places.templates), failed=self.failed.emit
        )
        self.files_lane = Lane[None]("files", lambda: None, failed=self.failed.emit)
        self._earlier = Earlier(places, self.files_lane)
        self._undo_file = UndoFile(places.undo, str(places.store), self.journal)
        self.autosave = Autosave(places.autosave, self.files_lane, self.file, undo=self._undo_file)
        self._pause = QTimer(self, singleShot=True, interval=MERGE_MS)
        self._pause.timeout.connect(self.settle)
        self._cut_off = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.rebuild)

    # What stands

    @property
    def briefing(self) -> Briefing:
        """The briefing after the last edit; its pages may still be on their way."""
        return self._history.briefing

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    @property
    def up_to_date(self) -> bool:
        """Whether the pages are those of the briefing and the records as they stand."""
        built = self.built
        return built is not None and built is not self._stale and built.briefing == self.briefing

    @property
    def spot(self) -> Spot:
        """The slide looked at."""
        return self._spot

    @property
    def card(self) -> Card | None:
        """The card of the slide looked at, or None for one added by itself."""
        index = self._spot.card
        cards = self.briefing.cards
        return cards[index] if index is not None and index < len(cards) else None

    @property
    def page(self) -> Page | None:
        """The page looked at, as last laid out."""
        return self.page_at(self._spot)

    @property
    def slide(self) -> Slide | None:
        """What the page looked at says."""
        page = self.page
        if page is None or self.built is None:
            return None
        return next((s for s in self.built.deck.slides if s.key == page.slide), None)

    def page_at(self, spot: Spot) -> Page | None:
        """Return the page at a spot, or the nearest part of the same slide."""
        return spots.page_at(self.built, spot)

    def spot_of(self, page: Page) -> Spot:
        """Return the spot at which a page stands."""
        return spots.spot_of(self.built, page)

    def findings_here(self) -> tuple[Finding, ...]:
        """Return the findings about the card looked at."""
        found = self.built.findings if self.built else ()
        return tuple(f for f in found if f.card is not None and f.card == self._spot.card)

    def slides_showing(self) -> dict[Ref, tuple[int, ...]]:
        """Return for each record shown the numbers of the slides that show it."""
        return self._showing.of(self.built)

    # Edits

    def do(self, edit: Edit, *, merge: str = "") -> None:
        """Apply an edit; edits with the same `merge` key in a row are one step."""
        old = self._history
        self._history = old.do(edit, merge or None)
        if merge:
            self._pause.start()
        self._after(old, edit.focus)

    def settle(self) -> None:
        """Let the next edit be a step of its own: a field was left, or there was a pause."""
        self._history = self._history.settled()

    def undo(self) -> None:
        """Take back the last step, if there is one, and look at what it changed."""
        old = self._history
        self._history = old.undo()
        self._after(old, self._history.focus)
        if old.past:
            self._turn(old.past[-1], back=True)

    def redo(self) -> None:
        """Do again what was undone last, if anything was, and look at it."""
        old = self._history
        self._history = old.redo()
        self._after(old, self._history.focus)
        if old.future:
            self._turn(old.future[-1])

    def note(self, label: str, turns: tuple[AnyTurn, ...]) -> None:
        """Take a change of records, made in the store already, as a step; show it everywhere."""
        if turns:
            self._history = self._history.note(label, turns)
            self._save_soon()
        self.reread()
        self.briefing_changed.emit()

    def reread(self) -> None:
        """Read the records shown anew: the library was changed."""
        self._stale = self.built
        self.pages_lane.claim("build")  # pages on their way show the records as they were
        self.library_changed.emit()
        self.rebuild()

    def _turn(self, step: Step, *, back: bool = False) -> None:
        """Have the store follow a step over records; one it can never follow is forgotten."""
        by = self.author
        turns = tuple(turn.back for turn in reversed(step.turns)) if back else step.turns

        def failed(error: Exception) -> None:
            history, for_good = self._history, isinstance(error, ConflictError)
            self._history = (history.without if for_good else history.unfollowed)(step.turns)
            self._save_soon()
            self.briefing_changed.emit()
            self.failed.emit(error)

        if turns:
            lane = self.store_lane
            Query(lane, lambda s: s.turn(turns, by=by), lambda _: self.reread(), failed=failed)

    def add(
        self, records: Sequence[Record], at: int | None = None, *, section: int | None = None
    ) -> None:
        """Add the slide proposed for records behind the current one, or at a flat index."""
        card = propose_card(records)
        if not card.records:
            self.failed.emit(
                BrieferError(
                    "A source has no slide of its own.",
                    hint="Add a record that cites it; its sources come along.",
                )
            )
            return
        at = self.next_index if at is None else at
        self.do(edits.add_card(self.briefing, card, at, section=section))

    def add_to_slide(self, records: Sequence[Record], index: int | None = None) -> None:
        """Add records to the current slide, or to the one at a flat index."""
        index = self._spot.card if index is None else index
        refs = [record.id for record in records if record.type != "source"]
        if index is None or index >= len(self.briefing.cards):
            self.add(records)
        elif refs:
            self.do(edits.add_records(self.briefing, index, refs))

    @property
    def next_index(self) -> int:
        """The flat index behind the current slide."""
        count = len(self.briefing.cards)
        return count if self._spot.card is None else min(self._spot.card + 1, count)

    def _after(self, old: History, focus: int | None) -> None:
        if focus is not None:
            self._spot = Spot(focus)
        elif not self.briefing.cards:
            self._spot = Spot(0)
        elif self._spot.card is not None:
            self._spot = Spot(min(self._spot.card, len(self.briefing.cards) - 1), self._spot.part)
        if self._history.past is not old.past:
            self._save_soon()
        if old.briefing != self.briefing:
            self.rebuild()
        self.briefing_changed.emit()
        self.spot_changed.emit()

    def _save_soon(self) -> None:
        """Save the briefing and the steps that led to it."""
        self._earlier.set_last_aside()
        self.autosave.touch()

    # Where the user looks

    def go(self, spot: Spot) -> None:
        """Look at another slide, the last one where pages from before an edit told of more."""
        if spot.card is not None:
            last = max(0, len(self.briefing.cards) - 1)
            spot = replace(spot, card=min(spot.card, last))
        if spot != self._spot:
            self.settle()
            self._spot = spot
            self.spot_changed.emit()

    def step(self, by: int) -> None:
        """Look at the page `by` pages on."""
        page = self.page
        if page is None or self.built is None:
            return
        number = page.number + by
        if 1 <= number <= len(self.built.pages):
            self.go(self.spot_of(self.built.pages[number - 1]))

    # Files

    def start(self, briefing_path: Path | None = None, *, start_with: str = "last") -> None:
        """Show the briefing asked for, else what to start with, at last the sample.

        `start_with` is `last` (the briefing saved last), `sample` or `new`.
        """
        if briefing_path is not None:
            try:
                file = load_briefing(briefing_path, kinds=SLIDE_KINDS)
            except BrieferError as error:
                self.failed.emit(error)
            else:
                self._opened = briefing_path.name
                self._begin(file)
                self._earlier.other_saved = True
                return
        if start_with == "last" and self._go_on():
            return
        # What was saved last, and not gone on with, is set aside before it is saved over.
        self._earlier.other_saved = start_with != "last"
        if start_with == "new":
            self._begin(BriefingFile(edits.new_briefing(UNTITLED)))
            return
        self._begin(load_briefing(self.places.sample, kinds=SLIDE_KINDS))
        self.is_sample = True
        self.briefing_changed.emit()

    def _go_on(self) -> bool:
        """Go on with the briefing saved last; return whether there is one."""
        try:
            last = recover(self.places.autosave, kinds=SLIDE_KINDS)
        except BrieferError as error:
            self.failed.emit(error)
            return False
        if last is None:
            return False
        self._begin(last)
        self._earlier.only_here = True
        self._go_on_undoing(last.briefing)
        return True

    def _go_on_undoing(self, saved: Briefing) -> None:
        """Take up the steps that led to the briefing saved last; they may lead further."""
        journal = self._undo_file.read(saved, kinds=SLIDE_KINDS)
        if journal is None:
            return
        self._history = journal.history
        self.carried = {record.id: record for record in journal.carried} | self.carried
        if self.briefing != saved:
            self.autosave.touch()
            self.rebuild()
        self.briefing_changed.emit()

    def new(self) -> None:
        """Begin an empty briefing; undo brings the old one back."""
        self._replace(BriefingFile(edits.new_briefing(UNTITLED)), "New briefing")

    def propose(self, preset: str, *, anew: bool = False) -> None:
        """Fill the briefing with what a preset proposes from the library, as one step.

        `anew` puts a new briefing in the place of this one. What was changed while the library was
        read stands, and nothing is filled.
        """
        label, asked, before = PRESETS[preset].label, self._history, self.briefing

        def fill(proposed: Briefing) -> None:
            if not self._history.stands_as(asked):
                return
            if anew:
                self._replace(BriefingFile(proposed), f"New {label}")
                return
            named = before.title.strip() not in ("", UNTITLED)
            filled = replace(
                before,
                title=before.title if named else proposed.title,
                preset=proposed.preset,
                sections=proposed.sections,
            )
            self.do(Edit(f"Begin with {label}", filled, 0))

        Query(
            self.reading_lane,
            lambda store: PRESETS[preset].propose(store.telling()),
            fill,
            key="propose",
        )

    def open(self, path: Path) -> None:
        """Open a briefing file; undo brings the old one back. Raise BriefingFileError."""
        file = load_briefing(path, kinds=SLIDE_KINDS)
        self._opened = path.name
        self._replace(file, f"Open {path.stem}")

    def open_sample(self) -> None:
        """Open the sample; undo brings the old one back."""
        self.open(self.places.sample)
        self.is_sample = True
        self.briefing_changed.emit()

    def file(self) -> BriefingFile:
        """Return the briefing with the records it uses, as it is saved."""
        built = dict(self.built.records) if self.built else {}
        records = built if self.up_to_date else {**self.carried, **built}
        return BriefingFile(self.briefing, tuple(records[ref] for ref in sorted(records)))

    def journal(self) -> Journal:
        """Return the steps that led to the briefing, as they are saved beside it."""
        return Journal(self._history, carried=tuple(self.carried.values()))

    def save_copy(self, path: Path) -> None:
        """Write the briefing to a file of the user's choice; raise BriefingFileError."""
        note_folder(self.places.mark, path.parent)
        write(path, self.file())

    def close(self) -> None:
        """End the threads; what waits to be saved is (`Autosave.settle`)."""
        self._pause.stop()
        self._again.stop()
        self.pages_lane.close()
        self.autosave.settle()
        self.files_lane.close(drain=True)
        self.reading_lane.close(release=Store.close)
        self.store_lane.close(release=Store.close)

    def _replace(self, file: BriefingFile, label: str) -> None:
        """Put another briefing in the place of this one, which is kept in a file of its own."""
        self._earlier.keep(self.file(), changed=bool(self.history.past))
        self.carried.update({record.id: record for record in file.snapshot})
        self.is_sample = False
        focus = 0 if file.briefing.cards else None
        self.do(Edit(label, file.briefing, focus))

    def _begin(self, file: BriefingFile) -> None:
        self.carried = {record.id: record for record in file.snapshot}
        self._history = History(file.briefing)
        self._spot = Spot(0)
        self.rebuild()
        self.briefing_changed.emit()
        self.spot_changed.emit()

    # The chain

    def rebuild(self) -> None:
        """Ask for the records and pages of the briefing as it stands."""
        briefing, snapshot = self.briefing, tuple(self.carried.values())
        Query(
            self.reading_lane,
            lambda store: self._gathering.read(store, briefing, snapshot),
            lambda records: self._lay_out(briefing, records),
            key="gather",
            failed=self._cannot_gather,
        )

    def _cannot_gather(self, error: Exception) -> None:
        """Tell once that the library cannot be read, and try again until it can."""
        if not (self._cut_off and is_lost(error)):
            self.failed.emit(error)
        self._cut_off = is_lost(error)
        if self._cut_off:
            self._again.start()

    def _tell_unknown(self, briefing: Briefing, records: Gathered) -> None:
        """Tell once which record of a file just opened nobody holds; its slide shows where."""
        name, self._opened = self._opened, ""
        try:
            require_records(briefing, records, name)
        except BriefingFileError as error:
            self.failed.emit(error)

    def _lay_out(self, briefing: Briefing, records: Gathered) -> None:
        self._cut_off = False
        self._again.stop()
        if self._opened:
            self._tell_unknown(briefing, records)
        name = "" if briefing.template in self._unfit_templates else briefing.template
        pictures, before, styles = self.places.pictures, self.built, self.styles
        terms = self.terms.at(datetime.now().astimezone())

        def work(templates: Templates) -> tuple[Built, Template]:
            template = templates.get(name)
            built = build(
                briefing,
                records,
                template,
                pictures=pictures,
                memo=templates.memo,
                styles=styles,
                terms=terms,
            )
            return keeping(built, before), template

        def failed(error: Exception) -> None:
            self.failed.emit(error)
            if isinstance(error, TemplateError) and name:
                self._unfit_templates.add(name)
                self._lay_out(briefing, records)

        Query(self.pages_lane, work, self._show, key="build", failed=failed)

    def _show(self, result: tuple[Built, Template]) -> None:
        self.built, self.template = result
        self.built_changed.emit()

    def _open_store(self) -> Store:
        # One after the other: the first may have to bring a library of an older form up to date.
        with self._opening:
            return Store.open(self.places.store)
