"""Questions and changes of windows that may be closed before the answer comes.

In: work for the store's lane, and the widget that wants the answer. Out: calls in the window's
thread, as long as the widget is there; a change is noted as a step in any case. Must not know: what
the work does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from briefer.store import Store
from briefer.ui.records.work import Done
from briefer.ui.session import Session
from briefer.ui.tasks import Failed, Lane, Query

T = TypeVar("T")


def ask(
    owner: QObject,
    lane: Lane[Store],
    work: Callable[[Store], T],
    done: Callable[[T], None],
    *,
    key: str = "",
    failed: Failed | None = None,
) -> None:
    """Ask the store something for a widget; nobody is told once the widget is gone."""

    def answer(found: T) -> None:
        if isValid(owner):
            done(found)

    Query(lane, work, answer, key=key, failed=_while_there(owner, lane, failed))


def change(
    owner: QObject,
    session: Session,
    work: Callable[[Store], Done],
    done: Callable[[Done], None],
    *,
    failed: Failed | None = None,
) -> None:
    """Change records for a widget and note the step; the widget is told where it is still there."""
    lane = session.store_lane

    def made(found: Done) -> None:
        session.note(found.label, found.turns)
        if isValid(owner):
            done(found)

    Query(lane, work, made, failed=_while_there(owner, lane, failed))


def _while_there(owner: QObject, lane: Lane[Store], failed: Failed | None) -> Failed:
    def tell(error: Exception) -> None:
        if failed is not None and isValid(owner):
            failed(error)
        else:
            lane.fail(error)

    return tell
