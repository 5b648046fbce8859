"""Pictures fit for a slide: cropped to their frame, small, in sRGB, without what cameras add.

In: the bytes of a picture file of any kind a user may own, and a frame's size. Out: PNG or JPEG
bytes, the same for the same file, or PictureError. Must not know: folders, slides, placeholders.

A file is judged by what its first bytes say of its size before anything of it is decoded. Pillow is
imported where it is used: the window starts without it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from briefer.errors import BrieferError
from briefer.geometry import EMU_PER_INCH, Frame

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 64_000_000
"""Pixels that a picture may have: what telephones make, and no decompression bomb."""

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
"""What is read; the other readers of Pillow (PostScript, FITS, ...) stay shut."""

PIXELS_PER_INCH = 288
"""Twice the pixels of a frame on a screen 1920 wide, so that prints are sharp too."""

_LOSSY = frozenset(("JPEG", "MPO", "WEBP"))
_QUALITY = 88
_MARGIN = 2
"""How many times larger than needed a JPEG is decoded, at least."""


class PictureError(BrieferError):
    """A file that is no picture we can show; the message is a clause about the file."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture file as read: its bytes, or `problem`, a clause that says why there are none."""

    data: bytes = b""
    problem: str = ""


Pictures: TypeAlias = Mapping[str, PictureFile]
"""Picture files by their names."""


@lru_cache(maxsize=12)
def cropped(data: bytes, width: int, height: int) -> bytes:
    """Return a picture filling a frame of this size in EMU, as PNG or JPEG bytes.

    Raise PictureError where the bytes are no picture, or one too large to open.
    """
    if not data:
        raise PictureError("is empty")
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Pillow warns of what is refused below, and of TIFF tags nobody needs.
            warnings.simplefilter("ignore")
            return _written(data, Frame(0, 0, width, height))
    except PictureError:
        raise
    except UnidentifiedImageError as error:
        raise PictureError("is no picture of a kind that can be read") from error
    except Image.DecompressionBombError as error:
        raise PictureError(_too_large()) from error
    except Exception as error:  # decoders raise errors of any class on damaged files
        raise PictureError("is damaged") from error


@lru_cache(maxsize=256)
def pixels_of(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a picture that is fit for a slide, (0, 0) of another."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            return opened.size
    except Exception:  # decoders raise errors of any class on damaged files
        return (0, 0)


def _written(data: bytes, frame: Frame) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise PictureError(_too_large())
        lossy = opened.format in _LOSSY
        target = _pixels(frame)
        # A large JPEG is decoded at a half, a quarter or an eighth of its size.
        opened.draft(None, (target[0] * _MARGIN, target[1] * _MARGIN))
        opened.seek(0)
        picture = _upright(opened)
    picture = _cut(_in_srgb(picture), target)
    stream = io.BytesIO()
    if lossy:
        picture.save(stream, "JPEG", quality=_QUALITY, optimize=True, subsampling=0)
    else:
        picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _too_large() -> str:
    return f"has more than {MOST_PIXELS // 1_000_000} million pixels"


def _pixels(frame: Frame) -> tuple[int, int]:
    """Return the most pixels that a picture of a frame needs."""
    return (
        max(1, round(frame.w / EMU_PER_INCH * PIXELS_PER_INCH)),
        max(1, round(frame.h / EMU_PER_INCH * PIXELS_PER_INCH)),
    )


def _upright(opened: Image.Image) -> Image.Image:
    """Return the first frame the way up that the camera noted."""
    from PIL import ImageOps

    opened.load()
    return ImageOps.exif_transpose(opened)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Return the picture in RGB, by its own profile if it has one, on white where it is clear."""
    from PIL import Image, ImageCms

    flat = picture
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        flat = Image.alpha_composite(white, clear).convert("RGB")
    profile = picture.info.get("icc_profile")
    if profile and flat.mode in ("RGB", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
            converted = ImageCms.profileToProfile(flat, own, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a profile that cannot be read says nothing
        if converted is not None:
            return converted
    return _eight_bits(flat).convert("RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return greys of sixteen bits as greys of eight, which converting alone would clip."""
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.convert("F").point(lambda value: value / 257.0).convert("L")
    return picture


def _cut(picture: Image.Image, target: tuple[int, int]) -> Image.Image:
    """Return the part of a picture that fills the target's shape, no larger than the target.

    It is cut alike at both sides; above and below so that what stands a third down, where faces
    are, comes to the middle.
    """
    wide, high = target
    scale = min(picture.width / wide, picture.height / high)
    width = min(picture.width, max(1, round(wide * scale)))
    height = min(picture.height, max(1, round(high * scale)))
    left = (picture.width - width) // 2
    top = min(max(0, picture.height // 3 - height // 2), picture.height - height)
    part = (left, top, left + width, top + height)
    if scale <= 1:
        return _bare(picture.crop(part))
    from PIL import Image

    return _bare(picture.resize(target, Image.Resampling.LANCZOS, box=part))


def _bare(picture: Image.Image) -> Image.Image:
    """Return the pixels alone, without dates, places, comments and profiles."""
    picture.info = {}
    return picture
