"""What a document gives: its text, and what is to be known of how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.errors import DocumentError

Form: TypeAlias = Literal["txt", "html", "docx", "pdf"]

LONGEST_TEXT = 5_000_000
"""Characters that a document's text may have; what is longer cannot be attached."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document, its form, the encoding of its bytes ("" where none), and notes.

    A note is a sentence to show: pages without text, an encoding that was guessed.
    """

    text: str
    kind: Form
    encoding: str = ""
    notes: tuple[str, ...] = ()


def too_long(name: str) -> DocumentError:
    """Return the error that a text is longer than can be attached."""
    return DocumentError(
        f"{name}: its text has more than {LONGEST_TEXT:,} characters.",
        hint="Attach the part that is quoted.",
    )


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 page", "3 pages"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
