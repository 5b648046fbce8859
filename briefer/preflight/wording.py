"""Checks of words and fit: titles, length, continuation, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefer.content import Panel
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Page, TextBox
from briefer.layout.furniture import DATE, FOOTER, KICKER, MARKING_BOTTOM, MARKING_TOP
from briefer.preflight.base import Finding, Subject

LONGEST_TITLE = 110
MOST_POINTS = 5
MOST_PARTS = 3
LONGEST_STATEMENT = 380
"""Characters of four lines of a memo, which a bottom line has at most (design page "domain", 2)."""
_MARKUP = ("**", "[@")
_SHOWN = 40
_CUT = "\N{HORIZONTAL ELLIPSIS}"
_LABELS = {KICKER: "line above the title", FOOTER: "footer", DATE: "date"}


def titles(subject: Subject) -> Iterator[Finding]:
    """Yield findings for titles that are missing, too long or not unique."""
    counts = Counter(slide.title.casefold() for slide in subject.deck.slides)
    for slide in subject.deck.slides:
        if not slide.title.strip():
            yield subject.finding("title-missing", "error", "The slide has no title.", slide=slide)
        elif counts[slide.title.casefold()] > 1:
            yield subject.finding(
                "title-duplicate",
                "error",
                f"More than one slide is titled “{slide.title}”.",
                slide=slide,
                hint="Give each slide a title of its own.",
            )
        if len(slide.title) > LONGEST_TITLE:
            yield subject.finding(
                "title-long",
                "warning",
                f"The title has {len(slide.title)} characters; keep it to {LONGEST_TITLE}.",
                slide=slide,
            )


def markings(subject: Subject) -> Iterator[Finding]:
    """Yield an error for the first page on which the marking had to be cut to fit its band."""
    for page in subject.pages:
        shown = [
            "".join(paragraph.text for paragraph in box.paragraphs)
            for box in page.boxes
            if isinstance(box, TextBox) and box.idx in (MARKING_TOP, MARKING_BOTTOM)
        ]
        if any(words.endswith(_CUT) and words != subject.deck.marking for words in shown):
            yield Finding(
                "marking",
                "error",
                "The marking does not fit its band and was cut.",
                page.number,
                hint="Put the short banner here and the rest on the title slide.",
            )
            return


def labels(subject: Subject) -> Iterator[Finding]:
    """Yield one warning for each kicker, footer or date that had to be cut to fit its line."""
    told: set[str] = set()
    for page in subject.pages:
        for box in page.boxes:
            if not isinstance(box, TextBox) or box.idx not in _LABELS:
                continue
            words = "".join(paragraph.text for paragraph in box.paragraphs)
            if words.endswith(_CUT) and words not in told and not _is_whole(words, page, subject):
                told.add(words)
                yield Finding(
                    "label",
                    "warning",
                    f"The {_LABELS[box.idx]} “{words[:_SHOWN]}…” is too long and was cut.",
                    page.number,
                    page.card,
                    hint="Shorten it.",
                )


def _is_whole(words: str, page: Page, subject: Subject) -> bool:
    """Return whether a label ends in an ellipsis because that is how it was written."""
    slides = [slide for slide in subject.deck.slides if slide.key == page.slide]
    return words in (subject.deck.footer, subject.deck.date, *(slide.kicker for slide in slides))


def markup(subject: Subject) -> Iterator[Finding]:
    """Yield one warning for each page that prints `**` or `[@` as they stand.

    They were meant to make bold or a citation and do not: unclosed, misspelt, or in a field whose
    words are printed as they are.
    """
    for page in subject.pages:
        texts = [paragraph.text for paragraph in paragraphs_of(page.boxes)]
        raw = [text for text in texts if any(mark in text for mark in _MARKUP)]
        if raw:
            yield Finding(
                "markup",
                "warning",
                f"“{raw[0][:_SHOWN]}” prints stars or an at-sign that should not show.",
                page.number,
                page.card,
                hint="Close bold with **, cite with [@record-id], or take them out.",
            )


def pictures(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each picture that cannot be shown, so that initials stand instead."""
    for page in subject.pages:
        for picture in page.unshown:
            yield Finding(
                "picture",
                "warning",
                f"The picture {picture.file[:_SHOWN]!r} {picture.problem}; initials stand instead.",
                page.number,
                page.card,
                picture.record,
                hint="Give the record a PNG or JPEG file with alternative text.",
            )


def length(subject: Subject) -> Iterator[Finding]:
    """Yield findings for slides that run on, cut labels and overfull bottom lines."""
    for page in subject.pages:
        if page.part == MOST_PARTS + 1 and page.card is not None:
            yield Finding(
                "continued",
                "warning",
                f"The slide takes {page.parts} pages.",
                page.number,
                page.card,
                hint="Split the card, or show fewer records.",
            )
        if page.shortened:
            yield Finding(
                "shortened",
                "error",
                "A title, name or label was cut to fit its place.",
                page.number,
                page.card,
                hint="Reword it shorter.",
            )
    yield from _bottom_lines(subject)


def _bottom_lines(subject: Subject) -> Iterator[Finding]:
    """Yield warnings for bottom lines with too many points or too long a statement."""
    for slide in subject.deck.slides:
        if slide.kind != "bluf":
            continue
        panels = [block for block in slide.blocks if isinstance(block, Panel)]
        points = sum(para.role == "point" for panel in panels for para in panel.paras)
        if points > MOST_POINTS:
            yield subject.finding(
                "too-many-points",
                "warning",
                f"The bottom line has {points} points; {MOST_POINTS} are read.",
                slide=slide,
            )
        stated = [para for panel in panels if panel.place == "statement" for para in panel.paras]
        characters = sum(len(para.text) for para in stated if para.role == "body")
        if characters > LONGEST_STATEMENT:
            yield subject.finding(
                "bottom-line-long",
                "warning",
                f"The bottom line has {characters} characters; four lines hold"
                f" {LONGEST_STATEMENT}.",
                slide=slide,
                hint="Say it in two sentences; the points carry the rest.",
            )
