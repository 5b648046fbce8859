"""Files in the form that other programs write: what of them is a source, and where the rest is."""

from __future__ import annotations

import dataclasses
import json

import pytest

from briefer.bibliography.items import Item
from briefer.bibliography.notes import split_note
from briefer.bibliography.writing import WRITERS
from briefer.records import Name
from tests.bibliography.files import DATA, only, read, read_text, source_of


def carried(item: Item) -> dict[str, str]:
    """Return what an item's note carries of the file."""
    return split_note(source_of(item).note)[1]


def test_zotero_bibtex() -> None:
    """Braces, accents, institutions, pages, months, an unescaped address and a file's path."""
    article, page, note = read("zotero.bib").items
    source = source_of(article)
    assert (source.csl_type, source.title) == (
        "article-journal",
        "The Fentanyl Trade: U.S. and Mexican Responses",
    )
    assert source.author == (
        Name(family="Doe", given="Jane Q."),
        Name(family="Guzmán", given="José"),
        Name(family="van der Berg", given="Jan"),
        Name(literal="U.S. Department of State"),
    )
    assert (source.volume, source.issue, source.page) == ("117", "4", "601-622")
    assert source.issued is not None
    assert source.issued.edtf == "2023-10"
    assert source.accessed is not None
    assert source.accessed.edtf == "2023-10-02"
    assert source.url == "https://www.example.org/journal/trade_2023?utm_source=feed"
    assert carried(article)["abstract"].endswith("and what 80% of seizures show.")
    assert carried(article)["bibtex:file"].startswith(r"Full Text:C\:\\Users")
    assert source_of(page).csl_type == "webpage"
    assert source_of(note).title == "Naïve Café \N{EN DASH} Fentanyl & Łódź"
    assert source_of(note).author == (
        Name(family="King Jr.", given="Martin"),
        Name(family="Özgür", given="A."),
    )
    assert source_of(note).url == "https://example.org/caf%C3%A9_x"
    assert note.line == 31


def test_mendeley_bibtex() -> None:
    """Strings joined, a DOI as an address, tags of Mendeley's own, an entry in parentheses."""
    article, thesis = read("mendeley.bib").items
    source = source_of(article)
    assert source.container_title == "American Journal of International Law Unbound"
    assert source.doi == "10.1000/XYZ.1"
    assert source.issued is not None
    assert source.issued.edtf == "2020-01"
    assert carried(article)["bibtex:mendeley-tags"] == "opioids,china"
    assert source_of(thesis).csl_type == "report"
    assert (source_of(thesis).publisher, source_of(thesis).genre) == (
        "Example University",
        "Dissertation",
    )
    assert carried(thesis)["type"] == "thesis"


def test_zotero_csl_json() -> None:
    """Suffixes, particles, markup, types we lack, and each way to say a date."""
    items = read("zotero.json").items
    source = source_of(items[0])
    assert source.author[:2] == (
        Name(family="Doe Jr.", given="Jane Q."),
        Name(family="van der Berg", given="Jan"),
    )
    assert (source.title, source.volume) == ("The Fentanyl Trade in Mexico", "117")
    assert source.container_title_short == "Am. J. Int’l L."
    assert {"abstract", "ISSN", "author", "title"} <= {one.field for one in items[0].unplaced}
    dates = [one.source.issued.edtf if one.source and one.source.issued else "" for one in items]
    assert dates == [
        "2023-10",
        "2018-23",
        "2023-09-15",
        "2023-09-15",
        "",
        "1998~",
        "2019-01/2019-03",
        "",
        "2023-09",
        "",
    ]
    assert json.loads(carried(items[4])["issued"]) == {"literal": "n.d."}
    assert items[9].problem == "it has no title, and every source has one."
    assert items[9].source is None


def test_endnote_ris() -> None:
    """Windows' letters, years apart from days, lines that go on, an institution's comma, `ER`."""
    found = read("endnote.ris")
    assert (found.format, found.encoding) == ("ris", "Windows-1252")
    assert found.notes
    article, report = found.items
    source = source_of(article)
    assert source.title == "Señales: the trade in “precursors”"
    assert source.author == (
        Name(family="Guzmán", given="José"),
        Name(family="Doe Jr.", given="Jane"),
        Name(literal="U.S. Department of State"),
    )
    assert source.issued is not None
    assert source.issued.edtf == "2023-09-15"
    assert (source.issue, source.page) == ("3", "101-19")
    assert carried(article)["keyword"] == "fentanyl; precursors; España"
    assert carried(article)["ris:UR"] == "https://example.es/b"
    assert carried(article)["abstract"] == "First line of what it says\nand a line that goes on."
    assert source_of(report).author == (Name(literal="Office of Terrorism, Crime, and Drugs"),)
    assert carried(report)["publisher-place"] == "Vienna"


def test_mendeley_ris() -> None:
    """Tags of the old standard, one blank, a DOI under `M3`, a type that no standard has."""
    article, other = read("mendeley.ris").items
    source = source_of(article)
    assert (source.doi, source.genre, source.container_title) == (
        "10.1000/xyz.1",
        None,
        "Journal of Drugs",
    )
    assert source.issued is not None
    assert source.issued.edtf == "2020-01-05"
    assert carried(article)["ris:JO"] == "J. Drugs"
    assert source_of(other).csl_type == "document"
    assert carried(other)["ris:TY"] == "XYZ"


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("[a-z]*.*")))
@pytest.mark.parametrize("to", sorted(WRITERS))
def test_a_file_goes_through_each_format(name: str, to: str) -> None:
    """What one program wrote, kept and written in any format, is read back as the same sources."""
    sources = [item.source for item in read(name).items if item.source]
    back = read_text(WRITERS[to](sources, notes=True))
    assert [item.source for item in back.items] == sources


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("@misc{a, title={A}, date={2020-03}, year={2019}}", "date", "year and month say 2019"),
        ("@misc{a, title={A}, year={2019}, urldate={2018-01-01}}", "accessed", "before it was"),
        ("@misc{a, title={A}, year={2019}, month=mai}", "month", "no @string named 'mai'"),
        ("@misc{a, title={A}, title={B}}", "title", "stands twice"),
        ("@misc{a, title={A \\odd{B}}}", "title", "\\odd is not understood"),
        ("@misc{a, title={A}, year={soon}}", "issued", "'soon' is not understood"),
        ("TY  - GEN\nTI  - A\nPY  - 2020\nDA  - 2021/05/01\nER  -", "DA", "it says 2021-05-01"),
        ('[{"title": "A", "issued": {"date-parts": [[2023, 2, 30]]}}]', "issued", "not one that"),
        ("@misc{a, title={A}, author={Doe, J. and others}}", "author", "and others"),
        ("@misc{a, title={A}, briefer={{broken}}}", "briefer", "damaged"),
        ("@misc{a, title={A}, url={file:///home/doe/a.pdf}}", "URL", "no address of the web"),
        ('[{"title": "A", "URL": "javascript:alert(1)"}]', "URL", "without a link"),
        (
            '[{"title": "A", "issued": {"date-parts": [[2023], [2020]]}}]',
            "issued",
            "not one that exists",
        ),
        ('[{"title": "A", "issued": {"raw": "09/10/2023"}}]', "issued", "is not understood"),
    ],
)
def test_what_is_doubtful_is_told(text: str, field: str, words: str) -> None:
    """A doubtful value is a finding that names the field, and what was not taken is kept."""
    item = only(text)
    assert [one.field for one in item.findings] == [field]
    assert words in item.findings[0].message
    assert source_of(item).title.startswith("A")


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example", "a.example:80/b"])
def test_an_address_of_the_web_is_not_doubtful(url: str) -> None:
    """With scheme or without, with a port or without."""
    assert not only(f"@misc{{a, title={{A}}, url={{{url}}}}}").findings


def test_expected_fields_that_are_absent_are_unknown() -> None:
    """A citation shows what an article lacks."""
    assert source_of(only("@article{a, title={A}, year=2020}")).unknown == (
        "container-title",
        "volume",
        "page",
    )


def test_a_long_abstract_is_left_out_and_told() -> None:
    """What no note can hold is told to be lost; the rest of the item is there."""
    item = only(json.dumps([{"title": "A", "type": "book", "abstract": "x" * 19_000, "ISBN": "1"}]))
    assert [(one.field, one.kept) for one in item.unplaced] == [("ISBN", True), ("abstract", False)]
    assert source_of(item).note == 'Carried over from an imported file:\nISBN: "1"'


def test_what_was_changed_since_goes_out_as_it_is_now() -> None:
    """A name or title changed in the library wins over what the file had said of it."""
    source = source_of(read("zotero.json").items[0])
    changed = dataclasses.replace(source, title="Another Title", author=source.author[1:])
    (item,) = json.loads(WRITERS["csl-json"]([changed]))
    assert item["title"] == "Another Title"
    assert [name.get("family", name.get("literal")) for name in item["author"]] == [
        "van der Berg",
        "U.S. Department of State",
    ]
    (same,) = json.loads(WRITERS["csl-json"]([source]))
    assert same["title"] == "The Fentanyl Trade in <i>Mexico</i>"
    assert same["author"][0]["suffix"] == "Jr."


def test_a_value_kept_as_it_stood_gives_way_to_what_the_source_says_now() -> None:
    """LaTeX that is not understood goes out as it was, until the source says something else."""
    source = source_of(only("@odd{a, title={A \\odd{B}}, author={Doe, J. and others}, year=2020}"))
    assert source.author == (Name(family="Doe", given="J."),)
    text = WRITERS["bibtex"]([source])
    assert text.startswith("@odd{a,")
    assert "title = {A \\odd{B}}" in text
    assert "author = {Doe, J. and others}" in text
    changed = dataclasses.replace(source, title="C", author=(), csl_type="book")
    text = WRITERS["bibtex"]([changed])
    assert text.startswith("@book{a,")
    assert "title = {{C}}" in text
    assert "author =" not in text
    assert source_of(only(text)) == changed
    ris = source_of(only("TY  - XYZ\nTI  - A\nER  -"))
    assert WRITERS["ris"]([ris]).startswith("TY  - XYZ")
    assert WRITERS["ris"]([dataclasses.replace(ris, csl_type="book")]).startswith("TY  - BOOK")


def test_a_forged_extension_is_to_be_fixed() -> None:
    """What claims to be Briefer's own is held to the rules of records all the same."""
    forged = [
        {"title": "A", "custom": {"briefer": {"verification": "true"}}},
        {"title": "A", "custom": {"briefer": {"origin": "bundled"}}},
        {"title": "A", "custom": {"briefer": {"id": "actor/mexico"}}},
        {"title": "A", "custom": {"briefer": {"title": ""}}},
        {"title": "A", "custom": {"briefer": {"carried": [1], "note": 7}}},
    ]
    for one, words in zip(
        forged, ("verification", "origin", "actor/mexico", "no title", ""), strict=True
    ):
        item = only(json.dumps([one]))
        assert words in item.problem
        assert (item.source is None) == bool(words)


def test_a_programs_own_fields_stand_where_they_stood() -> None:
    """What only BibTeX or only RIS has is written there under its own name, but no path."""
    text = WRITERS["bibtex"]([source_of(item) for item in read("mendeley.bib").items])
    assert "  mendeley-tags = {opioids,china},\n" in text
    assert "@article{Roe2020,\n" in text
    assert "home/roe" not in text
    assert "@phdthesis{Roe2018,\n" in text
    whole = WRITERS["bibtex"]([source_of(read("mendeley.bib").items[0])], notes=True)
    assert "  file = {:home/roe/a.pdf:pdf},\n" in whole
    lines = WRITERS["ris"]([source_of(item) for item in read("endnote.ris").items]).split("\n")
    assert {"AN  - WOS:000123", "C1  - A custom field", "UR  - https://example.es/b"} <= set(lines)
    assert [line for line in lines if line.startswith("KW")] == [
        "KW  - fentanyl",
        "KW  - precursors",
        "KW  - España",
    ]


def test_fields_of_one_format_leave_under_their_names_in_another() -> None:
    """An abstract, keywords and a place that came from RIS are BibTeX's own fields there."""
    text = WRITERS["bibtex"]([source_of(item) for item in read("endnote.ris").items])
    assert "  address = {Vienna},\n" in text
    assert "  keywords = {fentanyl; precursors; España},\n" in text
    assert "  author = {Guzmán, José and Doe, Jr., Jane and {U.S. Department of State}},\n" in text
    ris = WRITERS["ris"]([source_of(read("zotero.bib").items[0])]).split("\n")
    assert {"KW  - fentanyl", "KW  - sanctions", "DA  - 2023/10//", "SP  - 601"} <= set(ris)


def test_a_line_that_only_looks_like_a_tag_goes_on() -> None:
    """Where tags have two blanks before the hyphen, words with one are words."""
    item = only("TY  - JOUR\nTI  - A\nAB  - On the\nUS - China talks\nER - \n")
    assert carried(item)["abstract"] == "On the\nUS - China talks"
    assert not [key for key in carried(item) if key.startswith("ris:")]


def test_a_file_of_ours_that_another_program_wrapped() -> None:
    """Line breaks that a program put into our own field do no harm."""
    source = source_of(only("@misc{a, title={A}, year=2020}"))
    whole = dataclasses.replace(source, short="A short form of it")
    text = WRITERS["bibtex"]([whole]).replace("short form", "short\n   form")
    assert source_of(only(text)).id == source.id
