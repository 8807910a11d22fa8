"""A Jointly server of its own process, as a service would run it: real sockets, real files, and it can be killed."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

from support import forking, processes
from support.csrf import take_token, tells_token

# What each verb prints once everything is there: the demonstration fills itself after it began to answer.
READY = {"serve": "Jointly is ready", "demo": "Stop with Ctrl-C"}


class Server:
    """`jointly serve` or `jointly demo` on a free port of 127.0.0.1 with a data folder; the port outlives restarts.

    `afresh`: a Python of its own reads the program in, as everywhere but in tests (support/forking.py).
    """

    def __init__(
        self, data: Path, *, verb: str = "serve", environment: Mapping[str, str] | None = None, afresh: bool = False
    ) -> None:
        self.data = data
        self.verb = verb
        self.port = processes.free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = data.with_name(f"{data.name}.log")
        self.environment = service_environment(data) | dict(environment or {})
        self.jointly = list(forking.JOINTLY)
        self.process: processes.Process | None = None
        self.afresh = afresh
        self.started_in_seconds = 0.0

    def start(self) -> "Server":
        """Start, and wait until GET /health answers and the server has printed all that it prints at a start."""
        begun, printed = time.monotonic(), len(self.logged())
        where = ["--port", str(self.port), "--host", "127.0.0.1"]
        self.process = processes.start(
            [*self.jointly, self.verb, *where],
            log=self.log,
            afresh=self.afresh,
            env=self.environment,
            cwd=self.data.parent,
        )
        try:
            processes.wait_until(
                lambda: READY[self.verb] in self.logged()[printed:] and self.is_ready(), self.process, log=self.log
            )
        except AssertionError:
            self.kill()
            raise
        self.started_in_seconds = time.monotonic() - begun
        return self

    def is_ready(self) -> bool:
        """Whether it answers at /health."""
        try:
            return httpx.get(f"{self.url}/health", timeout=2, trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    def stop(self) -> None:
        """End it as a service manager does, with SIGTERM; it must go in order and say so with its exit code."""
        if self.process is not None:
            code = processes.stop(self.process)
            self.process = None
            assert code in (0, -signal.SIGTERM), f"the server ended with {code}:\n{self.logged()[-4000:]}"

    def kill(self) -> None:
        """kill -9: as when the power goes, but for what the disk had not yet written."""
        if self.process is not None:
            processes.stop(self.process, signal.SIGKILL)
            self.process = None

    def restart(self) -> "Server":
        """Stop in order and start again on the same port and data."""
        self.stop()
        return self.start()

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run another `jointly` verb on the same data, such as `run("code", "--service")`."""
        done = processes.run(
            [*self.jointly, *arguments], env=self.environment, cwd=self.data.parent, seconds=120, afresh=self.afresh
        )
        if check and done.returncode:
            raise AssertionError(f"jointly {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def logged(self) -> str:
        """Everything the server has printed so far, over all its starts."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def links(self) -> dict[str, str]:
        """Name to sign-in link, as `jointly demo` printed them last."""
        return dict(re.findall(r"(?m)^ +(\w+), .*:\n +(http\S+)$", self.logged()))

    def client(self) -> httpx.Client:
        """A browser-like client: keeps the sign-in cookie, and says that it comes from this very site."""
        return browser_like(self.url)

    def __enter__(self) -> "Server":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


def browser_like(url: str) -> httpx.Client:
    """A client that acts as a browser does on `url`, whose secure cookies go to localhost without TLS too."""

    def keep_cookie(response: httpx.Response) -> None:
        for name, value in response.cookies.items():
            client.headers["cookie"] = f"{name}={value}"
        if tells_token(response):
            response.read()
            take_token(client, response)

    headers = {"Origin": url, "Sec-Fetch-Site": "same-origin"}
    hooks = {"response": [keep_cookie]}
    client = httpx.Client(base_url=url, headers=headers, event_hooks=hooks, trust_env=False, timeout=30)
    return client


def service_environment(data: Path) -> dict[str, str]:
    """What a server needs of the run's environment, with no JOINTLY_… setting from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JOINTLY_")}
    return kept | {"JOINTLY_DATA": str(data), "PYTHONUNBUFFERED": "1"}
