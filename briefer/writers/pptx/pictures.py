"""Picture parts, one for the same bytes.

In: PNG or JPEG bytes. Out: image parts with names of their own. Must not know: slides, file names.
"""

from __future__ import annotations

import hashlib

from briefer.writers.pptx.parts import NewPart, NewParts

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png", "image/png"), (b"\xff\xd8\xff", "jpg", "image/jpeg"))


class Pictures:
    """The picture parts of a deck."""

    def __init__(self, parts: NewParts) -> None:
        self._new = parts
        self._parts: dict[bytes, NewPart] = {}

    def part(self, data: bytes) -> NewPart:
        """Return the part that holds these bytes; raise ValueError if not PNG or JPEG."""
        key = hashlib.sha256(data).digest()
        if key not in self._parts:
            for start, extension, content_type in _KINDS:
                if data.startswith(start):
                    (name,) = self._new.free(f"/ppt/media/image{{}}.{extension}")
                    self._parts[key] = self._new.add(name, content_type, data)
                    break
            else:
                raise ValueError("a picture is neither PNG nor JPEG")
        return self._parts[key]
