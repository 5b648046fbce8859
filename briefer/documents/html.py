"""A web page to text: what a reader of the page sees, block by block.

In: bytes. Out: the text without scripts, styles and navigation. Nothing the page links to is
fetched.
"""

from __future__ import annotations

import itertools
import re

from lxml import etree

from briefer.bounded import marks_in
from briefer.documents.model import Document, counted, too_long
from briefer.documents.plain import decoded
from briefer.documents.writing import Paper
from briefer.errors import DocumentError

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4096
_MOST_MARKS = 3_000_000
"""Tags and attributes of a page, for each of which a parsed tree takes some hundred bytes."""
_LARGEST_MARK = 20
"""Elements in a footnote mark."""
_NAME = re.compile(r"\w+")
_DROPPED = frozenset(
    _NAME.findall(
        "script style nav template noscript head svg math iframe object embed canvas audio video "
        "button select textarea datalist"
    )
)
_BLOCKS = frozenset(
    _NAME.findall(
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p "
        "pre section summary table tbody tfoot thead tr ul"
    )
)
_FOOTNOTE = re.compile(r"\s*\[?(?:\d{1,3}|[a-z*\u2020\u2021])\]?\s*")


def read_html(data: bytes, name: str) -> Document:
    """Return the text of a web page; raise DocumentError where there is none to parse."""
    if marks_in(data) > _MOST_MARKS:
        raise DocumentError(
            f"{name} has more than {_MOST_MARKS:,} tags.", hint="Attach the part that is quoted."
        )
    named = _CHARSET.search(data[:_LOOKED_AT])
    text, encoding, notes = decoded(data, name, named=named[1].decode("ascii") if named else "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.LxmlError, UnicodeError, ValueError):
        root = None
    if root is None:
        raise DocumentError(f"{name}: there is no page in it.", hint="Save the page again.")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # What follows is cut off: a text with holes would prove quotations wrong.
        raise DocumentError(
            f"{name}: its parts stand too deep in each other to be read.",
            hint="Copy what the page says into a plain text file.",
        )
    paper = Paper()
    marks = _write(root, paper)
    if paper.full:
        raise too_long(name)
    left_out = f"{counted(marks, 'footnote mark')} left out." if marks else ""
    return Document(paper.text(), "html", encoding, tuple(n for n in (*notes, left_out) if n))


def _write(root: etree._Element, paper: Paper) -> int:
    """Write what a page shows; return how many footnote marks were left out."""
    marks = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        mark = event == "start" and _is_footnote_mark(element, tag)
        if event == "start" and (mark or _is_dropped(element, tag)):
            marks += mark
            walk.skip_subtree()
            continue
        if event == "start":
            _open(element, tag, paper)
            continue
        if not (tag in _DROPPED or element.get("hidden") is not None):
            _close(tag, paper)
        paper.words(element.tail or "")
        if paper.full:
            break
    return marks


def _open(element: etree._Element, tag: str, paper: Paper) -> None:
    if tag == "br":
        paper.end_line()
    elif tag in _BLOCKS:
        paper.start_block()
    elif tag == "q":
        paper.words("\N{LEFT DOUBLE QUOTATION MARK}")
    if tag == "li":
        paper.words("\N{BULLET} ")
    paper.words(element.text or "")


def _close(tag: str, paper: Paper) -> None:
    if tag in _BLOCKS:
        paper.end_line()
    elif tag in ("td", "th"):
        paper.end_cell()
    elif tag == "q":
        paper.words("\N{RIGHT DOUBLE QUOTATION MARK}")


def _is_dropped(element: etree._Element, tag: str) -> bool:
    return not tag or tag in _DROPPED or element.get("hidden") is not None


def _is_footnote_mark(element: etree._Element, tag: str) -> bool:
    """Return whether an element is a raised link to a note, which no quotation repeats."""
    if tag != "sup":
        return False
    inner = list(itertools.islice(element.iter(), _LARGEST_MARK + 1))
    if len(inner) > _LARGEST_MARK:
        return False
    links = any(map(_is_link, inner)) or _is_link(element.getparent())
    return links and _FOOTNOTE.fullmatch("".join(map(str, element.itertext()))) is not None


def _is_link(element: etree._Element | None) -> bool:
    return element is not None and element.tag == "a"
