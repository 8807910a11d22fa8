"""The map's pictures: the policy lets in the one origin that the operator named, and changes nothing else."""

import pytest

from jointly.kit.map_tiles import MapTiles
from jointly.settings import Settings
from jointly.web import HEADERS
from support.service import running

TILES = MapTiles("https://tiles.example/{z}/{x}/{y}.png", "Somebody's map")
STRICT = HEADERS["content-security-policy"]
SAID = {"address": TILES.address, "attribution": TILES.attribution}


@pytest.mark.parametrize(
    ("tiles", "policy", "said"),
    [(None, STRICT, None), (TILES, STRICT.replace("img-src 'self'", "img-src 'self' https://tiles.example"), SAID)],
    ids=["without a source", "with one"],
)
async def test_pictures_may_come_from_that_origin_and_nothing_else_may(
    service_settings: Settings, tiles: MapTiles | None, policy: str, said: dict[str, str] | None
):
    chosen = service_settings.model_copy(update={"map_tiles": tiles})
    async with running(chosen) as service, service.client() as client:
        for path in ("/", "/near", "/api/service", "/health", "/api/no-such-thing"):
            answer = await client.get(path)
            assert answer.headers.get_list("content-security-policy") == [policy], path
            assert answer.headers["referrer-policy"] == "no-referrer", "the source is not told which page asks"
        assert (await client.get("/api/service")).json()["map"] == said
