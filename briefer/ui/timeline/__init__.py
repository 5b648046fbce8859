"""The timeline: dated records in lanes, each under a mark as wide as its date is vague."""
