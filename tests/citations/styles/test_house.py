"""Tests of the house style, one row a type of source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.citations.styles import house
from briefer.content import Text
from briefer.records import Locator, Name, PartialDate, Source

_NOTE = Source(
    id="source/note",
    csl_type="article-journal",
    title="States Act on Drugs",
    container_title="Journal of Law",
    short="Law note",
    unknown=("issued", "volume", "issue", "page", "DOI"),
)
_ESSAY = Source(
    id="source/essay",
    csl_type="article-magazine",
    title="Drugs and Policy",
    author=(Name(family="Doe", given="Jane Q."),),
    issued=PartialDate.parse("2023-08"),
    container_title="Health Site",
    publisher="Council",
    url="https://example.org/drugs",
)


def _words(source: Source, *labels: str) -> str:
    texts = house.work(source, labels)
    return "".join(f"_{t.text}_" if t.italic else t.text for t in texts if isinstance(t, Text))


def test_an_incomplete_note_says_what_it_lacks() -> None:
    """Unknown fields are left out and named; nothing is made up."""
    assert _words(_NOTE, "note") == (
        "“States Act on Drugs,” _Journal of Law_. Date, volume and page not known. Cited by note."
    )


def test_an_essay_names_author_site_publisher_and_month() -> None:
    """The date is as precise as the source's, never finer."""
    assert _words(_ESSAY, "section") == (
        "Jane Q. Doe, “Drugs and Policy,” _Health Site_ (Council, August 2023). Cited by section."
    )


def test_a_complete_article_gives_volume_issue_date_and_page() -> None:
    """A journal article is cited in full where its fields are known."""
    article = replace(
        _NOTE,
        author=(Name(literal="Editors"),),
        volume="118",
        issue="2",
        page="371-80",
        issued=PartialDate.parse("2024-04"),
        unknown=(),
    )
    assert _words(article) == (
        "Editors, “States Act on Drugs,” _Journal of Law_ 118, no. 2 (April 2024): 371–80."
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            Source(
                id="source/report",
                csl_type="report",
                title="Overdose Deaths",
                genre="Report",
                number="12",
                publisher="Agency",
                issued=PartialDate.parse("2022"),
            ),
            "_Overdose Deaths_, Report 12 (Agency, 2022).",
        ),
        (
            Source(
                id="source/order",
                csl_type="legislation",
                title="Imposing Sanctions",
                authority="President",
                genre="Executive Order",
                number="14059",
                issued=PartialDate.parse("2021-12-15"),
            ),
            "President, Imposing Sanctions, Executive Order 14059 (December 15, 2021).",
        ),
        (
            Source(id="source/page", csl_type="webpage", title="What Now?"),
            "“What Now?”",
        ),
    ],
)
def test_other_types_have_forms_of_their_own(source: Source, words: str) -> None:
    """Reports are set as books, legal documents by genre and number."""
    assert _words(source) == words


def test_authors_are_listed_in_reading_order() -> None:
    """Two authors are joined, four or more are shortened."""
    names = tuple(Name(family=family) for family in ("Ash", "Birch", "Cedar", "Dogwood"))
    assert house.full(replace(_ESSAY, author=names[:2]), None).startswith("Ash and Birch, “")
    assert house.full(replace(_ESSAY, author=names[:3]), None).startswith("Ash, Birch and Cedar, “")
    assert house.full(replace(_ESSAY, author=names), None).startswith("Ash et al., “")


def test_the_full_form_ends_in_pinpoint_and_address() -> None:
    """Speaker notes carry the whole citation as plain text."""
    assert house.full(_NOTE, Locator("note", "12")) == (
        "“States Act on Drugs,” Journal of Law, n. 12."
    )
    assert house.full(_ESSAY, Locator("section", "Costs, para. 1")) == (
        "Jane Q. Doe, “Drugs and Policy,” Health Site (Council, August 2023), “Costs,” para. 1. "
        "https://example.org/drugs"
    )


def test_the_short_form_falls_back_on_author_and_year() -> None:
    """A source without a short form of its own is named by author and year, else by title."""
    assert house.short(_NOTE) == "Law note"
    assert house.short(_ESSAY) == "Doe (2023)"
    assert house.short(replace(_NOTE, short=None)) == "States Act on Drugs"
