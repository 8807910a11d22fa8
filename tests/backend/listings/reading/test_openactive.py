"""OpenActive: series with their sessions, events that stand alone, and how each field's faults are put right."""

from collections.abc import Callable
from datetime import date

import pytest

from jointly.listings.facets import facets_of, mask
from jointly.listings.model import Taken
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.openactive import read_series

SERIES = {
    "@context": "https://openactive.io/",
    "@type": "SessionSeries",
    "@id": "https://a.org.uk/series/1",
    "name": "Seated tai chi",
    "description": "Gentle movement for everybody.",
    "url": "https://a.org.uk/tai-chi",
    "activity": [
        {"@id": "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f", "prefLabel": "Tai Chi"}
    ],
    "location": {"@id": "https://a.org.uk/hall", "name": "Hall", "geo": {"latitude": 53.38, "longitude": -1.47}},
    "organizer": {"@type": "Organization", "@id": "https://a.org.uk/", "name": "Ashford Leisure"},
    "offers": [{"@type": "Offer", "price": 0, "priceCurrency": "GBP"}],
}
WEEKLY = {
    "@type": "Schedule",
    "startDate": "2026-10-06",
    "startTime": "10:30",
    "endTime": "11:30",
    "repeatFrequency": "P1W",
    "byDay": ["https://schema.org/Tuesday"],
    "scheduleTimezone": "Europe/London",
    "idTemplate": "https://a.org.uk/series/1/{startDate}",
}


@pytest.fixture
def read(feed: FeedFacts, now) -> Callable[..., Taken]:
    def read(parent: object, *children: object) -> Taken:
        return read_series(parent, children, feed=feed, now=now)

    return read


def codes(taken: Taken) -> list[str]:
    return [problem.code for problem in taken.problems]


def starts(taken: Taken) -> list[str]:
    return [f"{each.start:%m-%dT%H:%M} {each.status}" for each in taken.occurrences]


def test_a_sound_series_has_no_problems(read):
    taken = read({**SERIES, "eventSchedule": WEEKLY})
    assert codes(taken) == []
    assert len(taken.occurrences) == 12, "12 weeks"
    assert starts(taken)[:2] == ["11-24T10:30 scheduled", "12-01T10:30 scheduled"]
    assert facets_of(taken.service, ()) == mask(["free", "in-person", "activity"])


def test_an_explicit_session_replaces_the_generated_one(read):
    cancelled = {"@id": "https://a.org.uk/series/1/2026-11-24T10:30:00Z", "startDate": "2026-11-24T10:30:00Z"}
    cancelled["eventStatus"] = "https://schema.org/EventCancelled"
    moved = {
        "@id": "https://a.org.uk/series/1/2026-12-01T10:30:00Z",
        "startDate": "2026-12-02T14:00:00Z",
        "remainingAttendeeCapacity": 4,
    }
    same = {"@id": "https://a.org.uk/any", "startDate": "2026-12-08T10:30:00Z", "location": "Park, S1 2HE"}

    taken = read({**SERIES, "eventSchedule": [WEEKLY]}, cancelled, moved, same)

    assert len(taken.occurrences) == 12
    assert starts(taken)[:3] == ["11-24T10:30 cancelled", "12-02T14:00 moved", "12-08T10:30 scheduled"]
    first, second, third = taken.occurrences[:3]
    assert (second.original_start.isoformat(), second.remaining) == ("2026-12-01T10:30:00+00:00", 4)
    assert third.place.postcode == "S1 2HE" and first.place is None
    generated = read({**SERIES, "eventSchedule": WEEKLY}).occurrences
    assert [each.id for each in taken.occurrences] == [each.id for each in generated], "a date keeps its id"


def test_sessions_inside_a_series_count_unless_they_came_by_themselves(read):
    inside = [{"@id": "s1", "startDate": "2026-12-01T10:00:00Z"}, {"@id": "s2", "startDate": "2026-12-02T10:00:00Z"}]
    own = {"@id": "s1", "startDate": "2026-12-01T10:00:00Z", "eventStatus": "https://schema.org/EventCancelled"}
    assert starts(read({**SERIES, "subEvent": inside}, own)) == ["12-01T10:00 cancelled", "12-02T10:00 scheduled"]


def test_a_lone_event_is_its_own_date(read):
    event = {**SERIES, "@type": "Event", "startDate": "2026-12-01T10:00:00+00:00", "duration": "PT1H30M"}
    taken = read(event)
    assert starts(taken) == ["12-01T10:00 scheduled"]
    assert taken.occurrences[0].end.isoformat() == "2026-12-01T11:30:00+00:00"
    assert read({**event, "startDate": "2026-11-01T10:00:00Z"}).service.status == "inactive"


def test_an_event_with_a_day_and_no_time_says_the_day(read):
    taken = read({**SERIES, "@type": "Event", "startDate": "2026-12-05"})
    assert (taken.occurrences, codes(taken), taken.service.status) == ((), ["date-without-time"], "active")
    assert (taken.service.schedules[0].start_on, taken.service.schedules[0].usual) == (date(2026, 12, 5), True)


def test_a_session_without_its_series_is_not_shown(read):
    session = {
        "@type": "ScheduledSession",
        "@id": "s",
        "superEvent": "https://a.org.uk/series/9",
        "startDate": "2026-12-01T10:00:00Z",
    }
    assert [(taken.service, codes(taken)) for taken in (read(None, session), read(session))] == [
        (None, ["parent-missing"])
    ] * 2
    assert read({**session, "superEvent": SERIES}).service.key == SERIES["@id"]


@pytest.mark.parametrize("junk", [None, [], "text", 5, True, {}])
def test_what_is_no_item_is_refused(read, junk):
    assert read(junk).service is None and codes(read(junk)) in (["item-unreadable"], ["parent-missing"])


@pytest.mark.parametrize(
    "change, told",
    [
        ({"scheduleTimezone": None}, "scheduleTimezone"),
        ({"endTime": None}, "endTime"),
        ({"startDate": None, "startTime": None}, "startDate, startTime"),
        ({"repeatFrequency": "P1Y"}, "repeatFrequency"),
    ],
)
def test_a_schedule_that_lacks_something_only_says_when_it_usually_is(read, change, told):
    taken = read({**SERIES, "eventSchedule": {**WEEKLY, **change}})
    assert taken.service.schedules[0].usual and taken.occurrences == ()
    assert taken.service.status == "active"
    assert ("schedule-partial", told) in [(problem.code, problem.found) for problem in taken.problems]


def test_a_schedule_of_the_year_1_is_not_over_but_only_usual(read):
    taken = read({**SERIES, "eventSchedule": {**WEEKLY, "startDate": "0001-01-01"}})
    assert (taken.service.schedules[0].usual, taken.service.status) == (True, "active")
    assert (taken.occurrences, codes(taken)) == ((), ["schedule-start-wrong"])


def test_a_schedule_that_begins_far_ahead_is_not_over(read):
    taken = read({**SERIES, "eventSchedule": {**WEEKLY, "startDate": "2027-09-07", "endDate": "2027-12-14"}})
    assert (taken.service.status, taken.occurrences, codes(taken)) == ("active", (), [])
    assert read({**SERIES, "eventSchedule": {**WEEKLY, "endDate": "2026-11-17"}}).service.status == "inactive"


def test_a_partial_schedule_makes_no_dates(read):
    taken = read({**SERIES, "eventSchedule": {**WEEKLY, "@type": "PartialSchedule"}})
    assert (taken.service.schedules[0].usual, taken.occurrences, codes(taken)) == (True, (), [])


def test_odd_schedules_are_understood(read):
    def schedule(**change):
        return read({**SERIES, "eventSchedule": {**WEEKLY, **change}}).service.schedules[0]

    assert schedule(byDay="http://schema.org/Monday").days == ("mon",)
    assert schedule(byDay=["TU", "schema:Thursday", "friday"]).days == ("tue", "thu", "fri")
    assert (schedule(repeatFrequency="P7D").every, schedule(repeatFrequency="P14D").interval) == ("week", 2)
    second = schedule(repeatFrequency="P1M", byDay=["2TU"])
    assert (second.every, second.days, second.weeks) == ("month", ("tue",), (2,))
    assert schedule(repeatFrequency="P1M", byDay=None, byMonthDay=[15]).month_days == (15,)
    counted = schedule(repeatFrequency=None, repeatCount=19)
    assert (counted.every, counted.count) == ("week", 19)
    zone = schedule(scheduleTimezone=None, **{"beta:timeZone": "Europe/London"})
    assert (zone.zone, zone.zone_assumed) == ("Europe/London", False)
    assert schedule(duration="P126D").minutes is None


def test_exceptions_of_both_sorts(read):
    off = {**WEEKLY, "exceptDate": ["2026-11-24", "2026-12-01T10:30:00Z", "2026-12-08T11:00Z", "Christmas"]}
    taken = read({**SERIES, "eventSchedule": off})
    assert starts(taken)[0] == "12-15T10:30 scheduled"
    assert codes(taken) == ["schedule-exception-wrong"]


def test_a_cancelled_series_cancels_generated_dates_too(read):
    taken = read({**SERIES, "eventSchedule": WEEKLY, "eventStatus": "EventCancelled"})
    assert taken.service.status == "cancelled"
    assert {each.status for each in taken.occurrences} == {"cancelled"}


def test_people_are_dropped(read):
    person = {"@type": "Person", "givenName": "Ann", "familyName": "Lee", "email": "ann@a.org.uk"}
    taken = read({**SERIES, "name": "Yoga with Ann Lee", "leader": [person], "contributor": person})
    assert taken.service.name == "Yoga" and "Ann" not in repr(taken) and "person-named" in codes(taken)
    assert read({**SERIES, "name": "Tai chi by Ann", "leader": person}).service.name == "Tai chi"
    assert read({**SERIES, "name": "Annual walk", "leader": person}).service.name == "Annual walk"
    organiser = read({**SERIES, "organizer": person}).service.organisation
    assert (organiser.name, organiser.email) == ("Ann Lee", "ann@a.org.uk"), "who runs it is not hidden"


@pytest.mark.parametrize(
    "change, prices, words, told",
    [
        ({"offers": {"price": "5.00", "priceCurrency": "GBP"}}, [500], None, ["offers-not-list", "price-is-text"]),
        ({"offers": None, "offer": [{"price": 3, "priceCurrency": "GBP"}]}, [300], None, ["offers-not-list"]),
        ({"offers": None, "isAccessibleForFree": True}, [0], None, []),
        ({"offers": None}, [], None, []),
        (
            {"offers": [{"price": 5, "priceCurrency": "GBP"}], "isAccessibleForFree": True},
            [0, 500],
            None,
            ["free-but-priced"],
        ),
        (
            {"offers": [{"price": 0, "name": "Members"}], "isAccessibleForFree": False},
            [],
            "Members",
            ["priced-but-free"],
        ),
        ({"description": "Tea costs 50p."}, [0], "Tea costs 50p.", ["fee-in-text"]),
        ({"offers": [{"price": 5}]}, [500], None, ["currency-missing"]),
    ],
)
def test_what_it_costs(read, change, prices, words, told):
    taken = read({**SERIES, **change})
    assert [price.pence for price in taken.service.prices] == prices
    assert (taken.service.price_words, codes(taken)) == (words, told)
    free = bool(facets_of(taken.service, ()) & mask(["free"]))
    assert free == (prices == [0] and words is None)


def test_what_is_not_stated_is_not_no(read):
    service = read(SERIES).service
    assert (service.stated, service.gender, service.min_age, service.level) == ({}, None, None, None)


def test_facets_come_from_fields_of_their_own(read):
    parking = [{"@type": "Parking", "name": "Parking", "value": False}, {"name": "Showers", "value": True}]
    support = [
        {
            "@id": "https://openactive.io/accessibility-support#2bfb7228-5969-4927-8435-38b5005a8771",
            "prefLabel": "Hearing impairment",
        }
    ]
    taken = read(
        {
            **SERIES,
            "description": "Step-free, hearing loop, quiet, women only, suitable for beginners with back pain.",
            "level": ["Beginner", "Intermediate"],
            "genderRestriction": "https://openactive.io/FemaleOnly",
            "accessibilitySupport": support,
            "accessibilityInformation": "Ramp at the side.",
            "location": {**SERIES["location"], "amenityFeature": parking},
        }
    )
    service = taken.service
    assert service.stated == {"parking": False, "beginners": True}
    assert (service.gender, service.conditions, service.access_words) == ("female", (), "Ramp at the side.")
    assert service.place.amenities == ("Showers",)
    assert [topic.label for topic in service.topics] == ["Hearing impairment"]


def test_how_to_take_part(read):
    def attendance(**change):
        taken = read({**SERIES, **change})
        return taken.service.attendance, taken.service.join_url, codes(taken)

    zoom = {"@type": "VirtualLocation", "url": "https://zoom.us/j/1"}
    assert attendance(eventAttendanceMode="https://schema.org/MixedEventAttendanceMode") == ("mixed", None, [])
    assert attendance(location=None, virtualLocation=zoom) == ("online", "https://zoom.us/j/1", [])
    assert attendance(**{"beta:virtualLocation": zoom}) == ("mixed", "https://zoom.us/j/1", [])
    assert attendance(location=None) == ("in-person", None, ["place-missing"])
    assert attendance(eventAttendanceMode="sometimes") == ("in-person", None, ["attendance-unknown"])


def test_something_to_watch_at_any_time_has_no_dates(read):
    video = {name: value for name, value in SERIES.items() if name != "location"}
    taken = read({**video, "@type": "OnDemandEvent"})
    assert (taken.service.attendance, taken.service.status, taken.occurrences, codes(taken)) == (
        "online",
        "active",
        (),
        [],
    )


def test_how_many_can_come(read):
    assert read({**SERIES, "maximumAttendeeCapacity": 12}).service.capacity == 12
    assert read({**SERIES, "maximumAttendeeCapacity": -1}).service.capacity is None


def test_places_of_all_sorts(read):
    def place(location):
        taken = read({**SERIES, "location": location})
        return taken.service.place, codes(taken)

    text, told = place("Hall, 1 High Street, Sheffield S1 2HE")
    assert (text.name, text.postcode, told) == ("Hall, 1 High Street, Sheffield", "S1 2HE", ["address-is-text"])
    assert place("https://a.org.uk/places/1") == (None, ["place-is-reference", "place-missing"])
    assert place({"@type": "Place"}) == (None, ["place-missing"])
    numbers, told = place({"name": "52.04, -0.75", "address": {"streetAddress": "1 High Street"}})
    assert (numbers.name, told) == ("1 High Street", ["place-name-is-numbers"])
    abroad, told = place({"name": "Club", "address": {"addressLocality": "Oslo", "addressCountry": "NO"}})
    assert (abroad.country, told) == ("NO", ["place-abroad"])
    island, told = place({"name": "Club", "address": {"addressCountry": "JE"}})
    assert (island.country, told) == ("JE", [])


def test_missing_names_and_ids(read):
    nameless = read({**SERIES, "name": "<br>"})
    assert (nameless.service.name, codes(nameless)) == ("Tai Chi", ["html-in-text", "name-missing"])
    nothing = read({"@id": "x", "description": "?"})
    assert (nothing.service, codes(nothing)) == (None, ["type-unknown", "activity-missing", "name-missing"])
    unnamed = read({name: value for name, value in SERIES.items() if name != "@id"})
    assert (unnamed.service.key, codes(unnamed)) == ("Seated tai chi", ["id-missing"])
    assert read({**SERIES, "@type": "SessionSeries "}).problems == ()


def test_ids_stay_the_same(read, feed, now):
    again = read_series(SERIES, (), feed=feed, now=now.replace(day=22))
    assert again.service.id == read(SERIES).service.id
    other = read_series(SERIES, (), feed=feed._replace(dataset=again.service.id), now=now)
    assert other.service.id != again.service.id, "ids are of one dataset"
