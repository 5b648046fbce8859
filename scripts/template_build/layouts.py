"""Every layout of the house templates (design page "slides", sections 10 and 11)."""

from __future__ import annotations

from dataclasses import replace

from template_build.full_bleed import closing_layout, section_layout, title_layout
from template_build.grid import Box, box, column_x, columns_w, emu
from template_build.pieces import KICKER_NARROW, content, panel, rule, statement_bar, upper
from template_build.specs import AUTO_NUMBER, Art, Layout, Level, Place, body, label, points
from template_build.tokens import Tokens

COLUMN_INSETS = (0, 0.225, 0, 0)
HANG_18, HANG_20 = 0.225, 0.27
TOP, HEIGHT, FULL = 1.875, 4.425, (0.667, 1.875, 12.0, 4.425)

FACT = (label(12, color="muted"), Level(16, after=6, leading=95))
HEADED = (label(after=5), points(18, after=8, hang=HANG_18))
NAME = (
    Level(20, bold=True, color="tx2", after=2, leading=95),
    Level(16, color="muted", leading=95),
)
WORDS = (
    label(after=8),
    Level(28, major=True, color="tx2", after=12, leading=104),
    Level(16, color="muted"),
    Level(24, major=True, color="tx2", after=12, leading=104),
    Level(20, major=True, color="tx2", after=12, leading=104),
)


ASK = (label(after=3), Level(18))
ASK_INSETS = (0.25, 0.18, 0.25, 0.15)


def agenda_layout(tokens: Tokens) -> Layout:
    """Return the agenda: a table of parts, the decision sought, the time needed."""
    x, w = 9.0, 3.667
    return content(
        "Agenda",
        body(20, "Agenda table", (0.667, TOP, 7.933, HEIGHT), Level(18), type="tbl"),
        panel(
            21,
            "Decision panel",
            upper((x, TOP, w, 3.345), tokens),
            label(after=6),
            Level(24, major=True, leading=104),
            surface="inverse",
        ),
        panel(22, "Time needed", (x, 5.25, w, 1.05), *ASK, insets=ASK_INSETS, surface="inverse"),
    )


def bottom_line_layout(tokens: Tokens) -> Layout:
    """Return the bottom line up front: the statement over the ask, and the key points."""
    ask = (0.667, 5.1, 3.867, 1.2)
    return content(
        "Bottom line",
        panel(
            20,
            "Bottom line",
            upper((0.667, TOP, 3.867, 3.195), tokens),
            label(after=6),
            Level(24, major=True, leading=103),
            surface="inverse",
        ),
        panel(22, "The ask", ask, *ASK, insets=ASK_INSETS, surface="inverse"),
        body(
            21,
            "Key points",
            (4.933, TOP, 7.733, HEIGHT),
            points(20, after=14, hang=HANG_20),
            anchor="ctr",
        ),
    )


def drawing_layouts() -> tuple[Layout, ...]:
    """Return the layouts whose content is drawn on the slide."""
    return (
        content("Timeline", kicker_width=KICKER_NARROW, type="titleOnly"),
        content("Timeline list", kicker_width=KICKER_NARROW, type="titleOnly"),
        content("Supply chain", type="titleOnly"),
        content("Actor network", type="titleOnly"),
    )


def event_layouts() -> tuple[Layout, ...]:
    """Return the event layouts, with and without a statement."""
    date = panel(
        20,
        "Date",
        (0.667, TOP, 2.85, 2.175),
        Level(20, bold=True, color="label"),
        Level(60, major=True, bold=True, after=2, leading=90),
        Level(14, color="muted"),
        insets=(0.25, 0.15, 0.2, 0.15),
        anchor="ctr",
        surface="inverse",
    )
    facts = body(21, "Event facts", (0.667, 4.2, 2.85, 2.1), *FACT)

    def columns(height: float) -> tuple[Place, Place]:
        happened = (3.917, TOP, 4.683, height)
        return (
            body(22, "What happened", happened, *HEADED, insets=COLUMN_INSETS),
            panel(23, "Why it matters", (8.8, TOP, 3.867, height), *HEADED),
        )

    statement = body(
        24,
        "Statement",
        (3.917, 5.1, 8.75, 1.2),
        Level(20, major=True, color="tx2", after=4),
        Level(16, color="muted"),
        insets=(0.25, 0, 0, 0),
        anchor="ctr",
    )
    bar = statement_bar(3.917, 5.19, 1.08)
    return (
        content("Event and statement", date, facts, *columns(3.075), statement, art=(bar,)),
        content("Event", date, facts, *columns(HEIGHT)),
    )


def profile_layouts() -> tuple[Layout, ...]:
    """Return the profile layouts, with a picture or a monogram."""
    square = (0.667, TOP, 2.85, 2.85)
    picture = body(19, "Picture", square, Level(14, color="muted"), type="pic")
    monogram = panel(
        24,
        "Monogram",
        square,
        Level(88, major=True, bold=True, align="ctr"),
        insets=(0, 0, 0, 0),
        anchor="ctr",
        surface="inverse",
    )
    rest = (
        body(20, "Name and role", (0.667, 4.86, 2.85, 1.44), *NAME),
        body(21, "Role in the file", (3.917, TOP, 4.683, 3.525), *HEADED, insets=COLUMN_INSETS),
        body(
            23,
            "In this deck",
            (3.917, 5.55, 4.683, 0.75),
            label(12, color="muted"),
            Level(16),
            insets=(0, 0.12, 0, 0),
        ),
        panel(22, "In their words", (8.8, TOP, 3.867, HEIGHT), *WORDS),
    )
    art = (rule("Profile rule", 3.917, 5.55, 4.683),)
    return (
        content("Profile picture", picture, *rest, art=art),
        content("Profile monogram", monogram, *rest, art=art),
    )


def quote_layout() -> Layout:
    """Return the layout of one quotation."""
    mark = Art("Quote mark", "text", box(0.627, 1.53, 1.1, 1.6), color="gold", text="“", size=150)
    return content(
        "Quote",
        body(
            20,
            "Quotation",
            (1.683, TOP, 10.983, 2.925),
            Level(28, major=True, color="tx2", leading=104),
            Level(24, major=True, color="tx2", leading=104),
            insets=(0, 0.12, 0, 0),
        ),
        panel(
            24,
            "Monogram",
            (1.683, 5.34, 0.9, 0.9),
            Level(30, major=True, bold=True, align="ctr"),
            insets=(0, 0, 0, 0),
            anchor="ctr",
            surface="inverse",
        ),
        body(
            21,
            "Attribution",
            (2.82, 5.34, 4.533, 0.9),
            Level(20, bold=True, color="tx2", after=1, leading=96),
            Level(16, color="muted", leading=95),
            anchor="ctr",
        ),
        body(22, "Context", (7.783, 5.34, 4.883, 0.9), Level(16), anchor="ctr"),
        art=(mark, rule("Attribution rule", 1.683, 5.1, 10.983)),
    )


def _side(word: str, first: int, x: float, fill: str) -> tuple[Place, Place, Place]:
    """Return one side of a comparison: party, statement, attribution."""
    return (
        body(
            first,
            f"{word} party",
            (x, TOP, 5.8, 0.45),
            Level(20, major=True, bold=True, color="bg1"),
            insets=(0.2, 0, 0.2, 0),
            anchor="ctr",
            fill=fill,
        ),
        panel(
            first + 2,
            f"{word} statement",
            (x, 2.325, 5.8, 2.175),
            Level(20, major=True, leading=106),
            insets=(0.2, 0.2, 0.2, 0.05),
        ),
        panel(
            first + 4,
            f"{word} attribution",
            (x, 4.5, 5.8, 0.75),
            Level(16, bold=True, color="tx2", leading=98),
            Level(16, color="muted", leading=98),
            insets=(0.2, 0, 0.2, 0.15),
            anchor="b",
        ),
    )


def two_sides_layout() -> Layout:
    """Return the layout of two statements side by side; the left one is read to its end first."""
    return content(
        "Two sides",
        *_side("Left", 20, 0.667, "accent1"),
        *_side("Right", 21, 6.867, "accent2"),
        body(
            26,
            "Where they differ",
            (0.667, 5.4, 12.0, 0.93),
            Level(18),
            insets=(0.25, 0, 0, 0),
            anchor="ctr",
        ),
        art=(statement_bar(0.667, 5.49, 0.75),),
    )


def figures_layout(count: int) -> Layout:
    """Return the layout of two, three or four key figures on equal columns."""
    columns = 12 // count
    size = 56 if count == 4 else 76
    so_what = panel(
        28,
        "So what",
        (0.667, 5.25, 12.0, 1.05),
        Level(20),
        insets=(0.25, 0.05, 0.25, 0.05),
        anchor="ctr",
    )
    places: list[Place] = []
    art = []
    for number in range(count):
        x, w = column_x(1 + number * columns), columns_w(columns)
        numeral = body(
            20 + number,
            f"Number {number + 1}",
            (0, 0, 0, 0),
            Level(size, major=True, bold=True, color="label", leading=90),
            Level(28, major=True, bold=True, color="label"),
            anchor="b",
        )
        meaning = body(
            24 + number,
            f"Meaning {number + 1}",
            (0, 0, 0, 0),
            Level(18, after=4),
            Level(14, color="muted"),
        )
        places.append(replace(numeral, box=Box(x, emu(2.025), w, emu(1.125))))
        places.append(replace(meaning, box=Box(x, emu(3.3), w - emu(0.1), emu(1.65))))
        rule_box = Box(x, emu(TOP), w, emu(0.045))
        art.append(Art(f"Figure rule {number + 1}", "rect", rule_box, color="tx2"))
    return content(f"Figures {count}", *places, so_what, art=tuple(art))


def single_figure_layout() -> Layout:
    """Return the layout of one key figure; its box holds 150 pt with room to spare."""
    return content(
        "Figure 1",
        body(
            20,
            "Number",
            (0.607, 1.95, 6.917, 2.55),
            Level(150, major=True, bold=True, color="label", leading=90),
            anchor="ctr",
        ),
        body(
            24,
            "Meaning",
            (0.667, 4.5, 6.617, 1.8),
            Level(24, after=6),
            Level(16, color="muted"),
        ),
        panel(
            28,
            "Context",
            (7.983, TOP, 4.683, HEIGHT),
            label(after=5),
            points(20, after=12, hang=HANG_20),
            Level(20, after=12),
        ),
        art=(Art("Figure rule", "rect", box(0.667, TOP, 6.917, 0.045), color="tx2"),),
    )


def table_layout() -> Layout:
    """Return the layout of one table."""
    return content("Table", body(20, "Table", FULL, Level(16), type="tbl"))


def chart_layout() -> Layout:
    """Return the layout of a chart and its reading."""
    return content(
        "Chart",
        body(
            21,
            "Chart heading",
            (0.667, TOP, 7.933, 0.6),
            Level(16, bold=True, leading=95),
            Level(14, color="muted", leading=95),
        ),
        body(20, "Chart", (0.667, 2.475, 7.933, 3.825), Level(14), type="chart"),
        panel(
            22,
            "Takeaway",
            (9.0, TOP, 3.667, HEIGHT),
            label(after=5),
            points(18, after=10, hang=HANG_18),
        ),
    )


def decision_layouts() -> tuple[Layout, ...]:
    """Return the options, and what to watch with the next steps."""
    return (
        content(
            "Options",
            body(20, "Options table", (0.667, TOP, 12.0, 3.525), Level(16), type="tbl"),
            panel(
                21,
                "Decision",
                (0.667, 5.55, 12.0, 0.75),
                Level(18, leading=97),
                insets=(0.25, 0.03, 0.25, 0.03),
                anchor="ctr",
                surface="inverse",
            ),
        ),
        content(
            "Watch and next steps",
            body(20, "Signals", (0.667, TOP, 7.733, HEIGHT), Level(16), type="tbl"),
            panel(
                21,
                "Next steps",
                (8.8, TOP, 3.867, HEIGHT),
                label(after=6),
                Level(18, bullet=AUTO_NUMBER, hang=0.3, after=1),
                Level(16, color="muted", after=9, hang=-0.3),
                surface="inverse",
            ),
        ),
    )


SOURCE_COLUMNS = (0.667, 4.733, 8.8)
FOOT = 6.81
"""How far down sources reach: there is no source line under them."""


def _source_columns(top: float) -> list[Place]:
    """Return the three columns of numbers under `top`."""
    level = Level(14, after=1.5, leading=98, hang=0.4)
    return [
        body(21 + n, f"Notes column {n + 1}", (x, top, 3.867, round(FOOT - top, 3)), level)
        for n, x in enumerate(SOURCE_COLUMNS)
    ]


def sources_layouts() -> tuple[Layout, ...]:
    """Return the layouts of the sources: works over numbers, numbers alone, works alone."""
    works = body(
        20,
        "Works cited",
        (0.667, 1.71, 12.0, 1.14),
        Level(16, after=4, leading=98, hang=0.35),
        anchor="ctr",
    )
    many = Level(14, after=6, leading=98, hang=0.35)
    columns = [
        body(20 + n, f"Works cited, column {n + 1}", (x, TOP, 5.8, round(FOOT - TOP, 3)), many)
        for n, x in enumerate((0.667, 6.867))
    ]
    line = rule("Sources rule", 0.667, 2.91, 12.0)
    return (
        content("Sources", works, *_source_columns(3.06), art=(line,), sources=False),
        content("Sources continued", *_source_columns(TOP), sources=False),
        content("Works cited", *columns, sources=False),
    )


def text_layout() -> Layout:
    """Return the layout of running points; sub-points begin where the points' words do."""
    sub = points(18, after=6, hang=HANG_18, inset=HANG_20)
    return content(
        "Text",
        body(
            20,
            "Text",
            (0.667, TOP, 9.967, HEIGHT),
            Level(22, major=True, color="tx2", after=12),
            points(20, after=12, hang=HANG_20),
            sub,
        ),
    )


def house_layouts(tokens: Tokens) -> tuple[Layout, ...]:
    """Return every layout, in the order in which PowerPoint offers them."""
    return (
        title_layout(tokens),
        agenda_layout(tokens),
        bottom_line_layout(tokens),
        section_layout(),
        *drawing_layouts(),
        *event_layouts(),
        table_layout(),
        *profile_layouts(),
        quote_layout(),
        two_sides_layout(),
        *(figures_layout(count) for count in (4, 3, 2)),
        single_figure_layout(),
        chart_layout(),
        *decision_layouts(),
        *sources_layouts(),
        closing_layout(tokens),
        text_layout(),
    )
