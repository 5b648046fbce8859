"""The look of the window: theme, text size, fonts, icons, palette and style sheets.

In: the user's settings and what the system asks for. Out: colours, fonts and lengths that widgets
read while painting; they hold none themselves. Must not know: any one widget.

Fonts are never set in a style sheet, which would silently overrule `setFont`.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefer.ui.icons import Icons, icon_folder
from briefer.ui.sheet import style_sheets, wearing
from briefer.ui.tokens import THEMES

_ROLES: dict[str, tuple[float, int]] = {
    "display": (22, 600),
    "title": (16, 600),
    "number": (20, 700),
    "heading": (13, 600),
    "control": (13, 500),
    "body": (13, 400),
    "small": (12.5, 400),
    "meta": (12, 400),
    "meta_strong": (12, 600),
    "chip": (12, 500),
    "micro": (11.5, 500),
    "micro_strong": (11.5, 600),
}
"""Sizes in px and weights of design page "app", section 13."""
_EFFECTS = Qt.UIEffect.UI_General
"""What fades and slides, all of it."""
_OPTICAL = {"display", "title", "number"}


class Look(QObject):
    """Colours, fonts and lengths as they stand; `changed` is sent after theme or size changed."""

    changed = Signal()

    def __init__(
        self,
        *,
        theme: str = "system",
        scale: int = 100,
        density: str = "comfortable",
        still: bool = False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.scale = scale
        self.density = density
        """How much room cards take: `comfortable` or `compact`."""
        self.still = still
        """Whether nothing on the screen may move by itself."""
        self._stilled = False  # effects that the system had on were switched off
        self._icons = Icons(icon_folder())
        self._fonts: dict[str, QFont] = {}
        self._colors: dict[str, QColor] = {}
        self._sheets: dict[type[QWidget], str] = {}
        self._family = _interface_family()

        self.shown = self._theme_to_show()
        """The theme on the screen: light, dark or contrast."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def set_theme(self, theme: str) -> None:
        """Show another theme (`system`, `light`, `dark`, `contrast`)."""
        self.theme = theme
        self._refresh()

    def set_scale(self, percent: int) -> None:
        """Show text at another size, in percent."""
        self.scale = percent
        self._refresh()

    def set_density(self, density: str) -> None:
        """Give cards more room or less (`comfortable`, `compact`)."""
        self.density = density
        self._refresh()

    def set_still(self, still: bool) -> None:
        """Allow or forbid what moves by itself: fading menus, sliding lists, a blinking cursor."""
        self.still = still
        self._refresh()

    def px(self, length: float) -> int:
        """Return a length of the design in px of the screen, at the user's text size."""
        return round(length * self.scale / 100)

    def color(self, token: str) -> QColor:
        """Return the colour of a token in the theme that is shown, to do with as one likes."""
        if token not in self._colors:
            self._colors[token] = QColor(THEMES[self.shown][token])
        return QColor(self._colors[token])

    def font(self, role: str) -> QFont:
        """Return the font of a role of the type table."""
        if role not in self._fonts:
            size, weight = _ROLES[role]
            self._fonts[role] = self._font(size, weight, optical=role in _OPTICAL)
        return self._fonts[role]

    def icon(self, name: str, token: str, size: float, *, dpr: float = 1.0) -> QPixmap:
        """Return an icon in a token's colour; `size` in px of the design."""
        return self._icons.pixmap(name, self.color(token), self.px(size), dpr=dpr)

    def dress(self, root: QWidget) -> None:
        """Have fields, menus and scroll bars wear their style sheets: a widget and all in it."""
        self._sheets = self._sheets or style_sheets(self.color, self.px)
        for widget in (root, *root.findChildren(QWidget)):
            kind = wearing(widget)
            if kind is not None and widget.styleSheet() != self._sheets[kind]:
                widget.setStyleSheet(self._sheets[kind])

    def apply(self, application: QApplication) -> None:
        """Give the application the palette and font of this look."""
        if self.theme in THEMES:
            light = self.shown == "light"
            scheme = Qt.ColorScheme.Light if light else Qt.ColorScheme.Dark
            QGuiApplication.styleHints().setColorScheme(scheme)
        palette = self._palette()
        application.setPalette(palette)
        QToolTip.setPalette(self._tip_palette(palette))
        application.setFont(self.font("body"))
        QToolTip.setFont(self.font("meta"))
        self._keep_still(application)

    def _keep_still(self, application: QApplication) -> None:
        """Switch off what moves; switch on again only what the system had on."""
        if self.still and application.isEffectEnabled(_EFFECTS):
            self._stilled = True
        if self._stilled:
            application.setEffectEnabled(_EFFECTS, not self.still)
        QGuiApplication.styleHints().setCursorFlashTime(0 if self.still else -1)

    def _theme_to_show(self) -> str:
        return self.theme if self.theme in THEMES else _system_theme()

    def _follow_system(self) -> None:
        """Change with the system, where the user wants that."""
        if self.theme not in THEMES and self.shown != self._theme_to_show():
            self._refresh()

    def _refresh(self) -> None:
        if self.theme not in THEMES:
            QGuiApplication.styleHints().unsetColorScheme()
        self.shown = self._theme_to_show()
        self._icons.clear()
        self._fonts.clear()
        self._colors.clear()
        self._sheets.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()

    def _font(self, size: float, weight: int, *, optical: bool) -> QFont:
        font = QFont(self._family)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        pixels = size * self.scale / 100
        font.setPixelSize(max(1, round(pixels)))
        if self._family == "Inter":
            # The package's file is variable: weights come from its axes, not from faces.
            font.setVariableAxis(QFont.Tag.fromString("wght"), weight)
            font.setVariableAxis(QFont.Tag.fromString("opsz"), 32 if optical else 14)
        else:
            font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        font.setFeature(QFont.Tag.fromString("tnum"), 1)
        return font

    def _tip_palette(self, palette: QPalette) -> QPalette:
        """Return the palette of words of help, which otherwise keep that of the first look.

        Qt draws their edge in the colour of the words: a softer one, as in other popups.
        """
        tips = QPalette(palette)
        tips.setColor(QPalette.ColorRole.ToolTipText, self.color("text2"))
        return tips

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        pairs = {
            role.Window: "app",
            role.WindowText: "text",
            role.Base: "field",
            role.AlternateBase: "app",
            role.Text: "text",
            role.PlaceholderText: "text3",
            role.Button: "raised",
            role.ButtonText: "text",
            role.BrightText: "on_accent",
            role.Highlight: "accent_solid",
            role.HighlightedText: "on_accent",
            role.ToolTipBase: "raised",
            role.ToolTipText: "text",
            role.Link: "accent",
            role.Accent: "accent_solid",
            role.Mid: "border_strong",
            role.Dark: "control",
            role.Light: "panel",
        }
        palette = QPalette()
        for color_role, token in pairs.items():
            palette.setColor(color_role, self.color(token))
        for color_role in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, color_role, self.color("disabled"))
        return palette


class Styled:
    """A widget that takes fonts, margins and sizes from the look, again after every change."""

    def restyle(self) -> None:
        """Take fonts, margins and sizes from the look."""
        raise AssertionError(f"{type(self).__name__} does not say how it is styled")


def restyle_all(root: QWidget) -> None:
    """Restyle and repaint a widget and everything in it."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, Styled):
            widget.restyle()
            widget.updateGeometry()
            widget.update()


def _interface_family() -> str:
    """Return the interface font: Inter from its package, else the system's own."""
    spec = find_spec("fontpkg_inter")
    for place in (spec.submodule_search_locations or []) if spec else []:
        for file in sorted((Path(place) / "files").glob("Inter*.ttf")):
            if "Italic" not in file.name and QFontDatabase.addApplicationFont(str(file)) >= 0:
                return "Inter"
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()


def _system_theme() -> str:
    """Return the theme that the system asks for."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
