"""PDFs as text: words put together, running heads left out, what has no text told."""

from __future__ import annotations

import logging

import pytest
from pypdf import PdfWriter

from briefer.documents import pdf as pdf_module
from briefer.documents import text_of_bytes
from briefer.documents.letters import rejoined
from briefer.errors import DocumentError
from tests.documents.making import WORDS, pdf, pdf_writer, written


def test_lines_are_text() -> None:
    """The words stand in order; a word broken at a line's end is whole."""
    read = text_of_bytes(pdf(["We will act on every link of this sup-", "ply chain."]), "a.pdf")
    assert (read.kind, read.notes) == ("pdf", ())
    assert " ".join(read.text.split()) == "We will act on every link of this supply chain."


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the sup-\nply chain", "the supply\n chain"),
        ("counter-\nnarcotics and counter-narcotics", "counter-narcotics\n and counter-narcotics"),
        ("Sino-\nAmerican talks", "Sino-American\n talks"),
        ("2023-\n24", "2023-24\n"),
        ("soft\u00ad\nened, soft\u00adened", "softened\n, softened"),
        ("a dash -\nthen more", "a dash -\nthen more"),
    ],
)
def test_words_broken_at_a_line_end(text: str, whole: str) -> None:
    """A hyphen stays where the document writes it elsewhere, and before names and numbers."""
    assert rejoined(text) == whole


def test_running_heads_are_left_out() -> None:
    """A sentence that goes on over a page is in one piece."""
    pages = [
        ["Report on Drugs", f"Page body {name} begins", f"and ends {name}", f"- {number} -"]
        for number, name in enumerate(("one", "two", "three", "four"), 1)
    ]
    read = text_of_bytes(pdf(*pages), "report.pdf")
    assert "Report on Drugs" not in read.text
    assert "and ends one Page body two begins" in " ".join(read.text.split())
    assert read.notes == ("8 running heads or feet left out.",)


def test_pages_without_text_are_told() -> None:
    """A PDF of pictures only is refused; of one with some the number is told."""
    read = text_of_bytes(pdf([WORDS], [], []), "part.pdf")
    assert WORDS in read.text
    assert read.notes == ("2 pages have no text: scanned, or pictures.",)
    with pytest.raises(DocumentError, match=r"no page has text; it is a scan \(2 pages\)"):
        text_of_bytes(pdf([], []), "scan.pdf")


def _encrypted(user: str) -> bytes:
    writer: PdfWriter = pdf_writer([[WORDS]])
    writer.encrypt(user, "owner", algorithm="RC4-128")
    return written(writer)


def test_a_password_is_asked_for_elsewhere() -> None:
    """Encrypted with one it is refused; only locked against changes it is read."""
    with pytest.raises(DocumentError, match=r"secret\.pdf is encrypted and needs a password"):
        text_of_bytes(_encrypted("word"), "secret.pdf")
    assert WORDS in text_of_bytes(_encrypted(""), "locked.pdf").text


def test_damage_is_told_once_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever pypdf meets it with."""
    with (
        caplog.at_level(logging.WARNING),
        pytest.raises(DocumentError, match=r"cut\.pdf: this PDF is damaged") as raised,
    ):
        text_of_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog >>\nendobj", "cut.pdf")
    assert raised.value.details
    assert not caplog.records
    assert logging.getLogger("pypdf").level == logging.NOTSET


def test_limits_of_pages_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many pages, or too long a time, is refused with what to do."""
    monkeypatch.setattr(pdf_module, "MOST_PAGES", 2)
    with pytest.raises(DocumentError, match="has 3 pages; 2 are the most"):
        text_of_bytes(pdf([WORDS], [WORDS], [WORDS]), "long.pdf")
    monkeypatch.setattr(pdf_module, "LONGEST_SECONDS", -1.0)
    with pytest.raises(DocumentError, match="takes longer"):
        text_of_bytes(pdf([WORDS]), "slow.pdf")
