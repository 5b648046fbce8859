"""What may be kept: a record is cleaned, or refused with its id, the field and the next step.

In: a record as a window, a file or code made it. Out: the record as files would give it back, so
that dataclasses made in code are held to the same rules as JSON. Must not know: how it is written.

What a record already said is not held against its next change: a reference that led nowhere before,
or a quotation that was there before its source's text was attached, is left to `briefer doctor`,
and a marking that is not understood stays as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefer.errors import DateError, PackError, RecordError, did_you_mean
from briefer.markings import read, refusal
from briefer.packs import references
from briefer.records import Actor, PartialDate, Record, Ref, Relation
from briefer.records.actor import is_file_name
from briefer.records.codec import Place, from_pack, to_pack
from briefer.records.fields import fields_of, type_of
from briefer.records.ids import is_well_formed
from briefer.records.passages import Held, spaced, standing
from briefer.records.quotations import Quoted, quotations
from briefer.records.text import clean_text
from briefer.store.compared import Reading
from briefer.store.reading import Reader
from briefer.store.revisions import Revisions
from briefer.store.texts import Texts, nearest_passage

LONGEST_TEXT = 20_000
"""Characters that a field may have."""

LONGEST_NAME = 500
"""Characters that a title, a name or an id may have."""

LONGEST_LIST = 1000
"""Items that a field may have."""

_NAMES = frozenset(
    (
        "id",
        "title",
        "name",
        "aliases",
        "short",
        "family",
        "given",
        "literal",
        "container-title",
        "container-title-short",
        "speaker_label",
        "asserted_by_label",
        "edtf",
        "display",
        "date",
        "role_date",
        "announced",
        "as_of",
        "at",
        "issued",
        "accessed",
        "marking",
    )
)
_HALF = 80
_MOST_COMPARED = 5000
_LONGEST_SHOWN = 160


def cleaned(record: Record, *, where: str = "") -> Record:
    """Return the record with every value in order; `where` names its place in messages.

    Raise RecordError naming record and field where it cannot stand, whatever else the library has.
    """
    ref = record.id if isinstance(record.id, str) else str(record.id)
    place = Place(where, clean_text(ref)[:100])
    if len(ref) > LONGEST_NAME or not is_well_formed(ref):
        raise _error(
            place.inside("id"), "no id.", f"An id reads {record.type}/name: a-z, 0-9 and hyphens."
        )
    _refuse_empty(record, place)
    raw = _packed(record, place)
    _refuse_oversized(raw, place, "")
    try:
        sound = from_pack(raw, file=where, origin=record.origin)
    except PackError as error:
        raise RecordError(error.message, hint=error.hint) from error
    _refuse_paths(sound, place)
    return dataclasses.replace(
        sound,
        revision=record.revision,
        changed_at=record.changed_at,
        changed_by=record.changed_by,
    )


def _refuse_empty(record: Record, place: Place) -> None:
    """Refuse a title, name or text without a letter to be seen in it."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        empty = value is None or (isinstance(value, str) and not clean_text(value).strip())
        if field.required and field.name != "id" and empty:
            name = field.key.replace("_", " ")
            raise _error(place.inside(field.key), "empty.", f"Give the {record.type} its {name}.")


def _refuse_paths(record: Record, place: Place) -> None:
    """Refuse a picture that is named by its path, which would go out with the library."""
    picture = record.picture if isinstance(record, Actor) else None
    if picture and not is_file_name(picture.file):
        raise _error(
            place.inside("picture").inside("file"),
            f"{picture.file[:_HALF]!r} is no file name.",
            "Put the file into the folder “pictures” beside the library and give its name alone.",
        )


def _packed(record: Record, place: Place) -> dict[str, object]:
    try:
        return to_pack(record)
    except DateError as error:
        wrong = next(_wrong_dates(record), "")
        raise _error(place.inside(wrong), _shortened(error.message), error.hint) from error
    except TypeError as error:
        raise _error(place, f"a field holds what no file can ({error}).", "Mend it.") from error


def _shortened(message: str) -> str:
    """Return a message without the middle of the long text that it cites."""
    return message if len(message) <= LONGEST_NAME else f"{message[:_HALF]}… {message[-_HALF:]}"


def _wrong_dates(record: Record) -> Iterator[str]:
    """Yield the names of the fields that hold an impossible date."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        try:
            if isinstance(value, PartialDate):
                PartialDate.parse(value.edtf, value.display)
        except DateError:
            yield field.key


def _refuse_oversized(value: object, place: Place, key: str) -> None:
    """Refuse texts and lists, however deep, that are longer than any real one."""
    match value:
        case str():
            most = LONGEST_NAME if key in _NAMES else LONGEST_TEXT
            if len(value) > most:
                said = f"{len(value):,} characters; at most {most:,} are kept."
                raise _error(place, said, "Shorten it; a source's own text can be attached to it.")
        case Mapping():
            for name, item in value.items():
                _refuse_oversized(item, place.inside(name), name)
        case list():
            if len(value) > LONGEST_LIST:
                said = f"{len(value):,} items; at most {LONGEST_LIST:,} are kept."
                raise _error(place, said, "Make several records of it.")
            for index, item in enumerate(value):
                _refuse_oversized(item, place.at(index), key)


class Validity:
    """Decides what may be kept in one store, for one change."""

    def __init__(self, reader: Reader, revisions: Revisions, texts: Texts) -> None:
        self._reader = reader
        self._revisions = revisions
        self._texts = Reading(texts)

    def checked(
        self,
        record: Record,
        *,
        before: Sequence[Record] = (),
        among: Collection[Ref] = (),
        where: str = "",
    ) -> Record:
        """Return the record as it may be kept; raise RecordError naming record and field.

        `before` is what it was (or was made of), `among` the ids that are added with it.
        """
        sound = cleaned(record, where=where)
        place = Place(where, sound.id)
        _check_marking(sound, place, before)
        self._check_references(sound, place, before, among)
        self._check_quotations(sound, place, before)
        return sound

    def _check_references(
        self, record: Record, place: Place, before: Sequence[Record], among: Collection[Ref]
    ) -> None:
        said = {ref for earlier in before for ref in earlier.links()}
        for field, ref, type_ in references(record):
            if ref == record.id:
                raise _error(place.inside(field), "the record names itself.", "Name another one.")
            if type_of(ref) not in ("", type_):
                kind = "an" if type_[0] in "aeiou" else "a"
                raise _error(place.inside(field), f"{ref!r} is not {kind} {type_}.", "")
            if ref not in said and ref not in among and self._reader.number(ref) is None:
                hint = self._instead(ref, type_, among)
                raise _error(place.inside(field), f"there is no record {ref!r}.", hint)
        if isinstance(record, Relation) and record.subject == record.object:
            raise _error(place.inside("object"), "it is the subject too.", "Name two actors.")

    def _instead(self, ref: Ref, type_: str, among: Collection[Ref]) -> str:
        """Return the next step where a reference leads nowhere."""
        binned = self._revisions.binned(ref)
        if binned:
            into = binned.into
            return f"It was merged into {into!r}." if into else "It is in the bin: restore it."
        near = near_id(ref, self._reader, type_, among=among)
        return near or f"Add the {type_} first."

    def _check_quotations(self, record: Record, place: Place, before: Sequence[Record]) -> None:
        said = {quoted[1:] for earlier in before for quoted in quotations(earlier)}
        for field, sources, words in self.misquotations(record):
            if (sources, words) not in said:
                text = self._texts.of(sources)[sources[0]]
                raise _misquoted(place.inside(field), spaced(words), text)

    def misquotations(self, record: Record) -> Iterator[Quoted]:
        """Yield what a record quotes and none of the sources, all of them held, says."""
        for quoted in quotations(record):
            _, sources, words = quoted
            held = self._texts.of(sources)
            if len(held) == len(sources) and not standing(words, tuple(held.values())):
                yield quoted


def _check_marking(record: Record, place: Place, before: Sequence[Record]) -> None:
    """Refuse a marking that is not understood, or claims a classification."""
    if record.marking and record.marking not in {earlier.marking for earlier in before}:
        reading = read(record.marking)
        problem = refusal(dataclasses.replace(reading, suggestion=""))
        if problem:
            instead = f"Write {reading.suggestion}." if reading.suggestion else "Mend it."
            raise _error(place.inside("marking"), f"{record.marking!r}: {problem}", instead)


def near_id(ref: Ref, reader: Reader, type_: str, *, among: Iterable[Ref] = ()) -> str:
    """Return "Did you mean 'x'?" for the nearest id of a type (or of any), "" where none is near.

    `among` are ids that no record has yet. Of very many only those that begin alike are compared.
    """
    new = [other for other in among if type_ in ("", type_of(other))]
    known = reader.ids_near(ref, type_, most=_MOST_COMPARED)
    hint = did_you_mean(ref, (*known, *new[:_MOST_COMPARED]))
    return hint if hint.startswith("Did you mean") else ""


def _misquoted(place: Place, words: str, held: Held) -> RecordError:
    passage = nearest_passage(words, spaced(held.text))
    shown = passage if len(passage) <= _LONGEST_SHOWN else f"{passage[:_LONGEST_SHOWN]} …"
    said = f"these words are not in the text of {held.source!r} ({held.name})."
    hint = "Copy them from the text as they stand, or detach it."
    error = _error(place, said, f"{hint} The nearest passage: “{shown}”" if shown else hint)
    error.details = f"Wanted: {words}\nNearest passage: {passage or 'none'}"
    return error


def _error(place: Place, problem: str, hint: str) -> RecordError:
    return RecordError(place.error(problem).message, hint=hint)
