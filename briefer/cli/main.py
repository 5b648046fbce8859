"""The program `briefer`: the window, or one of the commands.

In: the arguments. Out: an exit status. The window is reached through `briefer.app` only, and only
when no command is named.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefer.cli.bibliography import export_sources_command, import_sources_command
from briefer.cli.care import backup_command, doctor_command
from briefer.cli.catalogue import build_store_command, kinds_command
from briefer.cli.check import check_command
from briefer.cli.commands import Group, chosen_store
from briefer.cli.desktop import app_command, install_desktop_command
from briefer.cli.editing import add_command, duplicate_command, edit_command, merge_command
from briefer.cli.export import export_command
from briefer.cli.history import bin_command, delete_command, history_command, restore_command
from briefer.cli.inspect import inspect_command
from briefer.cli.markings import markings_command
from briefer.cli.new import new_command, presets_command
from briefer.cli.quotations import quotations_command
from briefer.cli.records import list_command, show_command
from briefer.cli.searching import related_command, search_command
from briefer.cli.styles import styles_command
from briefer.cli.texts import attach_command


@click.group(
    cls=Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--briefing",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Open the window on this briefing file.",
)
@click.pass_context
def briefer(context: click.Context, briefing: Path | None) -> None:
    """Turn a library of evidence into a cited PowerPoint briefing, offline.

    Without a command the window opens.
    """
    if context.invoked_subcommand is None:
        from briefer.app import run_window

        context.exit(run_window(chosen_store(context), briefing))
    elif briefing is not None:
        raise click.UsageError("--briefing opens the window and takes no command.", context)


for _command in (
    app_command,
    list_command,
    show_command,
    search_command,
    related_command,
    add_command,
    edit_command,
    duplicate_command,
    delete_command,
    bin_command,
    restore_command,
    history_command,
    merge_command,
    attach_command,
    import_sources_command,
    export_sources_command,
    quotations_command,
    check_command,
    export_command,
    inspect_command,
    new_command,
    presets_command,
    kinds_command,
    markings_command,
    styles_command,
    build_store_command,
    backup_command,
    doctor_command,
    install_desktop_command,
):
    briefer.add_command(_command)


def main() -> None:
    """Run the program with the arguments of this process; end it with the exit status.

    The arguments are handed over as they are: click would expand `fent*` to file names on Windows.
    """
    briefer.main(args=sys.argv[1:], prog_name="briefer")
