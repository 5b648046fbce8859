"""The source manager: all sources, how often each is cited, and what can be done with one.

In: the session. Out: changes in the store, made in its lane. Must not know: how records are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.records import Record, Ref, Source
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.records.asking import ask, change
from briefer.ui.records.attaching import DocumentDrops, ask_text, attach_text
from briefer.ui.records.listing import (
    SourceLine,
    Sources,
    detach_text,
    list_sources,
)
from briefer.ui.records.notice import Notice
from briefer.ui.records.picker import PickField
from briefer.ui.records.source_rows import SourceList
from briefer.ui.records.work import Done, name_of
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button, Weight
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Line


class SourcesDialog(Sheet):
    """Search, list, buttons; the editor and merging are opened by who opened this."""

    edit_wanted = Signal(str)
    new_wanted = Signal()
    merge_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget, session: Session) -> None:
        super().__init__(look, parent, "Sources", "What the records of the library are known from.")
        self._session = session
        self._lines: tuple[SourceLine, ...] = ()
        self._chosen: Ref = ""
        self.field = PickField(look, "Search sources")
        self.field.setPlaceholderText("Search by author, title, short form or publisher")
        self.count = Line(look, role="meta", tone="text2")
        self.list = SourceList(look)
        self.notice = Notice(look)
        self._ways = QWidget()
        self.buttons: dict[str, Button] = {}
        self._lay_out()
        self.new = Button(look, "New source", icon="plus", height=34)
        self.footer.insertWidget(0, self.new)
        close = Button(look, "Close", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close)
        self._connect()
        self.arrange(860, 640)
        self.refresh()
        self.field.setFocus()

    def _lay_out(self) -> None:
        px = self.look.px
        flow = FlowLayout(self._ways, gap=px(6))
        for name, words, icon in (
            ("edit", "Edit…", "pencil"),
            ("attach", "Attach text…", "paperclip"),
            ("detach", "Detach text", "x"),
            ("merge", "Merge…", "arrow-merge"),
            ("delete", "Delete", "trash"),
        ):
            weight: Weight = "danger" if name == "delete" else "secondary"
            button = Button(self.look, words, icon=icon, weight=weight)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons[name] = button
            flow.addWidget(button)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(14), px(22), px(14))
        column.setSpacing(px(8))
        column.addWidget(self.field)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.notice)
        column.addWidget(self._ways)

    def _connect(self) -> None:
        does: dict[str, Callable[[SourceLine], None]] = {
            "edit": lambda line: self.edit_wanted.emit(line.source.id),
            "attach": self._ask_text,
            "detach": self._detach,
            "merge": lambda line: self.merge_wanted.emit(line.source),
            "delete": self._ask_delete,
        }
        for name, do in does.items():
            self.buttons[name].clicked.connect(lambda _=False, do=do: self._with_chosen(do))
        self.new.clicked.connect(self.new_wanted)
        self.field.textChanged.connect(lambda _: self.refresh())
        self.field.key = self.list.take_key
        self.list.activated.connect(lambda _: self._with_chosen(does["edit"]))
        self.list.entered_by_keyboard.connect(lambda: self._with_chosen(does["edit"]))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._fit())
        self._session.library_changed.connect(self.refresh)
        DocumentDrops(self.list.viewport()).dropped.connect(self._dropped)

    def refresh(self) -> None:
        """List the sources that the field finds, as they stand."""
        words = self.field.text()
        ask(
            self,
            self._session.store_lane,
            lambda store: list_sources(store, words),
            self._show,
            key="sources",
        )

    def _show(self, found: Sources) -> None:
        self._lines = found.lines
        self.list.show_lines(found.lines)
        shown, total = len(found.lines), found.total
        noun = "source" if total == 1 else "sources"
        self.count.set_text(
            f"{total:,} {noun}" if shown == total else f"The first {shown:,} of {total:,} {noun}"
        )
        refs = [line.source.id for line in found.lines]
        self.list.set_row(refs.index(self._chosen) if self._chosen in refs else 0 if refs else -1)
        self._fit()

    def _fit(self) -> None:
        line = self._line()
        self._chosen = line.source.id if line else self._chosen
        for name, button in self.buttons.items():
            button.setEnabled(line is not None and (name != "detach" or bool(line.text)))

    def chosen(self) -> Source | None:
        """Return the source that the buttons work on."""
        line = self._line()
        return line.source if line else None

    def _line(self) -> SourceLine | None:
        row = self.list.row
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _with_chosen(self, do: Callable[[SourceLine], None]) -> None:
        line = self._line()
        if line is not None:
            do(line)

    # Texts

    def attach_to(self, ref: Ref) -> None:
        """Look at a source and ask for its text."""
        self._chosen = ref

        def found(records: dict[Ref, Record]) -> None:
            source = records.get(ref)
            if isinstance(source, Source):
                self._ask_text_of(source)

        ask(self, self._session.store_lane, lambda store: store.get_many((ref,)), found)

    def _ask_text(self, line: SourceLine) -> None:
        self._ask_text_of(line.source)

    def _ask_text_of(self, source: Source) -> None:
        ask_text(self.look, self, name_of(source), chosen=lambda path: self.attach(source, path))

    def attach(self, source: Source, path: Path) -> None:
        """Attach a document's text to a source, and tell which quotations are not in it."""
        self.notice.tell(f"Reading {path.name}…", tone="text2")
        attach_text(
            self,
            self._session,
            source.id,
            path,
            self._attached,
            failed=lambda error: self.notice.tell(str(error), tone="danger"),
        )

    def _dropped(self, path: Path, at: QPoint) -> None:
        """Attach a document to the source it was dropped on, else to the one chosen."""
        index = self.list.indexAt(at)
        row = index.row() if index.isValid() else self.list.row
        if 0 <= row < len(self._lines):
            self.list.set_row(row)
            self.attach(self._lines[row].source, path)

    def _attached(self, done: Done) -> None:
        self.notice.tell(done.told, tone="warning" if " not in it" in done.told else "success")

    def _detach(self, line: SourceLine) -> None:
        ref = line.source.id
        change(
            self,
            self._session,
            lambda store: detach_text(store, ref),
            lambda done: self.notice.tell(done.told, tone="text2"),
            failed=lambda error: self.notice.tell(str(error), tone="danger"),
        )

    def _ask_delete(self, line: SourceLine) -> None:
        if not line.cited:
            self.delete_wanted.emit(line.source)
            return
        noun = "record cites" if line.cited == 1 else "records cite"
        self.notice.tell(
            f"{line.cited:,} {noun} {line.name} and would name what is gone. It can be undone.",
            [
                ("Delete it", "danger", lambda: self._delete(line)),
                ("Merge instead…", "secondary", lambda: self.merge_wanted.emit(line.source)),
                ("Keep it", "secondary", lambda: self.notice.tell("")),
            ],
        )

    def _delete(self, line: SourceLine) -> None:
        self.notice.tell("")
        self.delete_wanted.emit(line.source)
