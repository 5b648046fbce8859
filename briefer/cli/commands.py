"""The classes of all commands: `--store` and `--version` everywhere, errors as one line.

In: click's parsing. Out: the store the user chose, kept in the context (`chosen_store`). Must not
know: what any command does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import __version__, paths
from briefer.cli.failures import debugging, failure, is_broken_pipe
from briefer.errors import did_you_mean

if TYPE_CHECKING:
    from briefer.store import Store

_STORE_KEY = "briefer.store"


def _keep_store(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    """Keep the store; the one named after the command wins over the one named before it."""
    if value is not None:
        context.meta[_STORE_KEY] = value


def _print_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    """Print the version and end."""
    if value and not context.resilient_parsing:
        click.echo(f"briefer {__version__}")
        context.exit()


COMMON_OPTIONS: tuple[click.Parameter, ...] = (
    click.Option(
        ["--store"],
        type=click.Path(path_type=Path),
        metavar="PATH",
        callback=_keep_store,
        expose_value=False,
        help="The store to work on, instead of your own (or the bundled) one.",
    ),
    click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        callback=_print_version,
        expose_value=False,
        help="Print the version and exit.",
    ),
)
"""The options that the program and every command take."""


def chosen_store(context: click.Context) -> Path | None:
    """Return the store named by `--store`, or None."""
    chosen = context.meta.get(_STORE_KEY)
    return chosen if isinstance(chosen, Path) else None


def open_store(context: click.Context) -> Store:
    """Return the store to read: the one named, else the user's, else the bundled one.

    It is opened read-only: reading commands create no file. Raise StoreError if it is unfit.
    """
    from briefer.store import Store

    path = chosen_store(context) or readable_store()
    return context.with_resource(Store.open(path, read_only=True))


def readable_store() -> Path:
    """Return the user's own store, else the bundled one; raise StoreError where theirs was lost."""
    from briefer.store.backups import require_not_lost

    own = paths.user_store()
    require_not_lost(own)
    return own if own.exists() else paths.bundled_store()


class Command(click.Command):
    """A command that takes the common options."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters and the common ones."""
        return [*super().get_params(ctx), *COMMON_OPTIONS]


class LateCommands(MutableMapping[str, click.Command]):
    """Commands by name, each imported when it is asked for: no command waits for all others."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Take for each name where its command is, as `module:name`."""
        self._places = dict(places)
        self._made: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """Return a command; raise KeyError for a name that is none."""
        if name not in self._made:
            module, _, attribute = self._places[name].partition(":")
            self._made[name] = getattr(import_module(module), attribute)
        return self._made[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Add a command."""
        self._places.setdefault(name, "")
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        """Take a command away; raise KeyError for a name that is none."""
        del self._places[name]
        self._made.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """Return the names, in their order."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many commands there are."""
        return len(self._places)


class Group(click.Group):
    """The program: its commands, with expected errors turned into one line."""

    command_class = Command

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the program's own parameters and the common ones."""
        return [*super().get_params(ctx), *COMMON_OPTIONS]

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; raise Failure for what it could not do."""
        try:
            result: object = super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            if is_broken_pipe(error) or debugging():
                raise
            raise failure(error) from error
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; raise UsageError with the nearest name if there is none."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            raise click.UsageError(
                f"No such command {name!r}. {did_you_mean(name, self.commands)}", ctx
            )
        return super().resolve_command(ctx, args)
