"""An organisation that publishes, the service that looks at it first, and phones that look what is on."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.publishing_views import HOME, NAME, fill_in
from journeys.steps.moving import sees
from journeys.steps.working import at_work, make_passkey, with_passkeys
from support.devices import Devices


class Team:
    """Ade, who runs a group; Priya, who leads the service; and whoever looks what is on."""

    def __init__(
        self, clinic: Clinic, devices: Devices, *, name: str = "Hands of Thornbeck", then: datetime | None = None
    ) -> None:
        self.clinic, self.devices, self.name, self.then = clinic, devices, name, then
        self.priya = at_work(self._dated(devices.desktop(base_url=clinic.url)), clinic, "Priya", "Your service")
        self.ade = self._dated(devices.phone(base_url=clinic.url))
        made = clinic.lead_makes("organisations", name=name)
        code = clinic.lead_makes("staff", called="Ade", role="publisher", organisation=made["id"])
        with_passkeys(self.ade)
        make_passkey(self.ade, code["link"])
        sees(self.ade, HOME)

    def someone(self) -> Page:
        """A phone that looks under what is on near LS29."""
        phone = self._dated(self.devices.phone(base_url=self.clinic.url))
        phone.goto("/near")
        phone.get_by_label("Your postcode").fill("LS29")
        phone.get_by_role("button", name="Show what’s on").click()
        expect(phone.locator(".rows .row").first).to_be_visible()
        return phone

    def _dated(self, page: Page) -> Page:
        if self.then:
            page.clock.install(time=self.then)
        return page

    def approve(self) -> None:
        self.priya.goto("/service/publishers")
        self.priya.get_by_role("button", name=f"Show what {self.name} runs").click()
        expect(self.priya.get_by_text(f"People now find what {self.name} runs.").first).to_be_visible()

    def publish(self, first: str) -> None:
        self.ade.get_by_role("link", name="Add something you run").click()
        fill_in(self.ade, first)
        self.ade.get_by_role("button", name="Publish it").click()
        sees(self.ade, NAME)


@contextmanager
def another_website(piece: str) -> Iterator[str]:
    """The address of somebody's own website, on which they put this piece of a page."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><html lang=en><title>Ours</title>{piece}".encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
