"""Prove that decks hold whatever a briefing says: random briefings, rules, validators, renderings.

    python -m benchmarks.robustness [--briefings 200] [--render 5] [--seed 1] [--keep FOLDER]

Prints how many briefings, pages and decks were tried and what was found; ends with 1 if anything
was. The rules are those of `tests/robustness/rules.py`, the briefings those of the tests beside it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from benchmarks.rendered import misplaced
from briefer import paths, pipeline
from briefer.layout.boxes import Page
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template
from tests.end_to_end.exports import deck_problems
from tests.rendering import page_texts, render_pdf
from tests.robustness.briefings import Drawn, briefings
from tests.robustness.rules import RULES, Judged, breaches

_SHOWN = 20


class Trial:
    """Counts of what was tried, and what was found in it; each `every`th deck is rendered."""

    def __init__(self, folder: Path, *, every: int, kept: Path | None = None) -> None:
        self.counts: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self._folder = folder
        self._every = every
        self._kept = kept
        self._templates = {
            name: read_template(paths.bundled_templates() / house.file)
            for name, house in HOUSE_TEMPLATES.items()
        }

    def of(self, drawn: Drawn) -> None:
        """Try one briefing, on each house template in turn."""
        names = list(self._templates)
        name = names[self.counts["briefings"] % len(names)]
        template = self._templates[name]
        built = pipeline.build(drawn.briefing, drawn.records, template)
        self.counts.update({"briefings": 1, "slides": len(built.deck.slides)})
        self.counts.update({"pages": len(built.pages), f"pages on {name}": len(built.pages)})
        self.counts["pages with words cut, each a finding"] += sum(p.shortened for p in built.pages)
        self.found.update(breaches(Judged(built, template)))
        target = self._folder / f"{self.counts['briefings']}.pptx"
        self.found.update(deck_problems(built, target, template=name))
        self.counts["decks validated"] += 1
        if self._every and self.counts["briefings"] % self._every == 0:
            self._rendered(target, built.pages)
        target.unlink()

    def _rendered(self, target: Path, pages: Sequence[Page]) -> None:
        pdf = render_pdf(target, self._folder)
        texts = page_texts(pdf)
        self.counts.update({"decks rendered": 1, "pages rendered": len(texts)})
        if len(texts) != len(pages) or not all(text.strip() for text in texts):
            self.found[f"LibreOffice shows {len(texts)} of {len(pages)} pages"] += 1
        else:
            self.found.update(f"LibreOffice: {what}" for what in misplaced(pdf, pages))
        if self._kept:
            shutil.copy(target, self._kept)


def main(arguments: Sequence[str]) -> int:
    """Try as many briefings as asked for, print the counts, return whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefings", type=int, default=200)
    parser.add_argument("--render", type=int, default=0, help="decks to render with LibreOffice")
    parser.add_argument("--keep", type=Path, help="a folder for the decks that are rendered")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    quiet = settings(
        max_examples=options.briefings,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with tempfile.TemporaryDirectory() as folder:
        every = options.briefings // options.render if options.render else 0
        trial = Trial(Path(folder), every=every, kept=options.keep)

        @seed(options.seed)
        @quiet
        @given(briefings())
        def try_one(drawn: Drawn) -> None:
            """Try a drawn briefing."""
            trial.of(drawn)

        try_one()
    for what, count in trial.counts.items():
        sys.stdout.write(f"{count:8,}  {what}\n")
    sys.stdout.write(f"{trial.found.total():8,}  breaches of {len(RULES)} rules and validators\n")
    for what, times in trial.found.most_common(_SHOWN):
        sys.stdout.write(f"          {times} x {what}\n")
    return 1 if trial.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
