"""Published files are whole or not there: progress, cancelling, faults on the way, bad wording."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.draw.pdf import paint_pdf
from briefer.errors import CancelledError, ExportError
from briefer.geometry import Frame, inches
from briefer.layout.boxes import Page, Piece, Properties, Run, Sheet, TextBox
from briefer.pipeline import Built, ExportReport, build, gather
from briefer.publish import export_handout, export_pdf, export_pictures
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.files import load_briefing
from briefer.template.model import Template
from briefer.template.reader import read_template
from briefer.writers.pdf import finish_pdf
from tests.draw.pages import TEMPLATE, page, paragraph, run
from tests.overriding import overriding

Export = Callable[..., ExportReport]
EXPORTS: dict[str, Export] = {
    "deck.pdf": export_pdf,
    "notes.pdf": export_handout,
    "png": export_pictures,
}


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light house template."""
    return read_template(paths.bundled_templates() / "light.pptx")


@pytest.fixture(scope="module")
def sample(light: Template) -> Built:
    """Return the sample, built."""
    file = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        return build(file.briefing, gather(store, file.briefing, file.snapshot), light)


@pytest.mark.parametrize("name", EXPORTS)
def test_progress_counts_every_page(
    sample: Built, light: Template, tmp_path: Path, name: str
) -> None:
    """Each page is told once, up to the last; the report counts the slides."""
    told: list[tuple[int, int]] = []
    target = tmp_path / name
    report = EXPORTS[name](sample, light, target, progress=lambda *step: told.append(step))
    total = told[-1][1]
    assert told == [(done, total) for done in range(1, total + 1)]
    assert total >= report.slides == len(sample.pages)
    assert report.path == target


@pytest.mark.parametrize("after", [0, 1, 5])
@pytest.mark.parametrize("name", EXPORTS)
def test_cancelled_leaves_nothing(
    sample: Built, light: Template, tmp_path: Path, name: str, after: int
) -> None:
    """Whenever it is cancelled, nothing is left, and an old file is as it was."""
    told: list[int] = []

    def export(overwrite: bool) -> None:
        with pytest.raises(CancelledError, match="cancelled"):
            EXPORTS[name](
                sample,
                light,
                tmp_path / name,
                overwrite=overwrite,
                progress=lambda done, _: told.append(done),
                cancelled=lambda: len(told) >= after,
            )

    export(overwrite=False)
    assert list(tmp_path.iterdir()) == []
    told.clear()
    old = tmp_path / name / "01-title.png" if name == "png" else tmp_path / name
    old.parent.mkdir(exist_ok=True)
    old.write_bytes(b"old")
    export(overwrite=True)
    assert old.read_bytes() == b"old"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [old]


@pytest.mark.parametrize("name", EXPORTS)
def test_a_fault_on_the_way_leaves_nothing(
    sample: Built, light: Template, tmp_path: Path, name: str
) -> None:
    """A folder that goes away while pages are painted is told; nothing is left elsewhere."""
    folder = tmp_path / "drive"
    folder.mkdir()

    def unplug(done: int, _total: int) -> None:
        if done == 2:
            for part in folder.iterdir():
                for file in part.iterdir():
                    file.unlink()
                part.rmdir()
            folder.rmdir()

    with pytest.raises(ExportError, match="drive"):
        EXPORTS[name](sample, light, folder / name, progress=unplug)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", EXPORTS)
def test_any_wording_is_published(light: Template, tmp_path: Path, name: str) -> None:
    """Scripts of the world, emoji, broken characters and very long words end nothing."""
    words = "芬太尼 الفنتانيل 👩‍🔬 \u202eabc \ud800 " + "x" * 400
    cards = tuple(
        Card(kind="title", title=title, text=(("notes", f"{title}\n" * 90),))
        for title in (words, "", "Naïve façade – “quoted” …")
    )
    marking = "芬太尼 الفنتانيل 👩‍🔬 " + "x" * 40
    briefing = Briefing(title=words, marking=marking, sections=(Section(words, cards),))
    with Store.open(paths.bundled_store(), read_only=True) as store:
        built = build(briefing, gather(store, briefing), light)
    EXPORTS[name](overriding(built), light, tmp_path / name)
    if name != "png":
        assert len(PdfReader(tmp_path / name).pages) >= 3


def finished(subject: Page, template: Template, *, language: str = "en-US") -> PdfReader:
    """Return a PDF of one page, read."""
    frame = Frame(0, 0, template.width, template.height)
    sheets = [Sheet(template.width, template.height, (), subject, frame, subject.title)]
    done = finish_pdf(
        paint_pdf(sheets, template, painted=lambda: None),
        sheets,
        template,
        properties=Properties("Title\nof two lines", language=language),
        entries={7: 1},
    )
    return PdfReader(io.BytesIO(done))


def linked_page(words: Run) -> Page:
    """Return a page with words at 2 inches across and down, an inch wide."""
    box = TextBox(
        "Text",
        Frame.of_inches(1, 1, 6, 2),
        (paragraph(Piece(inches(2), inches(1), words), baseline=2),),
    )
    return page(box)


def test_a_page_is_as_large_as_its_template() -> None:
    """Sizes that are no whole points are kept to a thousandth."""
    odd = replace(TEMPLATE, width=inches(11.693), height=inches(8.268))
    box = finished(page(), odd).pages[0].mediabox
    assert float(box.width) == pytest.approx(11.693 * 72, abs=0.001)
    assert float(box.height) == pytest.approx(8.268 * 72, abs=0.001)


def test_the_language_and_the_title_are_told() -> None:
    """The language is the deck's, the title one line."""
    reader = finished(page(), TEMPLATE, language="es-MX")
    assert str(reader.root_object["/Lang"]) == "es-MX"
    assert reader.metadata is not None
    assert reader.metadata.title == "Title of two lines"


def test_an_address_is_a_link_where_its_words_stand() -> None:
    """The link covers the words; one of an unsafe kind is none."""
    reader = finished(linked_page(replace(run("site"), url="https://example.org/a b")), TEMPLATE)
    (annotation,) = reader.pages[0].annotations or []
    link = annotation.get_object()
    assert str(link["/A"]["/URI"]) == "https://example.org/a%20b"
    left, bottom, right, top = map(float, link["/Rect"])
    assert (left, right) == pytest.approx((144, 216), abs=0.1)
    assert bottom < 540 - 144 < top
    for url in ("javascript:alert(1)", "file:///etc/passwd"):
        reader = finished(linked_page(replace(run("site"), url=url)), TEMPLATE)
        assert not reader.pages[0].annotations


def test_a_page_does_not_link_to_itself() -> None:
    """A number that is listed on the same page is no link."""
    marker = replace(run("7"), numbers=(7,), superscript=True)
    assert not finished(linked_page(marker), TEMPLATE).pages[0].annotations
    assert not finished(linked_page(replace(run("see"), page=99)), TEMPLATE).pages[0].annotations
