"""Locking the diary and opening it again, and what rests on the phone meanwhile."""

from playwright.sync_api import Page, expect

from journeys.steps.moving import go_to

PIN = "274913"
PASSPHRASE = "quiet river under nine bridges"
# Everything that rests in the phone's database and beside it: all words, and of each key whether scripts may read it.
RESTING = """async () => {
  const open = indexedDB.open("jointly");
  await new Promise((resolve) => { open.onsuccess = resolve; });
  const [words, keys] = [[], []];
  const look = (value) => {
    if (value instanceof CryptoKey) keys.push(value.extractable);
    else if (value instanceof Uint8Array) words.push(new TextDecoder().decode(value));
    else if (value && typeof value === "object") Object.entries(value).flat().forEach(look);
    else if (value !== null && value !== undefined) words.push(String(value));
  };
  for (const name of open.result.objectStoreNames) {
    const asked = open.result.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => { asked.onsuccess = resolve; });
    asked.result.forEach(look);
  }
  open.result.close();
  for (const key of Object.keys(localStorage)) if (key.startsWith("draft")) words.push(localStorage[key]);
  return [words.join("\\n"), keys];
}"""


def lock_with(page: Page, kind: str, secret: str) -> None:
    """Under More: lock with a PIN or a passphrase."""
    page.goto("/more/lock")
    page.get_by_role("radio", name=f"With a {kind}").check()
    page.get_by_label(f"Your new {kind}").fill(secret)
    page.get_by_role("button", name="Lock my diary").click()
    expect(page.get_by_text(f"Your diary is locked with a {kind}.")).to_be_visible()


def lock_now(page: Page) -> None:
    """Lock an open diary by hand."""
    go_to(page, "More")
    page.get_by_role("link", name="Lock Who can open").click()
    page.get_by_role("button", name="Lock it now").click()
    locked(page)


def locked(page: Page) -> None:
    """The lock is all there is to see."""
    expect(page.get_by_role("heading", level=1, name="This diary is locked")).to_be_visible()


def type_secret(page: Page, label: str, secret: str, *, button: str = "Unlock") -> None:
    """Try to open it, up to the answer."""
    page.get_by_label(label).fill(secret)
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_function("(typed) => document.getElementById('secret')?.value !== typed", arg=secret)


def unlock(page: Page, label: str, secret: str) -> None:
    """Open it; where the person was before comes back."""
    locked(page)
    page.get_by_label(label).fill(secret)
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="This diary is locked")).to_have_count(0)


def resting(page: Page) -> tuple[str, list[bool]]:
    """The words that anybody can read of what rests on the phone, and its keys."""
    words, keys = page.evaluate(RESTING)
    return words, keys
