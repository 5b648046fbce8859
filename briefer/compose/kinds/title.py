"""The title slide: what the briefing is, for whom, as of when. Knows no records."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, TextField
from briefer.compose.speaker_notes import say_title
from briefer.compose.wording import staff_words
from briefer.content import Para, Slide

_DETAILS = (
    ("prepared_for", "Prepared for"),
    ("prepared_by", "Prepared by"),
    ("as_of", "Information as of"),
)


def compose(context: CardContext) -> Slide:
    """Return the title slide of the briefing."""
    briefing = context.briefing
    subtitle = context.words("subtitle") or briefing.subtitle
    blocks = (
        *panel("subtitle", [plain(subtitle)] if subtitle else []),
        *panel("details", _details(context)),
        *panel("designation", staff_words(context, "designation")),
    )
    title = briefing.title or "Untitled briefing"
    draft = Draft(
        label="Briefing", pattern="title", title=title, blocks=blocks, say=say_title(briefing)
    )
    return build(context, draft)


def _details(context: CardContext) -> tuple[Para, ...]:
    """Return label and value for each detail that is known."""
    proposed = {"prepared_for": context.briefing.audience, "as_of": context.briefing.date}
    paras: list[Para] = []
    for field, label in _DETAILS:
        value = context.words(field) or proposed.get(field, "")
        if value:
            paras += [plain(label, "label"), plain(value, "value")]
    return tuple(paras)


KIND = SlideKind(
    name="title",
    label="Title",
    fields=(
        KICKER,
        TextField("subtitle", "Subtitle"),
        *(TextField(field, label) for field, label in _DETAILS),
        TextField("designation", "Designation block"),
        NOTES,
    ),
    compose=compose,
)
