"""What the report answers for: the 31 rules for decks and the criteria of WCAG 2.0 A and AA.

In: nothing. Out: `Standard`s. What of each a program checks is told by the rules themselves. Must
not know: decks.

`eyes` is what remains for a person, each with what must be in a deck for it to matter ("" always).
`made` is what holds of every deck as Briefer exports it, said only of decks that still are.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standard:
    """A rule or criterion: its number, what it asks, who asks, and what no program checks."""

    number: str
    label: str
    source: str
    eyes: tuple[tuple[str, str], ...] = ()
    made: str = ""


RULES: tuple[Standard, ...] = (
    Standard(
        "1",
        "Every slide has a title in a title placeholder",
        "MS, AED, UC",
        (("Do the titles say what each slide is about?", ""),),
    ),
    Standard("2", "Titles are unique", "MS, UC, PE"),
    Standard(
        "3",
        "All that is no text has alternative text",
        "MS, HHS 1.9",
        (("Does each alternative text say what its picture, chart or drawing says?", "graphics"),),
    ),
    Standard(
        "4",
        "Decorative objects are marked",
        "HHS 2.2, MS",
        (("Is what is marked decorative without meaning?", "decoration"),),
    ),
    Standard(
        "5",
        "Complex pictures and charts have descriptive text near them",
        "HHS 1.10, 2.6",
        (("Do slide and notes say all that the chart or drawing shows?", "drawings"),),
        "A chart's figures, and a drawing's claims with sources, are in the notes of its slide.",
    ),
    Standard(
        "6",
        "Charts are native, with title, legend and axis titles",
        "HHS 2.5, 3",
        (("Do heading, labels and axes say what is counted, and in which unit?", "charts"),),
        "Charts are native, their figures in a sheet behind them.",
    ),
    Standard(
        "7",
        "Tables are real, with a header row",
        "MS, AED 8",
        (("Does the header row name each column?", "tables"),),
    ),
    Standard("8", "No merged, split or blank cells, no nested tables", "MS, HHS 3, PE"),
    Standard(
        "9",
        "Tables are read from left to right and from above to below",
        "HHS 3.2, PE",
        (("Does the table make sense row by row?", "tables"),),
        "Tables are written row by row, their first column naming the row.",
    ),
    Standard(
        "10",
        "The reading order is logical: title first, footers last",
        "MS, AED 2, SSA",
        (("Does each slide make sense read in its order (Arrange, Selection Pane)?", ""),),
        "Shapes stand in the order in which layout places them; columns are read one by one.",
    ),
    Standard(
        "11",
        "What matters in master and background is also on the slide",
        "AED 7, UC, HHS 2.1",
        (("Does the master show a logo or other picture that matters?", ""),),
        "Markings are placeholders on every slide.",
    ),
    Standard(
        "12",
        "Text stands in placeholders and in Outline View",
        "HHS 1.1, 1.5, SSA 2",
    ),
    Standard(
        "13",
        "Lists and columns are real",
        "AED 3, 4, HHS",
        (("Is there a list whose items are plain paragraphs?", ""),),
    ),
    Standard(
        "14",
        "Language is set on text and file",
        "AED 5, HHS 1.3",
        (("Are quotations and names in another Latin-script language marked as such?", ""),),
    ),
    Standard(
        "15",
        "Link text is meaningful",
        "MS, PSG, AED 6, HHS 1.11",
        (("Does each link lead where its words say?", "links"),),
    ),
    Standard(
        "16",
        "Links are whole and right",
        "HHS 1.12, 1.13",
        (("Do the addresses answer? Nothing was visited: the check works offline.", "addresses"),),
    ),
    Standard(
        "17",
        "Contrast is at least 4.5:1, 3:1 for large text",
        "WCAG 1.4.3, AED 11, MCFP 2.7",
        (
            ("Can text in charts be read? A program does not see where it falls.", "charts"),
            ("Can text in diagrams and pictures be read?", "pictures"),
        ),
    ),
    Standard(
        "18",
        "Colour, shape or position alone never carry meaning",
        "AED 10, HHS",
        (("Print a slide in grey: is anything lost? Do words say “the red ones”?", ""),),
        "On timelines and networks words, markers and dashes tell apart what colours tell apart.",
    ),
    Standard("19", "Fonts are listed ones, of 18 pt or more", "HHS 1.4, UC, MCFP 2.4"),
    Standard(
        "20",
        "No flashing, animation or going on alone",
        "AED 13, HHS 1.7, MCFP 2.5",
        (("Do video or moving pictures flash more than three times a second?", "media"),),
    ),
    Standard(
        "21",
        "Audio and video have captions and a description",
        "MS, AED 12",
        (("Are the captions right, and is what is only seen described?", "media"),),
    ),
    Standard("22", "Sections are named", "WA"),
    Standard(
        "23",
        "The file is not locked against assistive technology",
        "MS, PSG",
        made="No rights management or password is set.",
    ),
    Standard(
        "24",
        "Core properties are filled in",
        "HHS 1.3",
        (("Are keywords and copyright status right?", ""),),
    ),
    Standard("25", "The file name is plain, short and descriptive", "HHS 1.1, 1.2, SSA 1, MCFP"),
    Standard("26", "Comments and change marks are removed", "HHS 1.5, 1.6"),
    Standard(
        "27",
        "No watermark or background pictures, no text in pictures",
        "HHS 1.8, WCAG 1.4.5",
        (("Does a picture show text?", "pictures"),),
    ),
    Standard(
        "28",
        "Pictures that belong together are grouped with one alternative text",
        "HHS 2.3, 2.4",
        (("Are there layers or pieces that should be one group?", "drawings"),),
        "Each drawing is one group with one alternative text; its words are text in it.",
    ),
    Standard("29", "Slide numbers are fields", "checklists"),
    Standard(
        "30",
        "Notes, or another accessible form, are there for complex pictures",
        "MCFP 1.1",
        (("Do the notes serve someone who does not see the slide?", "drawings"),),
    ),
    Standard(
        "31",
        "One text box for each function, no empty paragraphs as spacing",
        "UC",
        (("Is one text cut into several boxes?", ""),),
        "Each text of a slide's layout has one placeholder.",
    ),
)

CRITERIA: tuple[Standard, ...] = (
    Standard("1.1.1", "Non-text content", "A", RULES[2].eyes + RULES[3].eyes),
    Standard(
        "1.2.1",
        "Audio-only and video-only (prerecorded)",
        "A",
        (("Is there a transcript of audio, and a text for silent video?", "media"),),
    ),
    Standard(
        "1.2.2",
        "Captions (prerecorded)",
        "A",
        (("Are the captions right and complete?", "media"),),
    ),
    Standard(
        "1.2.3",
        "Audio description or media alternative",
        "A",
        (("Is what is only seen told in sound or in a text?", "media"),),
    ),
    Standard(
        "1.2.5",
        "Audio description (prerecorded)",
        "AA",
        (("Is what is only seen told in sound?", "media"),),
    ),
    Standard(
        "1.3.1",
        "Info and relationships",
        "A",
        (("Is anything told by place, size or spacing alone?", ""),),
    ),
    Standard("1.3.2", "Meaningful sequence", "A", RULES[9].eyes, RULES[9].made),
    Standard(
        "1.3.3",
        "Sensory characteristics",
        "A",
        (("Do words point by shape or place alone (“the box on the right”)?", ""),),
    ),
    Standard("1.4.1", "Use of color", "A", RULES[17].eyes, RULES[17].made),
    Standard(
        "1.4.2",
        "Audio control",
        "A",
        (("Does sound start by itself and last over three seconds?", "media"),),
    ),
    Standard("1.4.3", "Contrast (minimum)", "AA", RULES[16].eyes),
    Standard(
        "1.4.4",
        "Resize text",
        "AA",
        (("Can all text be read at 200 per cent in the program that shows the deck?", ""),),
    ),
    Standard("1.4.5", "Images of text", "AA", RULES[26].eyes),
    Standard(
        "2.1.1",
        "Keyboard",
        "A",
        (("Can embedded objects and media be worked with the keyboard?", "interactive"),),
        "Nothing but links can be worked.",
    ),
    Standard("2.2.1", "Timing adjustable", "A"),
    Standard(
        "2.2.2",
        "Pause, stop, hide",
        "A",
        (("Can what moves be stopped?", "media"),),
    ),
    Standard("2.3.1", "Three flashes or below threshold", "A", RULES[19].eyes),
    Standard("2.4.2", "Page titled", "A", RULES[0].eyes),
    Standard("2.4.3", "Focus order", "A", (("Do links come in a sensible order?", "links"),)),
    Standard("2.4.4", "Link purpose (in context)", "A", RULES[14].eyes),
    Standard("2.4.6", "Headings and labels", "AA", RULES[0].eyes),
    Standard("3.1.1", "Language of page", "A"),
    Standard("3.1.2", "Language of parts", "AA", RULES[13].eyes),
    Standard("4.1.1", "Parsing", "A"),
    Standard(
        "4.1.2",
        "Name, role, value",
        "A",
        (("Do embedded objects tell their name and state?", "interactive"),),
    ),
)

OTHERS = (
    "WCAG 2.4.1, 2.4.5, 3.2.3 and 3.2.4 do not apply to documents that are no web pages (36 CFR"
    " 1194, E205.4). 1.2.4 (live captions), 2.1.2, 2.4.7, 3.2.1, 3.2.2 and 3.3.1 to 3.3.4 are about"
    " live media, keyboard focus and input, for which the program that shows the deck answers."
)
