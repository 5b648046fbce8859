from collections.abc import Iterable

from bibtexparser.model import Block

class Library:
    def __init__(self, blocks: Iterable[Block] | None = ...) -> None: ...
    @property
    def blocks(self) -> list[Block]: ...
