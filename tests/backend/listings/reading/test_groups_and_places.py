"""Groups from activities or names, and places on the map from postcodes."""

from uuid import uuid4

import pytest
from msgspec.structs import replace

from jointly.listings.model import Concept, Organisation, Place, Service, Taken
from jointly.listings.reading.activities import groups_of
from jointly.listings.reading.coordinates import Point
from jointly.listings.reading.locating import located, located_place
from support.shipped import shipped_content

PREFIX = "https://openactive.io/activity-list#"
TAI_CHI = Concept(label="Whatever", id=f"{PREFIX}c16df6ed-a4a0-4275-a8c3-1c8cff56856f")


@pytest.fixture
def service(now) -> Service:
    return Service(
        id=uuid4(),
        key="x",
        kind="activity",
        name="Aqua Fit and chair yoga",
        organisation=Organisation(id=uuid4(), name="A"),
        changed_at=now,
    )


def groups(service: Service, **change) -> tuple[str, ...]:
    return groups_of(replace(service, **change), shipped_content().activities)


def test_an_activity_has_its_group(service: Service):
    assert groups(service, activities=(TAI_CHI,)) == ("gentle-movement",)
    http = Concept(label="x", id=TAI_CHI.id.replace("https", "http"))
    assert groups(service, activities=(http,)) == ("gentle-movement",)
    assert groups(service, activities=(Concept(label="tai CHI"), Concept(label="Swimming"))) == (
        "gentle-movement",
        "water",
    )
    assert groups(service, activities=(Concept(label="General"),)) == (), "a name is not looked at beside an activity"


@pytest.mark.parametrize(
    "name, wanted",
    [
        ("Aqua Fit and chair yoga", ("gentle-movement", "water")),
        ("WALKING FOOTBALL over 50s", ("aerobic",)),
        ("Health walks", ()),
        ("Sleepwalking talk", ()),
        ("Tea-Dance", ("social",)),
        ("Zumba® Gold", ("aerobic",)),
        ("", ()),
    ],
)
def test_without_an_activity_the_name_is_looked_at(service: Service, name: str, wanted):
    assert groups(service, name=name) == wanted


def place(**change) -> Place:
    return Place(id=uuid4(), name="Hall", **change)


def test_what_the_source_gave_stays():
    given = place(lat=53.0, lon=-1.0, located="source", postcode="S1 2HE")
    assert located_place(given, shipped_content().outcodes) is given


def test_a_whole_postcode_is_better_than_half_of_one():
    outcodes = shipped_content().outcodes
    known = {"S1 2HE": Point(53.3806, -1.4702)}
    exact = located_place(place(postcode="S1 2HE"), outcodes, known.get)
    assert (exact.lat, exact.lon, exact.located) == (53.3806, -1.4702, "postcode")
    rough = located_place(place(postcode="S1 4AA"), outcodes, known.get)
    assert (rough.lat, rough.lon, rough.located) == (53.38, -1.468, "outcode")
    half = located_place(place(postcode="S1"), outcodes)
    assert half.located == "outcode"
    assert located_place(place(postcode="ZZ1 1AA"), outcodes).located is None
    assert located_place(place(), outcodes).lat is None and located_place(None, outcodes) is None


def test_every_place_of_what_was_read_is_put_on_the_map(service: Service):
    given = replace(service, place=place(postcode="S1 2HE"), also_at=(place(postcode="LS1 1AA"),))
    taken = located(Taken(service=given), shipped_content().outcodes)
    assert taken.service.place.located == taken.service.also_at[0].located == "outcode"
    assert located(Taken(service=None), shipped_content().outcodes) == Taken(service=None)
