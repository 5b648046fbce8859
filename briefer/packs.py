"""The text form of a library: a folder with one JSON file per record type.

In: a folder, or records. Out: records, or the folder in canonical form: sorted by id, fields in
declared order, indent 1, UTF-8 unescaped, a final newline. Writing what was read gives the same
bytes. Must not know: SQL. Rules: design page "architecture", section 8.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefer.errors import PackError, did_you_mean
from briefer.records import RECORD_TYPES, Record, Ref
from briefer.records.codec import Place, from_pack, to_pack
from briefer.records.fields import type_of

FILE_NAMES: Mapping[str, str] = {name: f"{name}s.json" for name in RECORD_TYPES}
"""The file of each record type in a pack."""

_TARGETS: Mapping[str, Mapping[str, str]] = {
    "event": {"actors": "actor", "part_of": "event"},
    "actor": {"affiliation": "actor"},
    "statement": {
        "speaker": "actor",
        "event": "event",
        "responds_to": "statement",
        "contrasts_with": "statement",
    },
    "statistic": {"asserted_by": "actor"},
    "relation": {"subject": "actor", "object": "actor"},
}
"""The record type that each linking field names."""


def read_pack(folder: Path, *, origin: str = "bundled") -> tuple[Record, ...]:
    """Return the records of a pack in id order; a file that is absent has no records.

    Raise PackError naming file, record and field where a file is no JSON, a field is wrong, an id
    is used twice or stands in the wrong file, or a reference leads nowhere.
    """
    if not folder.is_dir():
        raise PackError(f"There is no library folder at {folder}.", hint="Name a folder.")
    _refuse_unknown_files(folder)
    records: dict[Ref, Record] = {}
    for type_, name in FILE_NAMES.items():
        path = folder / name
        if path.exists():
            for record in _read_file(path, type_, origin):
                if record.id in records:
                    raise Place(name, record.id).error("the id is used twice.")
                records[record.id] = record
    ordered = tuple(records[ref] for ref in sorted(records))
    check_records(ordered)
    return ordered


def write_pack(records: Iterable[Record], folder: Path) -> None:
    """Write the records to a folder in canonical form, one file for each type, even if empty."""
    ordered = sorted(records, key=lambda record: record.id)
    repeated = [ref for ref, times in Counter(r.id for r in ordered).items() if times > 1]
    if repeated:
        raise PackError(f"{repeated[0]}: the id is used twice.")
    folder.mkdir(parents=True, exist_ok=True)
    for type_, name in FILE_NAMES.items():
        text = dump([to_pack(record) for record in ordered if record.type == type_])
        (folder / name).write_bytes(text.encode("utf-8"))


def dump(value: object) -> str:
    """Return a value as canonical JSON text."""
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def load(text: str, *, file: str) -> object:
    """Return what JSON text holds; raise PackError naming the line where it cannot be read."""
    try:
        return json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"{file}, line {error.lineno}, column {error.colno}"
        raise PackError(f"{where}: {error.msg}.", hint="Mend the JSON there.") from None
    except _WrongJsonError as error:
        raise PackError(f"{file}: {error}") from None
    except ValueError as error:  # a whole number of thousands of digits
        raise PackError(f"{file}: {str(error).split(';')[0]}.") from None
    except RecursionError:
        raise PackError(f"{file}: brackets are nested too deep.") from None


class _WrongJsonError(Exception):
    """What the json module lets pass and a pack does not."""


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    repeated = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
    if repeated:
        named = dict(pairs).get("id")
        raise _WrongJsonError(f"{named or 'an object'} has field {repeated[0]!r} twice.")
    return dict(pairs)


def _no_constant(name: str) -> float:
    raise _WrongJsonError(f"{name} is no number.")


def _refuse_unknown_files(folder: Path) -> None:
    known = set(FILE_NAMES.values())
    if not any((folder / name).exists() for name in known):
        raise PackError(
            f"There is no library in {folder}.", hint=f"It holds none of {', '.join(sorted(known))}"
        )
    for path in sorted(folder.glob("*.json")):
        if path.name not in known:
            raise PackError(
                f"{path.name} is no file of a library.", hint=did_you_mean(path.name, known)
            )


def _read_file(path: Path, type_: str, origin: str) -> Iterator[Record]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PackError(
            f"{path.name}: byte {error.start} is not UTF-8.", hint="Save the file as UTF-8."
        ) from None
    except OSError as error:
        raise PackError(f"{path} cannot be read: {error.strerror}.") from error
    items = load(text, file=path.name)
    if not isinstance(items, list):
        raise PackError(f"{path.name}: the file is not a list of records in brackets.")
    for item in items:
        record = from_pack(item, file=path.name, origin=origin)
        if record.type != type_:
            raise Place(path.name, record.id, "id").error(
                f"this file holds {type_} records.", hint=f"Move it to {FILE_NAMES[record.type]}."
            )
        yield record


def check_records(records: Iterable[Record]) -> None:
    """Raise PackError unless every reference names a record of the right type among these."""
    by_id = {record.id: record for record in records}
    for record in by_id.values():
        place = Place(FILE_NAMES[record.type], record.id)
        for field, ref, type_ in references(record):
            _check_reference(ref, type_, by_id, place.inside(field))


def _check_reference(ref: Ref, type_: str, known: Mapping[Ref, Record], place: Place) -> None:
    if ref not in known:
        hint = did_you_mean(ref, (other for other in known if type_of(other) == type_))
        near = hint if hint.startswith("Did you mean") else ""
        raise place.error(f"there is no record {ref!r}.", hint=near)
    if known[ref].type != type_:
        raise place.error(f"{ref!r} is not of type {type_}.")


def references(record: Record) -> Iterator[tuple[str, Ref, str]]:
    """Yield (field, id, expected type) for every reference that the record makes."""
    for field, type_ in _TARGETS.get(record.type, {}).items():
        for ref in _refs(getattr(record, field)):
            yield field, ref, type_
    for index, citation in enumerate(record.citations):
        yield f"citations[{index + 1}].source", citation.source, "source"
        if citation.underlying:
            yield f"citations[{index + 1}].underlying", citation.underlying, "source"


def _refs(value: object) -> Iterator[Ref]:
    for item in value if isinstance(value, tuple) else (value,):
        ref = getattr(item, "actor", item)
        if isinstance(ref, str):
            yield ref
