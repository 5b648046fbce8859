"""Addresses that may be linked. In: any text. Out: an address fit for a file, or nothing."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from briefer.writers.clean import one_line

_SAFE_SCHEMES = frozenset(("http", "https", "mailto"))
_URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"
"""What RFC 3986 lets stand in an address; anything else is percent-encoded."""


def safe_address(url: str) -> str:
    """Return the address with unfit characters percent-encoded, or "" if it may not be linked."""
    address = quote(one_line(url).strip(), safe=_URL_CHARACTERS)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SAFE_SCHEMES:
        return ""
    return address if parts.netloc or (parts.scheme.lower() == "mailto" and parts.path) else ""
