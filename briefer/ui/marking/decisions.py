"""The decisions that a briefing keeps: markings lowered, checks overridden, each with its reason.

In: a briefing. Out: `withdrawn` with a decision. Must not know: how a decision comes about.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.preflight import CHECKS
from briefer.preflight.blocking import OVERRIDE
from briefer.storyboard.briefing import Decision
from briefer.ui.records.field_box import EDGE
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label


class DecisionsList(QWidget, Styled):
    """Each decision in two lines; an override can be withdrawn."""

    withdrawn = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Decision, ...] = ()
        self.rows: list[DecisionRow] = []
        self.title = Label(look, "Decisions kept with the briefing", role="heading")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take gaps from the look."""
        self._column.setContentsMargins(EDGE, 0, EDGE, 0)
        self._column.setSpacing(self._look.px(6))

    def show_decisions(self, decisions: tuple[Decision, ...]) -> None:
        """Show other decisions, the latest first."""
        self.setVisible(bool(decisions))
        if decisions == self._shown:
            return
        self._shown = decisions
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [DecisionRow(self._look, decision) for decision in reversed(decisions)]
        for row in self.rows:
            self._column.addWidget(row)
            row.withdrawn.connect(self.withdrawn)


class DecisionRow(QWidget, Styled):
    """One decision: what, why, who and when."""

    withdrawn = Signal(object)

    def __init__(self, look: Look, decision: Decision) -> None:
        super().__init__()
        self._look = look
        self.words = Label(look, told(decision), role="small", wrap=True)
        signed = signature(decision)
        reason = f"“{decision.reason}”" if decision.reason else "No reason is kept"
        self.reason = Label(
            look,
            "  ·  ".join(part for part in (reason, signed) if part),
            role="meta",
            tone="text2",
            wrap=True,
        )
        self._texts = QVBoxLayout()
        self._texts.addWidget(self.words)
        self._texts.addWidget(self.reason)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._texts, 1)
        self.withdraw = Button(look, "Withdraw", name=f"Withdraw: {told(decision)}", height=26)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(decision))
        self.withdraw.setVisible(decision.what == OVERRIDE)
        self._row.addWidget(self.withdraw)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take gaps from the look."""
        self._texts.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(8))


def told(decision: Decision) -> str:
    """Return what was decided, in a sentence."""
    if decision.what == OVERRIDE:
        label = CHECKS[decision.name].label if decision.name in CHECKS else decision.name
        return f"Check overridden: {label}"
    return f"Marking lowered from {decision.name}"


def signature(decision: Decision) -> str:
    """Return who decided and when: "J. Doe, November 22, 2026, 3:10 PM"."""
    return ", ".join(part for part in (decision.by, _when(decision.at)) if part)


def _when(at: str) -> str:
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{time:%B} {time.day}, {time.year}, {time.hour % 12 or 12}:{time:%M %p}"
