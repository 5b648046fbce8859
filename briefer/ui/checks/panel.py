"""The panel of findings: how the checks went, a card for each finding, the checks that pass.

In: the findings of the session's pages. Out: edits that mend them, and where to go. Must not know:
what a check looks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.preflight import Finding
from briefer.preflight.blocking import FIRM, blocking, check_of
from briefer.preflight.fixes import fix_all, fixes_of, safe_count
from briefer.ui.checks.card import FindingCard
from briefer.ui.checks.ring import Ring
from briefer.ui.checks.words import PLACES, passed_labels, summary_of
from briefer.ui.inspector.section import Section
from briefer.ui.session import Session
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface

Fixable = tuple[Finding, tuple[str, ...]]
"""A finding and the labels of its fixes."""
_ORDER = ("error", "warning", "note")
_WHOLE = ("marking", "template", "settings")
"""Places that are of no slide and no record."""
_AT_ONCE = 40
"""Cards shown before "Show more": each is a row of widgets."""


class ChecksPanel(Surface, Styled):
    """Ring and sentence, the cards worst first, notes and passed checks folded, what to do."""

    place_wanted = Signal(str)
    record_wanted = Signal(str, str)
    """A record is to be edited, with `cite` to give it a citation."""
    export_wanted = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "panel")
        self._session = session
        self._found: tuple[Finding, ...] = ()
        self._shown: tuple[Fixable, ...] | None = None
        self._waits = False  # cards are made once somebody looks at them
        self._most = _AT_ONCE
        self._current: Finding | None = None
        self._cards: list[FindingCard] = []
        self.setAccessibleName("Checks")
        self.ring = Ring(look)
        self.sentence = Label(look, role="title", wrap=True)
        self.detail = Label(look, role="meta", tone="text2", wrap=True)
        self.more = Button(look, "Show more", weight="quiet", height=28)
        self.notes = Section(look, "Notes", opened=False)
        self.passed = Section(look, "Passed", opened=False)
        self.fix_button = Button(look, "Fix automatically", icon="wand", weight="primary")
        self.export_button = Button(look, "Export anyway")
        self._lay_out()
        self.more.clicked.connect(self._show_more)
        self.fix_button.clicked.connect(self.fix_all)
        self.export_button.clicked.connect(self.export_wanted)
        session.built_changed.connect(self.show_findings)
        session.spot_changed.connect(self._show_current)
        self.restyle()
        self.show_findings()

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._head, self._list = QHBoxLayout(), QVBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.sentence)
        texts.addWidget(self.detail)
        texts.addStretch(1)
        self._head.addWidget(self.ring)
        self._head.addLayout(texts, 1)
        self._column.addLayout(self._head)
        self._column.addLayout(self._list)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.notes)
        self._column.addWidget(self.passed)
        self._column.addStretch(1)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # setting it as the widget switched that on
        self._foot = Surface(self.look, "app", edges="t")
        self._buttons = QHBoxLayout(self._foot)
        self._buttons.addWidget(self.fix_button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.export_button)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._area, 1)
        self._outer.addWidget(self._foot)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._outer.setContentsMargins(1, 0, 0, 0)
        self._outer.setSpacing(0)
        self._column.setContentsMargins(0, px(10), 0, px(10))
        self._column.setSpacing(px(6))
        self._head.setContentsMargins(px(14), 0, px(14), px(4))
        self._head.setSpacing(px(14))
        self._list.setContentsMargins(px(14), 0, px(14), px(4))
        self._list.setSpacing(px(8))
        self._buttons.setContentsMargins(px(14), px(10), px(14), px(10))
        self._buttons.setSpacing(px(8))

    # Showing

    def show_findings(self) -> None:
        """Show the findings of the pages as last laid out."""
        built = self._session.built
        known = built is not None and bool(built.pages)
        for widget in (self._foot, self.ring, self.passed):
            widget.setVisible(known)
        if built is None or not known:
            self.sentence.setText("Nothing to check yet")
            self.detail.setText("Add a slide; the checks follow every edit.")
            self._find(())
            return
        summary = summary_of(built.findings, built.briefing)
        if summary.sentence != self.sentence.text():
            announce(self, summary.sentence)
        self.ring.tell(summary.passed, summary.total)
        self.sentence.setText(summary.sentence)
        self.detail.setText(summary.detail)
        self._find(sorted(built.findings, key=lambda finding: _ORDER.index(finding.severity)))
        self._show_passed(passed_labels(built.findings))
        self._show_buttons()

    def _show_buttons(self) -> None:
        built = self._session.built
        if built is None:
            return
        count = safe_count(built.findings, built.briefing, built.records)
        self.fix_button.set_words(f"Fix {count} automatically")
        self.fix_button.setVisible(bool(count))
        held = blocking(built.findings, built.briefing)
        flawed = any(finding.severity != "note" for finding in built.findings)
        firm = any(check_of(finding) in FIRM for finding in held)
        words = "Export anyway" if flawed and not firm else "Export"
        self.export_button.set_words(f"{words}…" if held else words)

    def _find(self, found: Sequence[Finding]) -> None:
        """Show other findings, as soon as somebody looks."""
        self._found = tuple(found)
        self._waits = True
        if self.isVisible():
            self._show_cards()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards that were not looked at before."""
        self._show_cards()
        super().showEvent(event)

    def _show_cards(self) -> None:
        """Show a card for each finding; cards of findings that stay are kept."""
        if not self._waits:
            return
        self._waits = False
        shown = tuple((finding, self._labels(finding)) for finding in self._found)
        if shown == self._shown:
            return
        self._shown = shown
        old = {(card.finding, card.fixes): card for card in self._cards}
        focused = self.focusWidget()
        had_focus = focused is not None and focused.hasFocus() and self._area.isAncestorOf(focused)
        serious = [pair for pair in shown if pair[0].severity != "note"]
        notes = [pair for pair in shown if pair[0].severity == "note"]
        kept = [*serious[: self._most], *notes[: self._most]]
        self._cards = [old.pop(p) if p in old else self._card(*p) for p in kept]
        for card in old.values():
            card.hide()
            card.setParent(None)
            card.deleteLater()
        for place, card in enumerate(self._cards):
            if card.finding.severity == "note":
                self.notes.column.insertWidget(place - len(serious[: self._most]), card)
            else:
                self._list.insertWidget(place, card)
            card.show()
        self.more.setVisible(max(len(serious), len(notes)) > self._most)
        self.notes.setVisible(bool(notes))
        self.notes.set_count(str(len(notes)))
        self._show_current()
        if had_focus and not (focused and focused.isVisible()):
            self.take_focus()

    def _card(self, finding: Finding, fixes: tuple[str, ...]) -> FindingCard:
        card = FindingCard(self.look, finding, fixes)
        card.gone_to.connect(lambda: self.go(finding))
        card.fixed.connect(lambda label: self.fix(finding, label))
        card.place_wanted.connect(lambda place: self._open(finding, place))
        return card

    def _show_passed(self, labels: tuple[str, ...]) -> None:
        self.passed.set_count(str(len(labels)))
        if self.passed.column.count() != len(labels) or self.passed.property("labels") != labels:
            self.passed.setProperty("labels", labels)
            self.passed.clear()
            for label in labels:
                line = Line(self.look, label, role="small", tone="text2", icon="circle-check")
                self.passed.column.addWidget(line)

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self._shown = None
        self.show_findings()

    def _show_current(self) -> None:
        page = self._session.page
        for card in self._cards:
            here = page is not None and card.finding.page == page.number
            card.set_current(card.finding == self._current or (self._current is None and here))

    # Going and mending

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the cards."""
        serious = [finding for finding in self._found if finding.severity != "note"]
        notes = [finding for finding in self._found if finding.severity == "note"]
        return (*serious[: self._most], *notes[: self._most])

    @property
    def cards(self) -> list[FindingCard]:
        """The cards of the findings."""
        self._show_cards()
        return self._cards

    @property
    def fixable(self) -> bool:
        """Whether a fix of any finding is known."""
        return any(self._labels(finding) for finding in self.findings)

    @property
    def current(self) -> Finding | None:
        """The finding gone to last, if it is still one."""
        return self._current if self._current in self.findings else None

    def take_focus(self) -> None:
        """Put the keyboard on the current card, else on the first thing there is."""
        current = next((c for c in self.cards if c.finding == self.current), None)
        cards = [current] if current else self.cards
        places = [button for c in cards for button in (*c.buttons, c.place)]
        for widget in (*places, self.export_button, self.passed.heading):
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def go(self, finding: Finding) -> None:
        """Look at where a finding is, and mark its card."""
        self._current = finding
        built = self._session.built
        if built is not None and finding.page and finding.page <= len(built.pages):
            self._session.go(self._session.spot_of(built.pages[finding.page - 1]))
        elif finding.page is None:
            _, place = PLACES.get(finding.check, ("", ""))
            self.place_wanted.emit(place if place in _WHOLE else "details")
        self._show_current()
        self._reveal(finding)

    def step(self, by: int) -> None:
        """Go to the next or previous finding, around the ends."""
        found = [f for f in self.findings if f.page is not None]
        if not found:
            return
        at = found.index(self._current) + by if self._current in found else 0 if by > 0 else -1
        finding = found[at % len(found)]
        self.go(finding)
        words = next(c.accessibleName() for c in self.cards if c.finding == finding)
        announce(self, words)

    def fix(self, finding: Finding, label: str = "") -> None:
        """Mend a finding the way that a label says, else the first way."""
        built, session = self._session.built, self._session
        if built is None or not session.up_to_date:
            return
        fixes = fixes_of(finding, session.briefing, built.records)
        fix = next((fix for fix in fixes if fix.label == label), fixes[0] if fixes else None)
        if fix is not None:
            self._session.do(fix.edit)

    def fix_current(self) -> None:
        """Mend the current finding, else one of the slide looked at, else the first."""
        page = self._session.page
        here = [f for f in self.findings if page and f.page == page.number]
        wanted = [self.current, *here, *self.findings]
        built = self._session.built
        for finding in wanted:
            if finding and built and fixes_of(finding, self._session.briefing, built.records):
                self.fix(finding)
                return

    def fix_all(self) -> None:
        """Make all safe fixes in one step."""
        built, session = self._session.built, self._session
        if built is not None and session.up_to_date:
            edit = fix_all(built.findings, session.briefing, built.records)
            if edit is not None:
                session.do(edit)

    def _open(self, finding: Finding, place: str) -> None:
        if finding.page is not None:
            self.go(finding)
        if place in ("record", "cite"):
            self.record_wanted.emit(finding.record, place if place == "cite" else "")
        else:
            self.place_wanted.emit(place)

    def _reveal(self, finding: Finding) -> None:
        for card in self.cards:
            if card.finding == finding:
                if finding.severity == "note":
                    self.notes.heading.setChecked(True)
                self._area.ensureWidgetVisible(card)

    def _labels(self, finding: Finding) -> tuple[str, ...]:
        """Return what the buttons of a finding's fixes say."""
        built = self._session.built
        fixes = fixes_of(finding, built.briefing, built.records) if built else ()
        return tuple(fix.label for fix in fixes)
