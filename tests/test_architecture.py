"""The house's law: which package may import which, and what may stand outside it.

Imports inside functions and under TYPE_CHECKING count. ARCHITECTURE.md tells the reasons.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import briefer

PACKAGE = Path(briefer.__file__).resolve().parent

BASE = {"errors", "registry", "geometry", "numbering", "bounded"}
UP_TO_COMPOSE = BASE | {"records", "storyboard", "content"}
UP_TO_PIPELINE = UP_TO_COMPOSE | {
    "paths",
    "settings",
    "packs",
    "markings",
    "marked",
    "store",
    "citations",
    "compose",
    "template",
    "layout",
    "preflight",
    "provenance",
    "writers",
    "pipeline",
}

BESIDE = {"release", "roundtrip", "bibliography", "documents", "accessibility"}
"""Rooms beside the chain: what reads decks, bibliographies and documents."""

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "registry": {"errors"},
    "geometry": set(),
    "numbering": set(),
    "bounded": set(),
    "paths": {"errors"},
    "settings": {"errors", "whole"},
    "display": {"errors"},
    "desktop": {"errors", "whole"},
    "faults": set(),
    "whole": set(),
    "records": BASE,
    "content": BASE | {"records"},
    "packs": BASE | {"records"},
    "markings": BASE,
    "store": BASE | {"whole", "records", "packs", "markings"},
    "citations": BASE | {"whole", "records", "content"},
    "storyboard": BASE | {"whole", "records"},
    "compose": UP_TO_COMPOSE,
    "template": BASE,
    "layout": BASE | {"records", "content", "template"},
    "marked": UP_TO_COMPOSE | {"markings"},
    "preflight": UP_TO_COMPOSE | {"markings", "marked", "layout", "template"},
    "provenance": BASE | {"records"},
    "writers": BASE | {"whole", "records", "layout", "template", "provenance"},
    "release": UP_TO_COMPOSE | {"compose", "markings", "marked"},
    "pipeline": UP_TO_PIPELINE - {"settings", "packs", "pipeline"},
    "roundtrip": BASE | {"records", "provenance"},
    "bibliography": BASE | {"records"},
    "documents": BASE,
    "accessibility": BASE | {"roundtrip"},
    "draw": {"geometry", "layout", "template"},
    "publish": BASE | {"layout", "template", "writers", "pipeline", "draw"},
    "ui": UP_TO_PIPELINE | BESIDE | {"draw", "faults", "publish", "whole"},
    "app": UP_TO_PIPELINE | {"display", "draw", "faults", "ui"},
    "cli": UP_TO_PIPELINE | BESIDE | {"desktop", "display", "publish", "app"},
    "__main__": {"app", "cli"},
}
"""Bottom to top. The version in `briefer/__init__.py` is open to everybody."""

ONLY_IN: dict[str, set[str]] = {
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "pyroaring": {"store"},
    "pptx": {"writers"},
    "pypdf": {"writers", "documents"},
    "docx": {"documents"},
    "rispy": {"bibliography"},
    "bibtexparser": {"bibliography"},
    "pylatexenc": {"bibliography"},
    "citeproc": {"citations"},
    "lxml": {
        "template",
        "citations",
        "provenance",
        "writers",
        "roundtrip",
        "documents",
        "accessibility",
    },
    "PIL": {"layout", "template", "writers"},
    "click": {"cli"},
    "platformdirs": {"paths"},
    "PySide6.QtWidgets": {"ui"},
    "PySide6": {"draw", "ui", "app"},
}
"""What stands outside, and the only packages that may know it."""

ONLY_THESE: dict[tuple[str, str], set[str]] = {
    ("writers", "layout"): {"briefer.layout.boxes"},
    ("draw", "layout"): {"briefer.layout.boxes"},
}
"""Where one package may know only a part of another."""

NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
}


@dataclass(frozen=True)
class Import:
    """One imported name, where it stands, and the package that imports it."""

    package: str
    name: str
    level: int
    where: str


def _room(path: Path) -> str:
    """Return the name of the package or top-level module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _names(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield what an import statement imports, with the number of leading dots.

    `from briefer import paths` gives `briefer.paths`; `from a.b import c` gives `a.b` and `a.b.c`,
    because `c` may be a module.
    """
    if isinstance(node, ast.Import):
        yield from ((alias.name, 0) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = node.module or ""
        if module != "briefer":
            yield module, node.level
        yield from ((f"{module}.{alias.name}", node.level) for alias in node.names)


def _imports(source: str, path: Path) -> Iterator[Import]:
    """Yield every import in a module, wherever in it the statement stands."""
    for node in ast.walk(ast.parse(source)):
        for name, level in _names(node):
            line = getattr(node, "lineno", 0)
            yield Import(_room(path), name, level, f"{path.relative_to(PACKAGE.parent)}:{line}")


def _all_imports() -> list[Import]:
    """Return every import of the program."""
    return [
        found
        for path in sorted(PACKAGE.rglob("*.py"))
        for found in _imports(path.read_text(encoding="utf-8"), path)
    ]


def _is_or_in(name: str, module: str) -> bool:
    """Return whether a dotted name is the module or something in it."""
    return name == module or name.startswith(f"{module}.")


def _breaches(imports: list[Import]) -> list[str]:
    """Return what breaks the law, one line each."""
    return [
        f"{found.where}: {found.package} must not import {found.name}"
        for found in imports
        if found.level or _forbidden_inside(found) or _forbidden_outside(found)
    ]


def _forbidden_inside(found: Import) -> bool:
    """Return whether a package of the house is imported against the table."""
    parts = found.name.split(".")
    if parts[0] != "briefer" or len(parts) == 1 or found.package == "__init__":
        return parts[0] == "briefer" and found.package == "__init__"
    target = parts[1]
    if target in (found.package, "__version__"):
        return False
    part = ONLY_THESE.get((found.package, target))
    if part is not None and not any(_is_or_in(found.name, allowed) for allowed in part):
        return True
    return target not in MAY_IMPORT.get(found.package, set())


def _forbidden_outside(found: Import) -> bool:
    """Return whether a library is imported by a package that must not know it."""
    if any(_is_or_in(found.name, module) for module in NETWORK):
        return True
    for module, packages in ONLY_IN.items():
        if _is_or_in(found.name, module):
            return found.package not in packages
    return False


def test_every_import_is_in_the_table() -> None:
    """No module imports what its row does not name, nor a library that is not its business."""
    assert not _breaches(_all_imports())


def test_every_room_has_a_row() -> None:
    """A new package or top-level module must be placed in the table."""
    rooms = {_room(path) for path in PACKAGE.rglob("*.py")} - {"__init__"}
    assert rooms <= set(MAY_IMPORT), f"no row for {sorted(rooms - set(MAY_IMPORT))}"


def test_table_has_no_cycle() -> None:
    """The rows can be ordered so that each imports only rows before it."""
    order = list(TopologicalSorter(MAY_IMPORT).static_order())
    assert set(order) == set(MAY_IMPORT)
    assert order.index("records") < order.index("compose") < order.index("ui")


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("ui/panel.py", "def late():\n    import sqlite3\n"),
        ("compose/kinds/bluf.py", "from briefer.store.store import Store\n"),
        ("compose/kinds/bluf.py", "from briefer import store\n"),
        ("compose/kinds/bluf.py", "if TYPE_CHECKING:\n    from briefer.layout import boxes\n"),
        ("layout/text.py", "from PySide6 import QtGui\n"),
        ("draw/painter.py", "from PySide6 import QtWidgets\n"),
        ("app.py", "from PySide6.QtWidgets import QApplication\n"),
        ("store/store.py", "from .schema import TABLES\n"),
        ("writers/pptx/deck.py", "from briefer.layout.arrange import arrange\n"),
        ("writers/pptx/deck.py", "from briefer.content import Slide\n"),
        ("pipeline.py", "import urllib.request\n"),
        ("pipeline.py", "from urllib import request\n"),
        ("template/reader.py", "import pptx\n"),
        ("newroom.py", "from briefer.records.base import Ref\n"),
    ],
)
def test_breach_is_caught(file: str, source: str) -> None:
    """Each kind of forbidden import is found, wherever in a module it stands."""
    assert _breaches(list(_imports(source, PACKAGE / file)))


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("ui/panel.py", "from PySide6 import QtWidgets\nfrom briefer import pipeline, paths\n"),
        ("store/store.py", "import sqlite3\nfrom briefer.records.base import Ref\n"),
        ("cli/main.py", "from briefer import __version__\nfrom briefer.app import run_window\n"),
        ("template/reader.py", "from urllib.parse import unquote\n"),
        ("writers/pptx/deck.py", "from briefer.layout.boxes import Page\nimport pptx\n"),
    ],
)
def test_lawful_import_passes(file: str, source: str) -> None:
    """What the table names is let through."""
    assert not _breaches(list(_imports(source, PACKAGE / file)))


def test_core_runs_without_qt(tmp_path: Path) -> None:
    """The sample is exported by an interpreter that has no PySide6."""
    program = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from briefer.cli.main import main\n"
        f"sys.argv = ['briefer', 'export', '--sample', '-o', {str(tmp_path / 'deck.pptx')!r}]\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "deck.pptx").stat().st_size > 0


def test_sockets_are_never_opened(tmp_path: Path) -> None:
    """The sample is exported by an interpreter in which no socket can be made."""
    program = (
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event.startswith('socket.'):\n"
        "        raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "from briefer.cli.main import main\n"
        f"sys.argv = ['briefer', 'export', '--sample', '-o', {str(tmp_path / 'deck.pptx')!r}]\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
