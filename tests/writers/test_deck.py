"""What a reader of the deck gets: opened again with python-pptx."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck

from briefer.errors import TemplateError
from briefer.geometry import Color, Frame, Insets, Outline
from briefer.layout.boxes import Box, LineBox, Page, Paragraph, Properties, TextBox
from briefer.template.model import LevelStyle
from briefer.writers.pptx import write_deck
from tests.package_rules import P14, A, P, R, package_problems
from tests.writers.builders import (
    BODY,
    CONTENT,
    PROPERTIES,
    every_kind_of_page,
    page,
    png,
    run,
    small_template,
    table,
    text,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a deck that uses every box."""
    folder = tmp_path_factory.mktemp("deck")
    target = folder / "deck.pptx"
    template = small_template(folder / "small.pptx")
    write_deck(every_kind_of_page(), template, target, properties=PROPERTIES)
    return target


@pytest.fixture
def deck(path: Path) -> Deck:
    """Return that deck opened again."""
    return Presentation(str(path))


def one(element: etree._Element, path: str) -> etree._Element:
    """Return the first element at the path; it must be there."""
    found = element.find(path)
    assert found is not None, f"no {path}"
    return found


def attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element."""
    return {str(key): str(value) for key, value in element.attrib.items()}


def written(tmp_path: Path, *boxes: Box, layout: str = CONTENT) -> etree._Element:
    """Return the slide element of a page with these boxes, the package checked."""
    template = small_template(tmp_path / "small.pptx", slides=0)
    target = tmp_path / "one.pptx"
    write_deck([page(1, *boxes, layout=layout)], template, target, properties=PROPERTIES)
    assert package_problems(target) == []
    element: etree._Element = Presentation(str(target)).slides[0].element
    return element


def test_package_has_no_problems(path: Path) -> None:
    """The package test and the schema validator find nothing."""
    assert package_problems(path) == []
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []


def test_only_our_slides_are_in_the_file(path: Path, deck: Deck) -> None:
    """The template's own slides and notes leave nothing behind."""
    assert [slide.shapes.title.text for slide in deck.slides] == [
        f"Finding {number}" for number in range(1, 6)
    ]
    assert b"Secret note" not in path.read_bytes()
    names = [part.partname for part in deck.part.package.iter_parts()]
    assert not [name for name in names if "thumbnail" in name or "printer" in name]


def test_titles_are_in_title_placeholders(deck: Deck) -> None:
    """Outline view and screen readers find each title, inheriting its place."""
    for slide in deck.slides:
        title = slide.shapes.title
        assert title.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        assert title.element.find(f"{P}spPr/{A}xfrm") is None
        assert slide.shapes[0].shape_id == title.shape_id


def test_no_placeholder_is_left_empty(deck: Deck) -> None:
    """A placeholder that no box fills is not on the slide."""
    assert [shape.name for shape in deck.slides[4].placeholders] == ["Title"]


def test_marker_is_superscript_in_its_colour(deck: Deck) -> None:
    """The citation marker is raised by 30 % and takes the accent from the theme."""
    claim, mark = deck.slides[0].placeholders[1].text_frame.paragraphs[0].runs[:2]
    assert (claim.text, mark.text) == ("A claim.", "1")
    assert mark._r.rPr.get("baseline") == "30000"
    assert mark.font.color.theme_color == MSO_THEME_COLOR.ACCENT_1
    assert attributes(claim._r.rPr) == {"lang": "en-US"}
    assert len(claim._r.rPr) == 0


def test_link_jumps_to_its_page_and_keeps_its_look(deck: Deck) -> None:
    """The words "slide 5" lead to the fifth slide, underlined and in its own colour."""
    slide = deck.slides[0]
    jump = slide.placeholders[1].text_frame.paragraphs[0].runs[-1]
    click = one(jump._r.rPr, f"{A}hlinkClick")
    assert click.get("action") == "ppaction://hlinksldjump"
    assert slide.part.related_part(click.get(f"{R}id", "")).slide.shapes.title.text == "Finding 5"
    assert jump._r.rPr.get("u") == "sng"
    assert jump.font.color.theme_color == MSO_THEME_COLOR.TEXT_1
    assert one(click, f"{A}extLst/{A}ext")[0].get("val") == "tx"


def test_web_link_is_external(deck: Deck) -> None:
    """An address with a space is percent-encoded."""
    key = next(shape for shape in deck.slides[1].shapes if shape.name == "Key")
    assert key.text_frame.paragraphs[0].runs[1].hyperlink.address == "https://example.org/a%20note"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "notes.docx", "http://", "http://[", ""]
)
def test_unsafe_address_is_plain_text(tmp_path: Path, url: str) -> None:
    """Only http, https and mailto are linked; the words stay."""
    slide = written(tmp_path, text("", idx=1, runs=[replace(run("here"), url=url)]))
    assert [node.text for node in slide.iter(f"{A}t")] == ["Finding 1", "here"]
    assert slide.find(f".//{A}hlinkClick") is None


def test_two_links_to_one_page_share_a_relationship(tmp_path: Path) -> None:
    """A second relationship of the same kind to one slide would be needless."""
    jump = replace(run("there"), page=2)
    pages = [page(1, text("", idx=1, runs=[jump, jump]), layout=CONTENT), page(2)]
    target = tmp_path / "links.pptx"
    write_deck(pages, small_template(tmp_path / "small.pptx"), target, properties=PROPERTIES)
    assert package_problems(target) == []
    assert len(Presentation(str(target)).slides[0].part.rels) == 2


def test_link_to_a_missing_page_is_a_bug(tmp_path: Path) -> None:
    """Layout numbers its pages; a page that is not there cannot be linked in silence."""
    box = text("", idx=1, runs=[replace(run("there"), page=9)])
    with pytest.raises(ValueError, match="links to page 9"):
        written(tmp_path, box)
    assert not (tmp_path / "one.pptx").exists()


def test_notes_are_kept_by_line(path: Path, deck: Deck) -> None:
    """Each line of the notes is a paragraph, on a notes master that the presentation lists."""
    assert deck.slides[0].notes_slide.notes_text_frame.text == "SAY first\n\nSOURCES\n1 AJIL"
    kinds = [shape.placeholder_format.type for shape in deck.slides[0].notes_slide.placeholders]
    assert kinds == [
        PP_PLACEHOLDER.SLIDE_IMAGE,
        PP_PLACEHOLDER.BODY,
        PP_PLACEHOLDER.SLIDE_NUMBER,
    ]
    assert [slide.has_notes_slide for slide in deck.slides] == [True, False, False, True, False]
    children = [etree.QName(child).localname for child in deck.element]
    assert children.index("notesMasterIdLst") == children.index("sldMasterIdLst") + 1


def test_sections_follow_the_pages(deck: Deck) -> None:
    """Consecutive pages of a section form one; pages without take the first one's title."""
    ids = [entry.get("id") for entry in deck.element.sldIdLst]
    sections = {
        section.get("name"): [ids.index(slide.get("id")) for slide in section.iter(f"{P14}sldId")]
        for section in deck.element.iter(f"{P14}section")
    }
    assert sections == {"Findings": [0, 1], "Record": [2, 3], "Finding 5": [4]}
    assert len({section.get("id") for section in deck.element.iter(f"{P14}section")}) == 3


def test_no_section_list_without_sections(tmp_path: Path) -> None:
    """A deck whose pages name no section has none."""
    target = tmp_path / "plain.pptx"
    pages = [page(1), page(2)]
    write_deck(pages, small_template(tmp_path / "small.pptx"), target, properties=PROPERTIES)
    assert next(Presentation(str(target)).element.iter(f"{P14}sectionLst"), None) is None


def test_section_that_returns_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Two sections never share a name."""
    pages = [page(n, section=name) for n, name in enumerate(("China", "Mexico", "China"), 1)]
    target = tmp_path / "sections.pptx"
    write_deck(pages, small_template(tmp_path / "small.pptx"), target, properties=PROPERTIES)
    found = [node.get("name") for node in Presentation(str(target)).element.iter(f"{P14}section")]
    assert found == ["China", "Mexico", "China (2)"]


def test_properties_are_ours(path: Path, deck: Deck) -> None:
    """Title, subject, author, keywords and language are set; the template's are gone."""
    core = deck.core_properties
    assert (core.title, core.subject, core.author) == (
        "Fentanyl supply",
        "Briefing",
        "Policy staff",
    )
    assert (core.keywords, core.language) == ("fentanyl; China", "en-US")
    assert core.last_modified_by == "Policy staff"
    assert (core.created, core.modified, core.comments) == (None, None, "")
    app = next(p for p in deck.part.package.iter_parts() if p.partname.endswith("app.xml"))
    assert b"<Application>Briefer</Application>" in app.blob
    assert b"Macintosh" not in app.blob


def test_empty_properties_leave_no_name(tmp_path: Path) -> None:
    """Without an author nobody is named as the last to change the deck."""
    target = tmp_path / "anonymous.pptx"
    template = small_template(tmp_path / "small.pptx")
    write_deck([page(1)], template, target, properties=Properties("A\x00title"))
    core = Presentation(str(target)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Atitle", "", "")


def test_table_is_native_with_a_header(deck: Deck) -> None:
    """The table has its words, a header row, its alternative text and exact heights."""
    frame = next(shape for shape in deck.slides[2].shapes if shape.has_table)
    assert [[cell.text for cell in row.cells] for row in frame.table.rows] == [
        ["Date", "Action"],
        ["March", "A call"],
    ]
    assert frame.table.first_row
    assert not frame.table.first_col
    assert not frame.table.horz_banding
    assert [row.height for row in frame.table.rows] == [400000, 400000]
    assert frame.element.nvGraphicFramePr.cNvPr.get("descr") == "Table of events."
    spacing = frame.table.cell(0, 0).text_frame.paragraphs[0].line_spacing
    assert spacing.pt == pytest.approx(19.2)


def test_bold_first_column_heads_its_rows(tmp_path: Path) -> None:
    """A first column set bold below the header is marked as row heads."""
    slide = written(tmp_path, table(("Date", "Action"), ("March", "A call"), bold_first=True))
    properties = one(slide, f".//{A}tblPr")
    assert (properties.get("firstRow"), properties.get("firstCol")) == ("1", "1")


def test_table_without_a_ruled_style_draws_its_rules(tmp_path: Path) -> None:
    """A template without a style of rules gets the rules on the cells and no fills."""
    slide = written(tmp_path, table(("Date", "Action"), ("March", "A call")))
    cell = one(slide, f".//{A}tcPr")
    assert [etree.QName(child).localname for child in cell] == [
        "lnL",
        "lnR",
        "lnT",
        "lnB",
        "noFill",
    ]
    assert one(cell, f"{A}lnT").get("w") == "19050"


def test_a_cell_that_stands_out_is_filled_from_the_theme(tmp_path: Path) -> None:
    """The fill stands behind the rules in the schema's order, where rules are drawn or not."""
    rows = table(("A", "B"), ("one", "two"))
    header = (rows.rows[0][0], replace(rows.rows[0][1], fill=Color("tx2")))
    slide = written(tmp_path, replace(rows, rows=(header, *rows.rows[1:])))
    plain, filled = slide.findall(f".//{A}tcPr")[:2]
    assert [etree.QName(child).localname for child in filled][-1] == "solidFill"
    assert one(filled, f"{A}solidFill/{A}schemeClr").get("val") == "tx2"
    assert one(plain, f"{A}noFill") is not None


def test_a_quieter_line_does_not_unmake_a_row_s_head(tmp_path: Path) -> None:
    """A first column is still one of heads where a label stands under one of them."""
    rows = table(("A", "B"), ("one", "two"), bold_first=True)
    (head, other) = rows.rows[1]
    quiet = replace(head, paragraphs=(*head.paragraphs, other.paragraphs[0]))
    slide = written(tmp_path, replace(rows, rows=(rows.rows[0], (quiet, other))))
    assert one(slide, f".//{A}tblPr").get("firstCol") == "1"


@pytest.mark.parametrize(("first", "starts"), [(1, []), (4, ["4", "4"])])
def test_a_numbered_list_goes_on_counting(tmp_path: Path, first: int, starts: list[str]) -> None:
    """Each paragraph of a list that does not begin with 1 says where it begins."""
    box = text("One", idx=1)
    numbered = tuple(
        replace(box.paragraphs[0], number=number, level=2) for number in (first, first + 1)
    )
    slide = written(tmp_path, replace(box, paragraphs=numbered))
    assert [found.get("startAt") for found in slide.findall(f".//{A}buAutoNum")] == starts


def test_table_fills_its_placeholder(tmp_path: Path) -> None:
    """A table with an idx is the placeholder's content."""
    slide = written(tmp_path, table(("Date",), ("March",), idx=1))
    assert one(slide, f".//{P}graphicFrame/{P}nvGraphicFramePr/{P}nvPr/{P}ph").get("idx") == "1"


def test_pictures_carry_no_file_name_and_are_stored_once(deck: Deck) -> None:
    """Alternative text is what the box says; the same bytes are one part."""
    shapes = [s for s in deck.slides[3].shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
    described = [shape.element.nvPicPr.cNvPr.get("descr") for shape in shapes]
    assert described == ["Portrait of an envoy.", "The same.", None]
    assert [shape.image.content_type for shape in shapes] == [
        "image/png",
        "image/png",
        "image/jpeg",
    ]
    assert shapes[0].element.blip_rId == shapes[1].element.blip_rId
    assert shapes[0].image.blob == png()
    assert one(shapes[2].element.nvPicPr.cNvPr, f".//{A}ext")[0].get("val") == "1"


def test_diagram_is_a_group_with_words_and_glue(deck: Deck) -> None:
    """The group speaks for its children, which stay editable and glued by id."""
    group = next(s for s in deck.slides[1].shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP)
    assert group.element.nvGrpSpPr.cNvPr.get("descr") == "Flow diagram. China ships to Mexico."
    ids = {shape.name: shape.shape_id for shape in group.shapes}
    assert list(ids) == ["China", "Mexico", "China to Mexico"]
    connector = group.shapes[2].element
    assert attributes(one(connector, f".//{A}stCxn")) == {"id": str(ids["China"]), "idx": "3"}
    assert attributes(one(connector, f".//{A}endCxn")) == {"id": str(ids["Mexico"]), "idx": "2"}
    xfrm = one(group.element.grpSpPr, f"{A}xfrm")
    size = [node.attrib.values() for node in xfrm]
    assert size[0] == size[2]
    assert size[1] == size[3]


@pytest.mark.parametrize(
    ("ends", "flips"),
    [
        ((0, 0, 9, 9), (None, None)),
        ((9, 0, 0, 9), ("1", None)),
        ((0, 9, 9, 0), (None, "1")),
        ((9, 9, 0, 0), ("1", "1")),
    ],
)
def test_connector_runs_from_start_to_end(
    tmp_path: Path, ends: tuple[int, int, int, int], flips: tuple[str | None, str | None]
) -> None:
    """A line that runs left or up is flipped, its extent never negative."""
    slide = written(tmp_path, LineBox("Link", *ends, Outline(Color("tx2")), arrow=True))
    xfrm = one(slide, f".//{P}cxnSp/{P}spPr/{A}xfrm")
    assert (xfrm.get("flipH"), xfrm.get("flipV")) == flips
    assert [int(value) for value in one(xfrm, f"{A}ext").attrib.values()] == [9, 9]
    assert one(slide, f".//{A}tailEnd").get("type") == "triangle"


def test_boxes_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Shape names are unique on a slide and meaningful."""
    slide = written(tmp_path, text("a", name="Card"), text("b", name="Card"))
    assert [node.get("name") for node in slide.iter(f"{P}cNvPr")][1:] == [
        "Title",
        "Card",
        "Card (2)",
    ]


def test_text_box_spells_everything_out(tmp_path: Path) -> None:
    """A box that is no placeholder inherits nothing."""
    style = LevelStyle(
        font="major",
        size=16,
        bold=True,
        color=Color("tx1", lum_mod=75, lum_off=25),
        align="r",
        space_after=4,
        bullet="■",
        bullet_color=Color("accent1"),
        bullet_size=0.6,
        margin=228600,
        indent=-228600,
    )
    words = replace(run("Label", style), bold=True)
    box = TextBox(
        "Label",
        Frame(1, 2, 3, 4),
        (Paragraph((words,), style),),
        insets=Insets(1, 2, 3, 4),
        anchor="b",
        fill=Color("Signature gold"),
        outline=Outline(Color("tx2")),
    )
    shape = written(tmp_path, box).findall(f".//{P}sp")[1]
    body = one(shape, f"{P}txBody/{A}bodyPr")
    assert [body.get(key) for key in ("lIns", "tIns", "rIns", "bIns")] == ["1", "2", "3", "4"]
    assert (body.get("wrap"), body.get("anchor")) == ("square", "b")
    assert one(body, f"{A}noAutofit") is not None
    assert one(shape, f"{P}spPr/{A}solidFill/{A}srgbClr").get("val") == "FFBE2E"
    paragraph = one(shape, f".//{A}pPr")
    assert attributes(paragraph) == {"marL": "228600", "indent": "-228600", "algn": "r"}
    assert [etree.QName(child).localname for child in paragraph] == [
        "lnSpc",
        "spcBef",
        "spcAft",
        "buClr",
        "buSzPct",
        "buChar",
    ]
    properties = one(shape, f".//{A}rPr")
    assert (properties.get("sz"), properties.get("b")) == ("1600", "1")
    assert one(properties, f"{A}latin").get("typeface") == "+mj-lt"
    assert [node.get("val") for node in one(properties, f".//{A}schemeClr")] == ["75000", "25000"]


def test_placeholder_carries_only_what_differs(tmp_path: Path) -> None:
    """Level, insets of its own, exact spacing and a smaller run are written, nothing else."""
    small = replace(run("small"), size=24.0)
    paragraph = Paragraph((small,), BODY, level=2, spacing_pt=21.5, space_after=6.0)
    box = TextBox(
        "Body",
        Frame(0, 0, 1, 1),
        (paragraph, Paragraph((), BODY)),
        idx=1,
        insets=Insets(1, 2, 3, 4),
        own_insets=True,
    )
    shape = written(tmp_path, box).findall(f".//{P}sp")[1]
    assert len(one(shape, f"{P}spPr")) == 0
    assert one(shape, f"{P}txBody/{A}bodyPr").get("rIns") == "3"
    first = one(shape, f".//{A}pPr")
    assert attributes(first) == {"lvl": "1"}
    assert one(first, f"{A}lnSpc/{A}spcPts").get("val") == "2150"
    assert one(first, f"{A}spcAft/{A}spcPts").get("val") == "600"
    assert attributes(one(shape, f".//{A}rPr")) == {"lang": "en-US", "sz": "2400"}
    assert len(shape.findall(f".//{A}p")) == 2


def test_moved_placeholder_carries_its_frame_and_fill(tmp_path: Path) -> None:
    """A frame that differs from the layout's, and a fill of its own, are on the slide."""
    box = replace(text("Body", idx=1), moved=True, fill=Color("bg2"), outline=Outline(Color("tx2")))
    properties = one(written(tmp_path, box).findall(f".//{P}sp")[1], f"{P}spPr")
    assert [etree.QName(child).localname for child in properties] == ["xfrm", "solidFill", "ln"]


def test_footer_and_number_are_spelled_out(deck: Deck) -> None:
    """LibreOffice ignores the layout's styling of them, so the slide carries it."""
    number = next(s for s in deck.slides[0].placeholders if s.name == "Slide number")
    field = one(number.element, f".//{A}fld")
    assert field.get("type") == "slidenum"
    assert (one(field, f"{A}rPr").get("sz"), one(field, f"{A}rPr").get("b")) == ("1200", "1")
    assert one(number.element, f".//{A}latin").get("typeface") == "+mn-lt"
    assert one(number.element, f".//{A}pPr").get("algn") == "l"


def test_placeholder_that_the_layout_lacks_is_named(tmp_path: Path) -> None:
    """A box for a placeholder that is not there is never dropped in silence."""
    with pytest.raises(TemplateError, match="has no placeholder 77"):
        written(tmp_path, text("x", idx=77))


def test_deck_of_a_thousand_pages_grows_in_proportion(tmp_path: Path) -> None:
    """Links in a chain, notes and pictures on each page: no recursion, every part once."""
    count = 1000
    pages: list[Page] = [
        page(
            number,
            text("", idx=1, runs=[replace(run("next"), page=number % count + 1)]),
            layout=CONTENT,
            notes="SAY it",
        )
        for number in range(1, count + 1)
    ]
    target = tmp_path / "long.pptx"
    write_deck(pages, small_template(tmp_path / "small.pptx"), target, properties=PROPERTIES)
    assert package_problems(target) == []
