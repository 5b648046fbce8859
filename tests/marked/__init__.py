"""Tests of a briefing's markings."""
