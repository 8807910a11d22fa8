"""Keeps the token of a session as the app does: each answer that says who is signed in has it."""

import httpx

HEADER = "X-Jointly-CSRF"


def hold_token(client: httpx.AsyncClient) -> httpx.AsyncClient:
    """A client that sends the token of whoever it signed in as."""

    async def note(response: httpx.Response) -> None:
        if tells_token(response):
            await response.aread()
            take_token(client, response)

    client.event_hooks["response"].append(note)
    return client


def tells_token(response: httpx.Response) -> bool:
    """Whether an answer may say who is signed in."""
    path = response.request.url.path
    return response.status_code == 200 and path.startswith("/api/") and path != "/api/sync"


def take_token(client: httpx.Client | httpx.AsyncClient, response: httpx.Response) -> None:
    """Sends the token that an answer tells, if it does, with everything from now on."""
    told = response.json() if "json" in response.headers.get("content-type", "") else None
    if isinstance(told, dict) and "csrf" in told:
        client.headers[HEADER] = told["csrf"]
