"""A TCP proxy that is a slow phone's line: round trips of 150 ms, 750 kbit/s up, 1,638 kbit/s down.

Each direction has a byte clock; a chunk of at most 5,840 bytes leaves when the line is free and arrives half a round
trip later. Connecting costs a round trip. No TLS, no slow start, no loss: a real phone is slower.
"""

import asyncio

ROUND_TRIP = 0.150
UP, DOWN = 750_000 / 8, 1_638_000 / 8
"""Bytes a second."""
CHUNK = 5840
QUEUE = 0.25
"""Seconds of waiting bytes beyond which no more are read."""


class SlowLine:
    """Listens on `port` and passes everything on to another port, slowly."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._tasks: set[asyncio.Task] = set()

    async def __aenter__(self) -> "SlowLine":
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=CHUNK)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        await asyncio.sleep(ROUND_TRIP)
        far, far_out = await asyncio.open_connection("127.0.0.1", self._to, limit=CHUNK)
        for source, sink, rate in ((near, far_out, UP), (far, near_out, DOWN)):
            task = asyncio.create_task(_carry(source, sink, rate))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


async def _carry(source: asyncio.StreamReader, sink: asyncio.StreamWriter, rate: float) -> None:
    loop = asyncio.get_running_loop()
    free = 0.0
    while chunk := await source.read(CHUNK):
        free = max(free, loop.time()) + len(chunk) / rate
        loop.call_at(free + ROUND_TRIP / 2, sink.write, chunk)
        await asyncio.sleep(free - loop.time() - QUEUE)
    loop.call_at(free + ROUND_TRIP / 2, sink.close)
