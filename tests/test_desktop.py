"""The entries of a Linux desktop: written for the user alone, valid, and taken away again."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from briefer import desktop
from briefer.errors import BrieferError
from build_icon import mark
from tests.cli.program import Program, assert_refused

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program, to be run in a new folder."""
    return Program(tmp_path)


def parsed(path: Path) -> configparser.SectionProxy:
    """Return the group of a desktop entry."""
    parser = configparser.RawConfigParser(strict=True, delimiters=("=",))
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def command_of(value: str) -> list[str]:
    """Return the words of an "Exec" line as a desktop reads them: escapes first, then quotes."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', value.replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in found]


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux desktops")
def test_install_and_remove(program: Program) -> None:
    """The command writes entry, kind of file and icons below XDG_DATA_HOME, and removes them."""
    home = program.folder / "data"
    done = program("install-desktop", XDG_DATA_HOME=str(home))
    assert done.returncode == 0, done.stderr
    entry = parsed(home / "applications" / "briefer.desktop")
    assert entry["MimeType"] == f"{desktop.MIME_TYPE};"
    words = command_of(entry["Exec"])
    assert words[-2:] == ["app", "%f"]
    assert Path(words[0]).is_file()
    kind = etree.parse(str(home / "mime" / "packages" / "briefer.xml")).getroot()
    assert kind[0].get("type") == desktop.MIME_TYPE
    assert [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")] == ["*.briefing"]
    for size in desktop.SIZES:
        folder = home / "icons" / "hicolor" / f"{size}x{size}"
        for name in ("apps/briefer.png", "mimetypes/application-x-briefer-briefing.png"):
            with Image.open(folder / name) as picture:
                assert picture.size == (size, size)
    again = program("install-desktop", XDG_DATA_HOME=str(home))
    assert again.returncode == 0
    removed = program("install-desktop", "--remove", XDG_DATA_HOME=str(home))
    assert removed.returncode == 0, removed.stderr
    assert [path for path in home.rglob("*") if "briefer" in path.name and path.is_file()] == []
    nothing = program("install-desktop", "--remove", XDG_DATA_HOME=str(home))
    assert nothing.stdout.startswith("There is nothing of Briefer in ")


def test_the_mime_database_knows_the_file(tmp_path: Path) -> None:
    """The desktop's own tool takes the file without complaint."""
    tool = shutil.which("update-mime-database")
    if tool is None:
        pytest.skip("needs shared-mime-info")
    desktop.install(tmp_path, ("briefer",))
    done = subprocess.run(
        [tool, str(tmp_path / "mime")], capture_output=True, text=True, check=True
    )
    assert "rror" not in done.stderr
    globs = (tmp_path / "mime" / "globs2").read_text(encoding="utf-8")
    assert f"80:{desktop.MIME_TYPE}:*.briefing" in globs


@pytest.mark.parametrize(
    "word", ["/plain", "/with space/b", 'quo"te', "dollar$x", "back\\slash", "tick`s", "50%"]
)
def test_any_path_survives_the_command_line(word: str) -> None:
    """A folder with odd letters is quoted so that the desktop starts the right file."""
    read = command_of(desktop.quoted(word).replace("%%", "%"))
    assert read == [word]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file in the way is named."""
    (tmp_path / "applications").touch()
    with pytest.raises(BrieferError, match="cannot be written"):
        desktop.install(tmp_path, ("briefer",))


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux desktops")
def test_the_command_tells_it_too(program: Program) -> None:
    """One line on standard error and status 1."""
    (program.folder / "file").touch()
    home = program.folder / "file"
    assert_refused(program("install-desktop", XDG_DATA_HOME=str(home)), "cannot be written")


def test_data_home_follows_the_specification(monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder is ignored, as is an empty one."""
    monkeypatch.setenv("HOME", "/home/somebody")
    usual = Path.home() / ".local" / "share"
    assert desktop.data_home({}) == usual
    assert desktop.data_home({"XDG_DATA_HOME": "relative"}) == usual
    assert desktop.data_home({"XDG_DATA_HOME": "/data"}) == Path("/data")


def test_the_icon_is_the_mark() -> None:
    """The committed picture is what the script draws."""
    (svg,) = (e.data for e in desktop.entries(("briefer",)) if e.place.endswith("apps/briefer.svg"))
    assert svg.decode("utf-8") == mark()
