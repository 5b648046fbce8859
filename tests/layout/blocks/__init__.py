"""Tests of the arrangers."""
