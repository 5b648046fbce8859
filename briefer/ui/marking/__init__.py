"""Handling markings in the window: the field that reads one, the page of a briefing, the badge."""
