"""Elements of a style that the processor gets wrong, put right: classes over its own.

In: what the processor hands to its elements. Out: the same calls, with other outcomes where it is
known to be wrong. Must not know: sources, slides.
"""

from __future__ import annotations

from typing import TypeVar

from citeproc import model
from citeproc.source import CitationItem, VariableError
from lxml import etree
from typing_extensions import override

_Said = TypeVar("_Said")


class Style(model.Style):
    """The root of a style; it keeps which variables were printed, by the tag that printed them."""

    printed: tuple[tuple[str, str], ...] = ()


def _kept(element: model.CitationStylesElement, said: _Said) -> _Said:
    """Return what an element says, kept as printed where it is a value of the item."""
    root = element.get_root()
    variable = element.get("variable")
    if said and variable and isinstance(root, Style):
        root.printed = (*root.printed, (str(element.tag), variable))
    return said


class Text(model.Text):
    """A text, whose variable is kept."""

    @override
    def render(self, item: CitationItem, context: object = None, **options: object) -> str | None:
        """Return what it prints."""
        return _kept(self, super().render(item, context=context, **options))


class Number(model.Number):
    """A number, whose variable is kept."""

    @override
    def render(self, item: CitationItem, context: object = None, **options: object) -> str | None:
        """Return what it prints."""
        return _kept(self, super().render(item, context=context, **options))


class Date(model.Date):
    """A date, whose variable is kept."""

    @override
    def render(self, item: CitationItem, *args: object, **options: object) -> str | None:
        """Return what it prints."""
        return _kept(self, super().render(item, *args, **options))


class Names(model.Names):
    """Names, whose variable is kept; they are silent where they stood for others before."""

    @override
    def render(self, item: CitationItem, context: object = None, **options: object) -> str | None:
        """Return what it prints."""
        around = context if isinstance(context, model.CitationStylesElement) else self
        gone = around.get_layout().repressed.get(str(self.tag), ())
        if (self.get("variable") or "") in gone:
            return None
        return _kept(self, super().render(item, context=context, **options))


class Substitute(model.Substitute):
    """What stands for names that are not there; it is not printed again in the same citation.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: the processor forgets what a macro
    printed there, and prints a work without an author as "“Title.” “Title.”" (CSL 1.0.2, section
    "Substitute").
    """

    @override
    def render(self, item: CitationItem, context: object = None, **options: object) -> str | None:
        """Return what it prints."""
        root = self.get_root()
        before = len(root.printed) if isinstance(root, Style) else 0
        said = super().render(item, context=context, **options)
        around = context if isinstance(context, model.CitationStylesElement) else self
        if said and isinstance(root, Style):
            repressed = around.get_layout().repressed
            for tag, variable in root.printed[before:]:
                repressed[tag] = [*repressed.get(tag, []), variable]
        return said


class Group(model.Group):
    """A group, which is silent unless a value was printed inside it.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: the processor takes the words of a
    choice or macro inside a group for a value, and prints "(testimony of)" and ", edition" alone
    (CSL 1.0.2, section "Group").
    """

    @override
    def process(self, item: CitationItem, context: object = None, **options: object) -> str:
        """Return what is in it; raise VariableError where it is silent."""
        root = self.get_root()
        before = len(root.printed) if isinstance(root, Style) else 0
        said = super().process(item, context=context, **options)
        called = any(_calls(child) for child in self)
        if called and isinstance(root, Style) and len(root.printed) == before:
            raise VariableError
        return said


def _calls(element: etree._Element) -> bool:
    return isinstance(element, model.CitationStylesElement) and bool(element.calls_variable())


class Label(model.Label):
    """A label, which is silent without its variable.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: the processor prints the term of a
    variable that the item does not have (CSL 1.0.2, section "Label").
    """

    @override
    def process(
        self,
        item: CitationItem,
        variable: str | None = None,
        plural: bool | None = None,
        context: object = None,
        **options: object,
    ) -> object:
        """Return the term, or None."""
        named = variable or self.get("variable") or ""
        there = item.has_locator if named == "locator" else _has(item, named)
        if not there:
            return None
        return super().process(item, variable, plural, context, **options)


def _has(item: CitationItem, variable: str) -> bool:
    return variable.replace("-", "_") in item.reference


class Name(model.Name):
    """A name, which is not cut to initials where the style says so.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: `initialize="false"` is not read, and
    given names become initials wherever `initialize-with` stands (CSL 1.0.2, section "Name").
    """

    @override
    def get_option(self, name: str, context: object = None, sort_options: object = None) -> object:
        """Return an option of the name."""
        if name == "initialize-with" and self._is_whole(context):
            return None
        return super().get_option(name, context, sort_options)

    def _is_whole(self, context: object) -> bool:
        """Return whether the nearest word on it, of name, list or style, is against initials."""
        chain: list[etree._Element] = [self]
        around = context if isinstance(context, model.CitationStylesElement) else self
        chain += [one for one in around.iterancestors() if _local(one) in _INHERITED]
        said = [value for one in chain if (value := one.get("initialize")) is not None]
        return bool(said) and said[0] == "false"


_INHERITED = ("citation", "bibliography", "style")


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


class DatePart(model.Date_Part):
    """A part of a date, which is the same after it was printed.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: what a style says of one date's parts
    is written into the locale's, and holds for all dates printed later.
    """

    @override
    def process(self, date: object, context: object = None) -> object:
        """Return what it prints."""
        before = {str(key): str(value) for key, value in self.attrib.items()}
        try:
            return super().process(date, context)
        finally:
            for key in map(str, list(self.attrib)):
                if key not in before:
                    del self.attrib[key]
            for key, value in before.items():
                self.set(key, value)


ELEMENTS: dict[str, type[etree.ElementBase]] = {
    "style": Style,
    "text": Text,
    "number": Number,
    "date": Date,
    "names": Names,
    "substitute": Substitute,
    "group": Group,
    "label": Label,
    "name": Name,
    "date-part": DatePart,
}
"""The classes that stand in for the processor's, by the tag they are for."""
