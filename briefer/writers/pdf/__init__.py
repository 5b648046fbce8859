"""PDF: what Qt's painter cannot say of a document is added here, without Qt."""

from __future__ import annotations

from briefer.writers.pdf.finish import finish_pdf

__all__ = ["finish_pdf"]
