"""The route table, as tests walk it: what is added to the service is in it without anybody saying so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Litestar
from litestar.routes import ASGIRoute, HTTPRoute

SYNC = "POST /api/sync"
"""The one route that is plain ASGI."""
NOBODY = UUID("00000000-0000-4000-8000-000000000000")
"""An id that nothing has."""


@dataclass(frozen=True)
class Route:
    """One method of one address. `guards` are the names of its guards, `ids` those of its path's parameters."""

    method: str
    path: str
    operation: str
    guards: tuple[str, ...]
    ids: dict[str, type]

    @property
    def name(self) -> str:
        """Such as `PUT /api/shares/{id}`."""
        return f"{self.method} {self.path}"

    @property
    def changes(self) -> bool:
        """Whether it may change something."""
        return self.method not in ("GET", "HEAD")

    def at(self, **ids: Any) -> str:
        """Its address with these in the place of its parameters, and nobody's id where none is given."""
        return self.path.format(**{name: ids.get(name, NOBODY) for name in self.ids})


def api_routes(app: Litestar) -> Iterator[Route]:
    """Every route below /api but the description of it. OPTIONS is Litestar's own and tells only the methods."""
    for route in app.routes:
        if not route.path.startswith("/api/") or route.path.startswith("/api/schema"):
            continue
        if isinstance(route, ASGIRoute):
            yield Route("POST", route.path, route.route_handler.fn.__name__, (), {})
            continue
        assert isinstance(route, HTTPRoute), f"{route.path} is not plain HTTP"
        ids = {name: parameter.type for name, parameter in route.path_parameters.items()}
        for handler in route.route_handlers:
            guards = tuple(guard.__name__ for guard in handler.guards or ())
            for method in sorted(handler.http_methods - {"OPTIONS"}):
                yield Route(method, route.path_format, handler.fn.__name__, guards, ids)
