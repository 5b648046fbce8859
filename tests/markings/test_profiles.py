"""How a marking is read and shown under each profile; TLP, own words, and what no profile takes."""

from __future__ import annotations

import pytest

from briefer.errors import UnknownNameError
from briefer.markings import (
    COLOURS,
    PROFILES,
    TLP_LABELS,
    Marking,
    banner,
    combined,
    file_tag,
    permits,
    portion,
    raised,
    read,
    refusal,
)

_FULL = "CUI//SP-SUB/LEI//FED ONLY"
_MARKING = Marking("CUI", ("SUB",), ("LEI",), ("FED ONLY",))


def test_the_profiles_are_those_of_the_design() -> None:
    """None, two of CUI, TLP and own words."""
    assert list(PROFILES) == ["", "nara", "dod", "tlp", "custom"]
    with pytest.raises(UnknownNameError, match="nara"):
        read("CUI", "narra")


@pytest.mark.parametrize(
    ("profile", "text", "shown"),
    [
        ("", _FULL, _FULL),
        ("nara", _FULL, _FULL),
        ("dod", _FULL, "CUI"),
        ("dod", "CONTROLLED//LEI", "CUI"),
        ("dod", "UNCLASSIFIED", "UNCLASSIFIED"),
        ("tlp", "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ("custom", "Staff only; SBU", "Staff only; SBU"),
        ("nara", "CUI//LEI/SP-SUB", "CUI//LEI/SP-SUB"),
        ("nara", "", ""),
    ],
)
def test_the_banner_follows_the_profile(profile: str, text: str, shown: str) -> None:
    """The Defense Department's banner tells no categories; what is not understood stays."""
    assert banner(text, profile) == shown


@pytest.mark.parametrize(
    ("profile", "marking", "mark"),
    [
        ("nara", _MARKING, "(CUI//SP-SUB/LEI//FED ONLY)"),
        ("nara", Marking("CONTROLLED", basic=("LEI",)), "(CUI//LEI)"),
        ("nara", Marking(), "(U)"),
        ("nara", Marking("UNCLASSIFIED"), "(U)"),
        ("dod", _MARKING, "(CUI)"),
        ("dod", Marking(), "(U)"),
        ("custom", Marking(lines=("SBU",)), "(SBU)"),
        ("custom", Marking(), "(U)"),
        ("tlp", Marking(tlp="TLP:RED"), ""),
        ("", _MARKING, ""),
    ],
)
def test_portions(profile: str, marking: Marking, mark: str) -> None:
    """Portions use the acronym; TLP has none."""
    assert portion(marking, profile) == mark


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (_FULL, "CUI"),
        ("CONTROLLED", "CUI"),
        ("TLP:AMBER+STRICT", "TLP-AMBER-STRICT"),
        ("Committee confidential matters", "COMMITTEE"),
        ("x" * 40, "X" * 16),
        ("UNCLASSIFIED", ""),
        ("", ""),
    ],
)
def test_the_tag_of_a_file_name(text: str, tag: str) -> None:
    """A tag is short and holds letters, digits and hyphens only."""
    marking = read(text).marking
    assert marking is not None
    assert file_tag(marking) == tag


@pytest.mark.parametrize("label", TLP_LABELS)
def test_a_tlp_label_stands_and_has_a_colour(label: str) -> None:
    """The five labels are exact."""
    assert read(label, "tlp").marking == Marking(tlp=label)
    assert label in COLOURS


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("tlp:amber", "TLP:AMBER"),
        ("TLP: RED", "TLP:RED"),
        ("TLP AMBER STRICT", "TLP:AMBER+STRICT"),
        ("TLP:AMBER + STRICT", "TLP:AMBER+STRICT"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("TLP:BLUE", ""),
        ("CUI", ""),
    ],
)
def test_another_spelling_of_a_tlp_label_is_told(text: str, suggestion: str) -> None:
    """A label that is not exact is refused with the exact one, version 1's included."""
    reading = read(text, "tlp")
    assert not reading.ok
    assert reading.suggestion == suggestion


@pytest.mark.parametrize("profile", list(PROFILES))
@pytest.mark.parametrize(
    "text",
    ["SECRET", "Top Secret", "TOP SECRET//SI", "(S)", "(TS)", "S//NF", "SECRET//NOFORN", "TS"]
    + ["CUI (S)", "SBU; SECRET", "CONFIDENTIAL//NOFORN", "(TS//SI) SBU"]
    + ["ＳＥＣＲＥＴ", "(Ｓ)", "SEC\u200bRET", "S\u00adECRET", "SECRET\u00a0//NOFORN"],
)
def test_a_classification_is_always_refused(profile: str, text: str) -> None:
    """No profile takes classified words, and the message says what to do instead."""
    reading = read(text, profile)
    assert not reading.ok
    assert "classification" in refusal(reading)
    assert not reading.suggestion


@pytest.mark.parametrize("text", ["SECRET SERVICE ONLY", "TRADE SECRET", "COMMITTEE CONFIDENTIAL"])
def test_words_that_only_sound_classified_stand(text: str) -> None:
    """An office may name the Secret Service and trade secrets."""
    assert read(text, "custom").ok


@pytest.mark.parametrize(
    "text", ["A" * 301, "CUI\x07", "SBU\nCUI", "\u200b", "\u200bCUI", "SBU\u202e"]
)
def test_a_text_that_is_no_line_is_refused(text: str) -> None:
    """Hostile lengths and control characters end with a message."""
    assert not read(text, "custom").ok
    assert not read(text).ok


def test_comparing_follows_the_levels() -> None:
    """Uncontrolled, CUI, CUI with more; labels in their order; other kinds never."""
    cui, unclassified = read("CUI").marking, read("U").marking
    assert permits(cui, unclassified)
    assert permits(cui, read("CONTROLLED").marking)
    assert not permits(unclassified, cui)
    assert not permits(cui, read("CUI//LEI").marking)
    assert not permits(cui, read("CUI//FED ONLY").marking)
    assert permits(read(_FULL).marking, read("CUI//LEI").marking)
    assert permits(read("CUI//FED ONLY").marking, read("CUI//FEDCON").marking)
    for low, high in zip(TLP_LABELS, TLP_LABELS[1:], strict=False):
        assert permits(Marking(tlp=high), Marking(tlp=low))
        assert not permits(Marking(tlp=low), Marking(tlp=high))
    assert not permits(cui, Marking(tlp="TLP:GREEN"))
    assert not permits(cui, read("SBU").marking)
    assert not permits(cui, None)
    assert not permits(None, Marking())


def test_texts_roll_up() -> None:
    """Categories are united and the strictest control holds; one unknown spoils it."""
    assert combined(["CUI//SP-SUB//FEDCON", "U", "CUI//LEI//FED ONLY"], "nara") == _MARKING
    assert combined(["CUI", "TLP:RED"], "nara") is None
    assert combined([]) == Marking()


def test_raising_keeps_what_was_written() -> None:
    """Own words stay in their order, controls are merged, TLP takes the higher label."""
    assert raised("Staff only; Internal", Marking(lines=("EMBASSY", "INTERNAL")), "custom") == (
        "Staff only; Internal; EMBASSY"
    )
    assert raised("", _MARKING, "nara") == _FULL
    assert raised("CUI//LEI", _MARKING, "nara") == _FULL
    assert raised("TLP:GREEN", Marking(tlp="TLP:RED"), "tlp") == "TLP:RED"
    assert raised("CUI//LEI/SP-SUB", _MARKING, "nara") == _FULL
