"""Checks and stage put to work: their commands, and the places in other panels that they open.

In: the window's parts. Out: nothing; it connects. Must not know: how the parts look.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from briefer.errors import TemplateError
from briefer.ui.checks.checking import Checking
from briefer.ui.present import Presenting
from briefer.ui.stage.tools import StageTools
from briefer.ui.views import LIST

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class BriefingTools(QObject):
    """The controllers of checks and stage."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions, session = window.actions_by_name, window.session
        self.stage = StageTools(window.look, window.stage, session, actions)
        self.stage.put_into(window.menus.by_name["View"])
        self.presenting = Presenting(window.look, window, session, actions)
        actions["draft-notes"].triggered.connect(lambda _=False: window.stage.notes.draft_notes())
        for name in ("checks", "next-finding", "previous-finding"):
            actions[name].triggered.connect(lambda _=False: self._show_stage())
        self.checking = Checking(
            window.right,
            window.body,
            session,
            actions,
            places={
                "title": window.inspector.focus_title,
                "wording": lambda: self.show_field("", ""),
                "details": window.commands.show_details,
                "marking": window.commands.show_marking,
                "settings": window.actions_by_name["settings"].trigger,
                "card-marking": window.inspector.focus_marking,
                "template": self.choose_template,
            },
        )
        window.right.checks.export_wanted.connect(window.commands.export)
        window.status.checks_wanted.connect(self.checking.show_checks)
        window.status.details_wanted.connect(window.commands.show_marking)
        self.stage.record_wanted.connect(lambda ref: window.records.edit(ref))
        window.right.checks.record_wanted.connect(
            lambda ref, turn: window.records.edit(ref, turn_to=turn)
        )
        self.stage.field_wanted.connect(self.show_field)
        actions["template"].triggered.connect(lambda _=False: self.choose_template())

    def _show_stage(self) -> None:
        """Leave a view of the library that covers stage and panels."""
        if self._window.views.current != LIST:
            self._window.views.go(LIST)

    def choose_template(self, path: Path | None = None) -> None:
        """Open the chooser of templates, over whichever dialog asked for it; try a file in it."""
        window = self._window
        built = window.session.built
        if built is None or not built.pages:
            window.reporter.show(
                TemplateError(
                    "There is no slide yet that could be shown on a template.",
                    hint="Add a slide first; then choose the template.",
                )
            )
            return
        from briefer.ui.dialogs.templates import TemplatesDialog

        over = QApplication.activeModalWidget() or window
        dialog = TemplatesDialog(window.look, over, window.session, built=built)
        dialog.open()
        if path is not None:
            dialog.try_file(path)

    def show_field(self, name: str, said: str) -> None:
        """Put the cursor into the field of the inspector that words the slide's words.

        `name` is `title`, `kicker` or ""; `said` a record on the slide, or words of it.
        """
        window = self._window
        inspector = window.inspector
        self.checking.show_slide()
        fields = inspector.fields.fields
        if name == "title":
            inspector.focus_title()
        elif said in inspector.rows:
            inspector.show_record(said)
        else:
            wanted = name if name in fields else self._field_saying(said)
            inspector.focus_field(wanted or next(iter(fields), ""))

    def _field_saying(self, words: str) -> str:
        """Return the field whose own words hold those clicked, "" for none."""
        card = self._window.session.card
        told = " ".join(words.split())
        for field in self._window.inspector.fields.fields:
            own = " ".join(card.words(field).split()) if card else ""
            if told and own and (told in own or own in told):
                return field
        return ""
