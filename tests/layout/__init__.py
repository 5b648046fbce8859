"""Tests of the layout stage."""
