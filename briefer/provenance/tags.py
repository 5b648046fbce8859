"""The values of a shape's tags: what goes along when a shape is copied into another deck.

In: a shape's facts. Out: names and values, and back. PowerPoint keeps tag names in capitals and may
keep values so too (learn.microsoft.com, PowerPoint VBA, Shape.Tags), so a value in
capitals alone is read in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from briefer.provenance.manifest import FORMAT, Claim, ShapeFacts
from briefer.records.base import Ref

PREFIX = "BRIEFER"
"""The tag of the shape; what follows in other tags' names says what they hold."""
CLAIMS = f"{PREFIX}_CLAIMS"
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")


@dataclass(frozen=True, slots=True)
class TaggedClaim:
    """A claim as a tag holds it: each record with its revision, the one it speaks of first.

    `stated` says whether the first record is what the words speak of, or all are only cited.
    """

    at: str
    role: str
    field: str
    digest: str
    records: tuple[tuple[Ref, int], ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class Tagged:
    """A shape's tags: the briefing's digest, slide key and part, the digest of all its words."""

    briefing: str
    slide: str
    part: int
    name: str
    digest: str
    claims: tuple[TaggedClaim, ...] = ()


def tags_of(
    shape: ShapeFacts, *, briefing: str, slide: str, part: int, revisions: Mapping[Ref, int]
) -> dict[str, str]:
    """Return the tags of a shape, in the order in which they are written."""
    whole = (str(FORMAT), briefing, _coded(slide), str(part), _coded(shape.name), shape.digest)
    return {
        PREFIX: " ".join(whole),
        CLAIMS: " ".join(_claim(claim, revisions) for claim in shape.claims),
    }


def read_tags(tags: Mapping[str, str]) -> Tagged | None:
    """Return what a shape's tags say, None where there are none of ours or they make no sense."""
    held = {name.upper(): _as_written(value) for name, value in tags.items()}
    try:
        form, briefing, slide, part, name, digest = held[PREFIX].split(" ")
        if form != str(FORMAT):
            return None
        return Tagged(
            briefing=briefing,
            slide=unquote(slide),
            part=int(part),
            name=unquote(name),
            digest=digest,
            claims=tuple(_read_claim(item) for item in held.get(CLAIMS, "").split()),
        )
    except (KeyError, ValueError):
        return None


def _claim(claim: Claim, revisions: Mapping[Ref, int]) -> str:
    """Return `at,role,field,digest,record@revision,...`; the record is empty for staff's words."""
    records = [f"{_coded(ref)}@{revisions.get(ref, 0)}" for ref in claim.records]
    if not claim.record:
        records.insert(0, "")
    return ",".join([claim.at, _coded(claim.role), _coded(claim.field), claim.digest, *records])


def _read_claim(item: str) -> TaggedClaim:
    at, role, field, digest, *records = item.split(",")
    pairs = [record.rsplit("@", 1) for record in records if record]
    return TaggedClaim(
        at=at,
        role=unquote(role),
        field=unquote(field),
        digest=digest,
        records=tuple((unquote(ref), int(revision)) for ref, revision in pairs),
        stated=bool(records and records[0]),
    )


def _as_written(value: str) -> str:
    """Return a value that was put in capitals in small letters again, as ids and digests are."""
    return value.lower() if value.isupper() else value


def _coded(text: str) -> str:
    """Return text in letters that mean nothing in a tag."""
    return text if _PLAIN.fullmatch(text) else quote(text, safe="/")
