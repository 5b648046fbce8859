"""Any file that anybody may have sent: read, or refused in one clear sentence, within bounds."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefer.accessibility import findings_of, read_deck_for_rules, shapes
from briefer.accessibility import opening as opening_module
from briefer.errors import DeckError
from tests.accessibility.decks import Deck, clean_deck, findings, saved
from tests.roundtrip.decks import parts_of, rewritten

SLIDE = "ppt/slides/slide1.xml"


def refused(path: Path) -> str:
    """Return the error with which a file is refused."""
    with pytest.raises(DeckError) as caught:
        read_deck_for_rules(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no presentation"),
        (b"not a zip", "is no presentation"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Remove its password"),
        (b"PK\x05\x06" + bytes(18), "holds no presentation"),
    ],
)
def test_what_is_no_deck(tmp_path: Path, data: bytes, words: str) -> None:
    """Nothing, text, an encrypted file, an empty zip."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert words in refused(path)


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        (b"<a>" + b" " * 50_000_000 + b"</a>", "unpacks to more than a deck holds"),
        (b'<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>', "declares a document type"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "declares a document type"),
        (b"<a>" * 5000, "cannot be read"),
        (b"", "cannot be read"),
    ],
    ids=["bomb", "entity", "outside", "deep", "empty"],
)
def test_hostile_slide(tmp_path: Path, slide: bytes, words: str) -> None:
    """Nothing is expanded, fetched or unpacked without bound."""
    path = rewritten(saved(clean_deck(), tmp_path), tmp_path / "h.pptx", {SLIDE: slide})
    assert words in refused(path)


def test_parts_that_are_gone(tmp_path: Path) -> None:
    """A missing slide is told; a missing layout, master, theme, chart or style is lived without."""
    whole = saved(clean_deck(), tmp_path)
    assert SLIDE in refused(rewritten(whole, tmp_path / "gone.pptx", {SLIDE: None}))
    for part in parts_of(whole):
        others = ("slideLayout", "slideMaster", "theme", "chart", "tableStyles", "notesSlide")
        if part.endswith(".xml") and any(f"/{other}" in part for other in others):
            read_deck_for_rules(rewritten(whole, tmp_path / "less.pptx", {part: None}))


def checked_or_refused(path: Path) -> bool:
    """Return whether a deck is read with all its slides, or refused in words that name it."""
    try:
        deck = read_deck_for_rules(path)
    except DeckError as error:
        return path.name in error.message
    findings_of(deck)
    return len(deck.slides) > 0


@pytest.mark.parametrize(
    "part", [SLIDE, "ppt/slideMasters/slideMaster1.xml", "ppt/presentation.xml"]
)
def test_numbers_that_are_none(tmp_path: Path, part: str) -> None:
    """Sizes, places and ids of any kind are no crash."""
    whole = saved(clean_deck(), tmp_path)
    for value in (b"x", b"-1", b"9" * 5000, b"1e999", b"NaN", b"\xd9\xa3", b""):
        data = parts_of(whole)[part]
        for name in (b"sz", b"cx", b"x", b"id", b"idx", b"lvl", b"val"):
            pieces = data.split(b" " + name + b'="')
            data = pieces[0] + b"".join(
                b" " + name + b'="' + value + b'"' + piece.split(b'"', 1)[1] for piece in pieces[1:]
            )
        assert checked_or_refused(rewritten(whole, tmp_path / "n.pptx", {part: data}))


def test_a_byte_wrong(samples: Mapping[str, Path], tmp_path: Path) -> None:
    """A file with a byte turned is checked, or refused in words; it is never a crash."""
    data = samples["light"].read_bytes()
    path = tmp_path / "turned.pptx"
    for place in range(0, len(data), len(data) // 9):
        turned = bytearray(data)
        turned[place] ^= 0x55
        path.write_bytes(bytes(turned))
        assert checked_or_refused(path)


def test_too_much_of_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More shapes, or slides, than a deck has are refused."""
    path = saved(clean_deck(), tmp_path)
    with monkeypatch.context() as limits:
        limits.setattr(shapes.Budget, "left", 5)
        limits.setattr(opening_module, "Budget", lambda name: shapes.Budget(name, 5))
        assert "more shapes and words" in refused(path)
    monkeypatch.setattr(opening_module, "MOST_SLIDES", 2)
    assert "more slides" in refused(path)


def many(deck: Deck, count: int, words: str) -> None:
    """Fill the first slide with so many painted text boxes, one over the other."""
    tree = deck.slides[0].shapes._spTree
    box = deck.slides[0].shapes.add_textbox(0, 0, 9_000_000, 6_000_000)
    box.text_frame.text = words
    for _ in range(count):
        tree.append(box._element.__copy__())


@pytest.mark.parametrize(
    "words",
    [
        " " * 200_000,
        "\t" * 200_000,
        "a" * 200_000,
        "- " * 100_000,
        "1." * 100_000,
        "http://" * 9000,
    ],
    ids=["spaces", "tabs", "letters", "dashes", "numbers", "addresses"],
)
def test_long_text_takes_no_time(tmp_path: Path, words: str) -> None:
    """No rule looks at a text again and again."""
    deck = clean_deck()
    many(deck, 1, words)
    deck.slides[0].shapes[3]._element.xpath("./*/p:cNvPr")[0].set("descr", words)
    started = time.perf_counter()
    findings(deck, tmp_path)
    assert time.perf_counter() - started < 5


def test_many_shapes_take_no_time(tmp_path: Path) -> None:
    """Two thousand shapes on a slide are read in seconds; what lies under them nobody claims."""
    deck = clean_deck()
    many(deck, 2000, "Lake")
    started = time.perf_counter()
    findings(deck, tmp_path)
    assert time.perf_counter() - started < 10


def test_links_outside_are_not_followed(tmp_path: Path) -> None:
    """A relationship that leads outside is an address and nothing else."""
    whole = saved(clean_deck(), tmp_path)
    rels = "ppt/slides/_rels/slide1.xml.rels"
    outside = (
        b'<Relationship Id="rId9" TargetMode="External" Target="http://localhost:9/layout.xml"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"/>'
    )
    data = parts_of(whole)[rels].replace(b"</Relationships>", outside + b"</Relationships>")
    assert read_deck_for_rules(rewritten(whole, tmp_path / "o.pptx", {rels: data})).slides


@pytest.mark.parametrize("suffix", ["potx", "ppsx"])
def test_templates_and_shows(tmp_path: Path, suffix: str) -> None:
    """A template and a show are decks too."""
    whole = saved(clean_deck(), tmp_path)
    types = parts_of(whole)["[Content_Types].xml"]
    kind = b"template" if suffix == "potx" else b"slideshow"
    changed = types.replace(b"presentation.main+xml", kind + b".main+xml")
    path = rewritten(whole, tmp_path / f"deck.{suffix}", {"[Content_Types].xml": changed})
    assert len(read_deck_for_rules(path).slides) == 3


def test_comments_in_the_xml(samples: Mapping[str, Path], tmp_path: Path) -> None:
    """A program that leaves comments and instructions between all elements changes nothing."""
    changed = {
        name: data.replace(b"><", b"><!-- c --><?p i?><")
        for name, data in parts_of(samples["light"]).items()
        if name.endswith(".xml") and name.startswith("ppt/")
    }
    path = rewritten(samples["light"], tmp_path / "sample-light.pptx", changed)
    plain = findings_of(read_deck_for_rules(samples["light"]))
    assert findings_of(read_deck_for_rules(path)) == plain


def test_groups_in_groups(tmp_path: Path) -> None:
    """A deep tree of groups is read, or refused in words."""
    deck = clean_deck()
    shapes_in = deck.slides[0].shapes
    for _ in range(100):
        shapes_in = shapes_in.add_group_shape().shapes
    shapes_in.add_textbox(0, 0, 9000, 9000).text_frame.text = "Lake"
    assert findings(deck, tmp_path)


def test_deck_without_slides(tmp_path: Path) -> None:
    """Nothing is found where nothing is, and nothing is claimed of slides."""
    deck = clean_deck()
    listed = deck.part._element.xpath("./p:sldIdLst")[0]
    for entry in list(listed):
        listed.remove(entry)
    assert read_deck_for_rules(saved(deck, tmp_path)).slides == ()


def test_damaged_manifest_is_no_origin(samples: Mapping[str, Path], tmp_path: Path) -> None:
    """A deck whose provenance cannot be read is checked as anybody's."""
    part = "customXml/item1.xml"
    data = parts_of(samples["light"])[part].replace(b"provenance:1", b"provenance:99")
    path = rewritten(samples["light"], tmp_path / "deck.pptx", {part: data})
    assert read_deck_for_rules(path).origin is None
