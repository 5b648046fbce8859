"""The house templates by name, and how a template is found from what a user or a file names.

In: a name or a path, and the folder of house templates. Out: a path. Must not know: what is in a
template.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefer.errors import TemplateError, did_you_mean
from briefer.registry import Registry

SUFFIXES = (".pptx", ".potx")


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """A template that ships with Briefer: its name in files and commands, label, file name."""

    name: str
    label: str
    file: str


HOUSE_TEMPLATES: Registry[HouseTemplate] = Registry(
    "template",
    (
        HouseTemplate("light", "Briefer Light", "light.pptx"),
        HouseTemplate("sans", "Briefer Sans", "sans.pptx"),
        HouseTemplate("high-contrast", "Briefer High Contrast", "high-contrast.pptx"),
    ),
)


def find_template(name_or_path: str, *, folder: Path, beside: Path | None = None) -> Path:
    """Return the file of a template: a house template's name, or the path of a .pptx or .potx.

    An empty name means the first house template. A relative path is looked for `beside` the file
    that names it before it is looked for in the current folder. Raise TemplateError for a name
    that is neither, naming the nearest one, and for a file that does not exist.
    """
    wanted = name_or_path.strip() or next(iter(HOUSE_TEMPLATES))
    if wanted in HOUSE_TEMPLATES:
        return folder / HOUSE_TEMPLATES[wanted].file
    path = Path(wanted).expanduser()
    for candidate in ([beside / path] if beside else []) + [path]:
        if candidate.is_file():
            return candidate
    if path.suffix.lower() in SUFFIXES or len(path.parts) > 1:
        raise TemplateError(
            f"Template {wanted} does not exist.",
            hint=f"Give the path of a .pptx or .potx file, or one of {_names()}.",
        )
    raise TemplateError(
        f"No template {wanted!r}.",
        hint=f"{did_you_mean(wanted, HOUSE_TEMPLATES)} A path to a .pptx or .potx works too.",
    )


def _names() -> str:
    """Return the names of the house templates, listed."""
    return ", ".join(HOUSE_TEMPLATES)
