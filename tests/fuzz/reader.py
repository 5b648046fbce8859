"""What fuzzing must know of a reader: how it is called, what valid files look like, its limits.

In: nothing. Out: `Reader`. Must not know: any reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.errors import BrieferError
from tests.fuzz.limits import Limits, Read

Form: TypeAlias = Literal["zip", "xml", "json", "text", "bytes", "sqlite"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader under test.

    `read` is a function of a path at the top of a module; of `refusals` it may raise any. `seeds`
    gives valid files by name, small ones first; `form` tells how they may be spoiled besides byte
    by byte.
    """

    name: str
    read: Read
    seeds: Callable[[], Mapping[str, bytes]]
    form: Form
    suffix: str
    refusals: tuple[type[Exception], ...] = (BrieferError,)
    limits: Limits = Limits()
