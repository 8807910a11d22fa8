"""A real Chromium: the machine's own, else installed. A run that can have none fails and says how to get one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

SHELL = "chromium-headless-shell"
"""The same browser without its desktop, for half of the work."""
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # A page that asks another machine for anything fails, as it would under the content-security policy.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
HOW_TO_GET_ONE = (
    "The journeys need Chromium. Debian: `apt-get install chromium-headless-shell` as root; "
    "elsewhere: `playwright install chromium`, or put chromium or google-chrome on PATH."
)


def launch(playwright: Playwright, *, whole: bool = False) -> Browser:
    """Start a headless Chromium, getting one if the machine has none. `whole` is what people have: for measuring."""
    found = find(WHOLE) if whole else None
    return playwright.chromium.launch(executable_path=found or _any(playwright), args=ARGUMENTS)


def launch_profile(playwright: Playwright, profile: Path, **options: Any) -> BrowserContext:
    """Start one on a folder that keeps what its pages store; options are those of a context."""
    own = _any(playwright)
    return playwright.chromium.launch_persistent_context(profile, executable_path=own, args=ARGUMENTS, **options)


def _any(playwright: Playwright) -> str:
    return find((SHELL, *WHOLE)) or _install(playwright)


def find(names: tuple[str, ...]) -> str | None:
    """Where the first of these is, if the machine has any."""
    return next((path for path in map(shutil.which, names) if path), None)


def _install(playwright: Playwright) -> str:
    """Install Chromium from the system's packages as root, else Playwright's own; returns its path."""
    tried = []
    if os.geteuid() == 0 and shutil.which("apt-get"):
        tried += [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", SHELL]]
    tried.append([sys.executable, "-m", "playwright", "install", "chromium"])
    said = ""
    for command in tried:
        done = subprocess.run(
            command,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        said += f"$ {' '.join(command)}\n{done.stdout[-1500:]}\n"
        if done.returncode == 0 and (found := find((SHELL, *WHOLE))):
            return found
    if os.access(playwright.chromium.executable_path, os.X_OK):
        return playwright.chromium.executable_path
    raise AssertionError(f"{HOW_TO_GET_ONE}\nTried:\n{said}")
