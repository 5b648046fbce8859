"""A template tried on a briefing: its name for people, what of it fits, the first slides on it.

In: a briefing with its records, a template's name or path. Out: images and words. It runs in the
thread that lays out pages. Must not know: dialogs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QImage

from briefer.citations import STYLES, Style
from briefer.draw.image import render_page
from briefer.errors import TemplateError
from briefer.layout.boxes import Page
from briefer.layout.patterns import PATTERNS
from briefer.pipeline import Built, build
from briefer.storyboard.briefing import Briefing
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.model import Template
from briefer.ui.templates import Templates

SHOWN = 4
"""How many slides show a template."""
_FIRST = 8
"""How many cards are laid out to choose them from."""
_LARGE, _SMALL = 560, 200
"""Widths of the first picture and of the others, in px."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a template serves a briefing: pictures where it does, else why it does not."""

    name: str
    pictures: tuple[QImage, ...] = ()
    matched: int = 0
    wanted: int = 0
    missing: tuple[str, ...] = ()
    problem: str = ""

    @property
    def fits(self) -> bool:
        """Whether the briefing can be shown on it."""
        return not self.problem

    @property
    def words(self) -> str:
        """What of the template fits: "11 of 12 layouts matched; missing: Quote"."""
        told = f"{self.matched} of {self.wanted} layouts matched"
        return f"{told}; missing: {', '.join(self.missing)}" if self.missing else told


def template_label(name: str) -> str:
    """Return a template's name for people: a house template's label, else its file's name."""
    wanted = name or next(iter(HOUSE_TEMPLATES))
    return HOUSE_TEMPLATES[wanted].label if wanted in HOUSE_TEMPLATES else Path(name).name


def layouts_wanted() -> tuple[str, ...]:
    """Return the names of the layouts that slides stand on."""
    names = [
        name
        for pattern in PATTERNS.values()
        for name in (pattern.layout, pattern.plain, pattern.pictured)
        if name
    ]
    return tuple(dict.fromkeys(names))


def try_template(
    templates: Templates,
    name: str,
    built: Built,
    *,
    pictures: Path | None = None,
    styles: Mapping[str, Style] = STYLES,
) -> Trial:
    """Return how a template serves a briefing; a template that cannot be read is told, not raised.

    Only the first cards are laid out: a long briefing is shown as soon as a short one.
    """
    try:
        template = templates.get(name)
        start = _beginning(built.briefing)
        trial = build(start, built.records, template, pictures=pictures, styles=styles)
    except TemplateError as error:
        return _refused(templates, name, error)
    missing = _missing(template)
    wanted = len(layouts_wanted())
    shown = _telling(trial.pages)
    images = tuple(
        render_page(page, template, _SMALL if place else _LARGE) for place, page in enumerate(shown)
    )
    return Trial(name, images, wanted - len(missing), wanted, missing)


def _refused(templates: Templates, name: str, error: TemplateError) -> Trial:
    """Return what is wrong with a template, and what of it would fit where it can be read."""
    wanted = len(layouts_wanted())
    try:
        missing = _missing(templates.get(name))
    except TemplateError:
        return Trial(name, problem=str(error), wanted=wanted)
    return Trial(name, (), wanted - len(missing), wanted, missing, problem=str(error))


def _missing(template: Template) -> tuple[str, ...]:
    """Return the names of the layouts that a template lacks."""
    held = {layout.name for layout in template.layouts}
    return tuple(name for name in layouts_wanted() if name not in held)


def _beginning(briefing: Briefing) -> Briefing:
    """Return a briefing with its first cards only."""
    left, sections = _FIRST, []
    for section in briefing.sections:
        sections.append(replace(section, cards=section.cards[:left]))
        left -= len(sections[-1].cards)
    return replace(briefing, sections=tuple(sections))


def _telling(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the first page and pages of other kinds, as far as there are."""
    kinds = {page.kind: page for page in reversed(pages[1:]) if page.kind != "sources"}
    others = [page for page in pages[1:] if kinds.get(page.kind) is page]
    rest = [page for page in pages[1:] if page not in others]
    return (*pages[:1], *(others + rest)[: SHOWN - 1])
