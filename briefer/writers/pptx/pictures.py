"""Picture parts, one for the same bytes.

In: PNG or JPEG bytes. Out: image parts with names of their own. Must not know: slides, file names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png", "image/png"), (b"\xff\xd8\xff", "jpg", "image/jpeg"))


class Pictures:
    """The picture parts of a deck; names that the template uses are left alone."""

    def __init__(self, package: Package, taken: Iterable[str]) -> None:
        self._package = package
        self._taken = {name.lower() for name in taken}
        self._parts: dict[bytes, Part] = {}
        self._count = 0

    def part(self, data: bytes) -> Part:
        """Return the part that holds these bytes; raise ValueError if not PNG or JPEG."""
        key = hashlib.sha256(data).digest()
        if key not in self._parts:
            for start, extension, content_type in _KINDS:
                if data.startswith(start):
                    name = PackURI(self._free_name(extension))
                    self._parts[key] = Part(name, content_type, self._package, data)
                    break
            else:
                raise ValueError("a picture is neither PNG nor JPEG")
        return self._parts[key]

    def _free_name(self, extension: str) -> str:
        while True:
            self._count += 1
            name = f"/ppt/media/image{self._count}.{extension}"
            if name not in self._taken:
                return name
