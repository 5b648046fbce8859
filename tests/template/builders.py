"""Presentations to read: the light template with parts changed, and small ones from scratch."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from briefer.paths import bundled_templates

MASTER = "ppt/slideMasters/slideMaster1.xml"
PRESENTATION = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
Edit = Callable[[bytes], bytes]


def changed_template(
    path: Path, edits: Mapping[str, Edit], *, without: tuple[str, ...] = ()
) -> Path:
    """Write the light template to the path with some parts edited and some left out."""
    with zipfile.ZipFile(bundled_templates() / "light.pptx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in without}
    for name, edit in edits.items():
        before = parts[name]
        parts[name] = edit(before)
        if parts[name] == before:
            raise ValueError(f"the edit of {name} changes nothing")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def swap(old: str, new: str, *, count: int = -1) -> Edit:
    """Return an edit that puts one text for another."""
    return lambda data: data.replace(old.encode(), new.encode(), count)
