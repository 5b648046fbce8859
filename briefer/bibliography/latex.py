"""Text of BibTeX to plain text and back: accents, escaped signs, braces that keep capitals.

In: the value of a field without its outer braces. Out: plain text and what in it is not understood.
Accents and signs are read one by one and remembered, because ten thousand entries hold few of
them; only what holds more goes through pylatexenc whole, which takes some 30 us a character, and
of one file no more than a bound.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexWalkerError
from pylatexenc.macrospec import LatexContextDb

_DEEPEST = 50
_MOST_READ = 1_000_000
_OPEN, _CLOSE = "\x01", "\x02"
_NEEDS_LATEX = re.compile(r"\\|--|``|''|[!?]`")
_TOKEN = re.compile(
    r"""\\["'`^~=.](?:\{\\?[A-Za-z]\}|\\[ij]|[A-Za-z])"""  # \"o, \'{e}, \'{\i}
    r"""|\\[cvuHkrdb]\{[A-Za-z]\}"""  # \c{c}
    r"""|\\(?:ss|ae|AE|oe|OE|o|O|aa|AA|l|L|i|j)(?:\{\}|(?=[}]))"""  # {\ss}, \o{}
    r"""|\\text(?:endash|emdash|quoteright|quoteleft|quotedblleft|quotedblright)(?:\{\}|(?=[}]))"""
    r"""|\\text(?:asciicircum|underscore)\{\}"""
    r"""|\\[&%$#_{}]|---?|``|''|[!?]`"""
)
_BARE = re.compile(r"(?<!\\)([&%$])")
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_SPACES = re.compile(r"[ \t]*\n[ \t]*|[ \t]{2,}")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "\N{NO-BREAK SPACE}": "~",
}
_SPECIALS = re.compile("|".join(re.escape(sign) for sign in _SPECIAL))
_AT_LINE_START = re.compile(r"(\n\s*)@")
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[!?])(?=`)")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text, and what of the LaTeX it came from is not understood, in words."""

    text: str
    problem: str = ""


class Tex:
    """Reads the values of one file, and no more LaTeX than a person could have written."""

    def __init__(self, *, most: int = _MOST_READ) -> None:
        self._left = most

    def plain(self, value: str) -> Plain:
        """Return the plain text of a value; where it is not understood, the value as it stands."""
        value = spaced(value)
        if not _NEEDS_LATEX.search(value):
            return Plain(_without_braces(value))
        simple = _TOKEN.sub(lambda match: _token(match[0]), value)
        if "\\" not in simple:
            return Plain(_without_braces(simple).replace(_OPEN, "{").replace(_CLOSE, "}"))
        self._left -= len(value)
        if self._left < 0 or _depth(value) > _DEEPEST:
            return Plain(value, "it is too long or too deeply nested to be read as LaTeX.")
        try:
            text = _decoder().latex_to_text(_BARE.sub(r"\\\1", value))
        except (LatexWalkerError, LookupError, ValueError, AttributeError, RecursionError):
            # pylatexenc's own rules trip over commands without what should follow them.
            return Plain(value, "its LaTeX is not understood; it stands as in the file.")
        unknown = [f"\\{name}" for name in _COMMAND.findall(value) if not _is_known(name)]
        said = f"the LaTeX command {unknown[0][:40]} is not understood." if unknown else ""
        return Plain(text, said)


def spaced(value: str) -> str:
    """Return a value with the line breaks and indents of the file as single blanks."""
    return _SPACES.sub(" ", value).strip()


def escaped(text: str) -> str:
    """Return plain text as a value of BibTeX that is read back as it is."""
    signs = _SPECIALS.sub(lambda match: _SPECIAL[match[0]], text)
    # An `@` that begins a line would be taken for the next entry.
    return _AT_LINE_START.sub(r"\1{}@", _LIGATURES.sub("{}", signs))


def _without_braces(value: str) -> str:
    return value.replace("{", "").replace("}", "").replace("~", "\N{NO-BREAK SPACE}")


@functools.cache
def _token(written: str) -> str:
    """Return the sign that one accent or escape stands for; there are some hundreds of them."""
    braces = {r"\{": _OPEN, r"\}": _CLOSE}
    return braces.get(written) or _decoder().latex_to_text(written)


def _depth(value: str) -> int:
    """Return how deep braces are nested."""
    deepest = depth = 0
    for sign in value:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    return deepest


@functools.cache
def _context() -> LatexContextDb:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl="%s") for name in ("url", "nolinkurl")]
    context.add_context_category("bibliography", macros, prepend=True)
    return context


@functools.cache
def _decoder() -> LatexNodes2Text:
    return LatexNodes2Text(latex_context=_context(), math_mode="verbatim", keep_comments=True)


@functools.lru_cache(maxsize=1000)
def _is_known(name: str) -> bool:
    return _context().get_macro_spec(name) is not None
