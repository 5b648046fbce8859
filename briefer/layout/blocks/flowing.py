"""Text that flows through the small boxes of a diagram, page after page, at one size.

In: paragraphs, a width and a room in EMU. Out: what fits, what is left, and boxes of it. Must not
know: what the box stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.content import Para
from briefer.geometry import EMU_PER_PT, Color, Frame, points
from briefer.layout.blocks.marks import label_paragraph, label_style
from briefer.layout.boxes import Paragraph, TextBox
from briefer.layout.cutting import cut_para, most_fitting, sentence_end
from briefer.layout.fitting import set_in
from briefer.layout.inlines import runs_of
from briefer.layout.setting import Setting
from briefer.layout.text import breaks_of_page

Paras = tuple[Para, ...]


@dataclass(frozen=True)
class Flow:
    """Sets paragraphs of `size` pt in boxes `width` EMU wide, `gap` pt apart."""

    width: int
    setting: Setting
    size: float = 16.0
    gap: float = 6.0

    def height(self, paras: Sequence[Para]) -> int:
        """Return the height in EMU of paragraphs."""
        lines = sum(self._lines(para) for para in paras)
        leading = label_paragraph((), label_style(self.size)).spacing_pt
        return points(lines * leading + max(len(paras) - 1, 0) * self.gap)

    def split(self, paras: Sequence[Para], room: int) -> tuple[Paras, Paras]:
        """Return the paragraphs that have room, and the rest; one that is too long is parted."""
        shown: list[Para] = []
        for index, para in enumerate(paras):
            if self.height((*shown, para)) <= room:
                shown.append(para)
                continue
            if not shown:
                head, tail = self._parted(para, room)
                return (head,), (*tail, *paras[index + 1 :])
            return tuple(shown), tuple(paras[index:])
        return tuple(shown), ()

    def box(self, name: str, frame: Frame, paras: Sequence[Para]) -> TextBox:
        """Return a text box of paragraphs."""
        box = TextBox(name=name, frame=frame, paragraphs=())
        placed, _ = set_in(box, [self._paragraph(para) for para in paras], self.setting.setter)
        return placed

    def _parted(self, para: Para, room: int) -> tuple[Para, Paras]:
        """Return as much of a paragraph as has room, and what is left of it."""
        text = para.text
        cut = most_fitting(
            breaks_of_page(text), lambda at: self.height((cut_para(para, at)[0],)) <= room
        )
        at = cut or most_fitting(
            range(1, len(text)), lambda end: self.height((cut_para(para, end)[0],)) <= room
        )
        if not at:
            return para, ()
        head, tail = cut_para(para, sentence_end(text, at))
        return head, (tail,)

    def _lines(self, para: Para) -> int:
        width = self.width / EMU_PER_PT
        return self.setting.setter.line_count(self._paragraph(para).runs, width)

    def _paragraph(self, para: Para) -> Paragraph:
        style = label_style(self.size, color=Color("tx1"))
        runs = runs_of(para.inlines, style, self.setting.look())
        paragraph = label_paragraph(runs, style, origin=para.origin, role=para.role)
        return replace(paragraph, space_after=self.gap)
