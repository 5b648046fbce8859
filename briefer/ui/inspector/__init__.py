"""The inspector: wording, records, citations and findings of the slide looked at."""
