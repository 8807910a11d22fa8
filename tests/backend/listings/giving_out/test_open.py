"""Everything below /open, as anybody's machine asks for it: without cookies, kept for as long as it may be."""

from datetime import UTC, datetime
from xml.dom.minidom import parseString

import icalendar
import pytest
import recurring_ical_events

from backend.listings.giving_out.test_feeds import TAI_CHI, Clock, change
from backend.listings.publishing.test_publishing import GROUP, NOW, publish, publishing
from jointly.kit import clock
from jointly.web import HEADERS
from support.service import ORIGIN, Service


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


async def test_everything_that_is_published_goes_out_in_every_format(service: Service, time: Clock):
    async with publishing(service) as hands, service.client() as nobody:
        id = (await publish(hands))["id"]
        time.on(minutes=5)
        class_ = (await publish(hands, **TAI_CHI))["id"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled", words="The hall is shut")

        listed = (await nobody.get("/open/oruk/services")).json()
        assert (listed["total_items"], {one["id"] for one in listed["contents"]}) == (2, {id, class_})
        second = (await nobody.get("/open/oruk/services?per_page=1&page=2")).json()
        assert (second["page_number"], second["total_pages"], second["last_page"]) == (2, 2, True)
        found = (await nobody.get("/open/oruk/services?search=tai%20chi&day=TU")).json()
        assert [one["id"] for one in found["contents"]] == [class_]
        whole = (await nobody.get(f"/open/oruk/services/{id}")).json()
        assert (whole["fees"], whole["schedules"][0]["interval"]) == ("Free", 2)
        at = (await nobody.get("/open/oruk/service_at_locations?postcode=LS1%201UR&proximity=20000")).json()
        assert at["total_items"] == 2
        one = (await nobody.get(f"/open/oruk/service_at_locations/{at['contents'][0]['id']}")).json()
        assert one == at["contents"][0]
        far = (await nobody.get("/open/oruk/service_at_locations?postcode=TR1%201AA&proximity=20000")).json()
        assert far["empty"]
        terms = (await nobody.get("/open/oruk/taxonomy_terms")).json()["contents"]
        hands_term = next(term for term in terms if term["term_uri"] == "urn:jointly:condition:hands")
        assert (await nobody.get(f"/open/oruk/taxonomy_terms/{hands_term['id']}")).json() == hands_term
        lists = (await nobody.get("/open/oruk/taxonomies")).json()["contents"]
        assert (await nobody.get(f"/open/oruk/taxonomies/{lists[0]['id']}")).json() == lists[0]
        details = (await nobody.get("/open/oruk/")).json()
        assert details["version"] == "HSDS-UK-3.0"
        paths = (await nobody.get(details["openapi_url"])).json()["paths"]
        assert "/services/{id}" in paths

        own = icalendar.Calendar.from_ical((await nobody.get(f"/open/ical/{id}.ics")).content)
        assert [event["STATUS"] for event in own.walk("VEVENT")] == ["CONFIRMED", "CANCELLED"]
        all_ = icalendar.Calendar.from_ical(
            (await nobody.get(f"/open/ical/organisation/{hands.organisation}.ics")).content
        )
        assert len(all_.walk("VEVENT")) == 3

        news = parseString((await nobody.get("/open/rss")).content)
        titles = [item.getElementsByTagName("title")[0].firstChild.data for item in news.getElementsByTagName("item")]
        assert sorted(titles) == sorted([GROUP["name"], "Tai chi"])

        page = (await nobody.get(f"/open/list/{hands.organisation}")).text
        assert "What Hands of Leeds runs" in page
        assert "Tuesday 13 October, 10:30 to 12:00" in page
        assert "Cancelled: Tuesday 27 October, 10:30 to 12:00." in page
        assert "The hall is shut" in page

        site = (await nobody.get("/open/openactive")).text
        assert f'"contentUrl":"{ORIGIN}/open/openactive/session-series"' in site
        catalogue = (await nobody.get("/open/openactive/catalogue")).json()
        assert catalogue["dataset"] == [f"{ORIGIN}/open/openactive"]


async def test_a_change_of_one_date_is_told_to_calendars(service: Service, time: Clock):
    async with publishing(service) as hands, service.client() as nobody:
        id = (await publish(hands))["id"]

        async def sequence() -> int:
            made = await nobody.get(f"/open/ical/{id}.ics")
            return icalendar.Calendar.from_ical(made.content).walk("VEVENT")[0]["SEQUENCE"]

        before = await sequence()
        time.on(minutes=1)
        assert (await hands.client.put(f"/api/publishing/listings/{id}/correct", json={})).status_code == 200
        assert await sequence() == before, "still correct is no change"
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled")
        cancelled = await sequence()
        time.on(minutes=1)
        await change(hands, id, "2026-10-27T10:30:00Z", change=None)
        assert before < cancelled < await sequence()


async def test_the_phone_and_the_calendar_show_the_same_dates_through_the_october_clock_change(service: Service):
    async with publishing(service) as hands, service.client() as nobody:
        id = (await publish(hands))["id"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled")
        card = (await nobody.get(f"/api/listings/{id}")).json()["card"]
        made = await nobody.get(f"/open/ical/{id}.ics")
        found = recurring_ical_events.of(icalendar.Calendar.from_ical(made.content)).between(NOW, (2026, 12, 1))
        theirs = [each["DTSTART"].dt.astimezone(UTC) for each in found if each["STATUS"] != "CANCELLED"]
        shown = [datetime.fromisoformat(when["start"]) for when in card["dates"] if when.get("status") != "cancelled"]
        assert sorted(theirs) == shown[: len(theirs)]
        assert [f"{start:%d %b %H:%M}" for start in sorted(theirs)] == ["13 Oct 09:30", "10 Nov 10:30", "24 Nov 10:30"]


KEPT = {
    "/open/openactive": 3600,
    "/open/openactive/catalogue": 3600,
    "/open/openactive/session-series": 8,
    "/open/oruk": 300,
    "/open/oruk/services": 300,
    "/open/rss": 900,
}


async def test_others_may_keep_read_and_frame_it_and_no_more(service: Service):
    async with publishing(service) as hands, service.client() as nobody:
        id = (await publish(hands))["id"]
        framed = f"/open/list/{hands.organisation}"
        for path, seconds in (KEPT | {framed: 900, f"/open/ical/{id}.ics": 900}).items():
            answer = await nobody.get(path, headers={"Origin": "https://elsewhere.example"})
            assert answer.status_code == 200, path
            assert answer.headers["cache-control"] == f"public, max-age={seconds}"
            assert answer.headers["access-control-allow-origin"] == "*"
            assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
            assert "set-cookie" not in answer.headers
            [policy] = answer.headers.get_list("content-security-policy")
            assert (policy == HEADERS["content-security-policy"]) == (path != framed)
            again = await nobody.get(path, headers={"If-None-Match": answer.headers["etag"]})
            assert (again.status_code, again.content) == (304, b"")
        policy = (await nobody.get(framed)).headers["content-security-policy"]
        assert "frame-ancestors *" in policy
        assert "script-src" not in policy
        assert policy.startswith("default-src 'none';")


async def test_what_is_not_there_or_makes_no_sense_is_refused(service: Service):
    async with service.client() as nobody:
        for path in ("ical/x.ics", "oruk/services/1", "list/x", "nothing", "oruk/taxonomies/x", "ical/organisation/x"):
            assert (await nobody.get(f"/open/{path}")).status_code == 404, path
        for query in (
            "page=x",
            "day=someday",
            "minimum_age=old",
            "taxonomy_id=1",
            "modified_after=now",
            "start_time=9",
        ):
            assert (await nobody.get(f"/open/oruk/services?{query}")).status_code == 400, query
        assert (await nobody.get("/open/oruk/service_at_locations?postcode=nowhere")).status_code == 400
        assert (await nobody.post("/open/oruk/services", json={})).status_code == 405
