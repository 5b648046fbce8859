"""Tests of comparing statements with the texts attached to their sources."""

from __future__ import annotations

import dataclasses

from briefer.records import Citation, Quote, Statement
from briefer.store import Store

_TEXT = "As the Minister said, “We will  act\non every link.”"
_QUOTE = Statement(
    id="statement/act",
    text="We will act on every link.",
    statement_type="quotation",
    citations=(Citation("source/report"),),
)


def _with(text: str, *sources: str, kind: str = "quotation") -> Statement:
    citations = tuple(Citation(source) for source in sources)
    return dataclasses.replace(_QUOTE, text=text, citations=citations, statement_type=kind)


def test_nothing_is_compared_without_a_text(store: Store) -> None:
    """A library without attached texts says nothing of its quotations."""
    assert store.compared([_QUOTE]) == {}


def test_words_are_found_or_not(store: Store) -> None:
    """White space apart, every character counts."""
    store.attach_text("source/report", _TEXT, name="report.txt")
    assert store.compared([_QUOTE]) == {_QUOTE.id: True}
    assert store.compared([_with("We shall act", "source/report")]) == {_QUOTE.id: False}
    assert store.compared([_with("we will act", "source/report")]) == {_QUOTE.id: False}


def test_what_may_stand_elsewhere_is_not_called_wrong(store: Store) -> None:
    """A second source whose text is not held may have the words; a paraphrase has none."""
    store.attach_text("source/report", _TEXT, name="report.txt")
    assert store.compared([_with("Other words", "source/report", "source/note")]) == {}
    assert store.compared([_with("We will act", "source/note", "source/report")]) == {
        _QUOTE.id: True
    }
    assert store.compared([_with("They would act", "source/report", kind="position")]) == {}
    assert store.compared([_with("We will act")]) == {}


def test_every_quotation_comes_with_its_state(store: Store) -> None:
    """In the order of the records; what stands twice in a record is told once."""
    store.attach_text("source/report", _TEXT, name="report.txt")
    again = Citation("source/report", quote=Quote(_QUOTE.text))
    statement = dataclasses.replace(_QUOTE, citations=(again,))
    wrong = dataclasses.replace(_with("We shall act", "source/report"), id="statement/wrong")
    unheld = dataclasses.replace(_with("We will act", "source/note"), id="statement/unheld")
    found = store.quotations([wrong, statement, unheld])
    assert [(one.record, one.state) for one in found] == [
        ("statement/wrong", "altered"),
        ("statement/act", "verified"),
        ("statement/unheld", "not-held"),
    ]
    assert found[1].passage
    assert found[1].passage.words == "We will act on every link."


def test_the_quoters_own_marks_are_kept(store: Store) -> None:
    """Dots and brackets that mark what was changed neither refuse nor count against it."""
    store.attach_text("source/report", _TEXT, name="report.txt")
    marked = _with("[W]e will . . . link.", "source/report")
    assert store.compared([marked]) == {_QUOTE.id: True}
    assert store.add(marked)
    assert (_QUOTE.id, "text") not in store.misquoting("source/report")
