"""The findings of the checks: a panel beside the slide, with what can be done about each."""
