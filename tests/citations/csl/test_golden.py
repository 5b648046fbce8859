"""Styles from files word every kind of source as their rules say, the processor's faults mended."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefer.citations import STYLES, Style
from briefer.citations.styles.kinds import KINDS, Kind
from briefer.records import Locator
from tests.citations.csl.files import AUTHOR_DATE, NOTES, entry, loaded
from tests.citations.csl.golden import AUTHOR_DATE as DATED
from tests.citations.csl.golden import NOTES as NOTED
from tests.citations.styles.samples import SAMPLES

TABLES: Mapping[str, Mapping[Kind, tuple[str, str]]] = {"notes": NOTED, "author-date": DATED}
_ROWS = [(name, kind) for name in TABLES for kind in KINDS]


@pytest.fixture(scope="module")
def styles() -> dict[str, Style]:
    """Return the tests' styles, each loaded once."""
    return {"notes": loaded(NOTES), "author-date": loaded(AUTHOR_DATE)}


@pytest.mark.parametrize(("name", "kind"), _ROWS)
def test_entry_and_remark_are_those_of_the_table(
    styles: Mapping[str, Style], name: str, kind: Kind
) -> None:
    """The words of the works list, their faces, and what is told of fields that are not printed."""
    found = (entry(styles[name], SAMPLES[kind]), styles[name].remark(SAMPLES[kind]))
    assert found == TABLES[name][kind]


def test_notes_have_their_place_before_their_address(styles: Mapping[str, Style]) -> None:
    """A page where the style has room for it, other places in our words; no address twice."""
    notes, article = styles["notes"], SAMPLES["journal article"]
    start = "Jane Q. Doe and Richard Roe, “States Act on Drugs,” American Journal of International"
    assert notes.full(article, Locator("page", "375")) == (
        f"{start} Law, Apr. 2024, 375, https://doi.org/10.1000/example."
    )
    assert notes.full(article, Locator("note", "33-35")) == (
        f"{start} Law, Apr. 2024, text accompanying notes 33–35, https://doi.org/10.1000/example."
    )
    page = SAMPLES["web page"]
    assert notes.full(page, Locator("section", "4")) == (
        "“What Is Fentanyl?” Drug Enforcement Administration, June 2023, § 4, "
        "https://example.org/fentanyl."
    )
    assert notes.full(page, None).count("https://") == 1


def test_a_style_of_the_text_words_notes_by_its_list(styles: Mapping[str, Style]) -> None:
    """Numbers on slides stay; what they stand for is the whole reference."""
    assert styles["author-date"].full(SAMPLES["book"], Locator("page", "12-14")) == (
        "Doe, J.Q. & Roe, R. (2022) ‘Drugs and States’, pp. 12–14."
    )


def test_short_forms_and_places_are_ours(styles: Mapping[str, Style]) -> None:
    """At a slide's foot nothing changes."""
    for source in SAMPLES.values():
        assert styles["notes"].short(source) == STYLES["house"].short(source)
    assert styles["notes"].pinpoint(Locator("note", "35")) == "n. 35"


def test_how_a_work_is_cited_is_told(styles: Mapping[str, Style]) -> None:
    """As in Briefer's own styles, behind the entry."""
    runs = styles["notes"].work(SAMPLES["book"], ("note",))
    assert "".join(getattr(run, "text", "") for run in runs).endswith("2022. Cited by note.")
