"""What `export` is to write, and where: checked as far as can be before anything is made.

In: the paths of the command line. Out: the same, or an error that names the one that will not do.
Must not know: how any of them is written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from briefer.errors import ExportError

_KINDS = {"deck": ".pptx", "PDF": ".pdf", "handout": ".pdf"}


@dataclass(frozen=True)
class Targets:
    """The files to write, and the folder and width in pixels of pictures; None is not wanted."""

    deck: Path | None
    pdf: Path | None
    handout: Path | None
    pictures: Path | None
    width: int

    @property
    def files(self) -> dict[str, Path]:
        """The files by what they are."""
        files = {"deck": self.deck, "PDF": self.pdf, "handout": self.handout}
        return {what: path for what, path in files.items() if path is not None}

    @property
    def painted(self) -> bool:
        """Whether anything is wanted that is painted."""
        return any((self.pdf, self.handout, self.pictures))


def check_targets(targets: Targets, inputs: Sequence[Path | None]) -> None:
    """Raise UsageError or ExportError where the targets cannot be meant as they stand."""
    if not targets.files and targets.pictures is None:
        raise click.UsageError(
            "Say what to write: -o DECK, --pdf FILE, --handout FILE or --png DIR."
        )
    for what, path in targets.files.items():
        refuse_inputs(what, path, inputs)
        _refuse_other_kinds(what, path)
    if targets.pdf and targets.handout and targets.pdf.absolute() == targets.handout.absolute():
        raise click.UsageError("--pdf and --handout name the same file.")


def check_places(targets: Targets, names: Sequence[str], *, overwrite: bool) -> None:
    """Raise ExportError where one of the targets cannot be written, before the first one is.

    `names` are those of the pictures.
    """
    from briefer.writers.folder import check_folder
    from briefer.writers.target import check_target

    for path in targets.files.values():
        check_target(path, overwrite=overwrite)
    if targets.pictures is not None:
        check_folder(targets.pictures, names, overwrite=overwrite)


def _refuse_other_kinds(what: str, target: Path) -> None:
    """Raise ExportError for a name that programs would not take for what is written."""
    kind = _KINDS[what]
    if target.name and not target.is_dir() and target.suffix.lower() != kind:
        raise ExportError(
            f"{target} is no name for a {what}.", hint=f"Give a name that ends in {kind}."
        )


def refuse_inputs(what: str, target: Path, inputs: Iterable[Path | None]) -> None:
    """Raise ExportError where the target would replace what it is made from, even by force."""
    for path in inputs:
        with contextlib.suppress(OSError):
            if path is not None and target.samefile(path):
                raise ExportError(
                    f"{target} is what the {what} is made from.",
                    hint=f"Give the {what} another name.",
                )
