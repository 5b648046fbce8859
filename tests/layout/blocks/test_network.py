"""Tests of networks on pages: nodes, lines, labels, the key, the table that stands in."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from briefer.content import CiteMark, Diagram, Link, Node, Text, Tone
from briefer.geometry import Frame
from briefer.layout.boxes import GroupBox, LineBox, Page, ShapeBox, TableBox, TextBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import boxes_named, deck, mark, overflows, slide, words_on

_NAMES = (
    "U.S.",
    "China",
    "Department of the Treasury",
    "国家禁毒委员会办公室和公安部",
    "وزارة الخزانة الأمريكية",
    "Global Coalition to Address Synthetic Drug Threats",
    "W" * 60,
    "Participants in the synthetic drug supply chain who act from many countries at once " * 2,
    "-",
)
_LABELS = ("Charges", "Seeks help from", "制裁", "Is not a member of the coalition", "X")


def _node(name: str, kind: str = "Agency, United States") -> Node:
    return Node(name, f"actor/{name[:8]}", kind)


def _link(
    start: int, end: int, words: str = "Charges", number: int = 1, *, tone: Tone = "pressure"
) -> Link:
    label = (Text(words), mark(number))
    return Link(start, end, label, f"{start} acts on {end}.", tone, origin=f"relation/{number}")


def _pages(
    nodes: Sequence[Node], links: Sequence[Link], light: Template, setter: TextSetter
) -> tuple[Page, ...]:
    block = Diagram("network", tuple(nodes), tuple(links), ("Who acts", "On or with whom"))
    return lay_out(deck(slide(block, pattern="network")), light, setter)


def _group(page: Page) -> GroupBox:
    (group,) = (box for box in page.boxes if isinstance(box, GroupBox))
    return group


def _problems(page: Page) -> list[str]:
    """Return boxes that overlap, and lines that do not end at the edges of their nodes."""
    found = overflows(page)
    group = _group(page)
    boxes = [box for box in group.children if isinstance(box, TextBox)]
    for index, box in enumerate(boxes):
        found += [f"{box.name} on {o.name}" for o in boxes[:index] if _overlap(box, o)]
    nodes = [box for box in boxes if box.name.startswith("Node: ")]
    frames = {box.name: box.frame for box in nodes}
    assert len(frames) == len(nodes)
    for line in group.children:
        if isinstance(line, LineBox):
            assert line.start
            assert line.end
            start, end = frames[line.start[0]], frames[line.end[0]]
            if (line.x1, line.y1) != _site(start, line.start[1]):
                found.append(f"{line.name} begins elsewhere")
            if (line.x2, line.y2) != _site(end, line.end[1]):
                found.append(f"{line.name} ends elsewhere")
    return found


def _overlap(one: TextBox, other: TextBox) -> bool:
    a, b = one.frame, other.frame
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _site(frame: Frame, site: int) -> tuple[int, int]:
    """Return where a connection site of a rectangle is: top, left, bottom, right."""
    across, down = frame.x + frame.w // 2, frame.y + frame.h // 2
    sites = ((across, frame.y), (frame.x, down), (across, frame.bottom), (frame.right, down))
    return sites[site]


@pytest.mark.parametrize("seed", range(40))
def test_any_network_can_be_read(seed: int, light: Template, setter: TextSetter) -> None:
    """Long, odd and equal names: nothing overlaps or leaves the slide, no tie is lost."""
    rng = random.Random(seed)
    nodes = [_node(rng.choice(_NAMES)) for _ in range(rng.randint(2, 12))]
    links = []
    for number in range(1, rng.randint(1, 20) + 1):
        start, end = rng.sample(range(len(nodes)), 2)
        tone: Tone = rng.choice(("pressure", "cooperation", "plain"))
        links.append(_link(start, end, rng.choice(_LABELS), number, tone=tone))
    pages = _pages(nodes, links, light, setter)
    assert {number for page in pages for number in page.numbers} == set(range(1, len(links) + 1))
    for page in pages:
        drawn = page.layout == "Actor network"
        assert (_problems(page) if drawn else overflows(page)) == []


def test_lines_differ_by_colour_and_dash_and_a_key_names_them(
    light: Template, setter: TextSetter
) -> None:
    """Pressure is solid, cooperation dashed, both are named at the right of the kicker row."""
    nodes = [_node("Justice"), _node("State"), _node("A cartel"), _node("Mexico")]
    links = [_link(0, 2), _link(1, 3, "Works with", 2, tone="cooperation")]
    (page,) = _pages(nodes, links, light, setter)
    lines = [box for box in _group(page).children if isinstance(box, LineBox)]
    assert [(line.line.color.slot, line.line.dash) for line in lines] == [
        ("accent2", "solid"),
        ("accent3", "dash"),
    ]
    assert all(line.arrow for line in lines)
    assert boxes_named(page, "Key: Pressure")
    assert boxes_named(page, "Key: Cooperation")
    (bar,) = boxes_named(page, "Bar: A cartel")
    assert isinstance(bar, ShapeBox)
    assert bar.fill == lines[0].line.color


def test_lines_of_one_kind_need_no_key(light: Template, setter: TextSetter) -> None:
    """A key stands only where there is something to tell apart."""
    nodes = [_node("Justice"), _node("A cartel")]
    (page,) = _pages(nodes, [_link(0, 1)], light, setter)
    assert not [box for box in page.boxes if box.name.startswith("Key")]


def test_the_group_tells_each_tie_solid_ones_first(light: Template, setter: TextSetter) -> None:
    """One alternative text for all; notes tell each tie as a sentence with its number."""
    nodes = [_node("Justice"), _node("State"), _node("A cartel"), _node("Mexico")]
    links = [_link(1, 3, "Works with", 2, tone="cooperation"), _link(0, 2, number=3)]
    (page,) = _pages(nodes, links, light, setter)
    assert _group(page).alt == "Network diagram. 0 acts on 2. 1 acts on 3."
    assert "0 acts on 2. [3]" in page.notes
    names = [box.name for box in _group(page).children]
    assert {"Node: Justice", "Link: Justice to A cartel", "Label: Justice to A cartel"} <= {*names}


def test_a_mutual_tie_has_no_arrow(light: Template, setter: TextSetter) -> None:
    """Who works with somebody does not act on him."""
    nodes = [_node("China"), _node("Mexico")]
    link = Link(0, 1, (Text("Works with"), mark(1)), directed=False, tone="cooperation")
    (page,) = _pages(nodes, [link], light, setter)
    (line,) = (box for box in _group(page).children if isinstance(box, LineBox))
    assert not line.arrow


def test_labels_of_many_words_make_a_table(light: Template, setter: TextSetter) -> None:
    """A table of the same ties has a header row and every source in a cell of its own."""
    nodes = [_node("Justice"), Node("A cartel", "actor/c", note=(Text("Of Sinaloa"), mark(2)))]
    words = "Has charged in the federal courts of three districts after years of inquiry " * 2
    (page,) = _pages(nodes, [_link(0, 1, words)], light, setter)
    (table,) = (box for box in page.boxes if isinstance(box, TableBox))
    assert [cell.paragraphs[0].text for cell in table.rows[0]] == [
        "Who",
        "Tie",
        "With whom",
        "Source",
    ]
    assert [cell.paragraphs[0].text for cell in table.rows[1]][0::2] == ["Justice", "A cartel"]
    assert page.numbers == (1, 2)


def test_too_many_ties_for_a_few_pages_make_a_table(light: Template, setter: TextSetter) -> None:
    """Nobody reads a network over eight pages."""
    nodes = [_node(f"Actor {n}") for n in range(12)]
    links = [_link(a, b, number=a * 6 + b - 5) for a in range(6) for b in range(6, 12)]
    pages = _pages(nodes, links, light, setter)
    assert {page.layout for page in pages} == {"Table"}
    assert {number for page in pages for number in page.numbers} == set(range(1, 37))


def test_a_name_steps_down_then_is_cut_and_told(light: Template, setter: TextSetter) -> None:
    """What stands on the slide is never clipped silently; the kind gives way to the name."""
    long = _node("Participants in the synthetic drug supply chain who act from Mexico")
    (page,) = _pages([_node("Justice"), long], [_link(0, 1)], light, setter)
    assert not page.shortened
    endless = _node("An actor of a very long name indeed " * 8)
    (page,) = _pages([_node("Justice"), endless], [_link(0, 1)], light, setter)
    assert page.shortened
    assert "indeed" in words_on(page)


def test_an_uncited_tie_says_so(light: Template, setter: TextSetter) -> None:
    """Every label carries its number or is told to have none."""
    link = Link(0, 1, (Text("Charges"), CiteMark(())), tone="pressure")
    (page,) = _pages([_node("Justice"), _node("A cartel")], [link], light, setter)
    assert "[uncited]" in words_on(page)
