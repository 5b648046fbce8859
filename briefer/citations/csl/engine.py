"""A style in the processor (citeproc-py), one citation at a time.

In: a style's clean tree, items, a place. Out: marked text of a note or of the list of works. Every
citation is the first of its deck: Briefer has numbers and short forms of its own, and the
processor's later forms ("ibid.", "supra note") are wrong or lead nowhere on slides. Must not know:
source records.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TypeVar

from citeproc import model
from citeproc.frontend import CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Citation, CitationItem, Locator
from citeproc.source.json import CiteProcJSON
from lxml import etree

from briefer.citations.csl.checking import NAMESPACE
from briefer.citations.csl.elements import ELEMENTS, Style
from briefer.citations.csl.items import KEY
from briefer.citations.csl.marks import FACE, given_back
from briefer.citations.csl.mending import mended
from briefer.errors import StyleFileError

_Root = TypeVar("_Root", bound=model.CitationStylesElement)
_CSL = f"{{{NAMESPACE}}}"


class _Tree(CitationStylesStyle):
    """A style's tree in classes that put the processor right."""

    root: Style

    def __init__(self, data: bytes) -> None:
        self.root = _elements(data, Style)
        _prepare(self.root)
        self.root.set_locale_list(self.root.get("default-locale", "en-US"), validate=False)
        self.root.locales = [self._own(locale) for locale in self.root.locales]

    def _own(self, locale: model.Locale) -> model.Locale:
        """Return a locale in classes of ours; one inside the style is that already."""
        if locale.getroottree().getroot() is self.root:
            return locale
        own = _elements(etree.tostring(locale), model.Locale)
        own.style = self.root
        return own


def _elements(data: bytes, kind: type[_Root]) -> _Root:
    """Return the root, of the kind that it is, of a tree of the processor's elements."""
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(NAMESPACE)
    namespace[None] = model.CitationStylesElement
    for theirs in model.CitationStylesElement.__subclasses__():
        namespace[theirs.__name__.replace("_", "-").lower()] = theirs
    for tag, ours in ELEMENTS.items():
        namespace[tag] = ours
    parser = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
    parser.set_element_class_lookup(lookup)
    root = etree.parse(io.BytesIO(data), parser).getroot()
    if not isinstance(root, kind):
        raise StyleFileError(f"The style begins with {root.tag}.", hint="Get the file again.")
    return root


def _prepare(root: model.Style) -> None:
    """Take out the processor's number of a work, and give every list of names its name.

    Works have letters here, and a number before them would be taken for a cite's.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: into a list of names without a name
    it puts a new one each time it is printed.
    """
    for numbered in list(root.iterfind(f".//{_CSL}text[@variable='citation-number']")):
        parent = numbered.getparent()
        if parent is not None:
            parent.remove(numbered)
    for names in root.iter(f"{_CSL}names"):
        parent = names.getparent()
        substitute = parent is not None and parent.tag == f"{_CSL}substitute"
        if names.find(f"{_CSL}name") is None and not substitute:
            names.insert(0, etree.SubElement(names, f"{_CSL}name"))


class Engine:
    """One style, ready to word items. Not for two threads at once."""

    def __init__(self, data: bytes) -> None:
        self._tree = _Tree(data)
        option = self._tree.root.get_locale_option("punctuation-in-quote")
        self._inside_quotes = str(option).lower() == "true"

    @property
    def has_list(self) -> bool:
        """Whether the style has a list of works."""
        return self._tree.has_bibliography()

    def note(self, item: Mapping[str, object], *, page: str = "") -> str:
        """Return an item as a note has it, with the page that is cited ("" for none)."""
        # WORKAROUND for https://github.com/citeproc-py/citeproc-py: `locator=None` crashes.
        cited = CitationItem(KEY, locator=Locator("page", page)) if page else CitationItem(KEY)
        citation = Citation([cited])
        return self._mended(str(self._deck(item, citation).cite(citation, _unknown)))

    def entry(self, item: Mapping[str, object]) -> str:
        """Return an item as the list of works has it, "" where the style prints nothing."""
        entries = self._deck(item, Citation([CitationItem(KEY)])).bibliography()
        return self._mended(str(entries[0])) if entries else ""

    def _deck(self, item: Mapping[str, object], citation: Citation) -> CitationStylesBibliography:
        deck = CitationStylesBibliography(self._tree, CiteProcJSON([item]), FACE)
        deck.register(citation)
        self._tree.root.printed = ()
        return deck

    def _mended(self, text: str) -> str:
        return mended(given_back(text), inside_quotes=self._inside_quotes)


def _unknown(item: CitationItem) -> str:
    """Return what stands for an item that was not registered; all are."""
    return str(item)
