"""The manifest as XML and as JSON, both made from its dataclasses.

In: a `Manifest`, or the root of its XML. Out: bytes of a part, JSON-ready values, or a `Manifest`.
A text or a number is an attribute, a list of them one attribute parted by spaces, a list of parts
child elements. What a reader does not know it passes over (docs/provenance.md).
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from functools import cache
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from lxml import etree

from briefer.errors import DeckError
from briefer.provenance.manifest import FAMILY, FORMAT, SCHEMA, Manifest
from briefer.records.text import clean_text, xml_value

T = TypeVar("T")

ROOT = f"{{{SCHEMA}}}provenance"
_ELEMENTS = {
    "briefing": "briefing",
    "cards": "card",
    "records": "record",
    "cites": "cite",
    "slides": "slide",
    "shapes": "shape",
    "claims": "claim",
}
_SAFE = "!#$&'()*+,/:;=?@[]~"
"""What stands in a list as it is; spaces and `%` are percent-encoded."""
_USUAL = re.compile(r"[A-Za-z0-9/._-]+")


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    """A field: its name, whether it is a list, the type of one value, whether it must be there.

    `parts` says that its values are parts themselves.
    """

    name: str
    many: bool
    type: type
    required: bool
    parts: bool


def to_xml(manifest: Manifest) -> bytes:
    """Return the manifest as the bytes of a part."""
    space, tag = ROOT[1:].split("}")
    attributes, children = _told(manifest)
    root = f'<b:{tag} xmlns:b="{space}" format="{FORMAT}"{attributes}>{children}</b:{tag}>'
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{root}".encode()


def is_manifest(root: etree._Element) -> bool:
    """Return whether an element is a manifest of this or any other format."""
    return isinstance(root.tag, str) and root.tag.startswith(f"{{{FAMILY}")


def from_xml(root: etree._Element, *, name: str) -> Manifest:
    """Return the manifest of an element; `name` is the deck's, for messages.

    Raises DeckError if it was made by a newer Briefer or lacks what every manifest has.
    """
    if root.tag != ROOT:
        raise DeckError(
            f"{name} was made by a newer Briefer, with provenance in another format.",
            hint="Update Briefer.",
        )
    try:
        return _read(Manifest, root)
    except ValueError as error:
        raise DeckError(
            f"The provenance in {name} is damaged: {error}.",
            hint="Ask for the deck as it was exported.",
        ) from error


def to_json(value: object) -> object:
    """Return the manifest, or a part of it, as values that `json` can write."""
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in _fields(type(value))}
    return value


def _told(value: object) -> tuple[str, str]:
    """Return a part's attributes and its parts as markup; what says nothing is left out.

    Written as text, because a deck of a thousand slides has twenty thousand parts.
    """
    attributes, children = [], []
    for field in _fields(type(value)):
        held = getattr(value, field.name)
        if field.parts:
            children += [_element(field.name, item) for item in (held if field.many else (held,))]
        elif field.many:
            if held:
                attributes.append(_attribute(field.name, " ".join([_listed(i) for i in held])))
        elif field.required or held not in ("", None):
            attributes.append(_attribute(field.name, clean_text(str(held))))
    return "".join(attributes), "".join(children)


def _element(name: str, part: object) -> str:
    tag = f"b:{_ELEMENTS[name]}"
    attributes, children = _told(part)
    return f"<{tag}{attributes}>{children}</{tag}>" if children else f"<{tag}{attributes}/>"


def _attribute(name: str, value: str) -> str:
    return f' {name}="{xml_value(value)}"'


def _read(cls: type[T], element: etree._Element) -> T:
    """Return the part that an element says; raises ValueError where it lacks something."""
    values: dict[str, object] = {}
    for field in _fields(cls):
        if field.parts:
            parts: tuple[object, ...] = tuple(
                _read(field.type, child) for child in element.iterchildren(_tag(field.name))
            )
            if not (parts or field.many):
                raise ValueError(f"it has no {_ELEMENTS[field.name]}")
            values[field.name] = parts if field.many else parts[0]
            continue
        said = element.get(field.name)
        if said is None:
            if field.required:
                raise ValueError(f"a {etree.QName(element).localname} has no {field.name}")
        elif field.many:
            values[field.name] = tuple(field.type(unquote(item)) for item in said.split())
        else:
            values[field.name] = field.type(said)
    return cls(**values)


def _fields(cls: type) -> tuple[_Field, ...]:
    """Return the fields of a part in the order in which they are written."""
    return _cached_fields(cls)


@cache
def _cached_fields(cls: type) -> tuple[_Field, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(_field(field, hints[field.name]) for field in dataclasses.fields(cls))


def _field(field: dataclasses.Field[Any], hint: object) -> _Field:
    many = typing.get_origin(hint) is tuple
    if many or isinstance(hint, types.UnionType):
        hint = typing.get_args(hint)[0]
    if not isinstance(hint, type):
        raise AssertionError(f"{field.name} has a type that the form cannot hold")
    required = field.default is dataclasses.MISSING
    return _Field(field.name, many, hint, required, dataclasses.is_dataclass(hint))


def _tag(name: str) -> str:
    return f"{{{SCHEMA}}}{_ELEMENTS[name]}"


def _listed(item: object) -> str:
    text = str(item)
    return text if _USUAL.fullmatch(text) else quote(clean_text(text), safe=_SAFE)
