"""The record types, and the one list of them that store, packs and command line are built from."""

from __future__ import annotations

from briefer.records.actor import Actor, Picture
from briefer.records.base import Citation, Locator, Quote, Record, Ref
from briefer.records.dates import PartialDate
from briefer.records.event import Event, Participant
from briefer.records.relation import Relation
from briefer.records.source import Name, Source
from briefer.records.statement import Statement
from briefer.records.statistic import SeriesPoint, Statistic

RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls for cls in (Event, Actor, Statement, Statistic, Relation, Source)
}

__all__ = [
    "RECORD_TYPES",
    "Actor",
    "Citation",
    "Event",
    "Locator",
    "Name",
    "PartialDate",
    "Participant",
    "Picture",
    "Quote",
    "Record",
    "Ref",
    "Relation",
    "SeriesPoint",
    "Source",
    "Statement",
    "Statistic",
]
