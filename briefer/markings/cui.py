"""Reading and writing CUI markings: `CUI//SP-SUB/LEI//FED ONLY`.

In: a text. Out: a reading that names the element at fault and the corrected text. The syntax is
that of 32 CFR 2002.20 and the handbook to it: two strokes between elements, one within; Specified
before Basic categories, each alphabetical; dissemination controls last, alphabetical. Rules:
design page "domain", section 4.1.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefer.errors import did_you_mean
from briefer.markings import dissemination as ldc
from briefer.markings.base import CONTROLLED, CUI, UNCONTROLLED, Marking, Problem, Reading
from briefer.markings.categories import CATEGORIES, SPECIFIED, well_formed
from briefer.markings.forbidden import refused

_CONTROL_WORDS = {
    "CUI": CUI,
    "CONTROLLED": CONTROLLED,
    "U": UNCONTROLLED,
    "UNCLASSIFIED": UNCONTROLLED,
}
_LEGACY = ("FOUO", "FOR OFFICIAL USE ONLY", "SBU", "SENSITIVE BUT UNCLASSIFIED", "LES")
_PRIVILEGE = "PRIVILEGE"


@dataclass(frozen=True)
class _Parts:
    """A text taken apart: its words by what they are, wherever they stood."""

    control: str
    categories: tuple[str, ...]
    controls: tuple[str, ...]
    strange: tuple[str, ...] = ()


def looks_like_cui(text: str) -> bool:
    """Return whether a text begins as a CUI marking does."""
    return _bare(text).upper().split("/")[0].strip() in _CONTROL_WORDS


def format_cui(marking: Marking) -> str:
    """Return the CUI part of a marking as text, or "" where there is none."""
    if not marking.controlled:
        return marking.control
    categories = "/".join((*(SPECIFIED + name for name in marking.specified), *marking.basic))
    return "//".join(
        part for part in (marking.control, categories, "/".join(marking.dissemination)) if part
    )


def read_cui(text: str) -> Reading:
    """Return what a text says as a CUI marking; `U` and `(CUI//SUB)` are forms of a portion."""
    bare = _bare(text)
    if problem := refused(text):
        return Reading(text, None, (problem,))
    parts = _taken_apart(bare)
    if isinstance(parts, Problem):
        return Reading(text, None, (parts,), _instead(bare))
    problems = _problems(bare, parts)
    if not _errors(problems):
        return Reading(text, _mended(parts), problems)
    return Reading(text, None, problems, _suggestion(parts))


def _bare(text: str) -> str:
    """Return a text without blanks and the parentheses of a portion mark."""
    bare = text.strip()
    return bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare


def _errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _problems(bare: str, parts: _Parts) -> tuple[Problem, ...]:
    """Return what is wrong with a text; its order and spelling only where all else is right."""
    canonical = format_cui(_mended(parts))
    problems = (
        *_form_problems(bare, parts.strange),
        *_category_problems(parts),
        *_control_problems(parts),
    )
    if _errors(problems) or bare in (canonical, "U"):
        return problems
    return (*problems, *_order_problems(parts, canonical))


def _suggestion(parts: _Parts) -> str:
    """Return the corrected text where it is right, so that a click on it ends the matter."""
    near = [difflib.get_close_matches(word, ldc.CONTROLS, n=1) for word in parts.strange]
    if not all(near):
        return ""
    controls = (*parts.controls, *(found for (found,) in near))
    canonical = format_cui(_mended(replace(parts, controls=controls, strange=())))
    mended = _taken_apart(canonical)
    if isinstance(mended, Problem) or _errors(_problems(canonical, mended)):
        return ""
    return canonical


def _instead(bare: str) -> str:
    return CUI if bare.upper().split("//")[-1].strip() in _LEGACY else ""


def _taken_apart(bare: str) -> _Parts | Problem:
    """Return the words of a text, or what is wrong with its control word."""
    first, *elements = (element.strip() for element in bare.split("//"))
    word, *early = (part.strip() for part in first.split("/"))
    control = _CONTROL_WORDS.get(word.upper())
    legacy = next((old for old in (word, *elements) if old.upper() in _LEGACY), "")
    if legacy:
        return Problem("control word", f"{legacy} is a marking of before CUI, which replaced it.")
    if control is None:
        told = f"begins with {word!r}" if word else "is empty"
        return Problem(
            "control word", f"The marking {told}: it begins with CUI or CONTROLLED, or is U."
        )
    tokens = [*early, *(token.strip() for part in elements for token in part.split("/"))]
    if control == UNCONTROLLED and any(tokens):
        return Problem("control word", f"What is {word} has no categories and no controls.")
    last = [_plain(token) for token in elements[1].split("/")] if len(elements) > 1 else []
    named = tuple(_plain(token) for token in tokens if token)
    strange = tuple(token for token in named if _is_strange(token, token in last))
    return _Parts(
        control,
        tuple(token for token in named if not ldc.control_of(token) and token not in strange),
        tuple(token for token in named if ldc.control_of(token)),
        strange,
    )


def _plain(token: str) -> str:
    return " ".join(token.upper().split())


def _is_strange(token: str, in_place: bool) -> bool:
    """Return whether a word is meant as a control and is none, nor a category out of place."""
    known = ldc.control_of(token) or _meant(token)[0] in CATEGORIES or token.startswith(SPECIFIED)
    near = difflib.get_close_matches(token, ldc.CONTROLS, n=1, cutoff=0.75)
    return not known and (in_place or bool(near))


def _mended(parts: _Parts) -> Marking:
    """Return the marking that the parts mean, each in its place and form."""
    specified, basic = set[str](), set[str]()
    for token in parts.categories:
        name, is_specified = _meant(token)
        (specified if is_specified else basic).add(name)
    names = [ldc.control_of(token) for token in parts.controls]
    if set(names) & set(ldc.ATTORNEY):
        basic.add(_PRIVILEGE)
    controls = [
        ldc.written(name, _listed(name, token))
        for name, token in zip(names, parts.controls, strict=True)
    ]
    return Marking(
        control=parts.control,
        specified=tuple(sorted(specified)),
        basic=tuple(sorted(basic)),
        dissemination=ldc.strictest(controls, ()),
    )


def _listed(name: str, token: str) -> tuple[str, ...]:
    """Return the countries of a control; release to others always begins with one's own."""
    listed = ldc.countries_of(token)
    return ("USA", *listed) if name == ldc.REL_TO and listed else listed


def _meant(token: str) -> tuple[str, bool]:
    """Return the category that a word means and whether it is to be Specified."""
    name = token.removeprefix("SP").lstrip("- ") if token.startswith(("SP-", "SP ")) else token
    is_specified = name != token
    if name in CATEGORIES:
        category = CATEGORIES[name]
        is_specified = category.specified if is_specified else not category.basic
    return name, is_specified


def _form_problems(bare: str, strange: tuple[str, ...]) -> Iterator[Problem]:
    elements = [element.strip() for element in bare.split("//")]
    if any(not part.strip() for element in elements for part in element.split("/")):
        yield Problem("elements", "A stroke stands at the end, or three or more in a row.")
    if "/" in elements[0]:
        yield Problem("elements", "Two strokes part the control word from what follows: CUI//.")
    kinds = [
        {bool(ldc.control_of(token)) for token in element.split("/") if token.strip()}
        for element in elements[1:]
    ]
    misplaced = len(kinds) > 2 or {True} in kinds[:-1] or {True, False} in kinds
    if misplaced and not strange:
        yield Problem(
            "order",
            "After the control word stand the categories, then, after two strokes, the "
            "dissemination controls: CUI//categories//controls.",
        )


def _category_problems(parts: _Parts) -> Iterator[Problem]:
    seen: set[str] = set()
    for token in parts.categories:
        name, is_specified = _meant(token)
        if token in seen:
            yield Problem("categories", f"{token} stands twice.")
        seen.add(token)
        wanted = SPECIFIED + name if is_specified else name
        if not well_formed(name):
            yield Problem("categories", f"{token!r} has not the form of a category, such as LEI.")
        elif name not in CATEGORIES:
            near = did_you_mean(name, CATEGORIES)
            hint = near if near.startswith("Did you mean") else ""
            told = f"{name} is not among the categories that Briefer knows. {hint}".rstrip()
            yield Problem("categories", told, "warning")
        elif wanted != token:
            kind = "Specified: write it with SP-" if is_specified else "Basic: write it without SP-"
            yield Problem("categories", f"{name} ({CATEGORIES[name].title}) is {kind}, {wanted}.")


def _control_problems(parts: _Parts) -> Iterator[Problem]:
    names = [ldc.control_of(token) for token in parts.controls]
    for unknown in parts.strange:
        hint = did_you_mean(unknown, ldc.CONTROLS)
        yield Problem("dissemination", f"{unknown!r} is no dissemination control. {hint}")
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Problem("dissemination", f"{name} stands twice.")
    for one, other in ldc.CONFLICTS:
        if one in names and other in names:
            yield Problem("dissemination", f"{one} and {other} exclude each other.")
    if ldc.DL_ONLY in names and len(names) > 1:
        yield Problem("dissemination", "DL ONLY supersedes the other controls: it stands alone.")
    for name in ldc.ATTORNEY:
        if name in names and _PRIVILEGE not in parts.categories:
            yield Problem("dissemination", f"{name} needs the category {_PRIVILEGE}.")
    for token in parts.controls:
        if told := ldc.wrong_countries(token):
            yield Problem("dissemination", told)


def _order_problems(parts: _Parts, canonical: str) -> Iterator[Problem]:
    """Yield what is out of place in a text whose words are all right."""
    marking = _mended(parts)
    wanted = (*(SPECIFIED + name for name in marking.specified), *marking.basic)
    if parts.categories != wanted:
        yield Problem(
            "categories",
            "Specified categories (SP-) stand before Basic ones, each in alphabetical order: "
            f"{'/'.join(wanted)}.",
        )
    controls = tuple(control.upper() for control in marking.dissemination)
    if parts.controls != controls:
        right = "/".join(marking.dissemination)
        yield Problem(
            "dissemination",
            f"Controls stand in alphabetical order, countries with USA first: {right}.",
        )
    if parts.categories == wanted and parts.controls == controls:
        yield Problem("spelling", f"Capitals and blanks are to be as in {canonical}.")
