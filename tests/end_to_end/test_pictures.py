"""A user's own picture stands on the profile; one that cannot be shown is named."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.shapes.placeholder import PlaceholderPicture

from briefer import paths, pipeline
from briefer.layout.boxes import PictureBox
from briefer.records import Actor, Citation, Locator, Source
from briefer.records.actor import Picture
from briefer.store import Store
from briefer.template.reader import read_template
from tests.end_to_end.exports import briefing_of, card, deck_problems, page_problems
from tests.rendering import needs_libreoffice, page_count, render_pdf

ALT = "Portrait of Jane Doe, Director of the Office."


def photograph(kind: str = "JPEG", mode: str = "RGB") -> bytes:
    """Return the bytes of a small portrait."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "somebody's secret note"
    Image.new(mode, (300, 400)).save(stream, kind, exif=exif)
    return stream.getvalue()


def built(
    folder: Path, file: str = "doe.jpg", *, data: bytes | None = None, alt: str = ALT
) -> pipeline.Built:
    """Return a briefing of one profile; `data` is what lies in the folder of pictures."""
    store = folder / "store.sqlite"
    source = Source(id="source/note", csl_type="report", title="A note")
    doe = Actor(
        id="actor/doe",
        name="Jane Doe",
        actor_type="person",
        citations=(Citation("source/note", Locator("page", "1")),),
        picture=Picture(file, alt, "Photograph: the Office, public domain"),
    )
    if not store.exists():
        with Store.create(store) as made:
            made.load([source])
    if data is not None:
        paths.pictures_folder(store).mkdir(exist_ok=True)
        (paths.pictures_folder(store) / file).write_bytes(data)
    briefing = briefing_of([card("actor", ["actor/doe"])])
    look = read_template(paths.bundled_templates() / "light.pptx")
    with Store.open(store, read_only=True) as opened:
        records = pipeline.gather(opened, briefing, [doe, source])
        return pipeline.build(briefing, records, look, pictures=paths.pictures_folder(opened.path))


def pictures(made: pipeline.Built) -> list[PictureBox]:
    """Return the pictures of the first page."""
    return [box for box in made.pages[0].boxes if isinstance(box, PictureBox)]


def test_a_portrait_fills_the_frame_of_the_profile(tmp_path: Path) -> None:
    """The slide uses the layout with a picture, named and described, and is a sound deck."""
    made = built(tmp_path, data=photograph())
    assert made.pages[0].layout == "Profile picture"
    assert page_problems(made) == []
    assert not [f for f in made.findings if f.check == "picture"]
    target = tmp_path / "deck.pptx"
    assert deck_problems(made, target) == []
    slide = Presentation(str(target)).slides[0]
    (shape,) = [s for s in slide.shapes if isinstance(s, PlaceholderPicture)]
    assert shape.placeholder_format.idx == 19
    assert shape.name == "Picture"
    assert shape._element.xpath("string(.//p:cNvPr/@descr)") == ALT
    assert shape.image.size[0] / shape.image.size[1] == shape.width / shape.height
    assert b"secret" not in shape.image.blob
    assert ALT + ": Photograph: the Office" in slide.notes_slide.notes_text_frame.text
    names = [s.name for s in slide.shapes]
    assert names.index("Title") < names.index("Picture") < names.index("Name and role")


def test_a_picture_is_on_every_page_of_a_long_profile(tmp_path: Path) -> None:
    """What continues shows the face again, from one part in the file."""
    long = "\n".join(f"Point {n} about a role, told at length." for n in range(30))
    made = built(tmp_path, data=photograph())
    briefing = briefing_of([card("actor", ["actor/doe"], text={"role": long})])
    look = read_template(paths.bundled_templates() / "light.pptx")
    again = pipeline.build(
        briefing, made.records, look, pictures=paths.pictures_folder(tmp_path / "store.sqlite")
    )
    profile = [page for page in again.pages if page.kind == "actor"]
    assert len(profile) > 1
    assert all(isinstance(b, PictureBox) for p in profile for b in p.boxes if b.name == "Picture")
    assert {page.layout for page in profile} == {"Profile picture"}
    deck_problems(again, tmp_path / "deck.pptx")
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    images = [s.image for slide in slides for s in slide.shapes if hasattr(s, "image")]
    assert len(images) == len(profile)
    assert len({image.sha1 for image in images}) == 1


@pytest.mark.parametrize(
    ("file", "data", "alt", "said"),
    [
        ("doe.jpg", None, ALT, "is not in the folder"),
        ("doe.jpg", b"", ALT, "is empty"),
        ("doe.jpg", photograph()[:600], ALT, "is damaged"),
        ("doe.svg", b"<svg/>", ALT, "is no picture"),
        ("doe.jpg", photograph(), " ", "has no alternative text"),
        ("../doe.jpg", None, ALT, "is named by a path"),
        ("/etc/hostname", None, ALT, "is named by a path"),
        ("C:\\doe.jpg", None, ALT, "is named by a path"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_and_initials_stand(
    tmp_path: Path, file: str, data: bytes | None, alt: str, said: str
) -> None:
    """The deck is sound without it, and the finding says which file and why."""
    made = built(tmp_path, file, data=data, alt=alt)
    assert made.pages[0].layout == "Profile monogram"
    assert not pictures(made)
    (finding,) = [f for f in made.findings if f.check == "picture"]
    assert said in finding.message
    assert repr(file) in finding.message
    assert (finding.record, finding.page, finding.card) == ("actor/doe", 1, 0)
    assert page_problems(made) == []
    assert deck_problems(made, tmp_path / "deck.pptx") == []


def test_a_file_too_large_to_be_a_picture_is_not_read(tmp_path: Path) -> None:
    """It is refused by its size on disk."""
    folder = paths.pictures_folder(tmp_path / "store.sqlite")
    folder.mkdir()
    with (folder / "doe.jpg").open("wb") as stream:
        stream.truncate(pipeline.LARGEST_PICTURE + 1)
    made = built(tmp_path)
    assert [f.message for f in made.findings if "is larger than 40 MB" in f.message]


def test_two_exports_of_a_picture_are_identical(tmp_path: Path) -> None:
    """The same file gives the same deck, byte for byte."""
    made = built(tmp_path, data=photograph())
    deck_problems(made, tmp_path / "one.pptx")
    deck_problems(built(tmp_path), tmp_path / "two.pptx")
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()


@needs_libreoffice
def test_a_deck_with_a_picture_renders(tmp_path: Path) -> None:
    """LibreOffice shows every page."""
    made = built(tmp_path, data=photograph("PNG"))
    deck_problems(made, tmp_path / "deck.pptx")
    assert page_count(render_pdf(tmp_path / "deck.pptx", tmp_path)) == len(made.pages)
