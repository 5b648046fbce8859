"""When a change of a briefing's marking lowers it, and the place where its reason is given.

In: the marking in force and the one that is wanted. Out: `lowered` with a reason, `kept`. Must not
know: how the briefing is changed.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.marked import is_lower, profile_of
from briefer.markings import read
from briefer.storyboard.briefing import Briefing
from briefer.ui.records.field_box import EDGE, FieldBox
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.surface import Surface


def lowers(briefing: Briefing, before: str, to: str) -> bool:
    """Return whether a marking covers less than the one before, so that a reason is asked for.

    One that nobody could read covered nothing; to put it right is not to lower it.
    """
    if not is_lower(replace(briefing, marking=before), to):
        return False
    known = read(before, profile_of(briefing)).ok or read(before).ok
    return known or not to.strip()


class LowerBox(Surface, Styled):
    """Asks why, right under the marking; the old one can be kept instead."""

    lowered = Signal(str)
    kept = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "app")
        self.reason = _ReasonLine()
        look.dress(self.reason)
        self.reason.setAccessibleName("Why the marking is lowered")
        self.question = Label(look, role="small", wrap=True)
        self.box = FieldBox(look, "", self.reason, labelled=False)
        self.take = Button(look, "Lower marking", height=28)
        self.keep = Button(look, "Keep", weight="quiet", height=28)
        self._row = QHBoxLayout()
        self._row.addWidget(self.take)
        self._row.addWidget(self.keep)
        self._row.addStretch(1)
        self._holder = QWidget()
        self._holder.setLayout(self._row)
        self.box.put_under(self._holder)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.question)
        self._column.addWidget(self.box)
        self.take.clicked.connect(self._lower)
        self.keep.clicked.connect(self.kept)
        self.reason.entered.connect(self._lower)
        self.reason.textChanged.connect(lambda _: self.box.say(""))
        self.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and margins from the look."""
        px = self.look.px
        self.reason.setFont(self.look.font("body"))
        self.reason.setMinimumHeight(px(34))
        self._row.setContentsMargins(0, px(4), 0, 0)
        self._row.setSpacing(px(6))
        self._column.setContentsMargins(px(10), px(8), px(10), px(8))
        self._column.setSpacing(px(4))
        self.question.setContentsMargins(EDGE, 0, EDGE, 0)

    def ask(self, before: str, to: str) -> None:
        """Ask why one marking gives way to a lower one."""
        words = f"“{before}” is lowered to “{to}”. Why?" if to else f"“{before}” is taken off. Why?"
        self.question.setText(words)
        self.reason.setAccessibleDescription(words)
        self.take.set_words("Lower marking" if to else "Take marking off")
        self.keep.set_words(f"Keep “{before}”" if len(before) <= 24 else "Keep the marking")
        self.setVisible(True)

    def insist(self) -> None:
        """Say that nothing goes on without a reason."""
        self.box.say("Give a reason, which the briefing keeps, or keep the marking.")
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self) -> None:
        """Have nothing to ask."""
        self.hide()
        self.reason.clear()
        self.box.say("")

    def _lower(self) -> None:
        reason = " ".join(self.reason.text().split())
        if reason:
            self.lowered.emit(reason)
        else:
            self.insist()


class _ReasonLine(QLineEdit):
    """A line whose Enter does not press the main button of the dialog."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, and keep it from the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)
