"""What dropping on the storyboard does, and how it is said beforehand.

In: mime data and a place. Out: an edit for the session, or words for the pill. Must not know:
where on the screen places are.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from briefer.records.base import Record, Ref
from briefer.storyboard import edits
from briefer.storyboard.files import BriefingFile
from briefer.ui.library.model import RECORDS_MIME, dragged_refs
from briefer.ui.session import Session
from briefer.ui.storyboard.carry import CARDS_MIME, SLIDES_MIME, carried, dragged, own_cards
from briefer.ui.storyboard.rows import Drop, StripRow, number_of, place_in_words


class Drops(QObject):
    """Takes records of the library, slides of this window and copies of others' slides."""

    landed = Signal(tuple)
    """The flat indexes of the slides that were moved or brought."""

    def __init__(self, session: Session, find: Callable[[Ref], Record | None]) -> None:
        super().__init__()
        self._session = session
        self._find = find
        self._window = uuid.uuid4().hex

    @property
    def mimes(self) -> list[str]:
        """What can be dropped."""
        return [CARDS_MIME, RECORDS_MIME, SLIDES_MIME]

    def data(self, cards: Sequence[int]) -> QMimeData:
        """Return what slides are dragged as."""
        return dragged(self._session, cards, window=self._window)

    def takes(self, data: QMimeData) -> bool:
        """Return whether something dragged is of use here."""
        return bool(dragged_refs(data)) or data.hasFormat(SLIDES_MIME)

    def onto_slides(self, data: QMimeData) -> bool:
        """Return whether something dragged can be dropped on a slide, not only between slides."""
        return bool(dragged_refs(data))

    def drop(self, data: QMimeData, place: Drop, *, copy: bool = False) -> bool:
        """Move or copy slides, or add records; return whether anything was done."""
        if self._session.built is not None and not self._session.up_to_date:
            return False  # the places under the pointer are no longer those of the briefing
        refs, count = dragged_refs(data), len(self._session.briefing.cards)
        cards = tuple(card for card in own_cards(data, window=self._window) if card < count)
        records = [record for record in map(self._find, refs) if record is not None]
        if refs:
            return self._add(records, place)
        file = carried(data)
        if cards and not copy:
            return self._move(cards, place)
        return self.bring(file, place) if file is not None else False

    def bring(self, file: BriefingFile, place: Drop, *, verb: str = "") -> bool:
        """Put copies of slides at a place, with the records that came along."""
        cards, briefing = file.briefing.cards, self._session.briefing
        self._session.carried.update({record.id: record for record in file.snapshot})
        edit = edits.add_cards(
            briefing, cards, place.at, section=place.section, verb=verb or "Copy"
        )
        self._session.do(edit)
        self.landed.emit(tuple(range(place.at, place.at + len(cards))))
        return True

    def hint(
        self, data: QMimeData, place: Drop, rows: tuple[StripRow, ...], *, copy: bool = False
    ) -> str:
        """Return what letting go would do, in words."""
        where = place_in_words(rows, place)
        cards = own_cards(data, window=self._window)
        if cards or not self.onto_slides(data):
            slides = "slide" if len(cards) == 1 else f"{len(cards)} slides" if cards else "slides"
            return f"Drop: {'move' if cards and not copy else 'copy'} {slides} {where}"
        if place.on is not None:
            return f"Drop: add to slide {number_of(rows, place.on)}"
        return f"Drop: new slide {where}.  On a slide: add to it."

    def _add(self, records: list[Record], place: Drop) -> bool:
        if records and place.on is not None:
            self._session.add_to_slide(records, place.on)
        elif records:
            self._session.add(records, place.at, section=place.section)
        return bool(records)

    def _move(self, cards: Sequence[int], place: Drop) -> bool:
        briefing = self._session.briefing
        moved = [card for card in cards if 0 <= card < len(briefing.cards)]
        at = place.at if place.on is None else place.on
        if moved:
            target = at - sum(card < at for card in moved)
            self._session.do(edits.move_cards(briefing, moved, target, section=place.section))
            self.landed.emit(tuple(range(target, target + len(moved))))
        return bool(moved)


def copies(modifiers: Qt.KeyboardModifier) -> bool:
    """Return whether keys held while dragging ask for a copy."""
    return bool(modifiers & Qt.KeyboardModifier.ControlModifier)
