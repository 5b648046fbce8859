"""Whether a record could be kept, told without keeping it: for previews of what is to come.

In: a record. Out: why a store would refuse it, whatever else it holds. Must not know: a connection.
"""

from __future__ import annotations

from briefer.errors import RecordError
from briefer.records import Record
from briefer.store.validity import cleaned


def problem_of(record: Record) -> str:
    """Return why a record would be refused, "" where it would not."""
    try:
        cleaned(record)
    except RecordError as error:
        return str(error)
    return ""
