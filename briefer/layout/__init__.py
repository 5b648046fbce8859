"""Slides and a template in, pages of measured boxes out."""
