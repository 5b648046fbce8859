"""Every quotation has a state: verified, altered, or not held."""

from __future__ import annotations

from briefer.records import Citation, Quote, Statement
from briefer.records.passages import Held
from briefer.records.quotations import judged, quotations

_STATEMENT = Statement(
    id="statement/act",
    text="We will act on every link.",
    statement_type="quotation",
    citations=(Citation("source/a"), Citation("source/b", supports="date")),
)
_A = Held("source/a", "a.txt", "He said: “We will act on every link.” And he left.")


def test_a_verified_quotation_has_its_passage() -> None:
    """With offsets into the text, and what stands around it."""
    (quoted,) = quotations(_STATEMENT)
    found = judged(_STATEMENT.id, quoted, {"source/a": _A})
    assert (found.state, found.marked, found.missing) == ("verified", False, ())
    assert found.passage
    assert _A.text[found.passage.start : found.passage.stop] == _STATEMENT.text
    assert (found.passage.before, found.passage.behind) == ("He said: “", "” And he left.")
    assert (found.passage.source, found.passage.name) == ("source/a", "a.txt")


def test_an_altered_one_has_the_difference() -> None:
    """And the nearest passage, if there is one."""
    found = judged("statement/x", ("text", ("source/a",), "We shall act on every link."), _held())
    assert found.state == "altered"
    assert found.count == 1
    assert [part.words for part in found.parts] == ["We", "shall", "will", "act on every link."]
    assert found.passage
    assert found.passage.words == "We will act on every link."
    strange = judged("statement/x", ("text", ("source/a",), "Not a word of it is there"), _held())
    assert (strange.state, strange.passage, strange.parts) == ("altered", None, ())


def test_without_its_text_nothing_is_claimed() -> None:
    """Not of one source, nor where a second may have the words."""
    quoted = ("text", ("source/a", "source/c"), "Said elsewhere.")
    found = judged("statement/x", quoted, _held())
    assert (found.state, found.missing, found.passage) == ("not-held", ("source/c",), None)
    both = judged("statement/x", ("text", ("source/c", "source/a"), "We will act"), _held())
    assert both.state == "verified"
    assert judged("statement/x", quoted, {}).missing == ("source/a", "source/c")


def test_the_quoters_marks_are_told() -> None:
    """They verify, and show."""
    found = judged("statement/x", ("text", ("source/a",), "[w]e will . . . link."), _held())
    assert (found.state, found.marked) == ("verified", True)
    assert found.passage
    assert found.passage.words == "We will act on every link."


def test_words_of_citations_are_quotations_too() -> None:
    """A paraphrase has none of its own."""
    cited = Citation("source/a", quote=Quote("every link"))
    position = Statement(
        id="statement/p", text="They act.", statement_type="position", citations=(cited,)
    )
    assert list(quotations(position)) == [("citations[1].quote.exact", ("source/a",), "every link")]


def _held() -> dict[str, Held]:
    return {"source/a": _A}
