"""The parts of the record editor in their places: form, passage, history, kin, buttons.

In: a record with what stands around it, or the type of a new one. Out: what is shown beside the
form. Must not know: how a record is kept.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from briefer.records import Ref
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.records.form_page import FormPage
from briefer.ui.records.kin import KinPage
from briefer.ui.records.naming import Naming
from briefer.ui.records.passage import PassagePanel
from briefer.ui.records.past import HistoryPage
from briefer.ui.records.usage import used_told
from briefer.ui.records.work import Compared, Opened
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button

_WIDTH, _HEIGHT = 1080, 720
_PASSAGE_FROM = 860
"""Effective width from which the source passage has room beside the form."""


class EditorFrame(Sheet):
    """One record with all that stands around it."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        session: Session,
        *,
        opened: Opened | None = None,
        type_: str = "event",
    ) -> None:
        record = opened.record if opened else None
        type_ = record.type if record else type_
        word = TYPE_WORDS[type_][0].lower()
        new = "New source" if type_ == "source" else "New record"
        super().__init__(look, parent, f"Edit {word}" if record else new, " ")
        self._session = session
        self._opened = opened
        self._compared: Compared | None = None
        self._naming = Naming(look, session.store_lane, dict(opened.linked) if opened else {})
        self.page = FormPage(self._naming, type_, record)
        self.past, self.kin = HistoryPage(look), KinPage(look)
        self.passage = PassagePanel(look)
        self.pages = QStackedWidget()
        for page in (self.page, self.past, self.kin):
            self.pages.addWidget(page)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages, 11)
        row.addWidget(self.passage, 9)
        self._add_buttons()
        self._connect()
        self._show_around()
        self.arrange(_WIDTH, _HEIGHT)
        form = self.page.form
        form.focus(form.main_field or form.specs[0].name)

    def _add_buttons(self) -> None:
        look = self.look
        self.delete = Button(look, "Delete", icon="trash", weight="danger", height=34)
        self.history = Button(look, "History", icon="history", weight="quiet", height=34)
        self.related = Button(look, "Related", icon="affiliate", weight="quiet", height=34)
        for place, button in enumerate((self.delete, self.history, self.related)):
            self.footer.insertWidget(place, button)
            button.setVisible(self._opened is not None)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.history.setCheckable(True)
        self.related.setCheckable(True)
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.save = Button(look, "Save", weight="primary", height=34)
        self.save.setToolTip("Save (Ctrl+S)")
        self.add_button(self.save, main=True)

    def _connect(self) -> None:
        self.history.clicked.connect(lambda: self._turn_to(self.history, self.past))
        self.related.clicked.connect(lambda: self._turn_to(self.related, self.kin))
        self.page.compared.connect(self._show_passage)
        self.page.citations.text_wanted.connect(self._look_at)
        self.passage.chosen.connect(self.page.quote)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self, self.cite)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the passage out where there is no room beside the form."""
        super().resizeEvent(event)
        self.passage.setVisible(self.width() * 100 // self.look.scale >= _PASSAGE_FROM)

    def cite(self) -> None:
        """Put the cursor into the citation picker."""
        self._turn_to(None, self.page)
        picker = self.page.citations.picker
        picker.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.area.ensureWidgetVisible(picker)

    # What is shown around the form

    def _show_around(self) -> None:
        opened = self._opened
        if opened is None:
            self.subtitle.set_text("It goes into your library, with its citations.")
        else:
            self.subtitle.set_text(used_told(self._slides(), opened.named_by))
            self.past.show_history(opened.history)
            self.kin.show_kin(opened)

    def _slides(self) -> tuple[int, ...]:
        """Return the slides that show the record, of a source those that show what cites it."""
        opened, showing = self._opened, self._session.slides_showing()
        if opened is None:
            return ()
        cited = opened.naming if opened.record.type == "source" else ()
        shown = {n for one in (opened.record, *cited) for n in showing.get(one.id, ())}
        return tuple(sorted(shown))

    def _turn_to(self, button: Button | None, page: QWidget) -> None:
        for other in (self.history, self.related):
            other.setChecked(other is button and self.pages.currentWidget() is not page)
        shown = page if button is None or button.isChecked() else self.page
        self.pages.setCurrentWidget(shown)

    def _show_passage(self, found: Compared) -> None:
        self._compared = found
        source = found.verdict.source or next(iter(found.texts), "")
        if source in found.texts:
            span = (found.verdict.start, found.verdict.stop)
            name = self._naming.name(source)
            self.passage.show_text(found.texts[source], name, span=span)
        else:
            cited = self.page.citations.value()
            self.passage.show_nothing(tuple((self._naming.name(c.source), c) for c in cited))

    def _look_at(self, source: Ref) -> None:
        """Show the text of one of several sources cited."""
        found = self._compared
        if found is not None and source in found.texts:
            own = source == found.verdict.source
            span = (found.verdict.start, found.verdict.stop) if own else (0, 0)
            self.passage.show_text(found.texts[source], self._naming.name(source), span=span)
        else:
            cited = [c for c in self.page.citations.value() if c.source == source]
            self.passage.show_nothing(tuple((self._naming.name(c.source), c) for c in cited))

    def begin_with(self, words: str) -> None:
        """Put words into the first field of a new record."""
        form = self.page.form
        if words and form.main_field:
            self.page.show_values({form.main_field: words}, ())
