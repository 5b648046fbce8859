"""Has Python refuse sockets from its first moment, in every process that finds this folder.

Python imports a module of this name at its start; the folder is put on PYTHONPATH by
`tests/offline.py` and by single tests.
"""

from __future__ import annotations

import socket
import sys

LOCAL = getattr(socket, "AF_UNIX", None)


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise RuntimeError for whatever reaches for a network.

    What is let be: the making of a local socket, because `socketpair`, a pipe within one program,
    is made of two; it can neither be bound nor connected.
    """
    if not event.startswith("socket."):
        return
    if event == "socket.__new__" and len(arguments) > 1 and arguments[1] == LOCAL is not None:
        return
    raise RuntimeError(f"{event} is forbidden here")


sys.addaudithook(refuse)
