"""The cookies of signing in: bound to this host, over TLS only, out of reach of scripts."""

from collections.abc import Mapping
from typing import Literal

from litestar.datastructures import Cookie

from jointly.people import ceremonies

COOKIE = "__Host-jointly"
"""Of a session."""


def session_cookie(token: str, seconds: int) -> Cookie:
    """The cookie of a session; 0 seconds end it."""
    return _cookie(COOKIE, token, seconds, "strict")


def ceremony_cookie(token: str, *, same_site: Literal["lax", "strict"] = "strict") -> Cookie:
    """The cookie of a sign-in that has begun. `lax` is for one that comes back from another site."""
    return _cookie(ceremonies.COOKIE, token, int(ceremonies.LIFE.total_seconds()), same_site)


def ceremony_over() -> Cookie:
    """Ends the cookie of a sign-in that was finished."""
    return _cookie(ceremonies.COOKIE, "", 0, "strict")


def read_cookie(headers: Mapping[str, str], wanted: str) -> str:
    """The value of a cookie that came with a request; empty without one."""
    for cookie in headers.get("cookie", "").split(";"):
        name, _, value = cookie.strip().partition("=")
        if name == wanted:
            return value
    return ""


def _cookie(name: str, value: str, seconds: int, same_site: Literal["lax", "strict"]) -> Cookie:
    return Cookie(key=name, value=value, max_age=seconds, path="/", secure=True, httponly=True, samesite=same_site)
