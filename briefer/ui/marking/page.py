"""The marking of a briefing: its rules, its text, what stands beside it, what was decided about it.

In: the session. Out: edits of the briefing while they are typed; a lower marking only with a
reason. Must not know: where the page stands.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from briefer.errors import BrieferError
from briefer.marked import Rollup, lower_marking, profile_of, raise_marking, roll_up
from briefer.markings import LEGENDS, PROFILES, TLP_LABELS, format_marking, read, wrong_legend
from briefer.preflight.marking import LONGEST_LEGEND
from briefer.storyboard import edits
from briefer.storyboard.briefing import Decision
from briefer.storyboard.edits import Edit
from briefer.ui.marking.decisions import DecisionsList
from briefer.ui.marking.designation import DesignationFields
from briefer.ui.marking.embargo import EmbargoFields
from briefer.ui.marking.field import MarkingField
from briefer.ui.marking.lowering import LowerBox, lowers
from briefer.ui.marking.picks import Picks
from briefer.ui.records.choices import LineInput
from briefer.ui.records.field_box import FieldBox
from briefer.ui.records.notice import Notice
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.fields import NativeUndoOff

NONE = "None"
_PICKS = {
    "": ("UNCLASSIFIED", "CUI", "FOR OFFICIAL USE ONLY"),
    "nara": ("UNCLASSIFIED", "CUI", "CUI//SP-SUB", "CUI//LEI"),
    "dod": ("UNCLASSIFIED", "CUI", "CUI//SP-SUB", "CUI//LEI"),
    "tlp": TLP_LABELS,
    "custom": ("SENSITIVE BUT UNCLASSIFIED", "FOR OFFICIAL USE ONLY"),
}
_TYPING = "marking of the briefing"


class MarkingPage(QWidget, Styled):
    """Profile, marking, designation block, legend, embargo, decisions."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._rollup: Rollup | None = None
        self.setAccessibleName("Marking")
        self.profile = Choice(look, "Marking profile")
        for rules in PROFILES.values():
            self.profile.addItem(rules.title, rules.name)
        self.profile_box = FieldBox(
            look, "Profile: the rules that the marking follows", self.profile
        )
        self.marking = MarkingField(look, "Marking, printed on every slide; empty for none")
        self.picks = Picks(look, "Marking")
        self.lowering = LowerBox(look)
        self.needs = Notice(look)
        self.designation = DesignationFields(look)
        self.legend = LineInput(look, "Legend", hint="Draft, or words of your own")
        self.legend_box = FieldBox(
            look, "Legend, on a line of its own beside the marking", self.legend
        )
        self.legends = Picks(look, "Legend")
        self.embargo = EmbargoFields(look)
        self.decisions = DecisionsList(look)
        self._before = session.briefing.marking
        self._typing = False
        self._lay_out()
        self._connect()
        self.show_briefing()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        marking = (self.marking, self.picks, self.lowering, self.needs, self.designation)
        legend = (self.legend_box, self.legends)
        for widget in (self.profile_box, *marking, *legend, self.embargo, self.decisions):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.legends.offer((NONE, *LEGENDS))
        NativeUndoOff(self.legend)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(20), px(14), px(20), px(16))
        self._column.setSpacing(px(9))

    def _connect(self) -> None:
        session = self._session
        self.profile.activated.connect(self._choose_profile)
        self.marking.edited.connect(self._typed)
        self.marking.line.editingFinished.connect(self._settle)
        self.picks.picked.connect(self._pick)
        self.lowering.lowered.connect(self._lower)
        self.lowering.kept.connect(self._keep)
        self.designation.edited.connect(self._fill_in)
        self.legend.edited.connect(self._set_legend)
        self.legends.picked.connect(self._pick_legend)
        self.embargo.edited.connect(lambda text: self._set(embargo=text))
        self.decisions.withdrawn.connect(self._withdraw)
        session.briefing_changed.connect(self.show_briefing)
        session.built_changed.connect(self._add_up)
        self._add_up()

    # What stands

    def show_briefing(self) -> None:
        """Show what the briefing holds, after an undo too."""
        briefing = self._session.briefing
        profile = profile_of(briefing)
        self.profile.setCurrentIndex(self.profile.findData(profile))
        self.profile_box.say(PROFILES[profile].about, tone="text2")
        self.marking.set_profile(profile)
        if not self._typing:
            self._before = briefing.marking
            self.marking.show_value(briefing.marking)
        self.picks.offer((NONE, *_PICKS[profile]))
        reading = read(briefing.marking, profile)
        self.designation.show_block(profile, reading.marking, dict(briefing.designation))
        if self.legend.text().strip() != briefing.legend:
            self.legend.show_value(briefing.legend)
        self._tell_legend()
        self.embargo.show_embargo(briefing.embargo)
        self.decisions.show_decisions(briefing.decisions)

    @property
    def waits(self) -> bool:
        """Whether a marking is typed that does not count yet: it is lower, or not understood."""
        return self.marking.value() != self._session.briefing.marking

    @property
    def unfinished(self) -> QLineEdit | None:
        """Where something is typed that does not count, None where all of it does."""
        if self.waits:
            return self.marking.line if self.lowering.isHidden() else self.lowering.reason
        return self.embargo.date if self.embargo.unfinished else None

    def insist(self) -> None:
        """Go to what is typed and does not count, and say why."""
        field = self.unfinished
        if field is self.lowering.reason:
            self.lowering.insist()
        elif field is not None:
            field.setFocus()

    def _add_up(self) -> None:
        """Have added up what the slides hold."""
        built = self._session.built
        if built is None:
            return
        Query(
            self._session.pages_lane,
            lambda _: roll_up(built.briefing, built.deck.slides, built.records),
            lambda rollup: self._show_needs(rollup) if isValid(self) else None,
            key="marks",
        )

    def _show_needs(self, rollup: Rollup) -> None:
        """Tell what the slides hold, and offer to raise the marking where it is too low."""
        self._rollup = rollup
        marking = self._session.briefing.marking
        if rollup.unread:
            mark = rollup.unread[0]
            words = f"The marking “{mark.reading.text}” of {mark.bearer} is not understood."
            self.needs.tell(words, tone="danger")
        elif not rollup.needed:
            self.needs.tell("")
        elif rollup.covered(marking):
            words = f"It covers what the slides hold: {format_marking(rollup.needed)}."
            self.needs.tell(words, tone="success")
        else:
            edit = raise_marking(self._session.briefing, rollup)
            to = edit.briefing.marking if edit else ""
            needed = format_marking(rollup.needed)
            words = f"The slides hold {needed}. Marked lower, nothing is exported."
            self.needs.tell(words, [(f"Raise to {to}", "primary", self._raise)], tone="danger")

    # Edits

    def _set(self, **settings: str) -> None:
        briefing = self._session.briefing
        if any(getattr(briefing, name) != said for name, said in settings.items()):
            self._session.do(edits.set_briefing(briefing, **settings), merge=_TYPING)

    def _choose_profile(self, row: int) -> None:
        name, briefing = self.profile.itemData(row), self._session.briefing
        if name != briefing.profile:
            edit = edits.set_briefing(briefing, profile=name)
            self._session.do(Edit("Change marking profile", edit.briefing))

    def _typed(self) -> None:
        """Take the marking as typed; a lower one waits for its reason."""
        self._typing = True
        text, briefing = self.marking.value(), self._session.briefing
        if lowers(briefing, self._before, text):
            if read(text, profile_of(briefing)).ok:
                self.lowering.ask(self._before, text)
            else:
                self.lowering.done()
            return
        self.lowering.done()
        self._set(marking=text)

    def _pick(self, words: str) -> None:
        self.marking.pick("" if words == NONE else words)
        self._settle()

    def _settle(self) -> None:
        """From now on the marking in force is the one that would be lowered."""
        self._typing = self.waits
        if not self._typing:
            self._before = self._session.briefing.marking

    def _lower(self, reason: str) -> None:
        to = self.marking.value()
        self._session.settle()
        briefing = edits.set_briefing(self._session.briefing, marking=self._before).briefing
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            edit = lower_marking(briefing, to, reason=reason, by=self._session.author, at=at)
        except BrieferError as error:
            self.lowering.box.say(str(error))
            return
        self.lowering.done()
        self._before, self._typing = to, False
        self._session.do(edit)
        self.marking.line.setFocus()

    def _keep(self) -> None:
        self.lowering.done()
        self.marking.show_value(self._before)
        self._set(marking=self._before)
        self._typing = False
        self.marking.line.setFocus()

    def _raise(self) -> None:
        edit = raise_marking(self._session.briefing, self._rollup) if self._rollup else None
        if edit is not None:
            self.lowering.done()
            self._before, self._typing = edit.briefing.marking, False
            self._session.settle()
            self._session.do(edit)
            self.marking.show_value(edit.briefing.marking)
            self.marking.line.setFocus()

    def _fill_in(self, words: dict[str, str]) -> None:
        self._session.do(edits.set_designation(self._session.briefing, words), merge="designation")

    def _pick_legend(self, words: str) -> None:
        self.legend.show_value("" if words == NONE else words)
        self._set_legend()

    def _set_legend(self) -> None:
        self._set(legend=self.legend.text().strip())
        self._tell_legend()

    def _tell_legend(self) -> None:
        said = self.legend.text().strip()
        problem = wrong_legend(said)
        if problem:
            self.legend_box.say(problem.message)
        elif len(said) > LONGEST_LEGEND:
            self.legend_box.say(f"{len(said)} characters; its line holds {LONGEST_LEGEND}.")
        else:
            self.legend_box.say("")

    def _withdraw(self, decision: Decision) -> None:
        briefing = self._session.briefing
        label = f"Withdraw override of “{decision.name}”"
        self._session.do(edits.withdraw(briefing, decision, label=label))
