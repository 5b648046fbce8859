from collections.abc import Container, Iterator, Mapping, Sequence

class RisParser:
    def __init__(
        self,
        *,
        mapping: Mapping[str, str] | None = ...,
        list_tags: Container[str] | None = ...,
        delimiter_tags_mapping: Mapping[str, str] | None = ...,
    ) -> None: ...
    def parse_lines(self, lines: Iterator[str]) -> list[dict[str, str | list[str]]]: ...

class RisWriter:
    REFERENCE_TYPE_KEY: str
    def __init__(
        self,
        *,
        mapping: Mapping[str, str] | None = ...,
        list_tags: Container[str] | None = ...,
        delimiter_tags_mapping: Mapping[str, str] | None = ...,
    ) -> None: ...
    def set_header(self, count: int) -> str: ...
    def formats(self, references: Sequence[Mapping[str, object]]) -> str: ...
