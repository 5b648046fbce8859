"""Every command of the window in one table: it feeds menus, shortcuts and the shortcut sheet.

In: nothing. Out: `Actions`, a QAction for each. Must not know: what the commands do.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.presets import PRESETS
from briefer.records import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name in code, its words, its keys, its menu, the submenu there.

    `parted` tells that a separator precedes.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    parted: bool = False
    sub: str = ""


_NETWORK = "Network &picture"
_GRID = "Grid si&ze"
_PANELS = "P&anels"
_TEXT = "Te&xt size"

COMMANDS: tuple[Command, ...] = (
    Command("new", "&New briefing", ("Ctrl+N",), "File"),
    *(
        Command(
            f"new-{preset.name}", f"New {preset.label[:1].lower()}{preset.label[1:]}", (), "File"
        )
        for preset in PRESETS.values()
    ),
    Command("open", "&Open…", ("Ctrl+O",), "File", parted=True),
    Command("open-sample", "Open &sample", (), "File"),
    Command("save-copy", "Save a &copy…", ("Ctrl+Shift+S",), "File", parted=True),
    Command("export", "&Export…", ("Ctrl+E",), "File", parted=True),
    Command("export-again", "Export a&gain", ("Ctrl+Shift+E",), "File"),
    Command("export-pdf", "Export &PDF…", (), "File"),
    Command("export-handout", "Export &handout…", ("Ctrl+P",), "File"),
    Command("export-pictures", "Export p&ictures…", (), "File"),
    Command("quit", "&Quit", ("Ctrl+Q",), "File", parted=True),
    Command("undo", "&Undo", ("Ctrl+Z",), "Edit"),
    Command("redo", "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "Edit"),
    Command("rename", "Edit &title", ("F2",), "Edit", parted=True),
    Command("cut", "Cu&t", ("Ctrl+X",), "Edit", parted=True),
    Command("copy", "&Copy", ("Ctrl+C",), "Edit"),
    Command("paste", "&Paste", ("Ctrl+V",), "Edit"),
    Command("select-all", "Select &all slides", ("Ctrl+A",), "Edit"),
    Command("duplicate", "&Duplicate slide", ("Ctrl+D",), "Edit", parted=True),
    Command("delete", "De&lete slide", ("Del",), "Edit"),
    Command("move-left", "Move slide &back", ("Alt+Left",), "Edit", parted=True),
    Command("move-right", "Move slide &forward", ("Alt+Right",), "Edit"),
    Command("section-left", "To pre&vious section", ("Alt+Shift+Left",), "Edit"),
    Command("section-right", "To ne&xt section", ("Alt+Shift+Right",), "Edit"),
    Command("rename-section", "Rename &section…", (), "Edit", parted=True),
    Command("delete-section", "Remove section &heading", (), "Edit"),
    Command("section-up", "Move section &up", (), "Edit"),
    Command("section-down", "Move section do&wn", (), "Edit"),
    Command("find", "&Find in library", ("Ctrl+F",), "Edit", parted=True),
    Command("settings", "Settin&gs…", ("Ctrl+,",), "Edit", parted=True),
    Command("new-slide", "&New slide", ("Ctrl+M",), "Insert"),
    Command("choose-kind", "Choose &kind of slide…", ("Ctrl+Shift+M",), "Insert"),
    *(
        Command(
            f"insert-{kind.name}", f"{kind.label} slide", (), "Insert", parted=kind.name == "title"
        )
        for kind in SLIDE_KINDS.values()
        if not kind.added_by_itself
    ),
    Command("timeline-slide", "Timeline slide from se&lection", ("Ctrl+Shift+T",), "Insert"),
    Command("network-slide", "Network slide from selection", (), "Insert"),
    Command("section", "&Section…", (), "Insert", parted=True),
    Command("list", "L&ist", ("Ctrl+1",), "View"),
    Command("timeline", "Ti&meline", ("Ctrl+2",), "View"),
    Command("network", "Net&work", ("Ctrl+3",), "View"),
    Command(
        "network-neighbors", "Neighbors on network slides", (), "View", parted=True, sub=_NETWORK
    ),
    Command("network-path", "Path between two actors", (), "View", sub=_NETWORK),
    Command("arrange-force", "Network by forces", (), "View", sub=_NETWORK),
    Command("arrange-layers", "Network in layers", (), "View", sub=_NETWORK),
    Command("arrange-circle", "Network in a circle", (), "View", sub=_NETWORK),
    Command("network-reset", "Put moved actors back", (), "View", sub=_NETWORK),
    Command("strip", "St&rip", ("Ctrl+4",), "View", parted=True),
    Command("outline", "&Outline", ("Ctrl+5",), "View"),
    Command("grid", "&Grid", ("Ctrl+6",), "View"),
    Command("grid-small", "Grid with small slides", (), "View", sub=_GRID),
    Command("grid-medium", "Grid with medium slides", (), "View", sub=_GRID),
    Command("grid-large", "Grid with large slides", (), "View", sub=_GRID),
    Command("previous", "&Previous slide", ("PgUp",), "View", parted=True),
    Command("next", "&Next slide", ("PgDown",), "View"),
    Command("go-to", "Go to sli&de…", ("Ctrl+G",), "View"),
    Command("citations", "&Citations on slide", (), "View", parted=True),
    Command("reading-order", "Readin&g order", (), "View"),
    Command("zoom-fit", "&Fit"),
    Command("zoom-50", "&50 %"),
    Command("zoom-100", "&100 %"),
    Command("zoom-200", "&200 %"),
    Command("zoom-in", "Zoom &in"),
    Command("zoom-out", "Zoom &out"),
    Command("commands", "&Commands…", ("Ctrl+K",), "View", parted=True),
    Command("go-library", "Go to &library", ("Alt+1",), "View", sub=_PANELS),
    Command("go-stage", "Go to &stage", ("Alt+2",), "View", sub=_PANELS),
    Command("go-inspector", "Go to &inspector", ("Alt+3",), "View", sub=_PANELS),
    Command("go-storyboard", "Go to st&oryboard", ("Alt+4",), "View", sub=_PANELS),
    Command("next-region", "Next &region", ("F6",), "View", parted=True, sub=_PANELS),
    Command("previous-region", "Previous r&egion", ("Shift+F6",), "View", sub=_PANELS),
    Command("resize-panels", "Resize &panels", ("Ctrl+F6",), "View", sub=_PANELS),
    Command("reset-layout", "Reset layo&ut", (), "View"),
    Command("full-screen", "Full scr&een", ("F11",), "View"),
    Command("larger", "&Larger text", ("Ctrl++", "Ctrl+="), "View", parted=True, sub=_TEXT),
    Command("smaller", "&Smaller text", ("Ctrl+-",), "View", sub=_TEXT),
    Command("usual-size", "Text at &100 %", ("Ctrl+0",), "View", sub=_TEXT),
    Command("details", "&Properties…", (), "Briefing"),
    Command("template", "&Template…", (), "Briefing"),
    Command("checks", "&Checks", ("F7",), "Briefing", parted=True),
    Command("next-finding", "&Next finding", ("F8",), "Briefing"),
    Command("previous-finding", "&Previous finding", ("Shift+F8",), "Briefing"),
    Command("fix", "Fi&x finding", ("Ctrl+.",), "Briefing"),
    Command("fix-all", "Fix &automatically", (), "Briefing"),
    Command("draft-notes", "&Draft notes from citations", (), "Briefing", parted=True),
    Command("present", "P&resent", ("F5",), "Briefing", parted=True),
    Command("present-here", "Present from &here", ("Shift+F5",), "Briefing"),
    Command("rehearse", "Re&hearse", ("Ctrl+F5",), "Briefing"),
    *(
        Command(f"new-record-{name}", f"New {'&' if name != 'statistic' else ''}{name}…")
        for name in RECORD_TYPES
    ),
    Command("edit-record", "&Edit record…", (), "Library"),
    Command("cite", "Add &citation…", ("Ctrl+Shift+C",), "Library"),
    Command("related", "&Related records…", (), "Library"),
    Command("duplicate-record", "D&uplicate record", (), "Library"),
    Command("merge-records", "&Merge records…", (), "Library"),
    Command("delete-record", "De&lete record", (), "Library"),
    Command("show-in-briefing", "Show in &briefing", (), "Library", parted=True),
    Command("find-duplicates", "&Find duplicates…", (), "Library", parted=True),
    Command("deleted-records", "Deleted recor&ds…", (), "Library"),
    Command("sources", "&Sources…", (), "Library"),
    Command("import-sources", "&Import sources…", (), "Library"),
    Command("export-sources", "E&xport sources…", (), "Library"),
    Command("topics", "&Topics…", (), "Library"),
    Command("check-quotations", "Check &quotations…", (), "Library"),
    Command("shortcuts", "&Keyboard shortcuts", ("F1", "Ctrl+/"), "Help"),
    Command("about", "&About Briefer", (), "Help"),
)

OTHER_KEYS: tuple[tuple[str, str, str], ...] = (
    ("Panels", "The key of a panel once more", "Hide the panel that has the keyboard"),
    ("Panels", "Left, Right, Home, End on an edge", "Make the panel wider or narrower"),
    ("Commands", "Enter", "Run the command, go to the slide, show the record"),
    ("Commands", "Ctrl+Enter", "Add the record to the briefing"),
    ("Commands", "> # @", "Look for commands, slides or actors only"),
    ("Library", "Down, Enter in the search field", "Go to the records found"),
    ("Library", "Enter", "Add the record as a slide behind the current one"),
    ("Library", "Shift+Enter", "Add the record to the current slide"),
    ("Library", "Space", "Read the record with its citations, again to close"),
    ("Library", "F2", "Edit the record"),
    ("Library", "Esc in the search field", "Clear the search"),
    ("Timeline", "Left, Right, Up, Down", "Go to another date, to another lane"),
    ("Timeline", "Space, Shift+arrows", "Select a record, or all up to it"),
    ("Timeline", "+, -, 0", "Zoom in, zoom out, go to the busiest dates"),
    ("Timeline", "Enter", "Add one slide of what is selected"),
    ("Timeline", "Esc", "Select nothing; with nothing selected go to the list"),
    ("Network", "Arrows", "Go to the nearest actor that way"),
    ("Network", "Ctrl+Arrows", "Move the actor"),
    ("Network", "Space", "Choose the actor besides others, or no longer"),
    ("Network", "Tab, Enter on a connection", "Read the connections, go to the other actor"),
    ("Network", "N, F", "Take neighbors along or not, choose who is between two actors"),
    ("Network", "+, -, 0", "Zoom in, zoom out, show all"),
    ("Network", "Enter, Shift+Enter", "Add a network slide, add to the current slide"),
    ("Network", "Esc", "Choose one actor alone; with one alone go to the list"),
    ("Slide", "+, -, 0", "Zoom in, zoom out, fit"),
    ("Slide", "Enter", "Show the citations of the slide; arrows go from one to the next"),
    ("Presenting", "Right, Left, Home, End, a number and Enter", "Go to another slide"),
    ("Presenting", "B", "Black screen and back"),
    ("Storyboard", "Left, Right, Up, Down, Home, End", "Go to another slide"),
    ("Storyboard", "Shift or Ctrl with these or a click", "Choose several slides"),
    ("Storyboard", "Enter", "Edit the title, in the outline in place"),
    ("Storyboard", "Left, Right in the outline", "Fold and unfold"),
    ("Storyboard", "Alt+Up, Alt+Down in the outline", "Move slides, or a section"),
    ("Storyboard", "Ctrl while dragging", "Copy instead of move"),
)
"""Keys that belong to one panel, for the shortcut sheet."""

SLIDE_PANEL_COMMANDS = (
    *("delete", "previous", "next"),
    *("cut", "copy", "paste", "select-all"),
)
"""Commands whose keys count only in the stage and the storyboard: text fields have the same."""


class Actions(QObject):
    """A QAction for each command, by its name."""

    def __init__(self) -> None:
        super().__init__()
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.words, self)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            self._actions[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a command."""
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Return all actions in the order of the table."""
        return tuple(self._actions.values())

    def of_menu(self, menu: str) -> tuple[tuple[QAction, Command], ...]:
        """Return the actions of a menu, each with its command."""
        return tuple(
            (self._actions[command.name], command) for command in COMMANDS if command.menu == menu
        )
