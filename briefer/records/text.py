"""Text as every file of ours can hold it: what XML 1.0 cannot is taken out.

In: any string. Out: the string that packs, briefing files, stores and decks can all carry, and the
same as it stands in XML.
"""

from __future__ import annotations

import re
from html import escape

# XML 1.0, fifth edition, production [2] Char: the complement of what it allows.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean_text(text: str) -> str:
    """Return the text without characters that XML cannot hold, line breaks as newlines."""
    if text.isprintable():  # then it holds no control characters, breaks or surrogates: most do
        return text
    return _NOT_XML.sub("", _BREAKS.sub("\n", text))


def xml_text(text: str) -> str:
    """Return cleaned text as an element holds it."""
    return escape(text, quote=False).replace("\r", "&#13;")


def xml_value(text: str) -> str:
    """Return cleaned text as an attribute in double quotes holds it, breaks and tabs kept."""
    value = escape(text, quote=False).replace('"', "&quot;")
    return value if value.isprintable() else value.translate(_SPACES)
