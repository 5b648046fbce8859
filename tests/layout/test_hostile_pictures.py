"""Pictures made by hand to harm or to tell: nothing but their pixels reaches a deck, soon.

Places, names and paths in any kind of note a picture file can hold; bombs; dimensions that lie;
thousands of frames; other files behind a picture.
"""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from briefer.geometry import EMU_PER_INCH
from briefer.layout.pictures import PictureError, cropped
from tests.fuzz.limits import Apart, Limits, apart
from tests.fuzz.other_readers import picture as fitted

SIDE = EMU_PER_INCH
SECRET = "C:\\Users\\jane.doe\\Pictures"
NOTES = {0x010E: SECRET, 0x013B: SECRET, 0x8298: SECRET, 0x0131: SECRET, 0x9C9D: SECRET.encode()}
"""Description, artist, copyright, program, the author as Windows notes it."""
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{SECRET}</a></x:xmpmeta>".encode()
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process."""
    with apart() as started:
        yield started


def plain(mode: str = "RGB", size: tuple[int, int] = (120, 90)) -> Image.Image:
    """Return a picture whose left upper corner is not as the rest."""
    image = Image.new(mode, size)
    image.paste(1, (0, 0, 9, 9))
    return image


def written(image: Image.Image, kind: str, **how: object) -> bytes:
    """Return a picture file; `how` goes to Pillow."""
    stream = io.BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *others: bytes, rows: bytes | None = None) -> bytes:
    """Return a grey PNG of these dimensions, whatever its rows are."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    packed = zlib.compress(bytes((width + 1) * height) if rows is None else rows)
    return PNG + head + b"".join(others) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def noted(kind: str) -> bytes:
    """Return a picture with a secret in every note that its kind can hold."""
    exif = Image.Exif()
    exif.update(NOTES)
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 53.0, 23.0), 29: SECRET})
    exif.get_ifd(0x8769).update({0x927C: SECRET.encode(), 0x9286: SECRET.encode()})
    profile = b"\0" * 128 + SECRET.encode()
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Author", SECRET)
        info.add_text("Path", SECRET, zip=True)
        info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        return written(plain(), kind, exif=exif, pnginfo=info, icc_profile=profile)
    if kind == "TIFF":
        tags = ImageFileDirectory_v2()
        tags.update(dict.fromkeys((270, 305, 315, 316, 33432), SECRET))
        tags[700] = XMP
        return written(plain(), kind, tiffinfo=tags, icc_profile=profile)
    if kind == "GIF":
        return written(plain("P"), kind, comment=SECRET.encode())
    how = {"comment": SECRET.encode()} if kind == "JPEG" else {}
    return written(plain(), kind, exif=exif, xmp=XMP, icc_profile=profile, **how)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_nothing_that_is_noted_in_a_picture_reaches_a_slide(kind: str) -> None:
    """Place, author, program, path, XMP, profile, thumbnail: of each kind of file."""
    data = noted(kind)
    secret = SECRET.encode()
    assert secret in data or zlib.compress(secret)[:2] in data
    made = cropped(data, SIDE, SIDE)
    image = Image.open(io.BytesIO(made))
    image.load()
    assert b"jane" not in made
    assert not image.getexif()
    assert not set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    if image.format == "PNG":
        kinds = {made[at + 4 : at + 8] for at in chunks_of(made)}
        assert kinds == {b"IHDR", b"IDAT", b"IEND"}


def chunks_of(data: bytes) -> Iterator[int]:
    """Yield where the chunks of a PNG begin."""
    at = len(PNG)
    while at < len(data):
        yield at
        at += 12 + int.from_bytes(data[at : at + 4], "big")


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_as_the_camera_held_it(kind: str, turned: int) -> None:
    """Of all eight ways a camera notes, the white corner comes to the left above."""
    upright = Image.new("L", (64, 64))
    upright.paste(255, (0, 0, 32, 32))
    ways = Image.Transpose
    undo = {
        2: ways.FLIP_LEFT_RIGHT,
        3: ways.ROTATE_180,
        4: ways.FLIP_TOP_BOTTOM,
        5: ways.TRANSPOSE,
        6: ways.ROTATE_90,
        7: ways.TRANSVERSE,
        8: ways.ROTATE_270,
    }
    held = upright.transpose(undo[turned]) if turned in undo else upright
    exif = Image.Exif()
    exif[0x0112] = turned
    made = cropped(written(held.convert("RGB"), kind, exif=exif), SIDE, SIDE)
    grey = Image.open(io.BytesIO(made)).convert("L")
    corners = [grey.getpixel(at) for at in ((8, 8), (56, 8), (8, 56), (56, 56))]
    assert [isinstance(one, int) and one > 128 for one in corners] == [True, False, False, False]


def test_text_of_gigabytes_in_a_png_is_not_unpacked(child: Apart, tmp_path: Path) -> None:
    """Compressed notes swell a thousandfold: such a picture is refused before they do."""
    swollen = zlib.compress(bytes(120_000_000))
    notes = (b"zTXt", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0"), (b"iCCP", b"a\0\0")
    files = [png(40, 40, chunk(kind, head + swollen)) for kind, head in notes]
    assert [verdict(child, tmp_path, data) for data in files] == ["refused"] * 3


def test_rows_beyond_the_last_are_not_unpacked(child: Apart, tmp_path: Path) -> None:
    """Of pixels that go on for gigabytes only those of the picture are made."""
    assert verdict(child, tmp_path, png(40, 40, rows=bytes(120_000_000))) == "read"


def verdict(child: Apart, folder: Path, data: bytes) -> str:
    """Return what came of a picture file within a second or two and sixty megabytes."""
    path = folder / "a.png"
    path.write_bytes(data)
    found = child.tried(fitted, path, refusals=(PictureError,), limits=Limits(2, 60))
    assert found.safe, (found.outcome, found.said)
    return found.outcome


def frames(kind: str, count: int) -> bytes:
    """Return a picture of so many frames."""
    made = [Image.new("P", (4, 4), number % 2) for number in range(count)]
    return written(made[0], kind, save_all=True, append_images=made[1:], duration=10)


LIES = {
    "huge": png(100_000, 100_000, rows=b"\0" * 9),
    "wide": png(2**31 - 1, 1, rows=b"\0" * 9),
    "none": png(0, 0, rows=b""),
    "more than there is": png(4000, 4000, rows=b"\0" * 9),
    "cut": written(plain(size=(900, 900)), "PNG")[:400],
    "jpeg cut": written(Image.effect_noise((600, 600), 90), "JPEG")[:9000],
    "bmp": b"BM" + struct.pack("<IIIIiiHH", 60, 0, 54, 40, 60_000, -60_000, 1, 24) + bytes(24),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "emf": b"\x01\0\0\0" + b"l\0\0\0" + b"\xff" * 32 + b" EMF" + b"\xff" * 60,
    "wmf": b"\xd7\xcd\xc6\x9a" + b"\xff" * 60,
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(rm) run\n",
    "ico": b"\0\0\1\0\1\0" + b"\xff" * 60,
}
SOUND = {
    "tall": png(1, 100_000),
    "long": png(100_000, 1),
    "gif frames": frames("GIF", 3000),
    "webp frames": frames("WEBP", 600),
    "png frames": frames("PNG", 1500),
    "tiff pages": written(plain(), "TIFF", save_all=True, append_images=[plain()] * 600),
}


@pytest.mark.parametrize("name", LIES)
def test_what_lies_is_refused(child: Apart, tmp_path: Path, name: str) -> None:
    """Before memory is taken for what is promised; drawings and scripts are no pictures."""
    assert verdict(child, tmp_path, LIES[name]) == "refused"


@pytest.mark.parametrize("name", SOUND)
def test_odd_shapes_and_thousands_of_frames_are_shown(
    child: Apart, tmp_path: Path, name: str
) -> None:
    """One pixel wide, or moving: the first frame is shown, and the others are not read."""
    assert verdict(child, tmp_path, SOUND[name]) == "read"


def test_a_page_that_leads_to_itself_ends(child: Apart, tmp_path: Path) -> None:
    """Pages of a TIFF name the next one."""
    data = bytearray(written(plain("L", (4, 4)), "TIFF"))
    (first,) = struct.unpack("<I", data[4:8])
    count = int.from_bytes(data[first : first + 2], "little")
    data[first + 2 + 12 * count : first + 6 + 12 * count] = struct.pack("<I", first)
    assert verdict(child, tmp_path, bytes(data)) == "read"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_zip_behind_a_picture_stays_behind(kind: str) -> None:
    """A file that is two things at once is a picture afterwards, and nothing else."""
    behind = io.BytesIO()
    with zipfile.ZipFile(behind, "w") as archive:
        archive.writestr("ppt/vbaProject.bin", b"MZ" * 99)
    data = written(plain("L"), kind) + behind.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(data))
    made = cropped(data, SIDE, SIDE)
    assert not zipfile.is_zipfile(io.BytesIO(made))
    assert b"vbaProject" not in made


def test_colours_that_are_clear_show_white() -> None:
    """A palette with a clear entry, sixteen bits, and the four inks of print."""
    palette = Image.new("P", (8, 8), 1)
    palette.putpalette([0, 0, 0, 9, 200, 9])
    made = cropped(written(palette, "PNG", transparency=1), SIDE, SIDE)
    assert Image.open(io.BytesIO(made)).getpixel((4, 4)) == (255, 255, 255)
    inks = written(Image.new("CMYK", (8, 8), (0, 0, 0, 0)), "TIFF")
    assert Image.open(io.BytesIO(cropped(inks, SIDE, SIDE))).getpixel((4, 4)) == (255, 255, 255)
    deep = written(Image.new("I;16", (8, 8), 65_535), "PNG")
    assert Image.open(io.BytesIO(cropped(deep, SIDE, SIDE))).getpixel((4, 4)) == (255, 255, 255)


def test_none_of_them_is_decoded_for_minutes() -> None:
    """However large it says it is, a picture that is taken is soon made fit."""
    begun = time.process_time()
    for data in SOUND.values():
        cropped.cache_clear()
        cropped(data, SIDE, SIDE)
    assert time.process_time() - begun < 3
