"""What every answer has in common: security headers, errors in plain words, and the app's own files."""

import logging
import traceback
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import HTTPException, NotFoundException
from litestar.types import Message, Scope

from jointly.content import Speak
from jointly.kit.db import DatabaseError, StorageFull
from jointly.kit.errors import Refusal
from jointly.kit.files import File
from jointly.kit.map_tiles import MapTiles
from jointly.people.guards import open_to_all
from jointly.people.house import House
from jointly.people.vault import Gone, Unknown

log = logging.getLogger("jointly")

_UNUSED = (
    *("accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media"),
    *("gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi"),
    *("payment", "serial", "usb", "xr-spatial-tracking"),
)
_USED = ("geolocation", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock")
"""What is on near somebody, passkeys, and a screen that stays on while somebody exercises."""
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        "object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types jointly"
    ),
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join([f"{name}=()" for name in _UNUSED] + [f"{name}=(self)" for name in _USED]),
}
APART = ("/api/", "/open/", "/assets/", "/content/")
"""Below these no address is a page of the app."""


def secure(tiles: MapTiles | None) -> Callable[[Message, Scope], Awaitable[None]]:
    """Makes the hook that adds the security headers to every answer, and keeps all but files out of every cache.

    Pictures may come from the origin of the map's `tiles` too, if the operator named one. An answer that has one of the
    headers already keeps it: what others may frame or read from their own pages.
    """
    ours = HEADERS | {"content-security-policy": policy(tiles)}
    raw = [(name.encode(), value.encode()) for name, value in ours.items()]

    async def hook(message: Message, _scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = list(message.get("headers", ()))
        if not any(name == b"cache-control" for name, _ in headers):
            headers.append((b"cache-control", b"no-store"))
        given = {name for name, _ in headers}
        message["headers"] = headers + [(name, value) for name, value in raw if name not in given]

    return hook


def policy(tiles: MapTiles | None) -> str:
    """The content-security policy of our own pages."""
    strict = HEADERS["content-security-policy"]
    return strict.replace("img-src 'self'", f"img-src 'self' {tiles.origin}") if tiles else strict


class JsonRequest(Request):
    """A request whose body is no JSON at all in more ways than Litestar expects: no UTF-8, or nested without end."""

    async def json(self) -> Any:
        """The body, decoded; a `Refusal` for what cannot be."""
        try:
            return await super().json()
        except (UnicodeDecodeError, RecursionError):
            raise Refusal(400, "bad-request") from None


def problem(speak: Speak):
    """Makes the handler that turns any exception into a short JSON answer in plain words."""

    def answer(status: int, code: str, *, retry_after: int | None = None, **words: str | int) -> Response:
        said = {"status": status, "code": code, "message": speak(f"error-{code}", **words)}
        return Response(said, status_code=status, headers={"retry-after": str(retry_after)} if retry_after else None)

    def handle(request: Request, fault: Exception) -> Response:
        match fault:
            case Refusal():
                return answer(fault.status, fault.code, retry_after=fault.retry_after, **fault.words)
            case Gone():
                return answer(410, "erased")
            case Unknown():
                return answer(404, "no-such-person")
            case StorageFull():
                return answer(507, "no-room", retry_after=60)
            case DatabaseError():
                log.error("the database refused: %s", type(fault).__name__)
                return answer(503, "try-later", retry_after=5)
            case HTTPException() if fault.status_code < 500:
                codes = {404: "not-found", 405: "not-found", 413: "too-big", 415: "wrong-type"}
                return answer(fault.status_code, codes.get(fault.status_code, "bad-request"))
        # The exception's own text may hold what somebody wrote: only its kind and place are logged.
        where = " < ".join(
            f"{frame.filename}:{frame.lineno}" for frame in reversed(traceback.extract_tb(fault.__traceback__))
        )
        log.error(
            "%s %s failed: %s at %s",
            request.method,
            request.scope.get("path_template", "?"),
            type(fault).__name__,
            where,
        )
        return answer(500, "broken")

    return handle


def file_route(files: Mapping[str, File], set_up: Mapping[str, Callable[[House], Awaitable[File]]]):
    """The route of everything outside the API. An unknown page is the app itself, which knows its own screens.

    `set_up` makes the files that follow the service's settings.
    """

    @get(["/", "/{path:path}"], guards=[open_to_all], include_in_schema=False)
    async def app_file(request: Request) -> Response[bytes]:
        path = request.scope["path"]
        if path in set_up:
            found = await set_up[path](request.app.state.house)
        else:
            found = files.get("/index.html" if path == "/" else path)
        if found is None:
            if path.startswith(APART) or path == "/api" or "." in path.rsplit("/", 1)[-1]:
                raise NotFoundException
            found = files["/index.html"]
        headers = {"cache-control": found.cache_control, "etag": found.etag, "vary": "accept-encoding"}
        if request.headers.get("if-none-match") == found.etag:
            return Response(b"", status_code=304, headers=headers)
        if found.packed and "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            return Response(found.packed, media_type=found.media_type, headers=headers)
        return Response(found.plain, media_type=found.media_type, headers=headers)

    return app_file
