"""Fixtures for layout tests: the real house template and the real width tables."""

from __future__ import annotations

import pytest

from briefer.layout.inlines import SlideNumbers
from briefer.layout.setting import Setting
from briefer.layout.text import TextSetter, house_setter
from briefer.paths import bundled_templates
from briefer.template.model import Template
from briefer.template.reader import read_template


@pytest.fixture(scope="session")
def setter() -> TextSetter:
    """Return the setter of the house fonts."""
    return house_setter()


@pytest.fixture(scope="session")
def light() -> Template:
    """Return the light house template."""
    return read_template(bundled_templates() / "light.pptx")


@pytest.fixture(scope="session")
def setting(light: Template, setter: TextSetter) -> Setting:
    """Return a setting of the light template, slide numbers not yet known."""
    return Setting(light, setter, SlideNumbers())
