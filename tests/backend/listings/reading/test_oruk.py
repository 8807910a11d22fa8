"""Open Referral UK 3 and 1: what a service says, in whichever of the many ways."""

from datetime import date

import pytest

from jointly.listings.facets import facets_of, mask
from jointly.listings.model import Taken
from jointly.listings.publishing import making
from jointly.listings.reading import oruk, oruk1
from jointly.listings.reading.activities import groups_of
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.own_terms import OWN_GROUPS, term
from support.shipped import shipped_content

HALL = {
    "id": "5b0f7d0a-5b3f-4c07-8b0e-0c7b0d1f5a10",
    "location_type": "physical",
    "name": "Hall",
    "latitude": 53.38,
    "longitude": -1.47,
    "addresses": [
        {
            "address_1": "1 High Street",
            "city": "Sheffield",
            "postal_code": "s12he",
            "country": "GB",
            "address_type": "physical",
        }
    ],
}
SERVICE = {
    "id": "9c8dd0c2-4f0f-4e1c-9f51-6f8a0b6f7a11",
    "name": "Back pain group",
    "description": "We talk and walk.",
    "status": "active",
    "url": "https://a.org.uk/back",
    "email": "hello@a.org.uk",
    "last_modified": "2026-11-01T09:00:00+00:00",
    "assured_date": "2026-10-20",
    "organization": {
        "id": "1",
        "name": "Backs of Sheffield",
        "description": "A charity.",
        "organization_identifiers": [
            {"identifier_scheme": "GB-CHC", "identifier_type": "Charity number", "identifier": "1234567"}
        ],
    },
    "service_at_locations": [{"location": HALL}],
    "schedules": [
        {
            "id": "s1",
            "freq": "WEEKLY",
            "interval": 2,
            "byday": "TU",
            "dtstart": "2026-11-24",
            "opens_at": "10:30:00",
            "closes_at": "12:00:00",
            "valid_to": "2026-12-31",
        }
    ],
}


def codes(taken: Taken) -> list[str]:
    return [problem.code for problem in taken.problems]


@pytest.fixture
def read(feed: FeedFacts, now):
    return lambda **change: oruk.read_service({**SERVICE, **change}, feed=feed._replace(kind="service"), now=now)


def test_a_sound_service(read):
    taken = read()
    service = taken.service
    assert codes(taken) == []
    assert (service.kind, service.attendance, service.contact_email) == ("service", "in-person", "hello@a.org.uk")
    assert (service.organisation.charity, service.place.postcode) == ("1234567", "S1 2HE")
    assert (service.checked_at.date(), service.changed_at.day) == (date(2026, 10, 20), 1)
    assert [f"{each.start:%m-%dT%H:%M}-{each.end:%H:%M}" for each in taken.occurrences] == [
        "11-24T10:30-12:00",
        "12-08T10:30-12:00",
        "12-22T10:30-12:00",
    ]


def test_our_own_terms_are_read_back_and_no_other_words_are(read):
    names = [
        ("kind", "peer-support"),
        ("condition", "back"),
        ("facet", "step-free"),
        ("no-facet", "parking"),
        ("referral", "self"),
        ("attendance", "mixed"),
        ("gender", "female"),
        ("group", "talking"),
        ("condition", "rocket-science"),
    ]
    terms = [
        {"taxonomy_term": {"id": str(number), "name": name, "term_uri": term(sort, name)}}
        for number, (sort, name) in enumerate(names)
    ]
    other = [{"taxonomy_term": {"id": "x", "name": "Back pain", "taxonomy": "Council"}}]
    service = read(attributes=[*terms, *other]).service
    assert (service.kind, service.referral, service.attendance, service.gender) == (
        "peer-support",
        "self",
        "mixed",
        "female",
    )
    assert (service.conditions, service.stated) == (("back",), {"step-free": True, "parking": False})
    assert [topic.label for topic in service.topics] == ["talking", "Back pain"]
    assert groups_of(service, shipped_content().activities) == ("talking",)
    wanted = mask(["peer-support", "back", "step-free", "self-referral", "online", "in-person", "women-only"])
    assert facets_of(service, ()) == wanted


def test_an_activity_of_openactive_stays_one(read):
    address = "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f"
    service = read(
        attributes=[{"taxonomy_term": {"id": "1", "name": "Tai Chi", "taxonomy": "x", "term_uri": address}}]
    ).service
    assert [(each.scheme, each.id) for each in service.activities] == [(address.partition("#")[0], address)]
    assert service.topics == ()


def test_groups_are_those_that_are_chosen_when_publishing():
    assert OWN_GROUPS == making.OWN_GROUPS


def test_facets_that_whole_entries_name(read):
    location = {
        **HALL,
        "accessibility": [{"description": "Hearing loop"}, {"description": "There is a quiet room, step-free."}],
    }
    attributes = [{"taxonomy_term": {"name": "Wheelchair accessible"}}]
    service = read(service_at_locations=[{"location": location}], attributes=attributes).service
    assert service.stated == {"hearing-loop": True, "step-free": True}
    assert service.access_words == service.place.access_note == "Hearing loop\nThere is a quiet room, step-free."


def test_several_places_are_all_kept(read):
    other = {**HALL, "id": "2", "name": "Library"}
    taken = read(service_at_locations=[{"location": HALL}, {"location": other}, {"location": HALL}])
    assert (taken.service.place.name, [place.name for place in taken.service.also_at]) == ("Hall", ["Library"])
    assert codes(taken) == ["more-places"]


@pytest.mark.parametrize(
    "locations, ways, attendance",
    [
        ([HALL], [], "in-person"),
        ([{**HALL, "location_type": "virtual"}], [], "online"),
        ([HALL, {"location_type": "virtual", "name": "Zoom"}], [], "mixed"),
        ([], ["online"], "online"),
        ([HALL], ["phone"], "mixed"),
        ([HALL], ["You can attend online or not"], "in-person"),
    ],
)
def test_how_to_attend(read, locations, ways, attendance):
    schedules = [{"id": str(number), "attending_type": way, "byday": "TU"} for number, way in enumerate(ways)]
    taken = read(service_at_locations=[{"location": each} for each in locations], schedules=schedules)
    assert taken.service.attendance == attendance


def test_costs(read):
    free = read(fees="Free of charge.").service
    assert ([price.pence for price in free.prices], free.price_words) == ([0], None)
    asked = read(fees="Free for members, £3 for others").service
    assert (asked.prices, asked.price_words) == ((), "Free for members, £3 for others")
    assert not facets_of(asked, ()) & mask(["free"])
    options = [
        {"option": "Adult", "amount": 2.5, "amount_description": "a session"},
        {"option": "Old", "amount": 1, "valid_to": "2022-12-31"},
        {"option": "Asked", "amount": None},
    ]
    (price,) = read(cost_options=options).service.prices
    assert (price.pence, price.name, price.words) == (250, "Adult", "a session")


def test_whom_to_ask(read):
    named = {"name": "Ann Lee", "email": "ann@a.org.uk", "phones": [{"number": '"01234 567890"'}]}
    service = read(email=None, contacts=[named, {"title": "Office", "email": "office@a.org.uk"}]).service
    assert (service.contact_name, service.contact_email, service.contact_phone) == (
        "Ann Lee",
        "office@a.org.uk",
        "01234 567890",
    )
    dropped = read(assurer_email="someone@a.org.uk", pc_metadata={"editor": "Sam Poe"})
    assert "someone@a.org.uk" not in repr(dropped) and "Sam Poe" not in repr(dropped)


def test_schedules_that_make_no_dates(read):
    opening = {
        "freq": "WEEKLY",
        "byday": "MO,TU",
        "opens_at": "09:00",
        "closes_at": "17:00",
        "description": "Not on holidays",
    }
    taken = read(schedules=[opening, {"description": "First Friday, ask us"}])
    assert (len(taken.service.schedules), taken.service.schedules[0].usual, taken.occurrences) == (1, True, ())
    assert (taken.service.schedules[0].note, taken.service.usually) == ("Not on holidays", "First Friday, ask us")
    over = read(schedules=[{**SERVICE["schedules"][0], "valid_to": "2026-01-01"}])
    assert (over.service.schedules, over.service.status, codes(over)) == ((), "active", ["schedule-ended"])


def test_odd_fields(read):
    assert codes(read(last_modified="2026-11-01T09:00:00")) == ["zone-missing"]
    assert read(last_modified="2026-07-01T09:00:00").service.changed_at.hour == 9, "read as UTC"
    assert read(id=12045).service.key == "12045"
    british = read(organization=None, organisation={"name": "Backs"})
    assert (british.service.organisation.name, codes(british)) == ("Backs", ["spelt-organisation"])
    assert read(organization=None).service.organisation.name == "Ashford Leisure"
    assert read(minimum_age=-1, maximum_age=-1).service.min_age is None
    assert [read(status=each).service.status for each in ("defunct", "temporarily closed", "Active", "?")] == [
        "inactive"
    ] * 2 + ["active"] * 2
    assert read(assured_date="2030-01-01").service.checked_at is None


VERSION_1 = {
    "id": "12045",
    "name": "Walk and talk",
    "description": "<p>We walk.</p>",
    "organization": {"id": "o", "name": "Council", "description": "x", "url": "https://council.gov.uk"},
    "attending_type": "venue",
    "attending_access": "referral",
    "eligibilitys": [{"eligibility": "People in the county", "minimum_age": 18, "maximum_age": -1}],
    "regular_schedules": [
        {"id": "r", "freq": "WEEKLY", "byday": "TU", "dtstart": "2026-11-24", "opens_at": "10:00", "closes_at": "11:00"}
    ],
    "service_at_locations": [
        {
            "location": {
                "name": "Hall",
                "latitude": 51.8,
                "longitude": -0.8,
                "physical_addresses": [
                    {"address_1": "2 Road", "city": "Aylesbury", "postal_code": "HP20 1UA", "country": "England"}
                ],
                "accessibility_for_disabilities": [{"accessibility": "Induction loop"}],
            }
        }
    ],
    "service_taxonomys": [{"taxonomy": {"id": "t", "name": "Walking", "vocabulary": "esdServices"}}],
    "cost_options": [{"option": "Free", "amount": 0}],
    "languages": [{"language": "English"}],
}


def test_version_1(feed: FeedFacts, now):
    taken = oruk1.read_service(VERSION_1, feed=feed._replace(kind="service"), now=now)
    service = taken.service
    assert (service.key, service.summary, service.referral) == ("12045", "We walk.", "professional")
    assert (service.min_age, service.max_age, service.eligibility) == (18, None, "People in the county")
    assert (service.place.street, service.place.postcode, service.place.country) == ("2 Road", "HP20 1UA", "GB")
    assert (service.stated, service.languages) == ({"hearing-loop": True}, ("English",))
    assert [(topic.label, topic.scheme) for topic in service.topics] == [("Walking", "esdServices")]
    assert [price.pence for price in service.prices] == [0]
    assert service.organisation.url == "https://council.gov.uk"
    assert len(taken.occurrences) == 12
    assert codes(taken) == ["html-in-text"]


@pytest.mark.parametrize(
    "way, access, attendance, drop_in",
    [("online", "drop-in", "mixed", True), ("phone", "appointment", "mixed", None), ("venue", None, "in-person", None)],
)
def test_version_1_ways_to_attend(feed: FeedFacts, now, way, access, attendance, drop_in):
    given = {**VERSION_1, "attending_type": way, "attending_access": access}
    service = oruk1.read_service(given, feed=feed, now=now).service
    assert (service.attendance, service.stated.get("drop-in"), service.referral) == (attendance, drop_in, None)
    placeless = oruk1.read_service({**given, "service_at_locations": None}, feed=feed, now=now).service
    assert placeless.attendance == ("in-person" if way == "venue" else "online")
