"""The stage: the slide looked at, as it will be exported, and its speaker notes."""
