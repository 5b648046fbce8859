"""Pages to a .pptx on the template's own masters and layouts.

In: pages and the template they were laid out for. Out: a file, whole or not at all, the same bytes
for the same input. Must not know: slides' content, records, kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from briefer.errors import CancelledError, ExportError
from briefer.layout.boxes import Page, Properties
from briefer.provenance import Origins
from briefer.template.model import Template
from briefer.writers.pptx.chart import Charts
from briefer.writers.pptx.notes import NotesWriter
from briefer.writers.pptx.package import (
    layout_parts,
    open_template,
    presentation_part,
    reachable,
    write_package,
)
from briefer.writers.pptx.pictures import Pictures
from briefer.writers.pptx.presentation import list_sections, list_slides
from briefer.writers.pptx.properties import property_parts
from briefer.writers.pptx.provenance import Tracer, add_manifest
from briefer.writers.pptx.shapes import add_box
from briefer.writers.pptx.slide import Draft, Shared, new_slide
from briefer.writers.pptx.table import read_look
from briefer.writers.pptx.xml import to_bytes
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
    package = open_template(template)
    presentation = presentation_part(package)
    taken = reachable(presentation)
    slides = [
        Part(PackURI(f"/ppt/slides/slide{index}.xml"), CONTENT_TYPE.PML_SLIDE, package)
        for index in range(1, len(pages) + 1)
    ]
    styles = [part.blob for part in taken if part.content_type == CONTENT_TYPE.PML_TABLE_STYLES]
    tracer = Tracer(origins, {part.partname for part in taken}) if origins else None
    shared = Shared(
        template,
        layout_parts(presentation),
        {page.number: slide for page, slide in zip(pages, slides, strict=True)},
        Pictures(package, (part.partname for part in taken)),
        Charts(package, (part.partname for part in taken)),
        read_look(styles[0] if styles else None),
        tracer,
    )
    notes = NotesWriter(presentation, properties.language)
    for index, (page, slide) in enumerate(zip(pages, slides, strict=True), start=1):
        check()
        _write_slide(page, slide, shared)
        if page.notes.strip():
            notes.write(slide, page.notes, number=index)
        progress(index, len(pages))
    slide_ids = list_slides(presentation, slides)
    list_sections(presentation, pages, slide_ids=slide_ids)
    if tracer:
        add_manifest(presentation, tracer, pages, slide_ids)
    documents = property_parts(
        package, properties, slides=len(pages), notes=sum(bool(p.notes.strip()) for p in pages)
    )
    with replacing(target, overwrite=overwrite) as stream:
        write_package(stream, presentation, properties=documents, check=check)


def _write_slide(page: Page, slide: Part, shared: Shared) -> None:
    layout = shared.template.layout(page.layout)
    slide.relate_to(shared.layout_part(page.layout).part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    element, tree = new_slide()
    draft = Draft(shared, page, slide, layout)
    for box in page.boxes:
        add_box(tree, box, draft)
    slide.blob = to_bytes(element)


def _check_not_template(template: Template, target: Path) -> None:
    """Raise ExportError if the deck would replace the template it is made from."""
    if target.exists() and template.path.exists() and target.samefile(template.path):
        raise ExportError(
            f"{target} is the template of this deck.", hint="Choose another name or folder."
        )
