"""Markings of every kind, as they come out of texts that stand."""

from __future__ import annotations

from hypothesis import strategies as st

from briefer.markings import TLP_LABELS, Marking, read
from briefer.markings.base import CONTROLLED, CUI
from briefer.markings.categories import CATEGORIES
from briefer.markings.profiles import format_marking

_SPECIFIED = sorted(name for name in CATEGORIES if CATEGORIES[name].specified)
_BASIC = sorted(name for name in CATEGORIES if CATEGORIES[name].basic)
_LISTS = [
    ("REL TO USA, GBR",),
    ("REL TO USA, CAN, GBR",),
    ("REL TO USA, MEX, FVEY",),
    ("DISPLAY ONLY GBR",),
    ("DISPLAY ONLY CAN, GBR", "REL TO USA, GBR"),
]
_CONTROLS = [
    (),
    ("FED ONLY",),
    ("FEDCON",),
    ("NOCON",),
    ("FED ONLY", "NOCON"),
    ("NOFORN",),
    ("FED ONLY", "NOFORN"),
    ("DL ONLY",),
    ("RELIDO",),
    ("DISPLAY ONLY",),
    ("Attorney-Client",),
    ("Attorney-Client", "Attorney-WP", "NOCON"),
    *_LISTS,
]


@st.composite
def cui(draw: st.DrawFn) -> Marking:
    """Draw a CUI marking, or the mark of what is uncontrolled."""
    if draw(st.booleans()) and draw(st.booleans()):
        return Marking(control="UNCLASSIFIED")
    controls = draw(st.sampled_from(_CONTROLS))
    basic = set(draw(st.lists(st.sampled_from(_BASIC), max_size=3)))
    if any(control.startswith("Attorney") for control in controls):
        basic.add("PRIVILEGE")
    return Marking(
        control=draw(st.sampled_from([CUI, CONTROLLED])),
        specified=tuple(sorted(set(draw(st.lists(st.sampled_from(_SPECIFIED), max_size=3))))),
        basic=tuple(sorted(basic)),
        dissemination=controls,
    )


tlp = st.sampled_from(TLP_LABELS).map(lambda label: Marking(tlp=label))
own_words = st.lists(
    st.sampled_from(["SBU", "NOT FOR RELEASE", "STAFF ONLY", "COMMITTEE CONFIDENTIAL"]),
    min_size=1,
    max_size=3,
    unique=True,
).map(lambda lines: Marking(lines=tuple(sorted(lines))))
markings = st.one_of(st.just(Marking()), cui(), tlp, own_words)


def reread(marking: Marking) -> Marking | None:
    """Return what the text of a marking says."""
    return read(format_marking(marking)).marking
