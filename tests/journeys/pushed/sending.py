"""A sender that is not ours: pywebpush's encryption, a header by py_vapid, and one request."""

import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02, b64urlencode
from pywebpush import WebPusher

from support.push.relay import Relay


class OtherSender:
    """With a key of its own."""

    def __init__(self) -> None:
        self._vapid = Vapid02()
        self._vapid.generate_keys()

    @property
    def key(self) -> str:
        """What browsers subscribe with."""
        return b64urlencode(self._vapid.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    def send(
        self, service: Relay, subscription: Mapping[str, Any], title: str, *, topic: str | None = None, **more: Any
    ) -> int:
        """Tells a browser something; gives the status. The service is on loopback, whatever the endpoint says."""
        address = urlsplit(subscription["endpoint"])
        origin = f"{address.scheme}://{address.netloc}"
        claims = {"aud": origin, "sub": "mailto:office@example.org", "exp": int(time.time()) + 3600}
        headers = self._vapid.sign(claims) | {"TTL": "600", "Urgency": "high", "Content-Encoding": "aes128gcm"}
        said = {"title": title, "data": {}, "actions": [{"action": "done", "title": "Done"}]} | more
        body = WebPusher(subscription).encode(json.dumps({"web_push": 8030, "notification": said}).encode())["body"]
        to = service.instead[origin] + address.path
        return httpx.post(
            to, content=body, headers=headers | ({"Topic": topic} if topic else {}), trust_env=False
        ).status_code
