"""A deck on a hostile template fetches nothing and starts nothing; what is harmless stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.slide import SlideLayout

from briefer.writers.pptx import write_deck
from tests.fuzz.other_exports import faults_of_deck, links_of
from tests.package_rules import A, P, package_problems
from tests.writers.builders import PROPERTIES, every_kind_of_page, png, small_template

NS = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
IMAGE = f"{OFFICE}/image"
PICTURE = (
    "<p:pic {ns}><p:nvPicPr><p:cNvPr id='90' name='Logo'/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
    "<p:blipFill><a:blip {refs}>{inner}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
    "<p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='9' cy='9'/></a:xfrm>"
    "<a:prstGeom prst='rect'/></p:spPr></p:pic>"
)
FRAME = (
    "<p:graphicFrame {ns}><p:nvGraphicFramePr><p:cNvPr id='91' name='Object'/>"
    "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='0' y='0'/>"
    "<a:ext cx='9' cy='9'/></p:xfrm><a:graphic><a:graphicData uri='{uri}'>{inner}"
    "</a:graphicData></a:graphic></p:graphicFrame>"
)
OUTSIDER = "chart77"
"""A chart of the template, which is nothing that we would write."""
Spoil = Callable[[SlideLayout], None]


def _deck_on(folder: Path, spoil: Spoil) -> Path:
    """Return a deck of every kind of page on a template one layout of which was spoiled."""
    template = small_template(folder / "house.pptx")
    deck = Presentation(str(template.path))
    spoil(deck.slide_layouts[1])
    deck.save(str(template.path))
    target = folder / "deck.pptx"
    write_deck(every_kind_of_page(), template, target, properties=PROPERTIES)
    ours = [one for one in package_problems(target) if OUTSIDER not in one]
    assert ours == []
    return target


def _clicked(layout: SlideLayout, action: str, target: str = "") -> None:
    """Give a layout's first shape something to do when it is clicked."""
    link = layout.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    told = f'action="{action}"' if action else ""
    identity = next(layout.element.iter(f"{P}cNvPr"))
    identity.append(parse_xml(f'<a:hlinkClick {NS} r:id="{link if target else ""}" {told}/>'))


def _program(layout: SlideLayout) -> None:
    _clicked(layout, "ppaction://program", "file:///C:/Windows/System32/cmd.exe")


def _macro(layout: SlideLayout) -> None:
    _clicked(layout, "ppaction://macro?name=Run")


def _other_file(layout: SlideLayout) -> None:
    _clicked(layout, "ppaction://hlinkfile", "\\\\server\\share\\other.pptx")


def _script(layout: SlideLayout) -> None:
    _clicked(layout, "", "javascript:alert(1)")


def _linked_picture(layout: SlideLayout) -> None:
    kept = layout.part.relate_to(_part(layout, "media/kept.png", "image/png", png()), IMAGE)
    fetched = layout.part.relate_to("https://example.org/seen.png", IMAGE, is_external=True)
    refs = f'r:embed="{kept}" r:link="{fetched}"'
    layout.shapes._spTree.append(parse_xml(PICTURE.format(ns=NS, refs=refs, inner="")))


def _part(layout: SlideLayout, name: str, kind: str, data: bytes) -> Part:
    return Part(PackURI(f"/ppt/{name}"), kind, layout.part.package, data)


def _object(layout: SlideLayout) -> None:
    kind = CONTENT_TYPE.OFC_OLE_OBJECT
    part = _part(layout, "embeddings/oleObject1.bin", kind, b"\xd0\xcf\x11\xe0")
    link = layout.part.relate_to(part, RELATIONSHIP_TYPE.OLE_OBJECT)
    inner = f"<p:oleObj progId='Package' r:id='{link}' imgW='9' imgH='9'><p:embed/></p:oleObj>"
    uri = "http://schemas.openxmlformats.org/presentationml/2006/ole"
    layout.shapes._spTree.append(parse_xml(FRAME.format(ns=NS, uri=uri, inner=inner)))


def _theme_picture(layout: SlideLayout) -> None:
    theme = layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    link = theme.relate_to("http://example.org/ground.png", IMAGE, is_external=True)
    ground = f'<a:blipFill {NS}><a:blip r:link="{link}"/><a:stretch/></a:blipFill>'.encode()
    theme.blob = theme.blob.replace(b"</a:bgFillStyleLst>", ground + b"</a:bgFillStyleLst>")


def _sound(layout: SlideLayout) -> None:
    link = layout.part.relate_to("file://server/a.wav", f"{OFFICE}/audio", is_external=True)
    identity = next(layout.element.iter(f"{P}nvPr"))
    identity.append(parse_xml(f'<a:audioFile {NS} r:link="{link}"/>'))


def _drawing(layout: SlideLayout) -> None:
    raster = layout.part.relate_to(_part(layout, "media/kept.png", "image/png", png()), IMAGE)
    vector = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://example.org/x"/></svg>'
    drawing = _part(layout, "media/logo.svg", "image/svg+xml", vector)
    link = layout.part.relate_to(drawing, IMAGE)
    inner = (
        "<a:extLst><a:ext uri='{96DAC541-7B7A-43D3-8B79-37D633B846F1}'>"
        f"<asvg:svgBlip r:embed='{link}'/></a:ext></a:extLst>"
    )
    refs = f'r:embed="{raster}"'
    layout.shapes._spTree.append(parse_xml(PICTURE.format(ns=NS, refs=refs, inner=inner)))


def _chart(layout: SlideLayout) -> None:
    chart = _part(layout, f"charts/{OUTSIDER}.xml", CONTENT_TYPE.DML_CHART, b"")
    book = chart.relate_to("file:///C:/book.xlsx", f"{OFFICE}/oleObject", is_external=True)
    chart.blob = (
        f"<c:chartSpace {NS}><c:chart><c:plotArea><c:layout/></c:plotArea></c:chart>"
        f'<c:externalData r:id="{book}"/></c:chartSpace>'
    ).encode()
    link = layout.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    inner = f'<c:chart r:id="{link}"/>'
    layout.shapes._spTree.append(parse_xml(FRAME.format(ns=NS, uri=uri, inner=inner)))


def _command(layout: SlideLayout) -> None:
    timing = (
        f"<p:timing {NS}><p:tnLst><p:par><p:cTn id='1'><p:childTnLst><p:cmd type='verb' cmd='0'>"
        "<p:cBhvr><p:cTn id='2'/><p:tgtEl><p:spTgt spid='2'/></p:tgtEl></p:cBhvr></p:cmd>"
        "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )
    layout.element.append(parse_xml(timing))


@pytest.mark.parametrize(
    "spoil",
    [
        _program,
        _macro,
        _other_file,
        _script,
        _linked_picture,
        _object,
        _theme_picture,
        _sound,
        _drawing,
        _chart,
        _command,
    ],
)
def test_nothing_of_a_template_acts_or_is_fetched(tmp_path: Path, spoil: Spoil) -> None:
    """Programs, macros, objects, sounds and all that is linked are left out; the deck is sound."""
    deck = _deck_on(tmp_path, spoil)
    assert faults_of_deck(tmp_path / "house.pptx"), "the template was not spoiled"
    assert faults_of_deck(deck) == []
    assert links_of(deck) == ["https://example.org/a%20note"]


def test_embedded_picture_stays_where_its_link_goes(tmp_path: Path) -> None:
    """PowerPoint keeps a copy of a linked picture in the file, and that is shown."""
    deck = Presentation(str(_deck_on(tmp_path, _linked_picture)))
    (blip,) = deck.slide_layouts[1].element.iter(f"{A}blip")
    (key,) = blip.attrib
    assert deck.slide_layouts[1].part.related_part(blip.get(key)).blob == png()


def test_link_of_the_web_on_a_layout_stays(tmp_path: Path) -> None:
    """An office's address under its logo is its own."""
    deck = _deck_on(tmp_path, lambda layout: _clicked(layout, "", "https://example.org/office"))
    assert sorted(links_of(deck)) == ["https://example.org/a%20note", "https://example.org/office"]
