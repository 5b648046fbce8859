"""What every arranger needs: the template, the text setter, and known slide numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefer.errors import TemplateError
from briefer.geometry import Color
from briefer.layout.inlines import Look, SlideNumbers
from briefer.layout.memo import Memo
from briefer.layout.pictures import Pictures
from briefer.layout.text import TextSetter
from briefer.template.model import Placeholder, Template

GOLD = "Signature gold"


@dataclass(frozen=True)
class Setting:
    """What every arranger needs: the template, the text setter, known slide numbers, pictures."""

    template: Template
    setter: TextSetter
    numbers: SlideNumbers
    pictures: Pictures = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo, compare=False, repr=False)

    def look(self, placeholder: Placeholder | None = None) -> Look:
        """Return how inlines look on a placeholder: gold markers on inverse panels."""
        if placeholder is not None and _inverse(placeholder) and GOLD in self.template.colors:
            return Look(self.numbers, Color(rgb=self.template.colors[GOLD]))
        return Look(self.numbers)


def _inverse(placeholder: Placeholder) -> bool:
    """Return whether a placeholder's text stands on navy."""
    if placeholder.fill is not None:
        return placeholder.fill.slot == "tx2"
    return any(level.color.slot in ("bg1", "bg2") for level in placeholder.levels[:2])


def required(template: Template, layout: str, idx: int) -> Placeholder:
    """Return a placeholder an arranger cannot do without; raise TemplateError when it is absent."""
    placeholder = template.layout(layout).placeholder(idx)
    if placeholder is None:
        raise TemplateError(
            f"Layout {layout!r} of template {template.path.name} has no placeholder {idx}.",
            hint="Use a house template, or add the placeholder.",
        )
    return placeholder
