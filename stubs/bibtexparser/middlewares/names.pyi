class NameParts:
    first: list[str]
    von: list[str]
    last: list[str]
    jr: list[str]

def parse_single_name_into_parts(name: str, strict: bool = ...) -> NameParts: ...
