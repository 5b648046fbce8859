"""Tests of reading templates."""
