"""Text that any XML part can hold.

In: text from a file, a form or the clipboard. Out: the same without what XML 1.0 cannot carry
(section 2.2, production Char). Must not know: what the text is for.
"""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def clean_text(text: str) -> str:
    r"""Return text without control characters but \n and \t, lone surrogates, U+FFFE and U+FFFF.

    Line ends become \n.
    """
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))
