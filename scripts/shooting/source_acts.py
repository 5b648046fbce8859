"""What is done with files of sources, and with quotations, before a picture is taken."""

from __future__ import annotations

import time
from pathlib import Path

from briefer.records import Source, Statement
from briefer.store import Store
from briefer.ui.main_window import MainWindow
from briefer.ui.sources.exporting import ExportSourcesDialog
from briefer.ui.sources.importing import ImportDialog
from briefer.ui.spots import Spot
from briefer.ui.tasks import Query
from shooting.shot import Act, Shot, settle

_QUOTE = 5
_BROKEN = "@article{doe,\n  title = {A title,\n  year = {2023}\n}\n"
_NEW = """@article{{new{number},
  author = {{Doe, Jane and Roe, Richard}}, title = {{{title}}}, journal = {{Journal of Examples}},
  year = {{2023}}, volume = {{12}}, abstract = {{In short.}}, file = {{paper.pdf}}}}
"""
_LONG = "A Very Long Title about the Movement of Precursors between States and How It Was Told " * 3


def _wait(window: MainWindow, seconds: float = 0.6) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        settle(window, seconds=0.05)


def _known(window: MainWindow) -> list[Source]:
    found: list[Source] = []

    def take(records: list[object]) -> None:
        found.extend(one for one in records if isinstance(one, Source))

    Query(window.session.store_lane, lambda store: list[object](store.all("source")), take)
    while not found:
        settle(window, seconds=0.05)
    return found


def _file(window: MainWindow, text: str) -> Path:
    path = window.session.places.user_folder / "zotero-library.bib"
    path.write_text(text, encoding="utf-8")
    return path


def _reading(window: MainWindow, path: Path) -> ImportDialog:
    window.desk.sources.read(path)
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    end = time.monotonic() + 20
    while dialog.review is None and not dialog.notice.words and time.monotonic() < end:
        settle(window, seconds=0.05)
    _wait(window)
    return dialog


def importing(window: MainWindow) -> None:
    """Look at a source of a file that one of the library resembles."""
    one = next(source for source in _known(window) if source.url)
    like = f"@online{{like, title = {{{one.title}}}, url = {{{one.url}}}, publisher = {{A press}}}}"
    items = [_NEW.format(number=n, title=f"On precursors, part {n}") for n in range(1, 6)]
    text = "\n".join([items[0], like, *items[1:], "@misc{nothing, year = {2020}}"])
    dialog = _reading(window, _file(window, text))
    dialog.table.set_row(1)
    _wait(window, 0.2)


def overfull(window: MainWindow) -> None:
    """Look through very many sources with long titles."""
    items = [_NEW.format(number=n, title=f"{_LONG}{n}") for n in range(400)]
    _reading(window, _file(window, "\n".join(items)))


def broken(window: MainWindow) -> None:
    """Read a file that is broken."""
    _reading(window, _file(window, _BROKEN))


def imported(window: MainWindow) -> None:
    """Import what is new."""
    dialog = _reading(window, _file(window, _NEW.format(number=1, title="On precursors")))
    dialog.take.click()
    while not dialog.notice.words:
        settle(window, seconds=0.05)
    _wait(window, 0.2)


def exporting_sources(window: MainWindow) -> None:
    """Write sources to a file."""
    window.actions_by_name["export-sources"].trigger()
    dialog = window.findChild(ExportSourcesDialog)
    assert isinstance(dialog, ExportSourcesDialog)
    _wait(window)
    dialog.write(window.session.places.user_folder / "sources.json")
    _wait(window)


def quoting(state: str) -> Act:
    """Return what shows a quotation in the popover: `verified`, `altered` or `not-held`."""

    def act(window: MainWindow) -> None:
        window.session.go(Spot(_QUOTE))
        settle(window)
        ref = window.session.briefing.cards[_QUOTE].records[0]
        if state != "not-held":
            Query(window.session.store_lane, lambda store: _attach(store, ref, state), _nothing)
            _wait(window, 0.3)
            window.session.reread()
        _wait(window, 1)
        window.tools.stage.show_citation(window.stage.canvas.cites[0])
        _wait(window, 0.3)

    return act


def _attach(store: Store, ref: str, state: str) -> None:
    record = store.get(ref)
    assert isinstance(record, Statement)
    said = record.text
    if state == "altered":
        said = " ".join(["Seldom", *said.split(" ")[1:-3], "any other words"])
    text = f"The meeting was opened by the chair, who said: “{said}” Then it was closed."
    store.attach_text(record.citations[0].source, text, name="remarks.docx")


def _nothing(_: None) -> None:
    """Take what is not wanted."""


def peeking_quoted(window: MainWindow) -> None:
    """Read a quotation that was verified beside the list."""
    quoting("verified")(window)
    window.tools.stage.popover.hide()
    window.library.field.setText("type:statement drug traffickers and money launderers")
    _wait(window, 0.5)
    window.library.view.setCurrentIndex(window.library.model.index(0))
    window.library.peeking.peek()
    _wait(window, 0.5)


def _looks(name: str, act: Act) -> tuple[Shot, ...]:
    return (
        Shot(name, act=act),
        Shot(f"{name}-dark", theme="dark", act=act),
        Shot(f"{name}-high-contrast", theme="contrast", act=act),
        Shot(f"{name}-200pct", scale=200, act=act),
    )


SOURCE_SHOTS = (
    *_looks("import-sources", importing),
    Shot("import-sources-overfull", act=overfull),
    Shot("import-sources-overfull-200pct", scale=200, act=overfull),
    Shot("import-sources-broken", act=broken),
    Shot("import-sources-done", act=imported),
    Shot("import-sources-small", width=800, height=560, act=importing),
    *_looks("quotation-altered", quoting("altered")),
    *_looks("quotation-verified", quoting("verified")),
    Shot("quotation-not-held", act=quoting("not-held")),
    Shot("peek-quoted", act=peeking_quoted),
    Shot("export-sources", act=exporting_sources),
    Shot("export-sources-200pct", scale=200, act=exporting_sources),
)
