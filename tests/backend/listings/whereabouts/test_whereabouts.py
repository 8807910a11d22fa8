"""Where a postcode is, on either database: by the operator's table, by postcodes.io if they said so, by its outcode."""

import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from backend.listings.publishing.test_publishing import publish, publishing
from backend.listings.whereabouts.made_up import ONSPD, onspd_row, write_csv
from backend.listings.whereabouts.stand_in import KNOWN, StandIn, stand_in
from jointly.kit import clock
from jointly.listings.whereabouts import operating, units
from jointly.listings.whereabouts import service as whereabouts
from jointly.listings.whereabouts.importing import packed
from jointly.settings import Settings
from support.fixtures import fixture_json, needs_fixtures
from support.service import Service, running

OWN = [onspd_row("LS29 9AA", 53.92512, -1.82234), onspd_row("LS1 1UR", 53.79891, -1.54812)]
BY_TABLE = {"lat": 53.93, "lon": -1.82, "by": "postcode"}
BY_OUTCODE = {"lat": 53.92, "lon": -1.8, "by": "outcode"}


@pytest.fixture
def outside() -> Iterator[StandIn]:
    """postcodes.io, as far as this test knows."""
    with stand_in() as found:
        yield found


async def take(service: Service, folder: Path, rows: list[str]) -> dict:
    made = packed(write_csv(folder / "onspd.csv", rows, ONSPD))
    path = folder / "handed-over"
    path.write_bytes(msgspec.msgpack.encode(made))
    return await operating.postcodes_take(service.house, path=str(path))


async def place(service: Service, postcode: str) -> tuple[int, dict]:
    async with service.client() as nobody:
        answer = await nobody.post("/api/listings/place", json={"postcode": postcode})
    return answer.status_code, answer.json()


async def told(service: Service) -> str:
    async with service.client() as nobody:
        return (await nobody.get("/api/service")).json()["whole_postcodes"]


async def test_without_a_table_and_without_the_setting_it_is_the_outcode_and_nothing_goes_out(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    assert await told(service) == "phone"
    assert service.app.state.whereabouts.online is None, "there is not even a client that could ask"
    monkeypatch.setattr("jointly.kit.fetching.Fetcher.get", None)
    assert await place(service, "ls29 9aa") == (200, BY_OUTCODE)
    status, body = await place(service, "ZZ1 1AA")
    assert (status, body["code"]) == (404, "no-such-postcode")
    for wrong in ("", "LS29", "LS29 9AA'; --", "x" * 200, "LS29 9AAA"):
        assert (await place(service, wrong))[0] == 400, wrong


async def test_the_operators_table_is_taken_replaced_and_taken_away(service: Service, tmp_path: Path, caplog):
    assert (await operating.postcodes_status(service.house))["told"] is None
    caplog.set_level(logging.DEBUG, logger="jointly")
    done = await take(service, tmp_path, OWN)
    assert (done["told"]["kept"], done["told"]["rows"], done["bytes"]) == (2, 2, 16)
    assert await told(service) == "here"
    assert await place(service, "LS299AA") == (200, BY_TABLE)
    assert await place(service, "LS29 9AB") == (200, BY_OUTCODE)
    assert "LS29" not in caplog.text, "nothing of it is logged"
    # a second import stands in the place of the first, and one that fails changes nothing
    await take(service, tmp_path, [onspd_row("LS29 9AB", 53.99, -1.99)])
    assert await place(service, "LS29 9AB") == (200, {"lat": 53.99, "lon": -1.99, "by": "postcode"})
    assert await place(service, "LS29 9AA") == (200, BY_OUTCODE)
    (tmp_path / "torn").write_bytes((tmp_path / "handed-over").read_bytes()[:-3])
    with pytest.raises(ValueError, match="was not written by jointly postcodes import"):
        await operating.postcodes_take(service.house, path=str(tmp_path / "torn"))
    assert (await operating.postcodes_status(service.house))["told"]["kept"] == 1
    assert await operating.postcodes_remove(service.house) == {"removed": True}
    assert await operating.postcodes_remove(service.house) == {"removed": False}
    assert (await told(service), await place(service, "LS29 9AB")) == ("phone", (200, BY_OUTCODE))


async def test_an_import_that_fails_in_the_database_leaves_the_one_before(service: Service, tmp_path: Path):
    await take(service, tmp_path, OWN)
    made = packed(tmp_path / "onspd.csv")
    made.outcodes["TOO-LONG"] = None
    (tmp_path / "bad").write_bytes(msgspec.msgpack.encode(made))
    with pytest.raises(ValueError, match="was not written"):
        await operating.postcodes_take(service.house, path=str(tmp_path / "bad"))
    rows = {"LS1": b"12345678", "LS2": None}
    with pytest.raises(Exception, match=r"(?i)null|constraint"):
        await service.house.db.run(units.take, "{}", rows, clock.now(), purpose="test")
    assert await place(service, "LS29 9AA") == (200, BY_TABLE)


async def test_postcodes_io_is_asked_for_what_the_table_has_not_once_and_without_saying_who_asks(
    service_settings: Settings, built_pwa: Path, tmp_path: Path, outside: StandIn
):
    chosen = service_settings.model_copy(update={"postcodes_io": outside.url})
    async with running(chosen) as service:
        assert await told(service) == "elsewhere"
        await take(service, tmp_path, OWN)
        assert await place(service, "LS29 9AA") == (200, BY_TABLE)
        assert outside.asked == []
        for _ in range(3):
            assert await place(service, "ls29 9zz") == (200, {"lat": 53.93, "lon": -1.83, "by": "postcode"})
        assert outside.asked == ["/postcodes/LS299ZZ"]
        # one that has ended is known too; one without a place, and one that nobody knows, are by their outcode
        assert (await place(service, "LS1 1AA"))[1] == {"lat": 53.79, "lon": -1.54, "by": "postcode"}
        assert (await place(service, "IM1 1AA"))[1]["by"] == "outcode"
        assert (await place(service, "LS29 8ZZ"))[1] == BY_OUTCODE
        assert outside.asked[1:] == [
            "/postcodes/LS11AA",
            "/terminated_postcodes/LS11AA",
            "/postcodes/IM11AA",
            "/postcodes/LS298ZZ",
            "/terminated_postcodes/LS298ZZ",
        ]
        [agent] = outside.agents
        assert agent.startswith("Jointly/") and "LS" not in agent


@pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)
@pytest.mark.parametrize("behaves", ["broken", "mad", "slow", "gone"])
async def test_when_postcodes_io_does_not_answer_it_is_the_outcode_and_it_is_left_alone_for_a_while(
    service_settings: Settings, built_pwa: Path, outside: StandIn, behaves: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(whereabouts, "LIMITS", whereabouts.LIMITS._replace(read=0.2, whole=0.3))
    url = "http://127.0.0.1:1" if behaves == "gone" else outside.url
    outside.behaves = behaves
    async with running(service_settings.model_copy(update={"postcodes_io": url})) as service:
        for _ in range(3):
            assert await place(service, "LS29 9ZZ") == (200, BY_OUTCODE)
        assert len(outside.asked) == (0 if behaves == "gone" else 1)


async def test_what_is_published_is_put_where_its_whole_postcode_is(service: Service, tmp_path: Path):
    async with publishing(service) as hands:
        assert (await card_of(service, await publish(hands)))["located"] == "outcode"
        await take(service, tmp_path, OWN)
        spot = await card_of(service, await publish(hands))
        assert (spot["lat"], spot["lon"], spot["located"]) == (53.79891, -1.54812, "postcode")


@needs_fixtures("that the stand-in for postcodes.io answers as its description says")
def test_the_stand_in_answers_as_the_description_says():
    description = fixture_json("geo/postcodes-io-openapi-3.5.1.json")
    for path, said in KNOWN.items():
        name = "PostcodeResponse" if path.startswith("/postcodes") else "TerminatedPostcodeResponse"
        schema = nullable(description) | {"$ref": f"#/components/schemas/{name}"}
        assert [fault.message for fault in Draft202012Validator(schema).iter_errors(said)] == [], path


def nullable(part):
    """The description as JSON Schema, where null is a type of its own."""
    if isinstance(part, list):
        return [nullable(each) for each in part]
    if not isinstance(part, dict):
        return part
    read = {key: nullable(value) for key, value in part.items()}
    if read.get("nullable") is True and isinstance(read.get("type"), str):
        read["type"] = [read["type"], "null"]
    return read


async def card_of(service: Service, mine: dict) -> dict:
    async with service.client() as nobody:
        return (await nobody.get(f"/api/listings/{mine['id']}")).json()["card"]["place"]
