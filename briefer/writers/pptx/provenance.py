"""Provenance in the package: tags on the shapes that show records, the manifest as custom XML.

In: boxes as they become shapes, with what the export knows of their origins. Out: tag parts, the
manifest's part, and the markup that names them (docs/provenance.md). Must not know: records'
fields, slide kinds.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from briefer.layout.boxes import (
    Box,
    ChartBox,
    LineBox,
    Page,
    Paragraph,
    PictureBox,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.provenance import SCHEMA, Origins
from briefer.provenance.digests import chart_words, text_digest
from briefer.provenance.form import to_xml
from briefer.provenance.manifest import DATA, Claim, ShapeFacts, SlideFacts
from briefer.provenance.tags import tags_of
from briefer.records.base import Ref
from briefer.records.text import xml_value
from briefer.writers.clean import one_line
from briefer.writers.pptx.markup import declared, part_bytes
from briefer.writers.pptx.parts import NewPart, NewParts, Related

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_LISTING = declared("p:tagLst", "p")
_ITEM_ID = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, SCHEMA)).upper() + "}"


@dataclass
class Tracer:
    """Follows boxes into shapes and keeps what each shows."""

    origins: Origins
    parts: NewParts
    _shapes: dict[int, list[ShapeFacts]] = field(default_factory=dict)

    def trace(self, box: Box, shape_id: int, title: str, *, page: Page, part: NewPart) -> str:
        """Keep what a box's shape shows; return its tags where that is a record, else ""."""
        claims = tuple(self._claims(box))
        words = _words(box)
        if not claims and not words:
            return ""
        facts = ShapeFacts(
            id=shape_id,
            name=title,
            idx=box.idx if isinstance(box, TextBox | TableBox | ChartBox | PictureBox) else None,
            place=box.place if isinstance(box, TextBox) else "",
            digest=text_digest(words) if words else "",
            claims=claims,
        )
        self._shapes.setdefault(page.number, []).append(facts)
        return self._tags(facts, page=page, part=part) if claims else ""

    def slides(self, pages: Sequence[Page], slide_ids: Sequence[int]) -> Iterator[SlideFacts]:
        """Yield the facts of the slides, in the order of the pages."""
        for page, slide_id in zip(pages, slide_ids, strict=True):
            yield SlideFacts(
                number=page.number,
                id=slide_id,
                key=page.slide,
                kind=page.kind,
                title=one_line(page.title).strip(),
                part=page.part,
                parts=page.parts,
                card=page.card,
                section=one_line(page.section).strip(),
                notes=text_digest(page.notes) if page.notes.strip() else "",
                shapes=tuple(self._shapes.get(page.number, ())),
            )

    def _claims(self, box: Box) -> Iterator[Claim]:
        """Yield what a box shows of records, paragraph by paragraph."""
        match box:
            case TextBox():
                yield from self._of_paragraphs(box.paragraphs, "", box.origin)
            case TableBox():
                for row, cells in enumerate(box.rows, start=1):
                    for column, cell in enumerate(cells, start=1):
                        yield from self._of_paragraphs(cell.paragraphs, f"{row}.{column}.", None)
            case ChartBox():
                for ref in box.records:
                    yield self.origins.claim(DATA, _words(box), record=ref)
            case ShapeBox() | LineBox() | PictureBox() if box.origin:
                yield self.origins.claim("", "", record=box.origin)

    def _of_paragraphs(
        self, paragraphs: Iterable[Paragraph], before: str, origin: Ref | None
    ) -> Iterator[Claim]:
        for number, paragraph in enumerate(paragraphs, start=1):
            record = paragraph.origin or origin or ""
            cited = [ref for run in paragraph.runs for ref in run.cited]
            if record or cited:
                yield self.origins.claim(
                    f"{before}{number}",
                    paragraph.text if _has_words(paragraph) else "",
                    record=record,
                    cited=cited,
                    cites=(n for run in paragraph.runs for n in run.numbers),
                    role=paragraph.role,
                )

    def _tags(self, facts: ShapeFacts, *, page: Page, part: NewPart) -> str:
        """Return what gives a shape a part of tags, which go along when the shape is copied."""
        tags = tags_of(
            facts,
            briefing=self.origins.briefing.digest,
            slide=page.slide,
            part=page.part,
            revisions={ref: self.origins.revision(ref) for ref in facts.records},
        )
        listed = "".join(
            [f'<p:tag name="{tag}" val="{xml_value(value)}"/>' for tag, value in tags.items()]
        )
        (name,) = self.parts.free("/ppt/tags/tag{}.xml")
        data = part_bytes(f"<{_LISTING}>{listed}</p:tagLst>")
        self.parts.add(name, CONTENT_TYPE.PML_TAGS, data)
        link = part.related.to(RELATIONSHIP_TYPE.TAGS, name)
        return f'<p:custDataLst><p:tags r:id="{link}"/></p:custDataLst>'


def add_manifest(
    related: Related, tracer: Tracer, pages: Sequence[Page], slide_ids: Sequence[int]
) -> None:
    """Add the manifest of the traced pages as a custom XML part; `related` is the presentation."""
    manifest = tracer.origins.manifest(tuple(tracer.slides(pages, slide_ids)))
    item_name, properties_name = tracer.parts.free(
        "/customXml/item{}.xml", "/customXml/itemProps{}.xml"
    )
    item = tracer.parts.add(item_name, CONTENT_TYPE.XML, to_xml(manifest))
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{SCHEMA}"/></ds:schemaRefs>'
    properties = tracer.parts.add(
        properties_name,
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        part_bytes(
            f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_ITEM_ID}">{schema}'
            "</ds:datastoreItem>"
        ),
    )
    item.related.to(RELATIONSHIP_TYPE.CUSTOM_XML_PROPS, properties.name)
    related.to(RELATIONSHIP_TYPE.CUSTOM_XML, item.name)


def _words(box: Box) -> str:
    """Return a box's words without raised markers; "" for page furniture and for no text."""
    if isinstance(box, TextBox):
        paragraphs: Iterable[Paragraph] = () if box.tag == "artifact" else box.paragraphs
    elif isinstance(box, TableBox):
        paragraphs = (p for row in box.rows for cell in row for p in cell.paragraphs)
    elif isinstance(box, ChartBox):
        return chart_words((one.name, box.categories, one.values) for one in box.series)
    else:
        return ""
    return "\n".join(paragraph.text for paragraph in paragraphs).strip()


def _has_words(paragraph: Paragraph) -> bool:
    """Return whether a paragraph says anything besides cite numbers."""
    return any(run.text.strip() and not run.numbers for run in paragraph.runs)
