"""The row at the bottom: findings, citations, marking; a running job, store, saving, privacy.

In: the session. Out: where a click leads. Must not know: the panels that it leads to.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from briefer.marked import banner_of
from briefer.preflight import Finding
from briefer.ui.inspector.rows import SEVERITY
from briefer.ui.retrying import Retrying
from briefer.ui.session import Session
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.job import JobRow
from briefer.ui.widgets.labels import Line, Rule
from briefer.ui.widgets.status_button import StatusButton
from briefer.ui.widgets.surface import Surface

_LONG_MARKING, _SHORT_MARKING = 40, 14
"""Characters of the marking that are shown, and where room is short."""
_MARKING_FLAWS = {
    "under-marked": "Marking too low",
    "marking-record": "Marking not understood",
    "marking-card": "Marking not understood",
    "marking-syntax": "Marking not understood",
    "designation": "Block incomplete",
}
"""By the finding that holds an export back: what is said of the marking, the worst first."""


class StatusBar(Surface, Styled):
    """What stands about the briefing, in one line."""

    slide_wanted = Signal(int)
    checks_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "app", edges="t")
        self._session = session
        self._narrow = False
        self.setAccessibleName("Status")
        self.findings = StatusButton(look, "circle-check")
        self.citations = StatusButton(look, "superscript")
        self.marking = StatusButton(look, "shield")
        self.job = JobRow(look)
        self.store = Line(
            look, session.places.store.name, role="meta", tone="text2", icon="database"
        )
        self.saving = Line(look, role="meta", tone="text2", icon="device-floppy")
        self.retry = Button(look, "Retry", weight="quiet", height=24)
        self.retrying = Retrying(session.autosave, self)
        self.offline = Line(look, role="meta", tone="text2", icon="wifi-off")
        self._lay_out()
        self._connect()
        self.restyle()
        self.show_built()
        self.show_saving()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._rules: list[Rule] = []
        left = (self.findings, self.citations, self.marking)
        right = (self.job, self.store, self.saving, self.retry, self.offline)
        for group in (left, right):
            for number, widget in enumerate(group):
                if number and widget not in (self.retry, self.store):
                    self._rules.append(Rule(self.look, upright=True))
                    self._row.addWidget(self._rules[-1])
                self._row.addWidget(widget)
            if group is left:
                self._row.addStretch(1)

    def _connect(self) -> None:
        session = self._session
        session.built_changed.connect(self.show_built)
        session.briefing_changed.connect(self.show_built)
        session.autosave.changed.connect(self.show_saving)
        self.findings.clicked.connect(self.checks_wanted)
        self.citations.clicked.connect(self._go_to_sources)
        self.marking.clicked.connect(self.details_wanted)
        self.retry.clicked.connect(session.autosave.save_now)

    @override
    def restyle(self) -> None:
        """Take margins and height from the look."""
        px = self.look.px
        self._row.setContentsMargins(px(8), 1, px(14), 0)
        self._row.setSpacing(px(11))
        for rule in self._rules:
            rule.setFixedHeight(px(12))
        self.setFixedHeight(px(28))

    def set_narrow(self, narrow: bool) -> None:
        """Shorten long texts and leave out the store where room is short."""
        self._narrow = narrow
        self.store.setVisible(not narrow)
        self._rules[2].setVisible(not narrow)
        self.job.set_narrow(narrow)
        self.show_built()

    def show_built(self) -> None:
        """Show the counts of the briefing as last laid out."""
        built = self._session.built
        words, icon, tone = _summary(built.findings if built and built.pages else None)
        self.findings.tell(words, name=f"{words}. Show the checks.", icon=icon, tone=tone)
        count = len(built.deck.references) if built else 0
        cited = "citation" if count == 1 else "citations"
        uncited = any(f.check == "uncited" for f in built.findings) if built else False
        tail = "" if self._narrow else ", some claims uncited" if uncited else ", all sourced"
        words = f"{count} {cited}{tail}" if count else "No citations yet"
        self.citations.tell(words, name=f"{words}. Go to the sources.")
        self.citations.setToolTip("Go to the sources")
        self.citations.setEnabled(self._sources_page() is not None)
        self._show_marking()
        offline = "Offline" if self._narrow else "Offline: nothing leaves this laptop"
        self.offline.set_text(offline)
        self.offline.setToolTip("Briefer opens no network connection.")
        self.store.setToolTip(str(self._session.places.store))

    def show_saving(self) -> None:
        """Show what became of the last change."""
        saved = self._session.autosave.saved
        self.retry.setVisible(saved.state == "failed")
        if saved.state == "failed":
            self.saving.set_text("Cannot save", tone="danger", icon="alert-circle")
            self.saving.setToolTip(str(saved.error))
        elif saved.state == "saving":
            self.saving.set_text("Saving", tone="text2", icon="device-floppy")
        elif saved.at is not None:
            at = saved.at.strftime("%I:%M %p").lstrip("0")
            self.saving.set_text(f"Saved {at}", tone="text2", icon="circle-check")
        else:
            self.saving.set_text("No changes yet", tone="text2", icon="circle-check")

    def _show_marking(self) -> None:
        """Show the banner, its beginning where it is long; first of all what holds it back."""
        banner = banner_of(self._session.briefing).text or "No marking"
        found = {f.check for f in self._found() if f.severity == "error"}
        flaw = next((words for check, words in _MARKING_FLAWS.items() if check in found), "")
        most = _SHORT_MARKING if self._narrow or flaw else _LONG_MARKING
        shown = banner if len(banner) <= most else f"{banner[: most - 1].rstrip()}…"
        told = f"{flaw}: {banner}" if flaw else banner
        self.marking.tell(
            f"{flaw}: {shown}" if flaw and not self._narrow else flaw or shown,
            name=f"{told}. Change it." if flaw else f"Marking: {told}. Change it.",
            icon="alert-circle" if flaw else "shield",
            tone="danger" if flaw else "text2",
        )
        self.marking.setToolTip(told)

    def _found(self) -> tuple[Finding, ...]:
        built = self._session.built
        return built.findings if built is not None else ()

    def _sources_page(self) -> int | None:
        """Return the number of the first page that lists sources."""
        built = self._session.built
        pages = built.pages if built else ()
        return next((page.number for page in pages if page.kind == "sources"), None)

    def _go_to_sources(self) -> None:
        page = self._sources_page()
        if page is not None:
            self.slide_wanted.emit(page)


def _summary(findings: tuple[Finding, ...] | None) -> tuple[str, str, str]:
    """Return the worst findings in words, an icon, and its colour."""
    if findings is None:
        return "Nothing to check yet", "circle-dashed", "text3"
    counts = Counter(finding.severity for finding in findings)
    words = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in ("error", "warning", "note")
        if counts[severity]
    ]
    if not words:
        return "All checks pass", "circle-check", "success"
    worst = next(name for name in ("error", "warning", "note") if counts[name])
    return ", ".join(words[:2]), SEVERITY[worst][0], SEVERITY[worst][1]
