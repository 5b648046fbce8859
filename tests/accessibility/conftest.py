"""The sample, exported once for each house template."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.roundtrip.decks import export_sample

HOUSES = ("light", "sans", "high-contrast")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Return the exported sample by house template; tests change copies only."""
    folder = tmp_path_factory.mktemp("samples")
    paths = {name: folder / f"sample-{name}.pptx" for name in HOUSES}
    for name, path in paths.items():
        export_sample(path, name)
    return paths
