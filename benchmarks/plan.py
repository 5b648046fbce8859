"""What a run measures: sizes, how often, where its files lie.

In: the options of the command line. Out: frozen values that all parts read.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from briefer.paths import HOME_VARIABLE

PEERS_VARIABLE = "BRIEFER_BENCH_PEERS"
"""Names the folder in which `npm install pptxgenjs` was run."""
_SCREEN = {
    **{"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080},
    **{"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
}


@dataclass(frozen=True)
class Plan:
    """How much is measured. `folder` keeps libraries from run to run."""

    folder: Path
    slides: tuple[int, ...] = (10, 100, 1000)
    sizes: tuple[int, ...] = (10_000, 100_000)
    slow_up_to: int = 1000
    """Slides above which the slow peers, python-pptx and pandoc, are left out."""
    hurry: int = 1
    """By how much less often than usual everything is run."""
    smoke: bool = False
    alone: bool = False
    """Whether the export is measured without peers."""

    @property
    def peers(self) -> Path:
        """Where PptxGenJS is, if it is."""
        named = os.environ.get(PEERS_VARIABLE, "").strip()
        return Path(named) if named else self.folder / "peers"

    @property
    def node(self) -> str | None:
        """Node.js, where it and PptxGenJS are installed."""
        there = (self.peers / "node_modules" / "pptxgenjs").is_dir()
        return shutil.which("node") if there else None

    @property
    def pandoc(self) -> str | None:
        """Pandoc, where it is installed."""
        return shutil.which("pandoc")

    def runs(self, usual: int) -> int:
        """Return how often something is run that is usually run so often."""
        return 1 if self.smoke else math.ceil(usual / self.hurry)


@contextmanager
def workshop() -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield a folder that is removed after, and the variables of a user whose home is in it.

    Windows have a screen of a usual size there, which nobody sees.
    """
    with TemporaryDirectory(prefix="briefer-benchmark-") as name:
        folder = Path(name)
        screen = folder / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        platform = f"offscreen:configfile={screen}"
        yield folder, {HOME_VARIABLE: str(folder / "home"), "QT_QPA_PLATFORM": platform}


def tell(text: str) -> None:
    """Tell whoever waits what is being done."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
