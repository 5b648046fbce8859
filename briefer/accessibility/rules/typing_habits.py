"""Lists, spacing and language of text.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import OpenedDeck, Paragraph, Run, Shape, Slide

LEAST_ITEMS = 2
LEAST_LETTERS = 3
"""Lines that make a list of dashes or numbers; letters of a script that make its language."""
_DOT = re.compile(r"\s*[•●▪◦‣∙·■□➢➔✓]\s*\S")
_DASH = re.compile(r"\s*(-|\u2013|\u2014|\*|o)\s+\S")
_NUMBER = re.compile(r"\s*(\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+\S")
_SCRIPTS: dict[str, tuple[str, ...]] = {
    "CYRILLIC": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "uz", "bs"),
    "GREEK": ("el",),
    "ARABIC": ("ar", "fa", "ur", "ps", "ug", "sd", "ckb", "ku", "prs"),
    "HEBREW": ("he", "yi"),
    "CJK": ("zh", "ja", "ko"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "THAI": ("th",),
    "DEVANAGARI": ("hi", "mr", "ne", "sa", "kok"),
}


def typed_bullets(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield shapes with dashes, dots or numbers typed in front of paragraphs."""
    for slide, shape in _texts(deck):
        plain = [one.text for one in shape.paragraphs if not one.bullet and one.text.strip()]
        dots = sum(bool(_DOT.match(text)) for text in plain)
        for sign in (_DASH, _NUMBER):
            count = sum(bool(sign.match(text)) for text in plain)
            dots += count if count >= LEAST_ITEMS else 0
        if dots:
            yield Fault(
                f"{dots} paragraphs begin with a typed dash, dot or number.",
                slide,
                shape,
                "Take it out and use Bullets or Numbering.",
            )


def empty_paragraphs(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield shapes whose text is pushed apart with empty paragraphs or line breaks."""
    for slide, shape in _texts(deck):
        lines = [line.strip() for one in shape.paragraphs for line in one.text.split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        count = lines.count("")
        if count:
            yield Fault(
                f"{count} empty {'line stands' if count == 1 else 'lines stand'} before text.",
                slide,
                shape,
                "Delete them and set the space before paragraphs.",
            )


def no_language(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with text that tells no language, a slide each."""
    for slide in deck.slides:
        found = [shape for shape, run in _runs(slide) if not run.language and _letters(run.text)]
        if found:
            shapes = len(dict.fromkeys(one.order for one in found))
            yield Fault(
                f"Text in {shapes} {'shape' if shapes == 1 else 'shapes'} tells no language.",
                slide,
                found[0],
                "Select all text, and choose Review, Language, Set Proofing Language.",
            )


def wrong_language(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield text whose letters are of no script that its language is written in."""
    for slide in deck.slides:
        for shape, run in _runs(slide):
            script, count = _script(run.text)
            language = run.language.split("-")[0].lower()
            if count >= LEAST_LETTERS and language and language not in _SCRIPTS[script]:
                yield Fault(
                    f"“{run.text.strip()[:30]}” is marked as {run.language}.",
                    slide,
                    shape,
                    "Select it, and choose Review, Language, Set Proofing Language.",
                )


def _texts(deck: OpenedDeck) -> Iterator[tuple[Slide, Shape]]:
    """Yield the shapes that have text of their own."""
    for slide in deck.slides:
        for shape in slide.spoken():
            if shape.paragraphs:
                yield slide, shape


def _runs(slide: Slide) -> Iterator[tuple[Shape, Run]]:
    for shape in slide.spoken():
        for paragraph, _ in shape.texts():
            for run in _said(paragraph):
                yield shape, run


def _said(paragraph: Paragraph) -> Iterator[Run]:
    return (run for run in paragraph.runs if run.text.strip())


def _letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _script(text: str) -> tuple[str, int]:
    """Return the script that most letters of a text are of, and how many; Latin is none."""
    found = Counter(
        name
        for char in text
        if ord(char) > 0x2FF
        for name in (unicodedata.name(char, "").split(" ")[0],)
        if name in _SCRIPTS and char.isalpha()
    )
    return found.most_common(1)[0] if found else ("CJK", 0)


RULES = (
    DeckRule(
        "typed-bullets",
        "Lists are made with bullets or numbers, not typed",
        "warning",
        "Screen readers say that a list begins and how long it is; typed dashes are just dashes.",
        "WCAG 1.3.1; AED 3; HHS 1",
        (13,),
        ("1.3.1",),
        typed_bullets,
    ),
    DeckRule(
        "empty-lines",
        "No empty paragraphs push text apart",
        "warning",
        "Screen readers say “blank”, once for each.",
        "WCAG 1.3.1; UC",
        (31,),
        ("1.3.1",),
        empty_paragraphs,
    ),
    DeckRule(
        "language",
        "All text tells its language",
        "warning",
        "The language chooses the voice that reads the text.",
        "WCAG 3.1.1, 3.1.2; AED 5; HHS 1.3",
        (14,),
        ("3.1.1", "3.1.2"),
        no_language,
    ),
    DeckRule(
        "language-script",
        "Text in another script is marked as its language",
        "warning",
        "A voice for English cannot read other letters, and passes over them.",
        "WCAG 3.1.2; AED 5",
        (14,),
        ("3.1.2",),
        wrong_language,
    ),
)
