"""Where decks are written: whole or not at all, and never over something in silence."""

from __future__ import annotations

import contextlib
import itertools
import os
import resource
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.errors import CancelledError, ExportError, TemplateError
from briefer.template.model import Template
from briefer.writers.pptx import write_deck
from tests.writers.builders import PROPERTIES, every_kind_of_page, small_template

Write = Callable[[Path], None]
_NOBODY = 65534


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Return the small template."""
    return small_template(tmp_path_factory.mktemp("target") / "small.pptx")


@pytest.fixture
def write(template: Template) -> Write:
    """Return what writes the sample deck to a path."""

    def write_to(target: Path) -> None:
        write_deck(every_kind_of_page(), template, target, properties=PROPERTIES)

    return write_to


def test_same_pages_give_the_same_bytes(write: Write, tmp_path: Path) -> None:
    """Two exports of one briefing can be compared byte by byte."""
    write(tmp_path / "one.pptx")
    write(tmp_path / "two.pptx")
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()


def test_existing_file_is_kept(write: Write, tmp_path: Path) -> None:
    """Without leave to overwrite the old file stays, and the message says what to do."""
    target = tmp_path / "deck.pptx"
    target.write_text("precious")
    with pytest.raises(ExportError, match=r"deck\.pptx exists already\. Use --force"):
        write(target)
    assert target.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [target]


def test_existing_file_is_replaced_on_request(template: Template, tmp_path: Path) -> None:
    """With leave it is replaced, and nothing else stays in the folder."""
    target = tmp_path / "deck.pptx"
    target.write_text("old")
    pages = every_kind_of_page()
    write_deck(pages, template, target, properties=PROPERTIES, overwrite=True)
    assert target.read_bytes().startswith(b"PK")
    assert list(tmp_path.iterdir()) == [target]


def test_folder_is_no_target(write: Write, tmp_path: Path) -> None:
    """A folder of that name is said to be one."""
    with pytest.raises(ExportError, match="is a folder"):
        write(tmp_path)


def test_missing_folder_is_named(write: Write, tmp_path: Path) -> None:
    """The folder is not made in silence."""
    with pytest.raises(ExportError, match="There is no folder .*absent"):
        write(tmp_path / "absent" / "deck.pptx")


def test_file_as_folder_is_named(write: Write, tmp_path: Path) -> None:
    """A path through a file is refused."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="deck.pptx"):
        write(tmp_path / "file" / "deck.pptx")


@pytest.mark.parametrize("name", ["a" * 300 + ".pptx", "nul\x00.pptx"])
def test_impossible_name_is_refused(write: Write, tmp_path: Path, name: str) -> None:
    """A name that the file system cannot hold is an expected error."""
    with pytest.raises(ExportError, match="cannot be written"):
        write(tmp_path / name)


def test_closed_folder_is_named(template: Template) -> None:
    """A folder we may not write in is an expected error that names the file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = replace(template, path=folder / "small.pptx")
        shutil.copy(template.path, copy.path)
        copy.path.chmod(0o444)
        pages, target = every_kind_of_page(), folder / "deck.pptx"
        with (
            unprivileged(folder),
            pytest.raises(ExportError, match=r"deck\.pptx may not be written"),
        ):
            write_deck(pages, copy, target, properties=PROPERTIES)
        assert [path.name for path in folder.iterdir()] == ["small.pptx"]


def test_full_disk_leaves_nothing(write: Write, tmp_path: Path) -> None:
    """When the bytes do not fit, the message says so and no part of the deck stays."""
    with file_size_limit(4096), pytest.raises(ExportError, match="no room left to write"):
        write(tmp_path / "deck.pptx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("allowed", [0, 2, 12])
def test_cancelling_leaves_nothing(template: Template, tmp_path: Path, allowed: int) -> None:
    """Cancelled in the middle of the pages or of the file, nothing stays."""
    pages = every_kind_of_page()
    asked = itertools.count(1)
    with pytest.raises(CancelledError):
        write_deck(
            pages,
            template,
            tmp_path / "deck.pptx",
            properties=PROPERTIES,
            cancelled=lambda: next(asked) > allowed,
        )
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_the_pages(template: Template, tmp_path: Path) -> None:
    """Progress is told after every page."""
    told: list[tuple[int, int]] = []
    write_deck(
        every_kind_of_page(),
        template,
        tmp_path / "deck.pptx",
        properties=PROPERTIES,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(number, 5) for number in range(1, 6)]


def test_template_is_never_overwritten(template: Template) -> None:
    """A deck cannot take the place of its own template."""
    before = template.path.read_bytes()
    pages = every_kind_of_page()
    with pytest.raises(ExportError, match="is the template of this deck"):
        write_deck(pages, template, template.path, properties=PROPERTIES, overwrite=True)
    assert template.path.read_bytes() == before


def test_deck_is_as_open_as_any_new_file(write: Write, tmp_path: Path) -> None:
    """Colleagues may read the deck on a shared drive as they may any other file of ours."""
    plain = tmp_path / "plain"
    plain.write_text("")
    write(tmp_path / "deck.pptx")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "deck.pptx")]
    assert modes[0] == modes[1]


def test_link_to_a_file_is_followed(template: Template, tmp_path: Path) -> None:
    """Replacing a symbolic link changes the file it leads to."""
    real = tmp_path / "real.pptx"
    real.write_text("old")
    (tmp_path / "link.pptx").symlink_to(real)
    pages = every_kind_of_page()
    target = tmp_path / "link.pptx"
    write_deck(pages, template, target, properties=PROPERTIES, overwrite=True)
    assert target.is_symlink()
    assert real.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("content", [None, b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_unreadable_template_is_named(tmp_path: Path, content: bytes | None) -> None:
    """A template that is gone or no presentation is an expected error."""
    template = small_template(tmp_path / "small.pptx")
    if content is None:
        template.path.unlink()
    else:
        template.path.write_bytes(content)
    with pytest.raises(TemplateError, match=r"small\.pptx"):
        write_deck(every_kind_of_page(), template, tmp_path / "deck.pptx", properties=PROPERTIES)
    assert not (tmp_path / "deck.pptx").exists()


@contextlib.contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Run as somebody who may not write in the folder, whoever runs the tests."""
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


@contextlib.contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Let no file grow beyond the size in bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
