"""What can be done about a finding with one click: a finding in, edits of the briefing out.

In: a finding, the briefing it was found in, its records. Out: fixes, the best one first. A fix is
`safe` where it takes away nothing that the user wrote or chose, or only what stands twice; only
these are made without being asked for one by one. Must not know: windows, the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefer.markings import legend_in
from briefer.preflight.base import Finding
from briefer.preflight.blocking import check_of, overrides
from briefer.preflight.citing import opposed_to
from briefer.preflight.facts import tells_guilt
from briefer.records import Statement
from briefer.records.base import Record, Ref
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.edits import Edit

Records = Mapping[Ref, Record]


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: what its button says, the edit, whether it is safe."""

    label: str
    edit: Edit
    safe: bool = False


def fixes_of(finding: Finding, briefing: Briefing, records: Records) -> tuple[Fix, ...]:
    """Return the ways to mend a finding by an edit of the briefing, none where only people can."""
    ways = _WAYS.get(finding.check)
    fixes = (*(ways(finding, briefing, records) if ways else ()), *_withdrawn(finding, briefing))
    return tuple(fix for fix in fixes if fix.edit.briefing != briefing)


def _withdrawn(finding: Finding, briefing: Briefing) -> tuple[Fix, ...]:
    """Return the way to take back that a check is overridden, where an error was."""
    decision = overrides(briefing).get(check_of(finding))
    if decision is None or finding.severity != "error":
        return ()
    label = "Withdraw override"
    return (Fix(label, edits.withdraw(briefing, decision, label=label)),)


def safe_fix(finding: Finding, briefing: Briefing, records: Records) -> Fix | None:
    """Return the safe way to mend a finding, None where there is none."""
    return next((fix for fix in fixes_of(finding, briefing, records) if fix.safe), None)


def safe_count(findings: Iterable[Finding], briefing: Briefing, records: Records) -> int:
    """Return how many fixes `fix_all` would make."""
    return _fixed(findings, briefing, records)[1]


def fix_all(findings: Iterable[Finding], briefing: Briefing, records: Records) -> Edit | None:
    """Return one edit that makes all safe fixes, None where there is none to make.

    What an earlier fix has mended already is left alone.
    """
    edited, count = _fixed(findings, briefing, records)
    if not count:
        return None
    return Edit("Fix 1 finding" if count == 1 else f"Fix {count} findings", edited)


def _fixed(
    findings: Iterable[Finding], briefing: Briefing, records: Records
) -> tuple[Briefing, int]:
    """Return the briefing after all safe fixes, and how many there were.

    From the last card to the first, so that added cards do not move those still to be mended.
    """
    count = 0
    order = sorted(findings, key=lambda f: -1 if f.card is None else f.card, reverse=True)
    for finding in order:
        fix = safe_fix(finding, briefing, records)
        if fix is not None:
            briefing, count = fix.edit.briefing, count + 1
    return briefing, count


def _card(finding: Finding, briefing: Briefing) -> tuple[int, Card] | None:
    """Return the index and card that a finding is about, None where the card is gone."""
    index = finding.card
    if index is None or not 0 <= index < len(briefing.cards):
        return None
    return index, briefing.cards[index]


def _take_off(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Take the record off the slide."""
    placed, ref = _card(finding, briefing), finding.record
    if placed is None or ref is None or ref not in placed[1].records:
        return ()
    return (Fix("Take off the slide", edits.remove_record(briefing, placed[0], ref)),)


def _propose_title(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Go back to the proposed title, which differs from all others and fits."""
    placed = _card(finding, briefing)
    if placed is None or not placed[1].title:
        return ()
    index, card = placed
    same = [n for n, c in enumerate(briefing.cards) if c.title.casefold() == card.title.casefold()]
    twice = finding.check == "title-duplicate" and len(same) > 1
    if finding.check == "title-duplicate" and not twice:
        return ()
    safe = not card.title.strip() or (twice and index != same[0])
    return (Fix("Use the proposed title", edits.set_title(briefing, index, ""), safe),)


def _show_other_side(finding: Finding, briefing: Briefing, records: Records) -> tuple[Fix, ...]:
    """Add the statement that opposes one, unless it has been added since."""
    placed, statement = _card(finding, briefing), records.get(finding.record or "")
    if placed is None or not isinstance(statement, Statement):
        return ()
    index, card = placed
    opposed = opposed_to(statement, records)
    shown = {ref for other in briefing.cards for ref in other.records}
    held = sorted(ref for ref in opposed if ref in records)
    if not held or opposed & shown:
        return ()
    label = "Add the opposing statement"
    if card.kind == "statements" and len(card.records) == 1:
        edit = edits.add_records(briefing, index, held[:1])
    else:
        added = edits.add_card(briefing, Card("quote", records=(held[0],)), index + 1)
        edit = Edit(label, added.briefing, added.focus)
    return (Fix(label, edit, safe=True),)


def _house_style(_finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Name the style that is used already."""
    return (Fix("Use the house style", edits.set_briefing(briefing, style="house"), safe=True),)


def _propose_layout(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Leave the layout to the records again."""
    placed = _card(finding, briefing)
    if placed is None or not finding.option:
        return ()
    edit = edits.choose_layout(briefing, placed[0], finding.option, None)
    return (Fix("Use the proposed layout", edit),)


def _recommend_none(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Recommend no option, until the one meant is written."""
    placed = _card(finding, briefing)
    if placed is None:
        return ()
    index, _ = placed
    edited = edits.set_option(briefing, index, "recommended", None).briefing
    edited = edits.set_words(edited, index, "recommended", "").briefing
    return (Fix("Recommend none", Edit("Recommend no option", edited, index)),)


def _suit_type(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Make slides and type of briefing agree."""
    placed = _card(finding, briefing)
    if briefing.preset == "information" and placed is not None:
        return (
            Fix("Take the options off", edits.delete_cards(briefing, [placed[0]])),
            Fix("Make it a decision brief", edits.set_briefing(briefing, preset="decision")),
        )
    if any(card.kind == "options" for card in briefing.cards):
        return ()
    return (Fix("Add an options slide", edits.add_card(briefing, Card("options"))),)


def _own_words(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Go back to the proposed words of a record, or of whatever tells of guilt."""
    placed = _card(finding, briefing)
    if placed is None:
        return ()
    index, card = placed
    fields = [finding.record] if finding.record and card.words(finding.record) else []
    if not fields:
        fields = [field for field, words in card.text if tells_guilt(words)]
    edited = briefing
    for field in fields:
        edited = edits.set_words(edited, index, field, "").briefing
    if finding.check == "charged" and tells_guilt(card.title):
        edited = edits.set_title(edited, index, "").briefing
    return (Fix("Use the proposed words", Edit("Use the proposed words", edited, index)),)


def _own_notes(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Go back to the proposed speaker notes."""
    placed = _card(finding, briefing)
    if placed is None or not placed[1].words("notes"):
        return ()
    return (Fix("Use the proposed notes", edits.set_words(briefing, placed[0], "notes", "")),)


def _decide(_finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Make an information brief a decision brief."""
    return (Fix("Make it a decision brief", edits.set_briefing(briefing, preset="decision")),)


def _write_marking(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Write the corrected marking, of the briefing or of a card."""
    to = finding.suggested
    if not to:
        return ()
    placed = _card(finding, briefing)
    if placed is not None:
        return (Fix(f"Write {to}", edits.set_option(briefing, placed[0], "marking", to)),)
    return (Fix(f"Write {to}", edits.set_briefing(briefing, marking=to)),)


def _raise_marking(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Raise the marking to what the slides hold."""
    to = finding.suggested
    if not to:
        return ()
    edit = Edit(f"Raise marking to {to}", edits.set_briefing(briefing, marking=to).briefing)
    return (Fix(f"Raise to {to}", edit, safe=True),)


def _move_legend(finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Take the legend out of the marking and write it on its own line."""
    word = legend_in(briefing.marking)
    if not word:
        return ()
    legend = briefing.legend or word.capitalize()
    edited = edits.set_briefing(briefing, marking=finding.suggested, legend=legend).briefing
    return (Fix("Make it the legend", Edit(f"Make “{legend}” the legend", edited)),)


def _add_title(_finding: Finding, briefing: Briefing, _records: Records) -> tuple[Fix, ...]:
    """Begin with a title slide, which has a place for the designation block."""
    if briefing.cards[:1] and briefing.cards[0].kind == "title":
        return ()
    edit = edits.add_card(briefing, Card("title"), 0)
    return (Fix("Begin with a title slide", edit, safe=True),)


_Ways = Callable[[Finding, Briefing, Records], tuple[Fix, ...]]
_WAYS: dict[str, _Ways] = {
    "uncited": _take_off,
    "missing-record": _take_off,
    "title-missing": _propose_title,
    "title-duplicate": _propose_title,
    "title-long": _propose_title,
    "opposing-statement": _show_other_side,
    "style": _house_style,
    "recommendation": _recommend_none,
    "layout": _propose_layout,
    "briefing-type": _suit_type,
    "marking-syntax": _write_marking,
    "marking-card": _write_marking,
    "under-marked": _raise_marking,
    "legend-in-marking": _move_legend,
    "designation-place": _add_title,
    "recommends": _decide,
    "quotation-altered": _take_off,
    "planned-past": _take_off,
    "charged": _own_words,
    "date-differs": _own_words,
    "notes-leak": _own_notes,
}
"""By the name that a finding carries."""
