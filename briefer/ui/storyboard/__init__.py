"""The storyboard: the slides in order, in their sections, to look at, move and drop on."""
