"""Packages spoiled at random: their parts, the list of their parts, and the zip around them.

In: the bytes of a zip and a source of chance. Out: other bytes. Must not know: what parts mean.
"""

from __future__ import annotations

import io
import random
import warnings
import zipfile
import zlib

from tests.fuzz.spoiling_bytes import spoiled
from tests.fuzz.spoiling_xml import spoiled_xml

_NAMES = (
    "../../evil.xml", "/ppt/presentation.xml", "PPT/PRESENTATION.XML", "ppt//presentation.xml",
    "ppt\\presentation.xml", "C:\\evil.xml", "", "ppt/", "customXml/item9.xml", "\u00e9.xml",
    "ppt/vbaProject.bin", "a"*5000,
)  # fmt: skip
_XML = (".xml", ".rels")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError)
Parts = list[tuple[str, bytes]]


def spoiled_zip(data: bytes, chance: random.Random, *, others: tuple[bytes, ...] = ()) -> bytes:
    """Return a package with its zip, its parts or the XML in them spoiled."""
    if chance.random() < 0.15:
        return spoiled(data, chance, others=others)
    parts = parts_in(data)
    if not parts:
        return spoiled(data, chance, others=others)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _spoil_one(parts, chance)
    return zipped(parts, packing=chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def parts_in(data: bytes) -> Parts:
    """Return the parts of a package that can be read, in order; none where it is no zip."""
    found: Parts = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.file_size < 4_000_000:
                    found.append((info.filename, archive.read(info)))
    except (*_UNREADABLE, ValueError):
        return found
    return found


def zipped(parts: Parts, *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package of parts, in whose names nothing is looked at."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", packing, compresslevel=1) as archive:
        warnings.simplefilter("ignore", UserWarning)  # the same name twice is what is wanted
        for name, data in parts:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.compress_type = packing
            archive.writestr(info, data)
    return file.getvalue()


def _spoil_one(parts: Parts, chance: random.Random) -> None:
    """Do one thing to a part, most often within its XML."""
    if not parts:
        return
    at = chance.randrange(len(parts))
    name, data = parts[at]
    way = chance.random()
    if way < 0.80:
        texts = [content for other, content in parts if other.endswith(_XML)]
        if name.endswith(_XML):
            parts[at] = (name, spoiled_xml(data, chance, others=texts))
        else:
            parts[at] = (name, spoiled(data, chance))
    elif way < 0.84:
        parts[at] = (name, spoiled(data, chance))
    elif way < 0.89:
        del parts[at]
    elif way < 0.93:
        parts.append((name.swapcase() if chance.random() < 0.3 else name, spoiled(data, chance)))
    elif way < 0.97:
        parts[at] = (name, chance.choice(parts)[1])
    else:
        parts[at] = (chance.choice((*_NAMES, chance.choice(parts)[0])), data)
