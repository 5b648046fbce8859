"""Every edit of a briefing: a function from a briefing to the edited one, with its label.

In: a briefing and what to change, cards by their flat index (`Briefing.cards`). Out: an `Edit`:
the new briefing, a label that reads as a sentence in the undo menu, and the card to select. A bad
index is a bug (IndexError). Must not know: slide kinds, records' contents, files, windows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from briefer.records.base import Ref
from briefer.storyboard.briefing import Briefing, Card, Decision, Section

BRIEFING_FIELDS = tuple(field.name for field in fields(Briefing) if field.type == "str")
"""The settings of a briefing that `set_briefing` takes; all are text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A briefing after an edit, what the edit is called, and the flat index to select."""

    label: str
    briefing: Briefing
    focus: int | None = None


def new_briefing(title: str) -> Briefing:
    """Return a briefing with a title and nothing else; the first card added brings a section."""
    return Briefing(title=title)


def add_card(
    briefing: Briefing, card: Card, at: int | None = None, *, section: int | None = None
) -> Edit:
    """Return the edit that adds a card at a flat index, or at the end.

    Between two sections the card joins the one before, unless `section` says which.
    """
    count = len(briefing.cards)
    at = count if at is None else at
    _check_index(at, count + 1)
    edited = _insert(briefing, [card], at, section=_home(briefing, at - 1, section))
    return Edit(f"Add slide {at + 1}", edited, at)


def add_cards(
    briefing: Briefing,
    cards: Sequence[Card],
    at: int,
    *,
    section: int | None = None,
    verb: str = "Paste",
) -> Edit:
    """Return the edit that adds cards, in order, at a flat index; `verb` begins its label."""
    _check_index(at, len(briefing.cards) + 1)
    edited = _insert(briefing, cards, at, section=_home(briefing, at - 1, section))
    return Edit(f"{verb} {_slides(range(at, at + len(cards)))}", edited, at)


def delete_cards(briefing: Briefing, indexes: Iterable[int], *, verb: str = "Delete") -> Edit:
    """Return the edit that deletes the cards at these flat indexes; `verb` begins its label."""
    gone = sorted(set(indexes))
    edited = _remove(briefing, gone)
    left = len(edited.cards)
    focus = min(gone[0], left - 1) if left and gone else None
    return Edit(f"{verb} {_slides(gone)}", edited, focus)


def move_card(briefing: Briefing, source: int, target: int, *, section: int | None = None) -> Edit:
    """Return the edit that moves a card so that its flat index becomes `target`.

    Between two sections a card moved down joins the one before, a card moved up the one after,
    unless `section` says which.
    """
    return move_cards(briefing, [source], target, section=section)


def move_cards(
    briefing: Briefing, indexes: Iterable[int], target: int, *, section: int | None = None
) -> Edit:
    """Return the edit that moves cards, kept in order, so that the first one stands at `target`.

    `target` is a flat index among the cards that stay.
    """
    moved = sorted(set(indexes))
    cards = [briefing.cards[_check_index(index, len(briefing.cards))] for index in moved]
    kept = _remove(briefing, moved)
    _check_index(target, len(kept.cards) + 1)
    if section is None and moved == list(range(target, target + len(moved))):
        edited = briefing
    else:
        neighbour = target - 1 if target > moved[0] else target
        edited = _insert(kept, cards, target, section=_home(kept, neighbour, section))
    return Edit(f"Move {_slides(moved)}", edited, target)


def step_cards(briefing: Briefing, indexes: Iterable[int], by: int) -> Edit:
    """Return the edit that moves cards by one place, back (-1) or forward (1), kept together.

    At the edge of a section they go into the next one, which may be empty; at the edge of the
    briefing nothing changes but that cards with others between them come together.
    """
    moved = sorted(set(indexes))
    edge = moved[-1] if by > 0 else moved[0]
    home = _locate(briefing, edge)[0]
    beyond = edge + by
    if 0 <= beyond < len(briefing.cards) and _locate(briefing, beyond)[0] == home:
        target = beyond + 1 - len(moved) if by > 0 else beyond
        return move_cards(briefing, moved, target, section=home)
    if 0 <= home + by < len(briefing.sections):
        return move_to_section(briefing, moved, home + by)
    target = edge + 1 - len(moved) if by > 0 else edge
    return move_cards(briefing, moved, target, section=home)


def move_to_section(briefing: Briefing, indexes: Iterable[int], section: int) -> Edit:
    """Return the edit that moves cards to the near end of a section.

    That is the first place of a section after theirs, else the last place. Where all of them
    stand there already, nothing changes.
    """
    moved = sorted(set(indexes))
    _section(briefing, section)
    if {_locate(briefing, index)[0] for index in moved} == {section}:
        return Edit(f"Move {_slides(moved)}", briefing, moved[0])
    kept = _remove(briefing, moved).sections
    start = sum(len(other.cards) for other in kept[:section])
    later = section > _locate(briefing, moved[0])[0]
    target = start if later else start + len(kept[section].cards)
    return move_cards(briefing, moved, target, section=section)


def duplicate_cards(briefing: Briefing, indexes: Iterable[int]) -> Edit:
    """Return the edit that puts copies of cards, in order, behind the last of them."""
    copied = sorted(set(indexes))
    cards = [briefing.cards[_check_index(index, len(briefing.cards))] for index in copied]
    at, section = copied[-1] + 1, _locate(briefing, copied[-1])[0]
    return Edit(f"Duplicate {_slides(copied)}", _insert(briefing, cards, at, section=section), at)


def change_kind(briefing: Briefing, index: int, kind: str) -> Edit:
    """Return the edit that shows a card as another kind of slide.

    Wording and options stay, so that changing back brings the old slide back.
    """
    return _change(
        briefing,
        index,
        f"Change slide {index + 1} to {kind.replace('-', ' ').replace('_', ' ')}",
        lambda card: replace(card, kind=kind),
    )


def set_title(briefing: Briefing, index: int, title: str) -> Edit:
    """Return the edit that gives a card a title; "" brings back the proposed one."""
    return _change(
        briefing, index, f"Edit title of slide {index + 1}", lambda card: replace(card, title=title)
    )


def set_words(briefing: Briefing, index: int, field: str, words: str) -> Edit:
    """Return the edit that words a field, or the record of this id; "" brings back the proposal."""
    what = "wording" if "/" in field else field.replace("-", " ").replace("_", " ")

    def reword(card: Card) -> Card:
        text = {**dict(card.text), field: words}
        return replace(card, text=tuple(sorted(item for item in text.items() if item[1])))

    return _change(briefing, index, f"Edit {what} of slide {index + 1}", reword)


def set_option(briefing: Briefing, index: int, name: str, value: str | int | bool | None) -> Edit:
    """Return the edit that sets an option of a card; None brings back its default."""

    def set_it(card: Card) -> Card:
        options = {**dict(card.options), name: value}
        kept = ((key, kept) for key, kept in options.items() if kept is not None)
        return replace(card, options=tuple(sorted(kept, key=lambda item: item[0])))

    shown = name.replace("-", " ").replace("_", " ")
    return _change(briefing, index, f"Change {shown} of slide {index + 1}", set_it)


def choose_layout(briefing: Briefing, index: int, name: str, value: str | None) -> Edit:
    """Return the edit that lays a card out by a value of an option; None takes it back.

    The words in which a file of an earlier version chose go with it, for they would come back.
    """
    cleared = set_words(briefing, index, name, "").briefing
    edit = set_option(cleared, index, name, value)
    verb = "Change" if value else "Reset"
    return replace(edit, label=f"{verb} layout of slide {index + 1}")


def add_records(briefing: Briefing, index: int, refs: Sequence[Ref]) -> Edit:
    """Return the edit that adds records to a card, behind those it shows; none comes twice."""
    what = "record" if len(refs) == 1 else f"{len(refs)} records"
    return _change(
        briefing,
        index,
        f"Add {what} to slide {index + 1}",
        lambda card: replace(card, records=tuple(dict.fromkeys((*card.records, *refs)))),
    )


def remove_record(briefing: Briefing, index: int, ref: Ref) -> Edit:
    """Return the edit that takes a record, and its wording, off a card."""

    def remove(card: Card) -> Card:
        return replace(
            card,
            records=tuple(other for other in card.records if other != ref),
            text=tuple(item for item in card.text if item[0] != ref),
        )

    return _change(briefing, index, f"Remove record from slide {index + 1}", remove)


def move_record(briefing: Briefing, index: int, source: int, target: int) -> Edit:
    """Return the edit that moves a card's record to another place among its records."""

    def move(card: Card) -> Card:
        records = list(card.records)
        ref = records.pop(_check_index(source, len(records)))
        records.insert(_check_index(target, len(card.records)), ref)
        return replace(card, records=tuple(records))

    return _change(briefing, index, f"Move record on slide {index + 1}", move)


def set_briefing(briefing: Briefing, **settings: str) -> Edit:
    """Return the edit that changes settings of the briefing (`BRIEFING_FIELDS`)."""
    unknown = settings.keys() - set(BRIEFING_FIELDS)
    if unknown:
        raise TypeError(f"a briefing has no setting {', '.join(sorted(unknown))}")
    changed: Mapping[str, Any] = settings
    edited = replace(briefing, **changed)
    what = next(iter(settings)) if len(settings) == 1 else "settings"
    verb = "Edit" if what in ("title", "subtitle", "audience", "date") else "Change"
    return Edit(f"{verb} {what} of the briefing", edited, None)


def set_designation(briefing: Briefing, words: Mapping[str, str]) -> Edit:
    """Return the edit that writes the designation block; a field without words is left out."""
    said = tuple(sorted((field, text) for field, text in words.items() if text))
    return Edit("Edit designation block", replace(briefing, designation=said), None)


def decide(briefing: Briefing, decision: Decision, *, label: str) -> Edit:
    """Return the edit that keeps a decision with the briefing, behind the earlier ones."""
    decisions = (*briefing.decisions, decision)
    return Edit(label, replace(briefing, decisions=decisions), None)


def withdraw(briefing: Briefing, decision: Decision, *, label: str) -> Edit:
    """Return the edit that takes a decision back."""
    decisions = tuple(other for other in briefing.decisions if other != decision)
    return Edit(label, replace(briefing, decisions=decisions), None)


def add_section(briefing: Briefing, at: int, title: str) -> Edit:
    """Return the edit that starts a section at a flat index; the cards behind it join it.

    Where a section starts already the new one is empty and stands before it, unless that one has
    no title yet: then it gets this one.
    """
    count = len(briefing.cards)
    _check_index(at, count + 1)
    edited = _split(briefing, at, title)
    return Edit("Add section", edited, at if at < count else None)


def rename_section(briefing: Briefing, number: int, title: str) -> Edit:
    """Return the edit that renames a section, counted from 0."""
    renamed = replace(briefing.sections[_section(briefing, number)], title=title)
    return Edit("Rename section", _with_section(briefing, number, renamed), None)


def move_section(briefing: Briefing, number: int, by: int) -> Edit:
    """Return the edit that moves a section with its cards before (-1) or behind (1) its neighbour.

    The first section stays first and the last one last; the card to select is its first one.
    """
    target = number + by
    _section(briefing, number)
    if not 0 <= target < len(briefing.sections):
        return Edit("Move section", briefing, None)
    sections = list(briefing.sections)
    sections.insert(target, sections.pop(number))
    moved = replace(briefing, sections=tuple(sections))
    start = sum(len(section.cards) for section in sections[:target])
    return Edit("Move section", moved, start if sections[target].cards else None)


def delete_section(briefing: Briefing, number: int) -> Edit:
    """Return the edit that deletes a section's heading; its cards join the previous section.

    The first section's cards join the next one; those of the only section lose their heading.
    """
    gone = briefing.sections[_section(briefing, number)]
    others = [*briefing.sections[:number], *briefing.sections[number + 1 :]]
    if others and number:
        others[number - 1] = replace(
            others[number - 1], cards=(*others[number - 1].cards, *gone.cards)
        )
    elif others:
        others[0] = replace(others[0], cards=(*gone.cards, *others[0].cards))
    elif gone.cards:
        others = [replace(gone, title="")]
    return Edit("Delete section", replace(briefing, sections=tuple(others)), None)


def _slides(indexes: Sequence[int]) -> str:
    """Return how cards are called in a label: by number if it is one, else by their count."""
    return f"slide {indexes[0] + 1}" if len(indexes) == 1 else f"{len(indexes)} slides"


def _check_index(index: int, count: int) -> int:
    """Return the index; raise IndexError unless 0 <= index < count."""
    if not 0 <= index < count:
        raise IndexError(f"index {index} of {count}")
    return index


def _section(briefing: Briefing, number: int) -> int:
    """Return the number of a section that exists."""
    return _check_index(number, len(briefing.sections))


def _locate(briefing: Briefing, index: int) -> tuple[int, int]:
    """Return a card's section number and its position in that section."""
    left = _check_index(index, len(briefing.cards))
    for number, section in enumerate(briefing.sections):
        if left < len(section.cards):
            return number, left
        left -= len(section.cards)
    raise AssertionError("flat index within the cards, yet in no section")


def _home(briefing: Briefing, neighbour: int, section: int | None) -> int:
    """Return the section asked for, else that of the neighbouring card, else the last one."""
    if section is not None:
        return _section(briefing, section)
    cards = len(briefing.cards)
    if cards:
        return _locate(briefing, min(max(neighbour, 0), cards - 1))[0]
    return max(len(briefing.sections) - 1, 0)


def _with_section(briefing: Briefing, number: int, section: Section) -> Briefing:
    """Return the briefing with one section replaced."""
    sections = (*briefing.sections[:number], section, *briefing.sections[number + 1 :])
    return replace(briefing, sections=sections)


def _change(briefing: Briefing, index: int, label: str, change: Callable[[Card], Card]) -> Edit:
    """Return the edit that changes one card in place."""
    number, position = _locate(briefing, index)
    section = briefing.sections[number]
    cards = list(section.cards)
    cards[position] = change(cards[position])
    edited = _with_section(briefing, number, replace(section, cards=tuple(cards)))
    return Edit(label, edited, index)


def _insert(briefing: Briefing, cards: Sequence[Card], at: int, *, section: int) -> Briefing:
    """Return the briefing with cards inserted at a flat index, which must touch the section."""
    if not briefing.sections:
        return replace(briefing, sections=(Section("", tuple(cards)),))
    start = sum(len(other.cards) for other in briefing.sections[:section])
    home = briefing.sections[section]
    position = _check_index(at - start, len(home.cards) + 1)
    filled = (*home.cards[:position], *cards, *home.cards[position:])
    return _with_section(briefing, section, replace(home, cards=filled))


def _remove(briefing: Briefing, indexes: Sequence[int]) -> Briefing:
    """Return the briefing without the cards at these flat indexes; sections stay."""
    for index in indexes:
        _check_index(index, len(briefing.cards))
    gone, sections, start = set(indexes), [], 0
    for section in briefing.sections:
        kept = tuple(card for n, card in enumerate(section.cards, start) if n not in gone)
        start += len(section.cards)
        sections.append(replace(section, cards=kept))
    return replace(briefing, sections=tuple(sections))


def _append(briefing: Briefing, title: str) -> Briefing:
    """Return the briefing with an empty section at its end."""
    return replace(briefing, sections=(*briefing.sections, Section(title)))


def _split(briefing: Briefing, at: int, title: str) -> Briefing:
    """Return the briefing with a section started at a flat index."""
    if at == len(briefing.cards):
        return _append(briefing, title)
    number, position = _locate(briefing, at)
    section = briefing.sections[number]
    if position:
        parts = [replace(section, cards=section.cards[:position])]
        parts.append(Section(title, section.cards[position:]))
    elif section.title:
        parts = [Section(title), section]
    else:
        parts = [replace(section, title=title)]
    sections = list(briefing.sections)
    sections[number : number + 1] = parts
    return replace(briefing, sections=tuple(sections))
