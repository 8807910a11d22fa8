"""axe-core in the page: no finding is accepted."""

from functools import cache

from playwright.sync_api import Page

from support.node import TEST_PACKAGES, ensure_packages

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules among those of TAGS that look at colours: all that other colours of the same page can break."""


def check_accessibility(page: Page, *, exclude: tuple[str, ...] = (), rules: tuple[str, ...] = ()) -> None:
    """Fail with every rule broken on the page as it stands, and where.

    The script goes in through the debugger, which the content-security policy does not bind: pages are checked under
    the policy they are served with. `exclude` takes CSS selectors; with `rules` only those are looked at.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {_source()} }}")
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate(
        "([exclude, only]) => axe.run({ exclude }, { runOnly: only, resultTypes: ['violations'] })"
        ".then((result) => result.violations)",
        [[[selector] for selector in exclude], only],
    )
    assert not found, f"{page.url}:\n" + "\n".join(map(_words, found))


@cache
def _source() -> str:
    ensure_packages(TEST_PACKAGES)
    return (TEST_PACKAGES / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def _words(finding: dict) -> str:
    places = "\n".join(f"    {' '.join(map(str, node['target']))}: {node['html'][:200]}" for node in finding["nodes"])
    return f"  {finding['id']} ({finding['impact']}): {finding['help']}\n{places}"
