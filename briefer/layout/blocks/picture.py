"""Place the pictures of a slide: the boxes of those that can be shown, and why others cannot."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.content import Picture
from briefer.layout.boxes import PictureBox, Unshown
from briefer.layout.patterns import Pattern
from briefer.layout.pictures import PictureError, cropped
from briefer.layout.setting import Setting


def place_pictures(
    pictures: Sequence[Picture], pattern: Pattern, setting: Setting
) -> tuple[tuple[PictureBox, ...], tuple[Unshown, ...]]:
    """Return the boxes of a slide's pictures, or none of them and why some cannot be shown.

    A frame is never left empty: where one picture fails, the slide does without all.
    """
    boxes: list[PictureBox] = []
    unshown: list[Unshown] = []
    for picture in pictures:
        try:
            boxes.append(_box(picture, pattern, setting))
        except PictureError as error:
            unshown.append(Unshown(picture.origin, picture.file, error.message))
    return (() if unshown else tuple(boxes)), tuple(unshown)


def _box(picture: Picture, pattern: Pattern, setting: Setting) -> PictureBox:
    """Return the box of a picture; raise PictureError saying why there is none."""
    template = setting.template
    layouts = [layout for layout in template.layouts if layout.name == pattern.pictured]
    idx = pattern.pictures.get(picture.place)
    placeholder = layouts[0].placeholder(idx) if layouts and idx is not None else None
    if placeholder is None or idx is None:
        raise PictureError(f"has no place on template {template.path.name}")
    file = setting.pictures.get(picture.file)
    if file is None or file.problem:
        raise PictureError(file.problem if file else "is not in the folder of pictures")
    if not picture.alt.strip():
        raise PictureError("has no alternative text")
    frame = placeholder.frame
    data = cropped(file.data, frame.w, frame.h)
    alt = " ".join(picture.alt.split())
    return PictureBox(placeholder.name, frame, data, alt, idx, picture.origin)
