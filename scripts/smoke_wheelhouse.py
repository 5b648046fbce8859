"""Try a folder of wheels without an index: `python scripts/smoke_wheelhouse.py dist/wheelhouse`.

They are installed into a new environment with `--no-index`, as on a laptop that is not connected,
and the program does the same steps as the one-folder build.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import briefer
from smoke_steps import Alone, say, size_of, smoke


def install(wheels: Path, folder: Path) -> Path:
    """Return the program in a new environment that holds what the wheels hold."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    # What this computer's pip is told elsewhere must not help.
    told = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    subprocess.run(
        [
            *(programs / "python", "-m", "pip", "install", "--quiet", "--no-index"),
            *("--disable-pip-version-check", "--find-links", wheels, "briefer[csl]"),
        ],
        env={**told, "PIP_CONFIG_FILE": os.devnull},
        check=True,
    )
    return programs / "briefer"


def main() -> None:
    """Run all steps and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("dist/wheelhouse"))
    wheels = parser.parse_args().folder.resolve()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        here = Path(scratch).resolve()
        say(f"size: {size_of(wheels)}")
        program = Alone((str(install(wheels, here / "venv")),), here)
        for line in smoke(program, briefer.__version__):
            say(line)


if __name__ == "__main__":
    main()
