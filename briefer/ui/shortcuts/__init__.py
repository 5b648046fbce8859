"""The keys of the commands: the user's own, the page that changes them, tool tips with them."""
