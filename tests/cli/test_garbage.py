"""Putting off the search for garbage: only for a time, whatever happens."""

from __future__ import annotations

import gc

import pytest

from briefer.cli.garbage import kept_for_later


def test_it_is_looked_for_again_afterwards() -> None:
    """Also after an error, and not where nobody wanted it before."""
    with kept_for_later():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="so it is"), kept_for_later():
        raise ValueError("so it is")
    assert gc.isenabled()
    gc.disable()
    try:
        with kept_for_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
