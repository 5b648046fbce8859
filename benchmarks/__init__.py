"""Measurements of Briefer beside its peers; no part of the program, no test of speed."""
