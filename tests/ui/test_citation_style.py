"""Choosing the citation style of a briefing in its properties."""

from __future__ import annotations

from briefer.citations import STYLES
from briefer.layout.body import paragraphs_of
from briefer.ui.dialogs.details import DetailsDialog
from briefer.ui.main_window import MainWindow
from tests.ui.driving import settle


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
