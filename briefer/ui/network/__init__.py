"""The network view of the library: actors, what ties them, and the sources that say so."""
