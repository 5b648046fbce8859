"""How quotations stand to their sources' texts, wherever one is shown, and what mends them."""
