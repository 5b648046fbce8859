"""The export of decks of several sizes, beside what writes the same slides without Briefer.

In: a plan. Out: tables of whole processes from start to exit, growth, goals. Briefer is the program
itself: it reads a briefing and the library, composes, cites, lays out, checks and writes. Peers are
handed the finished pages and only write them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.plan import Plan, tell, workshop
from benchmarks.processes import ROOT, Command, Costs, WorkError, growth, in_turns, run
from benchmarks.results import Goal, Part, Row, Table, table

BRIEFER, PLAIN, NODE, PANDOC = "Briefer", "python-pptx", "PptxGenJS", "pandoc"
_SLOW = frozenset((PLAIN, PANDOC))
_DECK, _PAGES, _MARKDOWN = "deck.briefing", "pages.json", "deck.md"
_RUNS = ((100, 5), (1000, 3))
"""Up to how many slides a deck is exported how often; a larger one once."""
_LARGE_RUNS = 1
_CHAIN = 1000

_NOTES = (
    "Briefer is `briefer export` on a briefing file: it gathers records, composes, cites, lays "
    "out, checks, writes, and puts alternative texts, links inside the deck, provenance and "
    "sections into the file.",
    "Peers are handed the finished pages as JSON, reading which is part of their time. They "
    "write the same boxes, tables, native charts, web links and notes, and are spared composing, "
    "citing, measuring, checking, provenance, a template of their own and links inside the deck.",
    "PptxGenJS writes with `stream()` and compression; it has no groups. Pandoc gets Markdown: no "
    "places, no shapes, no native charts (tables instead), and it breaks slides where it likes.",
    "Seconds are the middle of the runs, which take turns; memory is the most a process held.",
)


@dataclass(frozen=True, slots=True)
class Size:
    """What exporting a deck of one size cost everybody. `asked` is its round number."""

    asked: int
    slides: int
    costs: Mapping[str, Costs]

    def ratio(self, peer: str) -> float:
        """Return Briefer's seconds in those of a peer, NaN where that was not measured."""
        theirs = self.costs.get(peer, Costs()).seconds
        return self.costs[BRIEFER].seconds / theirs


def measure(plan: Plan) -> Part:
    """Return what exports cost."""
    with workshop() as (folder, user):
        sizes = [_size(asked, plan, folder, user) for asked in plan.slides]
        chain = _chain(plan, folder, user)
    tables = [*(_table_of(size) for size in sizes), _growth(sizes)]
    return Part(
        "export",
        "Export",
        tables=tuple(each for each in (*tables, chain) if each is not None and each.rows),
        goals=tuple(_goals(sizes, chain)),
        notes=(*_NOTES, *_absent(plan)),
        wrong=tuple(_wrong(sizes)),
    )


def _size(asked: int, plan: Plan, folder: Path, user: Mapping[str, str]) -> Size:
    """Return what a deck of a size cost everybody."""
    tell(f"export: a deck of {asked:,} slides")
    place = folder / str(asked)
    place.mkdir()
    slides = int(run(Command.python("-m", "benchmarks.decks", str(asked), place)).told)
    usual = next((runs for most, runs in _RUNS if asked <= most), _LARGE_RUNS)
    commands = {
        name: command
        for name, command in _commands(plan, place, user).items()
        if name == BRIEFER or not (plan.alone or (name in _SLOW and asked > plan.slow_up_to))
    }
    return Size(
        asked,
        slides,
        in_turns(commands, plan.runs(usual), tell=tell, warm=asked <= 100 and not plan.smoke),
    )


def _commands(plan: Plan, place: Path, user: Mapping[str, str]) -> dict[str, Command]:
    """Return who exports the deck in a folder, and how."""
    target = {name: place / f"{name}.pptx" for name in (BRIEFER, PLAIN, NODE, PANDOC)}
    pages = place / _PAGES
    commands = {
        BRIEFER: Command.python(
            *("-m", "briefer", "export", place / _DECK, "--force", "-o", target[BRIEFER]),
            target=target[BRIEFER],
            variables=user,
        ),
        PLAIN: Command.python(
            "-m", "benchmarks.peers.plain", "write", pages, target[PLAIN], target=target[PLAIN]
        ),
    }
    if plan.node:
        script = ROOT / "benchmarks" / "peers" / "pptxgenjs.mjs"
        words = (plan.node, str(script), str(plan.peers.absolute()), str(pages), str(target[NODE]))
        commands[NODE] = Command(words, target=target[NODE])
    if plan.pandoc:
        markdown = place / _MARKDOWN
        run(Command.python("-m", "benchmarks.peers.markdown", pages, markdown))
        words = (plan.pandoc, "--from=markdown", "--to=pptx", "--slide-level=2", str(markdown))
        commands[PANDOC] = Command((*words, "-o", str(target[PANDOC])), target=target[PANDOC])
    return commands


def _chain(plan: Plan, folder: Path, user: Mapping[str, str]) -> Table | None:
    """Return who saves slides that each link to the next; not asked in small or hurried runs."""
    if max(plan.slides) < _CHAIN or plan.hurry > 1 or plan.alone:
        return None
    ours, theirs = folder / "chain.pptx", folder / "chain-plain.pptx"
    count = str(_CHAIN)
    commands = {
        BRIEFER: Command.python("-m", "benchmarks.chain", count, ours, target=ours, variables=user),
        PLAIN: Command.python(
            "-m", "benchmarks.peers.plain", "chain", count, theirs, target=theirs
        ),
    }
    rows: list[Row] = []
    for name, command in commands.items():
        tell(f"export: {count} slides in a chain, {name}")
        try:
            cost = run(command)
        except WorkError as error:
            rows.append({"": name, "saved": False, "s": math.nan, "why not": f"`{error}`"})
        else:
            rows.append({"": name, "saved": True, "s": cost.seconds, "why not": ""})
    return table(f"{_CHAIN:,} slides that each link to the next", rows)


def _table_of(size: Size) -> Table:
    return table(f"{size.slides:,} slides", (_row(name, size) for name in size.costs))


def _row(name: str, size: Size) -> Row:
    costs = size.costs[name]
    return {
        "": name + (f" (failed: {costs.failure})" if costs.failure else ""),
        "s": costs.seconds,
        "s computing": costs.computing,
        "Briefer / this": size.ratio(name),
        "MB at most": costs.memory,
        "kB written": costs.bytes // 1000 or math.nan,
        "runs": len(costs.runs),
        "same bytes each time": costs.identical,
    }


def _growth(sizes: Sequence[Size]) -> Table:
    """Return by which powers of the slides seconds, computing and memory grow."""
    rows: list[Row] = []
    for before, after in pairwise(sizes):
        ends = (float(before.slides), float(after.slides))
        for name in (name for name in after.costs if name in before.costs):
            first, last = before.costs[name], after.costs[name]
            rows.append(
                {
                    "slides": f"{before.slides:,} to {after.slides:,}",
                    "": name,
                    "seconds": growth(first.seconds, last.seconds, sizes=ends),
                    "computing": growth(first.computing, last.computing, sizes=ends),
                    "memory": growth(first.memory, last.memory, sizes=ends),
                }
            )
    return table("Growth: 1 is in proportion to the slides", rows)


def _goals(sizes: Sequence[Size], chain: Table | None) -> Iterator[Goal]:
    at = {size.asked: size for size in sizes}
    for slides, most in ((100, 0.35), (1000, 0.05)):
        yield Goal(
            f"export of {slides:,} slides, time / python-pptx", most, _ratio(at.get(slides), PLAIN)
        )
    for slides in (100, 1000):
        yield Goal(
            f"export of {slides:,} slides, time / PptxGenJS", 1.0, _ratio(at.get(slides), NODE)
        )
    for first, last in ((1000, 3000), (3000, 5000)):
        seconds, memory = _exponents(at.get(first), at.get(last))
        yield Goal(f"growth of time, {first:,} to {last:,} slides, exponent", 1.1, seconds)
        yield Goal(f"growth of memory, {first:,} to {last:,} slides, exponent", 1.0, memory)
    thousand = at.get(1000)
    ours = thousand.costs[BRIEFER] if thousand else Costs()
    theirs = thousand.costs.get(PLAIN, Costs()) if thousand else Costs()
    size = ours.bytes / theirs.bytes if theirs.bytes else math.nan
    yield Goal("peak memory at 1,000 slides / python-pptx", 0.8, ours.memory / theirs.memory)
    yield Goal("bytes written at 1,000 slides / python-pptx", 1.0, size)
    same = [each.costs[BRIEFER].identical for each in sizes]
    asked = [each for each in same if each is not None]
    yield Goal("two exports are the same bytes", True, all(asked) if asked else math.nan)
    saved = bool(chain.rows[0]["saved"]) if chain else math.nan
    yield Goal(f"{_CHAIN:,} slides that link in a chain are saved", True, saved)


def _ratio(size: Size | None, peer: str) -> float:
    return size.ratio(peer) if size else math.nan


def _exponents(before: Size | None, after: Size | None) -> tuple[float, float]:
    if before is None or after is None:
        return math.nan, math.nan
    ends = (float(before.slides), float(after.slides))
    first, last = before.costs[BRIEFER], after.costs[BRIEFER]
    return (
        growth(first.seconds, last.seconds, sizes=ends),
        growth(first.memory, last.memory, sizes=ends),
    )


def _absent(plan: Plan) -> Iterator[str]:
    if not plan.node:
        yield "PptxGenJS was left out: Node.js or the package is not there."
    if not plan.pandoc:
        yield "Pandoc was left out: it is not installed."
    if max(plan.slides) > plan.slow_up_to:
        yield f"python-pptx and pandoc were left out above {plan.slow_up_to:,} slides."


def _wrong(sizes: Sequence[Size]) -> Iterator[str]:
    for size in sizes:
        if size.costs[BRIEFER].failure:
            yield f"{size.slides:,} slides were not exported: {size.costs[BRIEFER].failure}"
