"""A PDF to text, with pypdf: pages in order, words that a line end broke put together again.

In: bytes. Out: the text, and notes on what is not in it: pages that are pictures, running heads.
Pages, text and time are limited; pypdf limits what a stream may swell to.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from briefer.documents.letters import LIGATURES, rejoined
from briefer.documents.model import LONGEST_TEXT, Document, counted, too_long
from briefer.errors import DocumentError

MOST_PAGES = 3000
LONGEST_SECONDS = 60.0

_NUMBER = re.compile(r"\d+")
_FEWEST_HEADS = 3
_LONGEST_HEAD = 120


def read_pdf(data: bytes, name: str) -> Document:
    """Return the text of a PDF; raise DocumentError where it is encrypted, damaged or too long."""
    with _quiet():
        pages = list(_pages(data, name))
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise DocumentError(
            f"{name}: no page has text; it is a scan ({counted(len(pages), 'page')}).",
            hint="Run text recognition (OCR) over it first, and compare what comes out.",
        )
    notes = [
        f"{counted(empty, 'page has', 'pages have')} no text: scanned, or pictures."
        if empty
        else ""
    ]
    bodies, heads = _without_heads(pages)
    notes.append(f"{counted(heads, 'running head or foot', 'running heads or feet')} left out.")
    text = rejoined("\n\n".join(body for body in bodies if body.strip()))
    return Document(text, "pdf", notes=tuple(note for note in notes if note[:2] not in ("", "0 ")))


def _pages(data: bytes, name: str) -> Iterator[str]:
    """Yield the text of each page."""
    last = time.monotonic() + LONGEST_SECONDS
    length = 0
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise _locked(name)
        number = len(reader.pages)
        if number > MOST_PAGES:
            raise DocumentError(
                f"{name} has {number:,} pages; {MOST_PAGES:,} are the most.",
                hint="Attach the part that is quoted.",
            )
        for page in reader.pages:
            text = page.extract_text().translate(LIGATURES).replace("\u00a0", " ")
            length += len(text)
            if length > LONGEST_TEXT:
                raise too_long(name)
            if time.monotonic() > last:
                raise DocumentError(
                    f"{name} takes longer than {LONGEST_SECONDS:.0f} seconds to read.",
                    hint="Attach the part that is quoted.",
                )
            yield text
    except DependencyError as error:
        raise _locked(name) from error
    except (DocumentError, MemoryError):
        raise
    except Exception as error:
        # pypdf meets damage of every kind with errors of every kind: KeyError, RecursionError, ...
        raise DocumentError(
            f"{name}: this PDF is damaged and cannot be read.",
            hint="Open it in a reader and print it to a new PDF, or save its text.",
            details=f"{type(error).__name__}: {error}",
        ) from error


def _locked(name: str) -> DocumentError:
    return DocumentError(
        f"{name} is encrypted and needs a password.",
        hint="Open it with its password and save it without one.",
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Have pypdf keep what it finds odd to itself for a while; it writes that to the log."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _without_heads(pages: Sequence[str]) -> tuple[list[str], int]:
    """Return pages without the lines that stand at the top or foot of most, and how many went.

    A sentence that goes on over a page is then in one piece.
    """
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    removed = 0
    for place in (0, -1):
        seen = Counter(_head(lines[place]) for lines in split if lines)
        common = {
            head for head, times in seen.items() if times >= max(_FEWEST_HEADS, len(pages) / 2)
        }
        for lines in split:
            if len(lines) > 1 and _head(lines[place]) in common:
                del lines[place]
                removed += 1
    return ["\n".join(lines) for lines in split], removed


def _head(line: str) -> str:
    """Return a line as all pages have it: page numbers alike; a long line is itself only."""
    said = line.strip()
    return _NUMBER.sub("0", said) if len(said) <= _LONGEST_HEAD else said
