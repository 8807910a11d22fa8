"""What a session or an event takes over from above it, and what it does not."""

import pytest

from jointly.listings.reading.merging import merged, reference_of, whole_item
from jointly.listings.reading.raw import JSON_LD, tidy
from support.fixtures import fixture_json, needs_fixtures

FOLDER = "openactive-fixtures/conformance-services"
SERIES = {
    "@id": "https://a.org.uk/series/1",
    "@type": "SessionSeries",
    "identifier": "1",
    "name": "Tai chi",
    "url": "https://a.org.uk/tai-chi",
    "activity": ["Tai Chi"],
    "startDate": "2026-01-06",
    "duration": "PT45M",
    "eventSchedule": {"startTime": "10:30"},
    "subEvent": [{"startDate": "2026-12-01T10:30:00Z"}],
}


def test_child_fields_win_and_the_rest_is_inherited():
    child = {
        "@type": "ScheduledSession",
        "name": "Tai chi in the park",
        "url": "https://a.org.uk/park",
        "activity": ["Qigong"],
    }
    assert merged(child, SERIES) == child
    assert merged({"@id": "b"}, SERIES) == {
        "@id": "b",
        "name": "Tai chi",
        "url": "https://a.org.uk/tai-chi",
        "activity": ["Tai Chi"],
    }


def test_all_that_is_embedded_above_is_inherited():
    event_series = {"@type": "EventSeries", "description": "For everybody", "name": "All classes"}
    item = {"@id": "b", "superEvent": {**SERIES, "superEvent": event_series}}
    whole = whole_item(item)
    assert (whole["name"], whole["description"], whole["@id"]) == ("Tai chi", "For everybody", "b")
    assert "superEvent" not in whole


def test_references():
    assert reference_of({"id": "a", "superEvent": "b"}) == ("a", "b")
    assert reference_of({"@id": "a", "superEvent": {"@id": "b", "name": "x"}}) == ("a", "b")
    assert reference_of({"identifier": 12, "facilityUse": "c"}) == ("12", "c")
    assert reference_of({"@id": 576460752303423489}) == ("576460752303423489", None)
    assert reference_of(["a"]) == reference_of(None) == reference_of({"@id": {}}) == (None, None)


PAIRS = [
    ("event-with-superevent", None, "event-with-superevent-normalised", "superEvent"),
    (
        "scheduledsession-referenced-superevent-2",
        "sessionseries-2",
        "scheduledsession-referenced-superevent-normalised-2",
        "superEvent",
    ),
    ("slot-referenced-facilityuse-2", "facilityuse-2", "slot-referenced-facilityuse-normalised-2", "facilityUse"),
]
MERGED = {name for *names, _ in PAIRS for name in names if name}


@pytest.mark.parametrize(("child", "parent", "normalised", "above"), PAIRS)
@needs_fixtures("parent and child are merged as the normaliser of OpenActive merges them")
def test_merged_as_openactive_does(child: str, parent: str | None, normalised: str, above: str):
    given = tidy(fixture_json(f"{FOLDER}/{child}.json")["data"], JSON_LD)
    if parent:
        assert reference_of(given).parent == reference_of(fixture_json(f"{FOLDER}/{parent}.json")["data"]).own
        given[above] = fixture_json(f"{FOLDER}/{parent}.json")["data"]
    made = whole_item(tidy(given, JSON_LD))
    wanted = tidy(fixture_json(f"{FOLDER}/{normalised}.json")["data"], JSON_LD)
    made.pop("@context"), wanted.pop("@context")
    assert made == wanted
