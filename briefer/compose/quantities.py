"""Numbers as slides show them: "78,000", "$1.5 trillion", "50\N{MULTIPLICATION SIGN}", "80+".

In: statistic records. Out: inlines and words. Must not know: slides, layout.

A qualifier is never lost: it is part of the number ("<$1", "80+") or its words stand in the scope.
"""

from __future__ import annotations

import math

from briefer.compose.context import CardContext
from briefer.compose.names import short_name
from briefer.compose.sentences import capital, without_stop
from briefer.content import Inline, Text
from briefer.records.actor import Actor
from briefer.records.source import Source
from briefer.records.statistic import Statistic

_CURRENCY = {"usd": "$", "us$": "$", "$": "$", "dollar": "$", "dollars": "$"}
_TIMES = ("times", "time", "x", "fold", "\N{MULTIPLICATION SIGN}")
_PERCENT = ("percent", "per cent", "%", "percentage")
_PERSONS = ("people", "persons", "individuals")
_GREAT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MINUS = "\N{MINUS SIGN}"
_BEFORE = {"less than": "<", "at most": "\N{LESS-THAN OR EQUAL TO}"}
_AFTER = {"more than": "+", "at least": "+"}


def number_inlines(statistic: Statistic, meaning: str) -> tuple[Inline, ...]:
    """Return a statistic's number for display at full size, what belongs to it small beside it.

    The unit is left out where the words of the `meaning` below the number name it.
    """
    number, great = _amount(statistic)
    before = _BEFORE.get(statistic.qualifier, "")
    after = _AFTER.get(statistic.qualifier, "")
    unit = "" if _unit(statistic) in _PERSONS else _unit_beside(statistic, meaning)
    small = " ".join(part for part in (great, unit) if part)
    big = Text(f"{before}{number}{after}")
    return (big, Text(f" {small}", small=True)) if small else (big,)


def number_words(statistic: Statistic) -> str:
    """Return a statistic's number for use in a sentence: "nearly 50 times", "less than $1".

    The unit is left out where the words for what is counted name it.
    """
    number, great = _amount(statistic)
    number = number.replace("\N{MULTIPLICATION SIGN}", " times")
    unit = _unit_beside(statistic, statistic.counts)
    qualifier = "" if statistic.qualifier == "exact" else statistic.qualifier
    return " ".join(part for part in (qualifier, number, great, unit) if part)


def symbols_of(unit: str) -> tuple[str, str]:
    """Return what stands before and after every number of a unit: "$" and "%", else nothing."""
    bare = unit.strip().lower()
    after = "%" if bare in _PERCENT else ""
    return _CURRENCY.get(bare, ""), "\N{MULTIPLICATION SIGN}" if bare in _TIMES else after


def unit_words(unit: str) -> str:
    """Return the words for a unit over a chart: "U.S. dollars", "Percent", "People"."""
    bare = unit.strip().lower()
    if bare in _CURRENCY:
        return "U.S. dollars"
    return "Percent" if bare in _PERCENT else capital(unit.strip())


def scope_of(context: CardContext, statistic: Statistic) -> str:
    """Return of what time a number is, who says so, and the source's words where it hedges."""
    who = _who(context, statistic)
    if statistic.as_of:
        when = statistic.as_of.display
    else:
        when = without_stop(statistic.as_of_note or "no date in the source")
    scope = f"{when}, per {who}" if who else when
    if statistic.wording and statistic.qualifier != "exact":
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{statistic.wording}\N{RIGHT DOUBLE QUOTATION MARK}"
        return capital(f"{scope}; {quoted} in the source")
    return capital(scope)


def sentence_of(statistic: Statistic) -> str:
    """Return a statistic as a sentence: what it counts, the number, as of when."""
    when = f" ({statistic.as_of.display})" if statistic.as_of else ""
    return f"{phrase_of(statistic)}{when}."


def phrase_of(statistic: Statistic) -> str:
    """Return what a statistic counts and the number: "Price of a pill: less than $1"."""
    return capital(f"{without_stop(statistic.counts)}: {number_words(statistic)}")


def _who(context: CardContext, statistic: Statistic) -> str:
    """Return who asserts a number, or "" where it is the cited source itself."""
    actor = context.find(statistic.asserted_by, Actor)
    if actor:
        return short_name(actor)
    label = statistic.asserted_by_label or ""
    cited = (context.find(citation.source, Source) for citation in statistic.citations)
    return "" if any(source and label.startswith(source.label) for source in cited) else label


def _unit(statistic: Statistic) -> str:
    """Return the unit as a word, or "" where the number itself shows it ("$", "%", "times")."""
    unit = (statistic.unit or "").strip()
    shown = (*_CURRENCY, *_TIMES, *_PERCENT)
    return "" if unit.lower() in shown else unit


def _unit_beside(statistic: Statistic, words: str) -> str:
    """Return the unit, or "" where the words beside the number name it."""
    unit = _unit(statistic)
    return "" if unit.lower() in words.lower() else unit


def _amount(statistic: Statistic) -> tuple[str, str]:
    """Return a number with its sign, and "million", "billion" or "trillion" apart."""
    unit = (statistic.unit or "").strip().lower()
    sign = _CURRENCY.get(unit, "")
    values = [value for value in (statistic.low, statistic.high) if value is not None]
    if statistic.value is not None or not values:
        values = [statistic.value if statistic.value is not None else 0.0]
    size, great = next(
        ((size, word) for size, word in _GREAT if all(_short(value, size) for value in values)),
        (1.0, ""),
    )
    number = "\N{EN DASH}".join(_digits(value / size, sign) for value in values)
    if unit in _PERCENT:
        number += "%"
    elif unit in _TIMES:
        number += "\N{MULTIPLICATION SIGN}"
    return number, great


def _short(value: float, size: float) -> bool:
    """Return whether two decimals say a value in millions or more without changing it."""
    return abs(value) >= size and math.isclose(round(value / size, 2) * size, value, rel_tol=1e-12)


def _digits(value: float, sign: str) -> str:
    """Return a value's digits, none added and none rounded away, after its sign."""
    digits = f"{abs(value):,.10f}".rstrip("0").rstrip(".")
    return f"{_MINUS if value < 0 else ''}{sign}{digits}"
