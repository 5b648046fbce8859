"""The commands over records: menu Library, the menu of a card, and F2 in the list.

In: the window's parts. Out: dialogs and changes in the store, noted as steps of the session. Must
not know: how the dialogs look, how records are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from briefer.records import RECORD_TYPES, Record, Ref
from briefer.store import Store
from briefer.ui.library.commands import LibraryCommands
from briefer.ui.quoted.fixes import QuotationFixes
from briefer.ui.records.work import Done, Opened, delete_records, duplicate_record, open_record
from briefer.ui.tasks import Query
from briefer.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow
    from briefer.ui.records.editor import RecordEditor

_ON_CHOSEN = ("edit-record", "cite", "duplicate-record", "merge-records", "delete-record")
_CARD_MENU = (
    *("edit-record", "cite", "related", "duplicate-record", "merge-records"),
    "show-in-briefing",
)


class RecordCommands(QObject):
    """Opens what works on records, and does what needs no window of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look = window.look
        self._session = window.session
        self._actions = window.actions_by_name
        self._view = window.library.view
        self._connect()
        self._fill_menu()
        self._view.installEventFilter(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_menu)
        for canvas in (window.timeline.canvas, window.network.canvas):
            canvas.installEventFilter(self)
        for opening in (
            window.inspector.record_wanted,
            window.tools.stage.record_wanted,
            window.network.record_wanted,
            window.library.peeking.popover.record_wanted,
        ):
            opening.connect(self.edit)
        self._serve_quotations()
        window.network.set_openable()
        window.library.empty.record_wanted.connect(self._begin_from_search)
        self._view.selectionModel().selectionChanged.connect(lambda *_: self._fit())
        window.library.model.modelReset.connect(self._fit)
        self._session.spot_changed.connect(self._fit)
        self._session.briefing_changed.connect(self._fit)
        self._session.library_changed.connect(self._refresh)
        window.preferences.changed.connect(lambda _: self._sign())
        self._sign()
        self._fit()
        self.whole = LibraryCommands(window)

    def _connect(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "edit-record": lambda: self.edit(self._first()),
            "cite": lambda: self.edit(self._first(), turn_to="cite"),
            "related": lambda: self.edit(self._first(), turn_to="related"),
            "duplicate-record": self.duplicate,
            "merge-records": self.merge,
            "delete-record": self.delete,
            "deleted-records": self.show_deleted,
            "sources": self.show_sources,
        }
        for type_ in RECORD_TYPES:
            does[f"new-record-{type_}"] = self._beginner(type_)
        for name, do in does.items():
            self._actions[name].triggered.connect(lambda _=False, do=do: do())

    def _serve_quotations(self) -> None:
        """Show how quotations stand in inspector and popover, and do what mends them."""
        stage, inspector = self._window.tools.stage, self._window.inspector
        self.fixes = QuotationFixes(self._session, self)
        stage.watch(inspector.quoted)
        inspector.citation_wanted.connect(stage.show_number)
        stage.popover.viewed.connect(self.fixes.serve)
        self.fixes.attach_wanted.connect(lambda ref: self.show_sources(attach_to=ref))

    def _beginner(self, type_: str) -> Callable[[], None]:
        return lambda: self.new(type_)

    def _fill_menu(self) -> None:
        """Put the types of new records into a menu of their own, first of the library's."""
        menu = self._window.menus.by_name["Library"]
        self.new_menu = Menu(self._look, menu, "&New record")
        for type_ in RECORD_TYPES:
            self.new_menu.addAction(self._actions[f"new-record-{type_}"])
        first = menu.actions()[0]
        menu.insertMenu(first, self.new_menu)
        menu.insertSeparator(first)

    def _sign(self) -> None:
        """Have changes made in the name that the settings hold."""
        self._session.author = self._window.preferences.settings.author

    # What is chosen

    def chosen(self) -> tuple[Ref, ...]:
        """Return the records selected in the library, else those of the slide looked at."""
        whole = self._window.views.view
        refs = tuple(record.id for record in (whole or self._view).chosen())
        card = self._session.card
        return refs or (tuple(dict.fromkeys(card.records)) if card else ())

    def _first(self) -> Ref:
        return next(iter(self.chosen()), "")

    def _fit(self) -> None:
        """Enable what has something to work on."""
        chosen = self.chosen()
        for name in (*_ON_CHOSEN, "related"):
            self._actions[name].setEnabled(bool(chosen))

    def _refresh(self) -> None:
        """Search again after a change of the library; keep the place in the list."""
        library, view = self._window.library, self._view
        at, place = view.currentIndex().row(), view.verticalScrollBar().value()

        def back() -> None:
            library.model.modelReset.disconnect(back)
            if 0 <= at < library.model.rowCount():
                view.setCurrentIndex(library.model.index(at))
            view.verticalScrollBar().setValue(place)

        library.model.modelReset.connect(back)
        library.refresh()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Edit the record with F2 in the list, where the window's F2 edits a title."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._actions["edit-record"].trigger()
            return True
        return super().eventFilter(watched, event)

    def _open_menu(self, at: QPoint) -> None:
        index: QModelIndex = self._view.indexAt(at)
        if not index.isValid():
            return
        if not self._view.selectionModel().isSelected(index):
            self._view.setCurrentIndex(index)
        menu = self.card_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(at))

    def card_menu(self) -> QMenu:
        """Return what can be done with the cards selected."""
        menu = Menu(self._look, self._view)
        session, view = self._session, self._view
        menu.addAction("&Add as slide\tEnter", lambda: session.add(view.chosen()))
        menu.addAction(
            "Add to &this slide\tShift+Enter", lambda: session.add_to_slide(view.chosen())
        )
        menu.addSeparator()
        for name in _CARD_MENU:
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["delete-record"])
        return menu

    # What is done

    def new(self, type_: str, words: str = "") -> None:
        """Open the editor for a new record of a type; `words` go into its first field."""
        editor = self._editor(self._window, type_=type_)
        editor.begin_with(words)
        editor.open()

    def _begin_from_search(self) -> None:
        """Begin an event, or what is filtered for, with the words that found nothing."""
        ask = self._window.library.ask()
        self.new(ask.types[0] if ask.types else "event", ask.words.strip())

    def edit(self, ref: Ref, *, turn_to: str = "", parent: QWidget | None = None) -> None:
        """Open the editor for a record; `turn_to` is `cite`, `related`, `delete` or nothing."""
        if not ref:
            return

        def show(opened: Opened) -> None:
            editor = self._editor(parent or self._window, opened=opened)
            editor.open()
            if turn_to == "cite":
                editor.cite()
            elif turn_to == "related":
                editor.related.click()
            elif turn_to == "delete":
                editor.delete.click()

        Query(self._session.store_lane, lambda store: open_record(store, ref), show, key="edit")

    def _editor(
        self, parent: QWidget, *, opened: Opened | None = None, type_: str = "event"
    ) -> RecordEditor:
        from briefer.ui.records.editor import RecordEditor

        editor = RecordEditor(self._look, parent, self._session, opened=opened, type_=type_)
        editor.record_wanted.connect(lambda ref: self.edit(ref, parent=parent))
        return editor

    def duplicate(self) -> None:
        """Add a copy of the record chosen, and open it."""
        ref, by = self._first(), self._session.author

        def done(made: Done) -> None:
            self._note(made)
            if made.record is not None:
                self.edit(made.record.id)

        if ref:
            self._change(lambda store: duplicate_record(store, ref, by=by), done)

    def delete(self) -> None:
        """Delete the records chosen; of one that is used the editor tells where, and asks."""
        refs, by = self.chosen(), self._session.author
        session = self._session
        used = session.slides_showing()

        def look(store: Store) -> Done | None:
            others = {ref for one in refs for ref in store.naming(one)} - set(refs)
            free = not others and not any(ref in used for ref in refs)
            return delete_records(store, refs, by=by) if free or len(refs) > 1 else None

        def done(made: Done | None) -> None:
            if made is not None:
                self._note(made)
            else:
                self.edit(refs[0], turn_to="delete")

        if refs:
            Query(session.store_lane, look, done)

    def delete_source(self, source: Record) -> None:
        """Delete a source, whatever cites it."""
        by = self._session.author
        self._change(lambda store: delete_records(store, [source.id], by=by), self._note)

    def merge(self) -> None:
        """Open the dialog that makes the record chosen and another one."""
        chosen = self.chosen()[:2]

        def show(found: dict[Ref, Record]) -> None:
            records = [found[ref] for ref in chosen if ref in found]
            if records:
                alike = len(records) > 1 and records[0].type == records[1].type
                self.merge_with(records[0], other=records[1] if alike else None)

        Query(self._session.store_lane, lambda store: store.get_many(chosen), show)

    def merge_with(
        self, record: Record, *, other: Record | None = None, parent: QWidget | None = None
    ) -> None:
        """Open the dialog that merges a record with another."""
        from briefer.ui.records.merging import MergeDialog

        MergeDialog(self._look, parent or self._window, self._session, record, other=other).open()

    def show_deleted(self) -> None:
        """Open the list of deleted records."""
        from briefer.ui.records.deleted import DeletedDialog

        DeletedDialog(self._look, self._window, self._session).open()

    def show_sources(self, parent: QWidget | None = None, *, attach_to: Ref = "") -> None:
        """Open the list of sources; ask for the text of one where that is wanted."""
        from briefer.ui.records.sources import SourcesDialog

        dialog = SourcesDialog(self._look, parent or self._window, self._session)
        dialog.edit_wanted.connect(lambda ref: self.edit(ref, parent=dialog))
        dialog.new_wanted.connect(lambda: self._editor(dialog, type_="source").open())
        dialog.merge_wanted.connect(lambda record: self.merge_with(record, parent=dialog))
        dialog.delete_wanted.connect(self.delete_source)
        dialog.open()
        if attach_to:
            dialog.attach_to(attach_to)

    def _change(self, work: Callable[[Store], Done], done: Callable[[Done], None]) -> None:
        Query(self._session.store_lane, work, done)

    def _note(self, made: Done) -> None:
        self._session.note(made.label, made.turns)
