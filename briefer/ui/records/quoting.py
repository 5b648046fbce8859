"""The comparison of a quotation with its source's text, under the names that the editor uses."""

from __future__ import annotations

from briefer.records.passages import Held, Part, Verdict, compare, spaced

__all__ = ["Held", "Part", "Verdict", "compare", "spaced"]
