"""The live check of a quotation under its field: verbatim, paraphrase, or where it differs.

In: a verdict. Out: `restore_wanted` with the source's exact words, `paraphrase_wanted`. Must not
know: how the words were compared.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records.passages import Part, Verdict
from briefer.ui.records.notice import Notice, Way
from briefer.ui.theme import Look, Styled

_PARAPHRASE = "Paraphrase. It is shown as one, without quotation marks."
_VERBATIM = "Verbatim. Every word matches the source."
_UNHELD = "No text is attached to what is cited, so the words cannot be compared here."
_MARKED = "Every word is in the source; what you left out or changed is marked."


class QuotationCheck(QWidget, Styled):
    """What was found, the differing words, and the ways out."""

    restore_wanted = Signal(str)
    paraphrase_wanted = Signal()
    attach_wanted = Signal()
    """The text of what is cited is to be attached."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.notice = Notice(look)
        self.diff = Diff(look)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.diff)
        self.diff.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(4))

    def show_verdict(
        self, verdict: Verdict, *, verbatim: bool, source: str, all_held: bool
    ) -> None:
        """Show what a comparison found; `all_held`: the text of every source cited is there."""
        self.diff.show_parts(verdict.parts if verbatim else ())
        if verdict.state == "empty":
            self.notice.tell("")
            return
        if not verbatim:
            self.notice.tell(_PARAPHRASE, tone="text2")
            return
        restore: Way = ("Restore exact words", "secondary", self._restore(verdict.passage))
        paraphrase: Way = ("Mark as paraphrase", "secondary", self.paraphrase_wanted.emit)
        bad = "danger" if all_held else "warning"
        match verdict.state:
            case "verbatim":
                self.notice.tell(_VERBATIM, tone="success")
            case "unheld":
                attach: Way = ("Attach the text…", "secondary", self.attach_wanted.emit)
                self.notice.tell(_UNHELD, (attach,), tone="text2")
            case "marked":
                self.notice.tell(_MARKED, (restore,), tone="success")
            case "differs":
                count = verdict.count
                words = "1 word differs" if count == 1 else f"{count} words differ"
                self.notice.tell(f"{words} from the source.", (restore, paraphrase), tone=bad)
            case _:
                words = f"These words are not in the text of {source}."
                self.notice.tell(words, (paraphrase,), tone=bad)

    def _restore(self, words: str) -> Callable[[], None]:
        return lambda: self.restore_wanted.emit(words)


class Diff(QLabel, Styled):
    """Words of a quotation and of its source: ours alone struck through, theirs underlined."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._parts: Sequence[Part] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and colours from the look."""
        self.setFont(self._look.font("small"))
        self.setText(" ".join(self._marked(part) for part in self._parts))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show a diff, or nothing."""
        self._parts = parts
        self.restyle()
        self.setVisible(bool(parts))
        self.setAccessibleName(", ".join(filter(None, map(_spoken, parts))))

    def _marked(self, part: Part) -> str:
        words = html.escape(part.words)
        if part.where == "both":
            return f'<span style="color:{self._look.color("text").name()}">{words}</span>'
        if part.where == "quotation":
            return f'<s style="color:{self._look.color("danger").name()}">{words}</s>'
        return f'<u style="color:{self._look.color("success").name()}"><b>{words}</b></u>'


def _spoken(part: Part) -> str:
    if part.where == "both":
        return ""
    who = "you have" if part.where == "quotation" else "the source has"
    return f"{who} “{part.words}”"
