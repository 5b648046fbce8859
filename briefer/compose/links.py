"""Addresses in staff's words that become live links: web pages and mailboxes, nothing else.

In: plain text. Out: runs, those of an address with its link. Must not know: slides, records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.content import Text

_ADDRESS = re.compile(
    r"""
    (?P<web>https?://\w[^\s<>"|]*)
    # A mailbox begins with its first letter: tried from each one, long words took for ever.
    |(?P<mail>(?<![\w.%+'-])(?:mailto:)?[\w.%+'-]+@(?:[\w-]+\.)+[^\W\d_]{2,})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = ".,;:!?'\"\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def linked(words: str) -> tuple[Text, ...]:
    """Return words as runs; an http, https or mailto address is a run of its own with its link.

    A stop or bracket after an address is not part of it. "mailto:" is not printed.
    """
    return tuple(run for run in _runs(words) if run.text)


def _runs(words: str) -> Iterator[Text]:
    end = 0
    for match in _ADDRESS.finditer(words):
        address = _bare(match.group())
        yield Text(words[end : match.start()])
        mailbox = re.sub("^mailto:", "", address, flags=re.IGNORECASE)
        yield (
            Text(mailbox, url=f"mailto:{mailbox}") if match["mail"] else Text(address, url=address)
        )
        end = match.start() + len(address)
    yield Text(words[end:])


def _bare(address: str) -> str:
    """Return an address without the stops and closing brackets that follow it."""
    spare = {last: address.count(last) - address.count(first) for last, first in _PAIRS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if last not in _ENDS and spare.get(last, 0) <= 0:
            break
        if last in spare:
            spare[last] -= 1
        end -= 1
    return address[:end]
