"""axe-core in the page: no finding is accepted."""

from playwright.sync_api import Page

from support.node import TEST_PACKAGES, ensure_packages

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def check_accessibility(page: Page, *, exclude: tuple[str, ...] = ()) -> None:
    """Fail with every rule broken on the page as it stands, and where.

    The script goes in through the debugger, which the content-security policy does not bind: pages are checked under
    the policy they are served with. `exclude` takes CSS selectors.
    """
    ensure_packages(TEST_PACKAGES)
    source = (TEST_PACKAGES / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(f"() => {{ if (!window.axe) {{ {source} }} }}")
    found = page.evaluate(
        "([exclude, tags]) => axe.run({ exclude }, { runOnly: tags, resultTypes: ['violations'] })"
        ".then((result) => result.violations)",
        [[[selector] for selector in exclude], TAGS],
    )
    assert not found, f"{page.url}:\n" + "\n".join(map(_words, found))


def _words(finding: dict) -> str:
    places = "\n".join(f"    {' '.join(map(str, node['target']))}: {node['html'][:200]}" for node in finding["nodes"])
    return f"  {finding['id']} ({finding['impact']}): {finding['help']}\n{places}"
