"""What the palette lists: commands, slides and records, each as an entry that can be run.

In: the window's menus, the session, records found. Out: entries. Must not know: the field, ranking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from briefer.layout.boxes import Page
from briefer.records.base import Record
from briefer.store import Store
from briefer.ui.library.facts import SHOWN_TYPES, TYPE_ICONS, Facts, facts_of, linked_refs
from briefer.ui.session import Session

COMMANDS, SLIDES, RECORDS = "Commands", "Slides", "Records"
_MENU_ICONS = {
    "File": "file-text",
    "Edit": "pencil",
    "Insert": "plus",
    "View": "eye",
    "Briefing": "presentation",
    "Library": "books",
    "Help": "help-circle",
}
_ICONS = {
    "undo": "arrow-back-up",
    "redo": "arrow-forward-up",
    "export": "upload",
    "export-again": "upload",
    "settings": "settings",
    "find": "search",
    "delete": "trash",
    "open": "folder-open",
    "shortcuts": "keyboard",
}
_NO_SLIDES = "The briefing has no slides."
_NO_CARD = "No slide is chosen that can be changed."
_REASONS = {
    "undo": "There is nothing to undo.",
    "redo": "There is nothing to redo.",
    "export": _NO_SLIDES,
    "export-pdf": _NO_SLIDES,
    "export-handout": _NO_SLIDES,
    "export-pictures": _NO_SLIDES,
    "export-again": "This briefing was not exported yet.",
}
_NOT_NOW = "Not possible right now."


@dataclass(frozen=True)
class Entry:
    """A line of the palette. `why_not` is why it cannot be run now; `add` puts it on a slide."""

    section: str
    words: str
    run: Callable[[], object]
    key: str = ""
    note: str = ""
    icon: str = ""
    tone: str = "text2"
    why_not: str = ""
    add: Callable[[], object] | None = None
    also: str = ""
    """More words by which it is found."""

    @property
    def spoken(self) -> str:
        """The entry as assistive programs read it."""
        kind = self.section.removesuffix("s")
        return ", ".join(part for part in (kind, self.words, self.note, self.why_not) if part)


def command_entries(menus: Iterable[tuple[str, QMenu]]) -> tuple[Entry, ...]:
    """Return every command of the menus, those of submenus behind the submenu's name."""
    found: dict[str, Entry] = {}
    for name, menu in menus:
        for path, action in _leaves(menu):
            entry = _command(name, path, action)
            found.setdefault(entry.key, entry)
    return tuple(found.values())


def _leaves(menu: QMenu, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _leaves(below, (*path, plain(below.title())))
        elif not action.isSeparator() and action.isVisible():
            yield path, action


def _command(menu: str, path: Sequence[str], action: QAction) -> Entry:
    name = action.objectName()
    words = ": ".join((*path, plain(action.text())))
    chosen = "on" if action.isCheckable() and action.isChecked() else ""
    return Entry(
        COMMANDS,
        words,
        action.trigger,
        key=name or f"{menu}/{words}",
        note=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or chosen,
        icon=_ICONS.get(name) or _MENU_ICONS.get(menu, "command"),
        why_not="" if action.isEnabled() else why_not(action),
        also=menu,
    )


def why_not(action: QAction) -> str:
    """Return why a command cannot be run now: what the action says itself, else what we know."""
    said = action.statusTip()
    known = _REASONS.get(action.objectName())
    slide = plain(action.text()).casefold()
    guess = _NO_CARD if "slide" in slide or "section" in slide or "title" in slide else _NOT_NOW
    return said or known or guess


def plain(words: str) -> str:
    """Return a menu's words without the mark of its letter and without dots."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def slide_entries(session: Session) -> tuple[Entry, ...]:
    """Return the slides of the briefing as laid out, the first page of each."""
    built = session.built
    if built is None:
        return ()
    return tuple(
        Entry(
            SLIDES,
            f"Slide {page.number}, {page.title}" if page.title else f"Slide {page.number}",
            partial(_go, session, page),
            key=f"slide/{page.number}",
            icon="presentation",
        )
        for page in built.pages
        if page.part == 1
    )


def _go(session: Session, page: Page) -> None:
    session.go(session.spot_of(page))


def find_records(
    store: Store, words: str, *, types: tuple[str, ...] = SHOWN_TYPES, limit: int
) -> tuple[tuple[Record, Facts], ...]:
    """Return the records that words find, best first, with what is said of them."""
    hits = store.search(words, types=types, limit=limit).hits
    linked = store.get_many(linked_refs([hit.record for hit in hits]))
    return tuple((hit.record, facts_of(hit.record, linked)) for hit in hits)


def record_entries(
    found: Iterable[tuple[Record, Facts]],
    *,
    show: Callable[[Record], object],
    add: Callable[[Record], object],
) -> tuple[Entry, ...]:
    """Return records as entries: running one shows it in the library."""
    return tuple(
        Entry(
            RECORDS,
            facts.name,
            partial(show, record),
            key=record.id,
            note=facts.citation or "Uncited",
            icon=TYPE_ICONS[facts.type],
            tone=facts.type,
            add=partial(add, record),
        )
        for record, facts in found
    )
