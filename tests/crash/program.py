"""Processes that work until they are killed; each thing done is told through a pipe.

Run as `python -m tests.crash.program`. For each line of standard input, a request, a process of its
own is forked off, with the program loaded. On standard output stand "pid NUMBER" when it begins,
"~" before it touches a file or folder, what the work tells after each change that was acknowledged,
"refused WORDS" where it met an expected error, and "ended STATUS".
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
import traceback

from briefer.errors import BrieferError
from tests.crash.request import Request
from tests.crash.works import WORKS, Tell

_TOUCHING = frozenset(
    (
        "fcntl.flock",
        "os.chmod",
        "os.link",
        "os.listdir",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.scandir",
        "shutil.copyfile",
        "shutil.rmtree",
        "sqlite3.connect",
    )
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def serve() -> None:
    """Do what is asked for, one request after the other, each in a process of its own."""
    told = os.dup(1)
    os.dup2(2, 1)

    def tell(line: str) -> None:
        os.write(told, f"{line}\n".encode())

    for line in sys.stdin:
        request = Request(**json.loads(line))
        child = os.fork()
        if child == 0:
            os._exit(_work(request, tell))
        _, status = os.waitpid(child, 0)
        tell(f"ended {os.waitstatus_to_exitcode(status)}")


def _work(request: Request, tell: Tell) -> int:
    """Do a work and return the status with which its process is to end."""
    os.environ["BRIEFER_HOME"] = os.environ["HOME"] = request.home
    os.environ["TMPDIR"] = request.temporary
    tempfile.tempdir = None
    tell(f"pid {os.getpid()}")
    if request.marks:
        sys.addaudithook(lambda event, seen: _mark(event, seen, tell))
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = WORKS[request.work](tell, *request.arguments)
    except BrieferError as error:
        tell(f"refused {json.dumps(str(error))}")
        return 1
    except BaseException:
        traceback.print_exc()
        return 3
    if status:
        tell(f"refused {json.dumps(said.getvalue())}")
    return status


def _mark(event: str, seen: tuple[object, ...], tell: Tell) -> None:
    """Tell that a file or folder is about to be touched."""
    writes = event == "open" and isinstance(seen[2], int) and seen[2] & _WRITING
    if writes or event in _TOUCHING:
        tell("~")


if __name__ == "__main__":
    serve()
