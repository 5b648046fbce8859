"""The right side of the export dialog: what is ready, how far it is, what was written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefer.pipeline import Built
from briefer.ui.dialogs.export_parts import Bar, DoneDisc, FileRow, Picture, StepLine
from briefer.ui.exporting import Outcome, size_words
from briefer.ui.inspector.rows import FindingRow
from briefer.ui.theme import Look
from briefer.ui.widgets.labels import Label, Line

_MOST_FINDINGS = 4


class ReadySide(QWidget):
    """Before: what will be written and what the checks found."""

    def __init__(self, look: Look, built: Built) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        serious = [finding for finding in built.findings if finding.severity != "note"]
        title = "Ready to export" if not serious else "Worth a look before you export"
        column.addWidget(Label(look, title, role="title"))
        column.addSpacing(look.px(6))
        for words in counts(built):
            column.addWidget(StepLine(look, words, state="done"))
        notes = len(built.findings) - len(serious)
        if not serious:
            column.addWidget(StepLine(look, "No errors and no warnings", state="done"))
        for finding in serious[:_MOST_FINDINGS]:
            column.addWidget(FindingRow(look, finding))
        more = [
            f"{len(serious) - _MOST_FINDINGS} more" if len(serious) > _MOST_FINDINGS else "",
            f"{notes} {'note' if notes == 1 else 'notes'} under Checks" if notes else "",
        ]
        words = ", ".join(part for part in more if part)
        if words:
            column.addWidget(Label(look, words, role="meta", tone="text2", wrap=True))
        column.addStretch(1)


class WritingSide(QWidget):
    """During: the slide being written, the bar, the steps."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.picture = Picture(look)
        self._now = Line(look, "Preparing", role="heading")
        self._share = Label(look, "0%", role="heading")
        self._bar = Bar(look)
        self.steps = [
            StepLine(look, words)
            for words in ("Lay out and check", "Write slides and notes", "Save the file")
        ]
        row = QHBoxLayout()
        row.addWidget(self._now, 1)
        row.addWidget(self._share)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.px(8))
        column.addLayout(row)
        column.addWidget(self._bar)
        words = "The file appears when it is whole."
        column.addWidget(Label(look, words, role="meta", tone="text2", wrap=True))
        column.addSpacing(look.px(8))
        for step in self.steps:
            column.addWidget(step)
        column.addStretch(1)

    def tell(self, done: int, total: int) -> None:
        """Show that `done` of `total` slides are written; a total of 0 is the layout."""
        if not total:
            self._now.set_text("Laying out slides")
            self.steps[0].tell("running")
            return
        self._bar.tell(done, total)
        self._share.setText(f"{round(done / total * 100)}%")
        saving = done == total
        self._now.set_text("Saving the file" if saving else f"Writing slide {done + 1} of {total}")
        self.steps[0].tell("done", f"{total} of {total}")
        self.steps[1].tell("done" if saving else "running", f"{done} of {total}")
        self.steps[2].tell("running" if saving else "waiting")


class DoneSide(QWidget):
    """After: the file and what is in it."""

    def __init__(self, look: Look, outcome: Outcome) -> None:
        super().__init__()
        report = outcome.report
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        head.setSpacing(look.px(14))
        head.addWidget(DoneDisc(look))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, "Briefing exported", role="title"))
        where = f"In {report.path.parent.name or report.path.parent}, {outcome.seconds:.1f} s"
        words.addWidget(Line(look, where, role="meta", tone="text2"))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(look.px(8))
        size = f"{size_words(outcome.size)}  ·  {report.slides} slides"
        column.addWidget(FileRow(look, report.path.name, size))
        if outcome.accessibility is not None:
            column.addWidget(FileRow(look, outcome.accessibility.name, outcome.accessible))
        column.addSpacing(look.px(6))
        cited = f"{report.citations} citations from {report.sources} sources"
        uncited = sum(finding.check == "uncited" for finding in report.findings)
        lines = [
            f"{uncited} claims without citation" if uncited else "Every claim cited",
            cited,
            "Speaker notes with sources",
        ]
        for line in lines:
            column.addWidget(StepLine(look, line, state="waiting" if "without" in line else "done"))
        column.addStretch(1)


def counts(built: Built) -> tuple[str, ...]:
    """Return what a deck will hold, line by line."""
    references = built.deck.references
    sources = len({reference.source for reference in references})
    cited = f"{len(references)} {'citation' if len(references) == 1 else 'citations'}"
    return (
        f"{len(built.pages)} {'slide' if len(built.pages) == 1 else 'slides'} with speaker notes",
        f"{cited} from {sources} {'source' if sources == 1 else 'sources'}",
    )
