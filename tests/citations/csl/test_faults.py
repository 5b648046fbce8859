"""Each known fault of the processor, and that it is not seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.citations.csl.items import item_of
from briefer.citations.csl.lost import left_out
from briefer.citations.csl.marks import MARKS, runs_of
from briefer.citations.csl.mending import mended
from briefer.content import Text
from briefer.records import Name, PartialDate, Source
from tests.citations.csl.files import AUTHOR_DATE, NOTES, entry, loaded
from tests.citations.styles.samples import SAMPLES


def test_given_names_are_not_cut_where_the_style_says_so() -> None:
    """`initialize="false"` counts; without it names are initials."""
    book = SAMPLES["book"]
    assert entry(loaded(NOTES), book).startswith("Jane Q. Doe and Richard Roe")
    cut = loaded(NOTES, (' initialize="false"', ""))
    # The processor reads `initialize-with` of the name or the list, not of the style.
    assert "Doe" in entry(cut, book)
    whole = ('initialize-with="."', 'initialize-with="." initialize="false"')
    assert entry(loaded(AUTHOR_DATE), book).startswith("Doe, J.Q. & Roe, R.")
    assert entry(loaded(AUTHOR_DATE, whole), book).startswith("Doe, Jane Q. & Roe, Richard")


def test_title_case_leaves_versus_and_numbers_alone() -> None:
    """Small "v." and "jy1946" keep their letters; other words get their capitals."""
    release = replace(
        SAMPLES["press release"], title="united States v. Doe and form jy1946", number="jy1946"
    )
    said = entry(loaded(NOTES), replace(release, language="en-US"))
    assert "United States v. Doe and Form jy1946" in said
    assert "No. jy1946" in said
    both = replace(release, title="Highlighting U.S. and Global Efforts", language="en-US")
    assert "“Highlighting U.S. and Global Efforts,”" in entry(loaded(NOTES), both)


@pytest.mark.parametrize("number", ["A/RES/78/131", "14,059", "2023-12", "23 Cr. 302", "12 & 13"])
def test_a_number_is_one_number(number: str) -> None:
    """No plural, no range, no blank is made of it."""
    said = entry(loaded(NOTES), replace(SAMPLES["report"], number=number))
    assert f"No. {number}," in said
    assert "Nos." not in said


def test_no_term_stands_alone() -> None:
    """Neither "(testimony of)" nor ", edition" where there is no name and no number."""
    for source in SAMPLES.values():
        said = entry(loaded(NOTES), source)
        assert "testimony of" not in said
        assert "edition" not in said


def test_a_work_without_author_is_named_once() -> None:
    """The title that stands in the author's place is not said again."""
    said = entry(loaded(NOTES), SAMPLES["web page"])
    assert said.count("What Is Fentanyl?") == 1


def test_one_date_does_not_change_the_next() -> None:
    """After a note with a short month the list has the long one, and the other way round."""
    style, source = loaded(NOTES), SAMPLES["newspaper"]
    for _ in range(2):
        assert "Nov. 16, 2023" in style.full(source, None)
        fresh = replace(source, title=source.title + " Again")
        assert "November 16, 2023" in entry(style, fresh)
        source = replace(fresh, title=fresh.title + " Then")


def test_every_citation_is_a_first_one() -> None:
    """However often a work is cited: no ibid., no supra, the same words."""
    style, source = loaded(NOTES), SAMPLES["book"]
    assert len({style.full(source, None) for _ in range(3)}) == 1
    assert entry(style, source) == entry(loaded(NOTES), source)


def test_the_processors_number_of_a_work_is_left_out() -> None:
    """Works have letters and cites numbers of Briefer's own."""
    assert not entry(loaded(NOTES), SAMPLES["book"]).startswith("1")


def test_a_style_that_fails_on_a_source_gives_way_to_the_house() -> None:
    """And says so; nothing is raised while slides are made."""
    broken = loaded(AUTHOR_DATE, ('<date variable="issued">', '<date variable="issued" form="x">'))
    source = SAMPLES["book"]
    assert broken.remark(source) == "cannot word it, so the house style does"
    assert entry(broken, source).startswith("Jane Q. Doe and Richard Roe, _Drugs and States_")
    assert broken.full(source, None).startswith("Jane Q. Doe and Richard Roe, Drugs and States")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("“Trafficking”, American", "“Trafficking,” American"),
        ("“What Is It?”. Next", "“What Is It?” Next"),
        ("“What Is It?”, Next", "“What Is It?” Next"),
        ("\ue000A title.\ue001. Next", "\ue000A title.\ue001 Next"),
        ("one,, two, . three", "one, two. three"),
        ("a title (, 2023)", "a title (2023)"),
        ("a title ( ), 2023", "a title, 2023"),
        ("a title , 2023", "a title, 2023"),
        ("Am. J. Int'l L.", "Am. J. Int’l L."),
        ("U.S.C. and 3.5, 14,059", "U.S.C. and 3.5, 14,059"),
        ("He said . . . so", "He said . . . so"),
        ("Wait... what?", "Wait... what?"),
        ("and so on.\ue001., next", "and so on.\ue001, next"),
        ("the States’, next", "the States’, next"),
        ("“a ‘b’”. C", "“a ‘b.’” C"),
    ],
)
def test_marks_are_mended(wrong: str, right: str) -> None:
    """As American manuals set them."""
    assert mended(wrong, inside_quotes=True) == right


def test_british_styles_keep_marks_outside() -> None:
    """The locale decides."""
    assert mended("‘Trafficking’, next", inside_quotes=False) == "‘Trafficking’, next"
    assert "‘Drugs and States’." in entry(loaded(AUTHOR_DATE), SAMPLES["book"])


def test_private_characters_of_a_source_are_no_marks() -> None:
    """A title that holds the characters of our marks prints as plain words."""
    source = replace(SAMPLES["book"], title=f"A{MARKS}title \uf8ff")
    assert "_Atitle_" in entry(loaded(NOTES), replace(source, language="de"))


def test_runs_close_by_themselves() -> None:
    """Faces in each other, and one never closed."""
    assert runs_of("a\ue000b\ue002c\ue003\ue001d\ue000e") == [
        Text("a"),
        Text("b", italic=True),
        Text("c", italic=True, bold=True),
        Text("d"),
        Text("e", italic=True),
    ]


def test_an_item_is_what_the_record_says() -> None:
    """Dates as precise as they are; who gave a document out stands for its author."""
    source = Source(
        id="source/x",
        csl_type="document",
        title="A Notice",
        authority="An Agency",
        issued=PartialDate.parse("2023-09~"),
        author=(),
    )
    item = item_of(source)
    assert item["author"] == [{"literal": "An Agency"}]
    assert item["issued"] == {"date-parts": [[2023, 9]], "circa": True}
    spread = item_of(replace(source, issued=PartialDate.parse("2023/2024")))
    assert spread["issued"] == {"literal": PartialDate.parse("2023/2024").display}
    court = item_of(replace(SAMPLES["case"]))
    assert "author" not in court
    assert item_of(replace(source, author=(Name(literal="CRS"),)))["author"] == [{"literal": "CRS"}]


def test_what_is_printed_otherwise_is_not_left_out() -> None:
    """Case, commas in numbers, short titles and first pages count; parts of words do not."""
    order = SAMPLES["executive order"]
    assert left_out(order, "Exec. Order No. 14,059, 86 Fed. Reg. 71,549 (2021)") == (
        ("where it appeared",) if not order.container_title_short else ()
    )
    book = SAMPLES["book"]
    assert left_out(book, "DOE, DRUGS AND STATES, 2022") == ()
    assert left_out(book, "Doering, Drugs and States, 20225") == ("author", "year")


def test_a_work_that_the_list_leaves_out_is_worded_as_in_a_note() -> None:
    """Some styles list only what readers can get; on slides every work is listed."""
    choosy = loaded(
        NOTES,
        (
            '<text variable="citation-number" suffix=". "/>\n      <group delimiter=", ">',
            '<text variable="citation-number" suffix=". "/>\n      <choose><if variable="URL">'
            '<group delimiter=", ">',
        ),
        (
            '<text macro="issued"/>\n      </group>\n    </layout>',
            '<text macro="issued"/>\n      </group></if></choose>\n    </layout>',
        ),
    )
    assert entry(choosy, SAMPLES["book"]) == (
        "Jane Q. Doe and Richard Roe, _Drugs and States_, Example University Press, 2022."
    )
    assert choosy.remark(SAMPLES["book"]) == ""
    listed = entry(choosy, SAMPLES["web page"])
    assert listed.endswith("June 2023.")
