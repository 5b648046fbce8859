"""Decks on templates as people have them: used before, saved as .potx, with a table style."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

from briefer.errors import TemplateError
from briefer.template.model import Template
from briefer.writers.pptx import write_deck
from briefer.writers.pptx.table import NO_STYLE, TableLook, read_look
from tests.package_rules import P14, A, P, package_problems
from tests.writers.builders import PROPERTIES, every_kind_of_page, page, small_template, table

MAIN = "ppt/presentation.xml"
NS = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
STYLES = """<a:tblStyleLst {ns} def="{{A}}"><a:tblStyle styleId="{{A}}" styleName="Rules">
<a:wholeTbl><a:tcStyle><a:tcBdr><a:insideH><a:ln w="9525"/></a:insideH></a:tcBdr>
<a:fill><a:{fill}/></a:fill></a:tcStyle></a:wholeTbl></a:tblStyle></a:tblStyleLst>"""


def exported(template: Template, folder: Path) -> Path:
    """Return a deck made on the template, its package checked."""
    target = folder / "deck.pptx"
    write_deck(every_kind_of_page(), template, target, properties=PROPERTIES)
    assert package_problems(target) == []
    return target


def change(path: Path, member: str, edit: Callable[[bytes], bytes]) -> None:
    """Rewrite one member of a zip."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = edit(members[member])
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


@pytest.mark.parametrize(
    "kind", ["template.main+xml", "slideshow.main+xml", "presentation.main+xml"]
)
def test_deck_is_a_presentation_whatever_the_template_is(tmp_path: Path, kind: str) -> None:
    """A .potx or .ppsx makes an ordinary .pptx."""
    template = small_template(tmp_path / "house.potx")
    change(
        template.path,
        "[Content_Types].xml",
        lambda data: data.replace(b"presentation.main+xml", kind.encode()),
    )
    target = exported(template, tmp_path)
    assert len(Presentation(str(target)).slides) == 5


def test_word_document_is_no_template(tmp_path: Path) -> None:
    """A package of another kind is refused by name."""
    template = small_template(tmp_path / "letter.docx")
    change(
        template.path,
        "[Content_Types].xml",
        lambda data: data.replace(
            b"presentationml.presentation.main+xml", b"wordprocessingml.document.main+xml"
        ),
    )
    with pytest.raises(TemplateError, match=r"letter\.docx is no presentation"):
        exported(template, tmp_path)


def test_nothing_speaks_of_the_slides_that_were_in_the_template(tmp_path: Path) -> None:
    """Sections, custom shows and links on layouts to the old slides go with them."""
    template = small_template(tmp_path / "used.pptx")
    deck = Presentation(str(template.path))
    old = deck.slides[0].part
    layout = deck.slide_layouts[6]
    link = layout.part.relate_to(old, RELATIONSHIP_TYPE.SLIDE)
    identity = next(layout.element.iter(f"{P}cNvPr"))
    identity.append(
        parse_xml(f'<a:hlinkClick {NS} r:id="{link}" action="ppaction://hlinksldjump"/>')
    )
    show = f'<p:custShowLst {NS}><p:custShow name="S" id="0"><p:sldLst><p:sld r:id="{{}}"/>'
    show += "</p:sldLst></p:custShow></p:custShowLst>"
    first = deck.element.sldIdLst[0]
    deck.element.find(f"{P}notesSz").addnext(parse_xml(show.format(first.rId)))
    sections = (
        f'<p:extLst {NS}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst>'
        '<p14:section name="Old" id="{00000000-0000-0000-0000-000000000001}"><p14:sldIdLst>'
        f'<p14:sldId id="{first.id}"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext>'
        "</p:extLst>"
    )
    deck.element.append(parse_xml(sections))
    deck.save(str(template.path))
    target = exported(template, tmp_path)
    element = Presentation(str(target)).element
    assert element.find(f"{P}custShowLst") is None
    assert [node.get("name") for node in element.iter(f"{P14}section")] == [
        "Findings",
        "Record",
        "Finding 5",
    ]
    with zipfile.ZipFile(target) as archive:
        slides = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
        assert len(slides) == 5
        assert all(b"Left over" not in archive.read(name) for name in archive.namelist())


def test_notes_use_the_master_of_the_template(tmp_path: Path) -> None:
    """A notes master that the template has is used, also if the presentation hides it."""
    template = small_template(tmp_path / "noted.pptx")
    deck = Presentation(str(template.path))
    next(deck.notes_master.element.iter(f"{P}cNvPr")).set("descr", "House notes")
    assert deck.element.find(f"{P}notesMasterIdLst") is None
    deck.save(str(template.path))
    target = exported(template, tmp_path)
    again = Presentation(str(target))
    assert next(again.notes_master.element.iter(f"{P}cNvPr")).get("descr") == "House notes"
    assert again.slides[0].notes_slide.part.notes_master.part is again.notes_master.part


def test_layout_that_the_template_lacks_is_named(tmp_path: Path) -> None:
    """The nearest layout is proposed."""
    template = small_template(tmp_path / "small.pptx")
    target = tmp_path / "deck.pptx"
    with pytest.raises(TemplateError, match="no layout 'Title Onely'"):
        write_deck([page(1, layout="Title Onely")], template, target, properties=PROPERTIES)
    assert not target.exists()


def test_template_that_lost_a_layout_since_is_named(tmp_path: Path) -> None:
    """A template file changed since it was read is an expected error."""
    template = small_template(tmp_path / "small.pptx")
    known = replace(template.layouts[0], name="Gone")
    template = replace(template, layouts=(*template.layouts, known))
    target = tmp_path / "deck.pptx"
    with pytest.raises(TemplateError, match="no layout 'Gone' any more"):
        write_deck([page(1, layout="Gone")], template, target, properties=PROPERTIES)


def test_ruled_table_style_of_the_template_is_used(tmp_path: Path) -> None:
    """A default style of rules is named, and nothing is drawn on the cells."""
    template = small_template(tmp_path / "small.pptx")
    style = STYLES.format(ns=NS, fill="noFill").encode()
    change(template.path, "ppt/tableStyles.xml", lambda _: style)
    target = tmp_path / "deck.pptx"
    pages = [page(1, table(("Date", "Action"), ("March", "A call")))]
    write_deck(pages, template, target, properties=PROPERTIES)
    assert package_problems(target) == []
    slide = Presentation(str(target)).slides[0].element
    assert [node.text for node in slide.iter(f"{A}tableStyleId")] == ["{A}"]
    assert all(len(cell) == 0 for cell in slide.iter(f"{A}tcPr"))


@pytest.mark.parametrize("fill", ["noFill", "solidFill"])
def test_table_style_with_fills_is_passed_over(fill: str) -> None:
    """Our words are set for a page without fills: a banded style would make them unreadable."""
    look = read_look(STYLES.format(ns=NS, fill=fill).encode())
    wanted = {"noFill": TableLook("{A}", draw_rules=False), "solidFill": TableLook(NO_STYLE)}
    assert look == wanted[fill]
    assert read_look(None) == TableLook(NO_STYLE, draw_rules=True)
