"""XML spoiled at random, so that it can still be parsed: what no writer wrote, readers must bear.

In: the bytes of a part and a source of chance. Out: other bytes. Must not know: what parts mean.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence

from lxml import etree

VALUES = (
    "", " ", "0", "1", "-1", "00", "+1", "1.5", ".5", "1e9", "1e999", "NaN", "inf", "-0", "0x10",
    "2147483647", "2147483648", "-2147483649", "9223372036854775808", "27273042316901", "9"*400,
    "9"*5000, "50%", "%", "1_0", "\u0661\u0662", "\u00b2", "true", "false", "none", "body",
    "title", "ctrTitle", "pic", "sldNum", "rId1", "rId2", "rId3", "rId99", "tx1", "bg1", "phClr",
    "accent1", "accent7", "dk1", "FFFFFF", "GGGGGG", "FFF", "#FFFFFF", "\u00e9", "\u202e",
    "\U0001f600", "../../../etc/passwd", "/ppt/presentation.xml", "slide1.xml", ".", "..",
    "//host/share", "External", "file:///etc/passwd", "http://localhost:9/", "a b", "a\nb",
    "\u2028", "x"*70_000, "/", "%00", "%zz",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme",
)  # fmt: skip
_DEEP = (3, 30, 250, 2000)
_MANY = (1, 2, 20, 300)
_LARGEST = 3_000_000


def spoiled_xml(data: bytes, chance: random.Random, *, others: Sequence[bytes] = ()) -> bytes:
    """Return a part with one to six things done to its tree, or as it is where it has none."""
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError:
        return data
    words = tuple(str(value) for node in root.iter() for value in node.attrib.values()) or ("",)
    for _ in range(chance.choice((1, 1, 2, 2, 3, 6))):
        nodes = [node for node in root.iter() if isinstance(node.tag, str)]
        chance.choice(_WAYS)(chance.choice(nodes), chance, words)
    if others and chance.random() < 0.1:
        _graft(root, chance.choice(others), chance)
    told = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return told if len(told) <= _LARGEST else data


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _value(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Give an attribute another value: a strange one, or one of another attribute."""
    if node.attrib:
        name = chance.choice([str(key) for key in node.attrib])
        node.set(name, chance.choice(VALUES) if chance.random() < 0.7 else chance.choice(words))


def _bare(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    if node.attrib:
        del node.attrib[chance.choice([str(key) for key in node.attrib])]


def _lent(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Give an element the attributes of another."""
    others = list(node.getroottree().getroot().iter("*"))
    for key, value in chance.choice(others).attrib.items():
        node.set(str(key), str(value))


def _gone(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _emptied(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    for child in list(node):
        node.remove(child)
    node.text = None


def _again(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    parent = node.getparent()
    if parent is not None:
        size = len(etree.tostring(node))
        times = min(chance.choice(_MANY), 1 + 500_000 // size)
        for _ in range(times):
            parent.append(copy.deepcopy(node))


def _moved(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Put an element into another, or behind it."""
    others = list(node.getroottree().getroot().iter("*"))
    other = chance.choice(others)
    if node.getparent() is None or node in list(other.iterancestors()) or other is node:
        return
    other.insert(chance.randrange(len(other) + 1), node)


def _named(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Give an element the name of another."""
    others = list(node.getroottree().getroot().iter("*"))
    node.tag = chance.choice(others).tag


def _wrapped(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Put copies of an element's shell around its children, some deep."""
    children = list(node)
    inner = node
    for _ in range(chance.choice(_DEEP)):
        inner = etree.SubElement(inner, node.tag, {str(k): str(v) for k, v in node.attrib.items()})
    for child in children:
        inner.append(child)


def _worded(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    node.text = chance.choice(VALUES)


def _noted(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Put a comment or an instruction among an element's children, which are no elements."""
    made = chance.choice((etree.Comment("a"), etree.ProcessingInstruction("a", "b")))
    node.insert(chance.randrange(len(node) + 1), made)


def _foreign(node: etree._Element, chance: random.Random, words: Sequence[str]) -> None:
    """Put an element into no namespace, or another."""
    name = etree.QName(node).localname
    node.tag = chance.choice((name, f"{{urn:other}}{name}"))


def _graft(root: etree._Element, other: bytes, chance: random.Random) -> None:
    """Put a piece of another part into this one."""
    try:
        pieces = list(etree.fromstring(other, _parser()).iter("*"))
    except etree.XMLSyntaxError:
        return
    chance.choice(list(root.iter("*"))).append(copy.deepcopy(chance.choice(pieces)))


_WAYS = (
    *(_value,) * 8,
    *(_gone,) * 3,
    *(_bare,) * 2,
    *(_moved,) * 2,
    _lent,
    _emptied,
    _again,
    _named,
    _wrapped,
    _worded,
    _noted,
    _foreign,
)
