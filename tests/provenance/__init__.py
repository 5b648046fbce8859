"""Tests of the manifest, its forms and its digests."""
