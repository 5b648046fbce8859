"""The commands `app` (the window on a file) and `install-desktop` (menu entry, file association).

In: the arguments. Out: a window, or files of the desktop. The window is reached through
`briefer.app` only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from briefer.cli.commands import Command, chosen_store
from briefer.cli.failures import plain
from briefer.cli.printing import print_line
from briefer.errors import BrieferError


@click.command("app", cls=Command)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def app_command(context: click.Context, file: Path | None) -> None:
    """Open the window, on a briefing FILE if one is named.

    Where a window is open already it gets the file and comes to the front. This is what a desktop
    starts: what is wrong with the file is shown in the window.
    """
    from briefer.app import run_window

    context.exit(run_window(chosen_store(context), file, from_desktop=True))


@click.command("install-desktop", cls=Command)
@click.option("--remove", "removing", is_flag=True, help="Take the entries away again.")
def install_desktop_command(removing: bool) -> None:
    """Add Briefer to the menu of a Linux desktop and have .briefing files open in it.

    Writes a desktop entry, a kind of file and icons below XDG_DATA_HOME, for you alone.
    """
    from briefer import desktop

    if not sys.platform.startswith("linux"):
        raise BrieferError(
            "This command is for Linux desktops.",
            hint="How Windows and macOS learn of .briefing files is told in docs/desktop.md.",
        )
    home = desktop.data_home(os.environ)
    done = desktop.remove(home) if removing else desktop.install(home, desktop.program())
    verb = "Removed" if removing else "Wrote"
    for path in done:
        print_line(f"{verb} {plain(str(path))}")
    if not done:
        print_line(f"There is nothing of Briefer in {plain(str(home))}.")
