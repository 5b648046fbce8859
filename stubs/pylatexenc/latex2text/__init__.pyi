from pylatexenc.macrospec import LatexContextDb

class MacroTextSpec:
    def __init__(
        self, macroname: str, simplify_repl: str | None = ..., discard: bool | None = ...
    ) -> None: ...

class LatexNodes2Text:
    def __init__(
        self,
        latex_context: LatexContextDb | None = ...,
        *,
        math_mode: str = ...,
        keep_comments: bool = ...,
    ) -> None: ...
    def latex_to_text(self, latex: str) -> str: ...

def get_default_latex_context_db() -> LatexContextDb: ...
