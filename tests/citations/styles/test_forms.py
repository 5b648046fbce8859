"""Tests of what the golden tables do not show: pinpoints, short forms, variants of a kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.citations import STYLES
from briefer.citations.styles.kinds import Kind
from briefer.content import Text
from briefer.records import Locator, Name, PartialDate, Source
from tests.citations.styles.samples import SAMPLES

_PAGE = Locator("page", "375")
_NOTE = Locator("note", "35")


def _words(style: str, source: Source) -> str:
    runs = STYLES[style].work(source, ())
    return "".join(run.text for run in runs if isinstance(run, Text))


@pytest.mark.parametrize(
    ("style", "kind", "locator", "cited"),
    [
        # Bluebook, rule 3.2: the page stands behind the first one, in a book behind the title
        ("bluebook", "journal article", _PAGE, "118 Am. J. Int’l L. 371, 375 (2024)"),
        ("bluebook", "executive order", Locator("page", "71550"), "71,549, 71,550 (Dec. 15, 2021)"),
        ("bluebook", "book", _PAGE, "Drugs and States 375 (2022)"),
        ("bluebook", "press release", _PAGE, "(Dec. 4, 2023), at 375, https://"),
        ("bluebook", "statute", Locator("paragraph", "3"), "(2019), ¶ 3."),
        # design page "domain", section 5.1: text accompanying note
        ("bluebook", "journal article", _NOTE, "(2024), text accompanying note 35, https://"),
        ("ajil", "journal article", _NOTE, "(2024), text accompanying note 35, at https://"),
        ("chicago", "journal article", _NOTE, "371–80, text accompanying note 35, https://"),
        ("apa", "journal article", _NOTE, "371–80, text accompanying note 35. https://"),
        # Chicago 14.168: the page cited takes the place of the pages
        ("chicago", "journal article", _PAGE, "(April 2024): 375, https://doi.org/10.1000/example"),
        ("chicago", "book", _PAGE, "(Example University Press, 2022), 375."),
        # APA 8.13: p. before a page
        ("apa", "book", _PAGE, "Example University Press, p. 375."),
    ],
)
def test_pinpoint_stands_where_the_style_has_it(
    style: str, kind: Kind, locator: Locator, cited: str
) -> None:
    """The whole citation says the place once, in the style's own position."""
    full = STYLES[style].full(SAMPLES[kind], locator)
    assert cited in full
    assert full.count("375") <= 1


@pytest.mark.parametrize(
    ("style", "kind", "short"),
    [
        ("house", "journal article", "Doe and Roe (2024)"),
        ("bluebook", "journal article", "Doe & Roe, States Act on Drugs"),
        ("ajil", "UN resolution", "GA Res. 78/999"),
        ("bluebook", "UN resolution", "G.A. Res. 78/999"),
        ("bluebook", "executive order", "Exec. Order No. 14,059"),
        ("chicago", "presidential determination", "Presidential Determination No. 2023-12"),
        ("chicago", "web article", "Fidler, “Fentanyl and Foreign Policy”"),
        ("chicago", "book", "Doe and Roe, Drugs and States"),
        ("apa", "journal article", "Doe & Roe, 2024"),
        ("apa", "report", "Rosen et al., 2024"),
        ("apa", "press release", "U.S. Department of the Treasury, 2023"),
        ("apa", "case", "Doe v. Roe, 1999"),
    ],
)
def test_short_form_names_a_work_as_the_style_does(style: str, kind: Kind, short: str) -> None:
    """At the foot of a slide stands author and title, author and year, or the instrument."""
    assert STYLES[style].short(SAMPLES[kind]) == short


@pytest.mark.parametrize("style", list(STYLES))
def test_short_form_of_the_record_stands_in_every_style(style: str) -> None:
    """What staff call a work is not reworded."""
    assert STYLES[style].short(replace(SAMPLES["treaty"], short="The 1961 treaty")) == (
        "The 1961 treaty"
    )


@pytest.mark.parametrize("style", list(STYLES))
def test_what_is_not_known_is_told_in_every_style(style: str) -> None:
    """An entry names the fields that a reader would look for; it is never "n.d."."""
    source = replace(SAMPLES["journal article"], issued=None, unknown=("issued", "DOI"))
    words = _words(style, source)
    assert words.endswith(" Date not known.")
    assert "n.d." not in words


@pytest.mark.parametrize("style", list(STYLES))
@pytest.mark.parametrize("edtf", ["2023-08~", "2023?", "1977~/..", "2023-21"])
def test_uncertain_dates_are_not_sharpened(style: str, edtf: str) -> None:
    """A date that is approximate or open is worded as the record words it."""
    date = PartialDate.parse(edtf)
    source = replace(SAMPLES["web article"], issued=date)
    assert date.display in _words(style, source)


def test_statute_with_its_public_law() -> None:
    """Bluebook, rule 12.4: public law, section, volume and page of the session laws."""
    act = replace(
        SAMPLES["statute"],
        number="116-92",
        section="7201",
        volume="133",
        container_title="Stat.",
        page="2259",
    )
    assert _words("bluebook", act) == (
        "Fentanyl Sanctions Act, Pub. L. No. 116-92, § 7201, 133 Stat. 2259 (2019)."
    )


def test_case_that_is_not_reported_is_cited_by_its_docket() -> None:
    """Bluebook, rule 10.8.1: docket number and full date."""
    case = replace(SAMPLES["case"], container_title=None, volume=None, page=None, number="99-cv-1")
    assert _words("bluebook", case) == "Doe v. Roe, No. 99-cv-1 (2d Cir. May 3, 1999)."


def test_news_release_with_a_number_in_the_journals_form() -> None:
    """Design page "domain", section 1.3: "U.S. Dep't of Defense News Release No. NR-281-14"."""
    release = replace(
        SAMPLES["press release"],
        publisher="U.S. Department of Defense",
        genre="News release",
        number="No. NR-281-14",
        title="Statement on Examples",
        issued=PartialDate.parse("2014-05-31"),
    )
    assert STYLES["ajil"].full(release, None) == (
        "U.S. Dep’t of Defense News Release No. NR-281-14, Statement on Examples (May 31, 2014), "
        "at https://example.org/strike-force."
    )


def test_many_authors() -> None:
    """Bluebook 15.1: et al. from three; Chicago 14.76: from four; APA 9.8: all up to twenty."""
    names = [Name(family=f"Author{number}", given="Ann-Marie B.") for number in range(22)]

    def cited(style: str, count: int) -> str:
        return _words(style, replace(SAMPLES["book"], author=tuple(names[:count])))

    assert cited("bluebook", 3).startswith("Ann-Marie B. Author0 et al., ")
    assert ", Ann-Marie B. Author1, and Ann-Marie B. Author2, " in cited("chicago", 3)
    assert cited("chicago", 4).startswith("Ann-Marie B. Author0 et al., ")
    assert cited("apa", 2).startswith("Author0, A.-M. B., & Author1, A.-M. B. (2022). ")
    assert ", & Author19, A.-M. B. (2022)" in cited("apa", 20)
    assert "Author18, A.-M. B., . . . Author21, A.-M. B. (2022)" in cited("apa", 22)


def test_an_entry_in_apa_without_any_author_begins_with_its_title() -> None:
    """APA 9.12: the title takes the author's place, before the date."""
    page = replace(SAMPLES["web page"], publisher=None, title="On Fentanyl")
    assert _words("apa", page) == "On Fentanyl. (2023, June)."


def test_a_publisher_is_no_author_of_an_article_in_apa() -> None:
    """APA 9.12: an unsigned article begins with its title, and a book too."""
    article = replace(SAMPLES["journal article"], author=(), publisher="Example University Press")
    assert _words("apa", article).startswith("States Act on Drugs. (2024). American Journal")
    assert STYLES["apa"].short(article) == "States Act on Drugs, 2024"
    book = replace(SAMPLES["book"], author=())
    assert _words("apa", book) == "Drugs and States. (2022). Example University Press."


def test_address_is_the_doi_first_where_manuals_want_it() -> None:
    """Chicago 14.8 and APA 9.34 prefer a DOI; lawyers give the address they read."""
    both = replace(SAMPLES["journal article"], url="https://example.org/article")
    assert STYLES["apa"].full(both, None).endswith(" https://doi.org/10.1000/example")
    assert STYLES["chicago"].full(both, None).endswith(", https://doi.org/10.1000/example.")
    assert STYLES["bluebook"].full(both, None).endswith(", https://example.org/article.")


@pytest.mark.parametrize("style", ["house", "bluebook", "ajil", "chicago", "apa"])
def test_a_court_that_a_program_wrote_as_publisher_is_the_court(style: str) -> None:
    """RIS and BibTeX have no other field for it."""
    case = SAMPLES["case"]
    moved = replace(case, authority=None, publisher=case.authority)
    assert STYLES[style].full(moved, None) == STYLES[style].full(case, None)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (
            "On \N{LEFT DOUBLE QUOTATION MARK}Fake\N{RIGHT DOUBLE QUOTATION MARK} Pills",
            "“On ‘Fake’ Pills,”",
        ),
        ('The "Fake Pill"', "“The ‘Fake Pill,’”"),
        ('Who Said "Fake?"', "“Who Said ‘Fake?’”"),
        ("The States’", "“The States’,”"),
        ('The 5" Pill', '“The 5" Pill,”'),
    ],
)
@pytest.mark.parametrize("style", ["house", "chicago"])
def test_marks_within_quotation_marks_are_single(style: str, title: str, shown: str) -> None:
    """A comma stands before both (Chicago 6.9 and 6.11); an apostrophe is no mark."""
    source = replace(SAMPLES["journal article"], title=title)
    assert f" {shown} " in STYLES[style].full(source, None)


def test_the_house_names_two_authors_and_the_first_of_three() -> None:
    """As "et al." stands for two people at least."""
    source = SAMPLES["journal article"]
    three = replace(source, author=(*source.author, source.author[0]))
    assert STYLES["house"].short(source) == "Doe and Roe (2024)"
    assert STYLES["house"].short(three) == "Doe et al. (2024)"
