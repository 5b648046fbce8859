"""The JSON form of a briefing file: text in, a checked briefing out, and back.

In: the text of a `.briefing` file and the names of the slide kinds. Out: a `BriefingFile`, or a
`BriefingFileError` that names file and place. docs/briefing-file.md describes the form. Must not
know: disks, the store, what a slide kind shows.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from briefer.errors import BriefingFileError, PackError
from briefer.records.base import Record
from briefer.records.codec import from_pack, to_pack
from briefer.records.text import clean_text
from briefer.storyboard.briefing import Briefing, Card, Decision, Section
from briefer.storyboard.checked_json import Node, read_json, shortened
from briefer.storyboard.edits import BRIEFING_FIELDS

FORMAT = 1
"""The number of the form that this Briefer reads and writes."""

_WHERE_SET = ("preset", "profile", "legend", "embargo")
"""Settings that are written only where they are set."""

_TOP_FIELDS = ("format", *BRIEFING_FIELDS, "designation", "decisions", "sections", "snapshot")
_DECISION_FIELDS = ("what", "name", "reason", "by", "at")
_DECIDED = ("override", "lower")
_SECTION_FIELDS = ("title", "cards")
_REVISION = "revision"
_MOST_REVISIONS = 10**9
_CARD_FIELDS = ("kind", "title", "records", "text", "options")


class BriefingFile(NamedTuple):
    """A briefing, and the records it uses if the file carries them."""

    briefing: Briefing
    snapshot: tuple[Record, ...] = ()


def parse_briefing(text: str, *, name: str, kinds: Collection[str]) -> BriefingFile:
    """Return the briefing that the text of a file says; `name` is the file's, for messages.

    Raises BriefingFileError for anything docs/briefing-file.md refuses.
    """
    try:
        return _file(read_json(text, file=name), kinds)
    except RecursionError:
        Node(name, "", None).refuse("nested too deeply to be a briefing.")


def format_briefing(file: BriefingFile) -> str:
    """Return a briefing as the text of a file: fields in order, indent 1, a final newline."""
    briefing = file.briefing
    form: dict[str, object] = {"format": FORMAT}
    said = {name: getattr(briefing, name) for name in BRIEFING_FIELDS}
    form |= {name: text for name, text in said.items() if text or name not in _WHERE_SET}
    if briefing.designation:
        form["designation"] = dict(briefing.designation)
    if briefing.decisions:
        form["decisions"] = [_decision_form(decision) for decision in briefing.decisions]
    form["sections"] = [
        {"title": section.title, "cards": [_card_form(card) for card in section.cards]}
        for section in briefing.sections
    ]
    if file.snapshot:
        form["snapshot"] = [_record_form(record) for record in file.snapshot]
    return json.dumps(_cleaned(form), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _file(top: Node, kinds: Collection[str]) -> BriefingFile:
    """Return the file that the outermost value says."""
    _check_format(top)
    fields = top.fields(_TOP_FIELDS)
    said = {name: fields[name].text() for name in BRIEFING_FIELDS if name in fields}
    settings = {name: text for name, text in said.items() if text}
    title = settings.pop("title", "")
    sections = tuple(_section(node, kinds) for node in _items(fields, "sections"))
    snapshot = tuple(_record(node) for node in _items(fields, "snapshot"))
    briefing = Briefing(
        title,
        designation=_words(fields["designation"]) if "designation" in fields else (),
        decisions=tuple(_decision(node) for node in _items(fields, "decisions")),
        sections=sections,
        **settings,
    )
    return BriefingFile(briefing, snapshot)


def _check_format(top: Node) -> None:
    """Refuse a file of another form, before its fields are looked at."""
    fields = top.fields()
    if "format" not in fields:
        top.refuse(
            "field 'format' is missing.", hint=f'A briefing file begins with "format": {FORMAT}.'
        )
    number = fields["format"].number()
    if number > FORMAT:
        fields["format"].refuse(
            f"{number} was made by a newer Briefer; this one reads format {FORMAT}.",
            hint="Update Briefer, or save the briefing in the older form.",
        )
    if number < FORMAT:
        fields["format"].refuse(f"there is no format {number}; it should be {FORMAT}.")


def _items(fields: Mapping[str, Node], name: str) -> list[Node]:
    """Return the items of a list field, none if it is absent."""
    return fields[name].items() if name in fields else []


def _section(node: Node, kinds: Collection[str]) -> Section:
    """Return the section that a value says."""
    fields = node.fields(_SECTION_FIELDS)
    title = fields["title"].text() if "title" in fields else ""
    return Section(title, tuple(_card(item, kinds) for item in _items(fields, "cards")))


def _card(node: Node, kinds: Collection[str]) -> Card:
    """Return the card that a value says."""
    fields = node.fields(_CARD_FIELDS)
    if "kind" not in fields:
        node.refuse_word("field 'kind' is missing.", "", kinds)
    kind = fields["kind"].text()
    if kind not in kinds:
        fields["kind"].refuse_word(f"no slide kind {shortened(kind)!r}.", kind, kinds)
    options = fields["options"].fields() if "options" in fields else {}
    return Card(
        kind,
        title=fields["title"].text() if "title" in fields else "",
        records=tuple(_ref(item) for item in _items(fields, "records")),
        text=_words(fields["text"]) if "text" in fields else (),
        options=tuple((name, options[name].setting()) for name in sorted(options)),
    )


def _words(node: Node) -> tuple[tuple[str, str], ...]:
    """Return the (field, words) pairs of an object of texts, sorted; empty texts are none."""
    words = sorted((name, item.text()) for name, item in node.fields().items())
    return tuple((name, said) for name, said in words if said)


def _decision(node: Node) -> Decision:
    """Return the decision that a value says."""
    fields = node.fields(_DECISION_FIELDS)
    for name in ("what", "name", "reason"):
        if name not in fields:
            node.refuse(f"field {name!r} is missing.", hint="A decision says what, on what, why.")
    said = {name: item.text() for name, item in fields.items()}
    if said["what"] not in _DECIDED:
        fields["what"].refuse_word(
            f"no decision {shortened(said['what'])!r}.", said["what"], _DECIDED
        )
    return Decision(**said)


def _decision_form(decision: Decision) -> dict[str, object]:
    """Return a decision as a JSON object; who and when only where they are known."""
    said = {name: getattr(decision, name) for name in _DECISION_FIELDS}
    return {name: text for name, text in said.items() if text or name in ("what", "name", "reason")}


def _ref(node: Node) -> str:
    """Return the record id that a value says."""
    ref = node.text()
    if "/" not in ref:
        node.refuse(f"{shortened(ref)!r} is no record id.", hint="An id reads <type>/<name>.")
    return ref


def _record(node: Node) -> Record:
    """Return the record of the snapshot that a value says, with the revision that was used."""
    values, revision = node.plain(), 1
    if isinstance(values, dict) and _REVISION in values:
        revision = _revision(node.fields()[_REVISION])
        values = {name: value for name, value in values.items() if name != _REVISION}
    try:
        record = from_pack(values, file=f"{node.file}: {node.place}")
    except PackError as error:
        raise BriefingFileError(error.message, hint=error.hint) from None
    return dataclasses.replace(record, revision=revision)


def _revision(node: Node) -> int:
    """Return the number of a revision that a value says."""
    revision = node.number()
    if not 1 <= revision <= _MOST_REVISIONS:
        node.refuse(f"{shortened(str(revision))} is no revision.", hint="The first one is 1.")
    return revision


def _record_form(record: Record) -> dict[str, object]:
    """Return a record of the snapshot as a JSON object, with its revision if it ever changed."""
    used = {_REVISION: record.revision} if record.revision > 1 else {}
    return {**to_pack(record), **used}


def _card_form(card: Card) -> dict[str, object]:
    """Return a card as a JSON object; wording and options only if there are any."""
    form: dict[str, object] = {"kind": card.kind, "title": card.title}
    form["records"] = list(card.records)
    if card.text:
        form["text"] = dict(card.text)
    if card.options:
        form["options"] = dict(card.options)
    return form


def _cleaned(value: object) -> object:
    """Return a JSON value with every text in it fit for XML, field names included."""
    match value:
        case str():
            return clean_text(value)
        case dict():
            return {clean_text(key): _cleaned(item) for key, item in value.items()}
        case list() | tuple():
            return [_cleaned(item) for item in value]
        case _:
            return value
