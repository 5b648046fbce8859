"""How alike two pictures are, and where they differ most.

In: two pictures of one size. Out: their structural similarity on luminance, as Wang, Bovik, Sheikh
and Simoncelli define it (IEEE Transactions on Image Processing 13, 2004): a Gaussian window of 11
pixels, sigma 1.5. 1 is the same picture.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

Plane = npt.NDArray[np.float64]

_SIGMA, _REACH = 1.5, 5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def luminance(path: Path) -> Plane:
    """Return a picture's luminance, 0 to 255."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("L"), dtype=np.float64)


def similarity_map(one: Plane, other: Plane) -> Plane:
    """Return the structural similarity around each pixel that has a whole window around it."""
    mean_one, mean_other = _blurred(one), _blurred(other)
    spread_one = _blurred(one * one) - mean_one**2
    spread_other = _blurred(other * other) - mean_other**2
    together = _blurred(one * other) - mean_one * mean_other
    means = (2 * mean_one * mean_other + _C1) / (mean_one**2 + mean_other**2 + _C1)
    spreads = (2 * together + _C2) / (spread_one + spread_other + _C2)
    whole: Plane = means * spreads
    return whole


def similarity(one: Plane, other: Plane) -> float:
    """Return the mean structural similarity of two pictures."""
    return float(similarity_map(one, other).mean())


def _blurred(plane: Plane) -> Plane:
    """Return a plane averaged over the Gaussian window, without the edges."""
    steps = np.arange(-_REACH, _REACH + 1)
    weights = np.exp(-(steps**2) / (2 * _SIGMA**2))
    weights /= weights.sum()
    height, width = plane.shape[0] - 2 * _REACH, plane.shape[1] - 2 * _REACH
    down = sum(
        (weight * plane[at : at + height] for at, weight in enumerate(weights)),
        start=np.zeros((height, plane.shape[1])),
    )
    return sum(
        (weight * down[:, at : at + width] for at, weight in enumerate(weights)),
        start=np.zeros((height, width)),
    )
