"""What goes out as OpenActive is what its own validator calls sound, whatever a listing leaves out."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from backend.listings.giving_out.conftest import ROOT, peers, place, schedule, tai_chi, with_dates
from jointly.listings.giving_out import dataset
from jointly.listings.giving_out.openactive import goes_out, series_of, session_of
from jointly.listings.model import Place, Price
from support.fixtures import needs_fixtures
from support.given_out import told

UNSAID = ("summary", "url", "booking_url", "min_age", "max_age", "gender", "eligibility", "referral", "to_bring")
BARE = dict.fromkeys(UNSAID)
CLASSES = {
    "whole": tai_chi(),
    "bare": tai_chi(**BARE, stated={}, conditions=(), languages=(), place=place(region=None, access_note=None)),
    "online": tai_chi(attendance="online", place=None),
    "mixed": tai_chi(attendance="mixed"),
    "cancelled": tai_chi(status="cancelled"),
    "free": tai_chi(prices=(Price(pence=0),)),
    "once": tai_chi(schedules=(schedule(every=None, days=(), interval=1, count=1, ends_on=date(2026, 10, 6)),)),
    "monthly": tai_chi(schedules=(schedule(every="month", interval=1, weeks=(1, 3, -1)),)),
    "two": tai_chi(schedules=(schedule(), schedule(days=("thu", "fri"), interval=1, start="18:00", end="19:15"))),
    "not on": tai_chi(schedules=(schedule(except_on=(date(2026, 12, 29),), ends_on=None),)),
    "usual": tai_chi(schedules=(schedule(usual=True, start_on=None),)),
    "no times": tai_chi(schedules=(), usually="Most Tuesdays"),
    "geo": tai_chi(place=Place(id=place().id, name="By the pond", lat=53.8, lon=-1.5, located="source")),
    "outcode": tai_chi(place=place(located="outcode")),
}


def test_only_physical_activities_that_say_what_they_cost_and_where_they_are_go_out():
    assert all(goes_out(service) for service in CLASSES.values())
    for kept_back in (
        peers(),
        tai_chi(kind="service"),
        tai_chi(prices=()),
        tai_chi(place=None),
        tai_chi(place=Place(id=place().id, name="The hall", postcode="LS1 1UR")),
    ):
        assert not goes_out(kept_back)
    assert goes_out(tai_chi(kind="peer-support")), "its organiser chose an activity"


def test_free_is_said_outright_and_nothing_is_said_that_was_not_stated():
    free, bare = series_of(CLASSES["free"], ROOT), series_of(CLASSES["bare"], ROOT)
    assert (free["isAccessibleForFree"], free["offers"][0]["price"]) == (True, 0)
    assert "isAccessibleForFree" not in series_of(tai_chi(), ROOT)
    unsaid = {"genderRestriction", "accessibilityInformation", "attendeeInstructions", "level", "eventStatus"}
    assert not unsaid & bare.keys()
    assert "amenityFeature" not in bare["location"]
    assert bare["url"] == f"{ROOT}/near/{CLASSES['bare'].id}"


def test_half_a_postcode_puts_nothing_on_a_map_and_the_link_to_join_stays_here():
    assert "geo" in series_of(tai_chi(), ROOT)["location"]
    assert "geo" not in series_of(CLASSES["outcode"], ROOT)["location"]
    assert "secret-room" not in json.dumps(series_of(tai_chi(join_url="https://secret-room.org.uk/1"), ROOT))


def test_a_session_is_named_by_the_start_it_was_planned_for_also_when_it_is_moved():
    out = with_dates(tai_chi())
    [cancelled, moved] = [session_of(out.service, one, ROOT) for one in out.said]
    template = series_of(out.service, ROOT)["eventSchedule"][0]["idTemplate"]
    assert moved["@id"] == template.replace("{startDate}", "2026-12-15T10:30:00Z")
    assert moved["superEvent"] == series_of(out.service, ROOT)["@id"]
    assert (moved["startDate"], moved["eventStatus"]) == (
        "2026-12-16T14:00:00+00:00",
        "https://schema.org/EventRescheduled",
    )
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert cancelled["description"].startswith("The hall is shut")


def test_times_are_local_with_the_offset_of_their_day():
    summer = with_dates(tai_chi()).said[1]
    at = datetime(2027, 6, 15, 9, 30, tzinfo=UTC)
    moved = session_of(tai_chi(), type(summer)(id=summer.id, original_start=at, start=at), ROOT)
    assert (moved["@id"][-20:], moved["startDate"]) == ("2027-06-15T09:30:00Z", "2027-06-15T10:30:00+01:00")


@needs_fixtures("that OpenActive's validator finds no fault in the items, the dataset site and the catalogue")
def test_openactives_validator_finds_no_fault(tmp_path: Path):
    items = {name: series_of(service, ROOT) for name, service in CLASSES.items()}
    for name in ("whole", "bare", "online", "mixed", "free"):
        out = with_dates(CLASSES[name])
        items |= {f"{name}, {one.status}": session_of(out.service, one, ROOT) for one in out.said}
    found = told(
        tmp_path,
        items=list(items.values()),
        site=dataset.site('Leeds & <b>"joints"</b> </script><script>alert(1)</script>', ROOT),
        catalogue=dataset.catalogue("Leeds joints", ROOT),
    )
    assert dict(zip(items, found["items"], strict=True)) == {name: [] for name in items}
    assert (found["site"]["failures"], found["catalogue"]) == ([], [])
    assert found["site"]["read"] == dataset.dataset('Leeds & <b>"joints"</b> </script><script>alert(1)</script>', ROOT)


@needs_fixtures("that OpenActive's validator is awake: it finds what is wrong in a damaged item")
def test_openactives_validator_is_awake(tmp_path: Path):
    item = series_of(tai_chi(), ROOT)
    damaged = [
        {**item, "description": "<p>Tags</p>"},
        {name: value for name, value in item.items() if name != "offers"},
        {**item, "activity": [{**item["activity"][0], "@id": f"{item['activity'][0]['inScheme']}#not-in-it"}]},
    ]
    assert all(told(tmp_path, items=damaged)["items"])
