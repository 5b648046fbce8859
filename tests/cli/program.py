"""The program as users start it: a process of its own, its output and its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """Runs `briefer` in a folder, with a user folder of its own and no display."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        """The user's folder that the program sees."""
        return self.folder / "home"

    def environment(self, **variables: str) -> dict[str, str]:
        """Return the environment: this process's, without a display, with what is given."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "BRIEFER_DEBUG")
        }
        # An installed Briefer needs no PYTHONPATH; a checkout that is not installed does.
        root = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
        return {**kept, "PYTHONPATH": path, "BRIEFER_HOME": str(self.home), **variables}

    def __call__(
        self, *arguments: str | bytes | Path, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the program to its end and return its output and exit status."""
        return subprocess.run(
            [sys.executable, "-m", "briefer", *arguments],
            cwd=self.folder,
            env=self.environment(**variables),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Assert that a command ended with one clear line that holds the words, and status 1."""
    assert done.returncode == 1, (done.stdout, done.stderr)
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("briefer: ")
    for word in words:
        assert word in lines[0]
