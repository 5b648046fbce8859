"""Tests of citation styles from `.csl` files."""
