"""A person's rights over their own data: to have it, and to have it deleted."""

import asyncio

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.people.guards import proved, signed_in
from jointly.people.house import House
from jointly.people.rules import STAFF
from jointly.people.vault import Session
from jointly.record import lives
from jointly.sync import exporting
from jointly.sync.rights_schemas import Deleted, Kept, Sure
from jointly.sync.spreadsheet import spreadsheet


@get("/me/export", guards=[signed_in, proved], media_type="application/json")
async def export_everything(
    request: Request, session: NamedDependency[Session], house: NamedDependency[House]
) -> Response[bytes]:
    """All that is held of me: who I am, shares, sessions, who looked, my support, and every entry with its versions."""
    left_out = request.app.state.speak("export-left-out")
    return _file(await exporting.everything(house, session=session, left_out=left_out), "json", "application/json")


@get("/me/export.csv", guards=[signed_in, proved], media_type="text/csv")
async def export_spreadsheet(
    request: Request, session: NamedDependency[Session], house: NamedDependency[House]
) -> Response[bytes]:
    """My entries as they stand, one a row, for a spreadsheet."""
    held = await exporting.record_of(house, session=session, what="csv")
    state = request.app.state
    text = await asyncio.to_thread(spreadsheet, held, state.content, state.speak)
    return _file(text.encode(), "csv", "text/csv; charset=utf-8")


@post("/me/delete", guards=[signed_in, proved], status_code=200)
async def delete_me(
    request: Request, data: JSONBody[Sure], session: NamedDependency[Session], house: NamedDependency[House]
) -> Deleted:
    """Deletes my account for good: the key first, then every entry. Every device of mine clears itself afterwards."""
    if session.role in STAFF:
        raise Refusal(403, "not-allowed")  # a manager ends it, and it stays to be seen who did what
    await lives.erase(house, person=session.person, session=session)
    speak = request.app.state.speak
    kept = ("audit", "id", "devices", "keys")
    return Deleted(kept=[Kept(what=speak(f"kept-{one}-what"), why=speak(f"kept-{one}-why")) for one in kept])


def _file(body: bytes, ending: str, media_type: str) -> Response[bytes]:
    name = f"jointly-{clock.now():%Y-%m-%d}.{ending}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=headers)


router = Router(path="/", route_handlers=[export_everything, export_spreadsheet, delete_me], tags=["me"])
