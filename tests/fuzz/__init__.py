"""Files from strangers: hostile ones made by hand, and valid ones spoiled at random."""
