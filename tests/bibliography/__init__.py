"""Tests of sources in and out."""
