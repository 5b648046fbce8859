from bibtexparser.library import Library

class BibtexFormat:
    indent: str
    block_separator: str
    trailing_comma: bool

def write(library: Library, bibtex_format: BibtexFormat | None = ...) -> str: ...
