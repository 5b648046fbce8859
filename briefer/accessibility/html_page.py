"""The report as one HTML file that is itself accessible: headings, tables with headers, no script.

In: an `AccessibilityReport`. Out: HTML text. Nothing is loaded. Must not know: files.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from briefer.accessibility.markdown import (
    HEADS,
    counts_of,
    one_line,
    place_of,
    places_of,
)
from briefer.accessibility.report import AccessibilityReport, Line, Statement, counted
from briefer.accessibility.standards import OTHERS

_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,"Segoe UI",Arial,sans-serif;margin:0 auto;max-width:70rem;
padding:1rem 1.5rem;color:#1b1b1b;background:#fff}
h1{line-height:1.2}h2{margin-top:2.5rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{background:#eef3f9}
ul{margin:0;padding-left:1.2rem}
a{color:#005ea2}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
@media(prefers-color-scheme:dark){body{color:#f0f0f0;background:#161616}
thead th{background:#2a3340}a{color:#8cc8ff}}
@media print{body{max-width:none;padding:0}}
"""


def as_html(report: AccessibilityReport) -> str:
    """Return the report as an HTML file."""
    title = f"Accessibility of {_text(report.deck)}"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style></head>",
            '<body><a class="skip" href="#findings">To what was found</a>',
            f"<main><h1>{title}</h1>",
            *_head(report),
            *_findings(report),
            *_lines("rules", "The 31 rules for decks", report.rules),
            *_lines("criteria", "WCAG 2.0, levels A and AA", report.criteria),
            f"<p>{_text(OTHERS)}</p>",
            "</main></body></html>",
            "",
        ]
    )


def _head(report: AccessibilityReport) -> Iterator[str]:
    yield f"<p>{_text(report.summary)}</p>"
    yield f"<p>{counted(report.slides, 'slide')} read. {_text(report.made)}</p>"
    yield "<ul>"
    yield from (f"<li>{_text(count)}</li>" for count in counts_of(report))
    yield "</ul>"
    yield '<nav aria-label="Parts of this report"><ul>'
    yield '<li><a href="#findings">What was found</a></li>'
    yield '<li><a href="#rules">The 31 rules for decks</a></li>'
    yield '<li><a href="#criteria">WCAG 2.0, levels A and AA</a></li></ul></nav>'


def _findings(report: AccessibilityReport) -> Iterator[str]:
    yield '<h2 id="findings">What was found</h2>'
    if not report.findings:
        yield "<p>Nothing.</p>"
        return
    yield "<table><caption>Findings, worst first</caption>"
    yield '<thead><tr><th scope="col">How bad</th><th scope="col">Where</th>'
    yield '<th scope="col">What</th><th scope="col">Next step</th></tr></thead><tbody>'
    for finding in report.findings:
        yield (
            f'<tr><th scope="row">{finding.severity}</th><td>{_text(place_of(finding))}</td>'
            f"<td>{_text(finding.message)}</td><td>{_text(finding.hint) or 'None'}</td></tr>"
        )
    yield "</tbody></table>"


def _lines(key: str, title: str, lines: tuple[Line, ...]) -> Iterator[str]:
    yield f'<h2 id="{key}">{title}</h2>'
    yield f"<table><caption>{title}: what was checked, and what needs your eyes</caption>"
    yield '<thead><tr><th scope="col">Number</th><th scope="col">What is asked</th>'
    yield '<th scope="col">Asked by</th><th scope="col">Answer</th></tr></thead><tbody>'
    for line in lines:
        said = "".join(f"<li>{_said(one)}</li>" for one in line.statements)
        yield (
            f"<tr><td>{line.standard.number}</td>"
            f'<th scope="row">{_text(line.standard.label)}</th>'
            f"<td>{_text(line.standard.source)}</td><td><ul>{said}</ul></td></tr>"
        )
    yield "</tbody></table>"


def _said(statement: Statement) -> str:
    places = places_of(statement.where)
    where = f" ({_text('; '.join(places))})" if places else ""
    return f"<strong>{HEADS[statement.status]}.</strong> {_text(statement.text)}{where}"


def _text(text: str) -> str:
    return escape(one_line(text))
