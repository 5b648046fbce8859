"""Every error Briefer expects, in one tree.

Policy. A condition of the outside world (a file, a store, a template, an option) raises a
`BrieferError`: its message names the thing and its hint the next step, and both are fit to show.
A flaw of a briefing (no citation, an unknown record, a title too long) is never raised; it is a
finding of `preflight`. Anything else that is raised is a bug. Nothing is logged at WARNING or
above in normal work.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class BrieferError(Exception):
    """An expected error whose message is fit to show to the user."""

    def __init__(self, message: str, *, hint: str = "", details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = details

    def __str__(self) -> str:
        """Return the message and the next step as one line."""
        return " ".join(part for part in (self.message, self.hint) if part)


class UnknownNameError(BrieferError, KeyError):
    """A name is in no registry of its kind."""


class StoreError(BrieferError):
    """A store is missing, locked, damaged or made by a newer Briefer."""


class DamageError(StoreError):
    """A store, or a record in it, holds what no Briefer wrote: it has to be restored."""


class RecordError(BrieferError):
    """A record cannot be kept as it stands: a field is wrong, or a reference leads nowhere."""


class ConflictError(StoreError):
    """A record was changed by somebody else since it was read."""


class PackError(BrieferError):
    """The text form of a library has a wrong file, record or field."""


class BibliographyError(BrieferError):
    """A file of sources (CSL-JSON, BibTeX, RIS) is broken, too large or none of these."""


class DateError(BrieferError):
    """A date is not in the EDTF subset that records use."""


class BriefingFileError(BrieferError):
    """A briefing file cannot be read or written, or a field in it is wrong."""


class TemplateError(BrieferError):
    """A template is missing or is no presentation."""


class ExportError(BrieferError):
    """A deck cannot be written to its target."""


class DeckError(BrieferError):
    """A deck cannot be read back, or what it says of its origin is damaged."""


class DocumentError(BrieferError):
    """A document cannot be read as text."""


class StyleFileError(BrieferError):
    """A file of a citation style is broken, hostile, or no style that can be used."""


class CancelledError(BrieferError):
    """The user cancelled a long job; nothing was written."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean 'x'?" for the nearest known word, or all known words listed."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1)
    if near:
        return f"Did you mean {near[0]!r}?"
    return f"Known: {', '.join(names)}." if names else ""
