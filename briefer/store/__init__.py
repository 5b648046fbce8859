"""The store: the library as one SQLite file. The only package that speaks SQL.

In: records. Out: records, found by id, by type, by link and by words. Must not know: slides.
"""

from __future__ import annotations

from briefer.store.build import build_store, ensure_user_store
from briefer.store.facets import FACETS
from briefer.store.related import REASONS, Related
from briefer.store.search import FacetValue, Hit, SearchResult
from briefer.store.store import Store

__all__ = [
    "FACETS",
    "REASONS",
    "FacetValue",
    "Hit",
    "Related",
    "SearchResult",
    "Store",
    "build_store",
    "ensure_user_store",
]
