"""The report says what was checked, what failed and where, and leaves the rest to eyes."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefer.accessibility import (
    AccessibilityReport,
    report_bytes,
    report_form,
    report_json,
    report_of,
)
from briefer.errors import ExportError
from tests.accessibility.decks import clean_deck, describe, opened
from tests.accessibility.spoiling import no_alternative, pale_text
from tests.accessibility.spoiling_text import picture


@pytest.fixture
def clean(tmp_path: Path) -> AccessibilityReport:
    """Return the report of a deck that breaks no rule and that Briefer did not make."""
    return report_of(opened(clean_deck(), tmp_path))


@pytest.fixture
def faulty(tmp_path: Path) -> AccessibilityReport:
    """Return the report of a deck with two faults, its shapes named to be awkward."""
    deck = clean_deck()
    no_alternative(deck)
    picture(deck).name = "<script>alert(1)</script> | *Lake* \u202e"
    pale_text(deck)
    return report_of(opened(deck, tmp_path))


def test_clean_report_does_not_call_the_deck_accessible(clean: AccessibilityReport) -> None:
    """Nothing found is not everything well."""
    assert "does not make the deck accessible" in clean.summary
    assert "Nothing in the file says that Briefer made it" in clean.made
    said = [one for line in (*clean.rules, *clean.criteria) for one in line.statements]
    assert {one.status for one in said} == {"passed", "needs your eyes"}


def test_all_31_rules_and_the_criteria_are_answered(clean: AccessibilityReport) -> None:
    """Each has at least one answer."""
    assert [line.standard.number for line in clean.rules] == [str(n) for n in range(1, 32)]
    assert all(line.statements for line in (*clean.rules, *clean.criteria))
    assert {"1.1.1", "1.4.3", "2.4.2", "3.1.2", "4.1.2"} <= {
        line.standard.number for line in clean.criteria
    }


def test_what_is_not_there_needs_no_eyes(clean: AccessibilityReport) -> None:
    """Nobody is asked about media in a deck without any; about its chart they are."""
    asked = [
        one.text
        for line in (*clean.rules, *clean.criteria)
        for one in line.statements
        if one.status == "needs your eyes"
    ]
    assert not [text for text in asked if "video" in text or "embedded" in text]
    assert [text for text in asked if "chart" in text]


def test_failures_say_where(faulty: AccessibilityReport) -> None:
    """A rule and its criterion fail together, at the same place."""
    rule = faulty.rules[2]
    criterion = next(line for line in faulty.criteria if line.standard.number == "1.1.1")
    for line in (rule, criterion):
        assert line.status == "failed"
        failed = [one for one in line.statements if one.status == "failed"]
        assert [(f.slide, f.rule) for one in failed for f in one.where] == [(1, "alt-missing")]
    assert faulty.count("error") == 2
    assert "2 errors" in faulty.summary


def test_markdown(faulty: AccessibilityReport) -> None:
    """The text has the findings and every rule, and what a deck says is no mark in it."""
    text = report_bytes(faulty, Path("report.md")).decode("utf-8")
    assert text.startswith("# Accessibility of good\\_deck.pptx\n")
    assert "error, slide 1, \\<script\\>alert(1)" in text
    assert "\u202e" not in text
    assert "### 31. " in text
    assert "### 4.1.2. " in text
    assert "**Checked by program: failed.**" in text
    assert report_bytes(faulty, Path("report.txt")).decode("utf-8") == text


class Outline(HTMLParser):
    """Reads a page as a screen reader does: headings, tables and their headers, ids and links."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.tags: list[str] = []
        self.scopes: list[str | None] = []
        self.ids: set[str | None] = set()
        self.links: set[str | None] = set()
        self.language: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        told = dict(attrs)
        self.tags.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag == "th":
            self.scopes.append(told.get("scope"))
        if tag == "html":
            self.language = told.get("lang")
        self.ids.add(told.get("id"))
        self.links |= {told["href"]} if "href" in told else set()


def test_html_is_accessible_itself(faulty: AccessibilityReport) -> None:
    """A language, one h1, headers with scope, captions, no script, links that lead somewhere."""
    text = report_bytes(faulty, Path("report.html")).decode("utf-8")
    page = Outline()
    page.feed(text)
    assert page.language == "en"
    assert page.headings == ["h1", "h2", "h2", "h2"]
    assert page.tags.count("table") == page.tags.count("caption") == 3
    assert set(page.scopes) == {"col", "row"}
    assert "main" in page.tags
    assert "title" in page.tags
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert {f"#{name}" for name in page.ids if name} >= page.links
    assert "&lt;script&gt;" in text


def test_json(faulty: AccessibilityReport) -> None:
    """The JSON form holds everything."""
    data = json.loads(report_bytes(faulty, Path("report.JSON")))
    assert data == report_json(faulty)
    assert data["counts"]["error"] == 2
    assert len(data["rules"]) == 31
    assert data["findings"][0]["check"] in ("alt-missing", "contrast")
    assert {one["check"] for one in data["checks"] if not one["passed"]} == {
        "alt-missing",
        "contrast",
    }


def test_other_suffixes_are_refused() -> None:
    """A form that is not known is told with those that are."""
    with pytest.raises(ExportError, match=r"report\.docx.*\.html") as caught:
        report_form(Path("report.docx"))
    assert ".json" in caught.value.hint


def test_many_places_are_counted(tmp_path: Path) -> None:
    """A fault on every slide of a long deck does not drown the rest."""
    deck = clean_deck()
    for number in range(30):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Lake {number}"
    report = report_of(opened(deck, tmp_path))
    text = report_bytes(report, Path("r.md")).decode("utf-8")
    assert "and 10 more places" in text


def test_lone_surrogates_and_controls_are_written(tmp_path: Path) -> None:
    """Whatever a deck is called inside, the report can be written."""
    deck = clean_deck()
    describe(picture(deck), "Picture 4")
    picture(deck).name = "a\u2028b\u0085c"
    report = report_of(opened(deck, tmp_path))
    for name in ("r.md", "r.html", "r.json"):
        assert report_bytes(report, Path(name))
