"""What is done in the processes that are killed; each change that was acknowledged is told.

A work takes what tells and words, and returns an exit status. Steps are numbered through, so that
whoever looks afterwards knows what each of them left (`tests.crash.steps`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize

from briefer import paths, pipeline
from briefer.citations.csl import Shelf
from briefer.cli.main import briefer
from briefer.compose.kinds import SLIDE_KINDS
from briefer.publish import export_pictures, painting
from briefer.settings import load_settings, save_settings
from briefer.store import Store
from briefer.store.backups import backup_folder, backups_of, make_backup
from briefer.store.restoring import restore_backup
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import BriefingFile, load_briefing, save_briefing
from briefer.storyboard.history import History
from briefer.storyboard.journal import Journal
from briefer.template.reader import read_template
from briefer.ui.again import Exports
from briefer.ui.autosave import Autosave, recover
from briefer.ui.instance import Instance
from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.places import Places
from briefer.ui.tasks import Lane
from briefer.ui.undo_file import UndoFile
from tests.crash.steps import EDITS

Tell = Callable[[str], None]


def command(tell: Tell, *arguments: str) -> int:
    """Run the program with arguments, as `briefer` on the command line does."""
    status = 0
    try:
        briefer.main(args=list(arguments), prog_name="briefer")
    except SystemExit as ending:
        status = int(ending.code or 0)
    if status == 0:
        tell("done")
    return status


def change(tell: Tell, store: str, word: str, steps: str) -> int:
    """Change records and texts of a library in so many steps."""
    with Store.open(Path(store), timeout=30) as opened:
        for step in range(int(steps)):
            EDITS[step % len(EDITS)](opened, f"{word}-{step // len(EDITS)}")
            tell(str(step))
    return 0


def open_store(tell: Tell, store: str) -> int:
    """Open a library, which upgrades it."""
    Store.open(Path(store)).close()
    tell("done")
    return 0


def care(tell: Tell, store: str, steps: str) -> int:
    """Make backups, and restore every other one."""
    path = Path(store)
    for step in range(int(steps)):
        if step % 2 == 0:
            tell(make_backup(path, backup_folder(path)).name)
        else:
            kept = restore_backup(backups_of(path)[0], path)
            tell(kept.name if kept else "none")
    return 0


def edit(tell: Tell, folder: str, word: str, steps: str) -> int:
    """Retitle the briefing saved last so often, each time saved with the steps of undo.

    Every other time also a copy is saved. The window's own parts do it, but no window is there.
    """
    application = QCoreApplication([])
    places = Places(paths.bundled_store(), paths.bundled_templates(), Path(folder), Path())
    instance = Instance(places.user_folder)
    if not instance.claim(places.store):
        return 2
    last = recover(places.autosave, kinds=SLIDE_KINDS) or BriefingFile(Briefing("start"))
    history = History(last.briefing)
    undo = UndoFile(places.undo, "library", lambda: Journal(history))
    journal = undo.read(last.briefing, kinds=SLIDE_KINDS)
    history = journal.history if journal else history
    lane = Lane[None]("files", lambda: None, failed=_raised)
    autosave = Autosave(places.autosave, lane, lambda: BriefingFile(history.briefing), undo=undo)
    for step in range(int(steps)):
        history = history.do(edits.set_briefing(history.briefing, title=f"{word} {step}"))
        autosave.touch()
        autosave.save_now()
        while autosave.saved.state == "saving":
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if autosave.saved.error is not None:
            raise autosave.saved.error
        tell(history.briefing.title)
        if step % 2:
            save_briefing(places.user_folder / "copy.briefing", BriefingFile(history.briefing))
            tell(f"copy {history.briefing.title}")
    lane.close(drain=True)
    instance.release()
    return 0


def keep(tell: Tell, folder: str, style: str, first: str, steps: str) -> int:
    """Keep settings, the window's layout, a style and where was exported to, numbered through."""
    places = Places(Path(), Path(), Path(folder), Path())
    for number in range(int(first), int(first) + int(steps)):
        settings = replace(load_settings(places.settings), author=f"Author {number}" * 20)
        save_settings(settings, places.settings)
        tell(f"settings {number}")
        layout = LayoutMemory(places.user_folder / "layout.json")
        layout.size = QSize(1000 + number, 800)
        layout.save()
        tell(f"layout {number}")
        exports = Exports(places.user_folder / "exports.json")
        exports.remember(f"Briefing {number}", places.settings)
        tell(f"exports {number}")
        Shelf(places.styles).add(Path(style), replace=True)
        tell(f"style {number}")
    return 0


def export(tell: Tell, briefing: str, target: str, author: str) -> int:
    """Export a briefing as a deck, through the pipeline."""
    file = load_briefing(Path(briefing), kinds=SLIDE_KINDS)
    template = read_template(paths.bundled_templates() / "light.pptx")
    with Store.open(paths.bundled_store(), read_only=True) as store:
        records = pipeline.gather(store, file.briefing, file.snapshot)
    built = pipeline.build(file.briefing, records, template)
    pipeline.export_deck(built, template, Path(target), author=author, overwrite=True)
    tell("done")
    return 0


def _raised(error: Exception) -> None:
    raise error


WORKS: Mapping[str, Callable[..., int]] = {
    "care": care,
    "change": change,
    "command": command,
    "edit": edit,
    "export": export,
    "keep": keep,
    "open": open_store,
}

LOADED = (export_pictures, painting)
"""What the commands load only when they need it, loaded before anything is forked off."""
