"""Measure Briefer beside what one would use instead, in one run on one machine.

    python -m benchmarks [export] [read] [search] [start] [window] [memory]
        [--slides 10,100,1000,3000,5000] [--sizes 10000,100000,1000000] [--slow-up-to 1000]
        [--quick] [--alone] [--smoke] [--folder out/bench]

Without parts all are measured. Prints goals and tables, and keeps them as `results.md` and
`results.json` in the folder, beside the libraries. Nothing asserts a speed: the run fails only
where Briefer did not do what it was measured at.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measuring import in_own_process, machine
from benchmarks.parts import PARTS, measure
from benchmarks.plan import Plan, tell
from benchmarks.results import Results

_PACKAGES = ("python-pptx", "lxml", "PySide6-Essentials")
_SMOKE = Plan(Path(), slides=(10,), sizes=(600,), smoke=True)


def where(plan: Plan) -> dict[str, str]:
    """Return the machine, the versions, the time and how much else the machine did."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES]
    load = "not told"
    if hasattr(os, "getloadavg"):
        load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return {
        "Machine": machine(),
        "Peers": ", ".join((*versions, *_peers(plan))),
        "When": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "Load before (1, 5, 15 minutes)": load,
    }


def _peers(plan: Plan) -> Iterator[str]:
    if plan.node:
        package = plan.peers / "node_modules" / "pptxgenjs" / "package.json"
        yield f"PptxGenJS {json.loads(package.read_text(encoding='utf-8'))['version']}"
        yield f"Node {_first_line(plan.node)}"
    if plan.pandoc:
        yield _first_line(plan.pandoc)


def _first_line(program: str) -> str:
    done = subprocess.run([program, "--version"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()[0]


def main() -> int:
    """Read the options and run; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--slides", type=_numbers, default=Plan.slides, help="sizes of decks")
    parser.add_argument("--sizes", type=_numbers, default=Plan.sizes, help="sizes of libraries")
    parser.add_argument(
        "--slow-up-to",
        type=int,
        default=Plan.slow_up_to,
        help="slides above which python-pptx and pandoc are left out",
    )
    parser.add_argument("--quick", action="store_true", help="a third of the runs")
    parser.add_argument("--alone", action="store_true", help="export without peers")
    parser.add_argument("--smoke", action="store_true", help="only see that it works")
    parser.add_argument("--folder", type=Path, default=Path("out/bench"))
    chosen = parser.parse_args()
    unknown = set(chosen.parts) - set(PARTS)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    plan = Plan(
        chosen.folder,
        slides=_SMOKE.slides if chosen.smoke else chosen.slides,
        sizes=_SMOKE.sizes if chosen.smoke else chosen.sizes,
        slow_up_to=chosen.slow_up_to,
        hurry=3 if chosen.quick else 1,
        smoke=chosen.smoke,
        alone=chosen.alone,
    )
    return _run(tuple(chosen.parts) or tuple(PARTS), plan)


def _run(names: tuple[str, ...], plan: Plan) -> int:
    plan.folder.mkdir(parents=True, exist_ok=True)
    place = where(plan)
    # Each part in a process of its own: what it imports must not weigh on the next.
    parts = []
    for name in names:
        parts.append(in_own_process(measure, name, plan))
        results = Results(place, tuple(parts))
        _keep(results, plan.folder)
    sys.stdout.write(results.markdown)
    tell(f"Kept in {plan.folder / 'results.md'} and results.json.")
    return 1 if any(part.wrong for part in parts) else 0


def _keep(results: Results, folder: Path) -> None:
    (folder / "results.md").write_text(results.markdown, encoding="utf-8")
    plain = json.dumps(results.json, indent=1, ensure_ascii=False)
    (folder / "results.json").write_text(f"{plain}\n", encoding="utf-8")


def _numbers(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part.replace("_", "")) for part in text.split(","))
    if min(numbers) < 10 or list(numbers) != sorted(set(numbers)):
        raise argparse.ArgumentTypeError("sizes rise and are 10 or more")
    return numbers


if __name__ == "__main__":
    sys.exit(main())
