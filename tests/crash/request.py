"""What is asked of the process that forks off those that work."""

from __future__ import annotations

import dataclasses
import json


@dataclasses.dataclass(frozen=True)
class Request:
    """A work by its name, what it works on, and the folders of its user."""

    work: str
    arguments: tuple[str, ...]
    home: str
    temporary: str
    marks: bool = True

    @property
    def line(self) -> str:
        """The request as it is sent."""
        return json.dumps(dataclasses.asdict(self))
