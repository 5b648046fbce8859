"""What networks and chains share: names of shapes, looks of lines, headings, the key, alt text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.content import Diagram, Link, Node, Text, Tone
from briefer.geometry import EMU_PER_PT, Align, Color, Frame, Outline, inches, points
from briefer.layout.blocks.alternatives import shortened_alt
from briefer.layout.blocks.marks import MUTED, label_box, label_paragraph, label_style
from briefer.layout.boxes import Box, LineBox, Run, TextBox
from briefer.layout.inlines import ACCENT, Look, runs_of
from briefer.layout.setting import Setting
from briefer.layout.text import run_of
from briefer.template.model import LevelStyle

LEFT, RIGHT = 609600, 609600 + 10972800
FLOOR = inches(6.3)
"""How far down the content of a slide reaches."""

LABEL_SIZE, NOTE_SIZE, HEADING_SIZE = 16.0, 14.0, 14.0
LINE_TOP, LINE_LEFT, LINE_BOTTOM, LINE_RIGHT = 0, 1, 2, 3
"""The connection sites of a rectangle (ECMA-376, presetShapeDefinitions)."""

_KEY_TOP, _KEY_HEIGHT = inches(0.435), inches(0.255)
_SAMPLE = inches(0.45)
_MIXED = "Other or several"


@dataclass(frozen=True, slots=True)
class ToneLook:
    """How a tie is drawn, and its word in the key: never colour alone."""

    label: str
    line: Outline


TONES: Mapping[Tone, ToneLook] = {
    "pressure": ToneLook("Pressure", Outline(Color("accent2"), points(2.5))),
    "cooperation": ToneLook("Cooperation", Outline(Color("accent3"), points(2.5), "dash")),
    "plain": ToneLook("Other tie", Outline(Color("accent6"), points(1.5))),
}


def tone_of(links: Sequence[Link]) -> Tone:
    """Return the tone of links that share a line or a node: theirs, or none where they differ."""
    tones = {link.tone for link in links}
    return tones.pop() if len(tones) == 1 else "plain"


def unique_names(words: Iterable[str]) -> list[str]:
    """Return names of shapes, each once: connectors are glued to a shape by its name."""
    names: list[str] = []
    for word in words:
        name, count = word, 1
        while name in names:
            count += 1
            name = f"{word} ({count})"
        names.append(name)
    return names


def alt_of(block: Diagram, links: Iterable[Link], *after: str) -> str:
    """Return the alternative text: a sentence a link, solid lines before dashed ones.

    What comes `after` them is told last, or in the notes.
    """
    ordered = sorted(links, key=lambda link: link.tone == "cooperation")
    kind = "Network" if block.form == "network" else "Flow"
    told = [link.sentence for link in ordered if link.sentence]
    return shortened_alt(f"{kind} diagram.", (*told, *after))


def bold_style(size: float, *, color: Color, serif: bool = False, align: Align = "l") -> LevelStyle:
    """Return the style of a name."""
    style = replace(label_style(size, align=align, color=color), bold=True)
    return replace(style, font="major") if serif else style


def note_runs(
    node: Node, style: LevelStyle, look: Look, *, with_kind: bool = True
) -> tuple[Run, ...]:
    """Return the quieter line under a name: staff's note, else what kind of actor it is."""
    kind = (Text(node.kind),) if node.kind and with_kind else ()
    return runs_of(node.note or kind, style, look)


def heading_box(words: str, frame: Frame, setting: Setting) -> tuple[TextBox, bool]:
    """Return a small heading on one line, and whether its words had to be cut."""
    style = replace(bold_style(HEADING_SIZE, color=ACCENT), caps=True, tracking=0.6)
    shown, room = words, frame.w / EMU_PER_PT
    while shown and setting.setter.natural_width([run_of(shown, style)]) > room:
        shown = shown[:-2].rstrip() + "\N{HORIZONTAL ELLIPSIS}" if len(shown) > 2 else ""
    paragraph = label_paragraph([run_of(shown, style)], style, role="heading")
    box, _ = label_box(f"Heading: {words}", frame, [paragraph], setting, "ctr")
    return replace(box, tag="heading"), shown != words


def key_of(lines: Sequence[Sequence[Link]], setting: Setting) -> tuple[Box, ...]:
    """Return the key at the right of the kicker row, () where all lines are of one kind.

    `lines` are the links of each line; one whose links differ is drawn as neither of them.
    """
    tones = {tone_of(links) for links in lines}
    mixed = any(len({link.tone for link in links}) > 1 for links in lines)
    if len(tones) < 2:
        return ()
    style = label_style(NOTE_SIZE, color=MUTED)
    boxes: list[Box] = []
    right = RIGHT
    for tone in reversed([tone for tone in TONES if tone in tones]):
        look = TONES[tone]
        if mixed and tone == "plain":
            look = replace(look, label=_MIXED)
        run = run_of(look.label, style)
        width = points(setting.setter.natural_width([run]) + 3)
        frame = Frame(right - width, _KEY_TOP, width, _KEY_HEIGHT)
        words = label_paragraph([run], style)
        boxes.append(label_box(f"Key: {look.label}", frame, [words], setting, "ctr")[0])
        end, middle = frame.x - inches(0.1), _KEY_TOP + _KEY_HEIGHT // 2
        name = f"Key line: {look.label}"
        boxes.append(LineBox(name, end - _SAMPLE, middle, end, middle, look.line))
        right = end - _SAMPLE - inches(0.3)
    return tuple(reversed(boxes))
