"""CSL-JSON: a list of items, as Zotero and others write it, and as Crossref answers.

In: text, or sources. Out: raw items, or text. Our own extension of an item stands in CSL's
`custom`, under `briefer`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from briefer.bibliography.csl import extension_of, read_item, shared, written
from briefer.bibliography.items import MOST_ITEMS, RawItem, nobody, wrong
from briefer.bibliography.notes import finite, is_shallow
from briefer.records import Source

_CUSTOM = "custom"
_OURS = "briefer"
_MOST_DIGITS = 1000
_NEXT = "Export it anew as CSL-JSON."


def read_csl_json(text: str, name: str, hear: Callable[[], None] = nobody) -> tuple[RawItem, ...]:
    """Return the items of a CSL-JSON file; raise BibliographyError naming line or item.

    `hear` is called before the items are looked at, and what it raises ends the reading.
    """
    found = _loaded(text, name)
    if isinstance(found, dict):
        found = found["items"] if isinstance(found.get("items"), list) else [found]
    hear()
    if not isinstance(found, list):
        raise wrong(name, "it is JSON and no list of items.", hint=_NEXT)
    if len(found) > MOST_ITEMS:
        raise wrong(name, f"it holds more than {MOST_ITEMS:,} items.", hint="Import it in parts.")
    return tuple(_raw(item, number, name) for number, item in enumerate(found, 1))


def _loaded(text: str, name: str) -> object:
    try:
        return json.loads(
            text,
            parse_constant=finite,
            parse_float=finite,
            parse_int=_integer,
            object_pairs_hook=_no_repeats,
        )
    except json.JSONDecodeError as error:
        where = f"{error.msg.removesuffix(' at')} at column {error.colno}."
        raise wrong(name, where, line=error.lineno, hint=_NEXT) from None
    except RecursionError:
        raise wrong(name, "brackets are nested too deep.", hint=_NEXT) from None
    except ValueError as error:
        raise wrong(name, f"{error}.", hint=_NEXT) from None


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"an integer of {len(digits):,} digits is no number that is meant")
    return int(digits)


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        named = f"item {found['id']!r}" if "id" in found else "an object"
        raise ValueError(f"{named} has the field {twice!r} twice")
    return found


def _raw(item: object, number: int, name: str) -> RawItem:
    if not isinstance(item, dict):
        raise wrong(name, "no object in braces.", item=number, hint=_NEXT)
    if not is_shallow(item):
        raise wrong(name, "brackets are nested too deep.", item=number, hint=_NEXT)
    csl = dict(item)
    custom = csl.get(_CUSTOM)
    ours = custom.get(_OURS) if isinstance(custom, Mapping) else None
    foreign: dict[str, str] = {}
    if isinstance(custom, Mapping) and isinstance(ours, Mapping):
        others = {key: value for key, value in custom.items() if key != _OURS}
        foreign = {
            key: value
            for key, value in others.items()
            if key.startswith(("bibtex:", "ris:")) and isinstance(value, str)
        }
        rest = {key: value for key, value in others.items() if key not in foreign}
        csl.pop(_CUSTOM)
        if rest:
            csl[_CUSTOM] = rest
    key = csl.get("citation-key", csl.get("id", ""))
    return RawItem(
        number,
        str(key) if isinstance(key, str | int) else "",
        csl,
        foreign=foreign,
        extension=ours if isinstance(ours, Mapping) else {},
    )


def write_csl_json(sources: Iterable[Source], *, notes: bool = False) -> str:
    """Return sources as CSL-JSON; with `notes`, the whole of their notes."""
    items = [_item(shared(source, notes=notes)) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(source: Source) -> dict[str, object]:
    whole = written(source)
    rest = whole.csl.pop(_CUSTOM, None)
    custom: dict[str, object] = {**whole.foreign, **(rest if isinstance(rest, Mapping) else {})}
    item = {**whole.csl, _CUSTOM: {**custom, _OURS: {}}}
    raw = _raw(item, 1, "")
    ours = extension_of(source, read_item(raw.csl, raw.foreign))
    if not custom and not ours:
        return whole.csl
    return {**item, _CUSTOM: {**custom, _OURS: ours}}
