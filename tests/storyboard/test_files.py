"""Briefing files come back as they were saved; what is wrong in one is named with its place."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import BriefingFileError
from briefer.records import Citation, Event, Locator, PartialDate, Source, Statement
from briefer.storyboard.briefing import Briefing, Card, Decision, Section
from briefer.storyboard.files import (
    MAX_BYTES,
    BriefingFile,
    load_briefing,
    parse_briefing,
    save_briefing,
)
from briefer.storyboard.form import format_briefing

KINDS = ("event", "quote", "timeline", "title")

BRIEFING = Briefing(
    title="Fentanyl: what changed",
    subtitle="Ovidio Guzmán López",
    audience="Committee staff",
    date="1 March 2024",
    template="high-contrast",
    style="chicago",
    marking="CUI",
    sections=(
        Section("Scale", (Card("title"), Card("quote", "", ("statement/milgram",)))),
        Section(
            "Actions",
            (
                Card(
                    "timeline",
                    title="Seven actions in nine months",
                    records=("event/launch", "event/extradition"),
                    text=(("ask", "Decide"), ("event/launch", "**Launched**[@event/launch]")),
                    options=(("columns", 2), ("list", True), ("scale", "month")),
                ),
            ),
        ),
        Section("Empty"),
    ),
)
SNAPSHOT = (
    Source(id="source/note", csl_type="article-journal", title="A note", unknown=("page",)),
    Event(
        id="event/launch",
        title="Coalition launched",
        event_type="multilateral.coalition_launched",
        date=PartialDate.parse("2023-07"),
        citations=(Citation("source/note", Locator("note", "26")),),
    ),
    Statement(
        id="statement/milgram",
        text="“They know what they’re doing . . . .”",
        statement_type="quotation",
        citations=(Citation("source/note"),),
    ),
)


def refusal(text: str) -> str:
    """Return the message with which a file of this text is refused."""
    with pytest.raises(BriefingFileError) as caught:
        parse_briefing(text, name="x.briefing", kinds=KINDS)
    return str(caught.value)


def with_card(card: object) -> str:
    """Return the text of a file with one card, in its second section."""
    return json.dumps({"format": 1, "sections": [{}, {"title": "A", "cards": [card]}]})


def test_a_saved_briefing_comes_back(tmp_path: Path) -> None:
    """Every field, every card and the snapshot survive the disk."""
    path = tmp_path / "Brief für März.briefing"
    save_briefing(path, BriefingFile(BRIEFING, SNAPSHOT))
    assert load_briefing(path, kinds=KINDS) == BriefingFile(BRIEFING, SNAPSHOT)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_briefing_knows_which_revision_it_used(tmp_path: Path) -> None:
    """A record that was changed in the library carries its revision; one that was not, none."""
    path = tmp_path / "x.briefing"
    note, event, *_ = SNAPSHOT
    used = dataclasses.replace(
        event, revision=3, changed_at="2026-11-22T08:30:00Z", changed_by="Jane"
    )
    save_briefing(path, BriefingFile(BRIEFING, (note, used)))
    raw = json.loads(path.read_text(encoding="utf-8"))["snapshot"]
    assert [record.get("revision") for record in raw] == [None, 3]
    assert "Jane" not in path.read_text(encoding="utf-8")
    assert load_briefing(path, kinds=KINDS).snapshot == (
        note,
        dataclasses.replace(event, revision=3),
    )


def test_the_text_is_readable_and_the_same_every_time(tmp_path: Path) -> None:
    """Fields stand in order, letters as themselves; saving again changes nothing."""
    path = tmp_path / "x.briefing"
    save_briefing(path, BriefingFile(BRIEFING))
    text = path.read_text(encoding="utf-8")
    assert list(json.loads(text)) == [
        "format",
        "title",
        "subtitle",
        "audience",
        "date",
        "template",
        "style",
        "marking",
        "sections",
    ]
    assert '\n "subtitle": "Ovidio Guzmán López",\n' in text
    assert text.endswith("}\n")
    save_briefing(path, load_briefing(path, kinds=KINDS))
    assert path.read_text(encoding="utf-8") == text


def test_the_type_of_briefing_is_kept_where_there_is_one(tmp_path: Path) -> None:
    """A briefing without a type has no such field, as in files of before."""
    path = tmp_path / "typed.briefing"
    save_briefing(path, BriefingFile(Briefing("Typed", preset="decision")))
    assert load_briefing(path, kinds=KINDS).briefing.preset == "decision"
    save_briefing(path, BriefingFile(Briefing("Untyped")))
    assert "preset" not in path.read_text(encoding="utf-8")
    assert load_briefing(path, kinds=KINDS).briefing.preset == ""


def test_what_is_left_out_takes_its_default() -> None:
    """Only the format and each card's kind must stand in a file."""
    found = parse_briefing(with_card({"kind": "event"}), name="x.briefing", kinds=KINDS)
    assert found.briefing.template == Briefing("").template
    assert found.briefing.cards == (Card("event"),)
    assert found.snapshot == ()


def test_empty_wording_is_the_proposed_one() -> None:
    """Empty title, empty words and an empty template name are as if they were left out."""
    text = with_card({"kind": "event", "title": "", "text": {"ask": "", "b": "x", "a": "y"}})
    found = parse_briefing(text.replace("{", '{"template": "", ', 1), name="x", kinds=KINDS)
    assert found.briefing.cards == (Card("event", text=(("a", "y"), ("b", "x"))),)
    assert found.briefing.template == Briefing("").template


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.briefing: not JSON at line 1, column 1"),
        ('{"format": 1,\n"title": }', "x.briefing: not JSON at line 2, column 10"),
        ("[]", "x.briefing: must be an object, not a list."),
        ("{}", "x.briefing: field 'format' is missing."),
        ('{"format": 2, "new": 1}', "x.briefing: format: 2 was made by a newer Briefer"),
        ('{"format": 0}', "x.briefing: format: there is no format 0"),
        ('{"format": true}', "x.briefing: format: must be a whole number, not true or false."),
        ('{"format": "1"}', "x.briefing: format: must be a whole number, not text."),
        ('{"format": 1.0}', "x.briefing: format: must be a whole number, not a decimal number."),
        (
            '{"format": 1, "titel": ""}',
            "x.briefing: unknown field 'titel'. Did you mean 'title'?",
        ),
        ('{"format": 1, "title": null}', "x.briefing: title: must be text, not null."),
        ('{"format": 1, "date": 2024}', "x.briefing: date: must be text, not a number."),
        ('{"format": 1, "title": NaN}', "x.briefing: NaN is not a JSON number."),
        ('{"format": 1, "title": -Infinity}', "x.briefing: -Infinity is not a JSON number."),
        ('{"format": 1, "title": "", "title": ""}', "x.briefing: field 'title' is given twice."),
        ('{"format": %s}' % ("9" * 5000), "x.briefing: a number in it has too many digits."),
        ('{"format": 1, "sections": {}}', "sections: must be a list, not an object."),
        ('{"format": 1, "sections": [[]]}', "sections[0]: must be an object, not a list."),
        ('{"format": 1, "sections": [{"cards": 1}]}', "sections[0].cards: must be a list"),
        ("[" * 100_000, "x.briefing: nested too deeply"),
        ('{"a":' * 100_000, "x.briefing: nested too deeply"),
        ('{"format": 1, "snapshot": [%s]}' % ("[" * 900 + "]" * 900), "nested too deeply"),
        ('{"format": 1, "snapshot": [1]}', "x.briefing: snapshot[0]: a record is a number"),
        (
            '{"format": 1, "snapshot": [{"id": "event/a", "titel": ""}]}',
            "x.briefing: snapshot[0], event/a, field 'titel': unknown field.",
        ),
        (
            '{"format": 1, "snapshot": [{"id": "statistic/a", "value": 1e999}]}',
            "snapshot[0].value: the number is too large.",
        ),
        (
            '{"format": 1, "snapshot": [{"id": "source/a", "revision": 0}]}',
            "snapshot[0].revision: 0 is no revision.",
        ),
        (
            '{"format": 1, "snapshot": [{"id": "source/a", "revision": "2"}]}',
            "snapshot[0].revision: must be a whole number, not text.",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_place(text: str, message: str) -> None:
    """The message names the file, the field and what is wrong with it."""
    assert message in refusal(text)


@pytest.mark.parametrize(
    ("card", "message"),
    [
        (1, "sections[1].cards[0]: must be an object, not a number."),
        ({}, "sections[1].cards[0]: field 'kind' is missing."),
        ({"kind": "qoute"}, "cards[0].kind: no slide kind 'qoute'. Did you mean 'quote'?"),
        (
            {"kind": "event", "titel": "x"},
            "x.briefing: sections[1].cards[0]: unknown field 'titel'. Did you mean 'title'?",
        ),
        ({"kind": "event", "title": 3}, "cards[0].title: must be text, not a number."),
        ({"kind": "event", "records": "event/a"}, "cards[0].records: must be a list, not text."),
        ({"kind": "event", "records": [7]}, "cards[0].records[0]: must be text, not a number."),
        ({"kind": "event", "records": ["a"]}, "cards[0].records[0]: 'a' is no record id."),
        ({"kind": "event", "text": []}, "cards[0].text: must be an object, not a list."),
        ({"kind": "event", "text": {"ask": 1}}, "cards[0].text.ask: must be text, not a number."),
        (
            {"kind": "event", "options": {"columns": 1.5}},
            "options.columns: must be text, a whole number, true or false, not a decimal number.",
        ),
        ({"kind": "event", "options": {"columns": None}}, "true or false, not null."),
    ],
)
def test_a_wrong_card_is_refused_by_place(card: object, message: str) -> None:
    """The message names section, card and field."""
    assert message in refusal(with_card(card))


def test_a_word_of_a_book_s_length_does_not_flood_the_message() -> None:
    """Long names are shown shortened."""
    assert len(refusal(with_card({"kind": "q" * 1_000_000}))) < 300


def test_true_and_one_stay_apart() -> None:
    """An option's type is kept: 1 is no yes."""
    text = with_card({"kind": "event", "options": {"a": True, "b": 1, "c": "1"}})
    (found,) = parse_briefing(text, name="x.briefing", kinds=KINDS).briefing.cards
    assert [type(value) for _, value in found.options] == [bool, int, str]


def test_what_xml_cannot_hold_is_cleaned_on_the_way_in() -> None:
    """Control characters and lone surrogates go, everywhere in the file."""
    text = (
        '{"format": 1, "title": "A\\u0000B\\ud800C\\uffff\\r\\nD", "sections": [{"cards": '
        '[{"kind": "event", "text": {"a\\u0007sk": "\\udc00Decide \\ud83d\\ude00"}}]}]}'
    )
    found = parse_briefing(text, name="x.briefing", kinds=KINDS).briefing
    assert found.title == "ABC\nD"
    assert found.cards[0].text == (("ask", "Decide 😀"),)


def test_what_xml_cannot_hold_is_cleaned_on_the_way_out(tmp_path: Path) -> None:
    """A pasted control character or half a character never stops the saving."""
    path = tmp_path / "x.briefing"
    card = Card("event", title="Half \ud83d", text=(("ask", "a\x0bb"),))
    save_briefing(path, BriefingFile(Briefing("A\x00B", sections=(Section("S", (card,)),))))
    found = load_briefing(path, kinds=KINDS).briefing
    assert (found.title, found.cards[0].title) == ("AB", "Half ")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Files saved by a Windows editor open."""
    path = tmp_path / "x.briefing"
    path.write_bytes(b"\xef\xbb\xbf" + format_briefing(BriefingFile(BRIEFING)).encode())
    assert load_briefing(path, kinds=KINDS).briefing == BRIEFING


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"format": 1, "title": "\xff"}', "not UTF-8 text (byte 25)"),
        (format_briefing(BriefingFile(BRIEFING)).encode("utf-16"), "not UTF-8 text (byte 1)"),
        (b"PK\x03\x04" + b"\x00" * 20, "not JSON at line 1"),
    ],
)
def test_a_file_that_is_no_text_is_named(tmp_path: Path, data: bytes, message: str) -> None:
    """The message names the file and says what it is not."""
    path = tmp_path / "x.briefing"
    path.write_bytes(data)
    with pytest.raises(BriefingFileError) as caught:
        load_briefing(path, kinds=KINDS)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    """A missing file, a folder and an impossible name are each said so."""
    for path, message in (
        (tmp_path / "none.briefing", "There is no file"),
        (tmp_path, "is a folder"),
        (Path("a\0b"), "Cannot read"),
    ):
        with pytest.raises(BriefingFileError, match=message):
            load_briefing(path, kinds=KINDS)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are of another kind there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is neither file nor folder is refused at once."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(BriefingFileError, match="is no file"):
        load_briefing(path, kinds=KINDS)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    """A disk image called .briefing fills no memory."""
    path = tmp_path / "x.briefing"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(BriefingFileError, match="larger than 50 MB"):
        load_briefing(path, kinds=KINDS)


def test_the_old_file_survives_a_failed_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses at any step the file is as before and no crumbs are left."""
    path = tmp_path / "x.briefing"
    save_briefing(path, BriefingFile(Briefing("Old")))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for step in ("fsync", "replace"):
        with monkeypatch.context() as patched:
            patched.setattr(os, step, full)
            with pytest.raises(BriefingFileError, match="No space left on device"):
                save_briefing(path, BriefingFile(Briefing("New")))
        assert load_briefing(path, kinds=KINDS).briefing.title == "Old"
        assert [entry.name for entry in tmp_path.iterdir()] == ["x.briefing"]


def test_a_target_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A folder in the way, a missing folder and an impossible name are refused, nothing left."""
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "none" / "x.briefing", tmp_path / "a\0b"):
        with pytest.raises(BriefingFileError) as caught:
            save_briefing(path, BriefingFile(BRIEFING))
        assert str(path) in str(caught.value)
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are of another kind")
def test_links_and_permissions_stay(tmp_path: Path) -> None:
    """Saving through a link writes the file it names, readable by those who could read it."""
    path, link = tmp_path / "x.briefing", tmp_path / "link.briefing"
    save_briefing(path, BriefingFile(Briefing("Old")))
    path.chmod(0o640)
    link.symlink_to(path)
    save_briefing(link, BriefingFile(Briefing("New")))
    assert link.is_symlink()
    assert load_briefing(path, kinds=KINDS).briefing.title == "New"
    assert path.stat().st_mode & 0o777 == 0o640


WORDS = st.text(max_size=20)
NAMES = st.text("abcdéß/-_. ", max_size=20)
CARDS = st.builds(
    lambda kind, title, records, text, options: {
        "kind": kind,
        "title": title,
        "records": records,
        "text": text,
        "options": options,
    },
    st.sampled_from(KINDS),
    WORDS,
    st.lists(WORDS.map(lambda word: f"event/{word}"), max_size=3),
    st.dictionaries(NAMES, WORDS, max_size=3),
    st.dictionaries(NAMES, st.one_of(WORDS, st.integers(), st.booleans()), max_size=3),
)
TOPS = st.builds(
    lambda title, sections: {"format": 1, "title": title, "sections": sections},
    WORDS,
    st.lists(
        st.builds(
            lambda title, cards: {"title": title, "cards": cards},
            WORDS,
            st.lists(CARDS, max_size=3),
        ),
        max_size=3,
    ),
)


@given(TOPS)
def test_whatever_is_read_is_written_and_read_the_same(top: object) -> None:
    """Reading, writing and reading again gives the same briefing, whatever its words."""
    found = parse_briefing(json.dumps(top), name="x", kinds=KINDS)
    again = parse_briefing(format_briefing(found), name="x", kinds=KINDS)
    assert again == found


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS),
        lambda inner: st.one_of(
            st.lists(inner, max_size=4),
            st.dictionaries(
                st.sampled_from(["format", "title", "sections", "cards", "kind", "snapshot", "id"]),
                inner,
                max_size=5,
            ),
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read_or_refused_in_words(value: object) -> None:
    """No JSON value whatever brings a traceback; a refusal names the file."""
    top = {"format": 1, **value} if isinstance(value, dict) else value
    refusal = ""
    try:
        parse_briefing(json.dumps(top), name="x.briefing", kinds=KINDS)
    except BriefingFileError as error:
        refusal = error.message
    assert refusal.count("x.briefing") == bool(refusal)


def test_decisions_and_designation_are_kept(tmp_path: Path) -> None:
    """What was decided and who controls the briefing come back as they were."""
    briefing = Briefing(
        "Held back",
        marking="CUI",
        profile="nara",
        legend="Draft",
        embargo="2026-12-01T10:00-05:00",
        designation=(("controlled-by", "Office of Policy"), ("office", "Staff")),
        decisions=(
            Decision("override", "titles", "Asked for by the chair", "J. Doe", "2026-11-22T09:00Z"),
            Decision("lower", "CUI//SP-SUB to CUI", "Nothing specified is left"),
        ),
    )
    path = tmp_path / "held.briefing"
    save_briefing(path, BriefingFile(briefing))
    assert load_briefing(path, kinds=KINDS).briefing == briefing


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ('{"what": "override", "name": "titles"}', "field 'reason' is missing"),
        ('{"what": "overide", "name": "titles", "reason": "x"}', "no decision 'overide'"),
        ('{"what": "lower", "name": 3, "reason": "x"}', "text"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(
    tmp_path: Path, decision: str, said: str
) -> None:
    """A decision without reason, or of a kind nobody knows, names its place."""
    path = tmp_path / "bad.briefing"
    path.write_text(f'{{"format": 1, "decisions": [{decision}]}}', encoding="utf-8")
    with pytest.raises(BriefingFileError, match=r"decisions\[0\]") as refused:
        load_briefing(path, kinds=KINDS)
    assert said in refused.value.message
