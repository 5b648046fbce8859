"""`briefer` and `python -m briefer`: the window, or a command."""

from __future__ import annotations

from briefer.cli.main import main

if __name__ == "__main__":
    main()
