"""Speaker notes: one notes slide for each page that has notes.

In: the notes' text. Out: notes slide parts on the notes master. Must not know: boxes.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.presentation import PresentationPart

from briefer.records.text import xml_text, xml_value
from briefer.writers.clean import clean, one_line
from briefer.writers.pptx.elements import filling, name
from briefer.writers.pptx.markup import declared, element, marked, part_bytes
from briefer.writers.pptx.parts import NewPart, NewParts
from briefer.writers.pptx.presentation import list_notes_master
from briefer.writers.pptx.slide import slide_of

_DEFAULT_IDX = {"sldImg": "2", "body": "3", "sldNum": "5"}
_FIELD = "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, "slidenum")).upper() + "}"
_NOTES = declared("p:notes", "a", "p", "r")


@dataclass(frozen=True, slots=True)
class _Form:
    """The shapes of a notes slide: what stands before, between and after its words and number."""

    before: str
    between: str
    after: str


class NotesWriter:
    """Writes notes slides; makes the notes master when the first one needs it."""

    def __init__(self, presentation: PresentationPart, parts: NewParts, language: str) -> None:
        self._presentation = presentation
        self._parts = parts
        self._language = xml_value(language)
        self._end = f'<a:endParaRPr lang="{self._language}"/></a:p>'
        self._master = ""
        self._form = _Form("", "", "")
        if any(rel.reltype == RELATIONSHIP_TYPE.NOTES_MASTER for rel in presentation.rels.values()):
            list_notes_master(presentation, presentation.notes_master_part)

    def write(self, slide: NewPart, text: str, *, number: int) -> None:
        """Add the notes of a slide: one paragraph a line."""
        if not self._master:
            self._take_master()
        part = self._parts.add(
            f"/ppt/notesSlides/notesSlide{number}.xml",
            CONTENT_TYPE.PML_NOTES_SLIDE,
            part_bytes(self._content(text, number)),
        )
        part.related.to(RELATIONSHIP_TYPE.NOTES_MASTER, self._master)
        part.related.to(RELATIONSHIP_TYPE.SLIDE, slide.name)
        slide.related.to(RELATIONSHIP_TYPE.NOTES_SLIDE, part.name)

    def _take_master(self) -> None:
        """Make the notes master where there is none, and take what notes slides need of it."""
        master = self._presentation.notes_master_part
        list_notes_master(self._presentation, master)
        elements = master.notes_master.element
        for moment in elements.iter(name("a:fld")):
            if moment.get("type", "").startswith("datetime"):
                moment.find(name("a:t")).text = ""
        marks = {mark.get("type", "obj"): filling(mark) for mark in elements.iter(name("p:ph"))}
        self._master = str(master.partname)
        self._form = _form(marks)

    def _content(self, text: str, number: int) -> str:
        look = f'<a:rPr lang="{self._language}"/>'
        lines = [
            f"<a:p><a:r>{look}<a:t>{xml_text(said)}</a:t></a:r>{self._end}"
            if said
            else f"<a:p>{self._end}"
            for said in map(one_line, clean(text).split("\n"))
        ]
        field = f'<a:fld id="{_FIELD}" type="slidenum">{look}<a:t>{number}</a:t></a:fld>'
        form = self._form
        shapes = (form.before, *lines, form.between, f"<a:p>{field}{self._end}", form.after)
        return slide_of("".join(shapes), tag=_NOTES)


def _form(marks: Mapping[str, Mapping[str, str]]) -> _Form:
    """Return the shapes of notes slides for a master with these `p:ph` attributes by type."""
    image, body, number = (
        _identity(shape_id, kind, title, marks.get(kind))
        for shape_id, (kind, title) in enumerate(
            (("sldImg", "Slide image"), ("body", "Notes"), ("sldNum", "Slide number")), start=2
        )
    )
    begun = "<p:sp>{}<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>".format
    ended = "</p:txBody></p:sp>"
    return _Form(f"<p:sp>{image}<p:spPr/></p:sp>{begun(body)}", f"{ended}{begun(number)}", ended)


def _identity(shape_id: int, kind: str, title: str, mark: Mapping[str, str] | None) -> str:
    """Return what says which placeholder of the master a shape is."""
    image = {"noRot": 1, "noChangeAspect": 1} if kind == "sldImg" else {}
    return element(
        "p:nvSpPr",
        element("p:cNvPr", id=shape_id, name=title),
        element("p:cNvSpPr", element("a:spLocks", noGrp=1, **image)),
        element("p:nvPr", marked("p:ph", mark or {"type": kind, "idx": _DEFAULT_IDX[kind]})),
    )
