"""Tests of the checks before export."""
