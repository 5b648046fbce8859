"""A small library for tests: every record type, linked, with dates of all kinds."""

from __future__ import annotations

from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    PartialDate,
    Participant,
    Quote,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)

NOTE = Source(
    id="source/note", csl_type="article-journal", title="A note on trafficking", short="The note"
)
REPORT = Source(id="source/report", csl_type="report", title="A report on deaths")
ORDER = Source(
    id="source/order",
    csl_type="legislation",
    title="An order",
    citations=(Citation("source/archive"),),
)
ARCHIVE = Source(id="source/archive", csl_type="webpage", title="An archive")

CARTEL = Actor(
    id="actor/cartel",
    name="Sinaloa Cartel",
    actor_type="criminal-organisation",
    citations=(Citation("source/order"),),
)
LEADER = Actor(
    id="actor/leader",
    name="Ovidio Guzmán López",
    aliases=("El Ratón",),
    actor_type="person",
    affiliation="actor/cartel",
    citations=(Citation("source/note", Locator("note", "35")),),
)
MEXICO = Actor(
    id="actor/mexico",
    name="Mexico",
    actor_type="state",
    country="MX",
    citations=(Citation("source/note", Locator("note", "35")),),
)
EXTRADITION = Event(
    id="event/extradition",
    title="Mexico extradited a cartel leader",
    summary="The leader faces charges of importation.",
    date=PartialDate.parse("2023-09"),
    event_type="law_enforcement.extradition",
    actors=(
        Participant("actor/mexico", "sending_state"),
        Participant("actor/leader", "defendant", as_="leader"),
    ),
    citations=(Citation("source/note", Locator("note", "35"), Quote("extradited", "it ", "")),),
)
SALES = Event(
    id="event/sales",
    title="Dealers sold laced drugs",
    date=PartialDate.parse("1977~/..", "since the late 1970s"),
    event_type="trafficking.sale",
    topics=("supply-chain",),
    citations=(Citation("source/report"),),
)
UNDATED = Event(
    id="event/a-undated",
    title="An agency acted",
    event_type="publication",
    citations=(Citation("source/note", underlying="source/order"),),
)
WORDS = Statement(
    id="statement/garland",
    speaker="actor/mexico",
    text="This action is the most recent step . . . against the cartel.",
    statement_type="quotation",
    event="event/extradition",
    citations=(Citation("source/report", Locator("page", "4")),),
)
DEATHS = Statistic(
    id="statistic/deaths",
    counts="Deaths from overdose in a year",
    value=107543.0,
    qualifier="nearly",
    as_of=PartialDate.parse("2022-07/2023-06"),
    asserted_by="actor/mexico",
    citations=(Citation("source/report"),),
)
HEADS = Relation(
    id="relation/leader-heads-cartel",
    subject="actor/leader",
    relation="heads",
    object="actor/cartel",
    citations=(Citation("source/note"),),
)

RECORDS: tuple[Record, ...] = (
    NOTE,
    REPORT,
    ORDER,
    ARCHIVE,
    CARTEL,
    LEADER,
    MEXICO,
    EXTRADITION,
    SALES,
    UNDATED,
    WORDS,
    DEATHS,
    HEADS,
)
