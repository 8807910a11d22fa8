"""Whatever a source sends, reading does not raise, and what it makes can be kept."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jointly.listings.model import Taken, decode_occurrence, decode_service, encode
from jointly.listings.reading import openactive, oruk, oruk1
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ical import read_calendar
from jointly.listings.reading.merging import reference_of
from jointly.listings.reading.problems import REMEDIES

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

ODD_TEXTS = """\
2026-12-03T19:00:00Z|2026-12-03|2026-12-03T19:00:00|0001-01-01T00:00:00Z|9999-12-31T23:59:59-12:00|P1W|P7D|PT45M
P99999W|10:30|25:61|https://schema.org/Tuesday|MO|2TU|TU,TH|WEEKLY|MONTHLY|Schedule|PartialSchedule|SessionSeries|Event
ScheduledSession|Europe/London|../../x|https://schema.org/EventCancelled|https://schema.org/OnlineEventAttendanceMode
<p>Hi<script>x</script>|<![CDATA[|<![x|&#0;&#55296;|£5|free|18-25|-1|1e999|S1 2HE|true|GB|US|active|virtual
http://[::1|https://a.b:99999/|javascript:alert(1)|data:text/html,x|urn:jointly:kind:service|\u202e|\x00|\ud800|{startDate}
"""
NAMES = """
@id id @type type name description superEvent subEvent eventSchedule startDate endDate duration location address geo
latitude longitude offers price priceCurrency activity prefLabel category level ageRange minValue maxValue url image
organizer leader givenName familyName eventStatus eventAttendanceMode byDay repeatFrequency repeatCount startTime
endTime scheduleTimezone exceptDate idTemplate isAccessibleForFree genderRestriction identifier amenityFeature value
virtualLocation schedules service_at_locations addresses accessibility contacts phones number cost_options amount fees
organization status minimum_age maximum_age assured_date last_modified attributes taxonomy_term freq byday dtstart
opens_at closes_at valid_to languages eligibilitys regular_schedules attending_type attending_access postal_code
postalCode accessibilitySupport
"""
PROPERTIES = """
DTSTART DTEND DURATION RRULE EXDATE RDATE RECURRENCE-ID SUMMARY LOCATION GEO URL ORGANIZER CATEGORIES STATUS CLASS UID
SEQUENCE LAST-MODIFIED IMAGE CONFERENCE DESCRIPTION
"""
PARAMETERS = ";VALUE=DATE|;TZID=Europe/London|;TZID=Nowhere|;TZID=../../etc|;CN=A|;VALUE=PERIOD|"
VALUES = """\
20261203T190000Z|20261203T190000|20261203|00010101T000000Z|99991231T235959Z|PT1H|-PT1H|P99999D|FREQ=WEEKLY|FREQ=SECONDLY
FREQ=WEEKLY;BYDAY=TU;UNTIL=|FREQ=MONTHLY;BYDAY=2TU;COUNT=5|FREQ=YEARLY|x|51.5;-0.1|91;x|CANCELLED|PRIVATE|1||<b>x</b>
mailto:a@b.org.uk|https://a.org.uk/|20261203T190000Z/PT2H|urn:jointly:condition:back
"""


def parts(text: str) -> st.SearchStrategy[str]:
    """One of the texts between bars or line ends."""
    return st.sampled_from(text.replace("\n", "|").split("|"))


TEXTS = st.one_of(st.text(max_size=30), parts(ODD_TEXTS))
NUMBERS = st.one_of(st.integers(), st.integers(-2, 200), st.floats(), st.just(10**400))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, st.just("x" * 30_000))
KEYS = st.sampled_from(NAMES.split())
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=8)),
    max_leaves=20,
)
ITEMS = st.one_of(JSON, st.dictionaries(KEYS, JSON, max_size=10))
OBJECTS = st.dictionaries(KEYS, JSON, max_size=10)
NAMED = OBJECTS.map(lambda item: {"name": "Gentle movement", "@id": "https://a.org.uk/1", **item})

often = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def check(taken: Taken) -> None:
    """What was made can be kept as it is, and every fault has its remedy."""
    assert isinstance(taken, Taken)
    if taken.service is not None:
        assert decode_service(encode(taken.service)) == taken.service
        assert taken.service.name
    for date in taken.occurrences:
        assert taken.service is not None
        assert decode_occurrence(encode(date)) == date
        assert date.end is None or date.end >= date.start
    for problem in taken.problems:
        assert problem.code in REMEDIES
        assert len(problem.found or "") <= 200
        (problem.found or "").encode()


@often
@given(st.one_of(ITEMS, NAMED), st.lists(ITEMS, max_size=3))
@example({"name": "a", "eventSchedule": [{"@type": "Schedule", "byDay": "MO", "startDate": "2026-01-05"}]}, [])
def test_openactive(feed: FeedFacts, parent, children):
    check(openactive.read_series(parent, children, feed=feed, now=NOW))
    reference_of(parent)


@often
@given(st.one_of(ITEMS, NAMED))
def test_open_referral_uk_3(feed: FeedFacts, item):
    check(oruk.read_service(item, feed=feed, now=NOW))


@often
@given(st.one_of(ITEMS, NAMED))
def test_open_referral_uk_1(feed: FeedFacts, item):
    check(oruk1.read_service(item, feed=feed, now=NOW))


PROPERTY = st.builds("{}{}:{}".format, st.sampled_from(PROPERTIES.split()), parts(PARAMETERS), parts(VALUES))
LINES = st.one_of(PROPERTY, st.text(max_size=20))


@often
@given(st.lists(st.lists(LINES, max_size=8), max_size=3))
def test_icalendar(feed: FeedFacts, events):
    body = "".join("BEGIN:VEVENT\r\n" + "\r\n".join(lines) + "\r\nEND:VEVENT\r\n" for lines in events)
    calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n"
    for taken in read_calendar(calendar.encode("utf-8", "replace"), feed=feed, now=NOW):
        check(taken)


@often
@given(st.binary(max_size=200), st.integers(0, 3))
def test_bytes_that_are_no_calendar(feed: FeedFacts, data: bytes, begun: int):
    for taken in read_calendar(b"BEGIN:VCALENDAR\r\n" * begun + data, feed=feed, now=NOW):
        check(taken)
