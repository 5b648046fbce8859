"""The picker: one field, results under it, Enter adds. For records that a field names.

In: words. Out: `picked` with the record, and whether Ctrl Enter asked for more. The results follow
from the store's lane, where only the latest search counts.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import Record, Source
from briefer.store import Store
from briefer.ui.library.facts import TYPE_WORDS, Facts, facts_of
from briefer.ui.paint import box, painting
from briefer.ui.records.asking import ask
from briefer.ui.records.work import Found, look_up, name_of
from briefer.ui.tasks import Lane
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Line
from briefer.ui.widgets.rows import Row, RowList

_DEBOUNCE_MS = 60
_MOST = 5
_KEYS = itertools.count()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordPicker(QWidget, Styled):
    """Searches records of one type while words are typed; `new_wanted` carries the words."""

    picked = Signal(object, bool)
    new_wanted = Signal(str)

    def __init__(
        self, look: Look, lane: Lane[Store], name: str, *, type_: str, locators: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._lane = lane
        self._type = type_
        self._key = f"pick {next(_KEYS)}"
        self._found = Found((), {})
        self.field = PickField(look, name)
        self.field.setPlaceholderText(f"Search {TYPE_WORDS[type_][1].lower()}")
        self.list = RowList(look, f"{TYPE_WORDS[type_][1]} found", most=_MOST)
        self.keys = Line(look, _keys_told(locators), role="micro", tone="text2")
        word = TYPE_WORDS[type_][0].lower()
        self.new_button = Button(look, f"New {word}", icon="plus", weight="quiet", height=26)
        self._results = _Results(look)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._search)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)
        self.field.key = self._take_key
        self.list.clicked.connect(lambda index: self._pick(index.row(), more=False))
        self.new_button.clicked.connect(lambda: self._new())
        self._results.hide()
        self.restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        self._column.addWidget(self._results)
        self._inner = QVBoxLayout(self._results)
        self._inner.addWidget(self.list)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.keys, 1)
        self._foot.addWidget(self.new_button)
        self._inner.addLayout(self._foot)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setSpacing(px(3))
        self._inner.setContentsMargins(1, px(4), 1, px(4))
        self._inner.setSpacing(px(2))
        self._foot.setContentsMargins(px(12), 0, px(6), 0)

    @property
    def open(self) -> bool:
        """Whether results are seen."""
        return self._results.isVisibleTo(self)

    def close_results(self) -> None:
        """Close the results and empty the field."""
        self._timer.stop()
        self._lane.claim(self._key)
        self._results.hide()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)

    def _typed(self) -> None:
        if self.field.text().strip():
            self._timer.start()
        else:
            self._lane.claim(self._key)
            self._results.hide()

    def _search(self) -> None:
        words, types = self.field.text(), (self._type,)
        ask(self, self._lane, lambda store: look_up(store, words, types), self._show, key=self._key)

    def _show(self, found: Found) -> None:
        self._found = found
        self.list.rows.show([_row(record, found) for record in found.records])
        self.list.setFixedHeight(self.list.wanted().height())
        self.list.setVisible(bool(found.records))
        self.list.set_row(0 if found.records else -1)
        count = len(found.records)
        self.keys.set_text(
            self.keys_words if count else f"No {TYPE_WORDS[self._type][0].lower()} matches."
        )
        self._results.show()
        QTimer.singleShot(0, self, self._reveal)  # when the layouts know the results' height
        announce(self.list, f"{count} found" if count else self.keys.words)

    def _reveal(self) -> None:
        """Scroll what is around until the results are seen, the field in any case."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and self.open:
            for widget in (self._results, self.field):
                around.ensureWidgetVisible(widget, 0, self._look.px(8))

    @property
    def keys_words(self) -> str:
        """What the keys do, said under the results."""
        return _keys_told(self._type == Source.type)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Return whether the results took a key of the field."""
        if event.key() == Qt.Key.Key_Down and not self.open:
            self._search()
            return True
        if not self.open:
            return event.key() in _ENTER
        if event.key() == Qt.Key.Key_Escape:
            self.close_results()
        elif event.key() in _ENTER:
            more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._pick(self.list.row, more=more)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            last = len(self._found.records) - 1
            self.list.set_row(max(0, min(last, self.list.row + step)) if last >= 0 else -1)
            row = self.list.row
            if row >= 0:
                announce(self.list, self.list.rows.rows[row].spoken)
        else:
            return False
        return True

    def _pick(self, row: int, *, more: bool) -> None:
        if not 0 <= row < len(self._found.records):
            return
        record = self._found.records[row]
        self.close_results()
        self.picked.emit(record, more)

    def _new(self) -> None:
        words = self.field.text().strip()
        self.close_results()
        self.new_wanted.emit(words)


class PickField(QLineEdit, Styled):
    """The field of a picker: a glass; its keys may move in the results."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.key: Callable[[QKeyEvent], bool] | None = None
        self.setAccessibleName(name)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and margins from the look."""
        self._look.dress(self)
        self.setFont(self._look.font("body"))
        self.setTextMargins(self._look.px(22), 0, 0, 0)
        self.setMinimumHeight(self._look.px(34))

    @override
    def event(self, event: QEvent) -> bool:
        """Keep keys that the results take from the dialog."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the results take a key first."""
        if self.key is not None and self.key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass over the field."""
        super().paintEvent(event)
        with painting(self) as painter:
            side = self._look.px(15)
            tone = "accent" if self.hasFocus() else "text3"
            icon = self._look.icon("search", tone, 15, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self._look.px(10), (self.height() - side) / 2), icon)


class _Results(QFrame):
    """The box around results."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        look = self._look
        with painting(self) as painter:
            line, fill = look.color("border_strong"), look.color("raised")
            box(painter, QRectF(self.rect()), look.px(6), fill=fill, line=line)


def _keys_told(locators: bool) -> str:
    return "Enter adds  ·  Ctrl Enter adds with locator" if locators else "Enter adds"


def _row(record: Record, found: Found) -> Row:
    if isinstance(record, Source):
        year = str(record.issued.year) if record.issued and record.issued.year else ""
        name, title = name_of(record), record.title
        return Row(name if title == name else f"{name}: {title}", note=year)
    facts: Facts = facts_of(record, found.linked)
    word = TYPE_WORDS[record.type][0]
    return Row(facts.name, note=facts.lead if facts.lead != word else facts.citation)
