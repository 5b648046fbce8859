"""Whether a store changed since one last looked: by another window or process, or by ourselves.

In: a connection. Out: yes or no. What is kept in memory of a store lives until then.
"""

from __future__ import annotations

import sqlite3


class Watch:
    """Tells changes of one store to whoever keeps something of it in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._seen: object = None

    def moved(self) -> bool:
        """Return whether anything changed since this was last asked; at first it did."""
        # https://www.sqlite.org/pragma.html#pragma_data_version: changes by others only.
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version == self._seen:
            return False
        self._seen = version
        return True

    def forget(self) -> None:
        """Take it that something changed: we did it ourselves, or took it back."""
        self._seen = None
