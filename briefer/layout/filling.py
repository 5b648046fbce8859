"""Fill one place of a pattern: choose the level, measure, and split what does not fit.

In: content paragraphs and a placeholder. Out: a text box, and the paragraphs left over. Must not
know: slide kinds, other places. A place tries the levels of its ladder in order, steps body text
down one listed size, then continues on a further page (design page "slides", sections 5 and 12).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.content import Para
from briefer.geometry import EMU_PER_PT
from briefer.layout.boxes import Paragraph, TextBox
from briefer.layout.cutting import cut_para, most_fitting, sentence_end
from briefer.layout.fitting import balanced, empty_box, fits, most_in, set_in, text_area
from briefer.layout.inlines import paragraph_of
from briefer.layout.patterns import Place
from briefer.layout.setting import Setting
from briefer.layout.text import breaks_of_page
from briefer.template.model import Placeholder

BODY_FLOOR = 18.0
"""The smallest size in pt of body text."""

_FAR_TOO_MUCH = 8
"""Times the height of a place from which on it does not matter how much too long a text is."""

LISTED_SIZES = (48.0, 40.0, 28.0, 24.0, 22.0, 20.0, 18.0)
"""The type sizes in pt of which body text may step down one."""

LABEL_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 12.0)
"""Sizes in pt that a label or name may step down to; body text never does."""


@dataclass(frozen=True)
class Filled:
    """A filled place: its box, the paragraphs left over, and whether words had to be cut."""

    box: TextBox
    rest: tuple[Para, ...] = ()
    shortened: bool = False


@dataclass(frozen=True)
class Filler:
    """Fills one place of a page, on one placeholder."""

    place: Place
    placeholder: Placeholder
    setting: Setting

    def height(self, paras: Sequence[Para]) -> int:
        """Return the height in EMU that a box of all paragraphs takes at their largest size.

        What only reaches into an inset, as `fits` allows, takes no more than the placeholder has.
        """
        if not paras:
            return 0
        box = empty_box(self.placeholder)
        _, height = set_in(box, self._paragraphs(paras, 0), self.setting.setter)
        taken = math.ceil(height * EMU_PER_PT) + box.insets.top + box.insets.bottom
        return min(taken, box.frame.h) if fits(box, height) else taken

    def flow(self, paras: Sequence[Para]) -> Filled:
        """Return the place filled with as many paragraphs as fit and may stand there, and the rest.

        Points beyond the most that a page may have are shared evenly between pages.
        """
        later = _later(paras, self.place.most)
        filled = self._flowed(paras[: len(paras) - len(later)])
        return replace(filled, rest=(*filled.rest, *later)) if later else filled

    def _flowed(self, paras: Sequence[Para]) -> Filled:
        """Return the place filled with as many paragraphs as fit, and the rest."""
        listed = any(para.role == "point" for para in paras)
        box = empty_box(self.placeholder, tag="list" if listed else "paragraph")
        steps = max((len(levels) for levels in self.place.roles.values()), default=1)
        for step in range(steps):
            done, fitting = self._set(box, self._paragraphs(paras, step))
            if fitting:
                wanted = self.place.balanced
                return Filled(balanced(done, self.setting.setter) if wanted else done)
        if steps == 1:
            smaller = [_stepped(paragraph) for paragraph in self._paragraphs(paras, 0)]
            done, fitting = self._set(box, smaller)
            if fitting:
                return Filled(done)
        return self._split(paras, box, steps - 1)

    def label(self, paras: Sequence[Para]) -> Filled:
        """Return the place filled with all paragraphs: sizes step down, then words are cut.

        For names, dates and labels that belong on every page of a slide and cannot continue. A
        word wider than its line at every size is broken, which loses less than cutting it.
        """
        box = empty_box(self.placeholder)
        base = self._paragraphs(paras, 0)
        largest = max((paragraph.style.size for paragraph in base), default=12.0)
        capped, broken = base, None
        for ceiling in (largest, *(size for size in LABEL_SIZES if size < largest)):
            capped = [_capped(paragraph, ceiling) for paragraph in base]
            done, fitting = self._set(box, capped)
            if fitting and not self._breaks_word(done):
                return Filled(done)
            if fitting and broken is None:
                broken = Filled(done)
        return broken or Filled(self._shortened(box, capped), shortened=True)

    def _set(self, box: TextBox, paragraphs: Sequence[Paragraph]) -> tuple[TextBox, bool]:
        """Return the box with paragraphs in it, all of them if they fit, and whether they do."""
        done, height = set_in(box, paragraphs, self.setting.setter, most=most_in(box))
        return done, fits(box, height)

    def _paragraphs(self, paras: Sequence[Para], step: int) -> list[Paragraph]:
        """Return paragraphs at one step of the place's ladder, not yet broken."""
        look = self.setting.look(self.placeholder)
        made = []
        for para in paras:
            levels = self.place.roles.get(para.role) or next(iter(self.place.roles.values()))
            level = levels[min(step, len(levels) - 1)]
            made.append(paragraph_of(para, self.placeholder.level(level), level, look))
        return _grouped(made)

    def _breaks_word(self, box: TextBox) -> bool:
        """Return whether a word of the box is wider than its lines."""
        width = text_area(box).w / EMU_PER_PT
        return any(self.setting.setter.widest_word(p.runs) > width for p in box.paragraphs)

    def _shortened(self, box: TextBox, paragraphs: Sequence[Paragraph]) -> TextBox:
        """Return the box with words of its longest paragraphs cut until all fits.

        The last resort; the page is marked as shortened, which is a finding.
        """
        kept = list(paragraphs)
        room = max(text_area(box).h / EMU_PER_PT, 1.0)
        while True:
            done, height = set_in(box, kept, self.setting.setter, most=_FAR_TOO_MUCH * room)
            if fits(box, height):
                return done
            index = max(range(len(kept)), key=lambda i: len(kept[i].text))
            shorter = _with_fewer_words(kept[index], min(1.0, 1.5 * room / height))
            if shorter is not None:
                kept[index] = shorter
            elif len(kept) > 1:
                kept.pop()
            else:
                return done

    def _split(self, paras: Sequence[Para], box: TextBox, step: int) -> Filled:
        """Return the first paragraphs that fit, and the rest for a further page."""
        headings = tuple(para for para in paras[:1] if para.role == "heading")

        def room_for(count: int) -> bool:
            """Return whether the first paragraphs fit."""
            return self._set(box, self._paragraphs(paras[:count], step))[1]

        count = most_fitting(range(len(headings) + 1, len(paras) + 1), room_for)
        if count is None:
            return self._split_paragraph(paras, box, step)
        count = max(_without_head_alone(paras, _without_orphan(paras, count)), len(headings) + 1)
        done, _ = self._set(box, self._paragraphs(paras[:count], step))
        return Filled(done, (*headings, *paras[count:]))

    def _split_paragraph(self, paras: Sequence[Para], box: TextBox, step: int) -> Filled:
        """Return the box with the part of a single long paragraph that fits, and the rest.

        Both parts carry the paragraph's markers, so that each page cites its source.
        """
        headings = tuple(para for para in paras[:1] if para.role == "heading")
        body = paras[len(headings)]
        later = tuple(paras[len(headings) + 1 :])

        def room_for(position: int) -> bool:
            """Return whether the words before `position` fit."""
            head = cut_para(body, position)[0]
            return self._set(box, self._paragraphs((*headings, head), step))[1]

        position = most_fitting(breaks_of_page(body.text), room_for)
        if position is None:
            position = most_fitting(range(1, len(body.text)), room_for)
        if position is None:
            made = self._paragraphs((*headings, body), step)
            left = (*headings, *later) if later else ()
            return Filled(self._shortened(box, made), left, shortened=True)
        head, tail = cut_para(body, sentence_end(body.text, position))
        done, _ = self._set(box, self._paragraphs((*headings, head), step))
        return Filled(done, (*headings, tail, *later))


def _grouped(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return points as far from the next one as is usual at its level.

    A point thus stands nearer to the points under it than to those of its own level.
    """
    made = list(paragraphs)
    for index, (one, other) in enumerate(itertools.pairwise(paragraphs)):
        if one.style.bullet and other.style.bullet and one.level != other.level:
            made[index] = replace(one, space_after=other.style.space_after)
    return made


def _stepped(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph one listed size smaller, if that is still body size."""
    size = paragraph.style.size
    lower = max((listed for listed in LISTED_SIZES if listed < size), default=size)
    return _capped(paragraph, lower) if lower >= BODY_FLOOR else paragraph


def _capped(paragraph: Paragraph, ceiling: float) -> Paragraph:
    """Return the paragraph with no run larger than `ceiling` pt."""
    if all(run.size <= ceiling for run in paragraph.runs):
        return paragraph
    runs = tuple(replace(run, size=min(run.size, ceiling)) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def _without_orphan(paras: Sequence[Para], count: int) -> int:
    """Return how many paragraphs to take so that no single point is left for the next page."""
    points = [index for index, para in enumerate(paras) if para.role == "point"]
    left = [index for index in points if index >= count]
    return count - 1 if len(left) == 1 and len(points) > 3 else count


def _later(paras: Sequence[Para], most: int) -> tuple[Para, ...]:
    """Return the paragraphs from the first point on that is one too many for a page."""
    points = [index for index, para in enumerate(paras) if para.role == "point"]
    if not most or len(points) <= most:
        return ()
    pages = math.ceil(len(points) / most)
    return tuple(paras[points[math.ceil(len(points) / pages)] :])


def _without_head_alone(paras: Sequence[Para], count: int) -> int:
    """Return how many paragraphs to take so that no label or name is parted from what follows."""
    last, following = paras[count - 1].role, paras[count].role if count < len(paras) else "body"
    heads = (last, following) in (("label", "value"), ("value", "note"), ("point", "body"))
    return count - 1 if heads and count > 1 else count


def _with_fewer_words(paragraph: Paragraph, share: float) -> Paragraph | None:
    """Return the paragraph with the end of its longest run cut, or None when nothing is left.

    At least one word goes; `share` of the run's characters is the most that stays.
    """
    run = max(paragraph.runs, key=lambda r: len(r.text), default=None)
    if run is None or len(run.text) < 4:
        return None
    stays = run.text[: max(4, int(len(run.text) * share))]
    words = stays.rstrip("… ").rsplit(" ", 1)[0]
    shorter = words if len(words) < len(run.text) - 1 else stays[: len(run.text) // 2]
    cut = replace(run, text=shorter.rstrip(" ,;:") + "…")
    return replace(paragraph, runs=tuple(cut if r is run else r for r in paragraph.runs))
