"""Pages to a .pptx on the template's own masters and layouts.

In: pages and the template they were laid out for. Out: a file, whole or not at all, the same bytes
for the same input. Must not know: slides' content, records, kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from briefer.errors import CancelledError, ExportError
from briefer.layout.boxes import Page, Properties
from briefer.provenance import Origins
from briefer.template.model import Template
from briefer.writers.pptx.chart import Charts
from briefer.writers.pptx.looks import Looks
from briefer.writers.pptx.markup import part_bytes
from briefer.writers.pptx.notes import NotesWriter
from briefer.writers.pptx.package import (
    layout_parts,
    open_template,
    presentation_part,
    reachable,
    write_package,
)
from briefer.writers.pptx.parts import NewPart, NewParts, Related
from briefer.writers.pptx.pictures import Pictures
from briefer.writers.pptx.presentation import list_sections, list_slides
from briefer.writers.pptx.properties import property_parts
from briefer.writers.pptx.provenance import Tracer, add_manifest
from briefer.writers.pptx.shapes import shape_of
from briefer.writers.pptx.slide import Draft, Shared, slide_of
from briefer.writers.pptx.table import read_look
from briefer.writers.target import check_target, replacing


def _no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


def write_deck(
    pages: Sequence[Page],
    template: Template,
    target: Path,
    *,
    properties: Properties,
    origins: Origins | None = None,
    overwrite: bool = False,
    progress: Callable[[int, int], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> None:
    """Write the pages as a .pptx; `progress(done, total)` is called after every page.

    With `origins` the deck tells where its words come from (docs/provenance.md).

    Raises ExportError if the target cannot be written (it exists and `overwrite` is not set, its
    folder is missing or closed to us, the disk is full), TemplateError if the template's file
    cannot be read, CancelledError as soon as `cancelled()` is true. In all three cases nothing is
    left behind and an old file stays as it was.
    """

    def check() -> None:
        if cancelled():
            raise CancelledError("The export was cancelled.", hint="Nothing was written.")

    check_target(target, overwrite=overwrite)
    _check_not_template(template, target)
    presentation = presentation_part(open_template(template))
    kept = reachable(presentation)
    styles = [part.blob for part in kept if part.content_type == CONTENT_TYPE.PML_TABLE_STYLES]
    parts = NewParts(part.partname for part in kept)
    slides = [_new_slide(parts, index) for index in range(1, len(pages) + 1)]
    shared = Shared(
        Looks(template),
        layout_parts(presentation),
        {page.number: slide for page, slide in zip(pages, slides, strict=True)},
        Pictures(parts),
        Charts(parts),
        read_look(styles[0] if styles else None),
        Tracer(origins, parts) if origins else None,
    )
    notes = NotesWriter(presentation, parts, properties.language)
    for index, (page, slide) in enumerate(zip(pages, slides, strict=True), start=1):
        check()
        _write_slide(page, slide, shared)
        if page.notes.strip():
            notes.write(slide, page.notes, number=index)
        progress(index, len(pages))
    related = Related(str(presentation.partname), set(presentation.rels))
    slide_ids = list_slides(presentation, related, slides)
    list_sections(presentation, pages, slide_ids=slide_ids)
    if shared.tracer:
        add_manifest(related, shared.tracer, pages, slide_ids)
    documents = property_parts(
        properties, slides=len(pages), notes=sum(bool(p.notes.strip()) for p in pages)
    )
    with replacing(target, overwrite=overwrite) as stream:
        write_package(
            stream, presentation, related, tuple(parts), properties=documents, check=check
        )


def _new_slide(parts: NewParts, number: int) -> NewPart:
    return parts.add(f"/ppt/slides/slide{number}.xml", CONTENT_TYPE.PML_SLIDE)


def _write_slide(page: Page, slide: NewPart, shared: Shared) -> None:
    layout = shared.template.layout(page.layout)
    slide.related.to(RELATIONSHIP_TYPE.SLIDE_LAYOUT, shared.layout_part(page.layout).name)
    draft = Draft(shared, page, slide, layout)
    slide.data = part_bytes(slide_of("".join([shape_of(box, draft) for box in page.boxes])))


def _check_not_template(template: Template, target: Path) -> None:
    """Raise ExportError if the deck would replace the template it is made from."""
    if target.exists() and template.path.exists() and target.samefile(template.path):
        raise ExportError(
            f"{target} is the template of this deck.", hint="Choose another name or folder."
        )
