"""Letters as a reader sees them, whatever the printer made of them."""

from __future__ import annotations

import pytest
from docx import Document

from briefer.documents import text_of_bytes
from briefer.documents.letters import printed, rejoined
from tests.documents.making import word


def _docx(words: str) -> bytes:
    document = Document()
    document.add_paragraph(words)
    return word(document)


def test_ligatures_are_letters() -> None:
    """Signs without width are left out; what joins the letters of some scripts stays."""
    assert printed("of\ufb01cial e\ufb00orts, a\ufb04ict") == "official efforts, afflict"
    assert printed("fen\u00adtanyl\u200b\u2060\ufeff") == "fentanyl"
    assert printed("\u0645\u06cc\u200c\u062e") == "\u0645\u06cc\u200c\u062e"


@pytest.mark.parametrize(
    "data",
    [
        "Harm reduction e\ufb00orts on fen\u00adtanyl.".encode(),
        "<html><body><p>Harm reduction e\ufb00orts on fen&shy;tanyl.</p></body></html>".encode(),
        _docx("Harm reduction e\ufb00orts on fen\u00adtanyl."),
    ],
    ids=["txt", "html", "docx"],
)
def test_every_form_of_document_is_read_so(data: bytes) -> None:
    """Words are found in a page as in a Word document."""
    assert text_of_bytes(data, "a").text.strip() == "Harm reduction efforts on fentanyl."


def test_plain_text_is_rejoined_only_where_that_is_sure() -> None:
    """A word that the text has whole elsewhere is whole; of others nobody knows."""
    text = "Illicit fen-\ntanyl. It is fentanyl. A time-\nbound effort, a sup\u00ad\nply.\n"
    assert text_of_bytes(text.encode(), "a.txt").text == (
        "Illicit fentanyl\n. It is fentanyl. A time-\nbound effort, a supply\n.\n"
    )
    assert "timebound" in rejoined(text)
