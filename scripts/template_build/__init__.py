"""The house templates as tokens, a table of layouts, and the parts written from them."""
