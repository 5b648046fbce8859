"""The marking of a slide in the inspector: its own, and what its records need.

In: the session. Out: an edit of the card's option while it is typed. Must not know: how slides are
laid out.
"""

from __future__ import annotations

from briefer.marked import card_marking, profile_of, roll_up
from briefer.marked.rollup import OPTION
from briefer.markings import format_marking
from briefer.storyboard import edits
from briefer.ui.inspector.section import Section
from briefer.ui.marking.field import MarkingField
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.labels import Label


class SlideMarkingSection(Section):
    """The slide's own marking, and all that it holds."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "Marking", opened=False)
        self._session = session
        self.field = MarkingField(
            look, "Marking of this slide's own words", hint="None: as high as its records"
        )
        self.holds = Label(look, role="meta", tone="text2", wrap=True)
        self.column.addWidget(self.field)
        self.column.addWidget(self.holds)
        self.field.edited.connect(self._edit)
        self.field.line.editingFinished.connect(session.settle)

    def show_card(self) -> None:
        """Show the card looked at, and what its slides hold once they are laid out."""
        card = self._session.card
        self.setVisible(card is not None)
        if card is None:
            return
        self.field.set_profile(profile_of(self._session.briefing))
        self.field.show_value(card_marking(card))
        if self._session.up_to_date:
            self._tell_holding()

    def focus_field(self) -> None:
        """Unfold, and put the cursor into the field."""
        self.heading.setChecked(True)
        self.field.line.setFocus()

    def _tell_holding(self) -> None:
        """Tell what the slides of the card hold, which the briefing's marking has to cover."""
        built, index = self._session.built, self._session.spot.card
        if built is None:
            return
        slides = [slide for slide in built.deck.slides if slide.card == index]
        rollup = roll_up(built.briefing, slides, built.records)
        held = [marking for marking in rollup.slides if marking]
        records = [mark for mark in rollup.marks if mark.record]
        unread = [mark for mark in records if not mark.reading.ok]
        told = format_marking(held[0]) if held else ""
        self.set_count("Not understood" if None in rollup.slides else told or "None")
        if unread:
            words = f"“{unread[0].reading.text}” of {unread[0].bearer} is not understood."
        elif records:
            texts = dict.fromkeys(mark.reading.text for mark in records)
            words = f"Its records and their sources are marked {', '.join(texts)}."
        else:
            words = "None of its records is marked."
        self.holds.set_tone("danger" if unread else "text2")
        self.holds.setText(words)

    def _edit(self) -> None:
        index, card = self._session.spot.card, self._session.card
        if index is not None and card is not None and self.field.value() != card_marking(card):
            value = self.field.value() or None
            edit = edits.set_option(self._session.briefing, index, OPTION, value)
            self._session.do(edit, merge=f"marking {index}")
