"""Bad input: one clear line and status 1, or a usage message and status 2; never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefer.cli.commands import Group
from briefer.cli.failures import plain
from briefer.cli.main import briefer
from briefer.errors import StoreError
from tests.cli.program import Program, assert_refused
from tests.package_rules import package_problems

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")

COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("list", "events"),
    ("show", "event/x"),
    ("search", "x"),
    ("export", "--sample", "-o", "deck.pptx"),
    ("kinds",),
    ("build-store",),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_the_version(command: tuple[str, ...]) -> None:
    """`--version` stands before or after any command and runs nothing else."""
    for arguments in (["--version", *command], [*command, "--version"]):
        done = CliRunner().invoke(briefer, arguments)
        assert (done.exit_code, done.output) == (0, "briefer 0.1.0\n")


@pytest.mark.parametrize("command", [*COMMANDS[1:5]])
def test_every_reading_command_takes_a_store(command: tuple[str, ...], tmp_path: Path) -> None:
    """`--store` stands before or after a command; a missing file is named."""
    missing = str(tmp_path / "missing.sqlite")
    for arguments in (["--store", missing, *command], [*command, "--store", missing]):
        done = CliRunner().invoke(briefer, arguments)
        assert done.exit_code == 1, done.output
        assert "missing.sqlite" in done.stderr


def test_store_after_the_command_wins(tmp_path: Path) -> None:
    """The nearer `--store` is the one that counts."""
    done = CliRunner().invoke(
        briefer,
        ["--store", str(tmp_path / "far"), "list", "events", "--store", str(tmp_path / "near")],
    )
    assert "near" in done.stderr
    assert "far" not in done.stderr


@pytest.mark.parametrize(
    "content", [b"", b"not a store at all, but long enough to be read as one" * 40, b"\0" * 4096]
)
def test_damaged_store_is_one_line(program: Program, content: bytes) -> None:
    """A file that is no store is refused by name and left as it was."""
    path = program.folder / "bad.sqlite"
    path.write_bytes(content)
    assert_refused(program("list", "events", "--store", path), "bad.sqlite")
    assert path.read_bytes() == content


def test_folder_is_no_store(program: Program) -> None:
    """A folder given as store is refused."""
    assert_refused(program("list", "events", "--store", program.folder), str(program.folder))


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "things"),
        ("show",),
        ("search",),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--limit", "many"),
        ("search", "x", "--type", "slide"),
        ("export", "--sample"),
        ("export", "-o", "deck.pptx"),
        ("export", "a.briefing", "--sample", "-o", "deck.pptx"),
        ("kinds", "more"),
        ("nonsense",),
        ("--nonsense",),
        ("--briefing", "x.briefing", "kinds"),
    ],
)
def test_wrong_usage_is_status_two(arguments: tuple[str, ...]) -> None:
    """Wrong usage says what was wrong, how to get help, and prints nothing else."""
    done = CliRunner().invoke(briefer, list(arguments))
    assert done.exit_code == 2
    assert not done.stdout
    assert "Error: " in done.stderr


def test_mistyped_command_is_answered_with_the_near_one() -> None:
    """`exprot` is answered with `export`."""
    assert "Did you mean 'export'?" in CliRunner().invoke(briefer, ["exprot"]).stderr


@posix
def test_bytes_that_are_no_text_are_survived(program: Program) -> None:
    """Arguments that are not UTF-8 are refused like any other wrong name."""
    assert_refused(program("show", b"event/\xff\xfe"), "event/")
    assert_refused(program("list", "events", "--store", b"\xff.sqlite"), ".sqlite")
    assert program("search", b"\xff").returncode == 0


@posix
def test_reader_that_goes_away_is_no_fault(program: Program) -> None:
    """`briefer list statements --json | head -1` leaves nothing on standard error."""
    process = subprocess.Popen(
        [sys.executable, "-m", "briefer", "list", "statements", "--json"],
        cwd=program.folder,
        env=program.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == b""
    process.wait(60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_behind_the_output_is_one_line(program: Program) -> None:
    """Output that cannot be written is an error with one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefer", "list", "events", "--json"],
            cwd=program.folder,
            env=program.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith("briefer: ")
    assert "Traceback" not in done.stderr


def _group(error: BaseException) -> Group:
    """Return a program with one command, which raises the error."""

    @click.command()
    def fail() -> None:
        """Fail."""
        raise error

    return Group("briefer", commands={"fail": fail})


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StoreError("No store at x.", hint="Name\nanother."), "No store at x. Name another."),
        (KeyboardInterrupt(), "Stopped."),
        (PermissionError(13, "Permission denied", "deck.pptx"), "deck.pptx: Permission denied."),
        (MemoryError(), "not enough memory"),
        (RecursionError("deep"), "RecursionError: deep"),
        (ValueError("\x1b[31mred\nline"), "\\x1b[31mred line"),
    ],
)
def test_whatever_is_raised_is_one_line(error: BaseException, words: str) -> None:
    """Expected errors, interruption, the system's errors and our own flaws: one line each."""
    done = CliRunner().invoke(_group(error), ["fail"])
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_flaw_is_shown_whole_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """With BRIEFER_DEBUG the traceback of a flaw is there."""
    monkeypatch.setenv("BRIEFER_DEBUG", "1")
    done = CliRunner().invoke(_group(ValueError("flaw")), ["fail"])
    assert isinstance(done.exception, ValueError)


@pytest.mark.parametrize(
    ("text", "line"), [("a\nb\tc", "a b c"), ("\x1b]0;x\x07", "\\x1b]0;x\\x07"), ("Zoë", "Zoë")]
)
def test_text_is_plain_on_a_terminal(text: str, line: str) -> None:
    """What a file or a record says cannot steer the terminal."""
    assert plain(text) == line


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a display")
def test_no_display_is_told_with_the_way_out(program: Program) -> None:
    """Without a display the window is refused, and the command line proposed."""
    assert_refused(program(), "display", "briefer export")


@posix
def test_interrupted_export_leaves_nothing(program: Program) -> None:
    """Ctrl C during an export ends it with one line at most and a whole deck or none."""
    process = subprocess.Popen(
        [sys.executable, "-m", "briefer", "export", "--sample", "-o", "deck.pptx"],
        cwd=program.folder,
        env=program.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not list(program.folder.iterdir()) and process.poll() is None:
        time.sleep(0.001)  # until the file is begun
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert len(errors.splitlines()) <= 1, errors
    assert [path.name for path in program.folder.iterdir()] in ([], ["deck.pptx"])
    for deck in program.folder.glob("*.pptx"):  # it was whole before the signal came
        assert package_problems(deck) == []
