"""The web application. The list of routers reads as its table of contents."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import lru_cache
from importlib.resources import files as package_files
from pathlib import Path

from litestar import Litestar, Router, get
from litestar.datastructures import State
from litestar.di import Provide
from litestar.plugins.pydantic import PydanticPlugin

import jointly.caseload.api
import jointly.listings.finding.api
import jointly.listings.giving_out.api
import jointly.listings.publishing.api
import jointly.listings.whereabouts.api
import jointly.notices.api
import jointly.people.api
import jointly.people.devices_api
import jointly.people.nhs_login_api
import jointly.people.referrers_api
import jointly.people.setup_api
import jointly.people.sharing_api
import jointly.people.signing_in_api
import jointly.people.staff_api
import jointly.prescribing.api
import jointly.prescribing.arriving.api
import jointly.prescribing.groups.api
import jointly.prescribing.messages.api
import jointly.prescribing.own_api
import jointly.reminders.api
import jointly.reminders.calendar_api
import jointly.reminders.metrics_api
import jointly.reminders.stopping_api
import jointly.reports.api
import jointly.reports.looked_for.api
import jointly.sync.api
import jointly.sync.opening_api
import jointly.sync.rights_api
from jointly import __version__
from jointly.content import Content, Packs, content_root, load, messages
from jointly.house import close_house, open_house
from jointly.jobs import jobs_of
from jointly.kit.colours import PAPER_LIGHT
from jointly.kit.files import File, file_of, files_below
from jointly.kit.jobs import scheduled
from jointly.listings.whereabouts.service import known, whereabouts_of
from jointly.openapi import openapi_config
from jointly.people import nhs_login
from jointly.people.guards import house_of, open_to_all, same_origin, session_of
from jointly.people.house import House
from jointly.people.setup import present
from jointly.reminders.dispatching import Dispatcher
from jointly.reminders.outlets import Outlets, outlets_of
from jointly.reminders.running import dispatching
from jointly.settings import Settings
from jointly.sync.api import MAX_BODY
from jointly.sync.words import Words
from jointly.web import JsonRequest, file_route, problem, secure


def create_app(
    settings: Settings, *, house: House | None = None, content: Content | None = None, built: bool = True
) -> Litestar:
    """The application for `settings`. Content is read at once; databases open when it starts, those of the settings
    that its state names by then.

    A `house` that is open already is used, and left open; so is `content` that was read already. Without `built` it
    serves the API alone, for describing it before there is an app.
    """
    root = content_root(settings.content)
    content, speak = content or load(root), messages(root, "en")

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        app.state.words, app.state.speak, app.state.content = Words(speak), speak, content
        app.state.pathways = {slug: pathway.facts for slug, pathway in content.pathways.items()}
        app.state.nhs_login = nhs_login.from_settings(app.state.settings)
        app.state.house = house or await open_house(app.state.settings)
        try:
            async with (
                whereabouts_of(app.state.house, content.outcodes) as app.state.whereabouts,
                scheduled(app.state.house.db, jobs_of(app.state.house)),
                outlets_of(app.state.settings, app.state.house) as outlets,
                _reminding(app, outlets) as app.state.dispatcher,
            ):
                yield
        finally:
            if app.state.house is not house:
                await close_house(app.state.house)

    api = Router(
        path="/api",
        guards=[same_origin],
        route_handlers=[
            jointly.people.api.router,
            jointly.people.devices_api.router,
            jointly.people.signing_in_api.router,
            jointly.people.nhs_login_api.router,
            jointly.people.setup_api.router,
            jointly.people.sharing_api.router,
            jointly.people.staff_api.router,
            jointly.people.referrers_api.router,
            jointly.caseload.api.router,
            jointly.prescribing.api.router,
            jointly.prescribing.groups.api.router,
            jointly.prescribing.messages.api.router,
            jointly.prescribing.arriving.api.router,
            jointly.prescribing.own_api.router,
            jointly.notices.api.router,
            jointly.reminders.api.router,
            jointly.listings.finding.api.router,
            jointly.listings.publishing.api.router,
            jointly.listings.whereabouts.api.router,
            jointly.reports.api.router,
            jointly.reports.looked_for.api.router,
            jointly.sync.opening_api.router,
            jointly.sync.rights_api.router,
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
            *jointly.listings.giving_out.api.routers,
            jointly.reminders.calendar_api.router,
            jointly.reminders.stopping_api.router,
            jointly.reminders.metrics_api.metrics,
            file_route(served_files(content.packs) if built else {}, SET_UP),
        ],
        lifespan=[lifespan],
        state=State({"whole_postcodes": known, "settings": settings}),
        before_send=[secure(settings.map_tiles)],
        request_class=JsonRequest,
        # Each model says itself how strict it is: what the plugin says otherwise makes `Field(strict=True)` void.
        plugins=[PydanticPlugin(validate_strict=None)],
        exception_handlers={Exception: problem(speak)},
        request_max_body_size=MAX_BODY,
        openapi_config=openapi_config(),
        logging_config=None,
    )


def _reminding(app: Litestar, outlets: Outlets) -> AbstractAsyncContextManager[Dispatcher | None]:
    """The dispatcher of this process, unless others do its work."""
    state = app.state
    return dispatching(state.house, state.pathways, state.speak, outlets) if state.settings.reminds else nullcontext()


@get("/health", guards=[open_to_all], include_in_schema=False)
async def health() -> dict[str, bool | str]:
    """Answers with its version once the service is ready: nothing is listened to before the house is open."""
    return {"ready": True, "version": __version__}


def served_files(packs: Packs) -> Mapping[str, File]:
    """What is served from memory and stays the same while the process runs: the built app and the content packs."""
    found = files_below(Path(str(package_files("jointly") / "static")))
    if "/index.html" not in found:
        raise FileNotFoundError("the app has not been built: install with pip, or run the tests once, which build it")
    found["/content/manifest.json"] = file_of(json.dumps(packs.manifest).encode(), "application/json")
    for pack in packs.values():
        found[f"/content/{pack.hash}.json"] = file_of(pack.body, "application/json", for_ever=True)
    return found


async def theme(house: House) -> File:
    """`theme.css`: the service's colours and name, as they are set now."""
    setup = await present(house)
    return _theme(setup.name, setup.brand, setup.brand_dark, setup.accent)


async def web_manifest(house: House) -> File:
    """`manifest.webmanifest`: how the app is called and looks when it is installed."""
    setup = await present(house)
    return _web_manifest(setup.name, setup.brand)


SET_UP = {"/theme.css": theme, "/manifest.webmanifest": web_manifest}
"""Files that follow the settings of the service without a restart."""


@lru_cache(maxsize=8)
def _theme(name: str, brand: str, brand_dark: str, accent: str) -> File:
    said = json.dumps(name, ensure_ascii=False)
    words = (
        f":root{{--brand:{brand};--accent:{accent};--service-name:{said}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{--brand:{brand_dark}}}}}"
    )
    return file_of(words.encode(), "text/css")


@lru_cache(maxsize=8)
def _web_manifest(name: str, brand: str) -> File:
    icon = {"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    pngs = [{"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    maskable = {"src": "/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}
    said = {
        "id": "/",
        "name": name,
        "short_name": name[:12],
        "lang": "en-GB",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER_LIGHT,
        "theme_color": brand,
        "icons": [icon, *pngs, maskable],
    }
    return file_of(json.dumps(said).encode(), "application/manifest+json")
