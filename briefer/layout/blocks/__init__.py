"""Arrangers: one module per look, a block in, bodies of pages out."""
