"""What was done can be undone after any restart, exactly as without it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.compose.kinds import SLIDE_KINDS
from briefer.errors import BriefingFileError
from briefer.records import Source
from briefer.records.turn import TextTurn, Turn
from briefer.storyboard import edits, journal
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.history import History
from briefer.storyboard.journal import Journal, format_journal, parse_journal
from tests.storyboard.test_history import choices_of

TURNS = (Turn("event/one", 3, None), Turn("event/two", None, 1), TextTurn("source/a", None, "f0"))


def read(text: str) -> Journal:
    """Return the journal that a text says."""
    return parse_journal(text, name="autosave.undo", kinds=SLIDE_KINDS)


def restarted(history: History) -> History:
    """Return the history as it is read back."""
    again = read(format_journal(Journal(history))).history
    assert again == replace(history, focus=None, merge_key=None)
    return again


def several(count: int) -> History:
    """Return a history of some steps, one of them over records, two of them undone."""
    history = History(edits.add_card(Briefing("Start"), Card("event")).briefing)
    for number in range(count):
        history = history.do(edits.set_title(history.briefing, 0, f"Title {number}"))
    history = history.note("Delete 2 records", TURNS)
    return history.do(edits.set_briefing(history.briefing, title="End")).undo().undo()


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 99), st.integers(0, 9), st.integers(0, 9), st.integers(0, 6)),
        max_size=30,
    )
)
def test_undo_all_the_way_after_restarts(numbers: list[tuple[int, int, int, int]]) -> None:
    """Edits, undos, changes of records and restarts in any order: all of it is undone, redone."""
    start = Briefing("Start")
    history = plain = History(start)
    for pick, i, j, what in numbers:
        if what == 0:
            history = restarted(history)
        elif what == 1:
            history, plain = history.undo(), plain.undo()
        elif what == 2:
            history, plain = (one.note(f"Edit {i}", TURNS[: 1 + j % 3]) for one in (history, plain))
        else:
            choices = choices_of(history.briefing)
            edit = choices[pick % len(choices)](history.briefing, i, j)
            history, plain = history.do(edit), plain.do(edit)
    for way in (History.undo, History.redo):
        history = restarted(history)
        while way(history) is not history:
            assert (history.undo_label, history.redo_label) == (plain.undo_label, plain.redo_label)
            history, plain = way(history), way(plain)
            assert history.briefing == plain.briefing
            assert [step.turns for step in history.future] == [s.turns for s in plain.future]
        if way is History.undo:
            assert history.briefing == start


def test_what_goes_with_it_comes_back() -> None:
    """Records that files brought, the library's name and what was saved before are kept."""
    source = Source(id="source/one", csl_type="report", title="A report", revision=4)
    whole = Journal(several(3), Briefing("Saved before"), "library", (source,))
    assert read(format_journal(whole)) == replace(whole, history=restarted(whole.history))


def test_steps_over_another_library_are_left_out() -> None:
    """The edits of the briefing around them are undone and done again as ever."""
    whole = Journal(several(3), library="mine")
    assert whole.over("mine") is whole
    rest = whole.over("another").history
    assert rest.past == whole.history.past
    assert len(rest.future) == 1
    assert rest.redo().briefing.title == "End"


def test_a_journal_belongs_to_the_briefing_saved_last() -> None:
    """Or to the one saved before it, where the program ended between the two files."""
    whole = Journal(several(3), Briefing("Saved before"))
    assert whole.goes_on_from(whole.history.briefing)
    assert whole.goes_on_from(Briefing("Saved before"))
    assert not whole.goes_on_from(Briefing("Another"))


def test_a_long_journal_forgets_its_oldest_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stays can be undone; where not even the briefing fits there is no journal."""
    history = several(100)
    whole = format_journal(Journal(history))
    monkeypatch.setattr(journal, "MOST_CHARACTERS", len(whole) // 2)
    short = read(format_journal(Journal(history))).history
    assert 10 < len(short.past) < len(history.past)
    assert short.past == history.past[-len(short.past) :]
    assert short.briefing == history.briefing
    monkeypatch.setattr(journal, "MOST_CHARACTERS", 10)
    assert format_journal(Journal(history)) == ""


def test_two_hundred_steps_share_what_did_not_change() -> None:
    """Every step of a long briefing costs its one changed card, not all of them."""
    history = History(Briefing("Long"))
    for number in range(100):
        card = Card("event", title=f"Slide {number}", records=(f"event/{number}",))
        history = history.do(edits.add_card(history.briefing, card))
    assert len(format_journal(Journal(history))) < 60_000


@pytest.mark.parametrize("damage", ["cut", "letter", "empty", "foreign", "newer"])
def test_a_damaged_journal_is_refused(damage: str) -> None:
    """Whatever is not a whole journal of this form is named as such."""
    text = format_journal(Journal(several(3)))
    damaged = {
        "cut": text[:-1],
        "letter": text.replace("Title 2", "Title 7", 1),
        "empty": "",
        "foreign": '{"format": 1, "title": "A briefing"}',
        "newer": text.replace("briefer-undo 1", "briefer-undo 2"),
    }[damage]
    with pytest.raises(BriefingFileError, match="autosave.undo"):
        read(damaged)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("now", 99),
        ("now", -1),
        ("now", "0"),
        ("past", [["Label", 0, None]]),
        ("past", [[7, 0, None, []]]),
        ("past", {"a": 1}),
        ("future", [["Label", 0, -4, []]]),
        ("future", [["Label", 0, None, [["record", "event/a", "x", 1]]]]),
        ("sections", [[0, [10**6]]]),
        ("parts", "{}"),
        ("heads", 3),
        ("library", None),
    ],
)
def test_a_journal_that_says_nonsense_is_refused(field: str, value: object) -> None:
    """Even one with the right checksum is read only where every number leads somewhere."""
    first, _, body = format_journal(Journal(several(3))).partition("\n")
    wrong = json.dumps(json.loads(body) | {field: value})
    with pytest.raises(BriefingFileError, match="autosave.undo"):
        read(f"{journal.first_line(wrong)}\n{wrong}")
    assert first == journal.first_line(body)
