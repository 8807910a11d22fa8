"""The service's own settings: read by every process every few seconds, changed by its managers."""

import json
import time
from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.colours import PAPER_DARK, PAPER_LIGHT, TEXT_CONTRAST, contrast
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.house import House
from jointly.people.setup_schemas import Setup
from jointly.people.vault import Session

CACHED_SECONDS = 3.0


async def present(house: House) -> Setup:
    """The settings as they are now, or were 3 seconds ago."""
    noted = house.noted
    if noted.setup is None or noted.until < time.monotonic():
        row = await house.db.read(
            _settings, house.service, group=house.service, purpose="read the settings", inline=True
        )
        noted.setup = over(house.defaults, json.loads(row))
        noted.until = time.monotonic() + CACHED_SECONDS
    return noted.setup


async def put(house: House, *, session: Session, setup: Setup) -> Setup:
    """Sets the service up; a `Refusal` when a colour is too faint to read. What the environment says too is not kept,
    so that it goes on following the environment."""
    for colour, paper in ((setup.brand, PAPER_LIGHT), (setup.brand_dark, PAPER_DARK)):
        if contrast(colour, paper) < TEXT_CONTRAST:
            raise Refusal(400, "too-faint", colour=colour)
    said, before = setup.model_dump(), house.defaults.model_dump()
    kept = {name: value for name, value in said.items() if value != before[name]}
    was = (await present(house)).model_dump()
    changed = [name for name, value in said.items() if value != was[name]]
    event = audit.did(
        session, "set-up", chain=house.service, what=changed, count=len(changed), purpose="set the service up"
    )
    who = {"actor": session.person, "group": house.service, "purpose": "set the service up"}
    await house.db.run(_keep, house.service, json.dumps(kept), house.audit_key, clock.now(), event, **who)
    house.noted.setup = None
    return await present(house)


def over(defaults: Setup, kept: dict) -> Setup:
    """`defaults` with what was kept over them, part by part: an older document lacks what came since."""
    document = defaults.model_dump()
    for name, value in kept.items():
        if name in document:
            inner = document[name]
            document[name] = inner | value if isinstance(inner, dict) else value
    return Setup.model_validate(document)


def _settings(service: UUID):
    [(settings,)] = yield Query("select settings from service where id = ?", (service,))
    return settings


def _keep(service: UUID, settings: str, audit_key: bytes, at: datetime, event: audit.Event):
    yield Query("update service set settings = ? where id = ?", (settings, service))
    yield from audit.note(audit_key, at, [event])
