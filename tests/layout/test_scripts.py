"""Languages and directions are told from characters; what reads from the right starts there."""

from __future__ import annotations

import pytest

from briefer.geometry import EMU_PER_PT, Frame
from briefer.layout.boxes import Paragraph, TextBox
from briefer.layout.fitting import balanced, set_in
from briefer.layout.inlines import Look, SlideNumbers, paragraph_of
from briefer.layout.scripts import by_script, language_of, reads_from_right, seen_from_left
from briefer.layout.text import house_setter, run_of
from briefer.template.model import LevelStyle
from tests.layout.decks import para

ARABIC = "يجب على الولايات المتحدة التعاون"
HEBREW = "ארצות הברית וסין צריכות לשתף פעולה"
SETTER = house_setter()
STYLE = LevelStyle(size=20.0, bullet="■", margin=300000, indent=-300000)
FRAME = Frame(1000000, 1000000, 3000000, 3000000)


@pytest.mark.parametrize(
    ("text", "language", "from_right"),
    [
        ("Fentanyl", "", False),
        ("Ovidio Guzmán López", "", False),
        ("国家禁毒委员会", "zh-CN", False),
        ("フェンタニルの国", "ja-JP", False),
        ("펜타닐", "ko-KR", False),
        (ARABIC, "ar-SA", True),
        (HEBREW, "he-IL", True),
        ("2023 – “" + ARABIC, "ar-SA", True),
        ("The word العربية in an English sentence", "", False),
        ("", "", False),
        ("2023 😀 — .", "", False),
    ],
)
def test_language_and_direction_follow_the_letters(
    text: str, language: str, from_right: bool
) -> None:
    """Most letters tell the language, the first one the direction."""
    assert language_of(text) == language
    assert reads_from_right(text) is from_right


def test_what_reads_from_the_left_keeps_its_order_on_a_line_from_the_right() -> None:
    """Names and numbers inside Arabic are not turned round."""
    items = [(n, text) for n, text in enumerate((ARABIC, "Jane ", "Doe", HEBREW, "1,2"))]
    assert seen_from_left(items) == [4, 3, 1, 2, 0]


def words(*texts: str, style: LevelStyle = STYLE) -> Paragraph:
    """Return a paragraph of runs, set in the frame."""
    paragraph = Paragraph(tuple(run_of(text, style) for text in texts), style)
    return SETTER.set(paragraph, FRAME, 0.0)[0]


def test_lines_and_bullet_stand_at_the_right() -> None:
    """Lines end at the margin from the right, inside the frame, and the bullet beside them."""
    done = words(ARABIC, " 12", f" {HEBREW}")
    assert len(done.lines) > 1
    end = FRAME.right - STYLE.margin
    for line in done.lines:
        last = line.pieces[-1]
        assert abs(last.x + last.width - end) <= EMU_PER_PT
        assert line.pieces[0].x >= FRAME.x
        xs = [piece.x for piece in line.pieces]
        assert xs == sorted(xs)
    bullet = done.lines[0].bullet_x
    assert bullet is not None
    assert end < bullet < FRAME.right


def test_a_hanging_column_stays_at_the_left() -> None:
    """The sources' numbers stand in one column whatever follows them."""
    assert not Paragraph((run_of(f"12\t{ARABIC}", STYLE),), STYLE).from_right


def test_a_title_from_the_right_is_balanced_at_its_left() -> None:
    """Narrowing takes room from where lines end."""
    style = LevelStyle(size=28.0)
    frame = Frame(0, 0, 6000000, 2000000)
    box = TextBox("Title", frame, ())
    done = set_in(box, [Paragraph((run_of(ARABIC * 2, style),), style)], SETTER)[0]
    narrow = balanced(done, SETTER)
    assert narrow.insets.left > 0
    assert narrow.insets.right == 0


def test_runs_know_their_language() -> None:
    """Spelling is checked in the language of the words, not in English."""
    made = paragraph_of(para(ARABIC), STYLE, 1, Look(SlideNumbers()))
    assert [run.lang for run in made.runs] == ["ar-SA"]
    assert made.align == "r"


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "On the 芬太尼 order",
            "en-US",
            [("On the ", "en-US"), ("芬太尼 ", "zh-CN"), ("order", "en-US")],
        ),
        ("为什么 now?", "zh-CN", [("为什么 ", "zh-CN"), ("now?", "en-US")]),
        ("“中国” 1", "en-US", [("“中国” 1", "zh-CN")]),
        ("東京 now", "ja-JP", [("東京 ", "ja-JP"), ("now", "en-US")]),
        ("日本の law", "en-US", [("日本の ", "ja-JP"), ("law", "en-US")]),
        ("ایران و Iran", "fa-IR", [("ایران و ", "fa-IR"), ("Iran", "en-US")]),
        ("café 中", "es-MX", [("café ", "es-MX"), ("中", "zh-CN")]),
        ("Plain words…", "en-US", [("Plain words…", "en-US")]),
        ("", "en-US", [("", "en-US")]),
    ],
)
def test_text_in_two_scripts_is_parted(
    text: str, language: str, parts: list[tuple[str, str]]
) -> None:
    """A text's own language stays where it is written in that script; nothing is left out."""
    assert by_script(text, language) == parts


def test_parts_of_a_run_look_alike() -> None:
    """Only their languages differ, so that lines break where they did."""
    whole = run_of("On the 芬太尼 order", STYLE)
    parts = whole.by_language
    assert [part.lang for part in parts] == ["en-US", "zh-CN", "en-US"]
    assert "".join(part.text for part in parts) == whole.text
    assert {(part.size, part.font, part.color) for part in parts} == {
        (20.0, whole.font, whole.color)
    }
    assert sum(SETTER.width(part, part.text) for part in parts) == pytest.approx(
        SETTER.width(whole, whole.text)
    )
