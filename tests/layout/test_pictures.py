"""Pictures are cropped, made small and stripped; what is no picture is refused by name."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, ImageCms

from briefer.geometry import EMU_PER_INCH
from briefer.layout.pictures import MOST_PIXELS, PIXELS_PER_INCH, PictureError, cropped

SIDE = round(2.85 * EMU_PER_INCH)
PIXELS = round(2.85 * PIXELS_PER_INCH)
GPS = 34853


def picture(
    mode: str = "RGB",
    size: tuple[int, int] = (300, 400),
    color: float | tuple[int, ...] = (200, 30, 30),
    kind: str = "PNG",
    **how: object,
) -> bytes:
    """Return the bytes of a plain picture; `how` goes to Pillow."""
    stream = io.BytesIO()
    Image.new(mode, size, color).save(stream, kind, **how)
    return stream.getvalue()


def shown(data: bytes, width: int = SIDE, height: int = SIDE) -> Image.Image:
    """Return what stands on the slide for these bytes."""
    return Image.open(io.BytesIO(cropped(data, width, height)))


def striped(size: tuple[int, int], rows: tuple[int, int]) -> bytes:
    """Return a black picture with a white band between two rows."""
    image = Image.new("RGB", size, "black")
    image.paste((255, 255, 255), (0, rows[0], size[0], rows[1]))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("size", [(300, 300), (2000, 100), (100, 2000), (1, 1), (3001, 2003)])
def test_a_picture_fills_its_frame_and_is_no_larger_than_is_seen(size: tuple[int, int]) -> None:
    """Any shape is cut to the frame's, and never has more pixels than the frame can show."""
    image = shown(picture(size=size))
    assert abs(image.width / image.height - 1) < 0.02
    assert image.width <= PIXELS
    assert image.width <= max(size)


def test_a_wide_frame_gets_a_wide_picture() -> None:
    """The crop follows the frame, not the other way round."""
    image = shown(picture(size=(4000, 4000)), 4 * EMU_PER_INCH, 2 * EMU_PER_INCH)
    assert image.size == (4 * PIXELS_PER_INCH, 2 * PIXELS_PER_INCH)


def test_a_face_in_the_upper_third_is_kept() -> None:
    """Of a tall portrait the part around a third down is shown, and the head's top is not cut."""
    whole = shown(striped((300, 600), (100, 250)))
    column = [whole.getpixel((whole.width // 2, y)) for y in range(whole.height)]
    white = [y for y, value in enumerate(column) if value == (255, 255, 255)]
    assert len(white) == 150
    assert abs(sum(white) / len(white) - whole.height / 2) < whole.height / 10
    head = shown(striped((300, 400), (0, 20)))
    assert head.getpixel((150, 2)) == (255, 255, 255)


def test_nothing_the_camera_added_stays() -> None:
    """Place, date, comment and profile are gone; the picture stands the right way up."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x9003] = "2023:01:01 00:00:00"
    exif.get_ifd(GPS)[1] = "N"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = picture(size=(400, 200), kind="JPEG", exif=exif, icc_profile=srgb, comment=b"secret")
    image = shown(data, EMU_PER_INCH, 2 * EMU_PER_INCH)
    assert image.height == 2 * image.width
    assert not image.getexif()
    assert not {"exif", "icc_profile", "comment", "dpi"} & set(image.info)


def test_the_same_file_gives_the_same_bytes() -> None:
    """Nothing of the clock or of a set's order is in a picture."""
    data = picture(size=(900, 1200), kind="JPEG")
    once = cropped(data, SIDE, SIDE)
    cropped.cache_clear()
    assert cropped(data, SIDE, SIDE) == once


def test_photographs_stay_jpeg_and_drawings_png() -> None:
    """What was sharp stays sharp, and photographs stay small."""
    assert shown(picture(kind="JPEG")).format == "JPEG"
    assert shown(picture(kind="WEBP")).format == "JPEG"
    assert shown(picture()).format == "PNG"


@pytest.mark.parametrize(
    ("mode", "color", "kind", "seen"),
    [
        ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)),
        ("CMYK", (0, 255, 255, 0), "TIFF", (255, 0, 0)),
        ("L", 128, "PNG", (128, 128, 128)),
        ("I;16", 0x8080, "PNG", (128, 128, 128)),
        ("1", 1, "PNG", (255, 255, 255)),
        ("P", 0, "PNG", (0, 0, 0)),
        ("LA", (0, 0), "PNG", (255, 255, 255)),
        ("RGBA", (9, 9, 9, 0), "PNG", (255, 255, 255)),
        ("RGB", (200, 30, 30), "BMP", (200, 30, 30)),
    ],
)
def test_colours_of_every_sort_become_rgb(
    mode: str, color: int | tuple[int, ...], kind: str, seen: tuple[int, int, int]
) -> None:
    """Print colours, greys of any depth, palettes and clear grounds are shown as they look."""
    image = shown(picture(mode, (40, 40), color, kind))
    found = image.convert("RGB").getpixel((20, 20))
    assert image.mode == "RGB"
    assert isinstance(found, tuple)
    assert all(abs(a - b) <= 3 for a, b in zip(found, seen, strict=True)), found


def test_a_broken_profile_is_no_reason_to_show_nothing() -> None:
    """A colour profile that cannot be read is passed over."""
    assert shown(picture(icc_profile=b"no profile")).getpixel((5, 5)) == (200, 30, 30)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_is_shown(kind: str) -> None:
    """An animation stands still at its beginning."""
    frames = [Image.new("RGB", (50, 50), color) for color in ("red", "blue", "lime")]
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:], duration=100)
    found = shown(stream.getvalue()).convert("RGB").getpixel((25, 25))
    assert isinstance(found, tuple)
    assert found[0] > 240
    assert max(found[1:]) < 16


def test_a_file_cut_short_is_damaged() -> None:
    """Half a picture is not shown as half grey."""
    noise = Image.effect_noise((600, 600), 90)
    for kind in ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP"):
        stream = io.BytesIO()
        noise.convert("RGB").save(stream, kind)
        data = stream.getvalue()
        with pytest.raises(PictureError):
            cropped(data[: len(data) // 2], SIDE, SIDE)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 and so on", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "no picture"),
        (b"GIF89a", "no picture"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, said: str) -> None:
    """The message is a clause about the file."""
    with pytest.raises(PictureError, match=said):
        cropped(data, SIDE, SIDE)


def test_a_hundred_million_pixels_are_refused_before_they_are_decoded() -> None:
    """A small file that claims to be huge costs no memory: its size is read, no more."""
    side = 10_000
    header = side.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    chunk = b"IHDR" + header
    data = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + chunk
    data += zlib.crc32(chunk).to_bytes(4, "big")
    rows = b"IDAT" + zlib.compress(b"\0" * 1000)
    data += (len(rows) - 4).to_bytes(4, "big") + rows + zlib.crc32(rows).to_bytes(4, "big")
    for claimed in (data, data.replace(side.to_bytes(4, "big"), (60_000).to_bytes(4, "big"))):
        with pytest.raises(PictureError):
            cropped(claimed, SIDE, SIDE)
    with pytest.raises(PictureError, match=f"more than {MOST_PIXELS // 1_000_000} million"):
        cropped(data, SIDE, SIDE)
