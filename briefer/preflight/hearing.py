"""Checks of what a screen reader tells: alternative text, order, headers, links, language.

In: a briefing and what was made of it. Out: findings (design page "domain", section 3). House
templates keep these rules by construction; agencies' own templates and records may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefer.geometry import Frame
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import (
    Box,
    ChartBox,
    GroupBox,
    Page,
    Paragraph,
    PictureBox,
    TableBox,
    TextBox,
)
from briefer.layout.furniture import (
    DATE,
    FOOTER,
    KICKER,
    MARKING_BOTTOM,
    MARKING_TOP,
    NUMBER,
    SOURCE_LINE,
)
from briefer.layout.scripts import language_of
from briefer.preflight.base import Finding, Subject
from briefer.records import Source, Statement
from briefer.records.addresses import link_of

LONGEST_ALT = 250
_RESOLVER = "https://doi.org/"
_NO_LINK = "is no whole address of the web or of a mailbox, so it is not linked."
_HINTS = {"link-scheme": "Link to the web or to an e-mail address, without a user's name."}
_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|tiff?|bmp|svg|emf|wmf)\s*$", re.IGNORECASE)
_PREFIXED = re.compile(r"\s*(?:an? )?(?:image|picture|photo|graphic) of\b", re.IGNORECASE)
_VAGUE = frozenset(("click here", "here", "link", "this link", "read more", "more", "this"))
_FIRST = (MARKING_TOP, KICKER)
_LAST = (SOURCE_LINE, FOOTER, DATE, NUMBER, MARKING_BOTTOM)
_COMMON = frozenset(("the", "of", "and", "to", "in", "is", "that", "for", "we", "with", "our"))


def alternatives(subject: Subject) -> Iterator[Finding]:
    """Yield an error for what is drawn and not described, a warning for a poor description."""
    for page in subject.pages:
        for box in page.boxes:
            if not isinstance(box, TableBox | ChartBox | PictureBox | GroupBox):
                continue
            origin = box.origin if isinstance(box, PictureBox) else None
            alt = box.alt.strip()
            if not alt:
                words = f"{box.name} has no alternative text."
                yield Finding("alt-missing", "error", words, page.number, page.card, origin)
            elif isinstance(box, PictureBox) and len(alt) > LONGEST_ALT:
                words = f"The alternative text has {len(alt)} characters; keep it to {LONGEST_ALT}."
                yield Finding("alt-long", "warning", words, page.number, page.card, origin)
            elif _FILE.search(alt) or _PREFIXED.match(alt):
                words = f"“{alt[:40]}” does not say what the picture shows."
                yield Finding("alt-poor", "warning", words, page.number, page.card, origin)


def order(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each layout whose boxes are read in another order than they are seen."""
    told: set[str] = set()
    for page in subject.pages:
        wrong = _out_of_order(page)
        if wrong and page.layout not in told:
            told.add(page.layout)
            yield Finding(
                "reading-order",
                "warning",
                wrong,
                page.number,
                page.card,
                hint="Mend the order of the layout's placeholders in the template.",
            )


def _out_of_order(page: Page) -> str:
    """Return which box is read out of order, "" for none."""
    ranks = [_rank(box) for box in page.boxes]
    titles = [place for place, rank in enumerate(ranks) if rank == 1]
    if titles and any(rank > 1 for rank in ranks[: titles[0]]):
        return "The title is read after other content."
    if any(a == 3 and b < 3 for a, b in zip(ranks, ranks[1:], strict=False)):
        return "Footer or source line is read before other content."
    bodies = [box for box, rank in zip(page.boxes, ranks, strict=True) if rank == 2]
    framed = [box for box in bodies if isinstance(box, TextBox | TableBox | ChartBox | PictureBox)]
    for before, after in zip(framed, framed[1:], strict=False):
        if _stands_before(after.frame, before.frame):
            return f"{after.name} is read after {before.name} but stands before it."
    return ""


def _rank(box: Box) -> int:
    """Return 0 for what may precede the title, 1 for the title, 2 for content, 3 for what ends."""
    if isinstance(box, TextBox):
        if box.idx in _FIRST:
            return 0
        if box.ph_type in ("title", "ctrTitle") or (box.tag == "heading" and box.idx == 0):
            return 1
        if box.idx in _LAST:
            return 3
    return 2


def _stands_before(first: Frame, second: Frame) -> bool:
    """Return whether a frame stands above another in its column, or left of it in its row."""
    across = min(first.right, second.right) - max(first.x, second.x)
    down = min(first.bottom, second.bottom) - max(first.y, second.y)
    above = first.bottom <= second.y and 2 * across > min(first.w, second.w)
    left = first.right <= second.x and 2 * down > max(first.h, second.h)
    return above or left


def headers(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each table with a column that has no heading."""
    for page in subject.pages:
        for box in page.boxes:
            if isinstance(box, TableBox) and (len(box.rows) < 2 or not all(_headings(box))):
                yield Finding(
                    "table-header",
                    "warning",
                    f"A column of {box.name} has no heading.",
                    page.number,
                    page.card,
                    hint="Give each column a heading.",
                )


def _headings(table: TableBox) -> list[str]:
    first: Sequence[object] = table.rows[0] if table.rows else ()
    if not first:
        return [""]
    return ["".join(p.text for p in cell.paragraphs).strip() for cell in table.rows[0]]


def links(subject: Subject) -> Iterator[Finding]:
    """Yield findings for links that cannot be followed, or whose words do not say where to."""
    told: set[tuple[str, str]] = set()
    for page in subject.pages:
        for paragraph in paragraphs_of(page.boxes):
            for check, url, words in _links(paragraph):
                if (check, url) in told:
                    continue
                told.add((check, url))
                yield Finding(
                    check,
                    "warning" if check != "link-bare" else "note",
                    words,
                    page.number,
                    page.card,
                    paragraph.origin,
                    hint=_HINTS.get(check, "Let the words of the link say where it leads."),
                )
    yield from _unlinked_sources(subject)


def _links(paragraph: Paragraph) -> Iterator[tuple[str, str, str]]:
    """Yield check, address and words for each poor link of a paragraph."""
    for run in paragraph.runs:
        if not run.url:
            continue
        said = run.text.strip()
        if not link_of(run.url):
            yield "link-scheme", run.url, f"{run.url[:40]!r} {_NO_LINK}"
        elif said.casefold().rstrip(".") in _VAGUE:
            yield "link-vague", run.url, f"The link “{said}” does not say where it leads."
        elif said.startswith(("http://", "https://")) and said == paragraph.text.strip():
            yield "link-bare", run.url, f"The link {said[:40]} is an address without words."
    shown = {run.url for run in paragraph.runs if run.text.strip()}
    for url in dict.fromkeys(run.url for run in paragraph.runs if run.url):
        if url not in shown:
            yield "link-vague", url, f"A link to {url[:40]} has no words."


def _unlinked_sources(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each cited source whose address or DOI is printed, but not linked."""
    for ref in dict.fromkeys(reference.source for reference in subject.deck.references):
        source = subject.records.get(ref)
        if not isinstance(source, Source):
            continue
        resolved = f"{_RESOLVER}{source.doi.removeprefix(_RESOLVER)}" if source.doi else ""
        for field, address in (("address", source.url), ("DOI", resolved)):
            if address and not link_of(address):
                yield Finding(
                    "link-scheme",
                    "warning",
                    f"The {field} of {source.label[:60]}, {address[:40]!r}, {_NO_LINK}",
                    record=ref,
                    hint=f"Correct the {field} in the library.",
                )


def languages(subject: Subject) -> Iterator[Finding]:
    """Yield a note for each page with words told in another language than they are in."""
    for page in subject.pages:
        for paragraph in paragraphs_of(page.boxes):
            wrong = _wrong_language(paragraph, subject)
            if wrong:
                yield Finding(
                    "language",
                    "note",
                    wrong,
                    page.number,
                    page.card,
                    paragraph.origin,
                    hint="Set the proofing language of these words in PowerPoint.",
                )
                break


def _wrong_language(paragraph: Paragraph, subject: Subject) -> str:
    """Return which words would be read out in the wrong language, "" for none."""
    for run in paragraph.runs:
        script = language_of(run.text)
        if script and run.lang.partition("-")[0] != script.partition("-")[0]:
            return f"“{run.text[:30]}” is marked as {run.lang}."
    statement = subject.records.get(paragraph.origin or "")
    if not isinstance(statement, Statement) or paragraph.role != "quote":
        return ""
    spoken = (statement.language or "en").partition("-")[0].casefold()
    english = _COMMON & set(paragraph.text.casefold().split())
    marked = {run.lang.partition("-")[0] for run in paragraph.runs if run.text.strip()}
    if spoken == "en" or english or marked != {"en"}:
        return ""
    return f"“{paragraph.text[:30]}” is in another language and marked as English."
