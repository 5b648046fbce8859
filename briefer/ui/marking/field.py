"""A field for a marking: what it says is read while it is typed, and told under it.

In: a text and the profile by whose rules it is read. Out: `edited` while the user changes it. Must
not know: what is marked.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.markings import PROFILES, Problem, Reading, banner, read
from briefer.ui.records.field_box import EDGE, FieldBox
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.fields import NativeUndoOff

_LONGEST_OFFER = 26
"""Characters of a suggestion that its button shows."""


class MarkingField(QWidget, Styled):
    """One line; under it what is wrong with the marking, and the text that is right."""

    edited = Signal()

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        labelled: bool = True,
        hint: str = "",
        native_undo: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._profile = ""
        self.line = QLineEdit()
        look.dress(self.line)
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(hint)
        if not native_undo:
            NativeUndoOff(self.line)
        self.box = FieldBox(look, words, self.line, labelled=labelled)
        self.offer = Button(look, "Use", height=26)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._offers = QHBoxLayout()
        self._offers.addWidget(self.offer)
        self._offers.addStretch(1)
        self._column.addLayout(self._offers)
        self.setFocusProxy(self.line)
        self.setAccessibleName(words)
        self.line.textChanged.connect(lambda _: self.tell())
        self.line.textEdited.connect(lambda _: self.edited.emit())
        self.offer.clicked.connect(self._take)
        self.restyle()
        self.tell()

    @override
    def restyle(self) -> None:
        """Take font, height and margins from the look."""
        px = self._look.px
        self.line.setFont(self._look.font("body"))
        self.line.setMinimumHeight(px(34))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._offers.setContentsMargins(EDGE, 0, EDGE, 0)

    def set_profile(self, profile: str) -> None:
        """Read by the rules of another profile."""
        if profile != self._profile:
            self._profile = profile
            self.tell()

    def value(self) -> str:
        """Return the text."""
        return self.line.text().strip()

    def show_value(self, value: object) -> None:
        """Show another text, from its beginning; while the same is typed the cursor stays."""
        said = value if isinstance(value, str) else ""
        if said != self.value():
            self.line.setText(said)
            self.line.setCursorPosition(0)

    def pick(self, text: str) -> None:
        """Put a text in as if it had been typed."""
        self.line.setText(text)
        self.edited.emit()

    @property
    def reading(self) -> Reading:
        """What the text says by the rules of the profile."""
        return read(self.value(), self._profile)

    def tell(self) -> None:
        """Tell what is wrong with the text, else how it is shown where that is something else."""
        reading = self.reading
        problem = _worst(reading)
        if problem is not None:
            tone = "danger" if problem.severity == "error" else "warning"
            self.box.say(problem.message, tone=tone)
        else:
            self.box.say(_shown(self.value(), self._profile), tone="text2")
        self._tell_offer(reading.suggestion)

    def _tell_offer(self, suggestion: str) -> None:
        offered = bool(suggestion) and suggestion != self.value()
        self.offer.setVisible(offered)
        if offered:
            short = len(suggestion) <= _LONGEST_OFFER
            words = f"Use “{suggestion}”" if short else "Use the right text"
            self.offer.set_words(words, name=f"Use “{suggestion}”")
            self.offer.setToolTip("" if short else suggestion)

    def _take(self) -> None:
        self.line.setFocus()
        self.pick(self.reading.suggestion)


def _worst(reading: Reading) -> Problem | None:
    """Return the first error of a reading, else its first warning."""
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    return next(iter((*errors, *reading.problems)), None)


def _shown(text: str, profile: str) -> str:
    """Return what the slides show where that is not the text itself."""
    shown = banner(text, profile) if text and PROFILES[profile].portions else text
    return f"The banner says {shown}." if shown and shown != text else ""
