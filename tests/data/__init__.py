"""The bundled library and the two texts it was made from, for tests of its content."""
