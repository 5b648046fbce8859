"""Tests of the records: dates, text form, vocabularies, gathered records."""
