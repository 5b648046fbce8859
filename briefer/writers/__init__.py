"""From pages to files. In: pages of boxes and a template. Out: a deck on disk.

Must not know: records' fields, slide kinds, blocks. Every text that enters a file passes through
`clean.clean` or `clean.one_line`.
"""
