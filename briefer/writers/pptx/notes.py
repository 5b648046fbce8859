"""Speaker notes: one notes slide for each page that has notes.

In: the notes' text. Out: notes slide parts on the notes master. Must not know: boxes.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.presentation import PresentationPart
from pptx.parts.slide import NotesMasterPart

from briefer.writers.clean import clean, one_line
from briefer.writers.pptx.presentation import list_notes_master
from briefer.writers.pptx.slide import add_tree
from briefer.writers.pptx.xml import add, name, root, to_bytes

_SHAPES = (
    ("sldImg", "Slide image"),
    ("body", "Notes"),
    ("sldNum", "Slide number"),
)
_DEFAULT_IDX = {"sldImg": "2", "body": "3", "sldNum": "5"}
_FIELD = "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, "slidenum")).upper() + "}"


class NotesWriter:
    """Writes notes slides; makes the notes master when the first one needs it."""

    def __init__(self, presentation: PresentationPart, language: str) -> None:
        self._presentation = presentation
        self._language = language
        self._master: NotesMasterPart | None = None
        self._marks: Mapping[str, Mapping[str, str]] = {}
        if any(rel.reltype == RELATIONSHIP_TYPE.NOTES_MASTER for rel in presentation.rels.values()):
            list_notes_master(presentation, presentation.notes_master_part)

    def write(self, slide: Part, text: str, *, number: int) -> None:
        """Add the notes of a slide: one paragraph a line."""
        master = self._notes_master()
        uri = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
        content = self._content(text, number)
        part = Part(uri, CONTENT_TYPE.PML_NOTES_SLIDE, slide.package, content)
        part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)

    def _notes_master(self) -> NotesMasterPart:
        if self._master is None:
            self._master = self._presentation.notes_master_part
            list_notes_master(self._presentation, self._master)
            element = self._master.notes_master.element
            for moment in element.iter(name("a:fld")):
                if moment.get("type", "").startswith("datetime"):
                    moment.find(name("a:t")).text = ""
            self._marks = {
                mark.get("type", "obj"): dict(mark.attrib) for mark in element.iter(name("p:ph"))
            }
        return self._master

    def _content(self, text: str, number: int) -> bytes:
        notes = root("p:notes")
        tree = add_tree(add(notes, "p:cSld"))
        for shape_id, (kind, title) in enumerate(_SHAPES, start=2):
            shape = add(tree, "p:sp")
            identity = add(shape, "p:nvSpPr")
            add(identity, "p:cNvPr", id=shape_id, name=title)
            locks = add(add(identity, "p:cNvSpPr"), "a:spLocks", noGrp=1)
            default = {"type": kind, "idx": _DEFAULT_IDX[kind]}
            add(add(identity, "p:nvPr"), "p:ph", **self._marks.get(kind, default))
            add(shape, "p:spPr")
            if kind == "sldImg":
                locks.set("noRot", "1")
                locks.set("noChangeAspect", "1")
                continue
            body = add(shape, "p:txBody")
            add(body, "a:bodyPr")
            add(body, "a:lstStyle")
            lines = clean(text).split("\n") if kind == "body" else [""]
            for line in lines:
                paragraph = add(body, "a:p")
                words = one_line(line)
                if kind == "sldNum":
                    field = add(paragraph, "a:fld", id=_FIELD, type="slidenum")
                    add(field, "a:rPr", lang=self._language)
                    add(field, "a:t").text = str(number)
                elif words:
                    run = add(paragraph, "a:r")
                    add(run, "a:rPr", lang=self._language)
                    add(run, "a:t").text = words
                add(paragraph, "a:endParaRPr", lang=self._language)
        add(add(notes, "p:clrMapOvr"), "a:masterClrMapping")
        return to_bytes(notes)
