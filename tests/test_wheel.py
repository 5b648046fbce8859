"""The wheel, installed offline where nothing else is, does the main job from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

import briefer
from smoke_steps import Alone, smoke

ROOT = Path(briefer.__file__).resolve().parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, offline: bool = False) -> str:
    """Return what a command printed; fail with what it said on standard error.

    `offline`, pip knows no index and no folder but those that it is given.
    """
    foreign = ("PYTHONPATH", "VIRTUAL_ENV", "BRIEFER_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in foreign}
    if offline:
        environment = {
            name: value for name, value in environment.items() if not name.startswith("PIP_")
        } | {"PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**environment, "BRIEFER_HOME": str(cwd / "home")},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def wheelhouse(wheel: Path) -> Path:
    """Return the folder that holds the wheel and the wheels of all that it needs."""
    wheels = wheel.with_name("wheelhouse")
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", wheels),
        f"{wheel}[csl]",
        cwd=wheel.parent,
    )
    return wheels


@pytest.fixture(scope="module")
def scripts(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of an environment installed from the wheelhouse alone."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(
        *(programs / "python", "-m", "pip", "install", "--quiet", "--no-index"),
        *("--find-links", wheelhouse, "briefer[csl]"),
        cwd=folder,
        offline=True,
    )
    return programs


def test_wheel_carries_its_data(wheel: Path) -> None:
    """Store, templates, library, metrics and sample are in the wheel; tests are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "briefer/bundled/store.sqlite" in names
    assert "briefer/data/sample.briefing" in names
    for folder, pattern, inside in (
        ("templates", "*.pptx", "briefer/bundled/templates"),
        ("briefer/data/library", "*.json", "briefer/data/library"),
        ("briefer/data/metrics", "*.json", "briefer/data/metrics"),
    ):
        files = {path.name for path in (ROOT / folder).glob(pattern)}
        assert files
        assert {f"{inside}/{name}" for name in files} <= names
    assert not [name for name in names if name.startswith(("tests/", "scripts/", "stubs/"))]


def test_installed_program_exports_the_sample(scripts: Path, tmp_path: Path) -> None:
    """From a foreign folder the sample becomes a deck, and nothing else is written."""
    output = run(scripts / "briefer", "export", "--sample", "-o", "x.pptx", cwd=tmp_path)
    assert output.startswith("Wrote x.pptx")
    assert len(Presentation(str(tmp_path / "x.pptx")).slides) >= 12
    assert [path.name for path in tmp_path.iterdir()] == ["x.pptx"]


def test_installed_program_works_alone(scripts: Path, tmp_path: Path) -> None:
    """With an empty path and a new home it exports, searches, and its window opens twice."""
    seen = list(smoke(Alone((str(scripts / "briefer"),), tmp_path), briefer.__version__))
    assert seen[-1].startswith("doctor: nothing wrong")


def test_installed_program_reads_and_builds(scripts: Path, tmp_path: Path) -> None:
    """The library that the wheel carries is read, and built anew from its text."""
    events = run(scripts / "briefer", "list", "events", "--json", cwd=tmp_path)
    assert "event/2023-09-guzman-lopez-extradition" in events
    run(scripts / "briefer", "build-store", "-o", "new.sqlite", cwd=tmp_path)
    again = run(
        scripts / "briefer", "list", "events", "--json", "--store", "new.sqlite", cwd=tmp_path
    )
    assert again == events
