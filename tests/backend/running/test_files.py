"""The app, its files and the content packs, as a browser and a service worker meet them."""

import gzip
import json
import re

import httpx
import pytest

from support.service import Service

FOR_EVER = "public, max-age=31536000, immutable"
pytestmark = pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)


@pytest.fixture
async def client(service: Service):
    """A browser without a session."""
    async with service.client() as made:
        yield made


async def test_an_unknown_page_is_the_app_itself(client: httpx.AsyncClient):
    home = await client.get("/")
    assert home.headers["content-type"].startswith("text/html")
    for path in ("/join", "/pain/new", "/exercise/bridge", "/a/b/c/", "/apiary"):
        page = await client.get(path)
        assert (page.status_code, page.content) == (200, home.content), path


async def test_an_unknown_address_of_the_api_or_a_file_is_a_problem_in_json(client: httpx.AsyncClient):
    for path in ("/api", "/api/", "/api/nothing", "/api/me/x", "/assets/x.js", "/content/x.json", "/x.png", "/../x.py"):
        answer = await client.get(path)
        assert answer.status_code == 404, path
        assert answer.json() == {"status": 404, "code": "not-found", "message": "There is nothing at this address."}


async def test_files_with_a_hash_in_their_name_are_kept_for_ever(client: httpx.AsyncClient):
    assets = re.findall(r'"(/assets/[^"]+)"', (await client.get("/")).text)
    assert assets
    packs = (await client.get("/content/manifest.json")).json()["packs"]
    assert packs
    for path in [*assets, *(f"/content/{hash}.json" for hash in packs.values())]:
        assert (await client.get(path)).headers["cache-control"] == FOR_EVER, path


async def test_everything_else_is_asked_about_each_time_and_not_sent_twice(client: httpx.AsyncClient):
    for path in ("/", "/theme.css", "/sw.js", "/content/manifest.json", "/manifest.webmanifest", "/pain/new"):
        first = await client.get(path)
        assert first.headers["cache-control"] == "no-cache", path
        again = await client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b""), path
        other = await client.get(path, headers={"If-None-Match": '"another"'})
        assert other.status_code == 200, path


async def test_packs_are_what_the_manifest_says(client: httpx.AsyncClient):
    packs = (await client.get("/content/manifest.json")).json()["packs"]
    assert {"programme-knee-hip", "lists"} <= packs.keys()
    assert (await client.get(f"/content/{packs['programme-knee-hip']}.json")).json()["slug"] == "knee-hip"


async def test_files_are_packed_for_who_takes_gzip_and_plain_for_others(service: Service):
    async with service.client() as client:
        hash = (await client.get("/content/manifest.json")).json()["packs"]["programme-knee-hip"]
        request = client.build_request("GET", f"/content/{hash}.json", headers={"Accept-Encoding": "gzip"})
        answer = await client.send(request, stream=True)
        packed = b"".join([part async for part in answer.aiter_raw()])
        assert answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) == len(packed)
        plain = await client.get(f"/content/{hash}.json", headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers
        assert gzip.decompress(packed) == plain.content
        assert plain.headers["vary"] == "accept-encoding"


async def test_health_says_ready_and_the_version(client: httpx.AsyncClient):
    assert set((await client.get("/health")).json()) == {"ready", "version"}


async def test_the_web_manifest_and_the_theme_take_the_services_colours(service: Service, client: httpx.AsyncClient):
    theme = (await client.get("/theme.css")).text
    assert f"--brand:{service.settings.brand}" in theme
    manifest = json.loads((await client.get("/manifest.webmanifest")).text)
    assert (manifest["name"], manifest["theme_color"]) == (service.settings.name, service.settings.brand)
    for icon in manifest["icons"]:
        assert (await client.get(icon["src"])).headers["content-type"] == icon["type"]
