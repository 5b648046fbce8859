"""Export hostile words again and again, and see that nothing leads out of a file or acts in it.

    python -m benchmarks.hostile_exports [--times 100] [--seed 1]

Each time the sample, which has every slide kind, is spoiled in another way: briefing, records and
sources. Written are deck, accessibility report, PDF and handout, on the house templates in turn.
Prints how much was looked at and what was found; ends with 1 if anything was.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from briefer import paths, pipeline
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template
from tests.fuzz.other_forms import tried
from tests.fuzz.other_poison import poisoned
from tests.overriding import overriding


def main(arguments: Sequence[str]) -> int:
    """Export so many times and return whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    templates = [
        read_template(paths.bundled_templates() / house.file) for house in HOUSE_TEMPLATES.values()
    ]
    found: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.times):
            spoiled, template = poisoned(seed), templates[seed % len(templates)]
            try:
                built = overriding(pipeline.build(spoiled.briefing, spoiled.records, template))
                wrong, seen = tried(built, template, Path(folder))
            except Exception as error:  # whatever it is, it is what is looked for
                wrong, seen = [f"{type(error).__name__}: {error}"], Counter()
            found.update(f"seed {seed}: {one}" for one in wrong)
            counts.update({"briefings": 1, **seen})
    seconds = time.process_time() - started
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    sys.stdout.write(f"{told}; {seconds:.0f} s of CPU; {len(found):,} faults\n")
    for one in list(found)[:40]:
        sys.stdout.write(f"  {one[:300]}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
