"""Presenting: the slides on the whole screen, painted from the pages; notes are not shown.

In: the session. Out: where the user ended, which the window then looks at. Rehearsing shows a clock
too, with the time planned for the slide. Must not know: panels.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefer.draw.image import page_size, render_page
from briefer.layout.boxes import Page
from briefer.template.model import Template
from briefer.ui.actions import Actions
from briefer.ui.paint import CENTER, box, painting, text, text_width
from briefer.ui.reading import seconds_to_say
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce

_ON = (
    *(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N),
)
_BACK = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_P),
)
_DARK = (Qt.Key.Key_B, Qt.Key.Key_Period)
_HIDE_POINTER_MS = 2000
_BLACK, _WHITE = QColor("#000000"), QColor("#FFFFFF")
_END = "End of the briefing. Escape closes."


class Show(QWidget):
    """A window with one slide at a time; behind the last one it says that this was the last."""

    ended = Signal(int)
    """The number of the page shown last."""

    def __init__(
        self,
        look: Look,
        pages: tuple[Page, ...],
        template: Template,
        *,
        start: int = 1,
        clocked: bool = False,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self._pages, self._template = pages, template
        self.number = min(max(1, start), len(pages))
        self.dark = False
        self._typed = ""
        self._clocked = clocked
        self._whole, self._slide = QElapsedTimer(), QElapsedTimer()
        self._picture: QPixmap | None = None
        self._painted: tuple[Page, int] | None = None
        self._told = False
        self.setWindowTitle("Rehearsing" if clocked else "Presenting")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(_HIDE_POINTER_MS)
        self._pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.update)
        if clocked:
            self._whole.start()
            self._tick.start()
        self.go(self.number)

    @property
    def page(self) -> Page | None:
        """The page shown, None behind the last one."""
        return self._pages[self.number - 1] if self.number <= len(self._pages) else None

    def go(self, number: int) -> None:
        """Show a page by its number; the one after the last says that it is over."""
        self.number = min(max(1, number), len(self._pages) + 1)
        self.dark = False
        self._slide.start()
        page = self.page
        count = len(self._pages)
        words = f"Slide {page.number} of {count}: {page.title}" if page else _END
        self.setAccessibleName(words)
        announce(self, words)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, to the ends or to a number; darken; end."""
        key = Qt.Key(event.key())
        if event.text().isdigit():
            self._typed += event.text()
            return
        typed, self._typed = self._typed, ""
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and typed:
            self.go(min(int(typed), len(self._pages)))
        elif key in _DARK:
            self.dark = not self.dark
            self.update()
        elif key == Qt.Key.Key_Home:
            self.go(1)
        elif key == Qt.Key.Key_End:
            self.go(len(self._pages))
        elif key in _ON:
            self._on()
        elif key in _BACK:
            self.go(self.number - 1)

    def _on(self) -> None:
        """Light up again, else go on; behind the end close."""
        if self.dark:
            self.go(self.number)
        elif self.page is None:
            self.close()
        else:
            self.go(self.number + 1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on with the left button, back with the right one."""
        if event.button() == Qt.MouseButton.RightButton:
            self.go(self.number - 1)
        else:
            self._on()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointer for a while."""
        self.unsetCursor()
        self._pointer.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell where it ended, once."""
        if not self._told:
            self._told = True
            self._tick.stop()
            self.ended.emit(min(self.number, len(self._pages)))
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide as large as fits on black."""
        with painting(self) as painter:
            whole, page = QRectF(self.rect()), self.page
            painter.fillRect(whole, _BLACK)
            if self.dark:
                return
            if page is None:
                text(painter, whole, _END, self._look.font("title"), _WHITE, align=CENTER)
                return
            picture = self._rendered(page)
            size = picture.deviceIndependentSize()
            left = round((whole.width() - size.width()) / 2)
            painter.drawPixmap(left, round((whole.height() - size.height()) / 2), picture)
            if self._clocked:
                words, font, px = self.clock, self._look.font("title"), self._look.px
                wide = text_width(words, font) + px(32)
                area = QRectF((whole.width() - wide) / 2, whole.bottom() - px(48), wide, px(36))
                box(painter, area, px(8), fill=_BLACK, line=_WHITE)
                text(painter, area, words, font, _WHITE, align=CENTER)

    def _rendered(self, page: Page) -> QPixmap:
        """Return the slide, as large as fits."""
        shape = page_size(self._template, 1000)
        width = min(self.width(), self.height() * shape.width() // shape.height())
        if self._picture is None or self._painted != (page, width):
            image = render_page(page, self._template, max(1, width), dpr=self.devicePixelRatioF())
            self._picture, self._painted = QPixmap.fromImage(image), (page, width)
        return self._picture

    @property
    def clock(self) -> str:
        """How long it has taken, and how long this slide has of how long it may."""
        page = self.page
        planned = seconds_to_say([page.notes]) if page else 0
        slide = _minutes(self._slide.elapsed() // 1000)
        told = f"{slide} of {_minutes(planned)}" if planned else slide
        return f"{_minutes(self._whole.elapsed() // 1000)}  ·  Slide {self.number}: {told}"


def _minutes(seconds: float) -> str:
    """Return "2:05" for 125 seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


class Presenting(QObject):
    """The commands that present; one show at a time."""

    def __init__(self, look: Look, window: QWidget, session: Session, actions: Actions) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._session = session
        self._actions = actions
        self.show: Show | None = None
        actions["present"].triggered.connect(lambda _=False: self.present(1))
        actions["present-here"].triggered.connect(lambda _=False: self.present(self._here()))
        actions["rehearse"].triggered.connect(lambda _=False: self.present(1, clocked=True))
        session.built_changed.connect(self._update)
        window.installEventFilter(self)
        self._update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the show with the window."""
        if event.type() == QEvent.Type.Close and watched is self._window and self.show is not None:
            self.show.close()
        return False

    def present(self, start: int, *, clocked: bool = False) -> None:
        """Show the slides on the whole screen from a page on."""
        built, template = self._session.built, self._session.template
        if built is None or template is None or not built.pages or self.show is not None:
            return
        show = Show(self._look, built.pages, template, start=start, clocked=clocked)
        show.ended.connect(self._ended)
        self.show = show
        show.setScreen(self._window.screen())
        show.setGeometry(self._window.screen().geometry())
        show.showFullScreen()
        show.activateWindow()
        show.setFocus(Qt.FocusReason.OtherFocusReason)

    def _here(self) -> int:
        page = self._session.page
        return page.number if page else 1

    def _ended(self, number: int) -> None:
        """Look at the slide that was shown last."""
        self.show = None
        built = self._session.built
        if built is not None and number <= len(built.pages):
            self._session.go(self._session.spot_of(built.pages[number - 1]))
        self._window.activateWindow()

    def _update(self) -> None:
        built = self._session.built
        for name in ("present", "present-here", "rehearse"):
            self._actions[name].setEnabled(bool(built and built.pages))
