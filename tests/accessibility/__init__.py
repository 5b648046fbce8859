"""Tests of the rules over any deck and of their report."""
