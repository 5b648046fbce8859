"""`quotations` and documents with `attach`: states, passages, differences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefer import paths
from briefer.cli.main import briefer
from briefer.store import Store
from tests.documents.making import pdf, small_word

SOURCE = "source/fidler-2023"
QUOTING = "statement/fidler-first-time"


@pytest.fixture(scope="module")
def quoted() -> str:
    """Return the words that a record of the library quotes from the source."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        (found,) = store.quotations([store.get(QUOTING)])
    assert found.sources == (SOURCE,)
    return found.words


def run(*arguments: str, given: bytes | None = None) -> Result:
    """Return the result of a command on the user's own store."""
    return CliRunner().invoke(briefer, arguments, input=given)


def listed(*arguments: str) -> list[dict[str, Any]]:
    """Return the quotations that the command prints as JSON."""
    result = run("quotations", *arguments, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_states_follow_the_text(tmp_path: Path, quoted: str) -> None:
    """Not held at first; verified by a text with the words, altered by one without."""
    (before,) = listed(QUOTING)
    assert (before["state"], before["missing"], before["passage"]) == ("not-held", [SOURCE], None)
    file = tmp_path / "article.html"
    file.write_text(f"<html><p>He wrote: <i>{quoted}</i>, and more.</p></html>", "utf-8")
    assert run("attach", SOURCE, str(file)).exit_code == 0
    (found,) = listed(QUOTING)
    assert (found["state"], found["passage"]["words"]) == ("verified", quoted)
    assert found["passage"]["before"] == "He wrote:"
    first, rest = quoted.split(" ", 1)
    file.write_text(f"He wrote: other {rest}.", "utf-8")
    done = run("attach", SOURCE, str(file))
    assert "these words are not in the text" in done.stderr
    (altered,) = listed(QUOTING)
    assert altered["state"] == "altered"
    assert altered["difference"][:2] == [
        {"words": first, "in": "quotation"},
        {"words": "other", "in": "source"},
    ]
    told = run("quotations", QUOTING).stdout
    assert f"[-{first}-] {{+other+}} {rest}" in told
    assert told.endswith("0 verified, 1 altered, 0 not held\n")


def test_the_quotations_of_a_briefing_are_those_it_shows() -> None:
    """Fewer than the library's, all of them of records on its slides."""
    shown = listed("--briefing", str(paths.sample_briefing()))
    every = listed()
    assert 0 < len(shown) <= len(every)
    assert {one["record"] for one in shown} <= {one["record"] for one in every}
    assert run("quotations", QUOTING, "--briefing", "x.briefing").exit_code == 2
    assert run("quotations", "statement/none").exit_code == 1


def test_documents_are_attached_as_text(tmp_path: Path) -> None:
    """Word and PDF, from a file or standard input, with what there is to know of them."""
    (tmp_path / "a.docx").write_bytes(small_word())
    attached = json.loads(run("attach", SOURCE, str(tmp_path / "a.docx"), "--json").stdout)
    assert (attached["kind"], attached["encoding"], attached["notes"]) == ("docx", None, [])
    done = run("attach", SOURCE, "-", given=pdf(["We act."], []))
    assert done.exit_code == 0
    assert "Attached standard input" in done.stdout
    assert "1 page has no text" in done.stderr
    refused = run("attach", SOURCE, "-", given=pdf([]))
    assert refused.exit_code == 1
    assert "it is a scan" in refused.stderr
    with Store.open(paths.user_store(), read_only=True) as store:
        text = store.text_of(SOURCE)
    assert text
    assert "We act." in text.text
