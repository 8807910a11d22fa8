"""`jointly demo` and `jointly serve`.

What a start loads stays, and to look for rubbish in it is a tenth of a start: serving begins to look, once it is ready.
"""

import argparse
import gc
from typing import TYPE_CHECKING

from jointly.settings import Settings, is_own_machine, read

if TYPE_CHECKING:
    from jointly.people.house import House


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    for name, does, run in (
        ("demo", "try Jointly with invented people, in a folder of its own", demo),
        ("serve", "run a service, set up by JOINTLY_… variables", run_service),
    ):
        verb = verbs.add_parser(name, help=does, description=does)
        verb.add_argument(
            "--port", type=int, help="port to listen on (default JOINTLY_PORT or 8080; 0 takes a free one)"
        )
        verb.add_argument("--host", help="address to listen on (default JOINTLY_HOST or 127.0.0.1)")
        verb.set_defaults(run=run)


def demo(chosen: argparse.Namespace) -> None:
    """Serves the demonstration and prints a sign-in link for each of its people."""
    gc.disable()
    from jointly.content import content_root, load
    from jointly.demo.people import fill_demonstration
    from jointly.serving import serve

    settings = read(demonstration=True, port=chosen.port, host=chosen.host)
    content = load(content_root(settings.content))
    serve(settings, prepare=lambda house: fill_demonstration(house, content), ready=_greet, content=content)


def run_service(chosen: argparse.Namespace) -> None:
    """Serves a real service."""
    gc.disable()
    from jointly.serving import serve

    settings = read(port=chosen.port, host=chosen.host)
    serve(settings, ready=_announce)


async def _greet(house: "House", settings: Settings) -> None:
    from jointly.demo.arrived import SURGERY, refer_link
    from jointly.demo.listings import NEAR
    from jointly.demo.people import demonstration_links

    home = f"http://localhost:{settings.port}"
    print(f"Jointly is ready at {home} (demonstration; data in {settings.data})\n")
    for name, part, link in await demonstration_links(house):
        print(f"  {name}, {part}:\n    {home}{link.removeprefix(house.origin)}\n")
    print(f"  What is on near you, without signing in (postcode {NEAR}):\n    {home}/near\n")
    refer = refer_link(house).removeprefix(house.origin)
    print(f"  How {SURGERY} refers somebody, without signing in:\n    {home}{refer}\n")
    if not is_own_machine(settings.host):
        print("Other machines can only use Jointly over https: put it behind TLS (see the README).\n")
    print("Stop with Ctrl-C.", flush=True)


async def _announce(house: "House", settings: Settings) -> None:
    print(f"Jointly is ready at {settings.origin} (port {settings.port}, {house.db.version})", flush=True)
