"""What was laid out last time, so that an edit of one slide costs one slide.

In: keys that hold all that a result is made from, and how to make it. Out: the result, made anew
only where no equal key was asked for in this run or the one before. Must not know: slides, pages.
Belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from briefer.layout.text import TextSetter
from briefer.template.model import Template

T = TypeVar("T")


class Memo:
    """Keeps results of two runs on one template: those of this run and of the one before."""

    def __init__(self) -> None:
        self._for: tuple[Template, TextSetter] | None = None
        self._before: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def begin(self, template: Template, setter: TextSetter) -> None:
        """Begin a run; on another template nothing that was kept fits."""
        same = self._for is not None and self._for[0] is template and self._for[1] is setter
        self._for = (template, setter)
        self._before = self._now if same else {}
        self._now = {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for an equal key, else what `make` returns.

        A key names its kind of result first, so that one key stands for one type.
        """
        if key in self._now:
            return cast(T, self._now[key])
        made = cast(T, self._before[key]) if key in self._before else make()
        self._now[key] = made
        return made
