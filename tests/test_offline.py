"""No socket is opened, whatever is done: asked of Python, of the system, and without a network."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import SITE, guarded_path

ROOT = Path(__file__).resolve().parents[1]
DAY = (sys.executable, "-m", "tests.working_day")
ALONE = ("unshare", "--map-root-user", "--net")
"""In a network of its own, where there is not even the way to itself."""


def run(
    *command: str | Path, folder: Path, path: str = str(ROOT)
) -> subprocess.CompletedProcess[str]:
    """Run a program without a screen on a user's folder of its own."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": path,
            "BRIEFER_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )


def works(*command: str) -> bool:
    """Return whether a program is there and may do its work here."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


def opened(trace: str) -> list[str]:
    """Return the calls in a trace that make a socket of any kind but a local one."""
    calls = re.findall(r"^.*\bsocket\(.*$", trace, re.MULTILINE)
    return [call for call in calls if "socket(AF_UNIX," not in call]


@pytest.mark.parametrize(
    "call",
    [
        "socket.socket()",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "socket.socket(socket.AF_UNIX).bind('x')",
        "socket.socket(socket.AF_UNIX).connect('x')",
    ],
)
def test_guard_refuses(call: str, tmp_path: Path) -> None:
    """Under the guard whatever reaches for a network fails, names and local addresses too."""
    done = run(
        sys.executable, "-c", f"import socket; {call}", folder=tmp_path, path=guarded_path("")
    )
    assert done.returncode == 1
    assert "is forbidden here" in done.stderr


def test_every_test_is_under_the_guard(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """This process and whatever Python it starts; `--sockets` alone takes it away."""
    allowed = request.config.getoption("--sockets")
    path = os.environ.get("PYTHONPATH", "")
    assert (str(SITE) in path.split(os.pathsep)) is not allowed
    done = run(sys.executable, "-c", "import socket; socket.socket()", folder=tmp_path, path=path)
    assert done.returncode == (0 if allowed else 1)
    if not allowed:
        with pytest.raises(RuntimeError, match=r"socket\.__new__ is forbidden here"):
            socket.socket()


def test_guard_leaves_pipes_within_a_program_alone(tmp_path: Path) -> None:
    """A pair of sockets that only one program knows is let be."""
    call = "import socket; a, b = socket.socketpair(); a.send(b'x'); assert b.recv(1) == b'x'"
    done = run(sys.executable, "-c", call, folder=tmp_path, path=guarded_path(""))
    assert done.returncode == 0, done.stderr


def test_a_day_without_sockets(tmp_path: Path) -> None:
    """Command line and window do all their work where Python makes no socket."""
    done = run(*DAY, tmp_path / "work", folder=tmp_path, path=guarded_path(str(ROOT)))
    assert done.returncode == 0, done.stderr[-3000:]
    assert SITE.is_dir()
    assert (tmp_path / "work" / "from-window.pptx").exists()


@pytest.mark.slow
@pytest.mark.skipif(not works("strace", "-f", "-e", "trace=network"), reason="needs strace")
def test_the_system_sees_no_socket(tmp_path: Path) -> None:
    """Neither Qt nor any other library asks the system for a socket but local ones.

    It runs where there is no network at all, if the system grants that.
    """
    trace = tmp_path / "trace.txt"
    alone = ALONE if works(*ALONE) else ()
    watched = ("strace", "-f", "-qq", "-e", "trace=network", "-o", trace)
    done = run(*alone, *watched, *DAY, tmp_path / "work", folder=tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    assert (tmp_path / "work" / "from-window.pptx").exists()
    assert opened(trace.read_text(encoding="utf-8")) == []


@pytest.mark.skipif(not works("strace", "-f", "-e", "trace=network"), reason="needs strace")
def test_the_system_would_see_one(tmp_path: Path) -> None:
    """A socket that a program does make is found in the trace."""
    trace = tmp_path / "trace.txt"
    call = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    watched = ("strace", "-f", "-qq", "-e", "trace=network", "-o", trace)
    run(*watched, sys.executable, "-c", call, folder=tmp_path)
    assert len(opened(trace.read_text(encoding="utf-8"))) == 1
