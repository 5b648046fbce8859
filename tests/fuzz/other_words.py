"""Hostile addresses and hostile words: strategies for one at a time, and as many as are wanted.

What is known to have harmed somebody is drawn as often as what is made up: schemes that start
programs, hosts that read as others, escapes, controls, cells that begin a formula.
"""

from __future__ import annotations

import random

from hypothesis import strategies as st

SCHEMES = (
    *("http", "https", "HTTP", "hTTps", "mailto", "file", "javascript", "JaVaScRiPt", "data"),
    *("vbscript", "ms-word", "ms-excel", "ms-msdt", "search-ms", "ms-officecmd", "smb", "ftp"),
    *("ldap", "jar", "blob", "view-source", "onenote", "mhtml", "tel", "ppaction", "about", "C"),
)
HOSTS = (
    *("example.org", "user:secret@example.org", "good.org@evil.org", "evil.org\\@good.org"),
    *("", "server", "127.0.0.1", "[::1]", "[::1]evil.org", "example.org:99999"),
    *("good.org%2f.evil.org", "good.org%00.evil.org", "exa\u202emple.org", "exa\u200bmple.org"),
    *(
        "m\xfcnchen.de",
        "\u0435xample.org",
        "example\u3002org",
        "a..b",
        "-a.org",
        "a" * 300,
        "[",
        ".",
    ),
)
PATHS = (
    *("", "/", "/a b", "/%0d%0aSet-Cookie:x", "/%zz", "/%", "/\n<script>", "/\tx", "/a\x00b"),
    *("?q=[1]{2}|3", "#a#b", "/../../etc/passwd", "?subject=x&attach=/etc/passwd", "/\ud800"),
    *("/\u202egnp.exe", "/\"><x y='", "/" + "a" * 3000, "\\\\share\\file", "@evil.org/", "/%c0%ae"),
)
KNOWN = (
    *("file:///etc/passwd", "\\\\server\\share\\a.pptx", "//server/share", "C:\\Windows\\calc.exe"),
    *("javascript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "javascript\x01:x"),
    *("data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)", "mailto:a@b.org?attach=C:/x"),
    *("ms-excel:ofe|u|http://example.org/x.xlsm", "http://user:pw@example.org/", "../a.pptx"),
    *("ppaction://program", "ppaction://macro?name=Run", "http:/example.org", "http:example.org"),
    *("https://example.org/report", "mailto:desk@example.org", "https://example.org/a(b)c?d=e#f"),
)

_PLANES = (
    *range(0x00, 0x100),
    *(0x300, 0x5D0, 0x627, 0x7FF, 0x1100, 0x200B, 0x200D, 0x202E, 0x2066, 0x2028, 0x3000),
    *(0xAC00, 0xD800, 0xDFFF, 0xE000, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF),
    *(0x10000, 0x1F468, 0x1F3FD, 0xE0041, 0x10FFFF),
)
"""Letters and what is none: controls, joiners, halves of pairs, marks of direction."""

ADDRESSES = st.one_of(
    st.sampled_from(KNOWN),
    st.builds(
        lambda scheme, between, host, path: f"{scheme}{between}{host}{path}",
        st.sampled_from(SCHEMES),
        st.sampled_from(("://", ":", ":///", ":/", ":\\\\", "://\n", ":\t//")),
        st.sampled_from(HOSTS),
        st.sampled_from(PATHS),
    ),
    st.builds(lambda rest: f"http://{rest}", st.text(max_size=30)),
    st.text(max_size=20),
)

FORMULAS = (
    *("=cmd|'/c calc'!A0", "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1"),
    *('=HYPERLINK("http://example.org","x")', "=WEBSERVICE(A1)", "=DDE(1;2;3)", "\uff1d1+1"),
    *("'=1+1", ' "=1+1', "%=1", "=IMPORTXML(A1)", "_x003D_1+1", "_x000D_=1", "{=1+1}", "0=1"),
)
ODD = (
    *(
        "a\x00b",
        "\x01\x02\x1f",
        "\ud800",
        "x\udfffy",
        "\ufffe\uffff",
        "\u202egnp.exe",
        "\u2066a\u2069",
    ),
    *(
        "a\x0bb\x0cc",
        "\u2028\u2029",
        "]]>",
        "<!--",
        "&amp;&lt;",
        "<script>alert(1)</script>",
        "\r\n",
    ),
    *(
        "[@source/none]",
        "**bold",
        "http://example.org/" + "\u202e" + "gpj.exe",
        "e" + "\u0301" * 200,
    ),
)

WORDS = st.one_of(
    st.sampled_from(FORMULAS),
    st.sampled_from(ODD),
    ADDRESSES,
    st.text(st.characters(), max_size=40),
    st.just("w" * 4000),
)
"""What may stand in any field."""


def hostile(chance: random.Random) -> str:
    """Return words of any kind, an address as often as not."""
    match chance.randrange(8):
        case 0:
            return chance.choice(FORMULAS)
        case 1:
            return chance.choice(ODD)
        case 2:
            return "".join(chr(chance.choice(_PLANES)) for _ in range(chance.randrange(1, 40)))
        case 3:
            return f"{chance.choice(ODD)} {hostile(chance)} {chance.choice(FORMULAS)}"
        case 4:
            return chance.choice(KNOWN)
        case _:
            between = chance.choice(("://", "://", "://", ":", ":///", ":\\\\"))
            host, path = chance.choice(HOSTS), chance.choice(PATHS)
            return f"{chance.choice(SCHEMES)}{between}{host}{path}"
