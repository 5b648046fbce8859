"""Hypothesis strategies for whole briefings: any kind of slide, any number of records, any words.

What is long, odd or many is drawn as often as what is usual, because that is where layouts break.
New slide kinds and record types join by themselves through their registries.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from briefer.compose import SLIDE_KINDS
from briefer.compose.kind import SlideKind
from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    PartialDate,
    Participant,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.records.actor import Picture
from briefer.records.gathered import Gathered
from briefer.records.vocabulary import (
    ACTOR_TYPES,
    COUNTRIES,
    EVENT_ROLES,
    EVENT_STATUSES,
    EVENT_TYPES,
    QUALIFIERS,
    RELATION_WORDS,
    STATEMENT_TYPES,
)
from briefer.storyboard.briefing import Briefing, Card, Section

ARABIC = "يجب على الولايات المتحدة والصين التعاون لمكافحة الفنتانيل، وفقا للمتحدث"
HEBREW = "ארצות הברית וסין צריכות לשתף פעולה נגד הפנטניל"
CHINESE = "国家禁毒委员会办公室提醒有关企业和公众在从事经营活动时遵守有关法律法规。"
SPANISH = "El Cártel de Sinaloa envió precursores químicos desde Lázaro Cárdenas en 2023"
EMOJI = "😀 🇺🇸 👩‍👩‍👧‍👦 zero\u200bwidth"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PLAIN = "Officials met in Geneva and agreed to share the names of chemical suppliers"

SHORT = st.sampled_from(
    ["Fentanyl", "A", "U.S. Treasury", "国家", "עברית", "😀", "López Obrador", "1,200", "…"]
)
MIDDLING = st.sampled_from([PLAIN, ARABIC, HEBREW, CHINESE, SPANISH, EMOJI, LONG_WORD])
LONG = st.sampled_from(
    [
        f"{PLAIN}. " * 12,
        (f"{PLAIN}; " * 3)[:200],
        CHINESE * 8,
        f"{ARABIC}. " * 6,
        LONG_WORD * 5,
        "We will act on every link of the chain, from chemical to street; " * 14,
    ]
)
NAMES = st.one_of(SHORT, MIDDLING, st.just((f"{PLAIN} " * 3)[:200].strip()))
WORDS = st.one_of(SHORT, MIDDLING, MIDDLING, LONG)
QUOTED = st.one_of(WORDS, st.just((f"{PLAIN}; " * 14)[:900].strip()))
DATES = st.sampled_from(
    ["2023-09", "2023-11-15", "2023", "1959", "202X", "2019-11-07", "2023-01/2023-06", "2024-21"]
)
COUNTS = st.sampled_from([0, 1, 2, 3, 5, 12, 60])


def dates() -> st.SearchStrategy[PartialDate | None]:
    """Return dates of any precision, or none."""
    return st.one_of(st.none(), DATES.map(PartialDate.parse))


@st.composite
def citations(draw: st.DrawFn, sources: Sequence[Source]) -> tuple[Citation, ...]:
    """Return no citation, one, some, or one of a source that is not there."""
    refs = [source.id for source in sources] or ["source/gone"]
    pages = draw(st.lists(st.integers(1, 99), max_size=3, unique=True))
    odd = draw(st.sampled_from([(), (), (), (Citation("source/gone"),)]))
    ref = draw(st.sampled_from(refs))
    return (*(Citation(ref, Locator("page", str(page))) for page in pages), *odd)


@dataclass(frozen=True)
class Library:
    """A drawn library: records by type."""

    by_type: Mapping[str, tuple[Record, ...]]

    @property
    def records(self) -> Gathered:
        """All of them, as a briefing finds them."""
        return Gathered(record for records in self.by_type.values() for record in records)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """Return a library of a few actors and sources, and up to sixty records of the other types."""
    sources = tuple(
        Source(
            id=f"source/s{n}",
            csl_type="report",
            title=draw(WORDS),
            short=draw(st.one_of(st.none(), SHORT)),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    actors = tuple(draw(_actor(n, sources)) for n in range(draw(st.integers(1, 4))))
    many: dict[str, tuple[Record, ...]] = {"source": sources, "actor": actors}
    many["event"] = draw(_many(_event(sources, actors)))
    many["statement"] = draw(_many(_statement(sources, actors)))
    many["statistic"] = draw(_many(_statistic(sources, actors)))
    many["relation"] = draw(_many(_relation(sources, actors)))
    return Library(many)


@st.composite
def _many(draw: st.DrawFn, one: st.SearchStrategy[Record]) -> tuple[Record, ...]:
    """Return any number of records, cut from a few patterns."""
    count = draw(COUNTS)
    patterns = [draw(one) for _ in range(min(count, 3))]
    return tuple(_numbered(patterns[n % len(patterns)], n) for n in range(count))


def _numbered(record: Record, number: int) -> Record:
    return dataclasses.replace(record, id=f"{record.type}/r{number}")


@st.composite
def _actor(draw: st.DrawFn, number: int, sources: Sequence[Source]) -> Record:
    return Actor(
        id=f"actor/a{number}",
        name=draw(NAMES),
        actor_type=draw(st.sampled_from(sorted(ACTOR_TYPES))),
        role=draw(st.one_of(st.none(), NAMES)),
        country=draw(st.one_of(st.none(), st.sampled_from(sorted(COUNTRIES)[:9]))),
        picture=draw(st.sampled_from([None, None, Picture("gone.png", "Somebody")])),
        citations=draw(citations(sources)),
    )


@st.composite
def _event(draw: st.DrawFn, sources: Sequence[Source], actors: Sequence[Record]) -> Record:
    return Event(
        id="event/one",
        title=draw(WORDS),
        summary=draw(st.one_of(st.none(), WORDS)),
        date=draw(dates()),
        status=draw(st.sampled_from(sorted(EVENT_STATUSES))),
        event_type=draw(st.sampled_from(sorted(EVENT_TYPES))),
        place=draw(st.one_of(st.none(), NAMES)),
        actors=tuple(
            Participant(actor.id, draw(st.sampled_from(sorted(EVENT_ROLES))))
            for actor in draw(st.lists(st.sampled_from(list(actors)), max_size=5))
        ),
        instruments=tuple(draw(st.lists(NAMES, max_size=2))),
        citations=draw(citations(sources)),
    )


@st.composite
def _statement(draw: st.DrawFn, sources: Sequence[Source], actors: Sequence[Record]) -> Record:
    speaker = draw(st.one_of(st.none(), st.sampled_from([actor.id for actor in actors])))
    return Statement(
        id="statement/one",
        speaker=speaker,
        speaker_label=None if speaker else draw(NAMES),
        capacity=draw(st.one_of(st.none(), NAMES)),
        text=draw(QUOTED),
        statement_type=draw(st.sampled_from(sorted(STATEMENT_TYPES))),
        date=draw(dates()),
        venue=draw(st.one_of(st.none(), NAMES)),
        citations=draw(citations(sources)),
    )


@st.composite
def _statistic(draw: st.DrawFn, sources: Sequence[Source], actors: Sequence[Record]) -> Record:
    low = draw(st.sampled_from([None, 0.5, 70_000.0]))
    value = draw(st.sampled_from([1.0, 78_000.0, 1.5e12, 0.004, -3.0]))
    return Statistic(
        id="statistic/one",
        value=None if low is not None else value,
        low=low,
        high=None if low is None else low * 2,
        qualifier=draw(st.sampled_from(sorted(QUALIFIERS))),
        unit=draw(st.one_of(st.none(), SHORT, st.just("kilograms of seized material"))),
        counts=draw(WORDS),
        as_of=draw(dates()),
        as_of_note=draw(st.one_of(st.none(), NAMES)),
        asserted_by=draw(st.sampled_from([None, actors[0].id])),
        wording=draw(st.one_of(st.none(), SHORT)),
        citations=draw(citations(sources)),
    )


@st.composite
def _relation(draw: st.DrawFn, sources: Sequence[Source], actors: Sequence[Record]) -> Record:
    refs = [actor.id for actor in actors]
    return Relation(
        id="relation/one",
        subject=draw(st.sampled_from(refs)),
        relation=draw(st.sampled_from(sorted(RELATION_WORDS))),
        object=draw(st.sampled_from([*refs, "actor/gone"])),
        date=draw(dates()),
        citations=draw(citations(sources)),
    )


KINDS = tuple(kind for kind in SLIDE_KINDS.values() if not kind.added_by_itself)


@st.composite
def cards(draw: st.DrawFn, kind: SlideKind, library: Library, number: int) -> Card:
    """Return a card of a kind: records that fit it or any others, words in its fields, a layout."""
    fitting = [takes.type for takes in kind.takes] or list(library.by_type)
    pools = [library.by_type.get(type_, ()) for type_ in fitting]
    refs = [record.id for pool in pools for record in pool[: draw(COUNTS)]]
    if not kind.takes:
        refs = refs[: draw(st.integers(0, 2))]
    refs += draw(st.sampled_from([[], [], [], ["event/gone"]]))
    fields = draw(st.lists(st.sampled_from([field.name for field in kind.fields]), unique=True))
    text = {field: draw(_wording(refs)) for field in fields}
    text |= {ref: draw(WORDS) for ref in refs[: draw(st.integers(0, 2))]}
    title = draw(st.one_of(st.just(""), WORDS.map(lambda words: f"{number}. {words}")))
    options = tuple(
        (choice.name, draw(st.sampled_from(["circle", *(item.value for item in choice.values)])))
        for choice in kind.choices
        if draw(st.booleans())
    )
    return Card(kind.name, title, tuple(refs), tuple(sorted(text.items())), tuple(sorted(options)))


@st.composite
def _wording(draw: st.DrawFn, refs: Sequence[str]) -> str:
    """Return what staff write in a field: lines, bold words, citations, forms with bars."""
    lines = draw(st.lists(WORDS, max_size=4))
    cited = [f" [@{draw(st.sampled_from(list(refs)))}]"] if refs else [""]
    ends = st.sampled_from(["", "", " **bold words**", " | a | b", ": c", *cited])
    return "\n".join(f"{line}{draw(ends)}" for line in lines)


@dataclass(frozen=True)
class Drawn:
    """A drawn briefing with the records it is about."""

    briefing: Briefing
    records: Gathered


@st.composite
def briefings(draw: st.DrawFn, kinds: Sequence[SlideKind] = KINDS) -> Drawn:
    """Return a briefing of one to four cards of these kinds, in one or two sections."""
    library = draw(libraries())
    chosen = draw(st.lists(st.sampled_from(list(kinds)), min_size=1, max_size=4))
    made = [draw(cards(kind, library, number)) for number, kind in enumerate(chosen, 1)]
    cut = draw(st.integers(0, len(made)))
    sections = (Section(draw(NAMES), tuple(made[:cut])), Section("Last", tuple(made[cut:])))
    briefing = Briefing(
        draw(WORDS),
        subtitle=draw(st.one_of(st.just(""), WORDS)),
        audience=draw(st.one_of(st.just(""), SHORT)),
        date=draw(st.sampled_from(["", "December 31, 2023"])),
        marking=draw(st.sampled_from(["", "", "CUI"])),
        sections=tuple(section for section in sections if section.cards),
    )
    return Drawn(briefing, library.records)
