"""What a painted PDF has to say of itself: title, language, links, bookmarks; and nothing else.

In: the bytes that Qt painted and the sheets they show. Out: bytes that are the same for the same
input: the time of printing and the random identifier that Qt writes are not kept. The document is
not tagged and does not claim to be accessible.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from briefer.geometry import EMU_PER_PT, Frame
from briefer.layout.boxes import Properties, Sheet
from briefer.template.model import Template
from briefer.writers.clean import one_line
from briefer.writers.pdf.fonts import mend_fonts
from briefer.writers.pdf.spots import Spot, spots_of

PRODUCER = "Briefer"


def finish_pdf(
    painted: bytes,
    sheets: Sequence[Sheet],
    template: Template,
    *,
    properties: Properties,
    entries: Mapping[int, int],
) -> bytes:
    """Return the finished document. `entries` says on which page a cite number is resolved."""
    writer = PdfWriter()
    # Page by page, so that nothing comes along that belongs to the document as Qt described it.
    writer.append(PdfReader(io.BytesIO(painted)), import_outline=False)
    pages = list(writer.pages)
    mend_fonts(pages)
    first = {sheet.page.number: at for at, sheet in reversed([*enumerate(sheets)]) if sheet.page}
    for page, sheet in zip(pages, sheets, strict=True):
        _cut_to_size(page, sheet)
        for spot in spots_of(sheet, template, entries):
            target = pages[first[spot.page]] if spot.page in first else None
            if target is not None or spot.address:
                writer.add_annotation(page, _link(spot, page, target))
    _add_bookmarks(writer, sheets)
    _describe(writer, properties)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _cut_to_size(page: PageObject, sheet: Sheet) -> None:
    """Make a page as large as its sheet, which begins at the top left; Qt knows whole points."""
    top = float(page.mediabox.top)
    width, height = sheet.width / EMU_PER_PT, sheet.height / EMU_PER_PT
    page.mediabox = RectangleObject((0.0, round(top - height, 3), round(width, 3), top))


def _link(spot: Spot, page: PageObject, target: PageObject | None) -> DictionaryObject:
    """Return the annotation of a link to a page of the document or to an address."""
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): _rectangle(spot.frame, float(page.mediabox.top)),
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
        }
    )
    words = spot.address or f"Slide {spot.page}"
    link[NameObject("/Contents")] = TextStringObject(words)
    if target is None:
        link[NameObject("/A")] = DictionaryObject(
            {
                NameObject("/S"): NameObject("/URI"),
                NameObject("/URI"): TextStringObject(spot.address),
            }
        )
    else:
        reference = target.indirect_reference
        assert isinstance(reference, IndirectObject)
        link[NameObject("/Dest")] = ArrayObject([reference, NameObject("/Fit")])
    return link


def _rectangle(frame: Frame, top: float) -> ArrayObject:
    """Return a frame in points from the bottom left corner, as PDF counts."""
    corners = (
        frame.x / EMU_PER_PT,
        top - frame.bottom / EMU_PER_PT,
        frame.right / EMU_PER_PT,
        top - frame.y / EMU_PER_PT,
    )
    return ArrayObject(FloatObject(round(corner, 2)) for corner in corners)


def _add_bookmarks(writer: PdfWriter, sheets: Sequence[Sheet]) -> None:
    """Add a bookmark for each section, and in it one for each titled sheet."""
    section: str | None = None
    parent: IndirectObject | None = None
    for index, sheet in enumerate(sheets):
        if not sheet.title:
            continue
        if sheet.section != section:
            section = sheet.section
            parent = _bookmark(writer, section, index, None) if section else None
        _bookmark(writer, sheet.title, index, parent)
    if sheets:
        writer.page_mode = "/UseOutlines"


def _bookmark(
    writer: PdfWriter, title: str, index: int, parent: IndirectObject | None
) -> IndirectObject:
    """Return the new bookmark of a page."""
    return writer.add_outline_item(
        title=one_line(title).strip() or f"Slide {index + 1}",
        page_number=index,
        parent=parent,
        fit=Fit.fit(),
    )


def _describe(writer: PdfWriter, properties: Properties) -> None:
    """Fill the document's information and language; show its title in place of its file name."""
    told = {
        "/Title": properties.title,
        "/Subject": properties.subject,
        "/Author": properties.author,
        "/Keywords": properties.keywords,
    }
    kept = {name: one_line(words).strip() for name, words in told.items()}
    writer.metadata = {
        **{name: words for name, words in kept.items() if words},
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(properties.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
