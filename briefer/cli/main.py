"""The program `briefer`: the window, or one of the commands.

In: the arguments. Out: an exit status. The window is reached through `briefer.app` only, and only
when no command is named.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefer.cli.commands import Group, LateCommands, chosen_store

COMMANDS = LateCommands(
    {
        "app": "briefer.cli.desktop:app_command",
        "list": "briefer.cli.records:list_command",
        "show": "briefer.cli.records:show_command",
        "search": "briefer.cli.searching:search_command",
        "related": "briefer.cli.searching:related_command",
        "add": "briefer.cli.editing:add_command",
        "edit": "briefer.cli.editing:edit_command",
        "duplicate": "briefer.cli.editing:duplicate_command",
        "delete": "briefer.cli.history:delete_command",
        "bin": "briefer.cli.history:bin_command",
        "restore": "briefer.cli.history:restore_command",
        "history": "briefer.cli.history:history_command",
        "merge": "briefer.cli.editing:merge_command",
        "attach": "briefer.cli.texts:attach_command",
        "import-sources": "briefer.cli.bibliography:import_sources_command",
        "export-sources": "briefer.cli.bibliography:export_sources_command",
        "quotations": "briefer.cli.quotations:quotations_command",
        "check": "briefer.cli.check:check_command",
        "export": "briefer.cli.export:export_command",
        "inspect": "briefer.cli.inspect:inspect_command",
        "new": "briefer.cli.new:new_command",
        "presets": "briefer.cli.new:presets_command",
        "kinds": "briefer.cli.catalogue:kinds_command",
        "markings": "briefer.cli.markings:markings_command",
        "styles": "briefer.cli.styles:styles_command",
        "build-store": "briefer.cli.catalogue:build_store_command",
        "backup": "briefer.cli.care:backup_command",
        "doctor": "briefer.cli.care:doctor_command",
        "install-desktop": "briefer.cli.desktop:install_desktop_command",
    }
)
"""The commands, and where each is."""


@click.group(
    cls=Group,
    commands=COMMANDS,
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


def main() -> None:
    """Run the program with the arguments of this process; end it with the exit status.

    The arguments are handed over as they are: click would expand `fent*` to file names on Windows.
    """
    briefer.main(args=sys.argv[1:], prog_name="briefer")
