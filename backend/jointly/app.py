"""The web application. The list of routers reads as its table of contents."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.resources import files as package_files
from pathlib import Path

from litestar import Litestar, Router, get
from litestar.di import Provide

import jointly.people.api
import jointly.people.nhs_login_api
import jointly.people.sharing_api
import jointly.sync.api
import jointly.sync.opening_api
from jointly import __version__
from jointly.content import Packs, content_root, load, messages
from jointly.house import close_house, open_house
from jointly.kit.files import File, file_of, files_below
from jointly.openapi import openapi_config
from jointly.people import nhs_login
from jointly.people.guards import house_of, open_to_all, same_origin, session_of
from jointly.people.house import House
from jointly.settings import PAPER_LIGHT, Settings
from jointly.sync.api import MAX_BODY
from jointly.sync.words import Words
from jointly.web import file_route, problem, secure


def create_app(settings: Settings, *, house: House | None = None, built: bool = True) -> Litestar:
    """The application for `settings`. Content is read at once; databases open when it starts.

    A `house` that is open already is used, and left open. Without `built` it serves the API alone, for describing
    it before there is an app.
    """
    root = content_root(settings.content)
    content, speak = load(root), messages(root, "en")

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        app.state.words = Words(speak)
        app.state.nhs_login = nhs_login.from_settings(settings)
        app.state.house = house or await open_house(settings)
        try:
            yield
        finally:
            if app.state.house is not house:
                await close_house(app.state.house)

    api = Router(
        path="/api",
        guards=[same_origin],
        route_handlers=[
            jointly.people.api.router,
            jointly.people.nhs_login_api.router,
            jointly.people.sharing_api.router,
            jointly.sync.opening_api.router,
        ],
        dependencies={
            "session": Provide(session_of, sync_to_thread=False),
            "house": Provide(house_of, sync_to_thread=False),
        },
    )
    return Litestar(
        route_handlers=[
            health,
            api,
            jointly.sync.api.sync,
            file_route(served_files(settings, content.packs) if built else {}),
        ],
        lifespan=[lifespan],
        before_send=[secure],
        exception_handlers={Exception: problem(speak)},
        request_max_body_size=MAX_BODY,
        openapi_config=openapi_config(),
        logging_config=None,
    )


@get("/health", guards=[open_to_all], include_in_schema=False)
async def health() -> dict[str, bool | str]:
    """Answers with its version once the service is ready: nothing is listened to before the house is open."""
    return {"ready": True, "version": __version__}


def served_files(settings: Settings, packs: Packs) -> Mapping[str, File]:
    """Everything served from memory: the built app, the content packs, and what the settings colour and name."""
    found = files_below(Path(str(package_files("jointly") / "static")))
    if "/index.html" not in found:
        raise FileNotFoundError("the app has not been built: install with pip, or run the tests once, which build it")
    found["/theme.css"] = file_of(_theme(settings).encode(), "text/css")
    found["/manifest.webmanifest"] = file_of(json.dumps(_web_manifest(settings)).encode(), "application/manifest+json")
    found["/content/manifest.json"] = file_of(json.dumps(packs.manifest).encode(), "application/json")
    for pack in packs.values():
        found[f"/content/{pack.hash}.json"] = file_of(pack.body, "application/json", for_ever=True)
    return found


def _theme(settings: Settings) -> str:
    return (
        f":root{{--brand:{settings.brand};--accent:{settings.accent};--service-name:{json.dumps(settings.name)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{--brand:{settings.brand_dark}}}}}"
    )


def _web_manifest(settings: Settings) -> dict:
    icon = {"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    pngs = [{"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    maskable = {"src": "/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}
    return {
        "id": "/",
        "name": settings.name,
        "short_name": settings.name[:12],
        "lang": "en-GB",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER_LIGHT,
        "theme_color": settings.brand,
        "icons": [icon, *pngs, maskable],
    }
