"""postcodes.io on loopback, as its own description says (OpenAPI 3.5.1): what it knows, and what it was asked."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

NAMES = [
    "nhs_ha",
    "admin_county",
    "admin_district",
    "admin_ward",
    "parliamentary_constituency",
    "european_electoral_region",
    "region",
    "parish",
    "primary_care_trust",
    "lsoa",
    "msoa",
    "ced",
    "ccg",
    "nuts",
]


def postcode(code: str, lat: float | None, lon: float | None) -> dict:
    """The answer for a postcode that is in use."""
    outcode, incode = code.split()
    result = {"postcode": code, "outcode": outcode, "incode": incode, "quality": 9 if lat is None else 1}
    grid = {"eastings": None, "northings": None, "country": "England", "latitude": lat, "longitude": lon}
    return {"status": 200, "result": result | grid | dict.fromkeys(NAMES) | {"codes": {}}}


def ended(code: str, lat: float, lon: float) -> dict:
    """The answer for one that is not."""
    said = {"postcode": code, "year_terminated": 2010, "month_terminated": 6, "latitude": lat, "longitude": lon}
    return {"status": 200, "result": [said]}


KNOWN = {
    "/postcodes/LS299ZZ": postcode("LS29 9ZZ", 53.93012, -1.83456),
    "/postcodes/IM11AA": postcode("IM1 1AA", None, None),
    "/terminated_postcodes/LS11AA": ended("LS1 1AA", 53.79012, -1.54012),
}


class StandIn:
    """What it was asked, and how it behaves: as it should, broken, or slow."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.behaves = "well"


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """One that runs for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answers as postcodes.io does."""
            it.asked.append(self.path)
            it.agents.add(self.headers["User-Agent"])
            if it.behaves == "slow":
                time.sleep(0.5)
            said = KNOWN.get(self.path)
            status = 500 if it.behaves == "broken" else 200 if said else 404
            body = json.dumps(said or {"status": status, "error": "Postcode not found"}).encode()
            if it.behaves == "mad":
                status, body = 200, b'{"result": {"latitude": "north", "longitude": [1]}}'
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    it = StandIn(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield it
    finally:
        server.shutdown()
        server.server_close()
