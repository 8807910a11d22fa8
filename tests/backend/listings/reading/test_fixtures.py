"""Every fixture is taken in with the outcome that listings.md demands: what is shown, its problems, its dates.

The examples and captured items are of 2016 to 2020: at the frozen moment they are over, so they have no dates and are
no longer active. The constructed pages are in test_messy_feed.py.
"""

from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from jointly.listings.facets import facets_of, mask
from jointly.listings.model import Taken
from jointly.listings.reading import openactive, oruk
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ical import read_calendar
from support.fixtures import fixture_bytes, fixture_json, needs_fixtures

REAL = "openactive-fixtures/conformance-services"
EXAMPLES = "openactive-examples"


class Outcome(NamedTuple):
    """What reading makes: the name (none: nothing is shown), its status, the codes of its problems, and its dates."""

    name: str | None
    status: str | None
    codes: tuple[str, ...] = ()
    dates: int = 0


OPENACTIVE = {
    f"{REAL}/sessionseries.json": Outcome(
        "No Strings Badminton and coaching Sessions - Thursday evenings 19:00 - 23:00",
        "inactive",
        ("activity-without-id", "place-name-is-numbers", "fee-in-text", "schedule-over"),
    ),
    f"{REAL}/sessionseries-with-schedule.json": Outcome(
        "No Strings Badminton - Thursday daytime",
        "inactive",
        ("activity-without-id", "place-name-is-numbers", "schedule-over"),
    ),
    f"{REAL}/sessionseries-2.json": Outcome("Shadow Box Fit", "inactive", ("activity-missing", "schedule-over")),
    f"{REAL}/scheduledsession-referenced-superevent-2.json": Outcome(None, None, ("parent-missing",)),
    f"{REAL}/course-with-schedule.json": Outcome(
        "S4K TV - Dance",
        "inactive",
        ("schedule-weekly-assumed", "duration-of-course", "time-in-text", "schedule-over"),
    ),
    f"{REAL}/event-with-superevent.json": Outcome("WOD Class", "inactive", ("price-is-text", "schedule-over")),
    f"{REAL}/facilityuse-2.json": Outcome(None, None, ("kind-not-used",)),
    f"{REAL}/slot-referenced-facilityuse-2.json": Outcome(None, None, ("kind-not-used",)),
    f"{EXAMPLES}/facilityuse_example_1.json": Outcome(None, None, ("kind-not-used",)),
    f"{EXAMPLES}/slot_example_1.json": Outcome(None, None, ("kind-not-used",)),
    f"{EXAMPLES}/place_example_1.json": Outcome(None, None, ("kind-not-used",)),
    f"{EXAMPLES}/scheduledsession-split_example_1.json": Outcome(None, None, ("parent-missing",)),
    f"{EXAMPLES}/scheduledsession-split-virtual_example_1.json": Outcome(None, None, ("parent-missing",)),
    f"{EXAMPLES}/scheduledsession_example_1.json": Outcome(
        "Virtual BODYPUMP", "inactive", ("email-placeholder", "date-too-early", "schedule-over")
    ),
    f"{EXAMPLES}/sessionseries_example_1.json": Outcome(
        "Virtual BODYPUMP", "inactive", ("date-too-early", "date-too-early", "schedule-over")
    ),
    f"{EXAMPLES}/sessionseries-split_example_1.json": Outcome("Virtual BODYPUMP", "inactive", ("schedule-over",)),
    f"{EXAMPLES}/sessionseries-split-virtual_example_1.json": Outcome(
        "Virtual BODYPUMP", "inactive", ("schedule-over",)
    ),
    f"{EXAMPLES}/sessionseries-eventseries-split_example_1.json": Outcome(
        "Virtual BODYPUMP", "inactive", ("schedule-over",)
    ),
}

_MOCK = ("email-placeholder", "url-placeholder", "url-placeholder", "date-too-early")
_PLACED = ("postcode-wrong", "place-abroad", "coordinates-outside", "schedule-ended")
_FULL = Outcome("Community Counselling", "active", (*_PLACED, *_MOCK))
_ROW = Outcome("Community Counselling", "active", (*_MOCK, "place-missing"))
_AT = Outcome("Community Counselling", "active", ("coordinates-outside", *_MOCK))
_NAMELESS = Outcome(None, None, ("name-missing",))
OPEN_REFERRAL: dict[str, tuple[Outcome, ...]] = {
    "oruk/mocks/Default/service_full.json": (_FULL,),
    "oruk/mocks/Default/service_at_location_full.json": (_FULL,),
    "oruk/mocks/Default/service_at_location_list.json": (_AT,),
    "oruk/mocks/Default/service_list.json": (_ROW,),
    "oruk/mocks/Warn/service_full.json": (_FULL,),
    "oruk/mocks/Warn/service_at_location_full.json": (_FULL,),
    "oruk/mocks/Warn/service_at_location_list.json": (_AT,),
    "oruk/mocks/Warn/service_list.json": (_ROW,),
    "oruk/mocks/Fail/service_full.json": (
        Outcome(
            "Community Counselling",
            "active",
            (*_PLACED, "email-placeholder", "email-wrong", "url-placeholder", "url-wrong", "date-too-early"),
        ),
    ),
    "oruk/mocks/Fail/service_at_location_full.json": (_FULL,),
    "oruk/mocks/Fail/service_at_location_list.json": (_AT,),
    "oruk/mocks/Fail/service_list.json": (_NAMELESS, _NAMELESS, _NAMELESS, _NAMELESS),
    "hsds/examples/service_full.json": (_FULL,),
    "hsds/examples/service_at_location_full.json": (_FULL,),
    "hsds/examples/service_list.json": (_ROW,),
}

_NO_START = Outcome(None, None, ("event-without-uid", "event-without-start"))
CALENDARS = {
    "ics/alarm_thunderbird_future.ics": (Outcome("event with alarms", "inactive", ("place-missing", "schedule-over")),),
    "ics/issue_722_missing_timezones.ics": (
        Outcome(
            "an event with a custom tz name",
            "inactive",
            ("event-without-uid", "place-missing", "date-too-early", "schedule-over"),
        ),
        _NO_START,
        _NO_START,
    ),
    "ics/issue_104_broken_calendar.ics": (Outcome(None, None, ("calendar-unreadable",)),),
    "ics/big_bad_calendar.ics": (Outcome(None, None, ("calendar-unreadable",)),),
}


def outcome(taken: Taken) -> Outcome:
    codes = tuple(sorted(problem.code for problem in taken.problems))
    service = taken.service
    return Outcome(service and service.name, service and service.status, codes, len(taken.occurrences))


def wanted(outcomes: tuple[Outcome, ...]) -> list[Outcome]:
    return [each._replace(codes=tuple(sorted(each.codes))) for each in outcomes]


def read_item(data: Any, feed: FeedFacts, now) -> Taken:
    """As a feed is read: a session goes with its series, anything else stands for itself."""
    if data.get("@type", data.get("type")) == "ScheduledSession":
        return openactive.read_series(None, [data], feed=feed, now=now)
    return openactive.read_series(data, [], feed=feed, now=now)


@pytest.mark.parametrize("path", OPENACTIVE)
@needs_fixtures("every OpenActive item, captured or of the standard, is taken in as it should be")
def test_openactive_items(path: str, feed: FeedFacts, now):
    page = fixture_json(path)
    items = page.get("items", [page])
    assert [outcome(read_item(item["data"], feed, now)) for item in items] == wanted((OPENACTIVE[path],))


@pytest.mark.parametrize("path", OPEN_REFERRAL)
@needs_fixtures("every Open Referral service is taken in as it should be")
def test_open_referral_services(path: str, feed: FeedFacts, now):
    page = fixture_json(path)
    rows = page.get("contents", [page])
    read = [oruk.read_service(row, feed=feed._replace(kind="service"), now=now) for row in rows]
    assert [outcome(taken) for taken in read] == wanted(OPEN_REFERRAL[path])


@pytest.mark.parametrize("path", CALENDARS)
@needs_fixtures("every calendar is taken in as it should be")
def test_calendars(path: str, feed: FeedFacts, now):
    read = read_calendar(fixture_bytes(path), feed=feed, now=now)
    assert [outcome(taken) for taken in read] == wanted(CALENDARS[path])


@needs_fixtures("a zero price beside a fee in the text is shown with it, and not as free")
def test_a_fee_in_the_text_stands_beside_the_free_offer(feed: FeedFacts, now):
    service = read_item(fixture_json(f"{REAL}/sessionseries.json")["data"], feed, now).service
    assert [price.pence for price in service.prices] == [0]
    assert service.price_words == "BE Members £6-00 Non- members £7-00 Minimum age 16yrs."
    assert not facets_of(service, ()) & mask(["free"])
    assert service.place.name == "" and (service.place.lat, service.place.located) == (52.040622, "source")


@needs_fixtures("captured schedules keep their clock time over both clock changes, and are true instants")
def test_captured_schedules_when_they_ran(feed: FeedFacts, now):
    def starts(path: str, at: datetime) -> list[str]:
        data = fixture_json(f"{REAL}/{path}")["data"]
        return [f"{date.start:%m-%dT%H:%M}" for date in openactive.read_series(data, [], feed=feed, now=at).occurrences]

    spring = starts("sessionseries-with-schedule.json", datetime(2020, 3, 18, tzinfo=UTC))
    assert spring[:3] == ["03-19T11:00", "03-26T11:00", "04-02T10:00"]
    autumn = starts("sessionseries-with-schedule.json", datetime(2020, 10, 20, tzinfo=UTC))
    assert autumn == ["10-22T10:00", "10-29T11:00", *(f"11-{day:02}T11:00" for day in (5, 12, 19, 26)), "12-03T11:00"]
    course = starts("course-with-schedule.json", datetime(2020, 5, 1, tzinfo=UTC))
    assert course[:2] == ["05-01T13:30", "05-08T13:30"]


@needs_fixtures("leaders are dropped from items of the standard")
def test_leaders_are_nowhere_in_what_is_kept(feed: FeedFacts, now):
    for path in OPENACTIVE:
        page = fixture_json(path)
        for item in page.get("items", [page]):
            assert "Nicole" not in repr(read_item(item["data"], feed, now))


@needs_fixtures("what the mocks of Open Referral UK say is kept, and placeholders are not")
def test_what_a_full_service_says(feed: FeedFacts, now):
    service = oruk.read_service(fixture_json("hsds/examples/service_full.json"), feed=feed, now=now).service
    assert (service.min_age, service.max_age, service.languages) == (12, 100, ("Urdu",))
    assert (service.contact_name, service.contact_phone) == ("Ann Persona", "+44 1234 234567")
    assert (service.url, service.contact_email, service.organisation.email) == (None, None, None)
    assert (service.place.country, service.place.lat, service.place.postcode) == ("US", None, None)
    assert service.place.uprn == "10092008082"
    assert service.schedules == () and service.prices == () and service.price_words.startswith("fees_description")
    assert service.stated == {}, "running text states no facet"
    assert service.changed_at.isoformat() == "2023-03-15T10:30:45.123000+00:00"
