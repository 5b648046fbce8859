"""Whether a window can open here, asked before Qt is started.

In: the environment and the shared libraries of this computer. Out: nothing, or a BrieferError that
says what is missing. Must not know: Qt. It is asked beforehand because Qt does not raise an error
without a display or a library: it ends the whole process.
"""

from __future__ import annotations

import ctypes
import os
import sys

from briefer.errors import BrieferError

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What Qt 6 loads for a window (https://doc.qt.io/qt-6/linux-requirements.html), with the names of
the Debian packages."""

_WAY_OUT = "The command line works without one, for example: briefer export --sample -o deck.pptx"


def require_display() -> None:
    """Raise BrieferError where no window can open: no display, or a library of Qt is missing."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if not wayland and not os.environ.get("DISPLAY"):
        raise BrieferError("There is no display, so the window cannot open.", hint=_WAY_OUT)
    missing = missing_libraries(_LIBRARIES if wayland else {**_LIBRARIES, **_X11_LIBRARIES})
    if missing:
        raise BrieferError(
            "The window needs shared libraries that are missing here.",
            hint=f"Install them: sudo apt-get install {' '.join(missing)}",
        )
    if not wayland and not _x11_answers():
        raise BrieferError(
            f"The display {os.environ['DISPLAY']} does not answer, so the window cannot open.",
            hint=_WAY_OUT,
        )


def require_painting() -> None:
    """Raise BrieferError where nothing can be painted, with or without a display."""
    missing = missing_libraries(_LIBRARIES) if sys.platform == "linux" else []
    if missing:
        raise BrieferError(
            "PDF and pictures need shared libraries that are missing here.",
            hint=f"Install them: sudo apt-get install {' '.join(missing)}",
        )


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Return the packages of those libraries that cannot be loaded."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def _x11_answers() -> bool:
    """Return whether the X server named by DISPLAY lets us in."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    # xcb_connect never returns null: a connection that failed is an object in an error state.
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
