"""Valid libraries, pictures, bibliographies, styles, packs and files of the window, for fuzzing.

In: nothing. Out: bytes by file name, small ones first. Must not know: readers.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageCms

from briefer.bibliography.writing import SUFFIXES, WRITERS
from briefer.packs import dump
from briefer.records import Source
from briefer.records.codec import to_pack
from briefer.store import Store
from tests.builders import (
    make_actor,
    make_event,
    make_source,
    make_statement,
    make_statistic,
)

_TESTS = Path(__file__).resolve().parents[1]
_RECORDS = (
    make_source(),
    make_actor(),
    make_event(),
    make_statement(),
    make_statistic(),
)


@cache
def stores() -> Mapping[str, bytes]:
    """Return a library with history, bin and an attached text, and two of older schemas."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        with Store.create(path) as store:
            kept = store.keep_all(_RECORDS, by="Staff")
            store.attach_text(kept[0].id, "Words that stand in the source.", name="a.txt")
            store.duplicate("event/talks")
            store.delete("statistic/deaths", force=True)
        made = {"store.sqlite": path.read_bytes()}
    older = sorted((_TESTS / "store" / "data").glob("*.sqlite"))
    return made | {path.name: path.read_bytes() for path in older}


def _saved(mode: str, color: str | float | tuple[float, ...], kind: str, **how: object) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (40, 30), color).save(stream, kind, **how)
    return stream.getvalue()


@cache
def pictures() -> Mapping[str, bytes]:
    """Return a picture of each format and of each sort of colour, some with all that is added."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "A. Nonymous"
    exif.get_ifd(0x8825)[2] = (38.0, 53.0, 0.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    moving = [Image.new("RGB", (40, 30), color) for color in ("red", "blue", "white")]
    more: dict[str, object] = {"save_all": True, "append_images": moving[1:]}
    return {
        "plain.png": _saved("RGB", "red", "PNG"),
        "plain.jpg": _saved("RGB", "red", "JPEG", exif=exif, icc_profile=profile, comment=b"Made"),
        "plain.gif": _saved("P", 3, "GIF", **more),
        "plain.webp": _saved("RGBA", (9, 9, 9, 9), "WEBP", exif=exif, lossless=True),
        "plain.bmp": _saved("RGB", "red", "BMP"),
        "cmyk.jpg": _saved("CMYK", (9, 9, 9, 9), "JPEG", progressive=True),
        "deep.png": _saved("I;16", 30000, "PNG", exif=exif, icc_profile=profile),
        "palette.png": _saved("P", 3, "PNG", transparency=0),
        "moving.png": _saved("RGB", "red", "PNG", **more),
        "lzw.tif": _saved("RGB", "red", "TIFF", compression="tiff_lzw", icc_profile=profile),
        "pages.tif": _saved("I;16", 3, "TIFF", **{"save_all": True}),
        "fax.tif": _saved("1", 1, "TIFF", compression="group4"),
        "jpeg.tif": _saved("RGB", "red", "TIFF", compression="jpeg"),
    }


@cache
def bibliographies() -> Mapping[str, bytes]:
    """Return what other programs write, and what we write ourselves, with all fields."""
    folder = _TESTS / "bibliography" / "data"
    source = make_source()
    assert isinstance(source, Source)
    ours = {f"ours{SUFFIXES[form]}": write([source]) for form, write in WRITERS.items()}
    theirs = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix}
    return {name: text.encode() for name, text in ours.items()} | theirs


@cache
def styles() -> Mapping[str, bytes]:
    """Return a style of notes and one that cites in the text."""
    folder = _TESTS / "citations" / "csl" / "data"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csl"))}


@cache
def packs() -> Mapping[str, bytes]:
    """Return the records of all types as a list, as they stand in a pack and are handed in."""
    return {"records.json": dump([to_pack(record) for record in _RECORDS]).encode()}


@cache
def window_files() -> Mapping[str, bytes]:
    """Return what the window keeps: settings, layout, exports, a request, places of a network."""
    kept: tuple[object, ...] = (
        {
            **{"theme": "dark", "text_scale": 125, "reduce_motion": True, "author": "A"},
            **{"recent": ["/a/b.briefing"], "used": ["save"], "keys": [["save", ["Ctrl+S"]]]},
            **{"statistic_years": 2, "start_with": "last", "export_folder": "/a"},
        },
        {
            **{"size": [1200, 800], "maximized": True, "widths": {"wide/library": 300}},
            **{"hidden": ["library"], "choices": {"view": "list"}},
        },
        {"A briefing": ["/a/b.pptx", 1700000000000000000, 12345]},
        {"briefing": "/a/b.briefing", "store": "/a/store.sqlite"},
        {'["/a", "ways", "", ""]': {"actor/us": [1.5, 2], "actor/china": [3, 4]}},
        ["event/talks", "actor/us"],
        {"window": "token", "cards": [0, 1]},
    )
    return {f"{number}.json": json.dumps(one).encode() for number, one in enumerate(kept)}
