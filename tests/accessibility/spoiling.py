"""For each rule, ways to make the clean deck break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

from tests.accessibility.decks import (
    CHART,
    TABLE,
    TEXT,
    Deck,
    P,
    add_text,
    describe,
    element,
    identity,
    png,
    seasons,
    tell_language,
)
from tests.accessibility.spoiling_text import (
    bare_address,
    body,
    broken_link,
    click_here,
    dashes,
    dot,
    empty_lines,
    half_address,
    link_to_file,
    link_to_share,
    no_language,
    numbers,
    picture,
    running_link,
    unusual_link,
    video,
    wordless_link,
    wrong_language,
)

DECORATIVE = (
    '<a:ext uri="{uri}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
RIGHT_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
WRONG_URI = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"


def table(deck: Deck) -> Deck:
    """Return the table."""
    return deck.slides[TABLE].shapes[-1].table


def chart_shape(deck: Deck) -> Deck:
    """Return the shape that holds the chart."""
    return deck.slides[CHART].shapes[-1]


def mark_decorative(shape: Deck, uri: str = RIGHT_URI) -> None:
    """Mark a shape as decorative, at the right place or another."""
    extensions = element("<a:extLst/>")
    extensions.append(element(DECORATIVE.replace("{uri}", uri)))
    identity(shape).append(extensions)


def no_title(deck: Deck) -> None:
    """Take a slide's title away."""
    title = deck.slides[TEXT].shapes.title._element
    title.getparent().remove(title)


def empty_title(deck: Deck) -> None:
    """Empty a slide's title."""
    deck.slides[TEXT].shapes.title.text = " "


def title_in_text_box(deck: Deck) -> None:
    """Put a slide's title into a text box."""
    no_title(deck)
    add_text(deck.slides[TEXT], "Rivers and lakes", top=0.4, size=32)


def same_title(deck: Deck) -> None:
    """Give two slides one title."""
    deck.slides[CHART].shapes.title.text = "two rivers are longer than the  third"


def second_title(deck: Deck) -> None:
    """Make a slide's text a title too."""
    mark = body(deck)._element.xpath(".//p:ph")[0]
    mark.set("type", "title")


def no_alternative(deck: Deck) -> None:
    """Take a picture's alternative text away."""
    describe(picture(deck), " ")


def table_without_alternative(deck: Deck) -> None:
    """Take a table's alternative text away."""
    describe(deck.slides[TABLE].shapes[-1], "")


def drawing_without_alternative(deck: Deck) -> None:
    """Add an arrow without alternative text."""
    shape = deck.slides[TEXT].shapes.add_shape(33, Inches(8), Inches(0.2), Inches(1), Inches(0.2))
    shape.name = "Arrow"


def group_without_alternative(deck: Deck) -> None:
    """Add a group of two pictures, none of them described."""
    group = deck.slides[TEXT].shapes.add_group_shape()
    for place in (1, 2):
        one = group.shapes.add_picture(png(), Inches(place), Inches(0), Inches(0.2), Inches(0.2))
        describe(one, "")


def file_name_as_alternative(deck: Deck) -> None:
    """Leave a picture's file name as its alternative text, as python-pptx does."""
    describe(picture(deck), "secret_case.PNG")


def generic_alternative(deck: Deck) -> None:
    """Describe a picture as "Picture 4"."""
    describe(picture(deck), "Picture 4")


def guessed_alternative(deck: Deck) -> None:
    """Leave what PowerPoint guessed."""
    describe(picture(deck), "A close up of a map\n\nDescription automatically generated")


def long_alternative(deck: Deck) -> None:
    """Describe a picture at length."""
    describe(picture(deck), "A lake. " * 40)


def image_of(deck: Deck) -> None:
    """Begin with what screen readers say anyway."""
    describe(picture(deck), "An image of a lake between two hills")


def decorative_and_described(deck: Deck) -> None:
    """Mark a described picture as decorative."""
    mark_decorative(picture(deck))


def decorative_chart(deck: Deck) -> None:
    """Mark a chart as decorative."""
    describe(chart_shape(deck), "")
    mark_decorative(chart_shape(deck))


def decorative_at_wrong_place(deck: Deck) -> None:
    """Mark a picture as decorative where PowerPoint does not look."""
    mark_decorative(picture(deck), WRONG_URI)


def loose_lines(deck: Deck) -> None:
    """Draw three lines."""
    for place in (1, 2, 3):
        line = deck.slides[TEXT].shapes.add_connector(1, Inches(place), 0, Inches(9), Inches(1))
        describe(line, "Leads to the sea.")


def untitled_chart(deck: Deck) -> None:
    """Take a chart's title away."""
    chart_shape(deck).chart.has_title = False


def chart_without_notes(deck: Deck) -> None:
    """Empty the notes beside a chart."""
    deck.slides[CHART].notes_slide.notes_text_frame.text = ""


def two_series(deck: Deck) -> Deck:
    """Give the chart a second series that has only a colour of its own; return the chart."""
    chart = chart_shape(deck).chart
    chart.replace_data(seasons(Hills=(4, 2), Plain=(3, 1)))
    return chart


def series_by_legend(deck: Deck) -> None:
    """Tell two series apart by a legend of colours."""
    two_series(deck).has_legend = True


def pie_without_labels(deck: Deck) -> None:
    """Add a pie whose parts have no names."""
    data = seasons(Rain=(4, 2))
    frame = deck.slides[CHART].shapes.add_chart(
        XL_CHART_TYPE.PIE, Inches(1), Inches(6.1), Inches(1), Inches(1), data
    )
    frame.chart.has_legend = False
    describe(frame, "Pie of rain by season.")


def picture_of_chart(deck: Deck) -> None:
    """Describe a picture as a chart."""
    describe(picture(deck), "Bar chart of rain by season.")


def picture_of_text(deck: Deck) -> None:
    """Describe a picture as one of text."""
    describe(picture(deck), "Screenshot of the water act, section 2.")


def headless_table(deck: Deck) -> None:
    """Unmark a table's header row."""
    table(deck).first_row = False


def merged_cells(deck: Deck) -> None:
    """Merge two cells."""
    table(deck).cell(1, 0).merge(table(deck).cell(2, 0))


def blank_cell(deck: Deck) -> None:
    """Empty a cell."""
    table(deck).cell(2, 1).text = ""


def tabbed_table(deck: Deck) -> None:
    """Set a table with tabs."""
    body(deck).text_frame.text = "River\tLength\nNorth\t200 km\nSouth\t90 km"
    tell_language(deck.slides[TEXT])


def title_last(deck: Deck) -> None:
    """Put a slide's title behind all."""
    tree = deck.slides[TABLE].shapes._spTree
    tree.append(deck.slides[TABLE].shapes.title._element)


def footer_first(deck: Deck) -> None:
    """Put a footer before the text."""
    slide = deck.slides[TABLE]
    box = add_text(slide, "Staff")
    box._element.xpath("./p:nvSpPr/p:nvPr")[0].append(element('<p:ph type="ftr" idx="11"/>'))
    slide.shapes._spTree.insert(3, box._element)


def columns_swapped(deck: Deck) -> None:
    """Read the right column before the left one."""
    slide = deck.slides[TEXT]
    body(deck)._element.addprevious(slide.placeholders[2]._element)


def text_in_boxes(deck: Deck) -> None:
    """Write a slide's text into a text box."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Boxes hold all there is to say"
    add_text(slide, "This text stands in a text box and Outline View shows nothing of it", top=2)
    tell_language(slide)


def empty_placeholder(deck: Deck) -> None:
    """Leave a placeholder empty."""
    deck.slides[TEXT].placeholders[2].text_frame.text = ""


def master_text(deck: Deck, words: str) -> None:
    """Write words on the master."""
    box = deck.slides[TEXT].shapes.add_textbox(0, 0, Inches(2), Inches(0.3))
    box.text_frame.text = words
    deck.slide_masters[0].shapes._spTree.append(box._element)


def marking_in_master(deck: Deck) -> None:
    """Write a marking on the master only."""
    master_text(deck, "CUI//SP-PRVCY")


def agency_in_master(deck: Deck) -> None:
    """Write an agency's name on the master only."""
    master_text(deck, "Bureau of Lakes")


def macro_link(deck: Deck) -> None:
    """Let a picture start a macro."""
    identity(picture(deck)).append(
        element('<a:hlinkClick r:id="" action="ppaction://macro?name=Lakes"/>')
    )


def outside_picture(deck: Deck) -> None:
    """Show a picture that is not in the file."""
    blip = picture(deck)._element.xpath(".//a:blip")[0]
    blip.set(f"{{{element('<a:x/>').nsmap['r']}}}link", "rId77")


def pale_text(deck: Deck) -> None:
    """Write light grey on white."""
    for run in body(deck).text_frame.paragraphs[0].runs:
        run.font.color.rgb = cast("Any", RGBColor)(0xBB, 0xBB, 0xBB)


def text_on_picture(deck: Deck) -> None:
    """Write text over a picture."""
    slide = deck.slides[TABLE]
    below = slide.shapes.add_picture(png(), Inches(1), Inches(6), Inches(4), Inches(1))
    describe(below, "A lake.")
    add_text(slide, "Lake", top=6.3)


def tiny_text(deck: Deck) -> None:
    """Set text in 9 pt."""
    body(deck).text_frame.paragraphs[0].runs[0].font.size = Pt(9)


def small_body(deck: Deck) -> None:
    """Set long running text in 14 pt."""
    for paragraph in body(deck).text_frame.paragraphs:
        paragraph.runs[0].text = "Rivers carry water from the hills to the sea all year round. "
        paragraph.runs[0].font.size = Pt(14)


def odd_font(deck: Deck) -> None:
    """Set text in a font that nobody lists."""
    body(deck).text_frame.paragraphs[0].runs[0].font.name = "Papyrus"


def animated(deck: Deck, repeat: str = "") -> None:
    """Animate a shape."""
    deck.slides[TEXT]._element.append(
        element(
            "<p:timing ><p:tnLst><p:par>"
            f'<p:cTn id="1" {repeat}><p:childTnLst><p:set><p:cBhvr><p:cTn id="2"/>'
            "</p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def repeating(deck: Deck) -> None:
    """Animate a shape for ever."""
    animated(deck, 'repeatCount="indefinite"')


def advancing(deck: Deck) -> None:
    """Let a slide go on by itself."""
    deck.slides[TEXT]._element.append(element('<p:transition advTm="3000"/>'))


def fading(deck: Deck) -> None:
    """Let a slide fade in."""
    deck.slides[TEXT]._element.append(element("<p:transition ><p:fade/></p:transition>"))


def flickering(deck: Deck) -> None:
    """Let a slide come in as a checkerboard."""
    deck.slides[TEXT]._element.append(element("<p:transition ><p:checker/></p:transition>"))


def sections(*names: str) -> Callable[[Deck], None]:
    """Return what gives a deck sections of these names."""

    def add(deck: Deck) -> None:
        space = "http://schemas.microsoft.com/office/powerpoint/2010/main"
        listed = "".join(
            f'<p14:section name="{name}" id="{{0000000{place}-0000-0000-0000-000000000000}}">'
            "<p14:sldIdLst/></p14:section>"
            for place, name in enumerate(names)
        )
        extensions = element("<p:extLst/>")
        extensions.append(
            element(
                f'<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}" xmlns:p14="{space}">'
                f"<p14:sectionLst>{listed}</p14:sectionLst></p:ext>"
            )
        )
        old = deck.part._element.find(f"{P}extLst")
        if old is not None:
            deck.part._element.remove(old)
        deck.part._element.append(extensions)

    return add


def core(field: str, value: str = "") -> Callable[[Deck], None]:
    """Return what writes a core property."""

    def write(deck: Deck) -> None:
        setattr(deck.core_properties, field, value)

    return write


def locked(deck: Deck) -> None:
    """Ask for a password before changes."""
    deck.part._element.append(element('<p:modifyVerifier hashData="aGFzaA=="/>'))


def background_picture(deck: Deck) -> None:
    """Fill a slide's background with a picture."""
    common = deck.slides[TABLE]._element.find(f"{P}cSld")
    common.insert(
        0,
        element(
            '<p:bg ><p:bgPr><a:blipFill><a:blip r:embed="rId1"/><a:stretch/></a:blipFill>'
            "<a:effectLst/></p:bgPr></p:bg>"
        ),
    )


def typed_number(deck: Deck) -> None:
    """Type the number of each slide at its foot."""
    for number, slide in enumerate(deck.slides, start=1):
        add_text(slide, f"Slide {number}", left=0.2, top=7.1)


SPOILS: tuple[tuple[str, str, Callable[[Deck], None]], ...] = (
    ("title", "error", no_title),
    ("title", "error", empty_title),
    ("title", "error", title_in_text_box),
    ("title-twice", "warning", same_title),
    ("one-title", "warning", second_title),
    ("alt-missing", "error", no_alternative),
    ("alt-missing", "error", table_without_alternative),
    ("alt-missing", "error", drawing_without_alternative),
    ("alt-missing", "error", group_without_alternative),
    ("alt-poor", "error", file_name_as_alternative),
    ("alt-poor", "error", generic_alternative),
    ("alt-poor", "error", guessed_alternative),
    ("alt-long", "warning", long_alternative),
    ("alt-opening", "warning", image_of),
    ("decorative", "warning", decorative_and_described),
    ("decorative", "warning", decorative_chart),
    ("decorative", "warning", decorative_at_wrong_place),
    ("loose-drawing", "warning", loose_lines),
    ("chart-title", "warning", untitled_chart),
    ("chart-notes", "note", chart_without_notes),
    ("chart-colour", "error", two_series),
    ("chart-colour", "note", series_by_legend),
    ("chart-colour", "error", pie_without_labels),
    ("chart-picture", "warning", picture_of_chart),
    ("text-picture", "warning", picture_of_text),
    ("table-header", "error", headless_table),
    ("table-merged", "warning", merged_cells),
    ("table-blank", "warning", blank_cell),
    ("table-typed", "warning", tabbed_table),
    ("title-first", "warning", title_last),
    ("footer-last", "warning", footer_first),
    ("reading-order", "warning", columns_swapped),
    ("text-boxes", "warning", text_in_boxes),
    ("empty-placeholder", "warning", empty_placeholder),
    ("marking-in-master", "error", marking_in_master),
    ("master-text", "note", agency_in_master),
    ("typed-bullets", "warning", dashes),
    ("typed-bullets", "warning", numbers),
    ("typed-bullets", "warning", dot),
    ("empty-lines", "warning", empty_lines),
    ("language", "warning", no_language),
    ("language-script", "warning", wrong_language),
    ("link-text", "warning", click_here),
    ("link-text", "warning", bare_address),
    ("link-text", "error", wordless_link),
    ("link-target", "error", link_to_file),
    ("link-target", "error", link_to_share),
    ("link-target", "error", running_link),
    ("link-target", "warning", unusual_link),
    ("link-target", "warning", half_address),
    ("link-target", "error", broken_link),
    ("link-target", "error", macro_link),
    ("outside-pictures", "warning", outside_picture),
    ("contrast", "error", pale_text),
    ("contrast-unknown", "note", text_on_picture),
    ("font-floor", "warning", tiny_text),
    ("font-body", "note", small_body),
    ("font-family", "note", odd_font),
    ("animation", "warning", animated),
    ("animation", "error", repeating),
    ("advance", "error", advancing),
    ("transition", "note", fading),
    ("transition", "error", flickering),
    ("captions", "error", video),
    ("sections", "warning", sections("Default Section")),
    ("sections", "warning", sections("")),
    ("sections", "note", sections("Rivers", "rivers")),
    ("file-title", "warning", core("title")),
    ("file-title", "warning", core("title", "PowerPoint Presentation")),
    ("file-language", "warning", core("language")),
    ("properties", "warning", core("author")),
    ("properties", "warning", core("subject")),
    ("protection", "error", locked),
    ("background", "warning", background_picture),
    ("slide-number", "warning", typed_number),
)
"""Rule, severity, and what breaks it. Rules on the file itself have tests of their own."""
