"""Tests of finding a template by what a user or a briefing file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import TemplateError
from briefer.paths import bundled_templates
from briefer.template.house import HOUSE_TEMPLATES, find_template


@pytest.mark.parametrize("name", list(HOUSE_TEMPLATES))
def test_every_house_template_ships(name: str) -> None:
    """Each name finds a file that is there."""
    path = find_template(name, folder=bundled_templates())
    assert path.is_file()
    assert path.stem == name


def test_no_name_is_the_first_template() -> None:
    """A briefing that names no template gets the light one."""
    assert find_template("", folder=bundled_templates()).name == "light.pptx"


def test_a_path_is_itself(tmp_path: Path) -> None:
    """An agency's own file is found by its path."""
    own = tmp_path / "agency.potx"
    own.write_bytes(b"")
    assert find_template(str(own), folder=bundled_templates()) == own


def test_unknown_name_offers_the_nearest() -> None:
    """A slip of the keyboard is answered with the name meant."""
    with pytest.raises(TemplateError) as caught:
        find_template("hi-contrast", folder=bundled_templates())
    assert "'hi-contrast'" in caught.value.message
    assert "Did you mean 'high-contrast'?" in caught.value.hint


def test_missing_path_says_so(tmp_path: Path) -> None:
    """A path that leads nowhere is named, with what to give instead."""
    with pytest.raises(TemplateError) as caught:
        find_template(str(tmp_path / "agency.pptx"), folder=bundled_templates())
    assert "agency.pptx does not exist" in caught.value.message
    assert "light, sans, high-contrast" in caught.value.hint
