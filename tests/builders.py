"""Small records, cards and briefings with defaults: a test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.compose import SLIDE_KINDS
from briefer.compose.context import CardContext
from briefer.compose.slides import slide_of
from briefer.content import (
    CiteMark,
    Figures,
    Inline,
    Panel,
    Slide,
    SlidesShowing,
    Table,
    Text,
    Timeline,
)
from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    Name,
    PartialDate,
    Participant,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card, Section

SOURCE = "source/note"


def make_citation(
    note: str | None = "1",
    *,
    source: str = SOURCE,
    label: str = "note",
    supports: str | None = None,
) -> Citation:
    """Return a citation of a source at a note, or of the whole source with `note=None`."""
    locator = Locator(label, note) if note else None
    return Citation(source, locator, supports=supports)


def cited(note: str | None) -> tuple[Citation, ...]:
    """Return one citation at a note, or none at all."""
    return (make_citation(note),) if note else ()


def day(edtf: str | None) -> PartialDate | None:
    """Return the date of an EDTF text, or None."""
    return PartialDate.parse(edtf) if edtf else None


def make_source(
    ref: str = SOURCE, *, title: str = "A Note on Drugs", short: str | None = "Note"
) -> Source:
    """Return a journal article of 2024."""
    return Source(
        id=ref,
        csl_type="article-journal",
        title=title,
        author=(Name(family="Doe", given="Jane"),),
        issued=PartialDate.parse("2024"),
        container_title="Journal of Notes",
        short=short,
    )


def make_event(
    ref: str = "event/talks",
    *,
    title: str = "Talks were held",
    date: str | None = "2023-06",
    note: str | None = "1",
    summary: str | None = None,
    status: str = "happened",
    event_type: str = "bilateral.summit",
    actors: Iterable[tuple[str, str]] = (),
    part_of: str | None = None,
    instruments: tuple[str, ...] = (),
    citations: tuple[Citation, ...] | None = None,
) -> Event:
    """Return an event of June 2023, cited at note 1."""
    return Event(
        id=ref,
        citations=cited(note) if citations is None else citations,
        title=title,
        summary=summary,
        date=day(date),
        status=status,
        event_type=event_type,
        actors=tuple(Participant(actor, role) for actor, role in actors),
        part_of=part_of,
        instruments=instruments,
    )


def make_actor(
    ref: str = "actor/jane-doe",
    *,
    name: str = "Jane Q. Doe",
    actor_type: str = "person",
    role: str | None = "Director of the Office",
    country: str | None = "US",
    aliases: tuple[str, ...] = (),
    affiliation: str | None = None,
    note: str | None = "2",
) -> Actor:
    """Return a U.S. official, cited at note 2."""
    return Actor(
        id=ref,
        citations=cited(note),
        name=name,
        aliases=aliases,
        actor_type=actor_type,
        role=role,
        country=country,
        affiliation=affiliation,
    )


def make_statement(
    ref: str = "statement/remark",
    *,
    text: str = "we will act on [the] threat.",
    speaker: str | None = "actor/jane-doe",
    speaker_label: str | None = None,
    statement_type: str = "quotation",
    date: str | None = "2023-06",
    venue: str | None = None,
    event: str | None = None,
    responds_to: str | None = None,
    note: str | None = "3",
) -> Statement:
    """Return a quotation of June 2023, cited at note 3."""
    return Statement(
        id=ref,
        citations=cited(note),
        speaker=speaker,
        speaker_label=speaker_label,
        text=text,
        statement_type=statement_type,
        date=day(date),
        venue=venue,
        event=event,
        responds_to=responds_to,
    )


def make_statistic(
    ref: str = "statistic/deaths",
    *,
    value: float | None = 78000,
    low: float | None = None,
    high: float | None = None,
    qualifier: str = "exact",
    unit: str | None = "people",
    counts: str = "Deaths from overdose in one year",
    as_of: str | None = "2023",
    as_of_note: str | None = None,
    asserted_by: str | None = None,
    asserted_by_label: str | None = None,
    wording: str | None = None,
    note: str | None = "4",
) -> Statistic:
    """Return a number of people in 2023, cited at note 4."""
    return Statistic(
        id=ref,
        citations=cited(note),
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        unit=unit,
        counts=counts,
        as_of=day(as_of),
        as_of_note=as_of_note,
        asserted_by=asserted_by,
        asserted_by_label=asserted_by_label,
        wording=wording,
    )


def make_relation(
    ref: str = "relation/member",
    *,
    subject: str = "actor/jane-doe",
    relation: str = "member_of",
    object_: str = "actor/office",
    note: str | None = "5",
) -> Relation:
    """Return a membership, cited at note 5."""
    return Relation(
        id=ref, citations=cited(note), subject=subject, relation=relation, object=object_
    )


def make_card(
    kind: str,
    records: Iterable[Record | str] = (),
    *,
    title: str = "",
    text: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
) -> Card:
    """Return a card for records or ids."""
    refs = tuple(item if isinstance(item, str) else item.id for item in records)
    return Card(
        kind=kind,
        title=title,
        records=refs,
        text=tuple(sorted((text or {}).items())),
        options=tuple(sorted((options or {}).items())),
    )


def make_briefing(*cards: Card, section: str = "Actions") -> Briefing:
    """Return a briefing with all cards in one section."""
    return Briefing(
        title="Drug policy",
        audience="Staff",
        date="December 31, 2023",
        sections=(Section(section, cards),),
    )


def gathered(*records: Record) -> Gathered:
    """Return records and the default source."""
    return Gathered((make_source(), *records))


def make_context(card: Card, *records: Record, section: str = "Actions") -> CardContext:
    """Return the context of a card that stands alone in a briefing."""
    briefing = make_briefing(card, section=section)
    return CardContext(
        briefing=briefing,
        section=briefing.sections[0],
        card=card,
        index=0,
        records=gathered(*records),
    )


def composed(card: Card, *records: Record, section: str = "Actions") -> Slide:
    """Return the slide of a card, made through the registered kind."""
    assert card.kind in SLIDE_KINDS
    return slide_of(make_context(card, *records, section=section))


def shown(inlines: Iterable[Inline]) -> str:
    """Return inlines as one line: `**bold**`, `{n1,n2}` for a mark by its notes, `{}` for none."""
    return "".join(_shown(inline) for inline in inlines)


def lines(slide: Slide, place: str) -> list[str]:
    """Return the paragraphs of a panel, each as "role: text"."""
    panels = [block for block in slide.blocks if isinstance(block, Panel) and block.place == place]
    assert len(panels) == 1, f"{place}: {[b.place for b in slide.blocks if isinstance(b, Panel)]}"
    return [f"{para.role}: {shown(para.inlines)}" for para in panels[0].paras]


def places(slide: Slide) -> list[str]:
    """Return the places that a slide fills, in order."""
    return [block.place for block in slide.blocks if isinstance(block, Panel)]


def only_timeline(slide: Slide) -> Timeline:
    """Return the slide's one block as a timeline."""
    (block,) = slide.blocks
    assert isinstance(block, Timeline)
    return block


def only_table(slide: Slide) -> Table:
    """Return the slide's one block as a table."""
    (block,) = slide.blocks
    assert isinstance(block, Table)
    return block


def only_figures(slide: Slide) -> Figures:
    """Return the slide's one block as key figures."""
    (block,) = slide.blocks
    assert isinstance(block, Figures)
    return block


def _shown(inline: Inline) -> str:
    if isinstance(inline, Text):
        return f"**{inline.text}**" if inline.bold else inline.text
    if isinstance(inline, CiteMark):
        return "{" + ",".join(cite.locator.value for cite in inline.cites if cite.locator) + "}"
    return f"<{type(inline).__name__} {inline.record}>" if isinstance(inline, SlidesShowing) else ""
