"""Tests of reading documents as text."""
