"""Tests of compose, kinds."""
