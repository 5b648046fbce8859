"""The right panel: tabs for the slide looked at and for the findings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.checks.panel import ChecksPanel
from briefer.ui.checks.words import badge
from briefer.ui.inspector.panel import InspectorPanel
from briefer.ui.paint import CENTER, box, painting, text, text_width
from briefer.ui.session import Session
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.segments import Segment, Segments
from briefer.ui.widgets.surface import Surface

SLIDE, CHECKS = "slide", "checks"
WIDTHS = {SLIDE: 316, CHECKS: 404}
"""How wide the panel is with each tab, in px of the design."""


class RightPanel(Surface, Styled):
    """The inspector and the checks, one of them in front."""

    turned = Signal(str)
    """The name of the tab that came to the front."""

    def __init__(
        self, look: Look, session: Session, inspector: InspectorPanel, checks: ChecksPanel
    ) -> None:
        super().__init__(look, "panel")
        self._session = session
        self.inspector, self.checks = inspector, checks
        self.setAccessibleName("Slide and checks")
        self.tabs = Segments(
            look,
            (
                Segment(SLIDE, "Slide", "adjustments-horizontal"),
                Segment(CHECKS, "Checks", "list-check"),
            ),
            name="Slide or checks",
        )
        self._marked: list[tuple[QAbstractButton, _Badge]] = []
        self._top = QVBoxLayout()
        self._top.addWidget(self.tabs)
        self._middle = QWidget()
        self._stack = QStackedLayout(self._middle)
        self._stack.addWidget(inspector)
        self._stack.addWidget(checks)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._middle, 1)
        self.tabs.chosen.connect(self._turn)
        session.built_changed.connect(self.show_badge)
        self.restyle()
        self.mark_too(self.tabs.buttons[CHECKS])

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._top.setContentsMargins(px(14), px(8), px(14), px(4))
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def tab(self) -> str:
        """The tab in front: `slide` or `checks`."""
        return self.tabs.value

    @property
    def width_wanted(self) -> int:
        """How wide the panel is to be, in px of the design."""
        return WIDTHS[self.tab]

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        if tab != self.tab:
            self.tabs.show_value(tab)
            self._turn(tab)

    def first_focus(self) -> QWidget:
        """Return where the keyboard goes when it comes to the panel."""
        title = self.inspector.wording.title
        return title if self.tab == SLIDE else self.tabs.buttons[CHECKS]

    def mark_too(self, button: QAbstractButton) -> None:
        """Show on a button that brings the checks how many findings ask for something."""
        self._marked.append((button, _Badge(self.look, button)))
        self.show_badge()

    def show_badge(self) -> None:
        """Show on what brings the checks how many findings ask for something."""
        built = self._session.built
        found = built.findings if built and built.pages else ()
        count = badge(found)
        worst = any(finding.severity == "error" for finding in found)
        told = f"Checks, {count} {'finding' if count == 1 else 'findings'}" if count else "Checks"
        for button, mark in self._marked:
            mark.tell(count, tone="danger" if worst else "warning")
            button.setAccessibleName(told)

    def _turn(self, tab: str) -> None:
        self._stack.setCurrentWidget(self.checks if tab == CHECKS else self.inspector)
        self.turned.emit(tab)


class _Badge(QWidget, Styled):
    """A small count at the right of a tab, or over the corner of an icon."""

    def __init__(self, look: Look, tab: QAbstractButton) -> None:
        around = tab.parentWidget()
        super().__init__(tab if tab.text() or around is None else around)
        self._look = look
        self._tab = tab
        self._words, self._tone = "", "warning"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        tab.installEventFilter(self)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right of the tab, over the corner of the icon."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.restyle()
        return False

    def tell(self, count: int, *, tone: str) -> None:
        """Show a count in a tone, or nothing for none."""
        self._words, self._tone = (str(count) if count < 100 else "99+"), tone
        self.setVisible(bool(count))
        self.restyle()
        self.update()

    @override
    def restyle(self) -> None:
        """Take the size from the look and stand at the right of the tab, over an icon's corner."""
        px = self._look.px
        width = round(text_width(self._words, self._look.font("micro_strong"))) + px(11)
        self.resize(QSize(max(width, px(19)), px(18)))
        tab = self._tab
        if self.parent() is tab:
            left = tab.width() - self.width() - px(8)
            self.move(QPoint(left, (tab.height() - px(18)) // 2))
        else:
            left = min(tab.geometry().center().x() + px(3), tab.geometry().right() - px(12))
            around = self.parentWidget()
            room = around.width() - self.width() if around is not None else left
            self.move(QPoint(min(left, room), tab.y() - px(6)))
            self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        look = self._look
        with painting(self) as painter:
            line = look.color(self._tone) if look.shown == "contrast" else None
            area, radius = QRectF(self.rect()), look.px(5)
            box(painter, area, radius, fill=look.color(f"{self._tone}_tint"), line=line)
            tone, font = look.color(self._tone), look.font("micro_strong")
            text(painter, area, self._words, font, tone, align=CENTER)
