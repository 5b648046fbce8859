"""A style tried out before it is kept: its grammar, and a few sources.

In: a checked style file and its bytes. Out: nothing, or StyleFileError with the line. Must not
know: folders.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

from citeproc import SCHEMA_PATH
from lxml import etree

from briefer.citations.csl.checking import NAMESPACE, StyleFile, parsed
from briefer.citations.csl.style import style_of
from briefer.errors import StyleFileError
from briefer.records.base import Locator
from briefer.records.dates import PartialDate
from briefer.records.source import Name, Source

_NESTED = frozenset(f"{{{NAMESPACE}}}{tag}" for tag in ("group", "choose", "names"))
"""Elements that may stand in each other without end, wherever words may stand."""
_DEEP_ENOUGH = 4

LONGEST_SECONDS = 5.0
"""How long the few sources may take."""

_SOURCES = (
    Source(
        id="source/article",
        csl_type="article-journal",
        title="An Article",
        author=(Name(family="Doe", given="Jane Q."), Name(family="Roe", given="Richard")),
        issued=PartialDate.parse("2024-04-03"),
        container_title="A Journal",
        volume="118",
        issue="2",
        page="371-80",
    ),
    Source(
        id="source/page",
        csl_type="webpage",
        title="A Page",
        issued=PartialDate.parse("2024"),
        url="https://example.org",
    ),
    Source(id="source/document", csl_type="document", title="A Document"),
)


def require_useful(file: StyleFile, data: bytes, name: str) -> None:
    """Raise StyleFileError where a style breaks CSL's grammar, cannot word a source, or is slow."""
    _require_grammar(data, name)
    started = time.monotonic()
    style = style_of("trial", file)
    failed = 0
    for source in _SOURCES:
        style.full(source, Locator("page", "375"))
        failed += style.remark(source).startswith("cannot")
        if time.monotonic() - started > LONGEST_SECONDS:
            raise StyleFileError(
                f"{name}: it takes longer than {LONGEST_SECONDS:.0f} seconds for a few sources.",
                hint="Use a simpler style.",
            )
    if failed == len(_SOURCES):
        raise StyleFileError(
            f"{name}: the processor of citation styles cannot follow it.",
            hint="Use another style, or another edition of it.",
        )


def _require_grammar(data: bytes, name: str) -> None:
    """Raise StyleFileError with the line of what CSL's own grammar (RELAX NG) refuses first."""
    grammar = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    if not grammar.validate(_flattened(parsed(data, name))):
        wrong = grammar.error_log[0]
        raise StyleFileError(
            f"{name}, {_place(grammar.error_log)}: {_shortened(wrong.message)}.",
            hint="Mend it, or get the style from the people who publish it.",
        )


def _flattened(root: etree._Element) -> etree._Element:
    """Return a style with few rendering elements in each other, right and wrong where it was.

    WORKAROUND for libxml2, whose RELAX NG tries all ways again for each element that a wrong one
    stands in (such a hang: https://github.com/TEIC/TEI/issues/655): twenty groups deep took half a
    minute, forty a year. A deep element becomes a macro, which may hold whatever stood there.
    """
    depths = {root: 0}
    for element in list(root.iterdescendants(etree.Element)):
        parent = element.getparent()
        depth = 0 if parent is None else depths[parent]
        if element.tag in _NESTED:
            depth += 1
            if depth > _DEEP_ENOUGH and parent is not None:
                _put_aside(element, parent, root)
                depth = 1
        depths[element] = depth
    return root


def _put_aside(element: etree._Element, parent: etree._Element, root: etree._Element) -> None:
    """Make an element a macro of its own, with words in its place."""
    words = etree.Element(f"{{{NAMESPACE}}}text", {"value": "aside"})
    words.tail, element.tail = element.tail, None
    parent.replace(element, words)
    macro = etree.SubElement(root, f"{{{NAMESPACE}}}macro", {"name": "aside"})
    macro.append(element)


def _place(log: Iterable[etree._LogEntry]) -> str:
    """Return the line of what is wrong; of an attribute libxml2 knows only what it stands in."""
    lines = [entry.line for entry in log]
    if lines[0] > 0:
        return f"line {lines[0]}"
    return f"near line {next((line for line in lines if line > 0), 1)}"


def _shortened(message: str) -> str:
    return message.strip().rstrip(".")[:200]
