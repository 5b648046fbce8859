"""Small modules, short functions: the sizes that keep each of them readable on one screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import briefer

PACKAGE = Path(briefer.__file__).resolve().parent
TESTS = Path(__file__).resolve().parent
SCRIPTS = TESTS.parent / "scripts"

MODULE_LINES = 500
FUNCTION_LINES = 60
"""The aim is 40; what a table of options or a long signature adds is allowed for."""


def _modules() -> Iterator[Path]:
    """Yield every module of the program, of the tests and of the scripts."""
    for folder in (PACKAGE, TESTS, SCRIPTS):
        yield from sorted(folder.rglob("*.py"))


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the place of every function in a module and its length in lines, docstring apart."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node) is not None:
                lines -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield f"{path.relative_to(PACKAGE.parent)}:{node.lineno} {node.name}", lines


def test_no_module_is_too_long() -> None:
    """Every module has at most 500 lines."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()}
    too_long = [f"{path}: {lines}" for path, lines in lengths.items() if lines > MODULE_LINES]
    assert not too_long


def test_no_function_is_too_long() -> None:
    """Every function of the program has at most 60 lines."""
    too_long = [
        f"{place}: {lines}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for place, lines in _functions(path)
        if lines > FUNCTION_LINES
    ]
    assert not too_long


def test_modules_are_small_by_habit() -> None:
    """Half of the modules have at most 200 lines."""
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")
    )
    assert lengths[len(lengths) // 2] <= 200
