"""What a file of a briefing is called, so that its name tells how it is to be handled.

Rule: design page "domain", section 3, rule 25: words and hyphens, at most 30 characters.
"""

from __future__ import annotations

import re
import unicodedata

from briefer.marked.rollup import profile_of
from briefer.markings import file_tag, read
from briefer.storyboard.briefing import Briefing

LONGEST = 30
"""Characters of a marked file's name, its ending included."""


def marked_name(briefing: Briefing, ending: str = ".pptx") -> str:
    """Return the name of a marked briefing's file: "CUI_Fentanyl-what-changed.pptx".

    "" where the briefing is not marked, or its marking was not understood: its title then names
    the file.
    """
    reading = read(briefing.marking, profile_of(briefing))
    tag = file_tag(reading.marking) if reading.marking else ""
    if not tag:
        return ""
    room = LONGEST - len(tag) - len(ending) - 1
    return f"{tag}_{_words(briefing.title, room) or 'Briefing'[:room]}{ending}"


def _words(title: str, room: int) -> str:
    """Return as many words of a title as have room, parted by hyphens; a long first one is cut."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > room:
            break
        kept = longer
    return kept or "".join(words[:1])[:room]
