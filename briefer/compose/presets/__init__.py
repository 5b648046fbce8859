"""The presets, in the order in which the window and `briefer presets` list them."""

from __future__ import annotations

from briefer.compose.presets import backgrounder, decision, hearing, information, primer
from briefer.compose.presets.preset import Preset
from briefer.registry import Registry

PRESETS: Registry[Preset] = Registry(
    "preset",
    (
        information.PRESET,
        decision.PRESET,
        hearing.PRESET,
        backgrounder.PRESET,
        primer.PRESET,
    ),
)

__all__ = ["PRESETS", "Preset"]
