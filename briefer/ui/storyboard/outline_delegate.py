"""Paints the rows of the outline and gives the field in which they are renamed.

In: rows of the outline's model, the look. Out: ink, a field. Must not know: the view.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from briefer.ui.paint import box, dot, line_height, text, text_width
from briefer.ui.storyboard.chapters import Chapter, Entry
from briefer.ui.storyboard.outline_model import OutlineModel
from briefer.ui.theme import Look

_WORDS = {
    "error": ("Error", "danger", "alert-circle"),
    "warning": ("Warning", "warning", "alert-triangle"),
}


class OutlineDelegate(QStyledItemDelegate):
    """Paints sections, slides and lines; all rows are equally high."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self.keyboard = False

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        return QSize(self._look.px(120), line_height(self._look.font("body")) + self._look.px(8))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        model = index.model()
        assert isinstance(model, OutlineModel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        rect = QRectF(option.rect).adjusted(self._look.px(4), 0, -self._look.px(12), 0)
        chapter, entry = model.chapter(index), model.entry(index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if model.is_line(index):
            self._paint_line(painter, rect, model.line(index))
        elif entry is not None:
            self._paint_slide(painter, rect, entry, selected=selected)
        elif chapter is not None:
            self._paint_section(painter, rect, chapter)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, flags = self._look, QStyle.StateFlag
        area = QRectF(option.rect).adjusted(0, 1, -look.px(4), -1)
        if option.state & flags.State_Selected:
            line = look.color("selected_border") if option.state & flags.State_HasFocus else None
            box(painter, area, look.px(6), fill=look.color("selected"), line=line, width=1.5)
        elif option.state & flags.State_MouseOver:
            box(painter, area, look.px(6), fill=look.color("hover"))
        if self.keyboard and option.state & flags.State_HasFocus:
            box(painter, area, look.px(6), line=look.color("focus"), width=2.0)

    def _paint_section(self, painter: QPainter, rect: QRectF, chapter: Chapter) -> None:
        look, count = self._look, len(chapter.entries)
        words = chapter.title or "Section without a name"
        tone = "text" if chapter.title else "text3"
        taken = text(painter, rect, words, look.font("heading"), look.color(tone))
        rect.setLeft(rect.left() + taken + look.px(10))
        said = f"{count} {'slide' if count == 1 else 'slides'}" if count else "Drop a card here"
        text(painter, rect, said, look.font("meta"), look.color("text3"))

    def _paint_slide(
        self, painter: QPainter, rect: QRectF, entry: Entry, *, selected: bool
    ) -> None:
        look, number = self._look, str(entry.page.number)
        font = look.font("meta_strong")
        text(painter, rect, number, font, look.color("accent" if selected else "text3"))
        right = self._paint_badge(painter, rect, entry.severity)
        left = rect.left() + self.number_width(number)
        title = QRectF(left, rect.top(), right - left, rect.height())
        text(painter, title, entry.page.title, look.font("control"), look.color("text"))

    def _paint_badge(self, painter: QPainter, rect: QRectF, severity: str) -> float:
        """Paint icon and word of the worst finding at the right; return where they begin."""
        if severity not in _WORDS:
            return rect.right()
        look, (words, tone, icon) = self._look, _WORDS[severity]
        font, side = look.font("micro_strong"), look.px(14)
        width = text_width(words, font)
        left = rect.right() - width - 1
        room = QRectF(left, rect.top(), width + 1, rect.height())
        text(painter, room, words, font, look.color(tone))
        left -= side + look.px(5)
        picture = look.icon(icon, tone, 14, dpr=painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(left, rect.center().y() - side / 2), picture)
        return left - look.px(8)

    def _paint_line(self, painter: QPainter, rect: QRectF, words: str) -> None:
        look = self._look
        left = rect.left() + look.px(4)
        dot(painter, QPointF(left, rect.center().y()), look.px(2), look.color("text3"))
        rect.setLeft(left + look.px(10))
        text(painter, rect, words, look.font("small"), look.color("text2"))

    def number_width(self, number: str) -> float:
        """Return where a title begins behind its number."""
        least = text_width("00", self._look.font("meta_strong"))
        return max(least, text_width(number, self._look.font("meta_strong"))) + self._look.px(8)

    # Renaming

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the field in which a title is changed."""
        model = index.model()
        assert isinstance(model, OutlineModel)
        field = QLineEdit(parent)
        self._look.dress(field)
        field.setFont(self._look.font("control"))
        slide = model.entry(index) is not None
        field.setAccessibleName("Title of the slide" if slide else "Name of the section")
        return field

    @override
    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Lay the field over the title."""
        model = index.model()
        assert isinstance(model, OutlineModel)
        entry, left = model.entry(index), option.rect.left()
        if entry is not None:
            left += round(self.number_width(str(entry.page.number))) - self._look.px(6)
        height = max(editor.sizeHint().height(), option.rect.height())
        top = option.rect.center().y() - height // 2
        editor.setGeometry(QRect(left, top, option.rect.right() - left, height))

    @override
    def setModelData(
        self,
        editor: QWidget,
        model: object,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Hand the words over."""
        if isinstance(editor, QLineEdit) and isinstance(model, OutlineModel):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
