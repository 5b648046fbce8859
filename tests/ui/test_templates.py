"""The chooser of templates and the properties of the briefing."""

from __future__ import annotations

import shutil
from pathlib import Path

from pptx import Presentation

from briefer.ui.dialogs.details import DetailsDialog
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.templates import TemplatesDialog
from briefer.ui.main_window import MainWindow
from tests.ui.driving import Key, press, settle, wait_for


def _chooser(window: MainWindow) -> TemplatesDialog:
    """Open the chooser and wait for its slides."""
    window.actions_by_name["template"].trigger()
    dialog = window.findChild(TemplatesDialog)
    assert isinstance(dialog, TemplatesDialog)
    wait_for(lambda: all(card.shows_slides for card in dialog.cards))
    return dialog


def test_a_house_template_is_chosen_by_keyboard(window: MainWindow) -> None:
    """The briefing's template is chosen at first; arrow and Enter take another, in one step."""
    dialog = _chooser(window)
    assert [card.template for card in dialog.cards] == ["light", "sans", "high-contrast"]
    assert dialog.chosen == window.session.briefing.template == "light"
    pictures = [card.grab().toImage() for card in dialog.cards]
    assert pictures[0] != pictures[1]
    dialog.cards[0].setFocus()
    press(dialog.cards[0], Key.Key_Right)
    assert dialog.chosen == "sans"
    assert dialog.use.text() == "Use Briefer Sans"
    dialog.use.click()
    settle(window)
    assert window.session.briefing.template == "sans"
    assert window.session.template is not None
    assert window.session.template.name == "sans"
    window.actions_by_name["undo"].trigger()
    settle(window)
    assert window.session.briefing.template == "light"


def test_an_agencys_template_is_matched_shown_and_used(window: MainWindow, tmp_path: Path) -> None:
    """A file becomes a card with what of it fits, chosen at once."""
    own = tmp_path / "Agency.pptx"
    shutil.copy(window.session.places.templates / "sans.pptx", own)
    dialog = _chooser(window)
    dialog.try_file(own)
    wait_for(lambda: len(dialog.cards) == 4 and dialog.cards[3].shows_slides)
    assert dialog.chosen == str(own)
    assert [card.isChecked() for card in dialog.cards] == [False, False, False, True]
    assert "layouts matched" in dialog.own.told.text()
    dialog.use.click()
    settle(window)
    assert window.session.template is not None
    assert window.session.template.path == own
    again = _chooser(window)
    assert again.chosen == str(own)
    again.close()
    window.actions_by_name["export"].trigger()
    export = window.findChild(ExportDialog)
    assert isinstance(export, ExportDialog)
    export.target.setText(str(tmp_path / "deck.pptx"))
    export.start.click()
    wait_for(export.done_button.isVisible)
    assert window.session.briefing.template == str(own)


def test_a_template_that_does_not_serve_is_told_and_not_used(
    window: MainWindow, tmp_path: Path
) -> None:
    """A plain deck, and a file that is none, say what is wrong; the choice stays."""
    plain, broken = tmp_path / "Plain.pptx", tmp_path / "Broken.pptx"
    Presentation().save(str(plain))
    broken.write_bytes(b"no deck")
    dialog = _chooser(window)
    for path in (plain, broken):
        dialog.try_file(path)
        wait_for(lambda: "Reading" not in dialog.own.told.text())
        assert path.name in dialog.own.told.text()
        assert len(dialog.cards) == 3
        assert dialog.chosen == "light"
    dialog.close()


def test_properties_show_on_the_slides_while_they_are_typed(window: MainWindow) -> None:
    """Title and type of briefing change at once; undo shows in the fields; the style is told."""
    window.actions_by_name["details"].trigger()
    dialog = window.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    before = dialog.fields["title"].text()
    dialog.fields["title"].setText("Talks")
    settle(window)
    assert window.windowTitle().startswith("Talks")
    assert window.session.built is not None
    assert window.session.built.deck.title == "Talks"
    dialog.type.setCurrentIndex(dialog.type.findData("information"))
    dialog.type.activated.emit(dialog.type.currentIndex())
    settle(window)
    assert window.session.briefing.preset == "information"
    assert any(f.check == "briefing-type" for f in window.session.built.findings)
    window.session.undo()
    window.session.undo()
    assert dialog.fields["title"].text() == before
    assert dialog.citation_style.currentText() == "House (numbered notes)"
    assert dialog.template.words == "Briefer Light"
    dialog.change_template.click()
    chooser = window.findChild(TemplatesDialog) or dialog.findChild(TemplatesDialog)
    assert isinstance(chooser, TemplatesDialog)
    chooser.close()
    dialog.close()
