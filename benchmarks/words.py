"""Words of an invented language with some real ones among them, as frequent as words are.

In: a random generator. Out: words by Zipf's law. The real words are those that the workload types;
where they stand says how many records have them.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping

_SEED = 20240611
_SIZE = 30_000
_FLATTENING = 2.7
"""Zipf-Mandelbrot: the word of rank r is as frequent as 1 / (r + this)."""

_ONSETS = (
    "b br c ch cl cr d dr f fl fr g gr h j k l m n p pl pr qu r s sc sh sp st str t th tr v w "
    "a e i o u co de in re un al an con dis en ex for im inter mis out over per pro sub super"
)
_VOWELS = "a a a e e e e i i i o o u ai au ea ee ie io oa ou"
_CODAS = "- - - n r s t l m d nt st ng ct ck rd rm ss"
_SYLLABLES = (1, 1, 2, 2, 3, 3, 4)
_SHORT_WORDS = 300
"""So many of the most frequent words have one syllable or two."""

_REAL: Mapping[int, str] = {
    0: "the",
    1: "of",
    2: "and",
    3: "to",
    4: "in",
    7: "for",
    14: "fentanyl",
    30: "state",
    45: "china",
    60: "trafficking",
    80: "drug",
    110: "precursor",
    130: "mexico",
    160: "cartel",
    200: "sanctions",
    240: "health",
    300: "overdose",
    340: "treasury",
    400: "controlled",
    480: "deaths",
    600: "designation",
    700: "substances",
    900: "conference",
    1100: "press",
    1400: "extradition",
    2000: "sinaloa",
    3000: "ministerial",
    4000: "chemical",
    5000: "scheduling",
    7000: "xylazine",
    9000: "carfentanil",
}


class Words:
    """A vocabulary of 30 thousand words, the same every time."""

    def __init__(self) -> None:
        self._words = _vocabulary()
        weights = (1 / (rank + _FLATTENING) for rank in range(len(self._words)))
        self._weights = list(itertools.accumulate(weights))

    def some(self, chance: random.Random, least: int, most: int) -> str:
        """Return so many words in a row."""
        count = chance.randint(least, most)
        return " ".join(chance.choices(self._words, cum_weights=self._weights, k=count))

    def name(self, chance: random.Random) -> str:
        """Return a proper name of two or three words that are not very frequent."""
        return " ".join(chance.choices(self._words[200:], k=chance.randint(2, 3))).title()


def _vocabulary() -> list[str]:
    """Return the words, most frequent first."""
    chance = random.Random(_SEED)
    seen = set(_REAL.values())
    words: list[str] = []
    while len(words) < _SIZE:
        most = 2 if len(words) < _SHORT_WORDS else 4
        word = _REAL.get(len(words)) or _invented(chance, most)
        if len(words) in _REAL or word not in seen:
            seen.add(word)
            words.append(word)
    return words


def _invented(chance: random.Random, most: int) -> str:
    """Return a word of at most so many syllables."""
    parts = (_ONSETS.split(), _VOWELS.split(), _CODAS.replace("-", "").split(" "))
    syllables = min(most, chance.choice(_SYLLABLES))
    return "".join(chance.choice(part) for _ in range(syllables) for part in parts)
