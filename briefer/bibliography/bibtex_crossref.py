"""What an entry of BibTeX takes over from the one that its `crossref` names.

In: the fields of entries. Out: fields, with those that only the entry named has. Rules are those of
biblatex, without what belongs to one work alone: DOI, address, keywords, notes.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.bibliography.bibtex_fields import DATES, OURS
from briefer.bibliography.items import Finding

CROSSREF = "crossref"

_WHOLE_TITLES: Mapping[str, str] = {"article": "journaltitle"}
"""Field for the title of the whole, by the type of the part; "booktitle" where none is named."""
_TITLES = frozenset({"booktitle", "journal", "journaltitle"})
_SHARED = (
    "editor",
    "publisher",
    "institution",
    "organization",
    "address",
    "location",
    "series",
    "volume",
    "edition",
    "eventtitle",
    "shortjournal",
    "isbn",
    "issn",
)
_LONGEST = 1000
"""Characters of a value that is taken over, so that one value cannot swell every entry."""


def with_inherited(
    fields: Mapping[str, str], *, entry_type: str, wholes: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return an entry's fields with those of the whole it is a part of, and what is doubtful.

    `wholes` are the fields of all entries by key in small letters. An entry that Briefer wrote has
    all it needs.
    """
    own = dict(fields)
    key = own.get(CROSSREF, "").strip()
    if not key or OURS in own:
        return own, ()
    whole = wholes.get(key.lower())
    if whole is None:
        said = f"no entry {key[:60]!r} is in the file; what it would add is not known."
        return own, (Finding(CROSSREF, said),)
    taken = {name: whole[name] for name in _SHARED if name in whole and name not in own}
    if not any(name in own for name in DATES):
        taken |= {name: whole[name] for name in DATES if name in whole}
    title = whole.get("booktitle", whole.get("title", ""))
    if title and not _TITLES & own.keys():
        taken[_WHOLE_TITLES.get(entry_type.lower(), "booktitle")] = title
    return own | {name: text for name, text in taken.items() if len(text) <= _LONGEST}, ()
