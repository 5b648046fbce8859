"""One quotation: its state in words, its passage in context or what differs, and what mends it.

In: a quotation with its state. Out: `restore_wanted`, `paraphrase_wanted`, `attach_wanted`. Must
not know: how words were compared, how records are changed.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records.quotations import Passage, Quotation
from briefer.ui.quoted.states import Stated
from briefer.ui.records.checking import Diff
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label, Line

STATE_LOOKS = {
    "verified": ("circle-check", "success"),
    "altered": ("alert-circle", "danger"),
    "not-held": ("circle-dashed", "text2"),
}
"""Icon and colour of each state; the words stand beside them."""

_LEGEND = "Struck through: only in the quotation. Underlined: only in the source."
_OPENING, _CLOSING = "“\"‘'([", "”\"’')].,;:!?"
_LONGEST = 700
"""Characters shown of a quotation in its context."""


def state_words(quotation: Quotation) -> str:
    """Return the state of a quotation in a few words."""
    if quotation.state == "verified":
        return "Verified, with brackets or dots" if quotation.marked else "Verified"
    if quotation.state == "not-held":
        return "Not held: no text attached"
    if quotation.passage is None:
        return "Altered: not in the source"
    count = quotation.count
    return f"Altered: {count} word{' differs' if count == 1 else 's differ'}"


def citation_words(stated: Sequence[Stated], *, verbatim: bool) -> tuple[str, str, str]:
    """Return the state of a citation in words, its icon and colour.

    `verbatim`: what stands on the slide are the source's words. `stated` are the quotations that
    rest on it, the worst first.
    """
    one = stated[0].quotation if stated else None
    if one is not None and (verbatim or one.field == "text"):
        return (state_words(one), *STATE_LOOKS[one.state])
    if verbatim:
        return "Verbatim quotation", "circle-check", "success"
    if one is None or one.state == "not-held":
        return "Paraphrase", "circle-dot", "text2"
    words = "passage verified" if one.state == "verified" else "passage differs"
    return (f"Paraphrase, {words}", *STATE_LOOKS[one.state])


class QuotationView(QWidget, Styled):
    """A quotation as it stands to the text of its source."""

    restore_wanted = Signal(object)
    paraphrase_wanted = Signal(object)
    attach_wanted = Signal(str)

    def __init__(self, look: Look, stated: Stated, *, fixes: bool = True) -> None:
        super().__init__()
        self._look = look
        self.stated = stated
        one = self.quotation = stated.quotation
        icon, tone = STATE_LOOKS[one.state]
        self.state = Line(look, state_words(one), role="meta_strong", tone=tone, icon=icon)
        self.told = Label(look, _told(stated), role="meta", tone="text2", wrap=True)
        self.context = Context(look, one.passage if one.state == "verified" else None)
        self.diff = Diff(look)
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        for widget in (self.state, self.context, self.diff, self.told):
            self._column.addWidget(widget)
        # Shown without a parent it would be a window for a moment, which closes popovers.
        self.diff.show_parts(one.parts if one.passage else ())
        self.context.setVisible(one.state == "verified")
        if fixes:
            self._add_fixes(one)
        self.restyle()

    @property
    def spoken(self) -> str:
        """The state, and what is known, as assistive programs read it."""
        parts = (self.state.words, self.context.accessibleName(), self.diff.accessibleName())
        return ". ".join(part for part in (*parts, self.told.text()) if part)

    def _add_fixes(self, one: Quotation) -> None:
        if one.state == "altered" and one.passage is not None:
            self._fix("Restore the exact words").clicked.connect(
                lambda: self.restore_wanted.emit(one)
            )
        if one.state == "altered" and one.field == "text":
            self._fix("Mark as paraphrase").clicked.connect(
                lambda: self.paraphrase_wanted.emit(one)
            )
        if one.state == "not-held" and one.missing:
            source = one.missing[0]
            button = self._fix("Attach the text…", icon="paperclip")
            button.clicked.connect(lambda: self.attach_wanted.emit(source))
        if self.buttons:
            ways = QWidget()
            flow = FlowLayout(ways, gap=self._look.px(6))
            for button in self.buttons:
                flow.addWidget(button)
            self._column.addWidget(ways)

    def _fix(self, words: str, *, icon: str = "") -> Button:
        button = Button(self._look, words, icon=icon, height=28)
        self.buttons.append(button)
        return button

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(4))


class Context(QLabel, Styled):
    """The text before a passage, its words marked, the text behind it."""

    def __init__(self, look: Look, passage: Passage | None) -> None:
        super().__init__()
        self._look = look
        self._passage = passage
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if passage is not None:
            before, behind = _around(passage)
            self.setAccessibleName(f"{before}{_words(passage)}{behind}")
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and colours from the look."""
        look, passage = self._look, self._passage
        self.setFont(look.font("small"))
        if passage is None:
            return
        around = look.color("text2").name()
        ground, ink = look.color("mark").name(), look.color("mark_text").name()
        before, behind = (
            f'<span style="color:{around}">{html.escape(part)}</span>' for part in _around(passage)
        )
        words = html.escape(_words(passage))
        marked = f'<span style="background-color:{ground};color:{ink}">{words}</span>'
        self.setText(f"{before}{marked}{behind}")


def _around(passage: Passage) -> tuple[str, str]:
    """Return what stands before and behind a passage, with the blanks between, but none in quotes.

    The store keeps no white space around a passage; marks of punctuation stand close.
    """
    before, behind = passage.before, passage.behind
    before += "" if not before or before[-1] in _OPENING else " "
    return before, behind if not behind or behind[0] in _CLOSING else f" {behind}"


def _words(passage: Passage) -> str:
    words = passage.words
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _told(stated: Stated) -> str:
    """Return where a quotation stands, or why nothing can be said."""
    one, name = stated.quotation, stated.source
    if one.state == "not-held":
        return f"The words cannot be compared with the text of {name} until it is attached."
    if one.passage is None:
        return f"Nothing like these words stands in the text of {name}."
    at = f"{one.passage.name}, the text of {name}"
    return f"In {at}." if one.state == "verified" else f"Compared with {at}. {_LEGEND}"
