"""All readers that are fuzzed, by name: `python -m benchmarks.fuzz --reader NAME`.

A new one is a `Reader` in the table of a module beside this one. Its seeds should be small: what is
read a thousand times must be read quickly.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.fuzz.other_readers import READERS as OTHER_READERS
from tests.fuzz.reader import Reader
from tests.fuzz.zip_readers import READERS as ZIP_READERS

READERS: Mapping[str, Reader] = {reader.name: reader for reader in (*ZIP_READERS, *OTHER_READERS)}
