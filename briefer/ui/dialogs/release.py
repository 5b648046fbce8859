"""What of a briefing is to be handed out: the choice of a marking, and what it leaves out.

In: what was built of the briefing, the session. Out: `chosen` with what is built of the part that
may be handed out. It is worked out off the window's thread; of several choices the last counts.
Must not know: files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from briefer.errors import BrieferError
from briefer.marked import card_marking, profile_of
from briefer.markings import format_marking, permits, read
from briefer.pipeline import Built, build
from briefer.release import LeftOut, release
from briefer.ui.records.field_box import FieldBox
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.templates import Templates
from briefer.ui.theme import Look
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.labels import Label, Line

_MOST = 40
"""Things left out that are listed; the dialog scrolls."""
_KINDS = {
    "record": ("record", "records"),
    "slide": ("slide", "slides"),
    "words": ("text of yours", "texts of yours"),
}


def limits_of(built: Built) -> tuple[str, ...]:
    """Return the markings up to which a briefing can be released: unmarked, and those in it.

    None of them where nothing is marked; the one of the whole is not among them.
    """
    profile = profile_of(built.briefing)
    texts = [record.marking or "" for record in built.records.values()]
    texts += [card_marking(card) for card in built.briefing.cards]
    marks = [read(text, profile).marking for text in dict.fromkeys(texts) if text]
    whole = read(built.briefing.marking, profile).marking
    below = [mark for mark in marks if mark and permits(whole, mark) and not permits(mark, whole)]
    found = [format_marking(mark) for mark in below]
    return ("", *dict.fromkeys(found)) if marks else ()


class ReleaseChoice(QWidget):
    """Everything, or up to a marking; under it what is left out."""

    chosen = Signal(object)
    """What is built of the part, or of everything."""
    waiting = Signal()
    """Another choice was made; nobody knows yet what it leaves out."""

    def __init__(self, look: Look, session: Session, built: Built) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._built = built
        self.ready = True
        """Whether what is chosen can be exported."""
        self.limits = Choice(look, "Release up to")
        self.box = FieldBox(look, "Release up to", self.limits)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(look.px(22), 0, 0, 0)
        self._lines.setSpacing(look.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self.box)
        column.addWidget(self._list)
        self._list.hide()
        self.limits.activated.connect(lambda _: self._choose())
        self._fill()

    @property
    def limit(self) -> str | None:
        """The marking up to which the briefing is released, None for everything."""
        limit = self.limits.currentData()
        return limit if isinstance(limit, str) else None

    @property
    def left_out(self) -> tuple[str, ...]:
        """What is listed as left out."""
        return tuple(line.words for line in self._list.findChildren(Line) if line.isVisible())

    def show_built(self, built: Built) -> None:
        """Work on what was built of the briefing after an edit."""
        self._built = built
        self._fill()
        self._choose()

    def _fill(self) -> None:
        """Offer the markings that occur; what was chosen stays chosen where it still does."""
        chosen = self.limit
        self.limits.clear()
        self.limits.addItem("Everything", None)
        for limit in limits_of(self._built):
            self.limits.addItem(limit or "Unmarked only", limit)
        row = self.limits.findData(chosen) if chosen is not None else 0
        self.limits.setCurrentIndex(max(0, row))
        self.setVisible(self.limits.count() > 1)

    def _choose(self) -> None:
        limit, built, session = self.limit, self._built, self._session
        if limit is None:
            session.pages_lane.claim("release")
            self._tell("", ())
            self.ready = True
            self.chosen.emit(built)
            return
        self.ready = False
        self.box.say("Looking for what is left out.", tone="text2")
        self.waiting.emit()
        Query(
            session.pages_lane,
            _work(built, limit, session),
            lambda found: self._show(*found) if isValid(self) else None,
            key="release",
            failed=lambda error: self._fail(error) if isValid(self) else None,
        )

    def _show(self, built: Built, left: tuple[LeftOut, ...]) -> None:
        """Show what is left out, and hand on what stays."""
        counts = Counter(item.what for item in left)
        words = [f"{counts[k]} {_KINDS[k][counts[k] > 1]}" for k in _KINDS if counts[k]]
        if not built.pages:
            self._tell("Nothing stays: every slide is left out.", left, tone="danger")
            return
        told = f"Left out: {', '.join(words)}." if left else "Nothing has to be left out."
        self._tell(told, left, tone="warning" if left else "success")
        self.ready = True
        self.chosen.emit(built)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BrieferError):
            self._session.failed.emit(error)
        self._tell(str(error), (), tone="danger")

    def _tell(self, words: str, left: tuple[LeftOut, ...], *, tone: str = "text2") -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.box.say(words, tone=tone)
        for one in left[:_MOST]:
            line = Line(self._look, f"{one.name}: {one.reason}", role="meta", tone="text2")
            self._lines.addWidget(line)
        if len(left) > _MOST:
            more = f"and {len(left) - _MOST} more"
            self._lines.addWidget(Label(self._look, more, role="meta", tone="text2"))
            self._list.setToolTip("\n".join(f"{i.name}: {i.reason}" for i in left))
        self._list.setVisible(bool(left))


def _work(
    built: Built, limit: str, session: Session
) -> Callable[[Templates], tuple[Built, tuple[LeftOut, ...]]]:
    """Return the work that builds the part of a briefing up to a marking."""
    pictures, styles = session.places.pictures, session.styles
    terms = session.terms.at(datetime.now().astimezone())

    def work(templates: Templates) -> tuple[Built, tuple[LeftOut, ...]]:
        part = release(built.briefing, built.records, limit)
        template = templates.get(part.briefing.template)
        made = build(
            part.briefing,
            part.records,
            template,
            pictures=pictures,
            styles=styles,
            terms=terms,
        )
        return made, part.left_out

    return work
