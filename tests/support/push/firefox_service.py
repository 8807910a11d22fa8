"""The push service of Firefox, on loopback: one WebSocket a browser, JSON both ways (Mozilla's autopush)."""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import WSMsgType, web

from support.push.relay import Message, Relay, Subscription


class FirefoxService(Relay):
    """`async with service.running(folder)`. `preferences` lead a Firefox to it."""

    origins = ("https://updates.push.services.mozilla.com",)
    path = "/wpush/v2/"
    wrong_key = 401

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, web.WebSocketResponse] = {}
        self._known: set[str] = set()

    @property
    def preferences(self) -> dict[str, Any]:
        """Of Firefox; after a lost line it comes back at once."""
        return {
            "dom.push.serverURL": self.url.replace("http://", "ws://") + "/",
            "dom.push.testing.allowInsecureServerURL": True,
            "dom.push.retryBaseInterval": 200,
        }

    @asynccontextmanager
    async def running(self, folder: Path) -> AsyncIterator[None]:
        """Listens at a free port."""
        async with self.serving(web.get("/", self._answer_line)):
            yield
            await self.cut()

    async def cut(self) -> None:
        """Every browser loses its line, as when the signal goes."""
        for line in list(self._lines.values()):
            await line.close()

    async def forget_browsers(self) -> None:
        """The service knows no browser any more, nor what they subscribed to, and gives them new ids when they come."""
        self.subscriptions.clear()
        self._known.clear()
        await self.cut()

    async def hand_over(self, message: Message) -> None:
        """Straight down the line, if there is one; if that is just ending, when the browser is back."""
        if line := self._lines.get(message.to.device):
            with suppress(ConnectionError):
                await line.send_json(_told(message))

    async def _answer_line(self, request: web.Request) -> web.WebSocketResponse:
        line = web.WebSocketResponse(protocols=("push-notification",))
        await line.prepare(request)
        device = ""
        async for frame in line:
            if frame.type is not WSMsgType.TEXT:
                break
            said = json.loads(frame.data)
            match said.get("messageType"):
                case None:  # are you there?
                    await line.send_json({})
                case "hello":
                    device = await self._welcome(line, said.get("uaid"))
                case "register":
                    token = self.add(Subscription(device, said["channelID"], said["key"].rstrip("=")))
                    await _agree(line, said, pushEndpoint=f"{self.origins[0]}{self.path}{token}")
                case "unregister":
                    self.end(device, said["channelID"])
                    await _agree(line, said)
                case "ack":
                    self.forget(device, {update["version"] for update in said["updates"]})
        if self._lines.get(device) is line:
            del self._lines[device]
        return line

    async def _welcome(self, line: web.WebSocketResponse, claimed: str | None) -> str:
        """Says who it is and what is kept for it; a browser that is given another id drops what it subscribed to."""
        device = claimed if claimed in self._known else uuid4().hex
        self._known.add(device)
        welcome = {"messageType": "hello", "uaid": device, "status": 200, "use_webpush": True, "broadcasts": {}}
        await line.send_json(welcome)
        # From here on what comes goes down this line: else what comes while it is told the rest would be left over.
        self._lines[device] = line
        for message in self.waiting(device):
            await line.send_json(_told(message))
        return device


async def _agree(line: web.WebSocketResponse, said: dict[str, Any], **more: str) -> None:
    agreed = {"messageType": said["messageType"], "channelID": said["channelID"], "status": 200}
    await line.send_json(agreed | more)


def _told(message: Message) -> dict[str, Any]:
    return {
        "messageType": "notification",
        "channelID": message.to.name,
        "version": message.id,
        "ttl": message.ttl,
        "data": urlsafe_b64encode(message.body).rstrip(b"=").decode(),
        "headers": {"encoding": message.encoding},
    }
