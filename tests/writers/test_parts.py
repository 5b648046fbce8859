"""New parts: free names, one relationship for one target, names told from a folder."""

from __future__ import annotations

import posixpath

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefer.writers.pptx.parts import NewParts, Related, relative

NAMES = st.lists(
    st.sampled_from(["ppt", "slides", "media", "x y", "Ä"]), min_size=1, max_size=4
).map(lambda parts: "/" + "/".join(parts))


@given(NAMES, NAMES)
def test_a_name_is_told_from_any_folder(target: str, folder: str) -> None:
    """Whatever the folder, the name leads back to the part."""
    told = relative(f"{target}/part.xml", folder)
    assert posixpath.normpath(posixpath.join(folder, told)) == f"{target}/part.xml"


def test_a_target_has_one_relationship() -> None:
    """Asked again it is the same; another kind, or the same name outside, is another."""
    related = Related("/ppt/slides/slide1.xml", {"rId2"})
    first = related.to("kind", "/ppt/media/image1.png")
    assert first == related.to("kind", "/ppt/media/image1.png") == "rId1"
    assert related.to("other", "/ppt/media/image1.png") == "rId3"
    assert related.to("kind", "https://example.org/?a=1&b=2", outside=True) == "rId4"
    read = etree.fromstring(f"<r>{related.markup()}</r>")
    assert [link.get("Target") for link in read] == [
        "../media/image1.png",
        "../media/image1.png",
        "https://example.org/?a=1&b=2",
    ]
    assert [link.get("TargetMode") for link in read] == [None, None, "External"]


def test_names_of_the_template_are_left_alone() -> None:
    """In any case of their letters; where two parts go together both names are free."""
    parts = NewParts(["/ppt/charts/Chart1.xml", "/ppt/embeddings/book2.xlsx"])
    assert parts.free("/ppt/charts/chart{}.xml", "/ppt/embeddings/book{}.xlsx") == (
        "/ppt/charts/chart3.xml",
        "/ppt/embeddings/book3.xlsx",
    )
