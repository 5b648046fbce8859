"""The command line: the same pipeline as the window, without a display.

In: arguments. Out: plain text or JSON on standard output, one line on standard error when an
expected error stops a command, and an exit status (0 done, 1 expected error, 2 wrong usage).
Must not know: widgets. Everything heavy is imported inside the command that needs it, so that
`briefer --version` answers at once.
"""
