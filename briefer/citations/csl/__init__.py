"""Citation styles from `.csl` files, worded by citeproc-py, which is an optional extra."""

from __future__ import annotations

from briefer.citations.csl.shelf import PREFIX, Listed, Shelf, require_processor

__all__ = ["PREFIX", "Listed", "Shelf", "require_processor"]
