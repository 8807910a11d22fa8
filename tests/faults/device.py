"""Drives the phone without a screen (`device.ts`) over its pipe."""

import json
import subprocess
from pathlib import Path
from typing import Any

from web_build import node_environment, node_folder

PROGRAM = Path(__file__).with_name("device.ts")


class Device:
    """One Node process with the PWA's own store, outbox and sync. Call it by a command's name."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [str(node_folder() / "node"), "--disable-warning=ExperimentalWarning", str(PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=node_environment(),
            text=True,
        )

    def __call__(self, do: str, **command: Any) -> Any:
        """Has one command done, and gives its answer; raises `DeviceError` with what went wrong."""
        self._process.stdin.write(json.dumps({"do": do, **command}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise DeviceError(f"the device ended at {do}")
        answer = json.loads(line)
        if "error" in answer:
            raise DeviceError(f"{do}: {answer['error']['name']}: {answer['error']['message']}")
        return answer["ok"]

    def close(self) -> None:
        """Ends the process."""
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


class DeviceError(AssertionError):
    """A command that the device could not do."""
