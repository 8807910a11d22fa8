"""The smallest site that can be told something: a page, a worker, and what the worker says when somebody pressed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Told</title><h1>Told</h1></html>"""
WORKER = """
const born = crypto.randomUUID();
const say = (said) => fetch("/said", { method: "POST", body: JSON.stringify({ born, ...said }) });
// Firefox hands a push to a worker that has only just become the active one. Until the worker knows that it is, all
// that it wants to show is refused: "No active worker for scope".
const show = async (title, options, tries = 100) => {
  try {
    await self.registration.showNotification(title, options);
  } catch (fault) {
    if (tries === 1) throw fault;
    await new Promise((later) => setTimeout(later, 20));
    await show(title, options, tries - 1);
  }
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("push", (event) => {
  const { title, ...options } = event.data.json().notification;
  event.waitUntil(show(title, options).then(() => say({ shown: title })));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { token, open } = event.notification.data;
  const opening = open ? self.clients.openWindow(open) : null;
  event.waitUntil(Promise.all([opening, say({ token, pressed: event.action })]));
});
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(say({ changed: Boolean(event.oldSubscription) }));
});
"""


class Site:
    """`said` is what its worker told it; `born` in it is another whenever the worker was started anew."""

    def __init__(self) -> None:
        self.url = ""
        self.said: list[dict[str, Any]] = []

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Site"]:
        """At a free port of 127.0.0.1, which browsers trust."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/worker.js", _always(WORKER, "text/javascript")),
                web.get("/{page:.*}", _always(PAGE, "text/html")),
                web.post("/said", self._listen),
            ]
        )
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield self
        finally:
            await runner.cleanup()

    async def _listen(self, request: web.Request) -> web.Response:
        self.said.append(await request.json())
        return web.Response(status=204)


def _always(text: str, content_type: str):
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=text, content_type=content_type)

    return answer
