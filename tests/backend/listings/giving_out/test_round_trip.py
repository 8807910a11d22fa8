"""What goes out, read back as others' feeds are read, is what was published: as far as its format can say it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from backend.listings.giving_out.conftest import place, said, schedule, tai_chi
from backend.listings.giving_out.formats import FORMATS, NOW, told
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.dates.rrule import lines_of
from jointly.listings.giving_out.ical import Out
from jointly.listings.model import Occurrence, Price, Service, Taken


def dates_of(service: Service, explicit: Any) -> list[tuple]:
    """Each date as people are shown it."""
    near, _ = occurrences_of(service.id, service.schedules, now=NOW, explicit=explicit)
    cancelled = service.status == "cancelled"
    return [(one.original_start, one.start, one.end, "cancelled" if cancelled else one.status) for one in near]


def check(name: str, out: Out) -> Taken:
    kept, taken = FORMATS[name], FORMATS[name].through(out)
    assert taken.service is not None, taken.problems
    ours = {field: value(out.service) for field, value in kept.carries.items()}
    assert {field: value(taken.service) for field, value in kept.carries.items()} == ours
    if kept.dates:
        found = [(one.original_start, one.start, one.end, one.status) for one in taken.occurrences]
        assert found == dates_of(out.service, out.said)
    return taken


TEXT = st.text("abc àé&;,:\"'\\/%+()–£1\n", min_size=1, max_size=60).map(lambda text: "A" + " ".join(text.split()))
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)
TIMES = st.sampled_from([("10:30", "11:30"), ("00:30", "02:30"), ("18:05", "19:20")])
DAYS = st.sampled_from([("tue",), ("mon", "thu"), ("sun",)])


@st.composite
def schedules(draw: Any) -> Any:
    start, end = draw(TIMES)
    monthly = draw(st.booleans())
    first = draw(st.dates(date(2026, 9, 1), date(2027, 1, 31)))
    made = schedule(
        start_on=first,
        start=start,
        end=end,
        every="month" if monthly else "week",
        interval=draw(st.integers(1, 4)),
        days=draw(DAYS),
        weeks=draw(st.sampled_from([(1,), (2, 4), (-1,)])) if monthly else (),
        ends_on=draw(st.none() | st.dates(date(2027, 2, 1), date(2027, 12, 31))),
        except_on=tuple(sorted(draw(st.sets(st.dates(date(2026, 11, 1), date(2027, 2, 28)), max_size=3)))),
    )
    assume(lines_of(made, today=first))  # one that never runs is in no calendar
    return made


@st.composite
def services(draw: Any) -> Service:
    """What an organisation may publish, most of it left out now and then."""
    attendance = draw(st.sampled_from(["in-person", "online", "mixed"]))
    optional = {name: draw(st.none() | LINES) for name in ("to_bring", "eligibility")}
    return tai_chi(
        **optional,
        name=draw(TEXT),
        summary=draw(LINES),
        attendance=attendance,
        place=None
        if attendance == "online"
        else place(name=draw(TEXT), street=draw(TEXT), access_note=draw(st.none() | TEXT)),
        url=draw(st.sampled_from([None, "https://a.org.uk/x?y=1&z=%20"])),
        min_age=draw(st.none() | st.integers(1, 60)),
        max_age=draw(st.none() | st.integers(61, 120)),
        gender=draw(st.sampled_from([None, "any", "female", "male"])),
        referral=draw(st.sampled_from([None, "self", "professional", "either"])),
        kind=draw(st.sampled_from(["activity", "peer-support"])),
        languages=tuple(draw(st.sets(TEXT, max_size=2))),
        contact_name=draw(st.none() | TEXT),
        prices=tuple(draw(st.lists(st.builds(Price, pence=st.integers(0, 5000)), min_size=1, max_size=2, unique=True))),
        stated=draw(
            st.dictionaries(st.sampled_from(["step-free", "hearing-loop", "carers", "parking"]), st.booleans())
        ),
        conditions=tuple(draw(st.lists(st.sampled_from(["back", "falls", "osteoarthritis"]), unique=True))),
        schedules=(draw(schedules()),),
    )


@st.composite
def outs(draw: Any) -> Out:
    """With one date cancelled and the next moved, where there are any."""
    service = draw(services())
    ahead, _ = occurrences_of(service.id, service.schedules, now=NOW, weeks=10)
    spoken: list[Occurrence] = []
    for one, status in zip(ahead[1:3], ("cancelled", "moved"), strict=False):
        start = one.start.replace(minute=(one.start.minute + 7) % 60) if status == "moved" else one.start
        end = start.replace(hour=min(23, start.hour + 1)) if status == "moved" else one.end
        spoken.append(replace(one, start=start, end=end, status=status, explicit=True))
    return Out(service, tuple(spoken))


@pytest.mark.parametrize("name", FORMATS)
def test_a_class_that_says_a_lot_comes_back_whole(name: str):
    service = tai_chi()
    cancelled = said(service, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), status="cancelled")
    taken = check(name, Out(service, (cancelled,)))
    assert [problem.code for problem in taken.problems] == []


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(out=outs())
def test_whatever_is_published_comes_back(name: str, out: Out):
    check(name, out)


@pytest.mark.parametrize("name", ["openactive", "ical"])
def test_what_has_no_field_is_said_in_the_description(name: str):
    taken = FORMATS[name].through(Out(tai_chi()))
    assert [line for line in taken.service.summary.split("\n") if line] == told(tai_chi()).split("\n")


@pytest.mark.parametrize("name", ["openactive", "ical"])
def test_a_class_that_is_once_is_on_that_day(name: str):
    once = schedule(every=None, days=(), interval=1, count=1, start_on=date(2026, 12, 3), ends_on=date(2026, 12, 3))
    out = Out(tai_chi(schedules=(once,)))
    taken = FORMATS[name].through(out)
    found = [(one.original_start, one.start, one.end, one.status) for one in taken.occurrences]
    assert found == dates_of(out.service, ()) != []


def test_a_class_that_has_stopped_comes_back_as_stopped():
    for name in ("openactive", "ical"):
        taken = FORMATS[name].through(Out(tai_chi(status="cancelled")))
        assert taken.service.status == "cancelled"
    assert FORMATS["oruk"].through(Out(tai_chi(status="cancelled"))).service.status == "inactive"


def test_everything_that_a_listing_has_goes_out_in_some_format_or_stays_here_on_purpose():
    out = {field for kept in FORMATS.values() for field in kept.carries}
    within = {"organisation", "place", "schedules", "prices", "url", "activities", "stated"}
    elsewhere = {
        "status": "cancelled",
        "topics": "groups",
        "booking_url": "booking_url",
        "access_words": "access",
        "checked_at": "checked",
    }
    on_purpose = {
        "id": "made of the key by whoever reads",
        "key": "the id that a format gives",
        "join_url": "for members",
        "image": "publishers have none",
        "level": "publishers say none",
        "price_words": "publishers say none",
        "capacity": "a property of our own in Open Referral UK; readers here take it from dates alone",
        "usually": "publishers say none",
        "also_at": "publishers have one place",
    }
    for field in Service.__struct_fields__:
        assert field in out | within or elsewhere.get(field) in out or field in on_purpose, field
