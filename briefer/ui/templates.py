"""What the thread that lays out pages keeps: the templates read so far, and what it made last."""

from __future__ import annotations

from pathlib import Path

from briefer.layout.memo import Memo
from briefer.template.house import find_template
from briefer.template.model import Template
from briefer.template.reader import read_template


class Templates:
    """Templates by the name that a briefing gives; each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Template] = {}
        self.memo = Memo()
        """What was laid out last, for the next time."""

    def get(self, name: str) -> Template:
        """Return a template; raise TemplateError where it is missing or none."""
        if name not in self._read:
            self._read[name] = read_template(find_template(name, folder=self._folder))
        return self._read[name]
