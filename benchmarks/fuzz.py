"""Spoil valid files at random and see that every reader bears them.

    python -m benchmarks.fuzz [--reader NAME ...] [--minutes 1] [--files N] [--seed 1] [--keep DIR]

Without --reader, each in turn. Prints for each how many files were tried and what came of them, how
many lines of the program were reached, the slowest and the largest, and what was found; ends with 1
if anything was. With --keep the files that were not borne are written into a folder, with what was
said of them beside.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.campaign import Campaign
from tests.fuzz.limits import apart
from tests.fuzz.readers import READERS


def main(arguments: Sequence[str]) -> int:
    """Run a campaign for each reader asked for and return whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--reader", action="append", choices=sorted(READERS), help="may be repeated"
    )
    parser.add_argument("--minutes", type=float, default=1.0, help="for each reader")
    parser.add_argument("--files", type=int, default=0, help="at most, for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for files that were not borne")
    options = parser.parse_args(arguments)
    found = 0
    for name in options.reader or READERS:
        campaign = Campaign(READERS[name], options.seed)
        with tempfile.TemporaryDirectory() as folder, apart() as child:
            campaign.run(Path(folder), child, files=options.files, seconds=options.minutes * 60)
        _print(campaign)
        if options.keep:
            _keep(campaign, options.keep)
        found += len(campaign.found)
    return 1 if found else 0


def _print(campaign: Campaign) -> None:
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in campaign.tried.most_common())
    sys.stdout.write(
        f"{campaign.reader.name}: {campaign.count:,} files (seed {campaign.seed}): {counts}; "
        f"{len(campaign.lines):,} steps between lines reached, {campaign.kept} files kept; at most "
        f"{campaign.slowest:.2f} s of CPU and {campaign.largest:.0f} MB\n"
    )
    for name, found in campaign.found.items():
        lines = found.verdict.said.strip().splitlines() or [""]
        sys.stdout.write(f"  {found.verdict.outcome}: {name}: {lines[-1][:300]}\n")
    sys.stdout.flush()


def _keep(campaign: Campaign, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, found in enumerate(campaign.found.values(), start=1):
        path = folder / f"{campaign.reader.name}-{campaign.seed}-{number}{campaign.reader.suffix}"
        path.write_bytes(found.data)
        path.with_suffix(".txt").write_text(found.verdict.said, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
