"""Tests of the window, driven without a display."""
