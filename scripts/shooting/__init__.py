"""The pictures of the window: what is done before each, and the list of them."""
