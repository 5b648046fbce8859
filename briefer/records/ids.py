"""Ids of new records: `event/<slug>-<8 random letters>`, readable and globally unique.

In: a record type and what the record is called. Out: an id that nobody else has given, nor will.
Rules: design page "records".
"""

from __future__ import annotations

import re
import secrets
import string
import unicodedata
from collections.abc import Container

from briefer.records.base import Ref

_LETTERS = 8
_LONGEST_SLUG = 48
_FORM = re.compile(r"[a-z]+/[a-z0-9-]+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def new_id(type_: str, title: str, taken: Container[Ref] = ()) -> Ref:
    """Return an id for a new record of a type; `taken` are the ids that it must not be."""
    slug = slug_of(title)
    while True:
        letters = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_LETTERS))
        ref = f"{type_}/{slug}-{letters}" if slug else f"{type_}/{letters}"
        if ref not in taken:
            return ref


def slug_of(title: str) -> str:
    """Return the title's first words in small letters and hyphens, "" where it has no letters.

    Accents are dropped; letters of other alphabets have no form here and are left out.
    """
    plain = unicodedata.normalize("NFKD", title[:1000]).encode("ascii", "ignore").decode().lower()
    slug = _NO_SLUG.sub("-", plain.replace("'", "")).strip("-")
    if len(slug) > _LONGEST_SLUG:
        whole, _, _ = slug[: _LONGEST_SLUG + 1].rpartition("-")
        slug = (whole or slug)[:_LONGEST_SLUG].strip("-")
    return slug


def is_well_formed(ref: str) -> bool:
    """Return whether an id has the form `type/slug` with a slug of a-z, 0-9 and hyphens."""
    return _FORM.fullmatch(ref) is not None
