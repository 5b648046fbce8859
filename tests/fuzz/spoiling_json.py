"""JSON spoiled at random, so that it is still JSON: other values, fields gone, renamed, many, deep.

In: bytes and a source of chance. Out: other bytes. Must not know: what fields mean.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import TypeAlias

from tests.fuzz.spoiling_bytes import LARGEST, spoiled

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
_Change: TypeAlias = Callable[[Json], Json]

VALUES: tuple[Json, ...] = (
    None, True, False, 0, 1, -1, 1.5, 1e308, 10**18, 10**400, 2**63, "", " ", "\0", "\ud800",
    "\u202e", "a\nb", "x"*70_000, "\U0001f600", "1", "2024", "2024-13-45", "9999-12-31", "event/",
    "/", "event/none", "../x", "<a>&b;", "javascript:alert(1)", "file:///etc/passwd", [], {},
    [[]], [None], {"": ""}, {"format": 1}, "{"*3000, "[1]", "(U)", "//", "\u0661", "%s{}",
    "en-US",
)  # fmt: skip
_MANY = (2, 50, 1000)
_DEEP = (2, 100, 900)


def spoiled_json(data: bytes, chance: random.Random, *, others: tuple[bytes, ...] = ()) -> bytes:
    """Return JSON with one to five values spoiled; one in six times its bytes are, instead."""
    if chance.random() < 0.17:
        return spoiled(data, chance, others=others)
    try:
        value: Json = json.loads(data)
        for _ in range(chance.choice((1, 1, 2, 3, 5))):
            known = list(_all(value))
            countdown = iter(range(chance.randrange(len(known)), -1, -1))
            value = _changed(value, countdown, _drawn(chance, known))
        told = json.dumps(value, ensure_ascii=chance.random() < 0.5)
    except (ValueError, RecursionError):  # no JSON, or deeper by now than Python goes
        return spoiled(data, chance, others=others)
    return told.encode("utf-8", "surrogatepass") if len(told) <= LARGEST else data


def _all(value: Json) -> Iterator[Json]:
    """Yield a value and all in it."""
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from _all(item)


def _changed(value: Json, countdown: Iterator[int], change: _Change) -> Json:
    """Return a value in which the one that the countdown ends at is changed."""
    if next(countdown, -1) == 0:
        return change(value)
    if isinstance(value, dict):
        return {name: _changed(item, countdown, change) for name, item in value.items()}
    if isinstance(value, list):
        return [_changed(item, countdown, change) for item in value]
    return value


def _drawn(chance: random.Random, known: list[Json]) -> _Change:
    """Return one way to change a value."""

    def other(value: Json) -> Json:
        return chance.choice(VALUES)

    def moved(value: Json) -> Json:
        return chance.choice(known)

    def inner(value: Json) -> Json:
        if isinstance(value, dict) and value:
            return _without(value, chance)
        if isinstance(value, list) and value:
            return _listed(value, chance)
        if isinstance(value, str):
            return spoiled(value.encode("utf-8", "surrogatepass"), chance).decode(
                "utf-8", "replace"
            )
        return value

    def deep(value: Json) -> Json:
        for _ in range(chance.choice(_DEEP)):
            value = [value] if chance.random() < 0.5 else {"a": value}
        return value

    return chance.choice((other, other, moved, inner, inner, inner, deep))


def _without(value: dict[str, Json], chance: random.Random) -> Json:
    """Return an object with a field gone, renamed, or more fields than it had."""
    name = chance.choice(list(value))
    rest = {key: item for key, item in value.items() if key != name}
    way = chance.randrange(4)
    if way == 0:
        return rest
    if way == 1:
        return {
            **rest,
            chance.choice((name.upper(), name + "\0", "", "\ud800", *value)): value[name],
        }
    if way == 2:
        return {
            **value,
            **{f"{name}{number}": value[name] for number in range(chance.choice(_MANY))},
        }
    return {**value, name: chance.choice(list(value.values()))}


def _listed(value: list[Json], chance: random.Random) -> Json:
    """Return a list with items gone, doubled or in another order."""
    way = chance.randrange(3)
    if way == 0:
        return value[: chance.randrange(len(value))]
    if way == 1:
        return value * min(chance.choice(_MANY), 1 + 200_000 // len(json.dumps(value)))
    return chance.sample(value, len(value))
