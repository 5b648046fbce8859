"""Choosing the citation style of a briefing in its properties."""

from __future__ import annotations

from briefer.citations import STYLES
from briefer.layout.body import paragraphs_of
from briefer.ui.dialogs.details import DetailsDialog
from briefer.ui.main_window import MainWindow
from tests.citations.csl.files import NOTES
from tests.ui.driving import settle, wait_for


def _dialog(window: MainWindow) -> DetailsDialog:
    window.actions_by_name["details"].trigger()
    dialog = window.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    return dialog


def _choose(dialog: DetailsDialog, style: str, window: MainWindow) -> None:
    choice = dialog.citation_style
    choice.setCurrentIndex(choice.findData(style))
    choice.activated.emit(choice.currentIndex())
    settle(window)


def _sources(window: MainWindow) -> str:
    """Return the words of the sources slides in the preview."""
    built = window.session.built
    assert built is not None
    pages = [page for page in built.pages if page.kind == "sources"]
    return "\n".join(p.text for page in pages for p in paragraphs_of(page.boxes))


def test_all_styles_are_offered_by_their_labels(window: MainWindow) -> None:
    """The list has every style; the briefing's own is shown."""
    dialog = _dialog(window)
    choice = dialog.citation_style
    offered = [(choice.itemText(row), choice.itemData(row)) for row in range(choice.count())]
    assert offered == [(style.label, style.name) for style in STYLES.values()]
    assert choice.currentData() == window.session.briefing.style == "house"
    dialog.close()


def test_another_style_rewords_the_preview_at_once(window: MainWindow) -> None:
    """Every style words the sources in its own way; each choice is one step to undo."""
    dialog = _dialog(window)
    worded = {"house": _sources(window)}
    for style in list(STYLES)[1:]:
        _choose(dialog, style, window)
        assert window.session.briefing.style == style
        worded[style] = _sources(window)
    assert len(set(worded.values())) == len(STYLES)
    assert "Fidler, D. P. (2023, August). Fentanyl and Foreign Policy." in worded["apa"]
    for style in list(STYLES)[-2::-1]:
        window.session.undo()
        settle(window)
        assert dialog.citation_style.currentData() == window.session.briefing.style == style
        assert _sources(window) == worded[style]
    dialog.close()


def test_a_style_from_a_file_is_added_and_chosen(window: MainWindow) -> None:
    """The preview is reworded at once, undo goes back; a broken file is told, nothing else."""
    dialog = _dialog(window)
    row, before = dialog.style_row, _sources(window)
    row.add_file(NOTES)
    wait_for(lambda: window.session.briefing.style == "csl:notes")
    settle(window)
    assert dialog.citation_style.currentText() == "Notes of the Tests"
    assert "Added “Notes of the Tests”." in row.notice.words
    worded = _sources(window)
    assert "David P. Fidler, “Fentanyl and Foreign Policy,” Think Global Health" in worded
    assert worded != before
    bad = window.session.places.user_folder / "bad.csl"
    bad.write_text("<style", "utf-8")
    row.add_file(bad)
    wait_for(lambda: "bad.csl, line 1" in row.notice.words)
    assert window.session.briefing.style == "csl:notes"
    window.session.undo()
    settle(window)
    assert dialog.citation_style.currentData() == "house"
    assert _sources(window) == before
    dialog.close()


def test_a_style_that_was_added_is_removed(window: MainWindow) -> None:
    """Only styles from files can be; the briefing is worded in the house style then."""
    dialog = _dialog(window)
    row, before = dialog.style_row, _sources(window)
    assert not row.remove.isVisible()
    row.add_file(NOTES)
    wait_for(lambda: window.session.briefing.style == "csl:notes")
    settle(window)
    assert row.remove.isVisible()
    row.remove.click()
    wait_for(lambda: "Removed “Notes of the Tests”" in row.notice.words)
    settle(window)
    assert window.session.briefing.style == "house"
    assert "csl:notes" not in window.session.styles
    assert not row.remove.isVisible()
    assert _sources(window) == before
    dialog.close()
