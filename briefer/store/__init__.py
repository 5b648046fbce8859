"""The store: the library as one SQLite file. The only package that speaks SQL.

In: records. Out: records, found by id, by type, by link and by words. Must not know: slides.
"""

from __future__ import annotations

from briefer.store.build import build_store, ensure_user_store
from briefer.store.facets import FACETS
from briefer.store.related import REASONS, Related
from briefer.store.revisions import CHANGES, Binned, Revision
from briefer.store.search import FacetValue, SearchResult
from briefer.store.showing import Hit
from briefer.store.store import Store
from briefer.store.texts import AttachedText

__all__ = [
    "CHANGES",
    "FACETS",
    "REASONS",
    "AttachedText",
    "Binned",
    "FacetValue",
    "Hit",
    "Related",
    "Revision",
    "SearchResult",
    "Store",
    "build_store",
    "ensure_user_store",
]
