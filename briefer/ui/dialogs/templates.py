"""The chooser of templates: the house templates and an agency's own, shown with the user's slides.

In: the session. Out: one edit of the briefing. Must not know: how a template is read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefer.pipeline import Built
from briefer.storyboard import edits
from briefer.template.house import HOUSE_TEMPLATES, SUFFIXES
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.dialogs.template_card import TemplateCard
from briefer.ui.dialogs.template_trial import Trial, template_label, try_template
from briefer.ui.paint import box, painting
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.file_dialog import FileDialog
from briefer.ui.widgets.labels import Label

FILE_FILTER = "PowerPoint template (*.potx *.pptx)"
_HOUSE = {
    "light": "Built in, accessible",
    "sans": "Built in, prints well",
    "high-contrast": "Built in, strongest contrast",
}
_WIDTH = 980
_COLUMNS = ((4, 860), (3, 560), (2, 0))
"""So many cards stand side by side from a width on, in px of the design."""


class TemplatesDialog(Sheet):
    """A card for each template; the one chosen counts when it is confirmed."""

    def __init__(
        self, look: Look, parent: QWidget | None, session: Session, *, built: Built
    ) -> None:
        words = "Previews use this briefing. Switching never changes your wording or citations."
        super().__init__(look, parent, "Templates", words)
        self._session = session
        self._built = built
        self.cards: list[TemplateCard] = []
        self._group = QButtonGroup(self)
        self.own = _OwnTemplate(look)
        self._grid = QGridLayout()
        self._lay_out()
        self.cancel = Button(look, "Cancel", height=34)
        self.use = Button(look, "Use template", weight="primary", height=34)
        self.cancel.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)
        self.add_button(self.cancel)
        self.add_button(self.use, main=True)
        self.setAcceptDrops(True)
        self.own.chosen.connect(self.try_file)
        self._begin(session.briefing.template)
        self._arrange()

    def _arrange(self) -> None:
        """Take the size of the cards, as far as the window has room."""
        parent = self.parentWidget()
        room = parent.window().width() if parent else self.look.px(_WIDTH)
        self._place_cards(min(self.look.px(_WIDTH), room))
        self._column.activate()
        self.arrange(_WIDTH)

    def _place_cards(self, width: int) -> None:
        """Set the cards side by side, each as high as its slides are at its width."""
        px, count = self.look.px, len(self.cards)
        columns = next(n for n, least in _COLUMNS if width >= px(least) and n <= max(count, 2))
        room = width - 2 * px(22) - (columns - 1) * px(14)
        for place, card in enumerate(self.cards):
            card.setFixedHeight(card.height_at(room // columns))
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards follow the width."""
        super().resizeEvent(event)
        self._place_cards(self.width())

    def _lay_out(self) -> None:
        px = self.look.px
        self._column = column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(18), px(22), px(18))
        column.setSpacing(px(14))
        self._grid.setSpacing(px(14))
        column.addLayout(self._grid)
        column.addWidget(self.own)
        column.addStretch(1)
        for name in HOUSE_TEMPLATES:
            self._add_card(name, told=_HOUSE.get(name, "Built in"))

    def _begin(self, current: str) -> None:
        """Show the templates, that of the briefing chosen."""
        wanted = current or next(iter(HOUSE_TEMPLATES))
        if wanted not in HOUSE_TEMPLATES:
            self._add_card(wanted, told="Your own")
        for card in self.cards:
            card.setChecked(card.template == wanted)
            self._ask(card)
        self._show_choice()

    def _add_card(self, name: str, *, told: str) -> TemplateCard:
        card = TemplateCard(self.look, name, template_label(name), told=told)
        self.cards.append(card)
        self._group.addButton(card)
        card.toggled.connect(lambda _: self._show_choice())
        return card

    def _ask(self, card: TemplateCard) -> None:
        """Have the first slides painted on a template."""
        self._try(card.template, lambda trial: self._show_trial(card, trial))

    def _try(self, name: str, done: Callable[[Trial], None]) -> None:
        built, pictures = self._built, self._session.places.pictures
        styles = self._session.styles
        Query(
            self._session.pages_lane,
            lambda templates: try_template(
                templates, name, built, pictures=pictures, styles=styles
            ),
            done,
        )

    def _show_trial(self, card: TemplateCard, trial: Trial) -> None:
        card.show_pictures(trial.pictures)
        if card.template not in HOUSE_TEMPLATES:
            card.tell(trial.words if trial.fits else "Cannot be used")

    # An agency's own

    def try_file(self, path: Path) -> None:
        """Read a template, show what of it fits; one that serves becomes a card, and is chosen."""
        self.own.tell(f"Reading {path.name}…", tone="text2")
        self._try(str(path), self._tried)

    def _tried(self, trial: Trial) -> None:
        file = Path(trial.name).name
        if not trial.fits:
            told = f"{trial.problem}\n{trial.words}." if trial.matched else trial.problem
            self.own.tell(told, tone="danger")
            announce(self, told)
            return
        card = next((card for card in self.cards if card.template == trial.name), None)
        card = card or self._add_card(trial.name, told=trial.words)
        self._show_trial(card, trial)
        card.setChecked(True)
        self.own.tell(f"{file}: {trial.words}.", tone="success")
        announce(self, f"{file}: {trial.words}.")
        self._arrange()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file of a template."""
        if _files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Try the file that was let go."""
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.try_file(files[0])

    # The choice

    @property
    def chosen(self) -> str:
        """The name or path of the template chosen."""
        return next(card.template for card in self.cards if card.isChecked())

    def _show_choice(self) -> None:
        if any(card.isChecked() for card in self.cards):
            self.use.set_words(f"Use {template_label(self.chosen)}")

    def _use(self) -> None:
        briefing = self._session.briefing
        if self.chosen != (briefing.template or next(iter(HOUSE_TEMPLATES))):
            self._session.do(edits.set_briefing(briefing, template=self.chosen))
        self.finish()


class _OwnTemplate(QWidget):
    """The row that takes an agency's template."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.choose = Button(look, "Choose file", icon="folder-open", height=34)
        self.choose.setAccessibleName("Choose your agency's own template")
        self.told = Label(
            look,
            "Drop a .pptx or .potx here. Briefer matches its layouts and shows what is missing.",
            role="meta",
            tone="text2",
            wrap=True,
        )
        texts = QVBoxLayout()
        texts.setSpacing(look.px(2))
        texts.addWidget(Label(look, "Use your agency’s own template", role="heading"))
        texts.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(46), look.px(12), look.px(14), look.px(12))
        row.setSpacing(look.px(12))
        row.addLayout(texts, 1)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self._ask)

    def tell(self, words: str, *, tone: str) -> None:
        """Say how it went."""
        self.told.setText(words)
        self.told.set_tone(tone)
        self.choose.setAccessibleDescription(words)

    def _ask(self) -> None:
        dialog = FileDialog(self._look, self, "Choose a template")
        dialog.setNameFilter(FILE_FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        dialog.open()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the icon."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            fill, line = look.color("panel"), look.color("border_strong")
            box(painter, area, px(10), fill=fill, line=line)
            icon = look.icon("file-upload", "accent", 20, dpr=self.devicePixelRatioF())
            painter.drawPixmap(px(15), round((area.height() - px(20)) / 2), icon)


def _files(event: QDropEvent) -> list[Path]:
    """Return the template files that are dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
