"""The address in each e-mail that ends them, for whoever holds it and for the programs that read mail."""

import re

from litestar import Request, Response, Router, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from jointly.kit.errors import Refusal
from jointly.people.guards import open_to_all
from jointly.reminders import stopping

_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")


@get("/{token:str}", guards=[open_to_all], include_in_schema=False)
async def ask_to_stop(token: FromPath[str]) -> Response:
    """Asks first: programs that look at each link of a letter must not end anything. Raises a 404 `Refusal` for what
    cannot be a token."""
    if not _TOKEN.fullmatch(token):
        raise Refusal(404, "no-such-link")
    return Redirect(f"/stop-emails#{token}", status_code=303)


@post("/{token:str}", guards=[open_to_all], include_in_schema=False, status_code=204)
async def stop(request: Request, token: FromPath[str]) -> None:
    """Ends them, with no question (RFC 8058): what is posted says nothing that the address does not."""
    await stopping.stop(request.app.state.house, token=token)


router = Router(path="/open/reminders/stop", route_handlers=[ask_to_stop, stop])
