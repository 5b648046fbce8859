"""Libraries built in a process of their own, so that who measures stays light.

    python -m benchmarks.libraries SIZE FOLDER

In: a plan and a size. Out: the files of the library, and what building took.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.plan import Plan, tell
from benchmarks.processes import Command, run


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is ready: its store, and the same texts as peers hold them."""

    count: int
    store: Path
    peers: Path


def ready(plan: Plan, size: int) -> Library:
    """Return the library of a size, built now or in an earlier run."""
    tell(f"a library of {size:,} records")
    told = run(Command.python("-m", "benchmarks.libraries", str(size), plan.folder.absolute())).told
    found = json.loads(told)
    return Library(size, Path(found["store"]), Path(found["peers"]))


def main() -> None:
    """Build a library where there is none yet; print where it is."""
    from benchmarks.building import Files

    files, built = Files.ready(Path(sys.argv[2]), int(sys.argv[1]))
    told = {
        "store": str(files.store),
        "peers": str(files.peers),
        "built": dataclasses.asdict(built),
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
