"""The panel at the right of the timeline: the current record with date, lanes and citations.

In: an entry. Out: `add_wanted`, `slide_wanted`. Must not know: the canvas, the session.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.library.facts import TYPE_ICONS, TYPE_WORDS
from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.marks import precision_words
from briefer.ui.timeline.reading import Entry
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line, Rule
from briefer.ui.widgets.surface import Surface

WIDTH = 320


class Detail(Surface, Styled):
    """What is known of one record, and a button that adds it."""

    add_wanted = Signal()
    slide_wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", edges="l")
        self.setAccessibleName("Record")
        self._slides: tuple[int, ...] = ()
        self._kind = Line(look, role="heading")
        self._counted = Label(look, role="meta", tone="text2")
        self._title = Label(look, role="title", wrap=True)
        self._facts: dict[str, tuple[Label, Label]] = {}
        self._citations = Label(look, role="small", wrap=True)
        self._passage = Label(look, role="small", tone="text2", wrap=True)
        self._hint = Label(look, "Select a record to read more.", tone="text2", wrap=True)
        self.add_button = Button(look, "Add to briefing", icon="plus", weight="primary", height=32)
        self.slide_button = Button(look, "Go to slide", icon="presentation", height=32)
        self._lay_out()
        self.add_button.clicked.connect(self.add_wanted)
        self.slide_button.clicked.connect(lambda: self.slide_wanted.emit(next(iter(self._slides))))
        self.restyle()
        self.show_entry(None, (), "")

    def _lay_out(self) -> None:
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self._counted)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(Rule(self.look))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, name in enumerate(("Date", "Topic", "Actor", "Country", "Used on")):
            words = Label(self.look, name, role="meta", tone="text2")
            value = Label(self.look, role="small", wrap=True)
            self._facts[name] = (words, value)
            self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
        column.addLayout(self._grid)
        column.addWidget(Rule(self.look))
        column.addWidget(Label(self.look, "Citations", role="heading"))
        column.addWidget(self._citations)
        column.addWidget(self._passage)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self._scroll, self._column = scroll, column
        whole = QVBoxLayout(self)
        whole.addWidget(self._hint)
        whole.addWidget(scroll, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.slide_button)
        buttons.addStretch(1)
        whole.addLayout(buttons)
        self._whole, self._buttons = whole, buttons

    @override
    def restyle(self) -> None:
        """Take width and margins from the look."""
        px = self.look.px
        self.setFixedWidth(px(WIDTH))
        self._whole.setContentsMargins(1, px(12), 0, px(14))
        self._hint.setContentsMargins(px(16), 0, px(16), 0)
        self._column.setContentsMargins(px(16), 0, px(12), px(8))
        self._column.setSpacing(px(10))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(9))
        self._grid.setColumnMinimumWidth(0, px(60))
        self._buttons.setContentsMargins(px(16), px(6), px(16), 0)
        self._buttons.setSpacing(px(8))

    def show_entry(self, entry: Entry | None, slides: tuple[int, ...], counted: str) -> None:
        """Show a record, the slides it is on, and which of the selected ones it is."""
        self._slides = slides
        for widget in (self._scroll, self.add_button):
            widget.setVisible(entry is not None)
        self._hint.setVisible(entry is None)
        self.slide_button.setVisible(entry is not None and bool(slides))
        if entry is None:
            return
        facts = entry.facts
        self._kind.set_text(TYPE_WORDS[facts.type][0], tone=facts.type, icon=TYPE_ICONS[facts.type])
        self._counted.setText(counted)
        self._title.setText(facts.name)
        listed = ", ".join(str(number) for number in slides)
        used = f"Slide {listed}" if len(slides) == 1 else f"Slides {listed}" if slides else ""
        values = {
            "Date": "\n".join(
                part for part in (entry.date.long, precision_words(entry.date)) if part
            ),
            "Topic": ", ".join(entry.lanes["topic"]),
            "Actor": ", ".join(entry.lanes["actor"]),
            "Country": ", ".join(entry.lanes["country"]),
            "Used on": used,
        }
        for name, (words, label) in self._facts.items():
            value = values[name]
            label.setText(value[:1].upper() + value[1:])
            words.setVisible(bool(value))
            label.setVisible(bool(value))
        self._show_citations(entry)
        if slides:
            self.slide_button.set_words(f"Go to slide {slides[0]}")

    def _show_citations(self, entry: Entry) -> None:
        self._citations.setText("\n".join(one.short for one in entry.cited) or "Uncited")
        self._citations.set_tone("text" if entry.cited else "danger")
        words = "\n\n".join(f"“{one.words}”" for one in entry.cited if one.words)
        self._passage.setText(words)
        self._passage.setVisible(bool(words))
