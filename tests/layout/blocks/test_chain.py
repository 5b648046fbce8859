"""Tests of chains on pages: blocks, glued arrows, the way back, what was done, continuation."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from briefer.content import Diagram, Inline, Link, Node, Para, Text
from briefer.layout.boxes import GroupBox, LineBox, Page, ShapeBox, TextBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import boxes_named, deck, mark, overflows, para, slide, words_on

_LONG = "Sells the chemicals to cartels, to vendors on the dark web and to launderers of money"
_PARTIES = (("China", "CN"), ("Mexico", "MX"), ("United States", "US"), ("Canada", "CA"))


def _facts(
    count: int, at: int, words: str = "Makes the bulk of the precursors"
) -> tuple[Para, ...]:
    return tuple(para(f"{words} {at}-{n}", "body", n) for n in range(1, count + 1))


def _chain(
    nodes: Sequence[Node], *, label: str = "Precursor chemicals", back: tuple[Inline, ...] = ()
) -> Diagram:
    links = [
        Link(at, at + 1, (Text(label), mark(20 + at)), f"{a.name} supplies {b.name}.")
        for at, (a, b) in enumerate(itertools.pairwise(nodes))
    ]
    heading = ("Where U.S. policy acted in 2023", "")
    return Diagram("chain", tuple(nodes), tuple(links), heading, back)


def _nodes(count: int, *, facts: int = 2, acts: int = 0, words: str = "") -> list[Node]:
    return [
        Node(
            name,
            f"actor/{code}",
            "State",
            party=code,
            facts=_facts(facts, at, words or "Makes the bulk of the precursors"),
            acts=_facts(acts, at, "First charges in June"),
        )
        for at, (name, code) in enumerate(_PARTIES[:count])
    ]


def _pages(block: Diagram, light: Template, setter: TextSetter) -> tuple[Page, ...]:
    return lay_out(deck(slide(block, pattern="chain")), light, setter)


def _children(page: Page) -> tuple[TextBox | ShapeBox | LineBox, ...]:
    (group,) = (box for box in page.boxes if isinstance(box, GroupBox))
    return group.children


def _overlapping(page: Page) -> list[str]:
    """Return text boxes that lie on one another; the way back's label hides its own line."""
    boxes = [box for box in _children(page) if isinstance(box, TextBox)]
    return [
        f"{a.name} on {b.name}"
        for a, b in itertools.combinations(boxes, 2)
        if a.frame.x < b.frame.right
        and b.frame.x < a.frame.right
        and a.frame.y < b.frame.bottom
        and b.frame.y < a.frame.bottom
    ]


def test_blocks_stand_as_designed(light: Template, setter: TextSetter) -> None:
    """Three blocks over the whole width, headers in their party's colour, facts below."""
    (page,) = _pages(_chain(_nodes(3)), light, setter)
    blocks = [box for box in _children(page) if box.name.startswith("Node: ")]
    frames = [box.frame for box in blocks if isinstance(box, ShapeBox)]
    assert [round(frame.x / 914400, 2) for frame in frames] == [0.67, 5.24, 9.82]
    assert {round(frame.h / 914400, 3) for frame in frames} == {2.175}
    heads = [box for name, _ in _PARTIES[:3] for box in boxes_named(page, f"Name: {name}")]
    fills = [box.fill.slot for box in heads if isinstance(box, TextBox) and box.fill]
    assert fills == ["accent2", "accent3", "accent1"]
    assert page.numbers == (1, 2, 20, 21)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_arrows_are_glued_and_end_at_the_blocks(
    count: int, light: Template, setter: TextSetter
) -> None:
    """Straight lines from the right of one block to the left of the next, with a head."""
    (page,) = _pages(_chain(_nodes(count)), light, setter)
    frames = {box.name: box.frame for box in _children(page) if isinstance(box, ShapeBox)}
    lines = [box for box in _children(page) if isinstance(box, LineBox)]
    assert len(lines) == count - 1
    for line in lines:
        assert line.arrow
        assert line.start
        assert line.end
        start, end = frames[line.start[0]], frames[line.end[0]]
        assert (line.x1, line.x2, line.start[1], line.end[1]) == (start.right, end.x, 3, 1)
        assert line.y1 == line.y2 == start.y + start.h // 2


def test_the_way_back_is_dashed_and_ends_nowhere(light: Template, setter: TextSetter) -> None:
    """No arrow head, because no source says where proceeds end; its words hide the line."""
    back = (Text("Proceeds collected and transferred"), mark(30))
    (page,) = _pages(_chain(_nodes(3), back=back), light, setter)
    lines = [b for b in _children(page) if isinstance(b, LineBox) and b.line.dash == "dash"]
    assert len(lines) == 3
    assert not any(line.arrow for line in lines)
    (label,) = boxes_named(page, "Label: way back")
    assert isinstance(label, TextBox)
    assert label.fill is not None
    (group,) = (box for box in page.boxes if isinstance(box, GroupBox))
    assert group.alt == (
        "Flow diagram. China supplies Mexico. Mexico supplies United States. "
        "Way back: Proceeds collected and transferred."
    )


def test_what_was_done_stands_below_its_block(light: Template, setter: TextSetter) -> None:
    """A heading, and for each block with deeds a rule in its colour over them."""
    nodes = _nodes(3)
    nodes[0] = Node("China", "actor/CN", party="CN", acts=_facts(1, 0, "First charges in June"))
    (page,) = _pages(_chain(nodes), light, setter)
    (rule,) = boxes_named(page, "Rule: China")
    (text,) = boxes_named(page, "Acts: China")
    assert isinstance(rule, ShapeBox)
    assert isinstance(text, TextBox)
    assert rule.fill
    assert rule.fill.slot == "accent2"
    assert rule.frame.bottom <= text.frame.y
    assert not boxes_named(page, "Rule: Mexico")
    assert "Where U.S. policy acted in 2023" in words_on(page)


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("facts", [0, 2, 12])
@pytest.mark.parametrize("acts", [0, 5])
@pytest.mark.parametrize("words", ["", _LONG * 3, "国家禁毒委员会办公室" * 12, "W" * 300])
def test_too_much_continues(
    count: int, facts: int, acts: int, words: str, light: Template, setter: TextSetter
) -> None:
    """No fact and no deed is lost, nothing overlaps, every page has the blocks."""
    back = (Text(_LONG * 4), mark(30))
    nodes = _nodes(count, facts=facts, acts=acts, words=words)
    pages = _pages(_chain(nodes, back=back), light, setter)
    told = "".join("".join(words_on(page).split()) for page in pages)
    for node in nodes:
        for item in (*node.facts, *node.acts):
            assert item.text[-3:] in told
    for page in pages:
        assert overflows(page) == []
        assert _overlapping(page) == []
        assert all(boxes_named(page, f"Name: {name}") for name, _ in _PARTIES[:count])


def test_a_label_too_long_for_its_arrow_is_cut_and_told(
    light: Template, setter: TextSetter
) -> None:
    """The label keeps its number; notes and alternative text tell the tie in full."""
    (page,) = _pages(_chain(_nodes(4), label=_LONG), light, setter)
    assert page.shortened
    assert {20, 21, 22} <= set(page.numbers)
    assert "China supplies Mexico. [20]" in page.notes


def test_two_of_one_name_are_told_apart(light: Template, setter: TextSetter) -> None:
    """Each arrow is glued to its own block."""
    nodes = [Node("A company", f"actor/{n}") for n in range(3)]
    (page,) = _pages(_chain(nodes), light, setter)
    lines = [box for box in _children(page) if isinstance(box, LineBox)]
    ends = [end[0] for line in lines for end in (line.start, line.end) if end]
    assert ends == [
        "Node: A company",
        "Node: A company (2)",
        "Node: A company (2)",
        "Node: A company (3)",
    ]
