"""A Firefox as people have it, headless, driven over WebDriver BiDi: Playwright wants one of its own making."""

import itertools
import json
import re
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
from anyio.from_thread import BlockingPortal

from support import processes
from support.push.firefox_service import FirefoxService
from support.push.programs import FIREFOX, path_of

PREFERENCES = {
    # Else whoever drives it finds push switched off.
    "remote.prefs.recommended": False,
    "permissions.default.desktop-notification": 1,
    # Whatever it would ask of other machines goes to a port at which nobody is.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
    # It ends as soon as it has written down what it knows; else that takes seconds, for nothing.
    "toolkit.shutdown.fastShutdownStage": 3,
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
LONGEST_ANSWER = 60
"""Seconds."""
STOP_WORKERS = """(async () => {
  const manager = Cc["@mozilla.org/serviceworkers/manager;1"].getService(Ci.nsIServiceWorkerManager);
  const all = manager.getAllRegistrations();
  for (let each = 0; each < all.length; each++) {
    await all.queryElementAt(each, Ci.nsIServiceWorkerRegistrationInfo).activeWorker?.terminateWorker();
  }
})()"""
"""Only Firefox's own window may say so."""


class Firefox:
    """A `Browser` (see browser.py)."""

    def __init__(
        self, portal: BlockingPortal, folder: Path, service: FirefoxService, environment: dict[str, str]
    ) -> None:
        self._portal, self._folder, self._service = portal, folder, service
        self._environment = environment | {"HOME": str(folder)}
        self._log = folder.with_name(f"{folder.name}.log")
        self._process: processes.Process | None = None
        self._line: aiohttp.ClientWebSocketResponse | None = None
        self._numbers = itertools.count(1)

    def open(self) -> None:
        """See `Browser`."""
        self._folder.mkdir(exist_ok=True)
        self._log.write_text("")
        wanted = (PREFERENCES | self._service.preferences).items()
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted)
        (self._folder / "user.js").write_text("".join(lines))
        how = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--remote-allow-system-access"]
        command = [path_of(FIREFOX), *how, "--profile", str(self._folder)]
        self._process = processes.start(command, log=self._log, env=self._environment)
        processes.wait_until(lambda: bool(self._listening()), self._process, log=self._log, seconds=60)
        self._portal.call(self._connect, f"{self._listening()[0]}/session")
        self._command("session.new", capabilities={})
        self._page = self._contexts()[0]["context"]

    def close(self) -> None:
        """See `Browser`."""
        if self._process is None:
            return
        process, self._process = self._process, None
        if self._line is not None:
            self._command("browser.close")
            self._portal.call(self._disconnect)
            # In order: it writes down first what it knows.
            with suppress(subprocess.TimeoutExpired):
                process.wait(LONGEST_ANSWER)
        processes.stop(process)

    def goto(self, url: str) -> None:
        """See `Browser`."""
        self._command("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """See `Browser`."""
        said = self._in(self._page, f"(async () => JSON.stringify((await ({expression})) ?? null))()")
        return json.loads(said["value"])

    def addresses(self) -> list[str]:
        """See `Browser`."""
        return [context["url"] for context in self._contexts()] if self._process else []

    def stop_workers(self) -> None:
        """See `Browser`."""
        [window] = self._contexts(**{"moz:scope": "chrome"})
        self._in(window["context"], STOP_WORKERS)

    def _contexts(self, **which: str) -> list[dict[str, Any]]:
        return self._command("browsingContext.getTree", **which)["contexts"]

    def _in(self, context: str, expression: str) -> dict[str, Any]:
        how = {"awaitPromise": True, "userActivation": True}
        said = self._command("script.evaluate", expression=expression, target={"context": context}, **how)
        assert said["type"] == "success", said["exceptionDetails"]["text"]
        return said["result"]

    def _listening(self) -> list[str]:
        return LISTENING.findall(self._log.read_text(errors="replace"))

    async def _connect(self, url: str) -> None:
        self._http = aiohttp.ClientSession()
        self._line = await self._http.ws_connect(url, max_msg_size=0)

    async def _disconnect(self) -> None:
        self._line = None
        await self._http.close()

    def _command(self, method: str, **parameters: Any) -> dict[str, Any]:
        said = self._portal.call(self._ask, {"id": next(self._numbers), "method": method, "params": parameters})
        assert said["type"] == "success", f"{method}: {said}"
        return said["result"]

    async def _ask(self, command: dict[str, Any]) -> dict[str, Any]:
        """Nothing is listened to, so all that comes is answers."""
        await self._line.send_json(command)
        while True:
            said = await self._line.receive_json(timeout=LONGEST_ANSWER)
            if said.get("id") == command["id"]:
                return said
