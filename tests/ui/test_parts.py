"""The small parts: colours, icons, wrapped text, threads, drafts of file names."""

from __future__ import annotations

import re
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

import briefer.ui
from briefer.errors import CancelledError
from briefer.ui.exporting import file_name, size_words
from briefer.ui.icons import icon_folder
from briefer.ui.prose import Prose, height_of
from briefer.ui.reading import duration, seconds_to_say
from briefer.ui.sheet import style_sheets
from briefer.ui.tasks import Change, Lane, Query, Steps
from briefer.ui.theme import Look
from briefer.ui.tokens import THEMES
from tests.ui.driving import wait_for

SURFACES = ("app", "panel", "sunken", "raised", "hover", "selected")
TEXTS = ("text", "text2", "text3", "accent")
PAIRS = (
    *((text, surface, 4.5) for text in TEXTS for surface in SURFACES),
    *((kind, surface, 4.5) for kind in ("event", "actor", "statement", "statistic", "relation")
      for surface in ("app", "panel", f"{kind}_tint")),
    *((tone, surface, 4.5) for tone in ("success", "warning", "danger")
      for surface in ("app", "panel", f"{tone}_tint")),
    ("on_accent", "accent_solid", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("on_accent", "accent_pressed", 4.5),
    ("mark_text", "mark", 4.5),
    ("on_hint", "hint", 4.5),
    ("accent", "accent_tint", 4.5),
    *(("control", surface, 3.0) for surface in ("app", "panel", "field", "raised")),
    *(("focus", surface, 3.0)
      for surface in ("app", "panel", "field", "raised", "sunken", "selected")),
)  # fmt: skip


def luminance(color: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", list(THEMES))
def test_contrast_of_every_pair(theme: str) -> None:
    """Text and marks stand out from every surface they are painted on."""
    colors = THEMES[theme]
    weak = []
    for front, back, needed in PAIRS:
        light, dark = sorted((luminance(colors[front]), luminance(colors[back])), reverse=True)
        if (light + 0.05) / (dark + 0.05) < needed:
            weak.append((front, back))
    assert weak == []


def test_every_icon_is_in_the_package() -> None:
    """The icons that the window names exist."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in Path(next(iter(briefer.ui.__path__))).rglob("*.py")
    )
    named = set(re.findall(r'icon="([a-z0-9-]+)"', code))
    named |= set(re.findall(r'(?:\.icon|set_icon)\("([a-z0-9-]+)"', code))
    assert len(named) > 10
    assert sorted(name for name in named if not (icon_folder() / f"{name}.svg").is_file()) == []


def test_style_sheet_is_complete(look: Look) -> None:
    """No placeholder is left in a style sheet and none sets a font."""
    text = "".join(style_sheets(look.color, look.px).values())
    assert not re.search(r"[@~]|#\d+px", text)
    assert "font" not in text


def test_lengths_and_fonts_grow_with_the_text_size() -> None:
    """At 200 % every length and every font is twice as large."""
    usual, large = Look(theme="light"), Look(theme="light", scale=200)
    assert large.px(13) == 2 * usual.px(13)
    assert large.font("body").pixelSize() == 2 * usual.font("body").pixelSize()
    bold = QFontMetricsF(usual.font("heading")).horizontalAdvance("Enforcement")
    assert bold > QFontMetricsF(usual.font("body")).horizontalAdvance("Enforcement")


def test_prose_keeps_to_its_lines(look: Look) -> None:
    """Words fill at most the lines given; what is left out is shown by an ellipsis."""
    words = "Washington and Beijing trade blame over precursors and demand " * 3
    prose = Prose(words, look.font("body"), 200, most=2)
    assert prose.shortened
    assert prose.height == 2 * prose.leading
    assert not Prose("Short", look.font("body"), 200).shortened
    assert Prose("", look.font("body"), 200).height == prose.leading
    assert Prose("Unbreakable" * 30, look.font("body"), 200, most=1).shortened


@pytest.mark.parametrize("width", [40, 180, 320, 331])
def test_height_without_breaking_is_that_of_the_broken_words(look: Look, width: int) -> None:
    """However long the words are, and wherever they may break."""
    font = look.font("small")
    long = "The Bureau announced new export controls on precursor chemicals today"
    tried = [long[:end] for end in range(1, len(long))]
    tried += ["", long * 4, "x" * 300, f"{long}\u2028{long[:9]}", "word " * 9 + " " * 60]
    tried.append("a\tb" * 9)
    for words in tried:
        for most in (1, 2, 3):
            broken = Prose(words, font, width, most=most)
            assert height_of(words, font, width, most=most) == broken.height, words


def test_a_colour_may_be_changed_by_whom_it_was_given_to(look: Look) -> None:
    """The look gives the same colour again."""
    look.color("control").setAlpha(20)
    assert look.color("control").alpha() == 255


def test_latest_query_answers(look: Look) -> None:
    """Of queries with one key only the last answers; others are not even begun."""
    gate = threading.Event()
    begun: list[int] = []
    answers: list[int] = []
    lane = Lane[None]("test", lambda: None, failed=lambda error: None)

    def work(number: int, _: None) -> int:
        begun.append(number)
        return number

    Query(lane, lambda _: gate.wait(60), lambda _: None)
    for number in range(4):
        Query(lane, partial(work, number), answers.append, key="one")
    gate.set()
    wait_for(lambda: bool(answers))
    lane.close()
    QApplication.processEvents()
    assert (begun, answers) == ([3], [3])


def test_failed_query_is_handed_over(look: Look) -> None:
    """An error goes to the query's own handler, else to the lane's."""
    lanes: list[Exception] = []
    own: list[Exception] = []
    lane = Lane[None]("test", lambda: None, failed=lanes.append)

    def fail(_: None) -> None:
        raise ZeroDivisionError

    Query(lane, fail, lambda _: None)
    Query(lane, fail, lambda _: None, failed=own.append)
    wait_for(lambda: bool(lanes and own))
    lane.close()
    assert isinstance(lanes[0], ZeroDivisionError)
    assert isinstance(own[0], ZeroDivisionError)


def test_change_reports_and_is_cancelled(look: Look) -> None:
    """A change tells its progress and ends with an error when cancelled."""
    lane = Lane[None]("test", lambda: None, failed=lambda error: None)
    told: list[tuple[int, int]] = []
    ends: list[object] = []

    def work(steps: Steps) -> None:
        number = 0
        while not steps.cancelled():
            number += 1
            steps.progress(min(number, 3), 3)
            time.sleep(0.01)
        raise CancelledError("cancelled")

    change = Change(lane, work)
    change.progressed.connect(lambda done, total: told.append((done, total)))
    change.failed.connect(ends.append)
    change.start()
    wait_for(lambda: bool(told))
    change.cancel()
    wait_for(lambda: bool(ends))
    lane.close()
    assert told[0] == (1, 3)
    assert isinstance(ends[0], CancelledError)


def test_nothing_is_delivered_after_closing(look: Look) -> None:
    """A closed lane is silent: its window is gone."""
    answers: list[int] = []
    lane = Lane[None]("test", lambda: None, failed=lambda error: None)
    Query(lane, lambda _: 1, answers.append)
    lane.close()
    Query(lane, lambda _: 2, answers.append)
    QApplication.processEvents()
    assert answers == []


def test_nothing_is_delivered_to_what_was_deleted(look: Look) -> None:
    """A dialog closed before its answer gets none, whether a method or a function would take it."""
    answers: list[int] = []
    told = QLabel()

    def show(number: int) -> None:
        told.setText(str(number))
        answers.append(number)

    lane = Lane[None]("test", lambda: None, failed=lambda error: None)
    Query(lane, lambda _: 1, show)
    Query(lane, lambda _: 2, lambda number: show(number))
    Query(lane, lambda _: 3, told.setNum)
    told.deleteLater()
    QCoreApplication.sendPostedEvents(told, QEvent.Type.DeferredDelete)
    Query(lane, lambda _: 4, answers.append)
    wait_for(lambda: bool(answers))
    lane.close()
    assert answers == [4]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fentanyl: supply / demand?", "Fentanyl supply demand.pptx"),
        ("", "Briefing.pptx"),
        ("...", "Briefing.pptx"),
        ("C" * 200, "C" * 80 + ".pptx"),
    ],
)
def test_file_names_fit_every_system(title: str, name: str) -> None:
    """A deck's name comes from the title, without what a system forbids."""
    assert file_name(title) == name


def test_sizes_and_times_in_words() -> None:
    """Sizes and durations as people say them."""
    assert [size_words(n) for n in (10, 84_000, 1_440_000)] == ["1 KB", "84 KB", "1.4 MB"]
    assert duration(seconds_to_say(["word " * 100])) == "about 45 seconds"
    assert duration(660) == "about 11 minutes"
    assert duration(0) == ""
