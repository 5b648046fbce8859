"""Where the user put actors in the network: kept for each library, search and arrangement.

In: laid-out networks, places on the canvas. Out: networks with the actors where they were put; one
file in the user's folder, never the library's. Must not know: widgets. Places are comfort: a
damaged file gives none, and saving that fails is not told.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefer.records import Ref
from briefer.ui.network.geometry import Laid
from briefer.ui.network.graph import Network
from briefer.ui.network.spreading import Point
from briefer.whole import read_ordinary, write_whole

MOST_PICTURES = 100
"""So many networks with moved actors are kept, those moved in last."""

_LARGEST = 5_000_000
"""Bytes of the largest file that is read."""
_FARTHEST = 1e6

Places = dict[str, Point]


class MovedActors:
    """The places that the user chose, in px of the design around the middle of the picture."""

    def __init__(self, path: Path, store: Path) -> None:
        self._path = path
        self._store = str(store)
        self._pictures: dict[str, Places] | None = None

    def applied(self, laid: Laid, scale: float) -> Laid:
        """Return a network with its actors where they were put; `scale` is px per px of design."""
        put = self._all().get(self._key(laid), {})
        places = tuple(
            (put[ref][0] * scale, put[ref][1] * scale) if ref in put else place
            for ref, place in zip(laid.network.place, laid.places, strict=True)
        )
        return replace(laid, places=places)

    def moved(self, laid: Laid, places: Mapping[Ref, Point], scale: float) -> Laid:
        """Keep where actors were put, and return the network with them there.

        Actors that the network shows no more are forgotten.
        """
        pictures, key = self._all(), self._key(laid)
        put = pictures.pop(key, {}) | {
            ref: (x / scale, y / scale) for ref, (x, y) in places.items()
        }
        pictures[key] = {ref: place for ref, place in put.items() if ref in laid.network.place}
        for oldest in list(pictures)[:-MOST_PICTURES]:
            del pictures[oldest]
        self._write()
        return self.applied(laid, scale)

    def any_in(self, laid: Laid | None) -> bool:
        """Return whether actors of a network were put elsewhere."""
        return laid is not None and bool(self._all().get(self._key(laid)))

    def alike(self, laid: Laid, network: Network) -> bool:
        """Return whether what is asked for now has the same actors put elsewhere: none, mostly."""
        asked = replace(laid, network=network)
        return self._all().get(self._key(laid)) == self._all().get(self._key(asked))

    def forget(self, laid: Laid) -> None:
        """Forget where the actors of a network were put."""
        self._all().pop(self._key(laid), None)
        self._write()

    def _key(self, laid: Laid) -> str:
        wanted = laid.network.wanted
        return json.dumps([self._store, laid.way, wanted.query.strip(), wanted.center])

    def _all(self) -> dict[str, Places]:
        if self._pictures is None:
            self._pictures = {}
            with suppress(OSError, ValueError, RecursionError, OverflowError):
                self._pictures = _read(json.loads(read_ordinary(self._path, _LARGEST)))
        return self._pictures

    def _write(self) -> None:
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(self._all()).encode("utf-8"), forced=False)


def _read(form: object) -> dict[str, Places]:
    """Return the places that a file says, without what is none."""
    if not isinstance(form, dict):
        return {}
    pictures = {
        key: {ref: place for ref, said in put.items() if (place := _place(said)) is not None}
        for key, put in form.items()
        if isinstance(put, dict)
    }
    return {key: put for key, put in pictures.items() if put}


def _place(said: object) -> Point | None:
    match said:
        case [int() | float() as x, int() | float() as y]:
            sane = all(math.isfinite(at) and abs(at) < _FARTHEST for at in (x, y))
            return (float(x), float(y)) if sane else None
    return None
