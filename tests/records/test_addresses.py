"""An address is linked where it is whole and says where it leads, and nowhere else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from briefer.records.addresses import LONGEST, link_of
from tests.fuzz.other_exports import wrong_address
from tests.fuzz.other_words import ADDRESSES

LINKED = {
    "https://example.org": "https://example.org",
    "HTTP://Example.org/A": "http://example.org/A",
    " https://example.org/a note ": "https://example.org/a%20note",
    "https://example.org:8080/a?b=c&d#e": "https://example.org:8080/a?b=c&d#e",
    "https://example.org/a?b=[1]|{2}": "https://example.org/a?b=%5B1%5D%7C%7B2%7D",
    "https://example.org/100%": "https://example.org/100%25",
    "https://example.org/%C3%A9": "https://example.org/%C3%A9",
    "https://example.org/é": "https://example.org/%C3%A9",
    "https://münchen.de/": "https://xn--mnchen-3ya.de/",
    "https://\N{CYRILLIC SMALL LETTER IE}xample.org/": "https://xn--xample-2of.org/",
    "http://[::1]:80/a": "http://[::1]:80/a",
    "http://192.0.2.1/": "http://192.0.2.1/",
    "http://intranet/a": "http://intranet/a",
    "https://doi.org/10.1016/S0140-6736(18)30001-1": "https://doi.org/10.1016/S0140-6736(18)30001-1",
    "https://doi.org/10.1002/1097<1::AID>3.0": "https://doi.org/10.1002/1097%3C1::AID%3E3.0",
    "mailto:desk@example.org": "mailto:desk@example.org",
    "mailto:jörg@example.org?subject=A%20b": "mailto:j%C3%B6rg@example.org?subject=A%20b",
}
NOT_LINKED = (
    *("", " ", "notes.docx", "../notes.docx", "www.example.org", "//example.org/a", "https:a"),
    *("file:///etc/passwd", "file://server/share", "\\\\server\\share", "C:\\x.exe", "ftp://a.org"),
    *("javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "smb://a"),
    *("ms-excel:ofe|u|https://example.org/x", "search-ms:query=x", "ppaction://program", "tel:1"),
    *("http://", "http:///a", "http://[", "http://[::1]evil.org/", "http://[::1%25eth0]/"),
    *("http://user@example.org/", "http://user:word@example.org/", "http://a.org\\@b.org/"),
    *("http://example.org:99999/", "http://example.org:x/", "http://a..b/", "http://-a.org/"),
    *("http://a.org%2f.b.org/", "https://example.org/%0d%0aSet-Cookie:x", "https://a.org/%00"),
    *("https://example.org/\nx", "https://example.org/a\tb", "https://example.org/\x00"),
    *(
        "https://exa\u202emple.org/",
        "https://example.org/\u202egnp.exe",
        "https://exa\u200bmple.org",
    ),
    *("https://example.org/\ud800", f"https://example.org/{'a' * LONGEST}", "http://xn--/"),
    *("mailto:", "mailto:desk", "mailto:a@b.org?attach=/etc/passwd", "mailto:a@b.org,c@d.org"),
    *("mailto:a@b.org%0d%0aBcc:c@d.org", "mailto:a@b.org?subject=x&bcc=c@d.org"),
)


@pytest.mark.parametrize(("address", "link"), LINKED.items(), ids=range(len(LINKED)))
def test_whole_addresses_are_linked(address: str, link: str) -> None:
    """What RFC 3986 forbids is percent-encoded, other letters of a host written in ASCII."""
    assert link_of(address) == link
    assert link_of(link) == link


@pytest.mark.parametrize("address", NOT_LINKED, ids=range(len(NOT_LINKED)))
def test_whatever_else_there_is_stays_words(address: str) -> None:
    """Files, programs, names and passwords, escapes and unseen characters are never linked."""
    assert link_of(address) == ""


@settings(max_examples=300, deadline=None)
@given(address=ADDRESSES)
def test_any_link_is_one_that_an_export_may_hold(address: str) -> None:
    """Whatever it is made from, a link is of the web or a mailbox, in ASCII, and stays the same."""
    link = link_of(address)
    assert not link or wrong_address(link) == ""
    assert link_of(link) == link


@pytest.mark.parametrize("letter", ["a", "a.", "-", "%", "@", "[", "é", "a@", "a=&"])
def test_long_addresses_take_no_time(letter: str) -> None:
    """No expression goes back over what it read."""
    started = time.process_time()
    for start in ("http://", "mailto:", "https://a.org/", "mailto:a@a.org?"):
        link_of(start + letter * (1_000_000 // len(letter)))
        link_of((start + letter * LONGEST)[: LONGEST - 1] + "!")
    assert time.process_time() - started < 1.0
