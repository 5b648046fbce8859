"""A file of a citation style (CSL 1.0), looked at before anything is done with it.

In: bytes. Out: what the style is, and its tree as clean bytes; or StyleFileError with the line. A
file comes from anywhere: it may declare no document type, its macros may not swell without end, and
nothing that it names is fetched. Must not know: how citations are rendered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefer.errors import StyleFileError

LARGEST_FILE = 1_000_000
"""Bytes that a style may have; the longest published one has a third of it."""

MOST_STEPS = 20_000
"""Elements that the rendering of one citation may pass, macros counted as often as called."""

LONGEST_WORDS = 300
"""Letters of an affix, a delimiter or a term; the longest of published styles has a third of it."""

DEEPEST = 120
"""How deep elements may stand in each other, macros unfolded."""

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{NAMESPACE}}}"
_LONGEST_TITLE = 120
_PLACE = re.compile(r", line \d+, column \d+\Z")


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A style that can be used: its title, whether it words notes, and its tree.

    `note` is false of styles that cite in the text; `bibliography` tells whether it has a list of
    works. `notes` are sentences to show to whoever adds it.
    """

    title: str
    note: bool
    bibliography: bool
    data: bytes
    notes: tuple[str, ...] = ()


def checked_style(data: bytes, name: str) -> StyleFile:
    """Return what a style file holds; raise StyleFileError naming file, line and why not."""
    if len(data) > LARGEST_FILE:
        raise StyleFileError(
            f"{name} is larger than {LARGEST_FILE:,} bytes.", hint="No citation style is so long."
        )
    root = parsed(data, name)
    _require_style(root, name)
    _require_own_rules(root, name)
    _require_csl_only(root, name)
    _require_short_words(root, name)
    macros = _macros(root, name)
    for part in ("citation", "bibliography"):
        for layout in root.iterfind(f"{_CSL}{part}/{_CSL}layout"):
            _Unfolding(macros, name).require_bounded(layout)
    has_list = root.find(f"{_CSL}bibliography/{_CSL}layout") is not None
    note = root.get("class") == "note"
    notes = []
    if not note:
        notes.append("It cites in the text; on slides only its list of works is used.")
    if not has_list:
        notes.append("It has no list of works; works are worded as in its notes.")
    return StyleFile(_title(root, name), note, has_list, etree.tostring(root), tuple(notes))


def parsed(data: bytes, name: str) -> etree._Element:
    """Return the root of a style file, read without following anything that it names.

    Raise StyleFileError with the line where it is no XML, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise StyleFileError(
            f"{name}, line {line}: this is no XML: {_reason(error)}.", hint="Get the file again."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise StyleFileError(
            f"{name}: it declares a document type, which no citation style needs.",
            hint="Get the style from the people who publish it.",
        )
    return root


def _reason(error: etree.XMLSyntaxError) -> str:
    """Return what the parser says, without the place, which is told before it."""
    return _PLACE.sub("", error.msg or "")


def _require_style(root: etree._Element, name: str) -> None:
    if root.tag != f"{_CSL}style":
        raise StyleFileError(
            f"{name}, line {root.sourceline}: the file begins with <{_local(root)}>; a citation"
            " style begins with <style> of CSL.",
            hint="Give a .csl file.",
        )
    version = root.get("version", "")
    if version[:3] != "1.0" or "mlz" in version:
        raise StyleFileError(
            f"{name}, line {root.sourceline}: it is written in version {version or 'none'} of CSL;"
            " 1.0 can be used.",
            hint="Get the style in CSL 1.0.",
        )


def _require_own_rules(root: etree._Element, name: str) -> None:
    """Refuse a dependent style, which only names another, and one that lacks rules."""
    for link in root.iterfind(f"{_CSL}info/{_CSL}link"):
        if link.get("rel") == "independent-parent":
            parent = link.get("href", "").rpartition("/")[2] or "another"
            raise StyleFileError(
                f"{name}, line {link.sourceline}: it has no rules of its own; it is the style"
                f" {parent!r} by another name.",
                hint=f"Get {parent}.csl and add that.",
            )
    if root.find(f"{_CSL}citation/{_CSL}layout") is None:
        raise StyleFileError(
            f"{name}: it says nothing about how to cite (no <citation> with a <layout>).",
            hint="Get the file again.",
        )
    if root.get("class") not in ("note", "in-text"):
        raise StyleFileError(
            f"{name}, line {root.sourceline}: its class is {root.get('class')!r};"
            " a style is of class 'note' or 'in-text'.",
            hint="Get the file again.",
        )


def _require_csl_only(root: etree._Element, name: str) -> None:
    """Refuse elements of other vocabularies, such as XInclude, and entities left standing."""
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith(_CSL):
            what = _local(element) or "an entity"
            raise StyleFileError(
                f"{name}, line {element.sourceline}: {what} is no part of a citation style.",
                hint="Get the style from the people who publish it.",
            )


def _require_short_words(root: etree._Element, name: str) -> None:
    """Refuse words so long that printing them as often as a style may would fill the memory."""
    info = {id(element) for part in root.iterfind(f"{_CSL}info") for element in part.iter()}
    for element in root.iter(etree.Element):
        words = [str(value) for value in element.attrib.values()]
        words += [element.text or "", element.tail or ""]
        if id(element) not in info and max(map(len, words)) > LONGEST_WORDS:
            raise StyleFileError(
                f"{name}, line {element.sourceline}: <{_local(element)}> has words of more than"
                f" {LONGEST_WORDS} letters.",
                hint="Use another style.",
            )


def _macros(root: etree._Element, name: str) -> dict[str, etree._Element]:
    """Return the macros by name; of two of one name the first counts."""
    found: dict[str, etree._Element] = {}
    for macro in root.iterfind(f"{_CSL}macro"):
        key = macro.get("name", "")
        if not key or "'" in key or '"' in key:
            raise StyleFileError(
                f"{name}, line {macro.sourceline}: a macro is named {key!r}.",
                hint="Name it with letters and hyphens.",
            )
        found.setdefault(key, macro)
    return found


class _Unfolding:
    """Counts what rendering will pass, without rendering: steps and depth of each macro once."""

    def __init__(self, macros: dict[str, etree._Element], name: str) -> None:
        self._macros = macros
        self._name = name
        self._known: dict[str, tuple[int, int]] = {}
        self._open: list[str] = []

    def require_bounded(self, layout: etree._Element) -> None:
        """Raise StyleFileError where a macro calls itself, or the macros swell too much."""
        steps, depth = self._cost(layout)
        if steps > MOST_STEPS or depth > DEEPEST:
            raise StyleFileError(
                f"{self._name}, line {layout.sourceline}: its macros call each other too often"
                f" ({steps:,} steps for one citation).",
                hint="Use a simpler style.",
            )

    def _cost(self, element: etree._Element) -> tuple[int, int]:
        """Return steps and depth of an element with all in it; of a choice the longest way."""
        steps, depth = 1, 0
        inner = [self._cost(child) for child in element]
        called = element.get("macro")
        if called is not None and element.tag in (f"{_CSL}text", f"{_CSL}key"):
            inner.append(self._macro(called, element))
        if inner:
            depth = max(below for _, below in inner)
            each = [passed for passed, _ in inner]
            steps += max(each) if element.tag == f"{_CSL}choose" else sum(each)
        return steps, depth + 1

    def _macro(self, called: str, element: etree._Element) -> tuple[int, int]:
        if called not in self._macros:
            raise StyleFileError(
                f"{self._name}, line {element.sourceline}: there is no macro {called!r}.",
                hint="Get the file again.",
            )
        if called in self._open or len(self._open) > DEEPEST:
            raise StyleFileError(
                f"{self._name}, line {element.sourceline}: the macro {called!r} calls itself.",
                hint="Get the file again.",
            )
        if called not in self._known:
            self._open.append(called)
            self._known[called] = self._cost(self._macros[called])
            self._open.pop()
        return self._known[called]


def _title(root: etree._Element, name: str) -> str:
    title = root.findtext(f"{_CSL}info/{_CSL}title") or ""
    said = " ".join(title.split())[:_LONGEST_TITLE].strip()
    return said or name.rpartition(".")[0] or name


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
