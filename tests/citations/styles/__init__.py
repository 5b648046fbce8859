"""Tests of citations, styles."""
