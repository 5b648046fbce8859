"""The fields of records and their parts, read from the dataclasses themselves.

In: a record type. Out: what files, store and command line need to know of each of its fields.
A file's key is the field's name, or its `metadata["key"]`, without a trailing underscore.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from dataclasses import dataclass
from typing import Any

from briefer.records import RECORD_TYPES
from briefer.records.base import Ref
from briefer.records.vocabulary import FIELD_WORDS, Vocabulary

STORE_FIELDS = frozenset({"origin", "revision", "changed_at", "changed_by"})
"""Fields that the store keeps and text files do not hold."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record or of a part of one, as files know it.

    `hint` is the type of one value; `many` says that the field is a list of them.
    """

    name: str
    key: str
    hint: type
    many: bool
    required: bool
    words: Vocabulary | None


def fields_of(cls: type) -> tuple[Field, ...]:
    """Return the fields of a record type or part in file order, `origin` included."""
    return _cached_fields(cls)


@functools.cache
def _cached_fields(cls: type) -> tuple[Field, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(_field(cls, field, hints[field.name]) for field in dataclasses.fields(cls))


def _field(cls: type, field: dataclasses.Field[Any], hint: object) -> Field:
    many = typing.get_origin(hint) is tuple
    args = typing.get_args(hint)
    if many or isinstance(hint, types.UnionType):
        hint = args[0]
    if not isinstance(hint, type):
        raise AssertionError(f"{cls.__name__}.{field.name} has a type that files cannot hold")
    return Field(
        name=field.name,
        key=field.metadata.get("key", field.name.rstrip("_")),
        hint=hint,
        many=many,
        required=field.default is dataclasses.MISSING,
        words=_words(cls, field.name),
    )


def _words(cls: type, name: str) -> Vocabulary | None:
    found = (FIELD_WORDS.get((base.__name__, name)) for base in cls.__mro__)
    return next((words for words in found if words), None)


def type_of(ref: Ref) -> str:
    """Return the record type that an id names, or "" where it names none."""
    prefix, slash, slug = ref.partition("/")
    return prefix if slash and slug and prefix in RECORD_TYPES else ""
