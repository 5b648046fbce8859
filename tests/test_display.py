"""No display, no library, no answer: each is told before Qt would end the process."""

from __future__ import annotations

import sys

import pytest

from briefer import display
from briefer.errors import BrieferError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack a display")


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away every display."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_no_display_is_told_with_the_way_out() -> None:
    """The message proposes the command line."""
    with pytest.raises(BrieferError, match="no display") as caught:
        display.require_display()
    assert "briefer export" in caught.value.hint


def test_display_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A DISPLAY left over from another session is named."""
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setattr(display, "missing_libraries", lambda _: [])
    with pytest.raises(BrieferError, match=":4711 does not answer"):
        display.require_display()


def test_missing_libraries_are_named_by_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that cannot be loaded is told by the package that brings it."""
    assert display.missing_libraries({"libno-such-thing.so.9": "libno9", "libc.so.6": "libc6"}) == [
        "libno9"
    ]
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(display, "missing_libraries", lambda _: ["libxcb-cursor0"])
    with pytest.raises(BrieferError, match="apt-get install libxcb-cursor0"):
        display.require_display()


def test_platform_chosen_by_the_user_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """With QT_QPA_PLATFORM set (offscreen, for tests) no display is needed."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with pytest.raises(BrieferError):
        display.require_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    display.require_display()
