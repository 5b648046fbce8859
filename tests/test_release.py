"""What is released up to a marking holds nothing above it, in any part of the file.

Every text of every record, and everything a person wrote, carries a string of its own that stands
nowhere else; the deck is taken apart and searched for those that must not be in it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer import pipeline
from briefer.compose import slides_of
from briefer.errors import ExportError
from briefer.marked import brought, cited_in, roll_up, shown_on
from briefer.markings import above, format_marking, read
from briefer.records import Actor, Event, Source, Statement, Statistic
from briefer.records.base import Record
from briefer.records.codec import from_pack, to_pack
from briefer.records.fields import STORE_FIELDS, fields_of
from briefer.records.gathered import Gathered
from briefer.records.source import Name
from briefer.release import Released, release
from briefer.storyboard.briefing import Briefing, Card, Decision, Section
from tests.builders import (
    make_actor,
    make_citation,
    make_event,
    make_relation,
    make_source,
    make_statement,
    make_statistic,
)
from tests.robustness.briefings import Drawn, briefings
from tests.robustness.test_random_briefings import ANY, TEMPLATES

MARKS = ("", "", "CUI", "CUI//SP-SUB", "CUI//FED ONLY")
LIMITS = ("", "CUI", "CUI//SP-SUB", "CUI//FED ONLY")
_KEPT_AS_IT_IS = STORE_FIELDS | {"id", "marking", "language", "country", "verification"}


@dataclass(frozen=True)
class Planted:
    """A briefing whose every text can be told, and the marking each string stands under."""

    briefing: Briefing
    records: Gathered
    records_by_sign: Mapping[str, Record]
    words_by_sign: Mapping[str, int]
    headings: Mapping[str, range]

    def cards_telling(self, held: set[str]) -> set[int]:
        """Return the cards whose slides show, cite or name one of these records."""
        bringing = brought(self.records, held)
        shown = slides_of(self.briefing, self.records)
        cited = {n for n, c in enumerate(self.briefing.cards) if held & set(cited_in(c))}
        showing = {slide.card for slide in shown if shown_on(slide, bringing)}
        return cited | {card for card in showing if card is not None}


def tied(records: Gathered) -> Gathered:
    """Return drawn records with ties between them, so that one slide tells of another's record."""
    events = [record.id for record in records.values() if isinstance(record, Event)]
    said = [record.id for record in records.values() if isinstance(record, Statement)]
    actors = [record.id for record in records.values() if isinstance(record, Actor)]
    return Gathered(_tied(record, events, said, actors) for record in records.values())


def _tied(
    record: Record, events: Sequence[str], said: Sequence[str], actors: Sequence[str]
) -> Record:
    match record:
        case Event() if record.id != events[0]:
            return replace(record, part_of=events[0])
        case Statement() if record.id != said[-1]:
            after = said[said.index(record.id) + 1]
            event = events[len(record.id) % len(events)] if events else None
            return replace(record, event=event, responds_to=after, contrasts_with=(after,))
        case Actor() if record.id != actors[0]:
            return replace(record, affiliation=actors[0], aliases=("Also known so",))
    return record


def plant(drawn: Drawn, marks: Sequence[str]) -> Planted:
    """Return a briefing with a sign in every text, its records and cards marked in turn."""
    signs = {ref: f"zq{number:04}q" for number, ref in enumerate(drawn.records)}
    ids = {ref: f"{ref.split('/')[0]}/{sign}" for ref, sign in signs.items()}
    records = []
    for number, (ref, record) in enumerate(drawn.records.items()):
        marked = replace(record, marking=marks[number % len(marks)] or None)
        records.append(_signed(marked, signs[ref], ids))
    cards: dict[str, int] = {}
    headings: dict[str, range] = {}
    sections: list[Section] = []
    for section in drawn.briefing.sections:
        first, signed = len(cards), []
        for card in section.cards:
            sign = f"wq{len(cards):04}q"
            own = marks[len(cards) % len(marks)] if len(cards) % 3 == 2 else ""
            cards[sign] = len(cards)
            signed.append(_signed_card(card, sign, ids, own))
        heading = f"hq{len(sections):04}q"
        headings[heading] = range(first, len(cards))
        sections.append(Section(f"{heading} {section.title}", tuple(signed)))
    every = Gathered(records)
    briefing = replace(drawn.briefing, sections=tuple(sections), profile="nara", marking="")
    whole = roll_up(briefing, slides_of(briefing, every), every).needed
    briefing = replace(briefing, marking=format_marking(whole) if whole else "")
    by_sign = {signs[ref]: every[ids[ref]] for ref in drawn.records}
    return Planted(briefing, every, by_sign, cards, headings)


def _signed(record: Record, sign: str, ids: Mapping[str, str]) -> Record:
    """Return a record with a sign in every free text and in its id, links renamed alike."""
    pack = {key: _renamed(value, ids) for key, value in to_pack(record).items()}
    for field in fields_of(type(record)):
        value = pack.get(field.key)
        free = field.words is None and field.hint is str and field.name not in _KEPT_AS_IT_IS
        if free and isinstance(value, str) and value not in ids.values() and "/" not in value:
            pack[field.key] = f"{sign} {value} {sign}"
    return _signed_parts(from_pack(pack, file="planted", origin=record.origin), sign)


def _signed_parts(record: Record, sign: str) -> Record:
    """Return a record with a sign also in texts that are lists or have parts."""
    match record:
        case Actor():
            picture = record.picture
            if picture is not None:
                alt = f"{sign} {picture.alt}"
                picture = replace(picture, file=f"{sign}.png", alt=alt, licence=sign)
            aliases = tuple(f"{sign} {alias}" for alias in record.aliases)
            return replace(record, aliases=aliases, picture=picture)
        case Event():
            actors = tuple(replace(each, as_=f"{sign} host") for each in record.actors)
            instruments = tuple(f"{sign} {each}" for each in record.instruments)
            return replace(record, actors=actors, instruments=instruments)
        case Source():
            return replace(record, author=(Name(literal=f"{sign} author"), *record.author))
        case Statistic() if record.wording:
            return replace(record, wording=f"{sign} {record.wording}")
    return record


def _renamed(value: object, ids: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, list):
        return [_renamed(item, ids) for item in value]
    if isinstance(value, dict):
        return {key: _renamed(item, ids) for key, item in value.items()}
    return value


def _signed_card(card: Card, sign: str, ids: Mapping[str, str], own: str) -> Card:
    def renamed(words: str) -> str:
        for old, new in ids.items():
            words = words.replace(f"[@{old}]", f"[@{new}]")
        return words

    marked = (("marking", own),) if own else ()
    return replace(
        card,
        title=f"{sign} {card.title}" if card.title else "",
        options=tuple(sorted((*card.options, *marked))),
        records=tuple(ids.get(ref, ref) for ref in card.records),
        text=tuple(
            sorted(
                (ids.get(field, field), f"{sign} {renamed(words)}") for field, words in card.text
            )
        ),
    )


def texts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield every part of a package with its name, those of packages inside it too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for info in package.infolist():
            part = package.read(info)
            yield info.filename, info.filename
            if part[:2] == b"PK":
                yield from ((f"{info.filename}/{name}", text) for name, text in texts_of(part))
            else:
                yield info.filename, part.decode("utf-8", errors="replace")


def exported(released: Released, target: Path) -> bytes:
    """Return the bytes of the deck of what was released."""
    template = TEMPLATES["light"]
    built = pipeline.build(released.briefing, released.records, template)
    calm = replace(built, findings=())
    pipeline.export_deck(calm, template, target, author="Staff", overwrite=True)
    return target.read_bytes()


def leaks(planted: Planted, limit: str, data: bytes) -> list[str]:
    """Return what a deck tells that is above a limit: the sign and the part it stands in."""
    level = read(limit, "nara").marking
    assert level is not None
    held = {
        record.id
        for record in planted.records.values()
        if above(read(record.marking or "", "nara").marking, level)
    }
    secret = {sign for sign, record in planted.records_by_sign.items() if record.id in held}
    telling = planted.cards_telling(held)
    gone = set()
    for sign, index in planted.words_by_sign.items():
        card = planted.briefing.cards[index]
        own = str(card.option("marking") or "")
        if above(read(own, "nara").marking, level):
            gone.add(index)
        if index in gone or (not own and (index in telling or held & set(card.records))):
            secret.add(sign)
        if card.records and not set(card.records) - held:
            gone.add(index)
    secret |= {sign for sign, cards in planted.headings.items() if gone.issuperset(cards)}
    return told(secret, texts_of(data))


def told(signs: Iterable[str], parts: Iterable[tuple[str, str]]) -> list[str]:
    """Return which signs stand in which parts, with capitals or without."""
    held = [(name, text.casefold()) for name, text in parts]
    return [f"{sign} in {name}" for sign in sorted(signs) for name, text in held if sign in text]


@pytest.mark.slow
@settings(ANY, max_examples=24)
@given(
    drawn=briefings(),
    marks=st.lists(st.sampled_from(MARKS), min_size=1, max_size=5),
    limit=st.sampled_from(LIMITS),
)
def test_no_part_of_a_released_deck_tells_what_is_above_the_limit(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn, marks: list[str], limit: str
) -> None:
    """Whatever a briefing shows, of every kind of slide, with records marked in any mixture."""
    planted = plant(replace(drawn, records=tied(drawn.records)), marks)
    target = tmp_path_factory.mktemp("released") / "deck.pptx"
    released = release(planted.briefing, planted.records, limit)
    deck = exported(released, target)
    assert leaks(planted, limit, deck) == []
    dropped = [s for s, r in planted.records_by_sign.items() if r.id not in released.records]
    assert told(dropped, texts_of(deck)) == [], "nor what cannot be told without it"


SECRET = "zqsecretq"
PLAIN = Briefing("Open", profile="nara", marking="CUI")


def released_of(
    *cards: Card, records: Sequence[Record], limit: str = "", marking: str = "CUI"
) -> Released:
    """Return what is released of cards in one section."""
    briefing = replace(PLAIN, marking=marking, sections=(Section("Part", cards),))
    return release(briefing, Gathered((make_source(), *records)), limit)


def test_a_marked_record_goes_with_the_words_about_it(tmp_path: Path) -> None:
    """The record, its place on the slide, words written there and its id are not in the deck."""
    secret = replace(make_event(f"event/{SECRET}", title=f"{SECRET} was raided"), marking="CUI")
    card = Card("timeline", f"{SECRET} and talks", (secret.id, "event/talks"))
    records = [secret, make_event()]
    open_ = released_of(card, records=records)
    assert SECRET not in "".join(text for _, text in texts_of(exported(open_, tmp_path / "a.pptx")))
    assert [item.what for item in open_.left_out] == ["record", "words"]
    whole = released_of(card, records=records, limit="CUI")
    assert SECRET in "".join(text for _, text in texts_of(exported(whole, tmp_path / "b.pptx")))
    assert whole.left_out == ()
    assert (open_.briefing.marking, whole.briefing.marking) == ("", "CUI")


def test_what_rests_on_a_marked_record_goes_too() -> None:
    """A source takes its claims along, a speaker the statement, an actor the tie."""
    source = replace(make_source("source/held"), marking="CUI")
    resting = make_event("event/resting", citations=(make_citation(source=source.id),))
    speaker = replace(make_actor("actor/who"), marking="CUI")
    said = make_statement("statement/said", speaker=speaker.id)
    tie = make_relation("relation/tie", subject=speaker.id, object_="actor/jane-doe")
    number = replace(make_statistic("statistic/n"), asserted_by=speaker.id)
    kept = make_event("event/kept", actors=((speaker.id, "host"), ("actor/jane-doe", "host")))
    everything = [source, resting, speaker, said, tie, number, kept, make_actor()]
    cards = tuple(Card("event", records=(ref,)) for ref in (resting.id, kept.id))
    released = released_of(*cards, records=everything)
    assert set(released.records) == {"source/note", "event/kept", "actor/jane-doe"}
    left = released.records["event/kept"]
    assert isinstance(left, Event)
    assert [item.actor for item in left.actors] == ["actor/jane-doe"]
    assert [card.records for card in released.briefing.cards] == [("event/kept",)]


def test_the_marking_of_a_slide_stands_for_its_words() -> None:
    """Words of a slide with a marking of its own stay below the limit, and go with it above."""
    secret = replace(make_event("event/secret"), marking="CUI//SP-SUB")
    words = (("notes", "Say this."),)
    refs = ("event/talks", secret.id)
    low = Card("timeline", "A title", refs, words, (("marking", "CUI"),))
    high = Card("title", "Raid", (), words, (("marking", "CUI//SP-SUB"),))
    none = Card("timeline", "A title", refs, words)
    released = released_of(
        low, high, none, records=[secret, make_event()], limit="CUI", marking="CUI//SP-SUB"
    )
    first, second = released.briefing.cards
    assert (first.title, first.text) == ("A title", words)
    assert (second.title, second.text) == ("", ())
    assert {item.reason for item in released.left_out if item.what == "slide"} == {
        "marked CUI//SP-SUB"
    }


def test_words_beside_a_citation_of_what_goes_go_too() -> None:
    """Speaker notes that cite a marked record take title and kicker along, unless marked low."""
    secret = replace(make_event("event/secret"), marking="CUI//SP-SUB")
    text = (("kicker", "Talks"), ("notes", "More [@event/secret]"))
    card = Card("event", "Talks", ("event/talks",), text, (("layout", "statement"),))
    low = replace(card, options=(*card.options, ("marking", "CUI")))
    released = released_of(
        card, low, records=[secret, make_event()], limit="CUI", marking="CUI//SP-SUB"
    )
    first, second = released.briefing.cards
    assert first == replace(card, title="", text=())
    assert second == replace(low, text=(("kicker", "Talks"),))


def test_words_about_a_record_that_a_composer_found_go_with_it() -> None:
    """The slide of an event shows what was said at it; the title staff gave it tells of that."""
    secret = make_statement("statement/secret", text="We raid on Monday.")
    secret = replace(secret, event="event/talks", marking="CUI")
    card = Card("event", "A raid on Monday", ("event/talks",))
    released = released_of(card, records=[secret, make_event(), make_actor()])
    (left,) = released.briefing.cards
    assert left.title == ""
    assert [item.what for item in released.left_out] == ["record", "words"]


def test_a_record_that_nobody_holds_is_not_released() -> None:
    """Its marking is not known, so neither its id nor the words about it are handed out."""
    text = (("event/gone", "A raid is planned"),)
    cards = (
        Card("timeline", "Raids", ("event/talks", "event/gone"), text),
        Card("event", "The raid", ("event/gone",), text),
    )
    released = released_of(*cards, records=[make_event()], marking="")
    assert released.briefing.cards == (Card("timeline", "", ("event/talks",)),)


def test_overrides_hold_for_a_part_without_their_reasons() -> None:
    """An export in spite of a check stays one; how the marking was lowered is not handed on."""
    overridden = Decision("override", "uncited", "The raid says so", "A. Staff")
    lowered = Decision("lower", "CUI//SP-SUB to CUI", "The raid was taken out")
    briefing = replace(PLAIN, marking="", decisions=(overridden, lowered))
    released = release(briefing, Gathered(), "")
    assert released.briefing.decisions == (replace(overridden, reason=""),)


def test_a_marked_record_that_no_slide_shows_explains_no_marking() -> None:
    """The library holds a marked record near an event; the briefing is marked for its words."""
    aside = replace(make_event("event/aside", part_of="event/talks"), marking="CUI")
    card = Card("table", "A raid on Monday", ("event/talks",))
    with pytest.raises(ExportError, match="do not say which of them"):
        released_of(card, records=[aside, make_event()])


def test_a_lower_marking_keeps_nothing_the_block_said_of_the_higher() -> None:
    """Category and controls of the designation block are those of what is released."""
    secret = replace(make_event("event/secret"), marking="CUI//SP-SUB")
    low = replace(make_event(), marking="CUI")
    block = (("category", "Controlled substances"), ("controlled-by", "ONDCP"))
    card = Card("timeline", records=(secret.id, low.id))
    briefing = replace(
        PLAIN, marking="CUI//SP-SUB", designation=block, sections=(Section("Part", (card,)),)
    )
    records = Gathered((make_source(), secret, low))
    assert release(briefing, records, "CUI").briefing.designation == block[1:]
    assert release(briefing, records, "CUI//SP-SUB").briefing.designation == block


def test_a_heading_goes_with_its_last_slide() -> None:
    """A section whose slides are all left out does not tell what it was about."""
    secret = replace(make_event("event/secret"), marking="CUI")
    briefing = replace(
        PLAIN,
        sections=(
            Section("The raid", (Card("event", records=(secret.id,)),)),
            Section("Talks", (Card("event", records=("event/talks",)),)),
        ),
    )
    released = release(briefing, Gathered((make_source(), secret, make_event())), "")
    assert [section.title for section in released.briefing.sections] == ["Talks"]


def test_a_briefing_marked_above_its_parts_is_not_released() -> None:
    """Where only the whole is marked nobody can tell which part may go out."""
    with pytest.raises(ExportError, match="do not say which of them"):
        released_of(Card("title"), records=[make_event()], marking="CUI//SP-SUB")


@pytest.mark.parametrize("limit", ["CUI//", "SECRET", "TLP:RED AMBER"])
def test_a_limit_that_cannot_be_read_is_refused(limit: str) -> None:
    """Nothing is released up to a marking that nobody understands."""
    with pytest.raises(ExportError, match="no marking to release up to"):
        released_of(Card("title"), records=[], limit=limit, marking="")


def test_a_record_whose_marking_cannot_be_read_is_never_released() -> None:
    """What is not understood is above every limit."""
    odd = replace(make_event("event/odd"), marking="CUI//NONSENSE//??")
    released = released_of(Card("event", records=(odd.id,)), records=[odd], limit="CUI", marking="")
    assert odd.id not in released.records
    assert released.briefing.cards == ()


def test_a_slide_of_staffs_words_goes_with_them() -> None:
    """Without its words it would ask for them, which stands on no slide that is handed out."""
    secret = replace(make_event("event/secret"), marking="CUI")
    about = f"Demand first\nFor: It works [@{secret.id}]"
    options = Card("options", "Choose", (), (("option-1", about), ("option-2", "Wait")))
    words = Card("talking-points", "Say", (), (("points", f"Raid | It went [@{secret.id}]"),))
    kept = Card("options", "Choose", (), (("option-1", "Demand first"), ("option-2", "Wait")))
    released = released_of(options, words, kept, records=[secret])
    assert released.briefing.cards == (kept,)
    assert {(item.what, item.name) for item in released.left_out} >= {
        ("slide", "Slide 1"),
        ("slide", "Slide 2"),
    }


def test_of_options_only_choices_stay_where_words_go() -> None:
    """A choice of the kind tells nothing; one word of a person's may tell all."""
    secret = replace(make_event("event/secret"), marking="CUI")
    options = (("layout", "table"), ("period", "raid"))
    card = Card("timeline", "", ("event/talks", secret.id), (), options)
    released = released_of(card, records=[secret, make_event()])
    assert released.briefing.cards[0].options == (("layout", "table"),)


def test_of_a_lower_block_only_who_controls_it_stays() -> None:
    """A field under a name of a person's own may tell what the higher marking was about."""
    secret = replace(make_event("event/secret"), marking="CUI//SP-SUB")
    plain = replace(make_event(), marking="CUI")
    block = (("CUI Category", "Controlled Substances"), ("controlled-by", "Office"))
    cards = tuple(Card("event", records=(ref,)) for ref in (secret.id, plain.id))
    briefing = replace(
        PLAIN, marking="CUI//SP-SUB", designation=block, sections=(Section("Part", cards),)
    )
    released = release(briefing, Gathered((make_source(), secret, plain)), "CUI")
    assert released.briefing.designation == block[1:]
