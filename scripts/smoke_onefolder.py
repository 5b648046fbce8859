"""Try the one-folder build where nothing else is: `python scripts/smoke_onefolder.py dist/briefer`.

It starts with the files out of the system's cache where the system can be asked for that (Linux),
as after the laptop was switched on; exports the sample, reads the deck back, opens the window.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import briefer
from smoke_steps import Alone, say, size_of, smoke


def forget(folder: Path) -> bool:
    """Return whether the files of a folder were put out of the system's cache."""
    if sys.platform != "linux":
        return False
    for path in folder.rglob("*"):
        if path.is_file():
            file = os.open(path, os.O_RDONLY)
            try:
                os.fsync(file)  # only what is on the disk can be let go
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(file)
    return True


def main() -> None:
    """Run all steps and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("dist/briefer"))
    built = parser.parse_args().folder.resolve()
    name = "briefer.exe" if sys.platform == "win32" else "briefer"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        here = Path(scratch).resolve()
        cold, program = (Alone((str(built / name),), here / part) for part in ("cold", "warm"))
        say(f"size: {size_of(built)}")
        if forget(built):
            say(f"--version, cold      {cold.run('--version')[1]:6.2f} s")
            forget(built)
            say(f"window, cold         {cold.open_window():6.2f} s  first start")
        for line in smoke(program, briefer.__version__):
            say(line)


if __name__ == "__main__":
    main()
