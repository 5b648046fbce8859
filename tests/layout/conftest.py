"""Fixtures for layout tests: the real house template and the real width tables."""

from __future__ import annotations

import pytest
from briefer.layout.metrics import Metrics, load_metrics
from briefer.template.reader import read_template

from briefer.layout.inlines import SlideNumbers
from briefer.layout.panels import Setting
from briefer.layout.text import TextSetter
from briefer.paths import bundled_templates
from briefer.template.model import Template


@pytest.fixture(scope="session")
def metrics() -> Metrics:
    """Return the width tables of the house fonts."""
    return load_metrics()


@pytest.fixture(scope="session")
def light() -> Template:
    """Return the light house template."""
    return read_template(bundled_templates() / "light.pptx")


@pytest.fixture(scope="session")
def setting(light: Template, metrics: Metrics) -> Setting:
    """Return a setting of the light template, slide numbers not yet known."""
    return Setting(light, TextSetter(metrics), SlideNumbers())
