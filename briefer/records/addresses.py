"""Addresses that may be linked: whole ones of the web, and mailboxes.

In: any text that somebody wrote where an address belongs. Out: an address fit for a file, or
nothing. Whatever else there is stays words: it could open a file, start a program, tell who clicks,
or lead elsewhere than it reads. Must not know: where addresses stand.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit, urlunsplit

from briefer.records.text import clean_text

LONGEST = 2000
"""Characters of an address; browsers and Office cut or refuse what is much longer."""

# RFC 3986, appendix A: what stands in a path as it is, and what in a query or fragment.
_IN_PATH = "!$%&'()*+,/:;=@~"
_IN_QUERY = _IN_PATH + "?"
_IN_MAILBOX = "!$&'*+/=@~"

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)
"""Controls, marks of direction and letters of no width: they make an address read as another."""
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPED_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAMED_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\.?", re.IGNORECASE)
_HOST_IN_BRACKETS = re.compile(r"\[[0-9a-f:.]+\](?::\d*)?", re.IGNORECASE)
_MAILBOX = re.compile(rf"[\w.!#$&'*+/=^`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})+", re.IGNORECASE)
_MAIL_FIELDS = frozenset(("subject", "body", "cc"))
"""What a mail may be opened with; some programs also take files to attach."""


def link_of(address: str) -> str:
    """Return the address as a link holds it, "" where it may not be linked.

    Linked are http and https with a host and without a user's name, and mailto with a mailbox. What
    RFC 3986 does not allow is percent-encoded, and a host of other letters is written in ASCII, as
    browsers do (RFC 3490), so that the link shows which one it is.
    """
    bare = address.strip()
    if not bare or len(bare) > LONGEST or _UNSEEN.search(bare) or clean_text(bare) != bare:
        return ""
    if _ESCAPED_CONTROL.search(bare):
        return ""
    try:
        parts = urlsplit(_BAD_ESCAPE.sub("%25", bare))
        link = _mail(parts) if parts.scheme == "mailto" else _web(parts)
    except ValueError:  # a port or a host in brackets that is none
        return ""
    return link if len(link) <= LONGEST else ""


def _web(parts: SplitResult) -> str:
    """Return a web address, "" for any other; raise ValueError where it cannot be read."""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or "%" in parts.netloc:
        return ""
    host, port = _host(parts), parts.port
    if not host:
        return ""
    return urlunsplit(
        (
            parts.scheme,
            host if port is None else f"{host}:{port}",
            quote(parts.path, safe=_IN_PATH),
            quote(parts.query, safe=_IN_QUERY),
            quote(parts.fragment, safe=_IN_QUERY),
        )
    )


def _host(parts: SplitResult) -> str:
    """Return the host in ASCII, "" where it is none; UnicodeError is a ValueError."""
    host = parts.hostname or ""
    if parts.netloc.startswith("["):
        return f"[{host}]" if _HOST_IN_BRACKETS.fullmatch(parts.netloc) else ""
    # The codec says nothing of a name in ASCII that is no name.
    name = host if host.isascii() else host.encode("idna").decode("ascii")
    return name if _NAMED_HOST.fullmatch(name) else ""


def _mail(parts: SplitResult) -> str:
    """Return a mailto address of one mailbox, "" where it is none or would attach something."""
    mailbox = unquote(parts.path)
    if parts.netloc or parts.fragment or not _MAILBOX.fullmatch(mailbox):
        return ""
    fields = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    if not fields <= _MAIL_FIELDS:
        return ""
    query = quote(parts.query, safe=_IN_QUERY)
    path = quote(mailbox, safe=_IN_MAILBOX)
    return f"mailto:{path}?{query}" if query else f"mailto:{path}"
