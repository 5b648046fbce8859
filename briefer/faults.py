"""What the log and a report say of a fault: where and what kind, and no words of anybody's.

In: an exception. Out: lines. The message of an exception can hold the words of a record, and the
place of a file the name of its user, so neither is told: of a file only what follows the folder of
the program or of Python's libraries is. Must not know: where the lines go.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from pathlib import PurePath

from typing_extensions import override

_ROOTS = ("site-packages", "dist-packages", "lib-dynload")
_OURS = "briefer"


def told(error: BaseException) -> str:
    """Return the calls that led to a fault and its kind, causes first, as lines."""
    return "\n".join(line for one in _chain(error) for line in _lines(one))


class Discreet(logging.Formatter):
    """Formats log records as `told` tells faults; whatever others format is theirs."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record, with nothing that another formatter left with it."""
        kept, record.exc_text = record.exc_text, None
        try:
            # The base class keeps what it makes of a fault with the record, for others to use.
            return super().format(record)
        finally:
            record.exc_text = kept

    @override
    def formatException(self, ei: object) -> str:
        """Return what is told of a fault."""
        error = ei[1] if isinstance(ei, tuple) else None
        return told(error) if isinstance(error, BaseException) else ""


def place_of(filename: str) -> str:
    """Return a file of code as the log names it: without the folders of this computer."""
    parts = PurePath(filename.replace("\\", "/")).parts
    for root in _ROOTS:
        if root in parts:
            return "/".join(parts[_last(parts, root) + 1 :])
    if _OURS in parts[:-1]:
        return "/".join(parts[_last(parts[:-1], _OURS) :])
    return parts[-1] if parts else filename


def _last(parts: tuple[str, ...], name: str) -> int:
    return len(parts) - 1 - parts[::-1].index(name)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the faults that led to one, the first of them first."""
    chain: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in chain:
        chain.append(following)
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)
    return reversed(chain)


def _lines(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {place_of(frame.filename)}:{frame.lineno} in {frame.name}"
    yield _kind(error)


def _kind(error: BaseException) -> str:
    """Return the class of a fault, with the number or name that the system gives it."""
    kind = type(error)
    room = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    name = f"{room}{kind.__qualname__}"
    number = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f"{name} ({number})" if isinstance(number, int | str) else name
