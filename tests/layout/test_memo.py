"""Tests of what layout keeps from one run to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.content import Slide
from briefer.layout import paginate
from briefer.layout.arrange import arrange
from briefer.layout.body import Body
from briefer.layout.memo import Memo
from briefer.layout.setting import Setting
from briefer.layout.text import setter_of
from briefer.pipeline import Built, build, gather
from briefer.records.gathered import Gathered
from briefer.store import Store
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import load_briefing
from briefer.template.model import Template
from briefer.template.reader import read_template


@pytest.fixture(scope="module")
def sample() -> tuple[Briefing, Gathered]:
    """Return the sample briefing with its records."""
    file = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        return file.briefing, gather(store, file.briefing, file.snapshot)


@pytest.fixture(scope="module")
def other() -> Template:
    """Return the other house template."""
    return read_template(paths.bundled_templates() / "high-contrast.pptx")


def _versions(briefing: Briefing) -> list[Briefing]:
    """Return a briefing as it stands after each of some edits."""
    last = len(briefing.cards) - 1
    titled = edits.set_title(briefing, 3, "Another title, of other words").briefing
    moved = edits.move_card(titled, last, 1).briefing
    fewer = edits.delete_cards(moved, [4]).briefing
    marked = replace(fewer, marking="Internal", date="May 1, 2024", title="Another briefing")
    return [briefing, titled, moved, fewer, marked, briefing]


def test_pages_are_the_same_with_and_without_what_was_kept(
    sample: tuple[Briefing, Gathered], light: Template, other: Template
) -> None:
    """After any edit, and on another template, nothing of an earlier run shows."""
    briefing, records = sample
    memo = Memo()
    for version in _versions(briefing):
        kept = build(version, records, light, memo=memo)
        assert kept == build(version, records, light)
    assert build(briefing, records, other, memo=memo) == build(briefing, records, other)
    assert build(briefing, records, light, memo=memo) == build(briefing, records, light)


def test_an_edit_of_a_title_arranges_no_other_slide(
    sample: tuple[Briefing, Gathered], light: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what changed is laid out, and pages that stay are the very same."""
    briefing, records = sample
    arranged: list[str] = []

    def counting(slide: Slide, setting: Setting) -> list[Body]:
        arranged.append(slide.title)
        return arrange(slide, setting)

    monkeypatch.setattr(paginate, "arrange", counting)
    memo = Memo()
    before = build(briefing, records, light, memo=memo)
    assert len(arranged) >= len(briefing.cards)
    arranged.clear()
    after = build(edits.set_title(briefing, 3, "Other").briefing, records, light, memo=memo)
    said = {slide.blocks for slide in before.deck.slides}
    others = {slide.title for slide in after.deck.slides if slide.blocks not in said}
    assert len(others) <= 1  # the closing slide tells of the whole deck
    assert set(arranged) <= others
    assert len(_changed(before, after)) == 1 + len(others)


def _changed(before: Built, after: Built) -> set[int | None]:
    """Return the cards of the pages that are not the very same."""
    pairs = zip(before.pages, after.pages, strict=True)
    return {now.card for was, now in pairs if was is not now}


def test_what_was_not_asked_for_twice_is_forgotten(light: Template) -> None:
    """Results of two runs are kept, so that it does not grow."""
    memo, setter, made = Memo(), setter_of(light), iter(range(9))
    memo.begin(light, setter)
    assert memo.kept("a", lambda: next(made)) == 0
    memo.begin(light, setter)
    assert memo.kept("a", lambda: next(made)) == 0
    memo.begin(light, setter)
    memo.begin(light, setter)
    assert memo.kept("a", lambda: next(made)) == 1
