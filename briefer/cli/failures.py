"""What the command line does with errors: one clear line and an exit status, no traceback.

In: whatever a command raises. Out: a click exception that prints one line and exits with 1.
A bug is reported in one line too, because a traceback helps nobody at a terminal;
`BRIEFER_DEBUG=1` shows it whole.
"""

from __future__ import annotations

import errno
import os
from typing import IO, Any

import click

from briefer.errors import BrieferError

DEBUG_VARIABLE = "BRIEFER_DEBUG"


def plain(text: str) -> str:
    """Return text as one line fit for a terminal: no line breaks, no control characters."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in " ".join(text.split())
    )


class Failure(click.ClickException):
    """An expected error, shown as `briefer: message` on standard error; exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the one line."""
        line = f"briefer: {plain(self.message)}"
        click.echo(line, file=file, err=file is None)


def failure(error: BaseException) -> Failure:
    """Return the failure that tells the user about an error."""
    if isinstance(error, BrieferError):
        return Failure(str(error))
    if isinstance(error, KeyboardInterrupt):
        return Failure("Stopped.")
    if isinstance(error, OSError):
        return Failure(_system_message(error))
    if isinstance(error, MemoryError):
        return Failure("There is not enough memory for this.")
    return Failure(
        f"An unexpected fault ({type(error).__name__}: {error})."
        f" This is a flaw of Briefer; {DEBUG_VARIABLE}=1 shows where it happened."
    )


def _system_message(error: OSError) -> str:
    """Return what the system said, with the file it was about."""
    reason = error.strerror or str(error)
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    return f"{name}: {reason}." if name else f"{reason}."


def is_broken_pipe(error: BaseException) -> bool:
    """Return whether the reader of our output went away, which is no error (`| head`)."""
    return isinstance(error, OSError) and error.errno == errno.EPIPE


def debugging() -> bool:
    """Return whether the user asked for tracebacks."""
    return os.environ.get(DEBUG_VARIABLE, "") not in ("", "0")
