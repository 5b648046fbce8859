"""Times, and what they were measured on."""

from __future__ import annotations

import importlib.metadata
import math
import multiprocessing
import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Times:
    """How long keystrokes took, in milliseconds."""

    p50: float
    p95: float
    longest: float

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> Times:
        """Return the percentiles of at least one time."""
        ordered = sorted(milliseconds)
        return cls(
            p50=ordered[math.ceil(0.50 * len(ordered)) - 1],
            p95=ordered[math.ceil(0.95 * len(ordered)) - 1],
            longest=ordered[-1],
        )


def milliseconds_of(ask: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    """Ask for every text and return how long each took."""
    took: list[float] = []
    for text in texts:
        start = time.perf_counter()
        ask(text)
        took.append(1000 * (time.perf_counter() - start))
    return took


def in_own_process(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Return what a function returns in a new process, whose memory is then its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        return pool.submit(function, *args, **kwargs).result()


def machine() -> str:
    """Return what this machine and its software are, in one line."""
    versions = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    versions += [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES]
    system = f"{platform.system()} {platform.release()}"
    return ", ".join((f"{os.cpu_count()} x {_processor()}", system, *versions))


_PACKAGES = ("pyroaring", "sqlite-utils")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
