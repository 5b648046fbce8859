"""Text as every file of ours can hold it: what XML 1.0 cannot is taken out.

In: any string. Out: the string that packs, briefing files, stores and decks can all carry.
"""

from __future__ import annotations

import re

# XML 1.0, fifth edition, production [2] Char: the complement of what it allows.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean_text(text: str) -> str:
    """Return the text without characters that XML cannot hold, line breaks as newlines."""
    return _NOT_XML.sub("", _BREAKS.sub("\n", text))
