"""The whole chain on one page: store -> records -> slides -> numbers -> pages -> findings, deck.

Used by window and command line alike. Each stage is one function of values; only `gather` touches
the store and only `export_deck` writes a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from briefer import __version__
from briefer.citations import STYLES, Style, chosen_style, number_citations, remarks
from briefer.citations.choosing import Remark
from briefer.compose import slides_of
from briefer.compose.kinds.sources import sources_slide
from briefer.content import Deck, Picture
from briefer.errors import BriefingFileError
from briefer.layout.boxes import Page, Properties
from briefer.layout.memo import Memo
from briefer.layout.metrics import FAMILIES
from briefer.layout.paginate import lay_out
from briefer.layout.pictures import PictureFile
from briefer.layout.text import setter_of
from briefer.marked import banner_of, opening_of, require_marked, roll_up, with_block, with_portions
from briefer.preflight import Finding, Subject, Terms, findings_of
from briefer.preflight.blocking import overridden, require_unblocked
from briefer.provenance import Origins
from briefer.provenance.digests import form_digest
from briefer.provenance.manifest import BriefingFacts, CardFacts, CiteFacts
from briefer.records import Record
from briefer.records.actor import is_file_name
from briefer.records.base import Ref
from briefer.records.gathered import Gathered
from briefer.records.vocabulary import TOPICS
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.form import BriefingFile, format_briefing
from briefer.template.model import Template

LARGEST_PICTURE = 40_000_000
"""Bytes that a picture file may have."""


@dataclass(frozen=True)
class Built:
    """A briefing with everything made from it, ready to preview, check and write."""

    briefing: Briefing
    deck: Deck
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    records: Gathered


@dataclass(frozen=True)
class ExportReport:
    """What an export wrote: counts of slides, cite numbers and sources, and the findings."""

    path: Path
    slides: int
    citations: int
    sources: int
    findings: tuple[Finding, ...]


def keeping(built: Built, before: Built | None) -> Built:
    """Return the same with every page that was there before as the very object it was.

    Whoever keeps something of a page, such as its picture, then knows it by identity, which costs
    nothing; comparing pages by value takes as long as painting them.
    """
    if before is None:
        return built
    known = {page.number: page for page in before.pages}
    pages = tuple(
        known[page.number] if known.get(page.number) == page else page for page in built.pages
    )
    return replace(built, pages=pages)


def gather(store: Store, briefing: Briefing, snapshot: Iterable[Record] = ()) -> Gathered:
    """Return the records a briefing needs, one level around them, and all their sources.

    Records that the store lacks come from the briefing's snapshot; where both hold a record the
    store's stands. Quotations are compared with the texts that are attached to their sources.
    """
    carried = {record.id: record for record in snapshot}
    with store.reading():
        held = store.gather(wanted_refs(briefing))
        known = {**carried, **held}
        return Gathered(known.values(), compared=store.compared(known.values()))


def wanted_refs(briefing: Briefing) -> list[Ref]:
    """Return the records that a briefing asks for by itself: those on cards, those in words."""
    wanted = [ref for card in briefing.cards for ref in card.records]
    return [*wanted, *_cited_in_words(briefing)]


def require_records(briefing: Briefing, records: Gathered, name: str) -> None:
    """Raise BriefingFileError, naming file and field, where a card's record is nowhere held.

    A command then writes no deck with holes; the window tells it and shows a placeholder.
    """
    for number, section in enumerate(briefing.sections):
        for place, card in enumerate(section.cards):
            for index, ref in enumerate(card.records):
                if ref not in records:
                    raise BriefingFileError(
                        f"{name}: sections[{number}].cards[{place}].records[{index}]: "
                        f"no record {ref!r} in the library or in the file's snapshot.",
                        hint="Pick another from the library, or take it off the card.",
                    )


def _cited_in_words(briefing: Briefing) -> list[str]:
    """Return what may be record ids in a briefing's wording: the keys, and `[@id]` marks."""
    found: list[str] = []
    for card in briefing.cards:
        for field, words in card.text:
            found.extend(part.split("]", 1)[0] for part in words.split("[@")[1:])
            if "/" in field:
                found.append(field)
    return found


def build(
    briefing: Briefing,
    records: Gathered,
    template: Template,
    *,
    pictures: Path | None = None,
    memo: Memo | None = None,
    styles: Mapping[str, Style] = STYLES,
    terms: Terms | None = None,
) -> Built:
    """Return a briefing's slides, pages and findings on a template.

    `pictures` is the folder in which records' picture files lie. `styles` are the
    citation styles there are; one that is not among them gives way to the house style, which is a
    finding. With a `memo` of an earlier run
    slides that stayed as they were are not laid out again. `terms` is what the checks go by.
    """
    style, lacking = chosen_style(briefing.style, styles)
    numbered = number_citations(slides_of(briefing, records), records, style=style)
    sources = sources_slide(numbered.works, numbered.references)
    slides = (*numbered.slides, *((sources,) if sources else ()))
    rollup = roll_up(briefing, slides, records)
    banner = banner_of(briefing)
    deck = Deck(
        title=briefing.title,
        slides=with_block(with_portions(slides, rollup, briefing, records), banner),
        references=numbered.references,
        footer=" | ".join(part for part in (briefing.title, briefing.audience) if part),
        date=briefing.date,
        marking=banner.text,
        notice=banner.notice,
        opening=opening_of(banner, slides),
        ink=banner.ink,
        ground=banner.ground,
    )
    files = read_pictures(deck, pictures)
    pages = lay_out(deck, template, setter_of(template), pictures=files, memo=memo)
    terms = terms or Terms()
    if terms.now is None:
        terms = replace(terms, now=datetime.now(UTC))
    findings = findings_of(Subject(briefing, deck, pages, records, terms, template))
    told = [*([lacking] if lacking else []), *remarks(style, numbered.references, records)]
    setup = _setup_findings(told, template)
    return Built(briefing, deck, pages, (*setup, *findings), records)


def read_pictures(deck: Deck, folder: Path | None) -> dict[str, PictureFile]:
    """Return the picture files that a deck's slides name, read from a folder or told why not."""
    blocks = (block for slide in deck.slides for block in slide.blocks)
    names = {block.file for block in blocks if isinstance(block, Picture)}
    return {name: _picture_file(name, folder) for name in names}


def _picture_file(name: str, folder: Path | None) -> PictureFile:
    if not is_file_name(name):
        return PictureFile(problem="is named by a path; give its name alone")
    path = folder / name if folder else None
    if path is None or not path.is_file():
        return PictureFile(problem="is not in the folder “pictures” beside the library")
    try:
        if path.stat().st_size > LARGEST_PICTURE:
            return PictureFile(problem=f"is larger than {LARGEST_PICTURE // 1_000_000} MB")
        return PictureFile(path.read_bytes())
    except OSError as error:
        return PictureFile(problem=f"cannot be read ({error.strerror})")


def _setup_findings(told: Iterable[Remark], template: Template) -> tuple[Finding, ...]:
    """Return what is told of the citation style, and a warning for fonts without widths.

    A style that is not here is a warning, what one leaves out of a source a note.
    """
    found = [
        Finding(
            "style-gaps" if remark.source else "style",
            "note" if remark.source else "warning",
            remark.message,
            record=remark.source,
            hint=remark.hint,
        )
        for remark in told
    ]
    for font in dict.fromkeys((template.major_font, template.minor_font)):
        if font not in FAMILIES:
            message = (
                f"The template's font {font!r} has no table of widths; lines may break elsewhere."
            )
            found.append(Finding("font", "warning", message, hint="Look through the deck's text."))
    return tuple(found)


def properties_of(built: Built, *, author: str = "") -> Properties:
    """Return the core properties of a deck: title, subject, author, keywords, marking."""
    topics = sorted(
        {topic for slide in built.deck.slides for topic in _topics(slide.records, built)}
    )
    return Properties(
        title=built.briefing.title or "Briefing",
        subject=built.briefing.subtitle,
        author=author,
        keywords=", ".join((*((built.deck.marking,) if built.deck.marking else ()), *topics)),
        category=built.deck.marking,
        status=built.deck.notice,
    )


def _topics(refs: Iterable[str], built: Built) -> list[str]:
    """Return the topics of records, in the words of the vocabulary."""
    records = (built.records.get(ref) for ref in refs)
    return [TOPICS.label(topic) for r in records if r is not None for topic in r.topics]


def origins_of(built: Built, template: Template) -> Origins:
    """Return what a deck tells of its origins: briefing, cards, records, cite numbers."""
    briefing = built.briefing
    return Origins(
        version=__version__,
        briefing=BriefingFacts(
            title=briefing.title,
            digest=form_digest(format_briefing(BriefingFile(briefing))),
            subtitle=briefing.subtitle,
            audience=briefing.audience,
            date=briefing.date,
            marking=briefing.marking,
            style=briefing.style,
            template=template.name,
            overrides=tuple(d.name for d in overridden(built.findings, briefing)),
        ),
        cards=tuple(
            _card_facts(index, section.title, card) for index, section, card in briefing.placed()
        ),
        cites=tuple(
            CiteFacts(
                reference.number,
                reference.source,
                reference.letter,
                reference.locator.label if reference.locator else "",
                reference.locator.value if reference.locator else "",
            )
            for reference in built.deck.references
        ),
        records=built.records,
    )


def _card_facts(index: int, section: str, card: Card) -> CardFacts:
    """Return a card without its words, which stand on its slides where they are shown."""
    worded = (("title",) if card.title else ()) + tuple(field for field, _ in card.text)
    options = tuple(f"{name}={json.dumps(value)}" for name, value in card.options)
    return CardFacts(index, card.kind, section, card.records, options, worded)


def check_marking(built: Built) -> None:
    """Raise ExportError where a briefing is marked lower than what its slides hold.

    Whatever is written of a briefing is held to this; no override lifts it.
    """
    require_marked(built.briefing, roll_up(built.briefing, built.deck.slides, built.records))


def check_findings(built: Built) -> None:
    """Raise ExportError where an error that nobody has overridden holds an export back."""
    require_unblocked(built.findings, built.briefing)


def _nothing(done: int, total: int) -> None:
    """Take a step of progress and do nothing with it."""


def _never() -> bool:
    """Return that nobody cancelled."""
    return False


def export_deck(
    built: Built,
    template: Template,
    target: Path,
    *,
    author: str = "",
    overwrite: bool = False,
    progress: Callable[[int, int], None] = _nothing,
    cancelled: Callable[[], bool] = _never,
) -> ExportReport:
    """Write a built briefing to a .pptx file and return what was written.

    Raise ExportError when the briefing is marked lower than what it holds, when an error that
    nobody has overridden holds the export back, or when the target cannot be written, or exists
    without `overwrite`; raise CancelledError when `cancelled` says so. In all cases nothing is
    left behind.
    """
    check_marking(built)
    check_findings(built)
    from briefer.writers.pptx import (
        write_deck,
    )  # python-pptx is slow to import; previews do without

    write_deck(
        built.pages,
        template,
        target,
        properties=properties_of(built, author=author),
        origins=origins_of(built, template),
        overwrite=overwrite,
        progress=progress,
        cancelled=cancelled,
    )
    return report_of(built, target)


def picture_names(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return a file name for a picture of each page: number and kind, in order when sorted."""
    digits = max(2, len(str(len(pages))))
    return tuple(f"{page.number:0{digits}d}-{page.kind}.png" for page in pages)


def report_of(built: Built, path: Path) -> ExportReport:
    """Return what an export of a built briefing to a path tells of itself."""
    return ExportReport(
        path=path,
        slides=len(built.pages),
        citations=len(built.deck.references),
        sources=len({reference.source for reference in built.deck.references}),
        findings=built.findings,
    )
