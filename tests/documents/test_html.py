"""Web pages as text: what a reader sees, in blocks."""

from __future__ import annotations

import pytest

from briefer.documents import text_of_bytes
from briefer.errors import DocumentError

_PAGE = """<!DOCTYPE html>
<html><head><title>Remarks</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> Menu</nav>
<h1>Remarks &amp; answers</h1>
<p>The Minister said <q>we will
   act</q><sup><a href="#fn1">1</a></sup> on&nbsp;<em>every</em> link.<br>Thank you.</p>
<script>document.write("<p>tracked</p>")</script><!-- hidden -->
<p hidden>Not shown.</p>
<table><tr><th>Year</th><th>Deaths</th></tr><tr><td><p>2023</p></td><td>107,543</td></tr></table>
<ul><li>one<li>two</ul>
<p>H<sub>2</sub>O and 10<sup>3</sup></p>
</body></html>
"""


def test_a_page_is_what_its_reader_sees() -> None:
    """Blocks are lines, cells have tabs between; scripts, menus, marks of notes are not there."""
    document = text_of_bytes(_PAGE.encode(), "remarks.html")
    assert document.text == (
        "Remarks & answers\n"
        "The Minister said “we will act” on\N{NO-BREAK SPACE}every link.\n"
        "Thank you.\n"
        "Year\tDeaths\n"
        "2023\t107,543\n"
        "• one\n• two\n"
        "H2O and 103\n"
    )
    assert (document.kind, document.encoding) == ("html", "utf-8")
    assert document.notes == ("1 footnote mark left out.",)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "iso8859-1"),
        ('<meta charset="no-such-one">', "utf-8"),
        ("", "utf-8"),
    ],
)
def test_a_page_names_its_encoding(head: str, encoding: str) -> None:
    """Its own word counts where Python knows it; else it is UTF-8 or a guess."""
    page = f"<html><head>{head}</head><body>Señor</body></html>"
    document = text_of_bytes(page.encode(encoding), "page.htm")
    assert (document.text, document.encoding) == ("Señor\n", encoding)


def test_no_entity_of_a_page_is_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A page that names a file or swells by entities gives neither."""
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("secret words", "utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "{"b" * 1000}">'
        '<!ENTITY c "&a;&a;&a;&a;">]><html><body><p>Words &x; &c;</p></body></html>'
    )
    text = text_of_bytes(page.encode(), "page.html").text
    assert "secret words" not in text
    assert "b" * 1000 not in text or len(text) < 5000
    assert "Words" in text


def test_deep_and_broken_pages_are_read_or_refused() -> None:
    """Missing ends do no harm; a page that would be cut off is refused."""
    deep = b"<html>" + b"<div>" * 1000 + b"words"
    assert text_of_bytes(deep, "deep.html").text == "words\n"
    with pytest.raises(DocumentError, match=r"deep\.html: its parts stand too deep"):
        text_of_bytes(b"<html>" + b"<div>" * 50_000 + b"words", "deep.html")
    assert text_of_bytes(b"<html><p>one<p>two<b>", "x.html").text == "one\ntwo\n"
    with pytest.raises(DocumentError, match="no page in it"):
        text_of_bytes(b"", "empty.html")
