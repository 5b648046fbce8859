"""What the tests use of openxml-audit, which ships no types."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

class FileFormat(Enum):
    MICROSOFT_365 = ...

class ValidationResult:
    is_valid: bool
    errors: Sequence[object]

class OpenXmlValidator:
    def __init__(self, *, file_format: FileFormat = ...) -> None: ...
    def validate(self, path: str | Path) -> ValidationResult: ...
