"""Provenance in the package: tags on the shapes that show records, the manifest as custom XML.

In: boxes as they become shapes, with what the export knows of their origins. Out: tag parts, the
manifest's part, and the elements that name them (docs/provenance.md). Must not know: records'
fields, slide kinds.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.presentation import PresentationPart

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
from briefer.writers.clean import one_line
from briefer.writers.pptx.xml import SPACES, add, name, relate, to_bytes

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, SCHEMA)).upper() + "}"


@dataclass
class Tracer:
    """Follows boxes into shapes and keeps what each shows; `taken` are part names in use."""

    origins: Origins
    taken: Collection[str]
    _shapes: dict[int, list[ShapeFacts]] = field(default_factory=dict)
    _tags: int = 0

    def trace(self, element: etree._Element, box: Box, *, page: Page, part: Part) -> None:
        """Keep what a box's shape shows; tag the shape where that is a record."""
        claims = tuple(self._claims(box))
        words = _words(box)
        if not claims and not words:
            return
        identity = element[0][0]
        facts = ShapeFacts(
            id=int(identity.get("id", "0")),
            name=identity.get("name", ""),
            idx=box.idx if isinstance(box, TextBox | TableBox | ChartBox | PictureBox) else None,
            place=box.place if isinstance(box, TextBox) else "",
            digest=text_digest(words) if words else "",
            claims=claims,
        )
        self._shapes.setdefault(page.number, []).append(facts)
        if claims:
            self._tag(element[0][-1], facts, page=page, part=part)

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

    def _tag(
        self, properties: etree._Element, facts: ShapeFacts, *, page: Page, part: Part
    ) -> None:
        """Give a shape's `p:nvPr` a part of tags, which go along when the shape is copied."""
        listing = etree.Element(name("p:tagLst"), nsmap={"p": SPACES["p"]})
        tags = tags_of(
            facts,
            briefing=self.origins.briefing.digest,
            slide=page.slide,
            part=page.part,
            revisions={ref: self.origins.revision(ref) for ref in facts.records},
        )
        for tag, value in tags.items():
            add(listing, "p:tag", name=tag, val=value)
        tag_part = Part(self._free_uri(), CONTENT_TYPE.PML_TAGS, part.package, to_bytes(listing))
        link = part.relate_to(tag_part, RELATIONSHIP_TYPE.TAGS)
        relate(add(add(properties, "p:custDataLst"), "p:tags"), "id", link)

    def _free_uri(self) -> PackURI:
        while True:
            self._tags += 1
            uri = PackURI(f"/ppt/tags/tag{self._tags}.xml")
            if uri not in self.taken:
                return uri


def add_manifest(
    presentation: PresentationPart, tracer: Tracer, pages: Sequence[Page], slide_ids: Sequence[int]
) -> None:
    """Add the manifest of the traced pages as a custom XML part of the presentation."""
    manifest = tracer.origins.manifest(tuple(tracer.slides(pages, slide_ids)))
    number = next(n for n in range(1, 10**6) if f"/customXml/item{n}.xml" not in tracer.taken)
    package = presentation.package
    item = Part(
        PackURI(f"/customXml/item{number}.xml"), CONTENT_TYPE.XML, package, to_xml(manifest)
    )
    store = etree.Element(f"{{{_DATA_STORE}}}datastoreItem", nsmap={"ds": _DATA_STORE})
    store.set(f"{{{_DATA_STORE}}}itemID", _ITEM_ID)
    schemas = etree.SubElement(store, f"{{{_DATA_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_DATA_STORE}}}schemaRef").set(f"{{{_DATA_STORE}}}uri", SCHEMA)
    properties = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        package,
        to_bytes(store),
    )
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    presentation.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


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
