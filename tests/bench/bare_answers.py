"""The framework alone: decodes the body of a search, looks nothing up, and answers with as many bytes as ours does."""

import os
import sys
from pathlib import Path

import httpx
from litestar import Litestar, Request, Response, post

from support import processes
from support.repository import ROOT

SIZE = "BENCH_ANSWER_BYTES"
TARGET = "/api/listings/find"


def make_app() -> Litestar:
    """An app with one address."""
    answer = b'"' + b"x" * (int(os.environ[SIZE]) - 2) + b'"'

    @post(TARGET, status_code=200)
    async def find(request: Request) -> Response[bytes]:
        await request.json()
        return Response(answer, media_type="application/json")

    return Litestar([find], openapi_config=None)


class Bare:
    """A server of it, with the same flags as ours, for as long as the block lasts."""

    def __init__(self, folder: Path, size: int) -> None:
        self.port = processes.free_port()
        self.log = folder / "bare.log"
        self.size = size

    def __enter__(self) -> "Bare":
        command = [sys.executable, "-m", "uvicorn", "--factory", "bench.bare_answers:make_app", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--loop", "uvloop", "--http", "httptools"]
        command += ["--no-access-log", "--log-level", "error"]
        environment = os.environ | {SIZE: str(self.size), "PYTHONPATH": str(ROOT / "tests")}
        self.process = processes.start(command, log=self.log, env=environment, cwd=self.log.parent)
        processes.wait_until(self._answers, self.process, log=self.log)
        return self

    def __exit__(self, *_: object) -> None:
        processes.stop(self.process)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}{TARGET}", trust_env=False).status_code == 405
        except httpx.TransportError:
            return False
