"""Text as it grows, with blanks and line ends as a reader sees them."""

from __future__ import annotations

import re

from briefer.documents.model import LONGEST_TEXT

_SPACE = re.compile(r"[ \t\r\n\f\v]+")


class Paper:
    """Words, line ends and tabs, in the order they come; runs of blanks become one."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._last = "\n"
        self.length = 0

    @property
    def full(self) -> bool:
        """Whether there is more on it than can be attached."""
        return self.length > LONGEST_TEXT

    def words(self, text: str) -> None:
        """Write text, its runs of white space as one blank."""
        said = _SPACE.sub(" ", text)
        if self._last.isspace():
            said = said.lstrip(" ")
        self._put(said)

    def exact(self, text: str) -> None:
        """Write text as it stands."""
        self._put(text)

    def end_line(self) -> None:
        """End the line, if there is something on it."""
        if self._last != "\n":
            self._put("\n")

    def start_block(self) -> None:
        """Begin a line, but not behind a cell, whose neighbor the block begins."""
        if self._last != "\t":
            self.end_line()

    def tab(self) -> None:
        """Write what stands between two cells."""
        if self._last not in "\n\t":
            self._put("\t")

    def end_cell(self) -> None:
        """End a cell: a tab, also where a paragraph ended before it."""
        if self._last == "\n" and self._parts:
            self.length -= len(self._parts.pop())
            self._last = self._parts[-1][-1] if self._parts else "\n"
        self.tab()

    def text(self) -> str:
        """Return all of it, without blanks at the ends of lines."""
        lines = (line.rstrip() for line in "".join(self._parts).split("\n"))
        return "\n".join(lines).strip("\n") + "\n"

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._last = text[-1]
            self.length += len(text)
