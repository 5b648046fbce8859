"""Tests of markings."""
