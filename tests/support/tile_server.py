"""A source of a map's pictures on 127.0.0.1: plain colours, made here. It keeps what it was asked."""

import struct
import threading
import zlib
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from email.message import Message
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SIZE = 256
COLOURS = ((222, 232, 214), (214, 226, 232), (236, 230, 214), (226, 220, 232))


@cache
def plain(colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour, with a darker edge so that it is seen where one ends."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    edge, inner = bytes(value - 30 for value in colour), bytes(colour)
    rows = [b"\0" + edge * SIZE] + [b"\0" + edge + inner * (SIZE - 1)] * (SIZE - 1)
    head = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    parts = [chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"".join(rows))), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@dataclass
class TileServer(AbstractContextManager):
    """`with TileServer() as tiles:` answers `/ZOOM/COLUMN/ROW.png`; `asked` has every path with its headers."""

    asked: list[tuple[str, Message]] = field(default_factory=list)
    broken: bool = False
    """Whether it answers 503 instead."""

    def __post_init__(self) -> None:
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.origin = f"http://127.0.0.1:{self._http.server_port}"
        self.settings = {
            "JOINTLY_MAP_TILES": self.origin + "/{z}/{x}/{y}.png",
            "JOINTLY_MAP_ATTRIBUTION": "Plain colours & nobody’s streets",
        }

    def __enter__(self) -> "TileServer":
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        tiles = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                tiles.asked.append((self.path, self.headers))
                zoom, column, row = self.path.removesuffix(".png").strip("/").split("/")
                body = b"" if tiles.broken else plain(COLOURS[(int(column) + 2 * int(row) + int(zoom)) % len(COLOURS)])
                self.send_response(503 if tiles.broken else 200)
                self.send_header("content-type", "image/png")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
