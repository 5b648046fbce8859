"""PDF, handout and pictures of a built briefing: pages painted, finished, written.

In: what `pipeline.build` made, and its template. Out: files, whole or not at all, the same bytes
for the same input. Needs a QGuiApplication, but no window and no display. Used by window and
command line alike.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefer.draw.application import has_fonts, painting_application
from briefer.draw.fonts import Fonts
from briefer.draw.image import png_of, render_page
from briefer.draw.pdf import paint_pdf
from briefer.errors import BrieferError, CancelledError
from briefer.geometry import Frame
from briefer.layout.boxes import Sheet
from briefer.layout.entries import entry_pages
from briefer.layout.handout import handout_sheets
from briefer.layout.text import setter_of
from briefer.pipeline import (
    Built,
    ExportReport,
    check_findings,
    check_marking,
    picture_names,
    properties_of,
    report_of,
)
from briefer.template.model import Template
from briefer.writers.folder import filling
from briefer.writers.pdf import finish_pdf
from briefer.writers.target import check_target, replacing

PICTURE_WIDTH = 1920
"""Of a picture in pixels, unless told."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def _nothing(done: int, total: int) -> None:
    """Take a step of progress and do nothing with it."""


def _never() -> bool:
    """Return that nobody cancelled."""
    return False


@contextlib.contextmanager
def painting() -> Iterator[None]:
    """Paint in this block without a window; raise BrieferError where there are no fonts."""
    application = painting_application()
    if not has_fonts():
        raise BrieferError(
            "There are no fonts on this computer, so nothing can be painted.",
            hint="Install some: sudo apt-get install fonts-crosextra-carlito",
        )
    yield
    del application


def export_pdf(
    built: Built,
    template: Template,
    target: Path,
    *,
    author: str = "",
    overwrite: bool = False,
    progress: Progress = _nothing,
    cancelled: Cancelled = _never,
) -> ExportReport:
    """Write the pages of a built briefing as a PDF, one a page, and return what was written.

    `progress(done, total)` is called after every page. Raise ExportError when an error that
    nobody has overridden holds the export back, when the target cannot be written, or exists
    without `overwrite`; raise CancelledError when `cancelled` says so. In all cases nothing is
    left behind.
    """
    check_marking(built)
    check_findings(built)
    check_target(target, overwrite=overwrite)
    whole = Frame(0, 0, template.width, template.height)
    sheets = [
        Sheet(template.width, template.height, (), page, whole, page.title, page.section)
        for page in built.pages
    ]
    steps = _Steps(len(sheets), progress, cancelled)
    return _write(built, template, target, sheets, author=author, overwrite=overwrite, steps=steps)


def export_handout(
    built: Built,
    template: Template,
    target: Path,
    *,
    author: str = "",
    overwrite: bool = False,
    progress: Progress = _nothing,
    cancelled: Cancelled = _never,
) -> ExportReport:
    """Write a handout as a PDF: each page's picture, its notes and its sources in full.

    Raise as `export_pdf` does; `progress` counts sheets of paper.
    """
    check_marking(built)
    check_findings(built)
    check_target(target, overwrite=overwrite)
    sheets = handout_sheets(built.deck, built.pages, template, setter_of(template))
    steps = _Steps(len(sheets), progress, cancelled)
    return _write(built, template, target, sheets, author=author, overwrite=overwrite, steps=steps)


def export_pictures(
    built: Built,
    template: Template,
    folder: Path,
    *,
    width_px: int = PICTURE_WIDTH,
    overwrite: bool = False,
    progress: Progress = _nothing,
    cancelled: Cancelled = _never,
) -> ExportReport:
    """Write each page as a PNG into a folder, which is made where it is not there.

    Raise ExportError when the folder cannot be written, or holds a picture of one of the names
    without `overwrite`; raise CancelledError when `cancelled` says so. In both cases nothing is
    left behind.
    """
    check_marking(built)
    check_findings(built)
    names = picture_names(built.pages)
    steps = _Steps(len(names), progress, cancelled)
    fonts = Fonts(template)
    with filling(folder, names, overwrite=overwrite) as part:
        for page, name in zip(built.pages, names, strict=True):
            steps.check()
            (part / name).write_bytes(png_of(render_page(page, template, width_px, fonts=fonts)))
            steps.told()
    return report_of(built, folder)


class _Steps:
    """Counts pages that are painted, and stops where somebody cancelled."""

    def __init__(self, total: int, progress: Progress, cancelled: Cancelled) -> None:
        self._done, self._total = 0, total
        self._progress = progress
        self._cancelled = cancelled

    def told(self) -> None:
        """Count a step; raise CancelledError where it was the last one wanted."""
        self._done += 1
        self._progress(self._done, self._total)
        self.check()

    def check(self) -> None:
        """Raise CancelledError where somebody cancelled."""
        if self._cancelled():
            raise CancelledError("The export was cancelled.", hint="Nothing was written.")


def _write(
    built: Built,
    template: Template,
    target: Path,
    sheets: Sequence[Sheet],
    *,
    author: str,
    overwrite: bool,
    steps: _Steps,
) -> ExportReport:
    """Paint sheets, finish them and write the file."""
    steps.check()
    done = finish_pdf(
        paint_pdf(sheets, template, painted=steps.told),
        sheets,
        template,
        properties=properties_of(built, author=author),
        entries=entry_pages(built.pages),
    )
    steps.check()
    with replacing(target, overwrite=overwrite) as stream:
        stream.write(done)
    return report_of(built, target)
