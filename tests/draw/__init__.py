"""Tests of painting pages."""
