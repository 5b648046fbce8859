"""Every edit changes what it says, leaves the rest, and names itself."""

from __future__ import annotations

import pytest

from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Card, Section


def card(name: str) -> Card:
    """Return a card that its title tells apart."""
    return Card("event", title=name, records=(f"event/{name}",))


def briefing(*sections: str) -> Briefing:
    """Return a briefing from sections written as "Title: a b c"."""
    built = []
    for text in sections:
        title, _, names = text.partition(":")
        built.append(Section(title, tuple(card(name) for name in names.split())))
    return Briefing("Fentanyl", sections=tuple(built))


def shape(subject: Briefing) -> list[str]:
    """Return the sections of a briefing as "Title: a b c"."""
    return [
        f"{section.title}: {' '.join(each.title for each in section.cards)}".strip()
        for section in subject.sections
    ]


TWO = briefing("One: a b", "Two: c d")


def test_the_first_card_of_a_new_briefing_brings_a_section() -> None:
    """A new briefing has no section; adding a card makes one without a title."""
    edit = edits.add_card(edits.new_briefing("Fentanyl"), card("a"))
    assert edit.briefing.title == "Fentanyl"
    assert shape(edit.briefing) == [": a"]
    assert (edit.label, edit.focus) == ("Add slide 1", 0)


@pytest.mark.parametrize(
    ("at", "section", "expected"),
    [
        (None, None, ["One: a b", "Two: c d x"]),
        (0, None, ["One: x a b", "Two: c d"]),
        (1, None, ["One: a x b", "Two: c d"]),
        (2, None, ["One: a b x", "Two: c d"]),
        (2, 1, ["One: a b", "Two: x c d"]),
        (3, None, ["One: a b", "Two: c x d"]),
    ],
)
def test_add_card(at: int | None, section: int | None, expected: list[str]) -> None:
    """A card goes where it is put; between sections it joins the one before unless told."""
    edit = edits.add_card(TWO, card("x"), at, section=section)
    assert shape(edit.briefing) == expected
    assert edit.focus == (4 if at is None else at)
    assert edit.briefing.cards[edit.focus].title == "x"


def test_cards_go_to_the_last_section_when_none_has_any() -> None:
    """With empty sections only, the last one takes the card."""
    assert shape(edits.add_card(briefing("One:", "Two:"), card("x")).briefing) == ["One:", "Two: x"]


@pytest.mark.parametrize("at", [-1, 5])
def test_a_place_outside_the_briefing_is_a_bug(at: int) -> None:
    """Nothing is guessed from a bad index."""
    with pytest.raises(IndexError):
        edits.add_card(TWO, card("x"), at)


def test_delete_cards() -> None:
    """Deleted cards go, their sections stay, and the next card is selected."""
    edit = edits.delete_cards(TWO, [3, 0, 2])
    assert shape(edit.briefing) == ["One: b", "Two:"]
    assert (edit.label, edit.focus) == ("Delete 3 slides", 0)
    last = edits.delete_cards(TWO, [3])
    assert (last.label, last.focus) == ("Delete slide 4", 2)
    assert edits.delete_cards(edit.briefing, [0]).focus is None


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (0, 1, ["One: b a", "Two: c d"]),
        (0, 2, ["One: b", "Two: c a d"]),
        (1, 1, ["One: a b", "Two: c d"]),
        (1, 3, ["One: a", "Two: c d b"]),
        (2, 2, ["One: a b", "Two: c d"]),
        (2, 1, ["One: a c b", "Two: d"]),
        (3, 0, ["One: d a b", "Two: c"]),
        (3, 2, ["One: a b", "Two: d c"]),
    ],
)
def test_move_card(source: int, target: int, expected: list[str]) -> None:
    """A moved card stands at its target, across sections too."""
    edit = edits.move_card(TWO, source, target)
    assert shape(edit.briefing) == expected
    assert edit.briefing.cards[target] == TWO.cards[source]
    assert (edit.label, edit.focus) == (f"Move slide {source + 1}", target)


def test_a_card_dropped_between_sections_goes_to_the_one_named() -> None:
    """The same flat place belongs to either section; the drop says which."""
    assert shape(edits.move_card(TWO, 0, 1, section=1).briefing) == ["One: b", "Two: a c d"]
    assert shape(edits.move_card(TWO, 1, 1, section=1).briefing) == ["One: a", "Two: b c d"]
    with pytest.raises(IndexError):
        edits.move_card(TWO, 0, 3, section=0)


def test_move_cards_keeps_their_order() -> None:
    """Several cards move together, in the order they had."""
    edit = edits.move_cards(TWO, [3, 0], 1)
    assert shape(edit.briefing) == ["One: b a d", "Two: c"]
    assert edit.label == "Move 2 slides"
    assert edits.move_cards(TWO, [1, 2], 1).briefing == TWO


def test_the_only_card_stays_in_its_section() -> None:
    """Moving a lone card to where it stands changes nothing."""
    lone = briefing("One: a", "Two:")
    assert edits.move_card(lone, 0, 0).briefing == lone


def test_move_to_section() -> None:
    """A card goes to the near end of another section, also of an empty one."""
    three = briefing("One: a b", "Two:", "Three: c d")
    assert shape(edits.move_to_section(three, [0], 1).briefing) == [
        "One: b",
        "Two: a",
        "Three: c d",
    ]
    assert shape(edits.move_to_section(three, [0], 2).briefing) == [
        "One: b",
        "Two:",
        "Three: a c d",
    ]
    up = edits.move_to_section(three, [3], 0)
    assert shape(up.briefing) == ["One: a b d", "Two:", "Three: c"]
    assert (up.label, up.focus) == ("Move slide 4", 2)
    assert edits.move_to_section(three, [3], 2).briefing == three


def test_duplicate_card() -> None:
    """The copy stands behind the original, in its section, and is selected."""
    edit = edits.duplicate_cards(TWO, [1])
    assert shape(edit.briefing) == ["One: a b b", "Two: c d"]
    assert (edit.label, edit.focus) == ("Duplicate slide 2", 2)


def test_duplicate_several_cards() -> None:
    """Copies of several cards stand together behind the last of them."""
    edit = edits.duplicate_cards(TWO, [2, 0])
    assert shape(edit.briefing) == ["One: a b", "Two: c a c d"]
    assert (edit.label, edit.focus) == ("Duplicate 2 slides", 3)


@pytest.mark.parametrize(
    ("indexes", "by", "expected"),
    [
        ([0], 1, ["One: b a", "Two:", "Three: c d e"]),
        ([1], 1, ["One: a", "Two: b", "Three: c d e"]),
        ([0, 1], 1, ["One:", "Two: a b", "Three: c d e"]),
        ([2, 3], 1, ["One: a b", "Two:", "Three: e c d"]),
        ([2, 3], -1, ["One: a b", "Two: c d", "Three: e"]),
        ([0, 2], -1, ["One: a c b", "Two:", "Three: d e"]),
        ([2, 4], 1, ["One: a b", "Two:", "Three: d c e"]),
        ([0], -1, ["One: a b", "Two:", "Three: c d e"]),
        ([4], 1, ["One: a b", "Two:", "Three: c d e"]),
    ],
)
def test_step_cards(indexes: list[int], by: int, expected: list[str]) -> None:
    """Cards move by one place and stay together; at an edge they go into the next section."""
    three = briefing("One: a b", "Two:", "Three: c d e")
    assert shape(edits.step_cards(three, indexes, by).briefing) == expected


def test_add_several_cards() -> None:
    """Cards are put in together, under the name of what was done."""
    edit = edits.add_cards(TWO, [card("x"), card("y")], 2, section=1, verb="Copy")
    assert shape(edit.briefing) == ["One: a b", "Two: x y c d"]
    assert (edit.label, edit.focus) == ("Copy 2 slides", 2)
    assert edits.add_cards(TWO, [card("x")], 0).label == "Paste slide 1"


def test_move_section() -> None:
    """A section goes past its neighbour with its cards; the first stays first."""
    down = edits.move_section(TWO, 0, 1)
    assert shape(down.briefing) == ["Two: c d", "One: a b"]
    assert (down.label, down.focus) == ("Move section", 2)
    assert edits.move_section(down.briefing, 1, -1).briefing == TWO
    assert edits.move_section(TWO, 0, -1).briefing == TWO


def test_wording() -> None:
    """Titles, fields and records are reworded; empty wording brings back the proposal."""
    title = edits.set_title(TWO, 2, "Two more names")
    assert title.briefing.cards[2].title == "Two more names"
    assert title.label == "Edit title of slide 3"
    both = edits.set_words(edits.set_words(TWO, 2, "statement", "Said").briefing, 2, "ask", "Asked")
    assert both.briefing.cards[2].text == (("ask", "Asked"), ("statement", "Said"))
    assert both.label == "Edit ask of slide 3"
    back = edits.set_words(both.briefing, 2, "ask", "")
    assert back.briefing.cards[2].text == (("statement", "Said"),)
    assert edits.set_words(TWO, 2, "event/c", "Ours").label == "Edit wording of slide 3"


def test_options() -> None:
    """Options are kept sorted by name; None brings back the default."""
    edit = edits.set_option(edits.set_option(TWO, 0, "scale", "month").briefing, 0, "list", True)
    assert edit.briefing.cards[0].options == (("list", True), ("scale", "month"))
    assert edit.label == "Change list of slide 1"
    back = edits.set_option(edit.briefing, 0, "list", None)
    assert back.briefing.cards[0].options == (("scale", "month"),)


def test_records() -> None:
    """Records are added once, moved, and taken off together with their wording."""
    edit = edits.add_records(TWO, 0, ["event/x", "event/a", "event/y"])
    assert edit.briefing.cards[0].records == ("event/a", "event/x", "event/y")
    assert edit.label == "Add 3 records to slide 1"
    moved = edits.move_record(edit.briefing, 0, 0, 2)
    assert moved.briefing.cards[0].records == ("event/x", "event/y", "event/a")
    worded = edits.set_words(moved.briefing, 0, "event/x", "Ours").briefing
    removed = edits.remove_record(worded, 0, "event/x").briefing.cards[0]
    assert (removed.records, removed.text) == (("event/y", "event/a"), ())


def test_change_kind_and_back() -> None:
    """A card shown as another kind keeps what it says."""
    worded = edits.set_words(TWO, 0, "matters", "Because").briefing
    edit = edits.change_kind(worded, 0, "timeline")
    assert edit.briefing.cards[0].kind == "timeline"
    assert edit.label == "Change slide 1 to timeline"
    assert edits.change_kind(edit.briefing, 0, "event").briefing == worded


def test_set_briefing() -> None:
    """Settings change alone or together; the cards stay."""
    edit = edits.set_briefing(TWO, title="Precursors", marking="CUI")
    assert (edit.briefing.title, edit.briefing.marking) == ("Precursors", "CUI")
    assert edit.briefing.sections == TWO.sections
    assert edit.label == "Change settings of the briefing"
    assert edits.set_briefing(TWO, title="X").label == "Edit title of the briefing"
    assert edits.set_briefing(TWO, template="x").label == "Change template of the briefing"
    with pytest.raises(TypeError, match="no setting titel"):
        edits.set_briefing(TWO, titel="X")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (1, ["One: a", "New: b", "Two: c d"]),
        (2, ["One: a b", "New:", "Two: c d"]),
        (4, ["One: a b", "Two: c d", "New:"]),
    ],
)
def test_add_section(at: int, expected: list[str]) -> None:
    """A section starts at a card and takes the rest of the section there."""
    assert shape(edits.add_section(TWO, at, "New").briefing) == expected


def test_a_section_added_where_one_has_no_title_names_it() -> None:
    """The section that the first card brought gets its title this way."""
    assert shape(edits.add_section(briefing(": a b"), 0, "New").briefing) == ["New: a b"]
    assert shape(edits.add_section(Briefing("x"), 0, "New").briefing) == ["New:"]


def test_rename_section() -> None:
    """Only the heading changes."""
    assert shape(edits.rename_section(TWO, 1, "Later").briefing) == ["One: a b", "Later: c d"]
    with pytest.raises(IndexError):
        edits.rename_section(TWO, 2, "Later")


@pytest.mark.parametrize(
    ("sections", "number", "expected"),
    [
        (["One: a", "Two: b", "Three: c"], 1, ["One: a b", "Three: c"]),
        (["One: a", "Two: b", "Three: c"], 0, ["Two: a b", "Three: c"]),
        (["One: a"], 0, [": a"]),
        (["One:"], 0, []),
    ],
)
def test_delete_section(sections: list[str], number: int, expected: list[str]) -> None:
    """No card is lost with a section."""
    assert shape(edits.delete_section(briefing(*sections), number).briefing) == expected


def test_the_words_of_an_earlier_file_go_when_a_layout_is_chosen() -> None:
    """Else they would come back with the reset."""
    old = edits.add_card(Briefing(""), Card("network", text=(("form", "chain"),))).briefing
    chosen = edits.choose_layout(old, 0, "form", "network")
    assert chosen.briefing.cards == (Card("network", options=(("form", "network"),)),)
    assert chosen.label == "Change layout of slide 1"
    reset = edits.choose_layout(old, 0, "form", None)
    assert reset.briefing.cards == (Card("network"),)
    assert reset.label == "Reset layout of slide 1"
