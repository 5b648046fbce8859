"""Tests of the document being edited."""
