"""What mends a quotation, wherever it is shown: its source's words, a paraphrase, an attached text.

In: quotations. Out: changes in the store, each a step that can be undone. Must not know: who shows
them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefer.errors import ConflictError
from briefer.records import Quote, Record, Statement
from briefer.records.quotations import Quotation
from briefer.store import Store
from briefer.ui.quoted.view import QuotationView
from briefer.ui.records.asking import change
from briefer.ui.records.work import Done, save_record
from briefer.ui.session import Session
from briefer.ui.widgets.announce import announce

_CHANGED = "It was changed meanwhile."


def restored(record: Record, quotation: Quotation) -> Record:
    """Return a record with the exact words of the source instead of a quotation's.

    Raise ConflictError where the record does not say these words any more.
    """
    words = quotation.passage.words if quotation.passage else quotation.words
    fresh = record
    if isinstance(fresh, Statement) and quotation.field == "text" and fresh.text == quotation.words:
        fresh = dataclasses.replace(fresh, text=words)
    fresh = _anchored(fresh, quotation)
    if fresh == record:
        raise ConflictError(f"“{record.label}”: {_CHANGED}", hint="Look at it again.")
    return fresh


def paraphrased(record: Record, quotation: Quotation) -> Record:
    """Return a statement that is told in our own words; raise ConflictError where it is none."""
    if not isinstance(record, Statement) or record.text != quotation.words:
        raise ConflictError(f"“{record.label}”: {_CHANGED}", hint="Look at it again.")
    return _anchored(dataclasses.replace(record, statement_type="position"), quotation)


def _anchored(record: Record, quotation: Quotation) -> Record:
    """Return a record whose citations have the source's words where they had the quotation's.

    Words that the source does not have are no anchor, and are left out.
    """
    quote = Quote(quotation.passage.words) if quotation.passage else None
    citations = tuple(
        dataclasses.replace(one, quote=quote)
        if one.quote and one.quote.exact == quotation.words
        else one
        for one in record.citations
    )
    return dataclasses.replace(record, citations=citations)


class QuotationFixes(QObject):
    """Does what the buttons below quotations say."""

    attach_wanted = Signal(str)
    """The text of a source is to be attached."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def serve(self, view: QuotationView) -> None:
        """Do what is wanted of a quotation."""
        view.restore_wanted.connect(lambda one: self._change(one, restored, "Exact words restored"))
        view.paraphrase_wanted.connect(
            lambda one: self._change(one, paraphrased, "Marked as paraphrase")
        )
        view.attach_wanted.connect(self.attach_wanted)

    def _change(
        self, one: Quotation, make: Callable[[Record, Quotation], Record], said: str
    ) -> None:
        by = self._session.author

        def work(store: Store) -> Done:
            return save_record(store, make(store.get(one.record), one), by=by)

        change(self, self._session, work, lambda _: announce(self, said))
