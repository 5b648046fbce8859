"""The settings: what is chosen counts at once, there is nothing to confirm.

In: the preferences, the library. Out: other preferences. Must not know: who uses a setting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.settings import STATISTIC_YEARS, TEXT_SCALES, Settings
from briefer.ui.dialogs.library_care import LibraryCarePage
from briefer.ui.dialogs.settings_parts import Options, Page, PageButton
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.menus import THEME_WORDS
from briefer.ui.preferences import Preferences
from briefer.ui.shortcuts.keymap import KeyMap
from briefer.ui.shortcuts.page import ShortcutsPage
from briefer.ui.shortcuts.rules import shown_keys
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.checks import CheckBox
from briefer.ui.widgets.file_dialog import FileDialog
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.surface import Surface

_TWO_COLUMNS = 560
_NAV = 168
_ANY_WIDTH = 16_777_215
_PAGES = (
    ("general", "General", "settings"),
    ("look", "Look", "palette"),
    ("export", "Export", "upload"),
    ("library", "Library", "database"),
    ("keyboard", "Keyboard", "keyboard"),
    ("privacy", "Privacy", "shield"),
)
_STARTS = (
    ("last", "The briefing I left"),
    ("sample", "The sample"),
    ("new", "An empty briefing"),
)
_DENSITIES = (
    ("comfortable", "Comfortable"),
    ("compact", "Compact: one line a record"),
)
_PRIVACY = (
    "Briefer opens no network connection and no socket of its own. There is no account, no "
    "telemetry, no crash report that is sent, and no look for updates.",
    "Library, briefings, decks, settings and log are files on this laptop. Decks carry the author "
    "and office given here, and which record and source each statement came from; "
    "`briefer inspect` shows it.",
    "A fault is written to the log in your folder. The report in its dialog is copied by you, or "
    "by nobody.",
)


class SettingsDialog(Sheet, Styled):
    """Pages of settings beside the buttons that lead to them."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        preferences: Preferences,
        *,
        care: LibraryCarePage,
        keymap: KeyMap,
    ) -> None:
        super().__init__(look, parent, "Settings", "What you change counts at once.")
        self._preferences = preferences
        self._keymap = keymap
        self._nav = Surface(look, "app", edges="r")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self.pages: dict[str, QWidget] = {
            "general": self._general(),
            "look": self._appearance(),
            "export": self._export(),
            "library": care,
            "keyboard": ShortcutsPage(look, keymap),
            "privacy": self._privacy(),
        }
        self.buttons = {name: PageButton(look, words, icon=icon) for name, words, icon in _PAGES}
        self._lay_out()
        close = Button(look, "Close", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close, main=True)
        self.restyle()
        self.show_page("general")
        self.arrange(760, 560)

    def _lay_out(self) -> None:
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._flow = FlowLayout(self._nav)
        group = QButtonGroup(self)
        for name, button in self.buttons.items():
            self._flow.addWidget(button)
            group.addButton(button)
            button.toggled.connect(lambda on, name=name: self.show_page(name) if on else None)
        self._stack = QVBoxLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        for page in self.pages.values():
            self._stack.addWidget(page)
        self._stack.addStretch(1)
        self._columns.addWidget(self._nav)
        self._columns.addLayout(self._stack, 1)

    @override
    def restyle(self) -> None:
        """Take margins from the look, and the size once all parts took theirs."""
        px = self.look.px
        self._flow.setContentsMargins(px(14), px(14), px(14), px(14))
        self._flow.set_gap(px(4))
        self._fold()
        QTimer.singleShot(0, self, lambda: self.arrange(760, 560))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons over the page where room is short."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px, direction = self.look.px, QBoxLayout.Direction
        beside = self.width() >= px(_TWO_COLUMNS)
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._nav.setMinimumWidth(px(_NAV) if beside else 0)
        self._nav.setMaximumWidth(px(_NAV) if beside else _ANY_WIDTH)
        self._nav.set_edges("r" if beside else "b")

    def show_page(self, name: str) -> None:
        """Show another page."""
        self.buttons[name].setChecked(True)
        for own, page in self.pages.items():
            page.setVisible(own == name)

    # Pages

    def _general(self) -> Page:
        page, now = Page(self.look, "General"), self._preferences.settings
        self.start_with = Options(self.look, "Start with", _STARTS)
        self._bind(self.start_with, now.start_with, lambda s, v: replace(s, start_with=str(v)))
        hint = "The briefing you left is kept, whatever you start with."
        page.field("Start with", self.start_with, hint=hint)
        self.author = self._line(now.author, lambda s, words: replace(s, author=words))
        page.field("Author", self.author, hint="Named in the properties of exported files.")
        self.office = self._line(now.office, lambda s, words: replace(s, office=words))
        page.field("Office", self.office, hint="Named behind the author.")
        ages = [
            (years, f"{years} {'year' if years == 1 else 'years'}") for years in STATISTIC_YEARS
        ]
        self.ages = Options(self.look, "Statistics may be as old as", ages)
        self._bind(self.ages, now.statistic_years, lambda s, v: replace(s, statistic_years=int(v)))
        hint = "The checks tell of older ones, counted back from the briefing's date."
        page.field("Statistics may be as old as", self.ages, hint=hint)
        return page

    def _appearance(self) -> Page:
        page, now = Page(self.look, "Look"), self._preferences.settings
        self.theme = Options(self.look, "Theme", THEME_WORDS.items())
        self._bind(self.theme, now.theme, lambda s, v: replace(s, theme=str(v)))
        page.field("Theme", self.theme)
        sizes = [(size, f"{size} %") for size in TEXT_SCALES]
        self.text_size = Options(self.look, "Text size", sizes)
        self._bind(self.text_size, now.text_scale, lambda s, v: replace(s, text_scale=int(v)))
        page.field("Text size", self.text_size, hint=self._size_keys())
        self.density = Options(self.look, "Density of cards", _DENSITIES)
        self._bind(self.density, now.density, lambda s, v: replace(s, density=str(v)))
        page.field("Density of cards", self.density, hint="How the library lists its records.")
        self.still = CheckBox(self.look, "Reduce motion")
        self.still.setChecked(now.reduce_motion)
        self.still.toggled.connect(lambda on: self._keep(lambda s: replace(s, reduce_motion=on)))
        page.box(self.still, hint="No fading menus, no sliding lists, no blinking cursor.")
        return page

    def _size_keys(self) -> str:
        """Return the keys that change the text size, in a sentence; "" where there are none."""
        keys = [*self._keymap.keys("larger")[:1], *self._keymap.keys("smaller")[:1]]
        return f"Also with {' and '.join(map(shown_keys, keys))} at any time." if keys else ""

    def _export(self) -> Page:
        page, now = Page(self.look, "Export"), self._preferences.settings
        self.folder = self._line(
            now.export_folder, lambda s, words: replace(s, export_folder=words.strip())
        )
        self.folder.setPlaceholderText("The folder used last, at first your documents")
        page.field("Folder for exported files", self.folder)
        browse = Button(self.look, "Browse", icon="folder-open", name="Browse for a folder")
        browse.clicked.connect(self._browse)
        page.box(browse)
        self.open_after = CheckBox(self.look, "Open folder when finished")
        self.open_after.setChecked(now.open_after_export)
        self.open_after.toggled.connect(
            lambda on: self._keep(lambda s: replace(s, open_after_export=on))
        )
        page.box(self.open_after, hint="Each export can be told otherwise.")
        return page

    def _privacy(self) -> Page:
        page = Page(self.look, "Privacy")
        page.say("Nothing leaves this laptop.", role="heading", tone="text")
        for words in _PRIVACY:
            page.say(words)
        return page

    # Keeping

    def _keep(self, change: Callable[[Settings], Settings]) -> None:
        self._preferences.keep(change(self._preferences.settings))

    def _line(self, words: str, change: Callable[[Settings, str], Settings]) -> QLineEdit:
        line = QLineEdit(words)
        self.look.dress(line)
        line.textEdited.connect(lambda text: self._keep(lambda s: change(s, text)))
        return line

    def _bind(
        self,
        options: Options,
        value: str | int,
        change: Callable[[Settings, str | int], Settings],
    ) -> None:
        options.show_value(value)
        options.currentIndexChanged.connect(
            lambda _: self._keep(lambda s: change(s, options.value))
        )

    def _browse(self) -> None:
        dialog = FileDialog(self.look, self, "Folder for exported files", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._choose_folder(str(Path(name))))
        dialog.open()

    def _choose_folder(self, name: str) -> None:
        self.folder.setText(name)
        self._keep(lambda s: replace(s, export_folder=name))
