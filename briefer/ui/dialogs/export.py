"""The export dialog: where to, on which template; progress and cancel; what was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefer.draw.image import render_page
from briefer.errors import BrieferError, CancelledError
from briefer.pipeline import Built, build
from briefer.preflight.blocking import blocking
from briefer.storyboard import edits
from briefer.template.house import HOUSE_TEMPLATES
from briefer.ui.dialogs.details import MARKING, DetailsDialog
from briefer.ui.dialogs.export_blocked import BlockedSide
from briefer.ui.dialogs.export_parts import TemplateTile
from briefer.ui.dialogs.export_sides import DoneSide, ReadySide, WritingSide, counts
from briefer.ui.dialogs.override import keep_reasons
from briefer.ui.dialogs.release import ReleaseChoice, limits_of
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.dialogs.template_trial import template_label
from briefer.ui.exporting import Order, Outcome, briefing_name, work_of
from briefer.ui.marking.hold import MarkingHold
from briefer.ui.session import Session
from briefer.ui.tasks import Change, Lane, Query
from briefer.ui.templates import Templates
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.checks import CheckBox
from briefer.ui.widgets.file_dialog import FileDialog
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.surface import Surface

_TWO_COLUMNS = 680
_ANY_WIDTH = 16_777_215
"""What Qt takes for no limit."""


class ExportDialog(Sheet):
    """Exports the briefing; it stays open over the window until the file is written."""

    exported = Signal(object)
    """The target, after the file was written."""
    left = Signal(object)
    """The change that goes on, after the dialog was closed over it."""
    fix_wanted = Signal()
    """The dialog was closed to mend what holds the export back."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        session: Session,
        *,
        built: Built,
        target: Path,
        lane: Lane[None],
        author: str = "",
    ) -> None:
        subtitle = "  ·  ".join((built.briefing.title, *counts(built)))
        super().__init__(look, parent, "Export briefing", subtitle)
        self._session = session
        self._whole = self._built = built
        self._lane = lane
        self._author = author
        self._change: Change | None = None
        self._reasons: dict[str, str] | None = None
        self.target = QLineEdit(str(target))
        look.dress(self.target)
        self.notice = Label(look, role="meta", tone="warning", wrap=True)
        own = built.briefing.template
        names = [*HOUSE_TEMPLATES, *([own] if own and own not in HOUSE_TEMPLATES else [])]
        self.tiles = [
            TemplateTile(look, name, template_label(name).removeprefix("Briefer "))
            for name in names
        ]
        self.release = ReleaseChoice(look, session, built)
        self.hold = MarkingHold(look, session)
        self.hold.setParent(self)
        self.hold.show_built(built)
        self.report = CheckBox(look, "Accessibility report beside it")
        self.open_after = CheckBox(look, "Open folder when finished")
        self.writing = WritingSide(look)
        self._lay_out()
        self._make_buttons()
        self.target.textChanged.connect(lambda _: self._check_target())
        self.release.chosen.connect(self._show_built)
        self.release.waiting.connect(self._check_target)
        self.hold.details_wanted.connect(self._fill_in)
        session.built_changed.connect(self._rebuilt)
        self._check_target()
        self._ask_pictures()
        self.start.setFocus()
        self.arrange(880, 680 if limits_of(built) else 610)

    # Making it

    def _lay_out(self) -> None:
        px = self.look.px
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._columns = row
        self._form = QWidget()
        self._fill_form()
        self._side = Surface(self.look, "app", edges="l")
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(px(22), px(20), px(22), px(16))
        self._shown: QWidget = self._first_side()
        self._side_column.addWidget(self._shown)
        row.addWidget(self._form, 1)
        row.addWidget(self._side)

    def _first_side(self) -> QWidget:
        """Return what is ready, or what holds the export back."""
        held = blocking(self._built.findings, self._session.briefing)
        self.blocked = BlockedSide(self.look, held, hold=self.hold) if held else None
        if self.blocked is None:
            return ReadySide(self.look, self._built)
        self.blocked.fix_wanted.connect(self._fix)
        self.blocked.changed.connect(self._check_target)
        if self._reasons is not None:
            self.blocked.take_up(self._reasons)
        return self.blocked

    def _fix(self) -> None:
        self.finish()
        self.fix_wanted.emit()

    def _fill_form(self) -> None:
        look, px = self.look, self.look.px
        column = QVBoxLayout(self._form)
        column.setContentsMargins(px(22), px(18), px(22), px(18))
        column.setSpacing(px(6))
        column.addWidget(Label(look, "File", role="meta", tone="text2"))
        column.addWidget(Label(look, "PowerPoint deck (.pptx)", role="heading"))
        words = "Editable shapes, text and tables; numbered citations and a sources slide"
        column.addWidget(Label(look, words, role="meta", tone="text2", wrap=True))
        column.addSpacing(px(10))
        column.addWidget(Label(look, "Template", role="meta", tone="text2"))
        tiles = QHBoxLayout()
        tiles.setSpacing(px(10))
        chosen = self._built.briefing.template or self.tiles[0].template
        for tile in self.tiles:
            tile.setChecked(tile.template == chosen)
            tiles.addWidget(tile)
        column.addLayout(tiles)
        column.addSpacing(px(10))
        label = Label(look, "Save to", role="meta", tone="text2")
        label.setBuddy(self.target)
        column.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        self.target.setFont(look.font("body"))
        self.target.setMinimumHeight(px(34))
        self.target.setAccessibleName("Save to")
        browse = Button(look, "Browse", height=34)
        browse.clicked.connect(self._browse)
        line.addWidget(self.target, 1)
        line.addWidget(browse)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addSpacing(px(6))
        for widget in (self.release, self.report, self.open_after):
            column.addWidget(widget)
        column.addStretch(1)

    def _make_buttons(self) -> None:
        look = self.look
        self.footer.insertWidget(
            0, Label(look, "Nothing leaves this laptop.", role="meta", tone="text2")
        )
        self.open_folder = Button(look, "Open folder", icon="folder-open", height=34)
        self.open_deck = Button(look, "Open deck", icon="external-link", height=34)
        self.behind = Button(look, "Run in background", height=34)
        self.cancel = Button(look, "Cancel", height=34)
        self.start = Button(look, "Export", weight="primary", icon="upload", height=34)
        self.done_button = Button(look, "Done", weight="primary", height=34)
        for button in (
            *(self.open_folder, self.open_deck, self.behind),
            *(self.cancel, self.start, self.done_button),
        ):
            self.add_button(button)
        self.set_main(self.start)
        for button in (self.open_folder, self.open_deck, self.behind, self.done_button):
            button.hide()
        self.open_folder.clicked.connect(self._open_folder)
        self.open_deck.clicked.connect(self._open_deck)
        self.behind.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.reject)
        self.start.clicked.connect(self.export)
        self.done_button.clicked.connect(self.finish)

    def _ask_pictures(self) -> None:
        """Have the first slide rendered on each template."""
        briefing, records = self._built.briefing, self._built.records
        pictures, styles = self._session.places.pictures, self._session.styles
        for tile in self.tiles:

            def work(templates: Templates, name: str = tile.template) -> QImage:
                template = templates.get(name)
                built = build(briefing, records, template, pictures=pictures, styles=styles)
                return render_page(built.pages[0], template, 340)

            Query(self._session.pages_lane, work, tile.show_picture)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sides beside each other, or where room is short below each other."""
        super().resizeEvent(event)
        self._arrange_sides()

    def _arrange_sides(self) -> None:
        """Below each other what holds the export back comes first, else what is to be chosen."""
        px, direction = self.look.px, QBoxLayout.Direction
        beside = self.width() >= px(_TWO_COLUMNS)
        first = self.blocked is not None
        upright = direction.BottomToTop if first else direction.TopToBottom
        self._columns.setDirection(direction.LeftToRight if beside else upright)
        self._side.setMinimumWidth(px(340) if beside else 0)
        self._side.setMaximumWidth(px(340) if beside else _ANY_WIDTH)
        self._side.set_edges("l" if beside else "b" if first else "t")

    # What of it

    def _show_built(self, built: Built) -> None:
        """Go on with what is built of the part that is handed out, or of everything."""
        if self.target.text().endswith(briefing_name(self._built.briefing)):
            self.target.setText(str(self.path.with_name(briefing_name(built.briefing))))
        self._built = built
        self.subtitle.set_text("  ·  ".join((built.briefing.title, *counts(built))))
        focused = self.focusWidget()
        mended = focused is not None and self.hold.isAncestorOf(focused)
        if self.blocked is not None and self.blocked.asked:
            self._reasons = {**(self._reasons or {}), **self.blocked.reasons}
        self.hold.show_built(built)
        self.show_side(self._first_side())
        self._check_target()
        if mended:
            next((b for b in self.hold.buttons if b.isVisible()), self.start).setFocus()

    def _rebuilt(self) -> None:
        """Take up what was edited while the dialog is open."""
        built = self._session.built
        waits = self._change is None and not self.done_button.isVisible()
        if waits and built is not None and self._session.up_to_date and built is not self._whole:
            self._whole = built
            self.release.show_built(built)

    def _fill_in(self) -> None:
        """Open the properties at the marking, over this dialog."""
        DetailsDialog(self.look, self, self._session, page=MARKING).open()

    # Where to

    @property
    def path(self) -> Path:
        """The file to write, its suffix added where it lacks one."""
        path = Path(self.target.text().strip()).expanduser()
        return path if path.suffix.lower() == ".pptx" else path.with_name(f"{path.name}.pptx")

    def _browse(self) -> None:
        dialog = FileDialog(self.look, self, "Export briefing", self.path.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PowerPoint deck (*.pptx)")
        dialog.setDefaultSuffix("pptx")
        dialog.selectFile(self.path.name)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # said in the dialog itself
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    def _check_target(self) -> None:
        named = bool(self.target.text().strip())
        exists = named and self.path.is_file()
        self._tell("This file exists. Exporting replaces it." if exists else "", tone="warning")
        self.start.set_words("Replace file" if exists else "Export")
        self.start.setEnabled(named and (self.blocked is None or self.blocked.ready))
        if not self.release.ready:
            self.start.setEnabled(False)

    def _tell(self, words: str, *, tone: str) -> None:
        self.notice.set_tone(tone)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        self.target.setAccessibleDescription(words)

    # Doing it

    def export(self) -> None:
        """Write the deck in a thread."""
        template = next(tile.template for tile in self.tiles if tile.isChecked())
        if template != self._session.briefing.template:
            self._session.do(edits.set_briefing(self._session.briefing, template=template))
        if self.blocked is not None:
            keep_reasons(self._session, self.blocked, author=self._author)
            self.blocked = None
        order = Order(
            self._session.briefing,
            self._whole.records,
            self._session.places.templates,
            self.path,
            self._author,
            overwrite=self.path.is_file(),
            pictures=self._session.places.pictures,
            styles=self._session.styles,
            release_to=self.release.limit,
            accessibility=self.report.isChecked(),
            mark=self._session.places.mark,
        )
        self.set_writing(True)
        self.show_side(self.writing)
        self._change = Change(self._lane, work_of(order))
        self._change.progressed.connect(self.show_progress)
        self._change.finished.connect(self._finished)
        self._change.failed.connect(self._failed)
        self._change.start()

    def set_writing(self, writing: bool) -> None:
        """Lock the form while a deck is written."""
        self._form.setEnabled(not writing)
        self.start.setVisible(not writing)
        self.behind.setVisible(writing)
        self.cancel.set_words("Cancel export" if writing else "Cancel")

    def leave(self) -> None:
        """Close; the export is told elsewhere from now on."""
        change, self._change = self._change, None
        if change is not None:
            change.progressed.disconnect(self.show_progress)
            change.finished.disconnect(self._finished)
            change.failed.disconnect(self._failed)
            self.left.emit(change)
        self.finish()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the export is, and the slide that is written."""
        self.writing.tell(done, total)
        pages, briefing = self._built.pages, self._built.briefing
        page = pages[min(done, len(pages) - 1)]
        width, dpr = self.writing.picture.width(), self.devicePixelRatioF()
        Query(
            self._session.pages_lane,
            lambda templates: render_page(page, templates.get(briefing.template), width, dpr=dpr),
            self.writing.picture.show_picture,
            key="written",
        )

    def _finished(self, outcome: Outcome) -> None:
        self._change = None
        self.show_side(DoneSide(self.look, outcome))
        self.cancel.hide()
        self.behind.hide()
        for button in (self.open_folder, self.open_deck, self.done_button):
            button.show()
        self.set_main(self.done_button)
        self.done_button.setFocus()
        if self.release.limit is None:
            # A part is not what Export again may write over it.
            self.exported.emit(outcome.report.path)
        if self.open_after.isChecked():
            self._open_folder()

    def _failed(self, error: Exception) -> None:
        self._change = None
        self.set_writing(False)
        self.show_side(self._first_side())
        self._check_target()
        if isinstance(error, CancelledError):
            self._tell("The export was cancelled. Nothing was written.", tone="text2")
        elif isinstance(error, BrieferError):
            self._tell(str(error), tone="danger")
        else:
            self._tell("The export stopped. Nothing was written.", tone="danger")
            self._session.failed.emit(error)

    def show_side(self, side: QWidget) -> None:
        """Show another side at the right."""
        self._side_column.replaceWidget(self._shown, side)
        self._shown.hide()
        if self._shown.isAncestorOf(self.hold):
            self.hold.hide()
            self.hold.setParent(self)
        if self._shown is not self.writing:
            self._shown.deleteLater()
        self._shown = side
        side.show()
        self._arrange_sides()

    # Leaving

    @override
    def reject(self) -> None:
        """Cancel the export that runs; else close."""
        if self._change is not None:
            self._change.cancel()
        elif self.done_button.isVisible():
            self.finish()
        else:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel the export that runs instead of closing over it."""
        if self._change is not None:
            self._change.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def _open_folder(self) -> None:
        self._open(self.path.parent)

    def _open_deck(self) -> None:
        self._open(self.path)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(f"This computer has no program to open {path}.", tone="warning")
