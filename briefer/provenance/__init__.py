"""What a deck says of where its words come from: the manifest that an export leaves in the file.

In: records, and what shapes show. Out: a `Manifest`, its XML and JSON forms, the values of shape
tags (docs/provenance.md). Must not know: boxes, slides, packages.
"""

from __future__ import annotations

from briefer.provenance.manifest import SCHEMA, Manifest
from briefer.provenance.origins import Origins

__all__ = ["SCHEMA", "Manifest", "Origins"]
