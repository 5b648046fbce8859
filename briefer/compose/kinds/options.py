"""Options side by side, the one that staff recommend, and the decision sought.

In: a card whose fields `option-1` to `option-4` hold staff's words, and records that bear on them.
Out: a table of criteria by options. Whatever carries no citation is named as staff judgement.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import merged, placeholder, plain
from briefer.compose.context import CardContext
from briefer.compose.facts import point_of
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.quotations import quotations_of
from briefer.compose.sentences import with_stop
from briefer.compose.staff_forms import AGAINST, CRITERIA, FOR, MEANS, VIEW, Option, option_of
from briefer.compose.titles import in_words
from briefer.compose.wording import cited_records, inlines_of, labelled
from briefer.content import (
    ASKS,
    Block,
    CiteMark,
    Column,
    Inline,
    Panel,
    Para,
    Row,
    Slide,
    Table,
    Text,
)
from briefer.records.statement import Statement

MOST = 4
_FIELDS = tuple(f"option-{number}" for number in range(1, MOST + 1))
_LETTERS = "ABCD"
_HEAD, _WIDTH = 1.65, 12.0
_JUDGEMENT = "Staff judgement"
_IN_PART = "Uncited: staff view"
_NOT_A_FINDING = "This is staff judgement, not a finding of the sources."
_NOTHING = Text("\N{EN DASH}")


@dataclass(frozen=True, slots=True)
class _Choice:
    """An option as it is shown: its letter, its words, and whether staff recommend it."""

    letter: str
    option: Option
    recommended: bool

    @property
    def name(self) -> str:
        """The option's name without stars and citations, or "Option A"."""
        bare = Para(inlines_of(self.option.name, {})).text if self.option.name else ""
        return " ".join(bare.split()) or f"Option {self.letter}"


def compose(context: CardContext) -> Slide:
    """Return the options as columns; the recommended one stands out by fill and by words."""
    choices = _choices(context)
    if not choices:
        return compose_text(context, label=KIND.label, lead=f"{ASKS}option 1]")
    decision = _decision(context)
    draft = Draft(
        label="Decision",
        pattern="options" if decision else "table",
        title=_title(choices),
        blocks=(_table(context, choices), *decision, *_facts(context)),
        say=_say(context, choices),
        quotations=quotations_of(context, context.of(Statement)),
    )
    return build(context, draft)


def _choices(context: CardContext) -> tuple[_Choice, ...]:
    """Return the options that are written, lettered in order."""
    wanted = _recommended(context)
    written = [(field, option_of(context.words(field))) for field in _FIELDS]
    shown = [(field, option) for field, option in written if option]
    return tuple(
        _Choice(letter, option, field == wanted)
        for letter, (field, option) in zip(_LETTERS, shown, strict=False)
    )


def _recommended(context: CardContext) -> str:
    """Return the field of the recommended option, "" for none."""
    chosen = context.card.option("recommended") or context.words("recommended")
    words = str(chosen).strip().rstrip(".").upper()
    number = str(_LETTERS.index(words) + 1) if words and words in tuple(_LETTERS) else words
    return f"option-{number}"


def _table(context: CardContext, choices: tuple[_Choice, ...]) -> Table:
    share = (_WIDTH - _HEAD) / len(choices)
    columns = [Column("Criterion", _HEAD, bold=True)]
    columns += [Column(f"{choice.letter}. {choice.name}", share) for choice in choices]
    chosen = [index for index, choice in enumerate(choices, start=1) if choice.recommended]
    return Table(
        columns=tuple(columns),
        rows=tuple(_row(context, choices, criterion) for criterion in _criteria(choices)),
        summary="Table of options by criterion",
        chosen=chosen[0] if chosen else None,
        names=True,
        roomy=True,
    )


def _criteria(choices: tuple[_Choice, ...]) -> tuple[str, ...]:
    """Return the criteria that any option speaks to: the usual ones, staff's own, staff's view."""
    own = [
        label for choice in choices for label, _ in choice.option.criteria if label not in CRITERIA
    ]
    unique = {label.casefold(): label for label in reversed(own)}
    ordered = dict.fromkeys(unique[label.casefold()] for label in own)
    said = [
        label
        for label in (MEANS, FOR, AGAINST, *ordered)
        if any(choice.option.words(label) for choice in choices)
    ]
    viewed = any(choice.recommended or choice.option.words(VIEW) for choice in choices)
    return (*said, VIEW) if viewed or not said else tuple(said)


def _row(context: CardContext, choices: tuple[_Choice, ...], criterion: str) -> Row:
    """Return a criterion's row; a quiet line under it says what is staff judgement."""
    cells = tuple(_cell(context, choice, criterion) for choice in choices)
    head = (Text(criterion),)
    uncited = [cell for cell in cells if cell != (_NOTHING,) and not _cited(cell)]
    if not uncited or criterion == VIEW:
        return Row((head, *cells))
    label = _JUDGEMENT if not any(_cited(cell) for cell in cells) else _IN_PART
    return Row((head, *cells), below=((Text(label),), *((),) * len(cells)))


def _cell(context: CardContext, choice: _Choice, criterion: str) -> tuple[Inline, ...]:
    words = choice.option.words(criterion)
    inlines = inlines_of(words, context.records)
    if criterion == VIEW and choice.recommended:
        return _recommending(inlines)
    return inlines or (_NOTHING,)


def _recommending(view: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return staff's view of the option they recommend: "Lead (recommended)"."""
    words = Para(view).text.strip().rstrip(".")
    marks = tuple(inline for inline in view if isinstance(inline, CiteMark))
    if not words:
        words = "Recommended"
    elif "recommend" not in words.casefold():
        words = f"{words} (recommended)"
    return (Text(words, bold=True), *((merged(marks),) if marks else ()))


def _cited(cell: tuple[Inline, ...]) -> bool:
    return any(isinstance(inline, CiteMark) for inline in cell)


def _decision(context: CardContext) -> tuple[Panel, ...]:
    """Return the strip "Decision sought: ...", which says whose judgement it is."""
    words = " ".join(context.words("decision").split())
    if not words:
        return ()
    told = any(word in words.casefold() for word in ("judgement", "judgment"))
    ask = with_stop(words) if told else f"{with_stop(words)} {_NOT_A_FINDING}"
    inlines = labelled("Decision sought:", inlines_of(ask, context.records))
    return panel("decision", (Para(inlines),))


def _facts(context: CardContext) -> tuple[Block, ...]:
    """Return what was picked and no option cites, so that nothing picked is lost."""
    fields = (*_FIELDS, "decision")
    cited = {ref for field in fields for ref in cited_records(context.words(field))}
    points = [point_of(context, item) for item in context.picked if item.id not in cited]
    points += [placeholder(ref) for ref in context.missing]
    return panel("text", (plain("What bears on the choice", "lead"), *points) if points else ())


def _title(choices: tuple[_Choice, ...]) -> str:
    """Return how many options there are and, in their words, which staff recommend."""
    count = f"{in_words(len(choices), 'option')} {'is' if len(choices) == 1 else 'are'} open"
    named = [choice.name for choice in choices if choice.recommended]
    return f"{count}; staff recommend {named[0]}" if named else count


def _say(context: CardContext, choices: tuple[_Choice, ...]) -> str:
    """Return each option in a sentence, the recommended one and the decision sought."""
    told = [with_stop(in_words(len(choices), "option"))]
    for choice in choices:
        means = Para(_cell(context, choice, MEANS)).text if choice.option.words(MEANS) else ""
        name = f"{choice.letter}, {choice.name}"
        told.append(with_stop(f"{name}: {means}" if means else name))
    told += [f"Staff recommend {c.letter}, {c.name}." for c in choices if c.recommended]
    told += [para.text for item in _decision(context) for para in item.paras]
    return " ".join(told)


KIND = SlideKind(
    name="options",
    label="Options",
    takes=tuple(
        Takes(record_type, 0)
        for record_type in ("event", "statement", "statistic", "relation", "actor")
    ),
    fields=(
        KICKER,
        *(
            TextField(
                field,
                f"Option {number}: its name, then lines such as \N{LEFT DOUBLE QUOTATION MARK}"
                f"For: ...\N{RIGHT DOUBLE QUOTATION MARK}",
            )
            for number, field in enumerate(_FIELDS, start=1)
        ),
        TextField("recommended", "Number of the option that staff recommend"),
        TextField("decision", "Decision sought"),
        NOTES,
    ),
    compose=compose,
)
