"""Tests of attached texts: a quotation stands in its source's text, or is not kept."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from briefer import paths
from briefer.errors import RecordError, StoreError
from briefer.records import Citation, Quote, Statement
from briefer.store import Store, ensure_user_store
from briefer.store.texts import MOST_CHARACTERS, nearest_passage
from tests.data.bundled import seed_texts
from tests.store.library import DEATHS, EXTRADITION, MEXICO, WORDS

TEXT = """As the Minister said,  “We will act
on every link of this chain.”Footnote 3 Deaths reached 107,543 in a year.\r\n"""

QUOTE = Statement(
    id="statement/act",
    text="We will act on every link of this chain.",
    statement_type="quotation",
    citations=(Citation("source/report"),),
)


@pytest.fixture
def held(store: Store) -> Store:
    """Return a store in which the report's text is attached."""
    store.attach_text("source/report", TEXT, name="report.txt")
    return store


def test_a_text_comes_back(held: Store) -> None:
    """It is the file's words, line ends apart, with its name and time."""
    attached = held.text_of("source/report")
    assert attached
    assert attached.text == TEXT.replace("\r\n", "\n")
    assert (attached.name, attached.attached_at[-1]) == ("report.txt", "Z")
    assert held.text_of("source/note") is None
    held.attach_text("source/report", "New\x00 words", name=" ")
    attached = held.text_of("source/report")
    assert attached
    assert (attached.text, attached.name) == ("New words", "text")


def test_a_text_can_be_detached(held: Store) -> None:
    """Afterwards there is none, and nothing to take away."""
    assert held.detach_text("source/report")
    assert held.text_of("source/report") is None
    assert not held.detach_text("source/report")


@pytest.mark.parametrize(
    ("source", "text", "message"),
    [
        ("source/report", " \n", "no words"),
        ("source/report", "x" * (MOST_CHARACTERS + 1), "5,000,001 characters"),
        ("source/raport", "x", "mean 'source/report'"),
        (MEXICO.id, "x", "actor/mexico is no source"),
    ],
)
def test_what_cannot_be_attached(held: Store, source: str, text: str, message: str) -> None:
    """Nothing, too much, or the text of no source is refused; the old text stays."""
    before = held.text_of("source/report")
    with pytest.raises((RecordError, StoreError), match=message):
        held.attach_text(source, text, name="x.txt")
    assert held.text_of("source/report") == before


def test_a_quotation_that_stands_there_is_kept(held: Store) -> None:
    """Line breaks and runs of blanks in the source make no difference; the words are as given."""
    assert getattr(held.add(QUOTE), "text", "") == QUOTE.text


@pytest.mark.parametrize(
    "words",
    [
        "We will act on every link of the chain.",
        "we will act on every link of this chain.",
        "We will act … on every link",
        "Something else entirely",
    ],
)
def test_a_quotation_that_does_not_is_refused(held: Store, words: str) -> None:
    """One word, one capital or one sign is enough; the message shows the nearest passage."""
    before = held.all()
    with pytest.raises(RecordError) as raised:
        held.add(dataclasses.replace(QUOTE, text=words))
    assert "statement/act, field 'text'" in raised.value.message
    assert "'source/report' (report.txt)" in raised.value.message
    if words.startswith("We"):
        assert "We will act on every link of this chain.”" in raised.value.details
        assert "nearest passage: “" in raised.value.hint
    assert held.all() == before


def test_a_paraphrase_need_not_stand_there(held: Store) -> None:
    """A position is in our words and says so."""
    assert held.add(dataclasses.replace(QUOTE, statement_type="position", text="All links."))


def test_words_of_a_citation_stand_in_its_source(held: Store) -> None:
    """The quote of a citation is compared too, whatever the record."""
    right = Citation("source/report", quote=Quote("Deaths reached 107,543"))
    wrong = Citation("source/report", quote=Quote("Deaths reached 107,544"))
    kept = held.save(dataclasses.replace(DEATHS, citations=(right,)))
    with pytest.raises(
        RecordError, match=r"statistic/deaths, field 'citations\[2\]\.quote\.exact'"
    ):
        held.save(dataclasses.replace(DEATHS, revision=2, citations=(right, wrong)))
    assert held.get(DEATHS.id) == kept


def test_a_source_without_a_text_proves_nothing(held: Store) -> None:
    """Where one of the sources is not held, the words may stand in that one."""
    both = (Citation("source/report"), Citation("source/note"))
    elsewhere = dataclasses.replace(QUOTE, text="Said elsewhere.", citations=both)
    assert held.add(dataclasses.replace(elsewhere, id="statement/elsewhere"))
    held.attach_text("source/note", "Nothing of it.", name="note.txt")
    with pytest.raises(RecordError, match="these words are not in the text"):
        held.add(dataclasses.replace(elsewhere, id="statement/other"))
    for_the_date = Citation("source/note", supports="date")
    dated = dataclasses.replace(QUOTE, citations=(*QUOTE.citations, for_the_date))
    assert held.add(dated)


def test_what_was_quoted_before_is_no_reason_to_refuse_another_change(held: Store) -> None:
    """A record that does not agree with a text attached later can still be edited."""
    kept = held.save(dataclasses.replace(WORDS, note="Look it up"))
    assert kept.revision == 2
    with pytest.raises(RecordError, match="field 'text'"):
        held.save(dataclasses.replace(WORDS, revision=2, text="No such words."))
    quoted = (Citation("source/note", quote=Quote("extradited", "it ")),)
    held.attach_text("source/note", "They handed him over.", name="note.txt")
    assert EXTRADITION.citations[0].quote
    assert held.save(dataclasses.replace(EXTRADITION, note="x")).revision == 2
    with pytest.raises(RecordError, match="quote"):
        held.save(dataclasses.replace(DEATHS, citations=quoted))


def test_what_does_not_agree_with_a_text_is_listed(held: Store) -> None:
    """What was quoted before the text came is told by record and field."""
    held.add(QUOTE)
    held.attach_text("source/note", "They handed him over.", name="note.txt")
    assert held.misquoting("source/report") == ((WORDS.id, "text"),)
    assert held.misquoting("source/note") == ((EXTRADITION.id, "citations[1].quote.exact"),)
    held.detach_text("source/note")
    assert held.misquoting("source/note") == ()


def test_the_bundled_library_quotes_its_sources_as_they_stand(tmp_path: Path) -> None:
    """With the two texts attached that it reports, no quotation of it is in doubt."""
    texts = seed_texts()
    path = tmp_path / "store.sqlite"
    ensure_user_store(paths.bundled_store(), path)
    with Store.open(path) as store:
        for source, text in texts.items():
            store.attach_text(source, text, name="seed.txt")
        assert [store.misquoting(source) for source in texts] == [()] * len(texts)


def test_a_text_outlives_its_source_in_the_bin(store: Store) -> None:
    """A restored source has its text again."""
    store.attach_text("source/archive", "Old words", name="old.txt")
    store.delete("source/archive", force=True)
    store.restore("source/archive")
    attached = store.text_of("source/archive")
    assert attached
    assert attached.text == "Old words"


def test_the_nearest_passage_shares_the_longest_run_of_words() -> None:
    """It begins where the words would; without a common word there is none."""
    text = "one two three four five six seven eight nine ten. " * 20 + "zebra lion five six lynx"
    assert "lion five six lynx" in nearest_passage("tiger lion five six lynx", text)
    assert nearest_passage("unrelated", text) == ""
    assert nearest_passage("", text) == ""


def test_a_text_of_the_longest_kind_is_compared_in_time(store: Store) -> None:
    """Five million characters do not keep the user waiting."""
    words = ("In the year of the report many things were said and done. " * 90_000)[:4_999_900]
    store.attach_text("source/report", words, name="long.txt")
    with pytest.raises(RecordError):
        store.add(dataclasses.replace(QUOTE, text="absent words of every kind " * 60))
