"""The file as a whole: sections, properties, name, protection, comments, backgrounds, numbers.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import OpenedDeck, Shape, Slide

LONGEST_NAME = 30
"""Characters of a file name without its suffix."""
_FILL_IN = "Fill it in under File, Info."
_AUTHOR = "Fill it in under File, Info, or in Briefer's settings; on the command line by --author."
_DEFAULT = re.compile(r"(default|untitled|unnamed) section|summary section\Z", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_NO_NAME = re.compile(r"(presentation|deck|slides?|untitled|new|document|draft)[ _-]*\d*\Z", re.I)
_NUMBER = re.compile(r"(slide|page)?\s*(\d{1,4})(\s*(/|of)\s*\d{1,4})?\Z", re.IGNORECASE)


def sections(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield sections without a name of their own."""
    hint = "Rename it in the list of slides."
    names = Counter(one.name.strip().casefold() for one in deck.sections)
    for section in deck.sections:
        if not section.name.strip():
            yield Fault("A section has no name.", hint=hint)
        elif _DEFAULT.match(section.name.strip()):
            yield Fault(f"A section is called “{section.name}”.", hint=hint)
    for name, count in names.items():
        if name and count > 1:
            yield Fault(f"{count} sections are called “{name}”.", hint=hint, severity="note")


def no_title(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield that the file tells no title, or one that fits any deck."""
    title = deck.properties.get("title", "")
    if not title:
        yield Fault("The file's properties tell no title.", hint=_FILL_IN)
    elif title.casefold() in ("powerpoint presentation", "presentation", "untitled"):
        yield Fault(f"The file's title is “{title}”.", hint=_FILL_IN)


def no_language(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield that the file tells no language."""
    if not deck.properties.get("language"):
        yield Fault(
            "The file's properties tell no language.",
            hint="Fill it in under File, Info, Properties, Advanced Properties.",
        )


def properties(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield that the file tells no author or no subject."""
    told = (("creator", "author", _AUTHOR), ("subject", "subject", _FILL_IN))
    for key, name, hint in told:
        if not deck.properties.get(key):
            yield Fault(f"The file's properties tell no {name}.", hint=hint)


def file_name(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield a file name that is long, has spaces or says nothing."""
    stem = PurePath(deck.name).stem
    if not _NAME.match(stem):
        yield Fault(
            f"The file name “{deck.name}” has spaces or special characters.",
            hint="Use letters, digits, hyphens and underscores.",
        )
    if len(stem) > LONGEST_NAME:
        yield Fault(
            f"The file name has {len(stem)} characters; {LONGEST_NAME} are enough.",
            hint="Shorten it.",
        )
    if _NO_NAME.match(stem):
        yield Fault(f"The file name “{deck.name}” says nothing.", hint="Name what it is about.")


def protected(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield that the deck may not be changed without a password."""
    if deck.locked:
        yield Fault(
            "The deck asks for a password before it may be changed.",
            hint="Remove it under File, Save As, Tools, General Options.",
        )


def whole(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield parts that the file holds twice."""
    for name in deck.double[:10]:
        yield Fault(
            f"The file holds the part {name} twice; programs differ in which one they show.",
            hint="Open and save it in PowerPoint, and see what is left.",
        )


def comments(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with comments left on them."""
    for slide in deck.slides:
        if slide.comments:
            many = "comment is" if slide.comments == 1 else "comments are"
            yield Fault(
                f"{slide.comments} {many} left on the slide.",
                slide,
                hint="Answer and delete them, or run File, Info, Inspect Document.",
            )


def backgrounds(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with a picture as background."""
    for slide in deck.slides:
        if slide.background_picture:
            yield Fault(
                "A picture fills the background.",
                slide,
                hint="Choose a plain background; write “draft” and its like as text.",
            )


def typed_numbers(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slide numbers that are typed, in their placeholder or in the foot of slides."""
    feet = [(slide, shape) for slide in deck.slides for shape in _typed(slide, deck.size[1])]
    for slide, shape in feet:
        if shape.placeholder == "sldNum" or len(feet) > 1:
            yield Fault(
                "The slide number is typed and stays as it is when slides move.",
                slide,
                shape,
                "Insert it by Insert, Slide Number.",
            )


def _typed(slide: Slide, height: int) -> Iterator[Shape]:
    """Yield shapes that show the slide's own number without a field."""
    for shape in slide.spoken():
        runs = [run for one in shape.paragraphs for run in one.runs]
        if any(run.field == "slidenum" for run in runs) or not shape.text.strip():
            continue
        found = _NUMBER.match(shape.text.strip())
        at_foot = shape.frame is not None and shape.frame.y > height * 0.8
        if shape.placeholder == "sldNum" or (
            found and int(found.group(2)) == slide.number and at_foot and not shape.placeholder
        ):
            yield shape


RULES = (
    DeckRule(
        "sections",
        "Sections have names of their own",
        "warning",
        "Sections are a way through a long deck; “Default Section” leads nowhere.",
        "WCAG 2.4.6; WA",
        (22,),
        ("2.4.6",),
        sections,
    ),
    DeckRule(
        "file-title",
        "The file's properties tell its title",
        "warning",
        "Screen readers announce a file by its title.",
        "WCAG 2.4.2; HHS 1.3",
        (24,),
        ("2.4.2",),
        no_title,
    ),
    DeckRule(
        "file-language",
        "The file's properties tell its language",
        "warning",
        "The language chooses the voice that reads the text.",
        "WCAG 3.1.1; HHS 1.3",
        (14, 24),
        ("3.1.1",),
        no_language,
    ),
    DeckRule(
        "properties",
        "The file's properties tell author and subject",
        "warning",
        "Archives and colleagues find a file by them.",
        "HHS 1.3",
        (24,),
        (),
        properties,
    ),
    DeckRule(
        "file-name",
        f"The file name is plain, tells something and has at most {LONGEST_NAME} characters",
        "note",
        "It is what is heard first, and what links and archives have to carry.",
        "HHS 1.1, 1.2; SSA 1; MCFP",
        (25,),
        (),
        file_name,
    ),
    DeckRule(
        "protection",
        "The deck is not locked",
        "error",
        "Protection may lock out the programs that people with disabilities read with.",
        "MS; PSG",
        (23,),
        ("4.1.2",),
        protected,
    ),
    DeckRule(
        "double-parts",
        "The file holds each part once",
        "error",
        "Programs differ in which of two they show: what was checked may not be what is seen.",
        "WCAG 4.1.1",
        (),
        ("4.1.1",),
        whole,
    ),
    DeckRule(
        "comments",
        "No comments are left",
        "warning",
        "They are not part of what is shown, and often are not meant for readers.",
        "HHS 1.5, 1.6",
        (26,),
        (),
        comments,
    ),
    DeckRule(
        "background",
        "No picture fills a background",
        "warning",
        "Text over a picture is hard to read, and what the picture says is not read aloud.",
        "WCAG 1.4.3, 1.4.5; HHS 1.8",
        (27,),
        ("1.4.3", "1.4.5"),
        backgrounds,
    ),
    DeckRule(
        "slide-number",
        "Slide numbers are fields",
        "warning",
        "A typed number is wrong as soon as a slide moves.",
        "HHS",
        (29,),
        (),
        typed_numbers,
    ),
)
