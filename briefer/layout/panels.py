"""Fill one place of a pattern: choose the level, measure, and split what does not fit.

In: content paragraphs and a placeholder. Out: a text box, and the paragraphs left over. Must not
know: slide kinds, other places. A place tries the levels of its ladder in order, then continues on
a further page; text is never shrunk below the last step (design page "slides", sections 5, 12).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefer.content import CiteMark, Inline, Para, Text
from briefer.errors import TemplateError
from briefer.geometry import EMU_PER_PT, Color, Frame, points
from briefer.layout.boxes import Line, Paragraph, Tag, TextBox
from briefer.layout.inlines import Look, SlideNumbers, paragraph_of
from briefer.layout.patterns import Place
from briefer.layout.text import TextSetter, break_positions
from briefer.template.model import Placeholder, Template

GOLD = "Signature gold"
INSET_REACH = 4.0
"""How far in pt a panel's last line may reach into the bottom inset."""

BODY_FLOOR = 18.0
"""The smallest size in pt of body text."""

LISTED_SIZES = (48.0, 40.0, 28.0, 24.0, 22.0, 20.0, 18.0)
"""The type sizes in pt of which body text may step down one."""

LABEL_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 12.0)
"""Sizes in pt that a label or name may step down to; body text never does."""


@dataclass(frozen=True)
class Setting:
    """What every arranger needs: the template, the text setter, and known slide numbers."""

    template: Template
    setter: TextSetter
    numbers: SlideNumbers

    def look(self, placeholder: Placeholder | None = None) -> Look:
        """Return how inlines look on a placeholder: gold markers on inverse panels."""
        if placeholder is not None and _inverse(placeholder) and GOLD in self.template.colors:
            return Look(self.numbers, Color(rgb=self.template.colors[GOLD]))
        return Look(self.numbers)


def _inverse(placeholder: Placeholder) -> bool:
    """Return whether a placeholder's text stands on navy."""
    if placeholder.fill is not None:
        return placeholder.fill.slot == "tx2"
    return any(level.color.slot == "bg1" for level in placeholder.levels[:2])


@dataclass(frozen=True)
class Filled:
    """A filled place: its box, the paragraphs left over, and whether words had to be cut."""

    box: TextBox
    rest: tuple[Para, ...] = ()
    shortened: bool = False


def required(template: Template, layout: str, idx: int) -> Placeholder:
    """Return a placeholder an arranger cannot do without; raise TemplateError when it is absent."""
    placeholder = template.layout(layout).placeholder(idx)
    if placeholder is None:
        raise TemplateError(
            f"Layout {layout!r} of template {template.path.name} has no placeholder {idx}.",
            hint="Use a house template, or add the placeholder.",
        )
    return placeholder


def text_area(box: TextBox) -> Frame:
    """Return the frame of a box less its insets."""
    inset = box.insets
    return Frame(
        box.frame.x + inset.left,
        box.frame.y + inset.top,
        max(box.frame.w - inset.left - inset.right, 1),
        max(box.frame.h - inset.top - inset.bottom, 1),
    )


def empty_box(placeholder: Placeholder, *, tag: Tag = "paragraph") -> TextBox:
    """Return a text box on a placeholder, without words."""
    return TextBox(
        name=placeholder.name,
        frame=placeholder.frame,
        paragraphs=(),
        idx=placeholder.idx,
        ph_type=placeholder.type,
        anchor=placeholder.anchor,
        insets=placeholder.insets,
        fill=placeholder.fill,
        outline=placeholder.outline,
        tag=tag,
    )


def set_in(
    box: TextBox, paragraphs: Sequence[Paragraph], setter: TextSetter
) -> tuple[TextBox, float]:
    """Return the box with paragraphs broken, placed and anchored, and their height in pt."""
    area = text_area(box)
    placed, height = _stack(paragraphs, area, setter)
    slack = area.h / EMU_PER_PT - height
    shift = {"t": 0.0, "ctr": slack / 2, "b": slack}[box.anchor]
    if shift:
        placed = [_moved(paragraph, points(shift)) for paragraph in placed]
    return replace(box, paragraphs=tuple(placed)), height


def _stack(
    paragraphs: Sequence[Paragraph], area: Frame, setter: TextSetter
) -> tuple[list[Paragraph], float]:
    """Return paragraphs set one under the other, and the height in pt of all."""
    placed: list[Paragraph] = []
    top = 0.0
    bottom = 0.0
    for paragraph in paragraphs:
        top += paragraph.style.space_before if placed else 0.0
        done, height = setter.set(paragraph, area, top)
        placed.append(done)
        bottom = top + height
        after = paragraph.space_after
        top = bottom + (paragraph.style.space_after if after is None else after)
    return placed, bottom


def _moved(paragraph: Paragraph, down: int) -> Paragraph:
    """Return the paragraph moved down by `down` EMU."""
    lines = tuple(
        Line(line.baseline + down, line.pieces, line.bullet_x) for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)


def fits(box: TextBox, height: float) -> bool:
    """Return whether text of `height` pt fits in the box.

    A filled panel lets a last line reach a little into its bottom inset.
    """
    spare = min(box.insets.bottom / EMU_PER_PT / 2, INSET_REACH)
    return height <= text_area(box).h / EMU_PER_PT + 0.5 + spare


def fill(paras: Sequence[Para], place: Place, ph: Placeholder, setting: Setting) -> Filled:
    """Return the place filled with as many paragraphs as fit, and the rest."""
    tag: Tag = "list" if any(para.role == "point" for para in paras) else "paragraph"
    box = empty_box(ph, tag=tag)
    steps = max((len(levels) for levels in place.roles.values()), default=1)
    for step in range(steps):
        done, height = set_in(box, _paragraphs(paras, place, ph, setting, step), setting.setter)
        if fits(box, height):
            return Filled(balanced(done, setting.setter) if place.balanced else done)
    last = _paragraphs(paras, place, ph, setting, steps - 1)
    if steps == 1:
        done, height = set_in(box, [_stepped(paragraph) for paragraph in last], setting.setter)
        if fits(box, height):
            return Filled(done)
    return _split(paras, place, ph, setting, box, steps - 1)


def balanced(box: TextBox, setter: TextSetter) -> TextBox:
    """Return a box of one paragraph as narrow as its line count allows, by its right inset."""
    area = text_area(box)
    if len(box.paragraphs) != 1:
        return box
    (paragraph,) = box.paragraphs
    narrow = setter.balanced_width(paragraph, area.w)
    if narrow >= area.w:
        return box
    insets = replace(box.insets, right=box.insets.right + area.w - narrow)
    done, height = set_in(replace(box, insets=insets, own_insets=True), [paragraph], setter)
    same = len(done.paragraphs[0].lines) == len(paragraph.lines)
    return done if same and fits(done, height) else box


def _stepped(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph one listed size smaller, if that is still body size."""
    size = paragraph.style.size
    lower = max((listed for listed in LISTED_SIZES if listed < size), default=size)
    return _capped(paragraph, lower) if lower >= BODY_FLOOR else paragraph


def fill_label(paras: Sequence[Para], place: Place, ph: Placeholder, setting: Setting) -> Filled:
    """Return the place filled with all paragraphs: sizes step down, then words are cut.

    For names, dates and labels that belong on every page of a slide and cannot continue.
    """
    box = empty_box(ph)
    base = _paragraphs(paras, place, ph, setting, 0)
    largest = max((paragraph.style.size for paragraph in base), default=12.0)
    for ceiling in (largest, *(size for size in LABEL_SIZES if size < largest)):
        capped = [_capped(paragraph, ceiling) for paragraph in base]
        done, height = set_in(box, capped, setting.setter)
        if fits(box, height) and not _breaks_word(done, setting):
            return Filled(done)
    return Filled(_cut(box, capped, setting), shortened=True)


def _breaks_word(box: TextBox, setting: Setting) -> bool:
    """Return whether a word of the box is wider than its lines."""
    width = text_area(box).w / EMU_PER_PT
    return any(setting.setter.widest_word(p.runs) > width for p in box.paragraphs)


def _cut(box: TextBox, paragraphs: list[Paragraph], setting: Setting) -> TextBox:
    """Return the box with words of its longest paragraphs cut at an ellipsis until all fits.

    The last resort for labels; the page is marked as shortened, and the notes hold the words.
    """
    kept = list(paragraphs)
    while True:
        done, height = set_in(box, kept, setting.setter)
        if fits(box, height):
            return done
        index = max(range(len(kept)), key=lambda i: len(kept[i].text))
        run = max(kept[index].runs, key=lambda r: len(r.text), default=None)
        if run is None or len(run.text) < 4:
            if len(kept) == 1:
                return done
            kept.pop()
            continue
        words = run.text.rstrip("… ").rsplit(" ", 1)[0]
        shorter = words if len(words) < len(run.text) - 1 else run.text[: len(run.text) // 2]
        runs = tuple(
            replace(r, text=shorter.rstrip(" ,;:") + "…") if r is run else r
            for r in kept[index].runs
        )
        kept[index] = replace(kept[index], runs=runs)


def _capped(paragraph: Paragraph, ceiling: float) -> Paragraph:
    """Return the paragraph with no run larger than `ceiling` pt."""
    runs = tuple(replace(run, size=min(run.size, ceiling)) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def _levels(place: Place, para: Para, step: int) -> int:
    """Return the level of a paragraph at one step of the ladder."""
    levels = place.roles.get(para.role) or next(iter(place.roles.values()))
    return levels[min(step, len(levels) - 1)]


def _paragraphs(
    paras: Sequence[Para], place: Place, ph: Placeholder, setting: Setting, step: int
) -> list[Paragraph]:
    """Return paragraphs of a place at one step of its ladder, not yet broken."""
    look = setting.look(ph)
    made = []
    for para in paras:
        level = _levels(place, para, step)
        made.append(paragraph_of(para, ph.level(level), level, look))
    return made


def _split(
    paras: Sequence[Para],
    place: Place,
    ph: Placeholder,
    setting: Setting,
    box: TextBox,
    step: int,
) -> Filled:
    """Return the first paragraphs that fit, and the rest for a further page."""
    count = len(paras)
    while count > 0:
        done, height = set_in(
            box, _paragraphs(paras[:count], place, ph, setting, step), setting.setter
        )
        if fits(box, height) and any(para.role != "heading" for para in paras[:count]):
            break
        count -= 1
    items = [index for index, para in enumerate(paras) if para.role == "point"]
    left = [index for index in items if index >= count]
    if count and len(left) == 1 and len(items) - len(left) > 2:
        count -= 1
        done, _ = set_in(box, _paragraphs(paras[:count], place, ph, setting, step), setting.setter)
    headings = tuple(para for para in paras[:1] if para.role == "heading")
    if count:
        return Filled(done, (*headings, *paras[count:]))
    return _split_paragraph(paras, place, ph, setting, box, step)


def _split_paragraph(
    paras: Sequence[Para],
    place: Place,
    ph: Placeholder,
    setting: Setting,
    box: TextBox,
    step: int,
) -> Filled:
    """Return the box with the part of a single long paragraph that fits, and the rest.

    Both parts carry the paragraph's markers, so that each page cites its source.
    """
    headings = tuple(para for para in paras[:1] if para.role == "heading")
    body = paras[len(headings)]
    later = tuple(paras[len(headings) + 1 :])

    def box_of(head: Para) -> tuple[TextBox, float]:
        """Return the box holding the headings and `head`, and the height in pt."""
        made = _paragraphs((*headings, head), place, ph, setting, step)
        return set_in(box, made, setting.setter)

    def room_for(position: int) -> bool:
        """Return whether the words before `position` fit."""
        return fits(box, box_of(cut_para(body, position)[0])[1])

    position = _last_fitting(break_positions(body.text), room_for)
    if position is None:
        position = _last_fitting(range(1, len(body.text)), room_for)
    if position is None:
        made = _paragraphs(paras[: len(headings) + 1], place, ph, setting, step)
        return Filled(
            _cut(box, made, setting), (*headings, *later) if later else (), shortened=True
        )
    head, tail = cut_para(body, _sentence_end(body.text, position))
    return Filled(box_of(head)[0], (*headings, tail, *later))


def _last_fitting(positions: Sequence[int], room_for: Callable[[int], bool]) -> int | None:
    """Return the last of ascending positions that fits, or None when none does."""
    low, high = 0, len(positions)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if room_for(positions[middle]) else (low, middle)
    return positions[low - 1] if low else None


def _sentence_end(text: str, position: int) -> int:
    """Return the last sentence end before `position` if that keeps two thirds, else `position`."""
    for mark in (". ", "? ", "! ", "; "):
        found = text.rfind(mark, position * 2 // 3, position)
        if found > 0 and not text[:found].endswith("."):
            return found + len(mark)
    return position


def cut_para(para: Para, position: int) -> tuple[Para, Para]:
    """Return the paragraph in two at a character of its words; both keep its markers."""
    head: list[Inline] = []
    tail: list[Inline] = []
    used = 0
    for inline in para.inlines:
        if not isinstance(inline, Text):
            tail.append(inline)
            if isinstance(inline, CiteMark):
                head.append(inline)
            continue
        before = inline.text[: max(0, position - used)]
        after = inline.text[max(0, position - used) :]
        used += len(inline.text)
        if before:
            head.append(replace(inline, text=before.rstrip() if not after else before))
        if after:
            tail.append(replace(inline, text=after))
    words = [i for i, inline in enumerate(head) if isinstance(inline, Text)]
    if words:
        last = head[words[-1]]
        assert isinstance(last, Text)
        head[words[-1]] = replace(last, text=last.text.rstrip())
    return replace(para, inlines=tuple(head)), replace(para, inlines=tuple(tail))
