"""What a person would use instead of Briefer: each in a process of its own, none imports Briefer.

`pages` alone knows Briefer: it turns finished pages into the plain values that all peers read.
"""
