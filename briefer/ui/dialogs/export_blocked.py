"""What stands beside the export form where errors hold the export back, and the way past them.

In: findings that block. Out: reasons, check by check, or the wish to mend them. Must not know:
what is exported.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefer.preflight import CHECKS, Finding
from briefer.preflight.blocking import FIRM, check_of
from briefer.preflight.explained import SETUP_CHECKS
from briefer.ui.inspector.rows import FindingRow
from briefer.ui.marking.hold import MarkingHold
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label

_LONGEST = 300


class BlockedSide(QWidget):
    """The errors by their checks; "Fix…" leads to them, "Export anyway…" asks for reasons."""

    fix_wanted = Signal()
    changed = Signal()
    """A reason was written, or reasons are asked for."""

    def __init__(
        self, look: Look, held: tuple[Finding, ...], *, hold: MarkingHold | None = None
    ) -> None:
        """Show findings; `hold`, which mends the one it tells of, stands in that one's place."""
        super().__init__()
        self._look = look
        self._hold = hold
        self.fields: dict[str, QLineEdit] = {}
        self._by_check: dict[str, list[Finding]] = {}
        for finding in held:
            self._by_check.setdefault(check_of(finding), []).append(finding)
        self.fix = Button(look, "Fix…", weight="primary", height=30)
        self.anyway = Button(look, "Export anyway…", height=30)
        self._lay_out(len(held))
        self.anyway.setVisible(not FIRM & set(self._by_check))
        self.fix.clicked.connect(self.fix_wanted)
        self.anyway.clicked.connect(self.ask)

    def _lay_out(self, count: int) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        words = "1 error holds" if count == 1 else f"{count} errors hold"
        column.addWidget(Label(look, f"{words} the export back", role="title", wrap=True))
        column.addSpacing(look.px(6))
        for name, findings in self._by_check.items():
            self._add_check(column, name, findings)
        self._note = Label(look, role="meta", tone="text2", wrap=True)
        self._note.setText("The reasons are kept in the briefing, with your name and the time.")
        self._note.hide()
        column.addWidget(self._note)
        column.addSpacing(look.px(6))
        flow = FlowLayout()
        flow.setContentsMargins(0, 0, 0, 0)
        flow.set_gap(look.px(8))
        flow.addWidget(self.fix)
        flow.addWidget(self.anyway)
        column.addLayout(flow)
        column.addStretch(1)

    def _add_check(self, column: QVBoxLayout, name: str, findings: list[Finding]) -> None:
        """Add a check: its first error, how many more there are, a field for the reason."""
        look = self._look
        label = CHECKS[name].label if name in CHECKS else SETUP_CHECKS.get(name, name)
        column.addWidget(Label(look, label, role="heading", wrap=True))
        told = self._hold.finding if self._hold is not None else None
        if self._hold is not None and told in findings:
            column.addWidget(self._hold)
            self._hold.show()
        else:
            column.addWidget(FindingRow(look, findings[0]))
        if len(findings) > 1:
            more = f"and {len(findings) - 1} more"
            column.addWidget(Label(look, more, role="meta", tone="text2"))
        field = QLineEdit()
        look.dress(field)
        field.setMaxLength(_LONGEST)
        field.setFont(look.font("body"))
        field.setMinimumHeight(look.px(32))
        field.setPlaceholderText("Why export anyway?")
        field.setAccessibleName(f"Why export anyway: {label}")
        field.textChanged.connect(lambda _: self.changed.emit())
        field.hide()
        self.fields[name] = field
        column.addWidget(field)
        column.addSpacing(look.px(4))

    def take_up(self, reasons: Mapping[str, str]) -> None:
        """Ask again for reasons that were asked for before, with what was written then."""
        if FIRM & set(self._by_check):
            return
        self._show_fields()
        for name, field in self.fields.items():
            field.setText(reasons.get(name, ""))

    def ask(self) -> None:
        """Show a field for the reason of each check."""
        self._show_fields()
        next(iter(self.fields.values())).setFocus()
        self.changed.emit()

    def _show_fields(self) -> None:
        for field in self.fields.values():
            field.show()
        self._note.show()
        self.anyway.hide()

    @property
    def asked(self) -> bool:
        """Whether reasons are asked for."""
        return any(not field.isHidden() for field in self.fields.values())

    @property
    def ready(self) -> bool:
        """Whether there is a reason for every check."""
        return self.asked and all(field.text().strip() for field in self.fields.values())

    @property
    def reasons(self) -> Mapping[str, str]:
        """The reasons by the names of the checks."""
        return {name: field.text().strip() for name, field in self.fields.items()}
