"""The sample, exported once for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roundtrip.decks import export_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the exported sample; tests change copies only."""
    target = tmp_path_factory.mktemp("exported") / "sample.pptx"
    export_sample(target)
    return target
