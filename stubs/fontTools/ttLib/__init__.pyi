"""What the scripts and tests use of fontTools, whose package says nothing of its types."""

from pathlib import Path

from _typeshed import Incomplete

class TTFont:
    def __init__(self, file: str | Path) -> None: ...
    def __getitem__(self, tag: str) -> Incomplete: ...
    def __getattr__(self, name: str) -> Incomplete: ...
