"""Documents as plain text: what a person attaches to a source, whatever program made it."""

from __future__ import annotations

from briefer.documents.model import Document
from briefer.documents.reading import LARGEST_FILE, read_document, text_of_bytes

__all__ = ["LARGEST_FILE", "Document", "read_document", "text_of_bytes"]
