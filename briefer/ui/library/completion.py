"""What can be offered for the word being typed: names of fields, and values behind a colon.

In: the text of the search field and where the cursor stands. Out: offers, and the text after one
was taken. Must not know: widgets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.compose.sentences import capital
from briefer.records import Actor
from briefer.store import Store
from briefer.store.facets import FACETS
from briefer.store.filters import folded
from briefer.ui.library.facts import SHOWN_TYPES, TYPE_WORDS
from briefer.ui.library.finding import Ask, Pick, picks_of

MOST = 8
"""How many values are offered at once."""

OPERATORS = {
    "actor": "a person, agency, state or group",
    "topic": "such as sanctions",
    "source": "where it is cited from",
    "year": "2023 or 2019..2023",
    "date": "2023-06 or 2023-06..2023-09",
    "type": "event, actor, statement …",
    "country": "such as Mexico",
    "substance": "such as xylazine",
    "event_type": "such as indictment",
    "verification": "how far a source was checked",
    "status": "happened, planned, alleged …",
    "is": "uncited, undated, own …",
    "before": "begins before 2023-06",
    "after": "ends after 2023-06",
}
"""The fields that can be typed, with an example or explanation."""
_EXACT = '"exact words"'
_QUOTES = str.maketrans("“”„«»", '"""""')
_TYPED = re.compile(
    r"(?:^|\s)(?P<word>(?P<minus>-?)(?:(?P<field>[A-Za-z]+(?:[_-][A-Za-z]+)?):)?"
    r'(?:"(?P<phrase>[^"]*)|(?P<begun>[^\s"]*)))$'
)


@dataclass(frozen=True, slots=True)
class Typing:
    """The word being typed, from `start` to `stop`: `begun` is the beginning of a value of `field`.

    Without a field it is that of a word, or of a phrase where `quoted`.
    """

    start: int
    stop: int
    field: str
    begun: str
    excluded: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to take: a field (or the marks of a phrase), or a value of a field."""

    words: str
    note: str = ""
    hint: str = ""
    field: str = ""
    pick: Pick | None = None


def typing_in(text: str, cursor: int) -> Typing | None:
    """Return what is being typed at the cursor; None in the middle of a word."""
    plain = text.translate(_QUOTES)
    if plain[cursor : cursor + 1].strip():
        return None
    match = _TYPED.search(plain[:cursor])
    if match is None:
        return None
    name = (match["field"] or "").lower().replace("-", "_")
    if name and name not in OPERATORS:
        return None
    quoted = match["phrase"] is not None
    begun = match["phrase"] if quoted else match["begun"]
    return Typing(match.start("word"), cursor, name, begun, bool(match["minus"]), quoted)


def operators(typing: Typing) -> tuple[Offer, ...]:
    """Return the fields that the word being typed begins; the phrase where a mark opens one."""
    if typing.field or (typing.quoted and typing.begun):
        return ()
    if typing.quoted:
        return (_exact(),)
    begun = typing.begun.lower().replace("-", "_")
    names = [name for name in OPERATORS if begun and name.startswith(begun)]
    return tuple(_operator(name) for name in names)


def all_operators() -> tuple[Offer, ...]:
    """Return everything that can be typed besides words."""
    return (*(_operator(name) for name in OPERATORS), _exact())


def values(store: Store, ask: Ask, name: str, begun: str) -> tuple[Offer, ...]:
    """Return the values of a field that begin so, with how many records of an ask have each.

    Actors and sources are looked up by name too, because only the most frequent are counted.
    """
    if name not in FACETS:
        return ()
    types = ask.types or SHOWN_TYPES
    found = store.search(ask.query, types=types, limit=1, facets=(name,))
    chosen = {pick.value for pick in ask.chosen.get(name, ())}
    picks = [
        _plural(pick) if name == "type" else pick
        for pick in picks_of(name, found.facets[name])
        if pick.value not in chosen and (name != "type" or pick.value in SHOWN_TYPES)
    ]
    slugs = not FACETS[name].names
    fitting = [p for p in picks if _begins(begun, p.label, p.value if slugs else "")]
    if FACETS[name].names and begun.strip() and len(fitting) < MOST:
        known = chosen | {pick.value for pick in fitting}
        fitting += _named(store, ask, name, begun, known=known)
    fitting.sort(key=lambda pick: not folded(pick.label).startswith(folded(begun)))
    offers = [
        Offer(pick.label, f"{pick.count:,}", field=name, pick=pick) for pick in fitting[:MOST]
    ]
    return () if _is_typed_out(begun, offers) else tuple(offers)


def taken(text: str, typing: Typing, offer: Offer) -> tuple[str, int]:
    """Return the text after an offer was taken, and where the cursor stands then.

    A value that is to be had leaves the text, because a chip holds it from then on.
    """
    before, after = text[: typing.start], text[typing.stop :]
    minus = "-" if typing.excluded else ""
    if offer.pick is None:
        words = f"{minus}{offer.field}:" if offer.field else '""'
        cursor = len(before) + len(words) - (0 if offer.field else 1)
        return f"{before}{words}{after}", cursor
    if typing.excluded:
        words = f'-{offer.field}:"{offer.pick.value}" '
        return f"{before}{words}{after.lstrip()}", len(before) + len(words)
    return f"{before}{after.lstrip()}", len(before)


def without(text: str, typing: Typing) -> str:
    """Return the text but for the word being typed."""
    return f"{text[: typing.start]} {text[typing.stop :]}".strip()


def _operator(name: str) -> Offer:
    return Offer(f"{name}:", hint=OPERATORS[name], field=name)


def _exact() -> Offer:
    return Offer(_EXACT, hint="the words next to one another")


def _plural(pick: Pick) -> Pick:
    return Pick(pick.value, TYPE_WORDS[pick.value][1], pick.count)


def _begins(begun: str, *names: str) -> bool:
    """Return whether every word begun begins some word of the names."""
    words = re.split(r"[\W_]+", folded(" ".join(names)))
    parts = [part for part in re.split(r"[\W_]+", folded(begun)) if part]
    return all(any(word.startswith(part) for word in words) for part in parts)


def _is_typed_out(begun: str, offers: Sequence[Offer]) -> bool:
    """Return whether the one value that is left has been typed to its end."""
    if len(offers) != 1 or offers[0].pick is None:
        return False
    return folded(begun) in (folded(offers[0].pick.value), folded(offers[0].pick.label))


def _named(store: Store, ask: Ask, name: str, begun: str, *, known: set[str]) -> list[Pick]:
    """Return actors or sources by name, with how many records of an ask have each."""
    found: list[Pick] = []
    types = ask.types or SHOWN_TYPES
    for hit in store.search(begun, types=(FACETS[name].names,), limit=4 * MOST).hits:
        record = hit.record
        pick = Pick(record.id, capital(record.label))
        names = record.aliases if isinstance(record, Actor) else ()
        if pick.value in known or not _begins(begun, pick.label, *names):
            continue
        chosen = {**ask.chosen, name: (pick,)}
        count = store.search(Ask(ask.words, ask.types, chosen).query, types=types, limit=1).total
        if count:
            found.append(Pick(pick.value, pick.label, count))
        if len(found) == MOST:
            break
    return found
