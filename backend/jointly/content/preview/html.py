"""HTML as values: what is not marked as HTML is written as plain text, so that content never becomes a page's code."""

from html import escape

VOID = frozenset({"meta", "br"})


class Html(str):
    """Text that is HTML already."""


def element(name: str, /, *inside: str | None, **attributes: str | None) -> Html:
    """One element. Text inside is escaped unless it is `Html`; None is left out; `class_` is the attribute class."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{together(*inside)}</{name}>")


def together(*parts: str | None) -> Html:
    """Parts one after the other."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts if part is not None))


def listed(texts, ordered: bool = False) -> Html:
    """A list; what is in it may be HTML."""
    return element("ol" if ordered else "ul", *(element("li", text) for text in texts))


def table(head: list[str], rows: list[list[str]], caption: str | None = None) -> Html:
    """A table with a row of headings; the first cell of each row is its heading."""
    top = element("tr", *(element("th", name, scope="col") for name in head))
    body = [
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in more))
        for first, *more in rows
    ]
    said = element("caption", caption) if caption else None
    return element("div", element("table", said, element("thead", top), element("tbody", *body)), class_="wide")


def page(title: str, *body: str | None, script: str = "") -> str:
    """A whole page that asks nothing of anywhere: its rules say so to the browser too."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=RULES),
        element("meta", name="robots", content="noindex"),
        element("title", title),
        element("style", Html(STYLE)),
    )
    code = element("script", Html(script.replace("</", "<\\/"))) if script else None
    whole = element("html", head, element("body", element("main", *body), code), lang="en-GB")
    return f"<!doctype html>\n{whole}\n"


RULES = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light dark; --ink: #14211f; --paper: #fdfcf9; --line: #b9c4c1; --soft: #4c5a57; --warm: #8a3b00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef2f0; --paper: #111917; --line: #43524e; --soft: #b3c0bc; --warm: #ffb37a; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
a { color: inherit; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 0.25rem; }
table { border-collapse: collapse; }
.wide { overflow-x: auto; margin: 0.5rem 0; }
caption { text-align: left; color: var(--soft); padding: 0.25rem 0; }
th, td { border: 1px solid var(--line); padding: 0.375rem 0.625rem; text-align: left; vertical-align: top; }
th { font-weight: 600; }
small, .soft { color: var(--soft); font-weight: 400; }
small { display: block; }
.notice { border: 2px solid var(--line); padding: 0.25rem 1rem; margin: 1rem 0; }
.faults { border-color: var(--warm); }
.faults h2 { border: 0; padding: 0; margin: 0.5rem 0; color: var(--warm); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; }
.figures figure { margin: 0; }
.figures figcaption { text-align: center; }
@media print { a { text-decoration: none; } h2, figure, tr { break-inside: avoid; } }
"""
