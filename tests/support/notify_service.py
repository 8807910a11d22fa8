"""GOV.UK Notify on 127.0.0.1, as far as messages go: real HTTP, tokens that are checked, and every answer it can give.

`with NotifyService() as notify:` takes messages; what is put into `notify.answers` comes instead, one for each message.
"""

import json
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

import jwt

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"jointly_live-{SERVICE}-{SECRET}"
SMS_TEMPLATE, EMAIL_TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a", "4ce2d8b8-0a6e-4b2f-9d2e-1d0a3a5f9a77"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in place of the right one. `body` is told as it is when it is text, as JSON otherwise."""

    status: int
    body: Any = ""
    headers: dict[str, str] = field(default_factory=dict)


def error(status: int, kind: str, message: str) -> Answer:
    """A no in the shape that the service has for one."""
    return Answer(status, {"status_code": status, "errors": [{"error": kind, "message": message}]})


Fault = Answer | Callable[["NotifyService", BaseHTTPRequestHandler], None]


def drop(service: "NotifyService", request: BaseHTTPRequestHandler) -> None:
    """Ends the connection without an answer, once the message has come."""
    request.close_connection = True


def hang(service: "NotifyService", request: BaseHTTPRequestHandler) -> None:
    """Says nothing until the service ends."""
    service.hanging.set()
    service.over.wait()
    request.close_connection = True


def drip(service: "NotifyService", request: BaseHTTPRequestHandler) -> None:
    """Answers a letter at a time, for ever."""
    request.wfile.write(b"HTTP/1.1 201 Created\r\ncontent-length: 1000000\r\n\r\n")
    service.hanging.set()
    with suppress(OSError):
        while not service.over.wait(0.01):
            request.wfile.write(b" ")
    request.close_connection = True


@dataclass(eq=False)
class NotifyService(AbstractContextManager):
    """The service, with one account; `taken` has the messages that go out, `asked` the paths that came."""

    answers: list[Fault] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __enter__(self) -> "NotifyService":
        self.over, self.hanging = threading.Event(), threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._http.shutdown()
        self._http.server_close()

    def environment(self, folder: Path, *, sms: bool = True, email: bool = True) -> dict[str, str]:
        """The settings of a service that sends through it; the key lies in `folder`."""
        key = folder / "notify.key"
        key.write_text(f"{KEY}\n")
        key.chmod(0o600)
        return {
            "JOINTLY_NOTIFY_KEY_FILE": str(key),
            "JOINTLY_NOTIFY_API": self.url,
            **({"JOINTLY_NOTIFY_SMS_TEMPLATE": SMS_TEMPLATE} if sms else {}),
            **({"JOINTLY_NOTIFY_EMAIL_TEMPLATE": EMAIL_TEMPLATE} if email else {}),
        }

    def answer_to(self, path: str, token: str, message: dict[str, Any]) -> Answer:
        """What the real one would say."""
        try:
            claims = jwt.decode(
                token.removeprefix("Bearer "), SECRET, algorithms=["HS256"], options={"verify_iat": True}
            )
        except jwt.InvalidTokenError:
            return error(403, "AuthError", "Invalid token: API key not found")
        kind = path.rpartition("/")[2]
        wanted = {"sms": (SMS_TEMPLATE, {"text"}), "email": (EMAIL_TEMPLATE, {"subject", "text"})}.get(kind)
        if claims["iss"] != SERVICE or wanted is None:
            return error(404, "NotFound", "No such service or path")
        if (message["template_id"], message["personalisation"].keys()) != wanted:
            return error(400, "BadRequestError", "Missing personalisation or another template")
        self.taken.append({"kind": kind} | message)
        return Answer(201, {"id": str(uuid4()), "reference": message.get("reference"), "content": {}})


def _handler(service: NotifyService) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            message = json.loads(self.rfile.read(int(self.headers["content-length"])))
            service.asked.append(self.path)
            fault = service.answers.pop(0) if service.answers else None
            if fault is not None and not isinstance(fault, Answer):
                fault(service, self)
                return
            self.say(fault or service.answer_to(self.path, self.headers["authorization"], message))

        def do_GET(self) -> None:
            service.asked.append(self.path)
            self.say(Answer(404))

        def say(self, answer: Answer) -> None:
            body = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler
