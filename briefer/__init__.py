"""Briefer turns a library of evidence into a cited, accessible PowerPoint briefing, offline.

Start reading at `briefer/pipeline.py`, which names every stage in order, then the two
vocabularies it passes on: `briefer/content.py` (what a slide says) and `briefer/layout/boxes.py`
(where it stands).
"""

__version__ = "0.1.0"
